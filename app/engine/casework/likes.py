"""Claims that tell the same thing in like words: what is left over is where they differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment, align
from app.engine.casework.told import CaseWords, Told
from app.engine.comparators import COMPARATORS
from app.engine.lexicon import part_of_speech
from app.engine.tokens import known

_ALIKE_SHORT, _ALIKE_LONG = 0.45, 0.28
"""Shares of the shorter and of the longer claim's worth that must be common to both."""

_SAME, _FRAMED = 0.55, 0.6
"""Shares of aligned words from which two claims tell the same, and from which a word that
stands in another's place may be a strict conflict (field trial: below, it is noise)."""

_FEWEST_SHARED = 2
_TRUSTED = frozenset({Reason.NEGATION, Reason.SCOPE, Reason.NUMBER, Reason.DATE, Reason.DETAIL,
                      Reason.EVENT_ORDER})
_IN_TIME = frozenset({"before", "after", "until", "since", "during"})
"""Small words whose exchange changes the order of events; "to" for "from" seldom does."""

_NEAR_SHORT = 0.65
"""Share of the shorter claim from which two claims are worth a look though nothing clashes."""


def alike(case: CaseWords) -> Iterator[tuple[Told, Told]]:
    """Pairs of claims of two articles on one event that share much of what they say."""
    for one, other in _sharing(case):
        short, long = case.likeness(one, other)
        if short >= _ALIKE_SHORT and long >= _ALIKE_LONG and case.one_event(one, other):
            yield one, other


_MOST_HOLDERS = 48
"""A word that more claims of one event use says nothing about which of them belong together
(a case of few claims may have words that more of them share)."""


def _sharing(case: CaseWords) -> Iterator[tuple[Told, Told]]:
    """Claims of two articles that share at least two rare words of their event, in order."""
    holders: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, told in enumerate(case.told):
        event = case.event(told)
        for word in told.words:
            if case.is_rare(word):
                holders[event, word].append(at)
    met: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= _MOST_HOLDERS:
            met.update(combinations(held, 2))
    for (at, to), shared in sorted(met.items()):
        one, other = case.told[at], case.told[to]
        if shared >= _FEWEST_SHARED and one.article != other.article:
            yield one, other


def findings(both: Alignment, likeness: tuple[float, float]) -> list[Finding]:
    """What the words of two like claims say about each other."""
    short, long = likeness
    framed = min(both.covered_first, both.covered_second) >= _FRAMED and long >= _ALIKE_SHORT
    found = [opinion for reason, compare in COMPARATORS.items() if reason in _TRUSTED
             and (opinion := compare(both)) is not None and _holds(opinion, both, framed=framed)]
    if found:
        return found
    same = min(both.covered_first, both.covered_second) >= _SAME and long >= _ALIKE_SHORT
    return [_met(both, same=same)] if same or short >= _NEAR_SHORT else []


def aligned(one: Told, other: Told) -> Alignment:
    """The words of two claims against each other."""
    return align(one.side, other.side)


def _holds(opinion: Finding, both: Alignment, *, framed: bool) -> bool:
    if opinion.reason is Reason.DETAIL and opinion.strength is not Strength.STRICT:
        return False
    if opinion.reason is Reason.EVENT_ORDER:
        words = {opinion.first_value.casefold(), opinion.second_value.casefold()}
        return words <= _IN_TIME and both.covered >= _SAME
    words = {opinion.first_value.casefold(), opinion.second_value.casefold()}
    if opinion.reason is Reason.NEGATION and not (
            _is_act(opinion.first_value) and _is_act(opinion.second_value)):
        return False
    return framed and opinion.relation is Relation.CONFLICT and not words <= _TIMES_OF_DAY


def _is_act(words: str) -> bool:
    """The last word is a verb: "not ruled", "ruled"."""
    last = known(words.rsplit(maxsplit=1)[-1]).lemma if words.split() else ""
    return part_of_speech(last) == "v" or words.endswith(("ed", "en"))


_TIMES_OF_DAY = frozenset({"late", "early", "morning", "evening", "night", "day"})


def _met(both: Alignment, *, same: bool) -> Finding:
    return Finding(
        reason=Reason.PARAPHRASE, relation=Relation.AGREE if same else Relation.RELATED,
        strength=Strength.STRICT, what="What is said",
        because=("Both tell the same in nearly the same words." if same else
                 "Both speak of the same thing, and nothing in their words clashes."),
        reading="Same meaning" if same else "Same subject",
        first_value=_gist(both.first.text), second_value=_gist(both.second.text),
    )


_GIST = 60


def _gist(text: str) -> str:
    return text if len(text) <= _GIST else text[:_GIST].rsplit(" ", 1)[0] + " …"
