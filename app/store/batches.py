"""What reviewers did to several pairs with one press, and take back with one."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from app.domain.batches import MadeIn
from app.domain.errors import NotFound
from app.domain.pairs import Relation
from app.store.columns import AnyRow
from app.store.queue_tables import assignments, batch_tags, batches
from app.store.tables import reviewers, tags


class Batch(NamedTuple):
    """Several pairs, one press. `undone_at` is None while it stands."""

    id: int
    reviewer_id: int
    made_in: MadeIn
    finding: str
    undone_at: datetime | None


class Told(NamedTuple):
    """What one press gave: to how many pairs, and what."""

    made_in: MadeIn
    pairs: int
    relation: Relation | None
    person: str
    is_undone: bool


class Batches:
    """Deeds on many pairs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, reviewer_id: int, made_in: MadeIn, *, at: datetime, finding: str = "",
        form_key: str | None = None,
    ) -> int:
        """A new batch without anything in it; its id."""
        made: int = self._connection.execute(
            insert(batches).returning(batches.c.id),
            {"reviewer_id": reviewer_id, "made_in": made_in, "finding": finding, "made_at": at,
             "form_key": form_key},
        ).scalar_one()
        return made

    def hold(self, batch_id: int, tag_ids: Sequence[int]) -> None:
        """These tags were given in the batch."""
        if tag_ids:
            self._connection.execute(insert(batch_tags), [
                {"batch_id": batch_id, "tag_id": tag_id} for tag_id in tag_ids])

    def with_key(self, reviewer_id: int, form_key: str) -> Batch | None:
        """The batch that this form made already, if it did."""
        row = self._connection.execute(_BATCHES.where(
            batches.c.reviewer_id == reviewer_id, batches.c.form_key == form_key)).one_or_none()
        return None if row is None else _batch(row)

    def get(self, batch_id: int, reviewer_id: int) -> Batch:
        """A batch of this reviewer. Raises NotFound for one that is not theirs."""
        row = self._connection.execute(_BATCHES.where(
            batches.c.id == batch_id, batches.c.reviewer_id == reviewer_id)).one_or_none()
        if row is None:
            raise NotFound("There is nothing of yours to take back under this number.")
        return _batch(row)

    def told(self, batch_id: int, reviewer_id: int) -> Told | None:
        """What a press of this reviewer gave; None for one that is not theirs."""
        values = {"batch": batch_id, "me": reviewer_id}
        row = self._connection.execute(_TOLD, values).one_or_none()
        if row is None:
            return None
        relation = None if row.relation is None else Relation(row.relation)
        return Told(MadeIn(row.made_in), row.tagged or row.asked, relation, row.person or "",
                        row.undone_at is not None)

    def tags(self, batch_id: int) -> dict[int, int]:
        """Pair id to the id of the tag that the batch gave it."""
        rows = self._connection.execute(
            select(tags.c.pair_id, tags.c.id)
            .join(batch_tags, batch_tags.c.tag_id == tags.c.id)
            .where(batch_tags.c.batch_id == batch_id).order_by(tags.c.id))
        return {row.pair_id: row.id for row in rows}

    def undo(self, batch_id: int, *, at: datetime) -> None:
        """It was taken back."""
        self._connection.execute(
            update(batches).where(batches.c.id == batch_id).values(undone_at=at))

    def assign(self, batch_id: int, pair_ids: Sequence[int], reviewer_id: int) -> int:
        """Ask a reviewer for these pairs; how many they were not asked for before."""
        known = set(self._connection.scalars(
            select(assignments.c.pair_id).where(
                assignments.c.reviewer_id == reviewer_id,
                assignments.c.pair_id.in_(pair_ids))))
        new = [{"pair_id": pair_id, "reviewer_id": reviewer_id, "batch_id": batch_id}
               for pair_id in pair_ids if pair_id not in known]
        if new:
            self._connection.execute(insert(assignments), new)
        return len(new)

    def assigned(self, batch_id: int) -> list[int]:
        """The pairs that somebody was asked for in this batch."""
        return list(self._connection.scalars(
            select(assignments.c.pair_id).where(assignments.c.batch_id == batch_id)
            .order_by(assignments.c.pair_id)))

    def unassign(self, batch_id: int) -> None:
        """Nobody is asked any more for what this batch asked for."""
        self._connection.execute(
            delete(assignments).where(assignments.c.batch_id == batch_id))


_BATCHES = select(batches)


def _batch(row: AnyRow) -> Batch:
    return Batch(row.id, row.reviewer_id, MadeIn(row.made_in), row.finding, row.undone_at)

_asked = assignments.alias("asked")
_TOLD = (
    select(
        batches.c.made_in, batches.c.undone_at,
        select(func.count()).select_from(batch_tags)
        .where(batch_tags.c.batch_id == batches.c.id).correlate(batches)
        .scalar_subquery().label("tagged"),
        select(func.count()).select_from(_asked).where(_asked.c.batch_id == batches.c.id)
        .correlate(batches).scalar_subquery().label("asked"),
        select(func.min(tags.c.relation)).join(batch_tags, batch_tags.c.tag_id == tags.c.id)
        .where(batch_tags.c.batch_id == batches.c.id).correlate(batches)
        .scalar_subquery().label("relation"),
        select(func.min(reviewers.c.name)).select_from(_asked)
        .join(reviewers, reviewers.c.id == _asked.c.reviewer_id)
        .where(_asked.c.batch_id == batches.c.id).correlate(batches)
        .scalar_subquery().label("person"),
    )
    .where(batches.c.id == bindparam("batch"), batches.c.reviewer_id == bindparam("me"))
)
