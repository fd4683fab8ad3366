"""Names as written and what they mean, case by case."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select

from app.domain.corrections import Alias
from app.domain.errors import NotFound
from app.domain.facts import FactKind
from app.store.columns import AnyRow
from app.store.correction_tables import aliases, withdrawn_aliases


class Aliases:
    """The table of names that people edit; rows are only added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, case_id: int, name: str, means: str, kind: FactKind, *, by: int, at: datetime,
    ) -> Alias:
        """Keep what a name means."""
        number = self._connection.execute(
            insert(aliases).returning(aliases.c.id),
            {"case_id": case_id, "name": name, "folded": name.casefold(), "means": means,
             "kind": kind, "reviewer_id": by, "added_at": at},
        ).scalar_one()
        return Alias(id=number, case_id=case_id, name=name, means=means, kind=kind,
                     added_by=by, added_at=at)

    def withdraw(self, alias_id: int, *, by: int, at: datetime) -> None:
        """It no longer holds."""
        self._connection.execute(
            insert(withdrawn_aliases),
            {"alias_id": alias_id, "reviewer_id": by, "withdrawn_at": at})

    def get(self, alias_id: int) -> Alias:
        """The alias, withdrawn or not. Raises NotFound."""
        for found in self._where(aliases.c.id == alias_id):
            return found
        raise NotFound("There is no such name in this case.")

    def of_case(self, case_id: int) -> tuple[Alias, ...]:
        """The names that hold in a case, in order of adding."""
        return self._where(
            aliases.c.case_id == case_id, withdrawn_aliases.c.alias_id.is_(None))

    def meaning(self, case_id: int, name: str) -> str | None:
        """What the name means in the case, whatever its capitals; None if nobody said."""
        for found in self._where(
            aliases.c.case_id == case_id, aliases.c.folded == name.casefold(),
            withdrawn_aliases.c.alias_id.is_(None),
        ):
            return found.means
        return None

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[Alias, ...]:
        rows = self._connection.execute(_ALIASES.where(*conditions))
        return tuple(_alias(row) for row in rows)


_ALIASES = (
    select(aliases, withdrawn_aliases.c.withdrawn_at)
    .outerjoin(withdrawn_aliases, withdrawn_aliases.c.alias_id == aliases.c.id)
    .order_by(aliases.c.id)
)


def _alias(row: AnyRow) -> Alias:
    return Alias(id=row.id, case_id=row.case_id, name=row.name, means=row.means,
                 kind=FactKind(row.kind), added_by=row.reviewer_id, added_at=row.added_at,
                 withdrawn_at=row.withdrawn_at)
