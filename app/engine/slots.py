"""What stands after a verb and its small word: "directed by X", "born in Y", "moved to Z"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.denials import deniers
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind

_SMALL = frozenset({"by", "in", "at", "from", "to", "for", "with", "of", "on"})
_OTHER_PLACE = _SMALL - {"in", "of"}  # those two stand inside names ("The Cat in the Hat")
_PASSED = frozenset({"the", "a", "an", "and", "of", "his", "her", "its", "their"})
_APART = 2  # how many words may stand between a verb and its small word
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that fill one place of a verb, as token indexes. `within` are all names up to the
    next verb: a list or a description may reach so far."""

    verb: int
    small: str
    filled: tuple[int, ...]
    within: frozenset[int]


def slots(side: Side, linked: Mapping[int, int]) -> Iterator[Slot]:
    """The places filled with names of the words of a side that match the other one."""
    if _SMALL.isdisjoint(side.forms):
        return
    for at, token in enumerate(side.tokens):
        if token.norm not in _SMALL or at == 0:
            continue
        verb = _verb(side.tokens, at)
        if verb in linked:
            filled = _filling(side.tokens, at)
            if filled:
                yield Slot(verb, token.norm, filled, _within(side.tokens, at) | {*filled})


def _verb(words: tuple[Token, ...], small: int) -> int:
    """The word of content right before a small word, a participle or a verb in its own form."""
    for at in range(small - 1, max(-1, small - 1 - _APART), -1):
        if words[at].kind is WordKind.CONTENT and words[at].norm != words[at].lemma:
            return at
        if words[at].kind is not WordKind.CONTENT:
            return -1
    return -1


def _filling(words: tuple[Token, ...], small: int) -> tuple[int, ...]:
    found: list[int] = []
    for at in range(small + 1, min(small + 1 + _LONGEST, len(words))):
        token = words[at]
        if token.kind is WordKind.NAME:
            found.append(at)
        elif (token.kind is WordKind.FUNCTION and token.norm not in _PASSED) or (
                found and token.kind is not WordKind.FUNCTION):
            break
    return tuple(found)


def _within(words: tuple[Token, ...], small: int) -> frozenset[int]:
    found = set[int]()
    for at in range(small + 1, len(words)):
        token = words[at]
        if token.kind is WordKind.CONTENT and token.norm != token.lemma and (
                lexicon.part_of_speech(token.lemma) == "v"):
            break
        if found and token.norm in _OTHER_PLACE:
            break
        if token.kind is WordKind.NAME:
            found.add(at)
    return frozenset(found)


def other_filling(both: Alignment) -> tuple[Slot, Slot] | None:
    """One place of one verb is filled with quite other names in each claim, and
    neither denies its own."""
    if deniers(both.first) or deniers(both.second):
        return None
    theirs: dict[tuple[int, str], list[Slot]] = {}
    for slot in slots(both.second, both.back):
        theirs.setdefault((slot.verb, slot.small), []).append(slot)
    if not theirs:
        return None
    for slot in slots(both.first, both.links):
        others = theirs.get((both.links[slot.verb], slot.small), ())
        if others and not any(_shared(both, slot, other) for other in others):
            return slot, others[0]
    return None


def _shared(both: Alignment, slot: Slot, other: Slot) -> bool:
    return (any(both.links.get(at) in other.within for at in slot.filled)
            or any(both.back.get(at) in slot.within for at in other.filled))
