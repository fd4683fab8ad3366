"""How it was done: one way here, another there, of ways of which only one can be.

A match is won on penalties or in extra time, a player is booked or sent off, a ship runs aground or
reaches port. The ways stand in `lexicon/manners.tsv`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from app.domain.claims import Modality
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.acts import act_at
from app.engine.casework.occasions import elsewhere, rounds
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon.files import rows
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind

_MOST_HELD = 40
_LIKE = 0.8
_DENYING = frozenset({"no", "not", "n't", "never", "without", "neither", "nor", "nobody", "none"})
_REACH = 4
_OPEN = frozenset({Modality.COULD, Modality.UNCLEAR, Modality.DENIED, Modality.SHOULD})


class Way(NamedTuple):
    """One way of a manner, by the numbers of its ways; what else the act tells: names and words."""

    manner: str
    ways: frozenset[int]
    names: frozenset[str]
    words: tuple[Token, ...]


class _Entry(NamedTuple):
    manner: str
    lone: bool
    ways: frozenset[int]


@cache
def _phrases() -> dict[tuple[str, ...], tuple[_Entry, ...]]:
    """Each phrase with the manners and ways that it stands in; a verb's own form ends in "+"."""
    found: dict[tuple[str, ...], dict[str, tuple[bool, set[int]]]] = {}
    number = 0
    for manner, rest in rows("manners.tsv"):
        whose, _, ways = rest.partition("\t")
        for way in ways.split("|"):
            number += 1
            for phrase in way.split():
                entry = found.setdefault(tuple(phrase.split("_")), {})
                entry.setdefault(manner, (whose == "lone", set()))[1].add(number)
    return {words: tuple(_Entry(manner, lone, frozenset(ways))
                         for manner, (lone, ways) in held.items())
            for words, held in found.items()}


@cache
def _starts() -> dict[str, int]:
    """The first words of all phrases, with the most words of a phrase that begins so."""
    found: dict[str, int] = {}
    for words in _phrases():
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


def ask(case: CaseWords) -> list[Question]:
    """One question a manner of which two claims tell two ways."""
    return questions(_met(case), reason=Reason.DETAIL, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    first, second, _ = pairs[0]
    return f"{first.value} or {second.value}"


def _met(case: CaseWords) -> Iterator[Met]:
    told_ways = [(one, lone) for told in case.told for one, lone in _read(told)]
    known: dict[tuple[int, str], set[int]] = defaultdict(set)
    for one, _ in told_ways:
        if not one.told.side.claim.in_title:
            known[one.told.article, one.meant.manner].update(one.meant.ways)
    held: dict[tuple[int, str], list[Answered]] = defaultdict(list)
    for one, lone in told_ways:
        before = held[case.event(one.told), one.meant.manner]
        for other in before[-_MOST_HELD:]:
            if _are_apart(one, other, known, lone=lone) and _of_one_act(
                    case, one, other, lone=lone):
                yield other, one, _finding(other, one)
        before.append(one)


def _read(told: Told) -> Iterator[tuple[Answered, bool]]:
    """The ways of a claim that it affirms, and whether an event has but one such manner."""
    claim = told.side.claim
    if claim.modality in _OPEN or claim.condition:
        return
    for start, end, entries in _phrases_in(told.side.wording):
        act = act_at(told, start, end)
        words = tuple([word for word in act.words if not start <= word.start < end])
        for entry in entries:
            way = Way(entry.manner, entry.ways, act.names, words)
            yield aspects.spoken(told, start, end, way), entry.lone


@lru_cache(maxsize=4096)
def _phrases_in(wording: Wording) -> tuple[tuple[int, int, tuple[_Entry, ...]], ...]:
    """The phrases of a text that stand under no denial, with their places."""
    tokens, starts = wording.tokens, _starts()
    if not (wording.norms & starts.keys() or any(f"{form}+" in starts for form in wording.norms)):
        return ()
    found = []
    at = 0
    while at < len(tokens):
        size, entries = _longest(tokens, at)
        if entries and not _is_denied(tokens, at):
            found.append((tokens[at].start, tokens[at + size - 1].end, entries))
        at += max(size, 1)
    return tuple(found)


def _longest(tokens: Sequence[Token], at: int) -> tuple[int, tuple[_Entry, ...]]:
    """The longest phrase that begins at a word, and the manners that it tells."""
    starts, phrases = _starts(), _phrases()
    token = tokens[at]
    for size in range(min(starts.get(token.norm, 0), len(tokens) - at), 0, -1):
        words = tuple([one.norm for one in tokens[at:at + size]])
        if words in phrases:
            return size, phrases[words]
    if token.kind is WordKind.CONTENT or token.form.isupper():
        return 1, phrases.get((f"{token.lemma}+",), ())
    return 0, ()


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    return any(token.norm in _DENYING for token in tokens[max(0, at - _REACH):at])


def _are_apart(one: Answered, other: Answered, known: dict[tuple[int, str], set[int]], *,
               lone: bool) -> bool:
    """Two ways that no article tells both of (of what an event has but once, not both of them);
    a headline may clash with its own text."""
    ours, theirs = one.meant.ways, other.meant.ways
    if ours & theirs or one.told.id == other.told.id:
        return False
    titles = one.told.side.claim.in_title + other.told.side.claim.in_title
    if one.told.article == other.told.article:
        return titles == 1
    manner = one.meant.manner
    told = (ours & known[other.told.article, manner], theirs & known[one.told.article, manner])
    return not (all(told) if lone else any(told))


def _of_one_act(case: CaseWords, one: Answered, other: Answered, *, lone: bool) -> bool:
    """Both tell of one that is named on both sides, or of what an event has but once."""
    first, second = one.told, other.told
    if (not case.one_event(first, second) or not first.of_one_time(second)
            or elsewhere(first) != elsewhere(second) or rounds(first) != rounds(second)):
        return False
    if lone:
        return True
    ours, theirs = one.meant.names, other.meant.names
    shared = sum(best(word, other.meant.words)[0] >= _LIKE for word in one.meant.words)
    both = ours & theirs
    if ours and theirs:
        return shared >= _FEWEST or (
            bool(both) and (shared > 0 or len(both) > 1 or both in (ours, theirs)))
    named = len(_names(first) & _names(second))
    return shared >= _FEWEST or (shared > 0 and named > 0) or named >= _FEWEST


def _names(told: Told) -> frozenset[str]:
    return frozenset([token.lemma for token in told.side.tokens if token.kind is WordKind.NAME])


_FEWEST = 2


def _finding(one: Answered, other: Answered) -> Finding:
    return aspects.clash(one, other, reason=Reason.DETAIL, what="How it was",
                         reading="Another way",
                         because=f"{aspects.both(one, other)} cannot both be how it was.")
