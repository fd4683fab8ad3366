"""Deciding where tags differ."""

from datetime import datetime

from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.pairs import Relation
from app.domain.people import Reviewer, Role
from app.domain.tags import Settlement
from app.services.typed import keepable
from app.store.audit import Did
from app.store.session import Store

LONGEST_REASON = 10_000
"""Characters of a reason; as long as a note may be."""


def settle(
    store: Store, reviewer: Reviewer, pair_id: int, relation: Relation, *, why: str, at: datetime,
) -> Settlement:
    """Decide a pair for good, with the reason; everybody's tags stay beside it.

    Raises NotAllowed for anybody but an adjudicator or admin and for whoever tagged the pair,
    Invalid without a reason, Conflict if it is settled already.
    """
    if reviewer.role not in {Role.ADJUDICATOR, Role.ADMIN}:
        raise NotAllowed("Only an adjudicator settles pairs.")
    pair = store.pairs.hold(pair_id)
    if any(tag.reviewer_id == reviewer.id for tag in store.tags.standing(pair_id)):
        raise NotAllowed("You tagged this pair; somebody else settles it.")
    why = keepable("why", why, longest=LONGEST_REASON)
    if not why:
        raise Invalid({"why": "Say why, in a sentence that the report can print."})
    if store.tags.settlement(pair_id) is not None:
        raise Conflict("This pair is settled already. Your decision was not counted.")
    settlement = store.tags.settle(pair_id, reviewer.id, relation, why=why, at=at)
    store.pairs.grow(pair_id)
    store.audit.add(Did.SETTLED, at=at, by=reviewer.id, case_id=pair.case_id, pair_id=pair_id,
                    relation=relation)
    return settlement
