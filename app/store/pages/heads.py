"""The two bars on top of every page: who is here, what waits, and which case this is."""

from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, exists, func, not_, select

from app.domain.errors import NotFound
from app.store.pages.listing import ME, i_tagged
from app.store.tables import articles, cases, claims, pairs, settlements, standing_tags


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
        return Counts(row.cases, row.live, row.live - row.tagged - row.settled)

    def case(self, case_id: int, reviewer_id: int) -> CaseHeadRow:
        """For the bar of a case. Raises NotFound."""
        row = self._connection.execute(_CASE, {"case": case_id, "me": reviewer_id}).one_or_none()
        if row is None:
            raise NotFound("There is no such case.")
        return CaseHeadRow(row.id, row.name, row.pairs, row.articles, row.claims, row.tagged,
                           row.pairs - row.tagged - row.settled)


_gone = and_(pairs.c.id == standing_tags.c.pair_id, pairs.c.is_gone)

_COUNTS = select(
    select(func.count()).select_from(cases).scalar_subquery().label("cases"),
    select(func.count()).select_from(pairs).where(not_(pairs.c.is_gone))
    .scalar_subquery().label("live"),
    select(func.count()).select_from(standing_tags)
    .where(standing_tags.c.reviewer_id == ME, not_(exists().where(_gone)))
    .scalar_subquery().label("tagged"),
    select(func.count()).select_from(pairs.join(settlements))
    .where(not_(pairs.c.is_gone), not_(i_tagged)).scalar_subquery().label("settled"),
)

_here = cases.c.id

_CASE = select(
    cases.c.id, cases.c.name,
    select(func.count()).select_from(pairs)
    .where(pairs.c.case_id == _here, not_(pairs.c.is_gone)).scalar_subquery().label("pairs"),
    select(func.count()).select_from(articles)
    .where(articles.c.case_id == _here).scalar_subquery().label("articles"),
    select(func.count()).select_from(claims.join(articles, articles.c.id == claims.c.article_id))
    .where(articles.c.case_id == _here).scalar_subquery().label("claims"),
    select(func.count()).select_from(pairs.join(standing_tags, and_(
        standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME)))
    .where(pairs.c.case_id == _here, not_(pairs.c.is_gone)).scalar_subquery().label("tagged"),
    select(func.count()).select_from(pairs.join(settlements))
    .where(pairs.c.case_id == _here, not_(pairs.c.is_gone), not_(i_tagged))
    .scalar_subquery().label("settled"),
).where(cases.c.id == bindparam("case"))
