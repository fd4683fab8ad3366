"""Days, months and years of one event."""

from app.domain.facts import Day, Fact, FactKind
from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.tokens import WordKind

_WHEN = frozenset({WordKind.YEAR, WordKind.MONTH, WordKind.WEEKDAY})


def compare(both: Alignment, /) -> Finding | None:
    """Two different days, months or years stand in the same place of sentences that otherwise
    match. Days that fall on the same date by each article's own date agree."""
    swaps = [swap for swap in both.swaps if swap.kind in _WHEN and swap.frame]
    if not swaps or _may_be_one(both):
        return None
    best = max(swaps, key=lambda swap: swap.frame)
    ours, theirs = both.first.words(*best.first), both.second.words(*best.second)
    return Finding(
        reason=Reason.DATE, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"“{ours}” stands where the other says “{theirs}”.",
        what="Date", reading="Another date", first_value=ours, second_value=theirs,
        first_places=tuple(both.first.place(*swap.first) for swap in swaps),
        second_places=tuple(both.second.place(*swap.second) for swap in swaps),
    )


def _may_be_one(both: Alignment) -> bool:
    """Two resolved dates overlap."""
    ours, theirs = both.first.facts(FactKind.DATE), both.second.facts(FactKind.DATE)
    return any(_overlap(a, b) for a in ours for b in theirs)


def _overlap(one: Fact, other: Fact) -> bool:
    a, b = one.value, other.value
    if not isinstance(a, Day) or not isinstance(b, Day):
        return False
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return False
    return a.first <= b.last and b.first <= a.last
