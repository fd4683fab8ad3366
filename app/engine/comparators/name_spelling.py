"""One name spelt two ways."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.facing import Swap
from app.engine.likeness import slips
from app.engine.tokens import WordKind


def compare(both: Alignment, /) -> Finding | None:
    """One name is spelt two ways: the rest of the name and the words around it match, and the
    spellings are one slip apart. Names that differ by more are other names."""
    for swap in both.swaps:
        if swap.kind is WordKind.NAME and _one_slip(both, swap):
            return _finding(both, swap)
    return None


def _one_slip(both: Alignment, swap: Swap) -> bool:
    if len(swap.first) != 1 or len(swap.second) != 1:
        return False
    one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
    return slips(one.norm, other.norm) and _beside_a_shared_name(both, swap)


def _beside_a_shared_name(both: Alignment, swap: Swap) -> bool:
    i, j = swap.first[0], swap.second[0]
    return any(
        both.links.get(i + step) == j + step
        and both.first.tokens[i + step].kind is WordKind.NAME
        for step in (-1, 1)
    )


def _finding(both: Alignment, swap: Swap) -> Finding:
    i, j = swap.first[0], swap.second[0]
    shared = [step for step in (-1, 1) if both.links.get(i + step) == j + step]
    ours = both.first.words(i, *(i + step for step in shared))
    theirs = both.second.words(j, *(j + step for step in shared))
    return Finding(
        reason=Reason.NAME_SPELLING, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"“{ours}” and “{theirs}” are spellings of one name; one of them is a slip.",
        what="Name", reading="Spelt two ways", first_value=ours, second_value=theirs,
        first_places=(both.first.place(i, *(i + step for step in shared)),),
        second_places=(both.second.place(j, *(j + step for step in shared)),),
    )
