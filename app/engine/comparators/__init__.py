"""Every reason to set two claims against each other, one file a reason.

A comparator takes the alignment of two prepared sides and returns one finding or None: None
where the words give no evidence. Its docstring is shown to readers as the explanation.
"""

from collections.abc import Callable

from app.domain.pairs import Finding, Reason
from app.engine.alignment import Alignment
from app.engine.comparators import (
    attribution,
    date,
    detail,
    event_order,
    modality,
    name_spelling,
    negation,
    number,
    paraphrase,
    quote_wording,
    scope,
    terminology,
    title,
    vote_count,
)

Comparator = Callable[[Alignment], Finding | None]

COMPARATORS: dict[Reason, Comparator] = {
    Reason.VOTE_COUNT: vote_count.compare,
    Reason.NUMBER: number.compare,
    Reason.DATE: date.compare,
    Reason.NAME_SPELLING: name_spelling.compare,
    Reason.QUOTE_WORDING: quote_wording.compare,
    Reason.NEGATION: negation.compare,
    Reason.TERMINOLOGY: terminology.compare,
    Reason.ATTRIBUTION: attribution.compare,
    Reason.MODALITY: modality.compare,
    Reason.SCOPE: scope.compare,
    Reason.EVENT_ORDER: event_order.compare,
    Reason.TITLE: title.compare,
    Reason.DETAIL: detail.compare,
    Reason.PARAPHRASE: paraphrase.compare,
}
