"""Claims that tell the same thing in like words: what is left over is where they differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment, align
from app.engine.casework.closeness import ByTexts
from app.engine.casework.lemmas import lemma_of
from app.engine.casework.occasions import elsewhere
from app.engine.casework.told import CaseWords, Told
from app.engine.comparators import COMPARATORS
from app.engine.facts.given_names import FIRST_NAMES
from app.engine.lexicon import part_of_speech
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind, fold

_ALIKE_SHORT, _ALIKE_LONG = 0.45, 0.28
"""Shares of the shorter and of the longer claim's worth that must be common to both."""

_SAME, _FRAMED = 0.62, 0.6
"""Shares of aligned words from which two claims tell the same, and from which a word that
stands in another's place may be a strict conflict (field trial: below, it is noise)."""

_ORDERED = 0.55
"""Share of aligned words from which "before" for "after" is another order of one thing."""

_FEWEST_SHARED = 2
_TRUSTED = frozenset({Reason.NEGATION, Reason.SCOPE, Reason.NUMBER, Reason.DATE, Reason.DETAIL,
                      Reason.EVENT_ORDER})
_IN_TIME = frozenset({"before", "after", "until", "since", "during"})
"""Small words whose exchange changes the order of events; "to" for "from" seldom does."""

_NEAR_SHORT = 0.65
"""Share of the shorter claim from which two claims are worth a look though nothing clashes."""


class Like(NamedTuple):
    """Two claims that share much of what they say: how much of the worth of the shorter and of
    the longer one, 0 to 1 each."""

    one: Told
    other: Told
    short: float
    long: float


def alike(case: CaseWords) -> Iterator[Like]:
    """Pairs of claims of two articles on one event that share much of what they say."""
    for one, other in _sharing(case):
        short, long = case.likeness(one, other)
        if short >= _ALIKE_SHORT and long >= _ALIKE_LONG and case.one_event(one, other):
            yield Like(one, other, short, long)


_MOST_HOLDERS = 48
"""A word that more claims of one event use says nothing about which of them belong together
(a case of few claims may have words that more of them share)."""


def _sharing(case: CaseWords) -> Iterator[tuple[Told, Told]]:
    """Claims of two articles that share at least two rare words of their event, event by
    event, in order."""
    events: dict[int, list[Told]] = {}
    for told in case.told:
        events.setdefault(case.event(told), []).append(told)
    for claims in events.values():
        for (at, to), shared in sorted(_sharers(case, claims).items()):
            if shared >= _FEWEST_SHARED and claims[at].article != claims[to].article:
                yield claims[at], claims[to]


