"""Import jobs, their items and the lease under which one worker reads one item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    func,
    insert,
    or_,
    select,
    update,
)

from app.domain.errors import NotFound
from app.domain.imports import ImportJob, ItemOutcome, ItemState
from app.store.columns import AnyRow
from app.store.tables import claims, import_items, import_jobs, pairs

_UNDER_WAY = (ItemState.READING, ItemState.CLAIMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedItem:
    """An article that somebody wants in. `refused` says why it will not be read, else "".

    `source`, `title` "" and `published_on` None: not told.
    """

    name: str
    raw: bytes
    title: str
    source: str
    published_on: date | None
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedItem:
    """An item in the hands of one worker. `attempts` counts this one."""

    id: int
    job_id: int
    case_id: int
    requested_by: int
    attempts: int
    wanted: WantedItem


class Imports:
    """Articles on their way in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, case_id: int, reviewer_id: int, wanted: Sequence[WantedItem], *, at: datetime,
    ) -> int:
        """A new job with its items; its id."""
        job_id: int = self._connection.execute(
            insert(import_jobs).returning(import_jobs.c.id),
            {"case_id": case_id, "reviewer_id": reviewer_id, "requested_at": at},
        ).scalar_one()
        self._connection.execute(insert(import_items), [
            {"job_id": job_id, "position": n, "name": item.name, "title": item.title,
             "source": item.source, "published_on": item.published_on,
             "state": ItemState.FAILED if item.refused else ItemState.WAITING,
             "failed_at": ItemState.READING if item.refused else None,
             "message": item.refused, "claims": 0, "pairs": 0, "attempts": 0,
             "raw": None if item.refused else item.raw}
            for n, item in enumerate(wanted, start=1)
        ])
        return job_id

    def job(self, job_id: int) -> ImportJob:
        """The job with what became of each item. Raises NotFound."""
        row = self._connection.execute(
            select(import_jobs).where(import_jobs.c.id == job_id),
        ).one_or_none()
        if row is None:
            raise NotFound("There is no such import.")
        items = self._connection.execute(
            select(*_OUTCOME).where(import_items.c.job_id == job_id)
            .order_by(import_items.c.position),
        )
        return ImportJob(id=row.id, case_id=row.case_id, requested_at=row.requested_at,
                         items=tuple(_outcome(item) for item in items))

    def lease(self, *, at: datetime, until: datetime) -> LeasedItem | None:
        """The next item that nobody reads, now leased until then; None if there is none.

        An item whose lease ran out (its worker died) is taken up again.
        """
        first = (
            select(import_items.c.id).where(_ready(at)).order_by(import_items.c.id).limit(1)
            .with_for_update(skip_locked=True).scalar_subquery()
        )
        row = self._connection.execute(
            update(import_items).where(import_items.c.id == first)
            .values(state=ItemState.READING, leased_until=until,
                    attempts=import_items.c.attempts + 1)
            .returning(import_items),
        ).one_or_none()
        return None if row is None else self._leased(row)

    def _leased(self, row: AnyRow) -> LeasedItem:
        job = self._connection.execute(
            select(import_jobs.c.case_id, import_jobs.c.reviewer_id)
            .where(import_jobs.c.id == row.job_id),
        ).one()
        return LeasedItem(
            id=row.id, job_id=row.job_id, case_id=job.case_id, requested_by=job.reviewer_id,
            attempts=row.attempts,
            wanted=WantedItem(name=row.name, raw=bytes(row.raw), title=row.title,
                              source=row.source, published_on=row.published_on),
        )

    def is_leased(self, item: LeasedItem) -> bool:
        """Nobody took the item over meanwhile."""
        found = self._connection.execute(
            select(import_items.c.attempts, import_items.c.state)
            .where(import_items.c.id == item.id).with_for_update(),
        ).one()
        return found.attempts == item.attempts and found.state in _UNDER_WAY

    def advance(self, item: LeasedItem, state: ItemState) -> None:
        """Tell how far the item came, unless another worker has it now."""
        if self.is_leased(item):
            self._set(item.id, state=state)

    def keep(self, item_id: int, article_id: int, *, claims_found: int) -> None:
        """The item became an article, which waits to be compared."""
        self._set(item_id, state=ItemState.COMPARING, article_id=article_id,
                  claims=claims_found, raw=None, leased_until=None)

    def duplicate(self, item_id: int, message: str) -> None:
        """The item was in the case already."""
        self._set(item_id, state=ItemState.DUPLICATE, message=message, raw=None,
                  leased_until=None)

    def fail(self, item_id: int, failed_at: ItemState, message: str) -> None:
        """The item cannot be taken in; its bytes stay for another try."""
        self._set(item_id, state=ItemState.FAILED, failed_at=failed_at, message=message,
                  leased_until=None)

    def _set(self, item_id: int, **values: object) -> None:
        self._connection.execute(
            update(import_items).where(import_items.c.id == item_id).values(values),
        )

    def cancel(self, job_id: int, message: str, *, at: datetime) -> int:
        """Let no further item of the job begin; how many will not."""
        self._connection.execute(
            update(import_jobs)
            .where(import_jobs.c.id == job_id, import_jobs.c.cancelled_at.is_(None))
            .values(cancelled_at=at),
        )
        return self._connection.execute(
            update(import_items)
            .where(import_items.c.job_id == job_id, import_items.c.state == ItemState.WAITING)
            .values(state=ItemState.FAILED, failed_at=ItemState.WAITING, message=message,
                    raw=None),
        ).rowcount

    def uncompared(self) -> dict[int, int]:
        """Case id to how many kept articles wait to be compared, in order of cases."""
        rows = self._connection.execute(
            select(import_jobs.c.case_id, func.count().label("waiting"))
            .join(import_items, import_items.c.job_id == import_jobs.c.id)
            .where(import_items.c.state == ItemState.COMPARING)
            .group_by(import_jobs.c.case_id).order_by(import_jobs.c.case_id),
        )
        return {row.case_id: row.waiting for row in rows}

    def unread(self, case_id: int) -> int:
        """How many items of the case nobody has read to the end."""
        return self._connection.execute(
            select(func.count()).select_from(import_items).join(import_jobs)
            .where(import_jobs.c.case_id == case_id,
                   import_items.c.state.in_((ItemState.WAITING, *_UNDER_WAY))),
        ).scalar_one()

    def comparing(self, case_id: int) -> tuple[ItemOutcome, ...]:
        """The items of the case that wait to be compared."""
        rows = self._connection.execute(
            select(*_OUTCOME).join(import_jobs)
            .where(import_jobs.c.case_id == case_id,
                   import_items.c.state == ItemState.COMPARING)
            .order_by(import_items.c.id),
        )
        return tuple(_outcome(row) for row in rows)

    def done(self, item: ItemOutcome) -> None:
        """The item's article was compared with the others."""
        ours = select(claims.c.id).where(claims.c.article_id == item.article_id)
        met = select(func.count()).select_from(pairs).where(
            or_(pairs.c.first_claim_id.in_(ours), pairs.c.second_claim_id.in_(ours)),
            ~pairs.c.is_gone,
        )
        self._set(item.id, state=ItemState.DONE, pairs=met.scalar_subquery())

    def steps_left(self) -> int:
        """Steps until every item has its outcome: two for one that nobody read yet."""
        steps = case(
            (import_items.c.state.in_((ItemState.WAITING, *_UNDER_WAY)), 2),
            (import_items.c.state == ItemState.COMPARING, 1), else_=0,
        )
        query = select(func.coalesce(func.sum(steps), 0))
        return int(self._connection.execute(query).scalar_one())

    def waits(self, *, at: datetime) -> bool:
        """An item could be leased now."""
        found = self._connection.execute(
            select(import_items.c.id).where(_ready(at)).limit(1),
        )
        return found.first() is not None


def _ready(at: datetime) -> ColumnElement[bool]:
    """Nobody reads it, or whoever did let the lease run out."""
    return or_(
        import_items.c.state == ItemState.WAITING,
        and_(import_items.c.state.in_(_UNDER_WAY), import_items.c.leased_until < at),
    )


_OUTCOME = (
    import_items.c.id, import_items.c.job_id, import_items.c.name, import_items.c.state,
    import_items.c.failed_at, import_items.c.message, import_items.c.article_id,
    import_items.c.claims, import_items.c.pairs,
)


def _outcome(row: AnyRow) -> ItemOutcome:
    return ItemOutcome(
        id=row.id, job_id=row.job_id, name=row.name, state=ItemState(row.state),
        failed_at=None if row.failed_at is None else ItemState(row.failed_at),
        message=row.message, article_id=row.article_id, claims=row.claims, pairs=row.pairs,
    )
