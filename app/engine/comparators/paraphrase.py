"""The same told in the same or nearly the same words."""

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment

_ENOUGH = 0.6


def compare(both: Alignment, /) -> Finding | None:
    """Nearly all words of both claims match, in the same or in other words of one meaning."""
    if both.covered < _ENOUGH:
        return None
    ours, theirs = both.first.claim.span, both.second.claim.span
    return Finding(
        reason=Reason.PARAPHRASE, relation=Relation.AGREE, strength=Strength.STRICT,
        because="Both tell the same in nearly the same words.",
        what="Wording", reading="Same content", first_value=ours.quote, second_value=theirs.quote,
        first_places=(Place(ours.start, ours.end),),
        second_places=(Place(theirs.start, theirs.end),),
    )
