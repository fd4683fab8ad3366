"""Who did what to whom, where one verb of both claims has a plain subject and object."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from operator import lt

from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind

_BE = frozenset({"be", "get"})
_BETWEEN = 6  # how many words off a verb its subject or object may stand
_SAYING = frozenset({WordKind.NAME, WordKind.CONTENT})
_PASSED = frozenset({"a", "an", "the", "his", "her", "its", "their", "of", "that", "this"})
# Whoever meets, marries or plays somebody is met, married, played by him.
_BOTH_WAYS = frozenset({
    "meet", "marry", "play", "face", "fight", "join", "talk", "share", "discuss", "resemble",
    "border", "divorce", "date", "tie", "equal", "say", "tell", "add", "claim", "have", "include",
    "draw", "match", "oppose", "debate", "know", "contact", "call",
})


# Verbs whose past looks like their dictionary form.
_UNCHANGED = frozenset({"beat", "hit", "hurt", "cut", "outbid", "upset", "cast", "bid"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the last word of who does it and of whom it is done to, as token indexes."""

    verb: int
    doer: int
    target: int


def deeds(side: Side, linked: Mapping[int, int]) -> dict[int, Deed]:
    """The deeds whose verb, doer and target all match words of the other side, by verb."""
    found = {}
    for verb in linked:
        token = side.tokens[verb]
        if token.kind is WordKind.CONTENT and _is_verb(side.tokens, verb):
            deed = _deed(side, verb)
            if deed is not None and deed.doer in linked and deed.target in linked:
                found[verb] = deed
    return found


def _is_verb(words: tuple[Token, ...], at: int) -> bool:
    token = words[at]
    told = token.norm in _UNCHANGED or token.norm != token.lemma
    return (told and not token.norm.endswith(("ing", "er"))
            and lexicon.part_of_speech(token.lemma) in {"v", "n"}
            and token.lemma not in _BOTH_WAYS
            and (at == 0 or words[at - 1].norm not in _PASSED))


def _deed(side: Side, verb: int) -> Deed | None:
    before, after = _noun_before(side, verb), _noun_after(side, verb + 1)
    if before < 0:
        return None
    passive = any(token.lemma in _BE for token in side.tokens[max(before, verb - 3):verb])
    if not passive:
        return Deed(verb, before, after) if after >= 0 else None
    agent = _agent(side, verb)
    return Deed(verb, agent, before) if agent >= 0 else None


def _agent(side: Side, verb: int) -> int:
    """Who stands after the "by" that follows a passive verb."""
    for at in range(verb + 1, min(verb + 1 + _BETWEEN, len(side.tokens))):
        if side.tokens[at].norm == "by":
            return _noun_after(side, at + 1)
    return -1


def _noun_before(side: Side, verb: int) -> int:
    """The last word of what stands before a verb and its small words, in the same clause."""
    for at in range(verb - 1, max(-1, verb - 1 - _BETWEEN), -1):
        token = side.tokens[at]
        if _parted(side, at) or token.norm in {"by", "who", "which"}:
            return -1
        if token.kind in _SAYING and lexicon.part_of_speech(token.lemma) != "r":
            return at
    return -1


def _noun_after(side: Side, start: int) -> int:
    """The last word of the name or the noun that stands right after `start`."""
    last = -1
    for at in range(start, min(start + _BETWEEN, len(side.tokens))):
        token = side.tokens[at]
        if token.kind in _SAYING:
            last = at
            if _parted(side, at):
                break
        elif last >= 0 or token.norm not in _PASSED:
            break
    return last


def _parted(side: Side, at: int) -> bool:
    """A mark stands between a word and the next one."""
    if at + 1 == len(side.tokens):
        return True
    between = side.text[side.tokens[at].end:side.tokens[at + 1].start]
    return not {",", ";", ":", "(", "–", "—"}.isdisjoint(between)


def _in_order(both: Alignment) -> bool:
    """All words that match stand in the same order: nobody has changed places."""
    places = list(both.links.values())
    return all(map(lt, places, islice(places, 1, None)))


def turned_round(both: Alignment) -> tuple[Deed, Deed] | None:
    """One verb of both claims whose doer here is its target there, and the other way round."""
    one_by = ("by" in both.first.forms) != ("by" in both.second.forms)
    if not one_by and _in_order(both):
        return None
    ours = deeds(both.first, both.links)
    if not ours:
        return None
    theirs = deeds(both.second, both.back)
    for verb, deed in ours.items():
        other = theirs.get(both.links[verb])
        if other is not None and (both.links[deed.doer] == other.target
                                  and both.links[deed.target] == other.doer):
            return deed, other
    return None
