"""Tags of one reviewer that do not fit together; see `Misfits`."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, exists, func, not_, or_, select

from app.domain.pairs import Reason, Relation
from app.store.columns import AnyRow
from app.store.misfits import Three
from app.store.pages.listing import ME
from app.store.pages.shared import SIDES
from app.store.queue_tables import kept_misfits, misfits
from app.store.tables import cases, pairs, settlements, standing_tags, tags


class MisfitRow(NamedTuple):
    """A pair of a triangle that does not close, as one reviewer tagged it."""

    pair_id: int
    number: int
    case_id: int
    case: str
    topic_id: int
    topic: str
    relation: Relation
    tagged_at: datetime
    claims: tuple[int, int]
    sources: tuple[str, str]
    paragraphs: tuple[int, int]
    reason: Reason
    values: tuple[str, str]


class Triangles:
    """Triangles that do not close, of one reviewer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, reviewer_id: int, limit: int) -> list[list[MisfitRow]]:
        """The newest triangles of a reviewer that do not close, the conflict first in each."""
        values = {"me": reviewer_id, "limit": limit}
        threes = [Three(*row) for row in self._connection.execute(_MISFITS, values)]
        ids = sorted({pair_id for three in threes for pair_id in three})
        rows = {row.id: _edge(row) for row in self._connection.execute(
            _EDGES, {"me": reviewer_id, "ids": ids})} if ids else {}
        return [[rows[pair_id] for pair_id in three] for three in threes]

    def count(self, reviewer_id: int) -> int:
        """How many there are."""
        return int(self._connection.execute(_MISFITS_COUNT, {"me": reviewer_id}).scalar_one())

    def has(self, pair_id: int, reviewer_id: int) -> bool:
        """The reviewer's tag on this pair is one of three that do not fit."""
        values = {"me": reviewer_id, "pair": pair_id}
        return self._connection.execute(_MISFIT_WITH, values).one_or_none() is not None

    def is_known(self, three: Three, reviewer_id: int) -> bool:
        """These three stand, kept or not."""
        values = {"me": reviewer_id, **three._asdict()}
        return self._connection.execute(_MISFIT_KNOWN, values).one_or_none() is not None


def _edge(row: AnyRow) -> MisfitRow:
    return MisfitRow(
        pair_id=row.id, number=row.number, case_id=row.case_id, case=row.case,
        topic_id=row.topic_id, topic=row.label, relation=Relation(row.mine),
        tagged_at=row.tagged_at,
        claims=(row.first_claim_id, row.second_claim_id), sources=(row.source1, row.source2),
        paragraphs=(row.paragraph1, row.paragraph2), reason=Reason(row.reason),
        values=(row.first_value, row.second_value),
    )


_ids: BindParameter[Any] = bindparam("ids", expanding=True)

_EDGES = (
    SIDES.add_columns(tags.c.tagged_at, cases.c.name.label("case"))
    .join(cases, cases.c.id == pairs.c.case_id)
    .join(tags, tags.c.id == standing_tags.c.tag_id)
    .where(pairs.c.id.in_(_ids))
)

_three = (misfits.c.conflict_id, misfits.c.first_agree_id, misfits.c.second_agree_id)
_p1, _p2, _p3 = pairs.alias("p1"), pairs.alias("p2"), pairs.alias("p3")
_is_kept = exists().where(
    kept_misfits.c.reviewer_id == misfits.c.reviewer_id,
    *(kept_misfits.c[column.name] == column for column in _three)).correlate(misfits)
_is_decided = exists().where(settlements.c.pair_id.in_(_three)).correlate(misfits)

_STANDING = (
    select(*_three)
    .select_from(misfits)
    .join(_p1, _p1.c.id == misfits.c.conflict_id)
    .join(_p2, _p2.c.id == misfits.c.first_agree_id)
    .join(_p3, _p3.c.id == misfits.c.second_agree_id)
    .where(misfits.c.reviewer_id == ME, not_(_is_kept), not_(_is_decided),
           _p1.c.topic_id == _p2.c.topic_id, _p1.c.topic_id == _p3.c.topic_id,
           not_(_p1.c.is_gone), not_(_p2.c.is_gone), not_(_p3.c.is_gone))
)
"""Triangles on one topic that nobody has kept or settled: what is settled is never questioned."""

_MISFITS = (
    _STANDING.order_by(*(column.desc() for column in _three))
    .limit(bindparam("limit", type_=pairs.c.id.type))
)
_MISFITS_COUNT = select(func.count()).select_from(_STANDING.subquery("standing"))
_MISFIT_WITH = _STANDING.where(or_(*(
    column == bindparam("pair", type_=pairs.c.id.type) for column in _three))).limit(1)
_MISFIT_KNOWN = select(*_three).where(
    misfits.c.reviewer_id == ME, *(column == bindparam(column.name) for column in _three))
