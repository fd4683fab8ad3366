"""Days, months and years of one event."""

from app.domain.facts import DateGrain, Day, Fact, FactKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.bounds import bounds, can_be_one
from app.engine.denials import one_denied
from app.engine.facing import Swap
from app.engine.tokens import WordKind

_WHEN = frozenset({WordKind.YEAR, WordKind.MONTH, WordKind.WEEKDAY})
_ONE_EVENT = 0.4
_BUT_ONE = 2  # of year, month and day


def compare(both: Alignment, /) -> Finding | None:
    """Both claims date one event. Days are compared as dates where each article's own date
    resolves them ("Tuesday", "19 November"); else as words in the same place of sentences that
    otherwise match. A date that cannot be resolved contradicts nothing by itself."""
    ours, theirs = _days(both.first.facts(FactKind.DATE)), _days(both.second.facts(FactKind.DATE))
    pairs = [(a, b) for a in ours for b in theirs]
    if any(_overlap(a[1], b[1]) for a, b in pairs):
        return _same(both, pairs)
    swapped = _swapped(both)
    if swapped is not None:
        return swapped
    if min(len(ours), len(theirs)) == 1:
        return _one_other(both, pairs)
    return None


def _one_other(both: Alignment, pairs: list[tuple[tuple[Fact, Day], tuple[Fact, Day]]],
               ) -> Finding | None:
    """A claim's only date against the other's only one, or against one of several that is
    another day, month or year and otherwise the same."""
    for (fact, day), (other, another) in pairs:
        if not day.grain is another.grain is DateGrain.DAY:
            continue
        if _parts_shared(day, another) == _BUT_ONE or (
                len(pairs) == 1 and both.covered >= _ONE_EVENT):
            return _typed(fact, other, f"“{fact.surface}” is {day}, “{other.surface}” is "
                                       f"{another}.", Relation.CONFLICT)
    return None


def _parts_shared(one: Day, other: Day) -> int:
    """How many of year, month and day are the same."""
    if one.first is None or other.first is None:
        return 0
    return sum(a == b for a, b in zip(one.first.split("-"), other.first.split("-"),
                                      strict=False))


def _days(facts: tuple[Fact, ...]) -> list[tuple[Fact, Day]]:
    return [(fact, fact.value) for fact in facts
            if isinstance(fact.value, Day) and fact.value.first is not None]


def _overlap(one: Day, other: Day) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _same(both: Alignment, pairs: list[tuple[tuple[Fact, Day], tuple[Fact, Day]]],
          ) -> Finding | None:
    """The same day in other words; the same words need no finding."""
    for (fact, day), (other, another) in pairs:
        if (_overlap(day, another) and both.covered >= _ONE_EVENT
                and fact.surface.casefold() != other.surface.casefold()):
            return _typed(fact, other, f"“{fact.surface}” and “{other.surface}” can be the same "
                                       "time.", Relation.AGREE)
    return None


def _typed(fact: Fact, other: Fact, because: str, relation: Relation) -> Finding:
    return Finding(
        reason=Reason.DATE, relation=relation, strength=Strength.STRICT, because=because,
        what="Date", reading="Same time" if relation is Relation.AGREE else "Another date",
        first_value=fact.surface, second_value=other.surface,
        first_places=(Place(fact.start, fact.end),),
        second_places=(Place(other.start, other.end),),
    )


def _swapped(both: Alignment) -> Finding | None:
    swaps = [swap for swap in both.swaps
             if swap.kind in _WHEN and swap.frame and not one_denied(both, swap)]
    apart = [swap for swap in swaps if not _within(both, swap)]
    if apart:
        best = max(apart, key=lambda swap: swap.frame)
        ours, theirs = both.first.words(*best.first), both.second.words(*best.second)
        return _words(both, best, f"“{ours}” stands where the other says “{theirs}”.",
                      Relation.CONFLICT)
    if not swaps:
        return None
    ours, theirs = both.first.words(*swaps[0].first), both.second.words(*swaps[0].second)
    return _words(both, swaps[0], f"“{ours}” and “{theirs}” can both be right.", Relation.AGREE)


def _words(both: Alignment, swap: Swap, because: str, relation: Relation) -> Finding:
    return Finding(
        reason=Reason.DATE, relation=relation, strength=Strength.STRICT, because=because,
        what="Date", reading="Same time" if relation is Relation.AGREE else "Another date",
        first_value=both.first.words(*swap.first), second_value=both.second.words(*swap.second),
        first_places=(both.first.place(*swap.first),),
        second_places=(both.second.place(*swap.second),),
    )


def _within(both: Alignment, swap: Swap) -> bool:
    """"in 2011" lies "before 2012"."""
    return swap.kind is WordKind.YEAR and can_be_one(bounds(both.first, swap.first[0]),
                                                     bounds(both.second, swap.second[0]))
