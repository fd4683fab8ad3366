"""Which came first, and which way it went."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.doers import Deed, turned_round
from app.engine.frames import other_period
from app.engine.likeness import LinkKind
from app.engine.tokens import WordKind

# Pronouns and small words whose exchange seldom changes an order or a direction.
_NO_ORDER = lexicon.PRONOUNS | {"to", "from", "in", "out", "on", "off", "for", "against"}
_CAUSES = frozenset({"because", "due", "over", "owing", "caused"})
_SEQUENCES = frozenset({"after", "following", "amid", "when", "as"})


def compare(both: Alignment, /) -> Finding | None:
    """The same two things stand in another order or direction: "before" against "after",
    "with" against "without", "inside" against "outside"; or whoever did it to the other here has
    it done to him there."""
    if other_period(both):
        return None
    if LinkKind.OPPOSITE in both.kinds.values():
        for i, kind in both.kinds.items():
            token = both.first.tokens[i]
            if (kind is LinkKind.OPPOSITE and token.kind is WordKind.FUNCTION
                    and token.norm not in _NO_ORDER):
                return _finding(both, i, both.links[i])
    for swap in both.swaps:
        one, other = both.first.tokens[swap.first[0]].norm, both.second.tokens[swap.second[0]].norm
        if swap.kind is WordKind.FUNCTION and lexicon.class_of(one) & lexicon.class_of(other):
            return _finding(both, swap.first[0], swap.second[0])
        if (one in _CAUSES and other in _SEQUENCES) or (one in _SEQUENCES and other in _CAUSES):
            return _cause(both, swap.first[0], swap.second[0])
    turned = turned_round(both)
    return _turned(both, *turned) if turned is not None else None


def _turned(both: Alignment, deed: Deed, other: Deed) -> Finding:
    """Who did it here is whom it was done to there."""
    doer, target = both.first.words(deed.doer), both.first.words(deed.target)
    verb = both.first.words(deed.verb)
    ours = (deed.doer, deed.verb, deed.target)
    theirs = (other.doer, other.verb, other.target)
    return Finding(
        reason=Reason.EVENT_ORDER, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"One says that “{doer}” did it (“{verb}”) to “{target}”, the other tells it the "
                "other way round.",
        what="Who did it to whom", reading="Roles exchanged",
        first_value=both.first.words(*ours), second_value=both.second.words(*theirs),
        first_places=(both.first.place(*ours),), second_places=(both.second.place(*theirs),),
    )


def _cause(both: Alignment, i: int, j: int) -> Finding:
    ours, theirs = both.first.words(i), both.second.words(j)
    return Finding(
        reason=Reason.EVENT_ORDER, relation=Relation.RELATED, strength=Strength.TENSION,
        because=f"“{ours}” and “{theirs}”: one tells a sequence, the other a cause.",
        what="Cause", reading="Sequence or cause", first_value=ours, second_value=theirs,
        first_places=(both.first.place(i),), second_places=(both.second.place(j),),
    )


def _finding(both: Alignment, i: int, j: int) -> Finding:
    ours, theirs = both.first.words(i), both.second.words(j)
    return Finding(
        reason=Reason.EVENT_ORDER, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"One says “{ours}” where the other says “{theirs}”.", what="Order",
        reading="Other order", first_value=ours, second_value=theirs,
        first_places=(both.first.place(i),), second_places=(both.second.place(j),),
    )
