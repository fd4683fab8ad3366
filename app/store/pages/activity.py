"""What happened, told from the audit rows, blind where it must be."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)

from app.domain.pairs import Reason, Relation
from app.store.audit import Did
from app.store.columns import AnyRow
from app.store.pages.listing import ME
from app.store.tables import audit, cases, pairs, reviewers, standing_tags, suggestions

OWN = frozenset({Did.SKIPPED, Did.UNSKIPPED, Did.KEPT_MISFIT, Did.UNKEPT_MISFIT})
"""What is told to those alone who did it: it says how their own work stands."""

AFTER_MINE = frozenset({Did.LEFT_UNRESOLVED, Did.ASKED_TO_DISCUSS, Did.REOPENED})
"""What says that tags differ: told to those who tagged the pair, and to adjudicators."""


class DeedRow(NamedTuple):
    """Something that somebody did. `relation` is absent where the viewer may not see it."""

    id: int
    reviewer_id: int | None
    name: str
    letter: str
    did: Did
    at: datetime
    case_id: int | None
    case: str
    pair_id: int | None
    number: int | None
    reason: Reason | None
    relation: Relation | None
    details: dict[str, Any]


class Moment(NamedTuple):
    """A row of the audit with its time."""

    id: int
    at: datetime


class Activity:
    """Deeds, the newest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def deeds(
        self, reviewer_id: int, limit: int, *, may_settle: bool, kinds: Collection[Did] = (),
        case_id: int | None = None, who: int | None = None, since: int | None = None,
        before: int | None = None,
    ) -> list[DeedRow]:
        """Deeds of these kinds (all, if none is named) that this viewer may be told.

        `who` limits them to one person, 0 to the system; `since` and `before` are ids of audit
        rows beyond which it goes on. What others tagged is told only on pairs the viewer tagged.
        """
        query = _DEEDS.where(_MAY_BE_TOLD if not may_settle else _MAY_BE_TOLD_TO_ADJUDICATORS)
        if kinds:
            query = query.where(audit.c.did.in_(sorted(kinds)))
        if case_id is not None:
            query = query.where(audit.c.case_id == case_id)
        if who is not None:
            query = query.where(audit.c.reviewer_id == who if who
                                else audit.c.reviewer_id.is_(None))
        if since is not None:
            query = query.where(audit.c.id > since)
        if before is not None:
            query = query.where(audit.c.id < before)
        values = {"me": reviewer_id, "limit": limit}
        return [_deed(row, reviewer_id) for row in self._connection.execute(query, values)]

    def last_of(self, reviewer_id: int, limit: int) -> list[Moment]:
        """What somebody did last, the newest first."""
        rows = self._connection.execute(_LAST_OF, {"me": reviewer_id, "limit": limit})
        return [Moment(*row) for row in rows]

    def newest(self) -> int:
        """The id of the newest row; 0 if nothing ever happened."""
        return self._connection.scalar(select(func.max(audit.c.id))) or 0

    def by_others(
        self, reviewer_id: int, since: int, case_id: int | None = None,
    ) -> dict[Did, int]:
        """How often others did what since a row; of what concerns a pair, settlements count only
        on pairs that this reviewer tagged."""
        query = _BY_OTHERS if case_id is None else _BY_OTHERS.where(audit.c.case_id == case_id)
        rows = self._connection.execute(query, {"me": reviewer_id, "since": since})
        return {Did(did): count for did, count in rows}

    def details_since(
        self, did: Did, since: int, case_id: int | None = None,
    ) -> list[dict[str, Any]]:
        """What the newest 1,000 rows of a kind since a row tell."""
        query = _DETAILS if case_id is None else _DETAILS.where(audit.c.case_id == case_id)
        return list(self._connection.scalars(query, {"did": did.value, "since": since}))

    def my_tags_on(self, reviewer_id: int, claim_ids: Collection[int]) -> int:
        """How many tags of this reviewer stand on pairs with one of up to 500 claims."""
        values = {"me": reviewer_id, "ids": list(claim_ids)}
        return self._connection.scalar(_MY_TAGS_ON, values) or 0 if claim_ids else 0


