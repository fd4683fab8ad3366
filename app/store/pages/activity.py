"""What happened lately, told from the audit rows, blind where it must be."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, select

from app.domain.pairs import Reason, Relation
from app.store.audit import Did
from app.store.pages.listing import ME
from app.store.tables import audit, cases, pairs, reviewers, standing_tags, suggestions

_TOLD = (Did.TAGGED, Did.UNDID, Did.SETTLED, Did.REQUESTED_IMPORT, Did.OPENED_CASE)


class DeedRow(NamedTuple):
    """Something that somebody did. `relation` is absent where the viewer may not see it."""

    reviewer_id: int | None
    name: str
    letter: str
    did: Did
    at: datetime
    case: str
    pair_id: int | None
    number: int | None
    reason: Reason | None
    relation: Relation | None
    items: int


class Activity:
    """The newest deeds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, reviewer_id: int, limit: int) -> list[DeedRow]:
        """The newest deeds in all cases; what others tagged is told only on pairs I tagged."""
        values = {"me": reviewer_id, "limit": limit}
        return [DeedRow(
            reviewer_id=row.reviewer_id, name=row.name or "", letter=row.letter or "",
            did=Did(row.did), at=row.at, case=row.case or "", pair_id=row.pair_id,
            number=row.number, reason=None if row.reason is None else Reason(row.reason),
            relation=_visible(row.did, row.details.get("relation"), is_mine=(
                row.reviewer_id == reviewer_id), i_tagged=row.mine is not None),
            items=int(row.details.get("items") or 0),
        ) for row in self._connection.execute(_NEWEST, values)]


def _visible(did: str, relation: str | None, *, is_mine: bool, i_tagged: bool) -> Relation | None:
    """A settlement is for everybody; a tag is for its author and for those who tagged too."""
    seen = did == Did.SETTLED or (did == Did.TAGGED and (is_mine or i_tagged))
    return Relation(relation) if seen and relation else None


_NEWEST = (
    select(
        audit.c.reviewer_id, reviewers.c.name, reviewers.c.letter, audit.c.did, audit.c.at,
        cases.c.name.label("case"), audit.c.pair_id, pairs.c.number, suggestions.c.reason,
        audit.c.details, standing_tags.c.pair_id.label("mine"),
    )
    .select_from(audit)
    .outerjoin(reviewers, reviewers.c.id == audit.c.reviewer_id)
    .outerjoin(cases, cases.c.id == audit.c.case_id)
    .outerjoin(pairs, pairs.c.id == audit.c.pair_id)
    .outerjoin(suggestions, suggestions.c.pair_id == audit.c.pair_id)
    .outerjoin(standing_tags, and_(
        standing_tags.c.pair_id == audit.c.pair_id, standing_tags.c.reviewer_id == ME))
    .where(audit.c.did.in_([did.value for did in _TOLD]))
    .order_by(audit.c.id.desc())
    .limit(bindparam("limit", type_=audit.c.id.type))
)
