"""Filters of the queue that reviewers kept under a name."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from app.store.queue_tables import saved_views


class SavedView(NamedTuple):
    """A filter with its name, as its owner wrote it."""

    id: int
    name: str
    query: str


class SavedViews:
    """Kept filters, each its owner's alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, reviewer_id: int) -> list[SavedView]:
        """The reviewer's views by name."""
        rows = self._connection.execute(_OF, {"me": reviewer_id})
        return [SavedView(*row) for row in rows]

    def save(self, reviewer_id: int, name: str, query: str, *, at: datetime) -> int:
        """Keep a filter; one of the same name gives way. Its id."""
        folded = name.casefold()
        self._connection.execute(delete(saved_views).where(
            saved_views.c.reviewer_id == reviewer_id, saved_views.c.folded == folded))
        made: int = self._connection.execute(
            insert(saved_views).returning(saved_views.c.id),
            {"reviewer_id": reviewer_id, "name": name, "folded": folded, "query": query,
             "saved_at": at},
        ).scalar_one()
        return made

    def count(self, reviewer_id: int) -> int:
        """How many views the reviewer keeps."""
        return int(self._connection.execute(
            select(func.count()).select_from(saved_views)
            .where(saved_views.c.reviewer_id == reviewer_id)).scalar_one())

    def remove(self, view_id: int, reviewer_id: int) -> SavedView | None:
        """Forget a view; what it was, None if it is not there or not theirs."""
        row = self._connection.execute(
            delete(saved_views)
            .where(saved_views.c.id == view_id, saved_views.c.reviewer_id == reviewer_id)
            .returning(saved_views.c.id, saved_views.c.name, saved_views.c.query)).one_or_none()
        return None if row is None else SavedView(*row)


_OF = (
    select(saved_views.c.id, saved_views.c.name, saved_views.c.query)
    .where(saved_views.c.reviewer_id == bindparam("me"))
    .order_by(saved_views.c.folded, saved_views.c.id)
)
