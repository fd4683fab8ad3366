"""Figures of the same thing."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.facts import Fact
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.bounds import bounds, can_be_one
from app.engine.denials import one_denied
from app.engine.facing import Swap
from app.engine.frames import other_period
from app.engine.quantities import Figure, figure_of, fits, is_slip
from app.engine.sides import Side
from app.engine.tokens import WordKind
from app.engine.years_old import two_ages

_FIGURES = frozenset({WordKind.NUMBER, WordKind.ORDINAL})
_MOST = "est"
_BOTH_SIDES = 2
_ONE_STORY = 0.3  # share of matched words below which two counts of one thing say nothing


def compare(both: Alignment, /) -> Finding | None:
    """Two figures of the same thing fit each other or differ. Ranges, "about", "at least",
    units and rounding are allowed for. Without such typed figures: two different figures stand
    in the same place of sentences that otherwise match."""
    if other_period(both):
        return _aside(both, "The figures are measured over different periods.")
    rank = _other_rank(both)
    if rank is not None:
        return rank
    ages = two_ages(both)
    if ages is not None and both.covered >= _ONE_STORY:
        return _finding(*ages, agree=False, slip=False)
    typed = _typed(both)
    swapped = _swapped(both)
    if swapped is not None and typed is None and _other_kinds(both, swapped):
        return _aside(both, "The figures are not of one kind: another currency, unit or base.")
    if typed is None or (swapped is not None and typed.relation is Relation.AGREE
                         and not _same_place(typed, swapped)):
        return swapped or typed
    return typed


def _other_rank(both: Alignment) -> Finding | None:
    """"the largest" here is "the second largest" there."""
    if not any(token.kind is WordKind.ORDINAL
               for side in (both.first, both.second) for token in side.tokens):
        return None
    for i, j in both.links.items():
        if not both.first.tokens[i].norm.endswith(_MOST):
            continue
        ours, theirs = _rank(both.first, i, both.links), _rank(both.second, j, both.back)
        if len(ours) != len(theirs):
            one, other = both.first.words(*ours, i), both.second.words(*theirs, j)
            return Finding(
                reason=Reason.NUMBER, relation=Relation.CONFLICT, strength=Strength.STRICT,
                because=f"“{one}” and “{other}” cannot both be the rank.", what="Rank",
                reading="Another rank", first_value=one, second_value=other,
                first_places=(both.first.place(*ours, i),),
                second_places=(both.second.place(*theirs, j),),
            )
    return None


def _rank(side: Side, at: int, linked: Mapping[int, int]) -> tuple[int, ...]:
    """The "second" right before "largest"."""
    before = at - 1
    is_rank = (before >= 0 and before not in linked
               and side.tokens[before].kind is WordKind.ORDINAL
               and (side.tokens[before].value or 0) > 1)
    return (before,) if is_rank else ()


def _aside(both: Alignment, because: str) -> Finding | None:
    """The figures differ and may both be right."""
    swapped = _swapped(both)
    if swapped is None or swapped.relation is Relation.AGREE:
        return None
    return replace(swapped, relation=Relation.RELATED, strength=Strength.TENSION,
                   because=because, reading="Not comparable")


def _other_kinds(both: Alignment, swapped: Finding) -> bool:
    """Facts of two kinds stand on the words that face each other."""
    ours = _kind_at(both.first.claim.facts, swapped.first_places[0])
    theirs = _kind_at(both.second.claim.facts, swapped.second_places[0])
    return ours is not None and theirs is not None and ours != theirs


def _kind_at(facts: tuple[Fact, ...], place: Place) -> tuple[str, str] | None:
    for fact in facts:
        figure = figure_of(fact)
        if figure is not None and fact.start <= place.start and place.end <= fact.end:
            return figure.of, figure.base
    return None


def _same_place(typed: Finding, swapped: Finding) -> bool:
    """The typed figures are the ones that face each other."""
    (start, end), (at, to) = typed.first_places[0], swapped.first_places[0]
    return start <= at and to <= end


def _typed(both: Alignment) -> Finding | None:
    if both.covered < _ONE_STORY:
        return None
    ours, theirs = _figures(both.first.claim.facts), _figures(both.second.claim.facts)
    points = _points(ours, theirs)
    if points is not None:
        return points
    pairs = [(a, b) for a in ours for b in theirs
             if a[1].of == b[1].of and (a[1].base == b[1].base or not (a[1].base and b[1].base))]
    if not pairs or _ambiguous(pairs):
        return None
    for (fact, figure), (other, figured) in pairs:
        if not fits(figure, figured):
            return _finding(fact, other, agree=False,
                            slip=is_slip(figure.low, figured.low))
    (fact, _), (other, _) = pairs[0]
    return _finding(fact, other, agree=True, slip=False)


def _points(ours: list[tuple[Fact, Figure]],
            theirs: list[tuple[Fact, Figure]]) -> Finding | None:
    """One figure told as percent and as percentage points."""
    for fact, figure in ours:
        for other, figured in theirs:
            if {figure.of, figured.of} == {"%", "points"} and figure.low == figured.low:
                told = _finding(fact, other, agree=False, slip=False)
                return replace(told, because=f"“{fact.surface}” and “{other.surface}” are not the "
                                             "same: percent and percentage points differ.")
    return None


def _figures(facts: tuple[Fact, ...]) -> list[tuple[Fact, Figure]]:
    return [(fact, figure) for fact in facts if (figure := figure_of(fact)) is not None]


def _ambiguous(pairs: list[tuple[tuple[Fact, Figure], tuple[Fact, Figure]]]) -> bool:
    """A claim has several figures of one thing: which belongs to which is for the words to
    say."""
    return len({(a[0].start, a[1].of) for a, _ in pairs}) != len({a[1].of for a, _ in pairs}) or (
        len({(b[0].start, b[1].of) for _, b in pairs}) != len({b[1].of for _, b in pairs}))


def _finding(fact: Fact, other: Fact, *, agree: bool, slip: bool) -> Finding:
    if agree:
        same = str(fact.value) == str(other.value)
        because = (f"“{fact.surface}” and “{other.surface}” tell the same figure." if same else
                   f"“{fact.surface}” and “{other.surface}” can both be right.")
    else:
        because = f"“{fact.surface}” and “{other.surface}” cannot both be right" + (
            "; it looks like a slip." if slip else ".")
    return Finding(
        reason=Reason.NUMBER, relation=Relation.AGREE if agree else Relation.CONFLICT,
        strength=Strength.STRICT, because=because, what="Number",
        reading="Fits" if agree else "Another figure",
        first_value=fact.surface, second_value=other.surface,
        first_places=(Place(fact.start, fact.end),),
        second_places=(Place(other.start, other.end),),
    )


def _swapped(both: Alignment) -> Finding | None:
    swaps = [swap for swap in both.swaps
             if swap.kind in _FIGURES and not one_denied(both, swap)]
    apart = [swap for swap in swaps if not can_be_one(bounds(both.first, swap.first[0]),
                                                      bounds(both.second, swap.second[0]))]
    if not apart:
        return _fitting(both, swaps[0]) if swaps else None
    best = max(apart, key=lambda swap: swap.frame)
    ours, theirs = both.first.words(*best.first), both.second.words(*best.second)
    return Finding(
        reason=Reason.NUMBER, relation=Relation.CONFLICT, strength=_strength(best),
        because=f"“{ours}” stands where the other says “{theirs}”.",
        what="Number", reading="Another figure", first_value=ours, second_value=theirs,
        first_places=(both.first.place(*best.first),),
        second_places=(both.second.place(*best.second),),
    )


def _fitting(both: Alignment, swap: Swap) -> Finding:
    """"more than 100" and "123" can both be right."""
    ours, theirs = both.first.words(*swap.first), both.second.words(*swap.second)
    return Finding(
        reason=Reason.NUMBER, relation=Relation.AGREE, strength=Strength.STRICT,
        because=f"“{ours}” and “{theirs}” can both be right.", what="Number", reading="Fits",
        first_value=ours, second_value=theirs, first_places=(both.first.place(*swap.first),),
        second_places=(both.second.place(*swap.second),),
    )


def _strength(swap: Swap) -> Strength:
    return Strength.STRICT if swap.frame == _BOTH_SIDES else Strength.TENSION