def _sharers(case: CaseWords, claims: Sequence[Told]) -> Counter[tuple[int, int]]:
    """How many rare words two claims of one event share, by their places in the list."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, told in enumerate(claims):
        for word in told.words - case.rarity.common:
            holders[word].append(at)
    met: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= _MOST_HOLDERS:
            met.update(combinations(held, 2))
    return met


class Likes:
    """What the words of like claims of a case say about each other."""

    def __init__(self, case: CaseWords) -> None:
        self._shape = case.closeness.shape
        self._show = ByTexts(_show)
        self._may_clash = ByTexts(_may_clash)

    def findings(self, like: Like, *, said: bool) -> list[Finding]:
        """What two like claims say about each other. Where a question has `said` something of
        them already, only what it cannot have seen: negation, reach, order."""
        one, other, short, long = like
        looks = self._show.of(one.side, other.side) or (
            not said and self._may_clash.of(one.side, other.side))
        if looks and elsewhere(one) == elsewhere(other):
            found = _clashes(aligned(one, other), long)
            if found:
                return found
        if said:
            return []
        shape = self._shape(one.side, other.side)
        same = min(shape.covered_first, shape.covered_second) >= _SAME and long >= _ALIKE_SHORT
        return [_met(one, other, same=same)] if same or short >= _NEAR_SHORT else []


def _clashes(both: Alignment, long: float) -> list[Finding]:
    """What clashes in the aligned words; another figure in another place is another thing, the
    contrary on another day another act."""
    framed = min(both.covered_first, both.covered_second) >= _FRAMED and long >= _ALIKE_SHORT
    found = [opinion for reason, compare in COMPARATORS.items() if reason in _TRUSTED
             and (opinion := compare(both)) is not None and _holds(opinion, both, framed=framed)]
    reasons = {one.reason for one in found}
    return [] if any(pair <= reasons for pair in _OF_TWO_THINGS) else found


_OF_TWO_THINGS = ({Reason.NUMBER, Reason.DETAIL}, {Reason.DATE, Reason.NEGATION})


_SHOWING = (lexicon.NEGATIONS | lexicon.DENIERS | lexicon.RESTRICTORS | _IN_TIME
            | frozenset(lexicon.QUANTIFIERS) | {"if", "unless", "without", "except", "way"})
"""Words whose presence on one side only is worth an alignment."""


def _left_over(one: Side, other: Side) -> list[Token]:
    """The words of one claim that the other does not have."""
    missing = one.norms - other.norms
    return [token for token in one.tokens if token.norm in missing] if missing else []


def _show(one: Side, other: Side) -> bool:
    """A word that is left over is worth an alignment by itself, or denies one of the others."""
    ours, theirs = _left_over(one, other), _left_over(other, one)
    if not (_SHOWING.isdisjoint(one.forms) and _SHOWING.isdisjoint(other.forms)):
        for token in chain(ours, theirs):
            if token.norm in _SHOWING or token.lemma in _SHOWING:
                return True
    here = _contents(theirs)
    return any(lexicon.opposite(a, b) for a in _contents(ours) for b in here)


def _contents(tokens: list[Token]) -> list[str]:
    return [token.lemma for token in tokens if token.kind is WordKind.CONTENT]


def _may_clash(one: Side, other: Side) -> bool:
    """Names or words of one closed class are left over on both sides."""
    ours, theirs = _left_over(one, other), _left_over(other, one)
    if not ours or not theirs:
        return False
    kinds = {token.kind for token in ours} & {token.kind for token in theirs}
    return WordKind.NAME in kinds or not _classes(ours).isdisjoint(_classes(theirs))


def _classes(tokens: list[Token]) -> frozenset[str]:
    return frozenset().union(*[lexicon.class_of(token.norm) for token in tokens
                               if token.kind is not WordKind.FUNCTION])


def aligned(one: Told, other: Told) -> Alignment:
    """The words of two claims against each other."""
    return align(one.side, other.side)


def _holds(opinion: Finding, both: Alignment, *, framed: bool) -> bool:
    if opinion.reason is Reason.DETAIL and (
            opinion.strength is not Strength.STRICT or _names_other(opinion, both)):
        return False
    if opinion.reason is Reason.EVENT_ORDER:
        words = {opinion.first_value.casefold(), opinion.second_value.casefold()}
        return words <= _IN_TIME and both.covered >= _ORDERED
    words = {opinion.first_value.casefold(), opinion.second_value.casefold()}
    if opinion.reason is Reason.NEGATION and not (
            _is_act(opinion.first_value) and _is_act(opinion.second_value)
            and max(map(_length, words)) <= _SHORT):
        return False
    if any(token.norm == "until" for side in (both.first, both.second) for token in side.tokens):
        return False
    return framed and opinion.relation is Relation.CONFLICT and not words <= _TIMES_OF_DAY


def _names_other(opinion: Finding, both: Alignment) -> bool:
    """Each side names somebody whom the other does not, beside the detail: "Mila Korv, a lawyer",
    "Anna Korv, a teacher"."""
    ours, theirs = ({token.norm for token in side.tokens if token.kind is WordKind.NAME
                     or (token.norm in FIRST_NAMES and token.form[0].isupper())}
                    for side in (both.first, both.second))
    told = {fold(word) for words in (opinion.first_value, opinion.second_value)
            for word in words.split()}
    return bool(ours - theirs - told and theirs - ours - told)


_SHORT = 3
"""Words of a denial: longer ones deny a thing ("no new cases were found"), not an act."""


def _length(words: str) -> int:
    return len(words.split())


def _is_act(words: str) -> bool:
    """The last word is a verb: "not ruled", "ruled"."""
    last = lemma_of(words.rsplit(maxsplit=1)[-1]) if words.split() else ""
    return part_of_speech(last) == "v" or words.endswith(("ed", "en"))


_TIMES_OF_DAY = frozenset({"late", "early", "morning", "evening", "night", "day"})


def _met(one: Told, other: Told, *, same: bool) -> Finding:
    return Finding(
        reason=Reason.PARAPHRASE, relation=Relation.AGREE if same else Relation.RELATED,
        strength=Strength.STRICT, what="What is said",
        because=("Both tell the same in nearly the same words." if same else
                 "Both speak of the same thing, and nothing in their words clashes."),
        reading="Same meaning" if same else "Same subject",
        first_value=_gist(one.side.text), second_value=_gist(other.side.text),
    )


_GIST = 60


def _gist(text: str) -> str:
    return text if len(text) <= _GIST else text[:_GIST].rsplit(" ", 1)[0] + " …"
