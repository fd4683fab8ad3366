"""Which came first, and which way it went."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.likeness import LinkKind
from app.engine.tokens import WordKind


def compare(both: Alignment, /) -> Finding | None:
    """The same two things stand in another order or direction: "before" against "after",
    "with" against "without", "inside" against "outside"."""
    for i, kind in sorted(both.kinds.items()):
        token = both.first.tokens[i]
        if (kind is LinkKind.OPPOSITE and token.kind is WordKind.FUNCTION
                and token.norm not in lexicon.PRONOUNS):
            return _finding(both, i, both.links[i])
    for swap in both.swaps:
        one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
        shared = lexicon.class_of(one.norm) & lexicon.class_of(other.norm)
        if swap.kind is WordKind.FUNCTION and shared:
            return _finding(both, swap.first[0], swap.second[0])
    return None


def _finding(both: Alignment, i: int, j: int) -> Finding:
    ours, theirs = both.first.words(i), both.second.words(j)
    return Finding(
        reason=Reason.EVENT_ORDER, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"One says “{ours}” where the other says “{theirs}”.", what="Order",
        reading="Other order", first_value=ours, second_value=theirs,
        first_places=(both.first.place(i),), second_places=(both.second.place(j),),
    )
