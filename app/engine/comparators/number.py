"""Figures that stand in one another's place."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment, Swap
from app.engine.tokens import WordKind

_FIGURES = frozenset({WordKind.NUMBER, WordKind.ORDINAL})


def compare(both: Alignment, /) -> Finding | None:
    """Two different figures stand in the same place of sentences that otherwise match."""
    swaps = [swap for swap in both.swaps if swap.kind in _FIGURES]
    if not swaps:
        return None
    best = max(swaps, key=lambda swap: swap.frame)
    ours, theirs = both.first.words(*best.first), both.second.words(*best.second)
    return Finding(
        reason=Reason.NUMBER, relation=Relation.CONFLICT, strength=_strength(best),
        because=f"“{ours}” stands where the other says “{theirs}”.",
        what="Number", reading="Another figure", first_value=ours, second_value=theirs,
        first_places=tuple(both.first.place(*swap.first) for swap in swaps),
        second_places=tuple(both.second.place(*swap.second) for swap in swaps),
    )


def _strength(swap: Swap) -> Strength:
    return Strength.STRICT if swap.frame else Strength.TENSION
