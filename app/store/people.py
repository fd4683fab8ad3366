"""Reviewers."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.domain.errors import NotFound
from app.domain.people import Reviewer, Role
from app.store.columns import AnyRow
from app.store.tables import reviewers

_COLUMNS = (reviewers.c.id, reviewers.c.name, reviewers.c.letter, reviewers.c.role)


class People:
    """Who works here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, name: str, letter: str, role: Role, *, at: datetime) -> Reviewer:
        """A new, active person. Name and letter must be free."""
        person_id = self._connection.execute(
            insert(reviewers).returning(reviewers.c.id),
            {"name": name, "letter": letter, "role": role, "is_active": True, "joined_at": at},
        ).scalar_one()
        return Reviewer(id=person_id, name=name, letter=letter, role=role)

    def get(self, reviewer_id: int) -> Reviewer:
        """The person. Raises NotFound."""
        row = self._connection.execute(
            select(*_COLUMNS).where(reviewers.c.id == reviewer_id),
        ).one_or_none()
        if row is None:
            raise NotFound("There is no such person.")
        return _reviewer(row)

    def active(self) -> tuple[Reviewer, ...]:
        """Everybody who may sign in, in order of joining."""
        query = select(*_COLUMNS).where(reviewers.c.is_active).order_by(reviewers.c.id)
        return tuple(_reviewer(row) for row in self._connection.execute(query))

    def everybody(self) -> tuple[Reviewer, ...]:
        """Whoever ever joined, for what they did stays under their name."""
        query = select(*_COLUMNS).order_by(reviewers.c.id)
        return tuple(_reviewer(row) for row in self._connection.execute(query))

    def names(self) -> frozenset[str]:
        """The names that are taken, by people who left too."""
        return frozenset(self._connection.scalars(select(reviewers.c.name)))

    def letters(self) -> frozenset[str]:
        """The letters that are taken, by people who left too."""
        return frozenset(self._connection.scalars(select(reviewers.c.letter)))


def _reviewer(row: AnyRow) -> Reviewer:
    return Reviewer(id=row.id, name=row.name, letter=row.letter, role=Role(row.role))
