"""Deciding where tags differ: settle, leave unresolved, ask to discuss, open again."""

from datetime import datetime

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.domain.tags import Decision, Ruling, Stage
from app.services.typed import keepable
from app.store.audit import Did
from app.store.pairs import PairHead
from app.store.session import Store

LONGEST_REASON = 10_000
"""Characters of a reason; as long as a note may be."""

_DID = {
    Ruling.SETTLED: Did.SETTLED, Ruling.UNRESOLVED: Did.LEFT_UNRESOLVED,
    Ruling.DISCUSSED: Did.ASKED_TO_DISCUSS, Ruling.REOPENED: Did.REOPENED,
}


def settle(
    store: Store,
    reviewer: Reviewer,
    pair_id: int,
    relation: Relation | None,
    *,
    why: str,
    at: datetime,
    seen: int | None = None,
    key: str = "",
) -> Decision:
    """Decide a dispute, with the reason; everybody's tags stay beside it. None: unresolved.

    `seen` is the state that the page showed, `key` names the form, so that the same form sent
    twice decides once. Raises NotFound for anybody but an adjudicator or admin, NotAllowed for
    whoever tagged the pair, Invalid without a reason, Conflict if there is nothing to decide
    (any more) or if a tag has changed.
    """
    demand_adjudicator(reviewer)
    pair = store.pairs.hold(pair_id)
    first = store.decisions.with_key(reviewer.id, key) if key else None
    if first is not None:
        return first
    _demand_stranger(store, reviewer, pair_id)
    why = _reason(why)
    _demand_dispute(store, pair_id)
    _demand_seen(store, pair_id, seen)
    ruling = Ruling.UNRESOLVED if relation is None else Ruling.SETTLED
    return _decide(store, reviewer, pair, ruling, relation, why=why, at=at, key=key)


def ask_to_discuss(
    store: Store, reviewer: Reviewer, pair_id: int, *, why: str, at: datetime,
    seen: int | None = None, key: str = "",
) -> Decision:
    """Give a dispute back to those who tagged it; the first of them to answer brings it back.

    What to talk about may be said, and need not. Raises as `settle`.
    """
    demand_adjudicator(reviewer)
    pair = store.pairs.hold(pair_id)
    first = store.decisions.with_key(reviewer.id, key) if key else None
    if first is not None:
        return first
    _demand_stranger(store, reviewer, pair_id)
    why = keepable("why", why, longest=LONGEST_REASON)
    _demand_dispute(store, pair_id)
    _demand_seen(store, pair_id, seen)
    return _decide(store, reviewer, pair, Ruling.DISCUSSED, why=why, at=at, key=key)


def reopen(
    store: Store, reviewer: Reviewer, pair_id: int, *, why: str, at: datetime, key: str = "",
) -> Decision:
    """Open again what was settled or left unresolved, with the reason; that decision is kept.

    Raises as `settle`, Conflict where nothing is decided.
    """
    demand_adjudicator(reviewer)
    pair = store.pairs.hold(pair_id)
    first = store.decisions.with_key(reviewer.id, key) if key else None
    if first is not None:
        return first
    _demand_stranger(store, reviewer, pair_id)
    why = _reason(why)
    dispute = store.decisions.dispute(pair_id)
    is_unresolved = dispute is not None and dispute.stage is Stage.UNRESOLVED
    if not is_unresolved and store.tags.settlement(pair_id) is None:
        raise Conflict("This pair is open already. Nothing was changed.")
    return _decide(store, reviewer, pair, Ruling.REOPENED, why=why, at=at, key=key)


def demand_adjudicator(reviewer: Reviewer) -> None:
    """Raise NotFound for everybody else: disputes are not theirs to see."""
    if not reviewer.may_settle:
        raise NotFound("Disputes are here for adjudicators alone.")


def _decide(
    store: Store, reviewer: Reviewer, pair: PairHead, ruling: Ruling,
    relation: Relation | None = None, *, why: str, at: datetime, key: str,
) -> Decision:
    made = store.decisions.add(
        pair.id, reviewer.id, ruling, relation, why=why, at=at, form_key=key or None,
    )
    store.pairs.grow(pair.id)
    told = {} if relation is None else {"relation": relation}
    store.audit.add(_DID[ruling], at=at, by=reviewer.id, case_id=pair.case_id, pair_id=pair.id,
                    **told)
    return made


def _reason(why: str) -> str:
    why = keepable("why", why, longest=LONGEST_REASON)
    if not why:
        raise Invalid({"why": "Say why, in a sentence that the report can print."})
    return why


def _demand_stranger(store: Store, reviewer: Reviewer, pair_id: int) -> None:
    if any(tag.reviewer_id == reviewer.id for tag in store.tags.standing(pair_id)):
        raise NotAllowed("You tagged this pair; somebody else settles it.")


def _demand_dispute(store: Store, pair_id: int) -> None:
    if store.tags.settlement(pair_id) is not None:
        raise Conflict("This pair is settled already. Your decision was not counted.")
    dispute = store.decisions.dispute(pair_id)
    if dispute is None:
        raise Conflict("Nobody differs on this pair now. Your decision was not counted.")
    if dispute.stage is Stage.UNRESOLVED:
        raise Conflict("This pair was left unresolved. Your decision was not counted.")


def _demand_seen(store: Store, pair_id: int, seen: int | None) -> None:
    if seen is not None and seen != store.decisions.state(pair_id):
        raise Conflict(
            "This dispute has changed since you opened it. Your decision was not counted; "
            "look at it again and decide once more.",
        )