def _deed(row: AnyRow, reviewer_id: int) -> DeedRow:
    return DeedRow(
        id=row.id, reviewer_id=row.reviewer_id, name=row.name or "", letter=row.letter or "",
        did=Did(row.did), at=row.at, case_id=row.case_id, case=row.case or "",
        pair_id=row.pair_id, number=row.number,
        reason=None if row.reason is None else Reason(row.reason),
        relation=_visible(row.did, row.details.get("relation"), is_mine=(
            row.reviewer_id == reviewer_id), i_tagged=row.mine is not None),
        details=row.details,
    )


def _visible(did: str, relation: str | None, *, is_mine: bool, i_tagged: bool) -> Relation | None:
    """A settlement is for everybody; a tag is for its author and for those who tagged too."""
    seen = did == Did.SETTLED or (did == Did.TAGGED and (is_mine or i_tagged))
    return Relation(relation) if seen and relation else None


def _among(kinds: Collection[Did]) -> ColumnElement[bool]:
    return audit.c.did.in_(sorted(kinds))


_is_mine = audit.c.reviewer_id == ME
_MAY_BE_TOLD = or_(_is_mine, and_(
    ~_among(OWN), or_(~_among(AFTER_MINE), standing_tags.c.pair_id.is_not(None))))
_MAY_BE_TOLD_TO_ADJUDICATORS = or_(_is_mine, ~_among(OWN))
_limit = bindparam("limit", type_=audit.c.id.type)

_DEEDS = (
    select(
        audit.c.id, audit.c.reviewer_id, reviewers.c.name, reviewers.c.letter, audit.c.did,
        audit.c.at, audit.c.case_id, cases.c.name.label("case"), audit.c.pair_id,
        pairs.c.number, suggestions.c.reason, audit.c.details,
        standing_tags.c.pair_id.label("mine"),
    )
    .select_from(audit)
    .outerjoin(reviewers, reviewers.c.id == audit.c.reviewer_id)
    .outerjoin(cases, cases.c.id == audit.c.case_id)
    .outerjoin(pairs, pairs.c.id == audit.c.pair_id)
    .outerjoin(suggestions, suggestions.c.pair_id == audit.c.pair_id)
    .outerjoin(standing_tags, and_(
        standing_tags.c.pair_id == audit.c.pair_id, standing_tags.c.reviewer_id == ME))
    .order_by(audit.c.id.desc())
    .limit(_limit)
)

_LAST_OF = select(audit.c.id, audit.c.at).where(_is_mine).order_by(
    audit.c.id.desc()).limit(_limit)

_since = audit.c.id > bindparam("since")
_my_pair = (
    select(standing_tags.c.pair_id)
    .where(standing_tags.c.pair_id == audit.c.pair_id, standing_tags.c.reviewer_id == ME)
    .exists()
)
_BY_OTHERS = (
    select(audit.c.did, func.sum(case((or_(~_among({Did.SETTLED}), _my_pair), 1), else_=0)))
    .where(_since, or_(audit.c.reviewer_id != ME, audit.c.reviewer_id.is_(None)))
    .group_by(audit.c.did)
)
_DETAILS = (
    select(audit.c.details).where(_since, audit.c.did == bindparam("did"))
    .order_by(audit.c.id.desc()).limit(1000)
)
_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_MY_TAGS_ON = (
    select(func.count()).select_from(standing_tags)
    .join(pairs, pairs.c.id == standing_tags.c.pair_id)
    .where(standing_tags.c.reviewer_id == ME,
           or_(pairs.c.first_claim_id.in_(_ids), pairs.c.second_claim_id.in_(_ids)))
)
