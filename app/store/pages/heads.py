"""The two bars on top of every page: who is here, what waits, and which case this is."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, exists, func, not_, select

from app.domain.errors import NotFound
from app.store.claims import counts
from app.store.pages.listing import ME
from app.store.portion_tables import portions_by_kind, progress_by_kind
from app.store.tables import (
    articles,
    cases,
    claims,
    pairs,
    settlements,
    standing_tags,
)


class Counts(NamedTuple):
    """Cases, pairs, and how many of them wait for this reviewer's tag."""

    cases: int
    pairs: int
    waiting: int


class CaseHeadRow(NamedTuple):
    """A case with how much is in it."""

    id: int
    name: str
    pairs: int
    articles: int
    claims: int
    tagged: int
    waiting: int


class Heads:
    """What the bars show."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, reviewer_id: int) -> Counts:
        """For the top bar."""
        row = self._connection.execute(_COUNTS, {"me": reviewer_id}).one()
        return Counts(row.cases, int(row.live), int(row.live - row.tagged - row.settled))

    def case(self, case_id: int, reviewer_id: int) -> CaseHeadRow:
        """For the bar of a case. Raises NotFound."""
        row = self._connection.execute(_CASE, {"case": case_id, "me": reviewer_id}).one_or_none()
        if row is None:
            raise NotFound("There is no such case.")
        waiting = int(row.pairs - row.tagged - row.settled)
        return CaseHeadRow(row.id, row.name, int(row.pairs), row.articles, row.claims,
                           int(row.tagged), waiting)


_mine = progress_by_kind.c.reviewer_id == ME


def _settled(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    """Pairs that were settled before I tagged them; there are few settlements."""
    return (
        select(func.count()).select_from(settlements)
        .where(exists().where(
            pairs.c.id == settlements.c.pair_id, not_(pairs.c.is_gone), *conditions,
        ).correlate(settlements, cases), not_(exists().where(
            standing_tags.c.pair_id == settlements.c.pair_id,
            standing_tags.c.reviewer_id == ME)))
        .scalar_subquery()
    )


def _sum(column: ColumnElement[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)


_COUNTS = select(
    select(func.count()).select_from(cases).scalar_subquery().label("cases"),
    select(_sum(portions_by_kind.c.pairs)).scalar_subquery().label("live"),
    select(_sum(progress_by_kind.c.tagged)).where(_mine).scalar_subquery().label("tagged"),
    _settled().label("settled"),
)

_here: ColumnElement[int] = bindparam("case", type_=cases.c.id.type)
"""Said as a value, not as a column, so that the index is used."""

_CASE = select(
    cases.c.id, cases.c.name,
    select(_sum(portions_by_kind.c.pairs)).where(portions_by_kind.c.case_id == _here)
    .scalar_subquery().label("pairs"),
    select(func.count()).select_from(articles)
    .where(articles.c.case_id == _here).scalar_subquery().label("articles"),
    select(func.count()).select_from(claims.join(articles, articles.c.id == claims.c.article_id))
    .where(articles.c.case_id == _here, counts).scalar_subquery().label("claims"),
    select(_sum(progress_by_kind.c.tagged))
    .where(progress_by_kind.c.case_id == _here, _mine).scalar_subquery().label("tagged"),
    _settled(pairs.c.case_id == _here).label("settled"),
).where(cases.c.id == bindparam("case"))
