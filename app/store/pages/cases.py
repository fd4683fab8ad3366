"""Cases in tables: how much is in each, how far this reviewer came, what waits."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    distinct,
    exists,
    func,
    not_,
    select,
)

from app.domain.pairs import Relation
from app.store.claims import counts
from app.store.pages.listing import ME, i_skipped, i_tagged, is_settled
from app.store.portion_tables import portions_by_kind, progress_by_kind
from app.store.tables import (
    answers,
    articles,
    audit,
    cases,
    claims,
    pairs,
    portions,
    settlements,
    standing_tags,
    suggestions,
    tags,
    topics,
)


class Work(NamedTuple):
    """What this reviewer did in a case, and what others did to the same pairs.

    `by_two` counts my pairs that somebody else tagged too, `same` those of them on which all
    tags are equal, `disputed` those where tags differ and nobody has settled.
    """

    case_id: int
    tagged: int = 0
    conflicts: int = 0
    by_two: int = 0
    same: int = 0
    disputed: int = 0


class CaseTableRow(NamedTuple):
    """A case with what is in it."""

    id: int
    name: str
    topics: int
    claims: int
    sources: int
    next_pair_id: int | None
    last_at: datetime | None


class CaseTables:
    """Tables of cases."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sizes(self) -> dict[int, int]:
        """Case id to its suggested pairs, for every case."""
        return {row.id: int(row.pairs) for row in self._connection.execute(_SIZES)}

    def work(self, reviewer_id: int) -> dict[int, Work]:
        """Case id to what this reviewer did there; cases without any are left out."""
        rows = self._connection.execute(_WORK, {"me": reviewer_id})
        return {row.case_id: Work(*row) for row in rows}

    def decided_without(self, reviewer_id: int) -> dict[int, int]:
        """Case id to pairs that were settled before this reviewer tagged them."""
        rows = self._connection.execute(_DECIDED, {"me": reviewer_id})
        return {row.case_id: row.pairs for row in rows}

    def likely_conflicts(self, reviewer_id: int) -> dict[int, int]:
        """Case id to untagged pairs suggested as a conflict."""
        me = {"me": reviewer_id}
        likely = {row.case_id: int(row.pairs) for row in self._connection.execute(_LIKELY, me)}
        for row in self._connection.execute(_LIKELY_DECIDED, me):
            likely[row.case_id] -= row.pairs
        return likely

    def rows(self, case_ids: list[int], reviewer_id: int) -> list[CaseTableRow]:
        """The table rows of up to 500 cases, in the order asked for."""
        values = {"ids": case_ids, "me": reviewer_id}
        found = {row.id: CaseTableRow(*row) for row in self._connection.execute(_ROWS, values)}
        return [found[case_id] for case_id in case_ids if case_id in found]

    def reviewed(self, case_ids: list[int]) -> dict[int, int]:
        """Case id to its pairs with a tag of anybody, for up to 500 cases."""
        rows = self._connection.execute(_REVIEWED, {"ids": case_ids}) if case_ids else ()
        return {row.case_id: row.pairs for row in rows}

    def names(self, limit: int) -> list[str]:
        """The names of the newest cases."""
        return list(self._connection.scalars(_NAMES, {"limit": limit}))

    def ids(self, *, after: int | None, limit: int) -> list[int]:
        """Cases, the newest first, on from the one given."""
        if after is None:
            return list(self._connection.scalars(_IDS, {"limit": limit}))
        return list(self._connection.scalars(_IDS_AFTER, {"limit": limit, "after": after}))

    def last_touched(self, reviewer_id: int) -> int | None:
        """The case of this reviewer's newest tag."""
        return self._connection.scalar(_LAST_TOUCHED, {"me": reviewer_id})


_SIZES = (
    select(cases.c.id, func.coalesce(func.sum(portions_by_kind.c.pairs), 0).label("pairs"))
    .outerjoin(portions_by_kind, portions_by_kind.c.case_id == cases.c.id)
    .group_by(cases.c.id)
)

