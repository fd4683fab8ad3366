"""Imports under way, and those that need somebody."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, not_, select

from app.domain.errors import NotFound
from app.domain.imports import ItemOutcome, ItemState
from app.store.columns import AnyRow
from app.store.pages.listing import ME
from app.store.tables import articles, cases, import_items, import_jobs, sources


class JobRow(NamedTuple):
    """A wish to bring articles in."""

    id: int
    case_id: int
    requested_at: datetime
    cancelled_at: datetime | None


class ItemRow(NamedTuple):
    """An item with what is known of its article: as typed, then as read."""

    outcome: ItemOutcome
    title: str
    source: str
    published_on: date | None


class RunningRow(NamedTuple):
    """An import under way, or one with articles that could not be read."""

    job_id: int
    case_id: int
    case: str
    requested_at: datetime
    items: int
    over: int
    failed: int
    now: str


class Jobs:
    """Imports as pages show them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def one(self, job_id: int) -> JobRow:
        """The job. Raises NotFound."""
        row = self._connection.execute(_JOB, {"job": job_id}).one_or_none()
        if row is None:
            raise NotFound("There is no such import.")
        return JobRow(*row)

    def items(self, job_id: int) -> list[ItemRow]:
        """The items of a job in the order they were given."""
        return [_item(row) for row in self._connection.execute(_ITEMS, {"job": job_id})]

    def running(self) -> list[RunningRow]:
        """Jobs with an item that has no outcome yet, the oldest first."""
        rows = self._connection.execute(_RUNNING)
        return [RunningRow(row.id, row.case_id, row.name, row.requested_at, row.items, row.over,
                           row.failed, row.now or "") for row in rows]

    def failed(self, reviewer_id: int) -> list[RunningRow]:
        """This reviewer's newest job of each case, if articles of it could not be read."""
        rows = self._connection.execute(_FAILED, {"me": reviewer_id})
        return [RunningRow(row.id, row.case_id, row.name, row.requested_at, row.items, row.over,
                           row.failed, "") for row in rows]


_OVER = (ItemState.DONE.value, ItemState.DUPLICATE.value, ItemState.FAILED.value)

_JOB = select(
    import_jobs.c.id, import_jobs.c.case_id, import_jobs.c.requested_at,
    import_jobs.c.cancelled_at,
).where(import_jobs.c.id == bindparam("job"))

_ITEMS = (
    select(
        import_items.c.id, import_items.c.job_id, import_items.c.name, import_items.c.state,
        import_items.c.failed_at, import_items.c.message, import_items.c.article_id,
        import_items.c.claims, import_items.c.pairs,
        func.coalesce(articles.c.title, import_items.c.title).label("title"),
        func.coalesce(sources.c.name, import_items.c.source).label("source"),
        func.coalesce(articles.c.published_on, import_items.c.published_on).label("published_on"),
    )
    .select_from(import_items)
    .outerjoin(articles, articles.c.id == import_items.c.article_id)
    .outerjoin(sources, sources.c.id == articles.c.source_id)
    .where(import_items.c.job_id == bindparam("job"))
    .order_by(import_items.c.position)
)

_one = import_items.alias("one")


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


_under_way = (
    select(_one.c.id)
    .where(_one.c.job_id == import_jobs.c.id, _one.c.state.not_in(_OVER))
    .exists()
)
_now = (
    select(_one.c.name)
    .where(_one.c.job_id == import_jobs.c.id, _one.c.state.not_in(_OVER))
    .order_by(_one.c.state == ItemState.WAITING.value, _one.c.position)
    .limit(1)
    .scalar_subquery()
)
_unread = and_(
    import_items.c.state == ItemState.FAILED.value,
    import_items.c.failed_at != ItemState.WAITING.value,
)
"""Failed by itself; an item that somebody cancelled before it began needs no help."""

_JOBS = (
    select(
        import_jobs.c.id, import_jobs.c.case_id, cases.c.name, import_jobs.c.requested_at,
        func.count().label("items"), _count(import_items.c.state.in_(_OVER)).label("over"),
        _count(_unread).label("failed"), _now.label("now"),
    )
    .join(cases, cases.c.id == import_jobs.c.case_id)
    .join(import_items, import_items.c.job_id == import_jobs.c.id)
    .group_by(
        import_jobs.c.id, import_jobs.c.case_id, cases.c.name, import_jobs.c.requested_at)
    .order_by(import_jobs.c.id)
)

_RUNNING = _JOBS.where(_under_way).limit(10)

_later = import_jobs.alias("later")

_FAILED = (
    _JOBS.where(
        import_jobs.c.reviewer_id == ME,
        not_(select(_later.c.id).where(
            _later.c.case_id == import_jobs.c.case_id, _later.c.reviewer_id == ME,
            _later.c.id > import_jobs.c.id).exists()),
        not_(_under_way),
    )
    .having(_count(_unread) > 0)
    .order_by(None).order_by(import_jobs.c.id.desc())
    .limit(10)
)


def _item(row: AnyRow) -> ItemRow:
    return ItemRow(
        outcome=ItemOutcome(
            id=row.id, job_id=row.job_id, name=row.name, state=ItemState(row.state),
            failed_at=None if row.failed_at is None else ItemState(row.failed_at),
            message=row.message, article_id=row.article_id, claims=row.claims, pairs=row.pairs,
        ),
        title=row.title, source=row.source, published_on=row.published_on,
    )
