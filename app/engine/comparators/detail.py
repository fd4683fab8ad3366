"""Another word in the same place."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.facing import Swap
from app.engine.tokens import WordKind

_WORDS = frozenset({WordKind.NAME, WordKind.CONTENT})
_BOTH_SIDES = 2
_ONE_MATTER = 0.1


def compare(both: Alignment, /) -> Finding | None:
    """Another name, or another word that means something else, stands in the same place of
    sentences that otherwise match."""
    swaps = [swap for swap in both.swaps
             if swap.kind in _WORDS and swap.frame and not _counted(both, swap)]
    if not swaps or both.shared < _ONE_MATTER:
        return None
    best = max(swaps, key=lambda swap: (_excludes(both, swap), swap.kind is WordKind.NAME,
                                        swap.frame))
    strict = _excludes(both, best) or (best.kind is WordKind.NAME and best.frame == _BOTH_SIDES
                                       and _of_one_sort(both, best))
    ours, theirs = both.first.words(*best.first), both.second.words(*best.second)
    return Finding(
        reason=Reason.DETAIL, relation=Relation.CONFLICT,
        strength=Strength.STRICT if strict else Strength.TENSION,
        because=f"“{ours}” stands where the other says “{theirs}”.",
        what="Detail", reading="Another detail", first_value=ours, second_value=theirs,
        first_places=(both.first.place(*best.first),),
        second_places=(both.second.place(*best.second),),
    )


def _excludes(both: Alignment, swap: Swap) -> bool:
    """Both words belong to one closed class, whose members exclude one another."""
    one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
    return not lexicon.class_of(one.norm).isdisjoint(lexicon.class_of(other.norm))


def _of_one_sort(both: Alignment, swap: Swap) -> bool:
    """A nationality is no other name for a person or a title ("American", "Game")."""
    one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
    return bool(lexicon.class_of(one.norm)) == bool(lexicon.class_of(other.norm))


def _counted(both: Alignment, swap: Swap) -> bool:
    """The units of two figures ("five decades", "50 years"): for the figures to tell."""
    return all(at[0] > 0 and side.tokens[at[0] - 1].kind is WordKind.NUMBER
               and "time" in lexicon.class_of(side.tokens[at[0]].norm)
               for side, at in ((both.first, swap.first), (both.second, swap.second)))
