"""The words of one quotation."""

from app.domain.claims import SpeakerKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment

_SAME = 0.55


def compare(both: Alignment, /) -> Finding | None:
    """Both claims quote one person with nearly the same words; what differs is a cut or a
    change inside the quotation marks."""
    if not (_quotes(both, first=True) and _quotes(both, first=False)):
        return None
    if max(both.covered_first, both.covered_second) < _SAME:
        return None
    swaps = [swap for swap in both.swaps if swap.frame]
    changed = bool(swaps or both.only_first or both.only_second)
    span, other = both.first.claim.span, both.second.claim.span
    return Finding(
        reason=Reason.QUOTE_WORDING, relation=Relation.CONFLICT if swaps else Relation.AGREE,
        strength=Strength.TENSION if changed else Strength.STRICT,
        because=_because(both, changed=changed), what="Quotation",
        reading="Words differ" if changed else "Same words",
        first_value=span.quote, second_value=other.quote,
        first_places=(Place(span.start, span.end),),
        second_places=(Place(other.start, other.end),),
    )


def _quotes(both: Alignment, *, first: bool) -> bool:
    claim = both.first.claim if first else both.second.claim
    return claim.speaker is not None and claim.speaker.kind is not SpeakerKind.INDIRECT


def _because(both: Alignment, *, changed: bool) -> str:
    if not changed:
        return "Both quote the same words."
    swaps = [swap for swap in both.swaps if swap.frame]
    if swaps:
        ours, theirs = (both.first.words(*swaps[0].first), both.second.words(*swaps[0].second))
        return f"The quotations share most words, but one has “{ours}” and the other “{theirs}”."
    return "The quotations share their words, but one leaves some out."