_mine = standing_tags.alias("mine")
_theirs = standing_tags.alias("theirs")
_other = (
    select(_theirs.c.pair_id)
    .where(_theirs.c.pair_id == _mine.c.pair_id, _theirs.c.reviewer_id != ME)
)
_differs = _other.where(_theirs.c.relation != _mine.c.relation).exists()


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_WORK = (
    select(
        pairs.c.case_id, func.count(), _sum(_mine.c.relation == Relation.CONFLICT.value),
        _sum(_other.exists()), _sum(and_(_other.exists(), not_(_differs))),
        _sum(and_(_differs, not_(is_settled))),
    )
    .select_from(_mine)
    .join(pairs, pairs.c.id == _mine.c.pair_id)
    .where(_mine.c.reviewer_id == ME, not_(pairs.c.is_gone))
    .group_by(pairs.c.case_id)
)

_settled_without_me = (
    select(pairs.c.case_id, func.count().label("pairs"))
    .select_from(pairs)
    .join(portions, portions.c.id == pairs.c.portion_id)
    .where(pairs.c.id.in_(select(settlements.c.pair_id)), not_(i_tagged))
    .group_by(pairs.c.case_id)
)
_is_likely = portions.c.relation == Relation.CONFLICT.value

_DECIDED = _settled_without_me
_LIKELY_DECIDED = _settled_without_me.where(_is_likely)

_LIKELY = (
    select(portions_by_kind.c.case_id, func.sum(
        portions_by_kind.c.pairs - func.coalesce(progress_by_kind.c.tagged, 0)).label("pairs"))
    .outerjoin(progress_by_kind, and_(
        progress_by_kind.c.reviewer_id == ME,
        progress_by_kind.c.case_id == portions_by_kind.c.case_id,
        progress_by_kind.c.relation == portions_by_kind.c.relation,
        progress_by_kind.c.reason == portions_by_kind.c.reason))
    .where(portions_by_kind.c.relation == Relation.CONFLICT.value)
    .group_by(portions_by_kind.c.case_id)
)

_waits = and_(not_(pairs.c.is_gone), not_(i_tagged), not_(is_settled))

_next_pair = (
    select(suggestions.c.pair_id)
    .join(pairs, pairs.c.id == suggestions.c.pair_id)
    .where(suggestions.c.case_id == cases.c.id, _waits, not_(i_skipped))
    .order_by(suggestions.c.rank.desc(), suggestions.c.pair_id)
    .limit(1)
    .scalar_subquery()
)

_ROWS = select(
    cases.c.id, cases.c.name,
    select(func.count()).select_from(topics).where(topics.c.case_id == cases.c.id, exists().where(
        answers.c.topic_id == topics.c.id)).scalar_subquery(),
    select(func.count()).select_from(claims.join(articles, articles.c.id == claims.c.article_id))
    .where(articles.c.case_id == cases.c.id, counts).scalar_subquery(),
    select(func.count(distinct(articles.c.source_id)))
    .where(articles.c.case_id == cases.c.id).scalar_subquery(),
    _next_pair,
    select(audit.c.at).where(audit.c.case_id == cases.c.id)
    .order_by(audit.c.id.desc()).limit(1).scalar_subquery(),
).where(cases.c.id.in_(bindparam("ids", expanding=True)))

_REVIEWED = (
    select(pairs.c.case_id, func.count(distinct(standing_tags.c.pair_id)).label("pairs"))
    .join(pairs, pairs.c.id == standing_tags.c.pair_id)
    .where(pairs.c.case_id.in_(bindparam("ids", expanding=True)), not_(pairs.c.is_gone))
    .group_by(pairs.c.case_id)
)

_IDS = (
    select(cases.c.id).order_by(cases.c.id.desc())
    .limit(bindparam("limit", type_=cases.c.id.type))
)
_NAMES = select(cases.c.name).order_by(cases.c.id.desc()).limit(
    bindparam("limit", type_=cases.c.id.type))
_IDS_AFTER = _IDS.where(cases.c.id < bindparam("after"))

_LAST_TOUCHED = (
    select(pairs.c.case_id)
    .join(tags, tags.c.pair_id == pairs.c.id)
    .where(tags.c.reviewer_id == ME)
    .order_by(tags.c.id.desc())
    .limit(1)
)
