"""Cases."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from app.domain.cases import Case
from app.domain.errors import NotFound
from app.store.columns import AnyRow
from app.store.tables import cases

_COLUMNS = (cases.c.id, cases.c.name, cases.c.opened_at)


class Cases:
    """The stories under review."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, name: str, *, opened_by: int, at: datetime) -> Case:
        """A new case. The name must be free, whatever its capitals."""
        case_id = self._connection.execute(
            insert(cases).returning(cases.c.id),
            {"name": name, "folded": name.casefold(), "opened_by": opened_by,
             "opened_at": at, "pairs_numbered": 0},
        ).scalar_one()
        return Case(id=case_id, name=name, opened_at=at)

    def get(self, case_id: int) -> Case:
        """The case. Raises NotFound."""
        row = self._connection.execute(
            select(*_COLUMNS).where(cases.c.id == case_id),
        ).one_or_none()
        if row is None:
            raise NotFound("There is no such case.")
        return _case(row)

    def named(self, name: str) -> Case:
        """The case of that name, whatever its capitals. Raises NotFound."""
        row = self._connection.execute(
            select(*_COLUMNS).where(cases.c.folded == name.strip().casefold()),
        ).one_or_none()
        if row is None:
            raise NotFound(f"There is no case named “{name.strip()}”.")
        return _case(row)

    def all(self) -> tuple[Case, ...]:
        """Every case, in order of opening."""
        rows = self._connection.execute(select(*_COLUMNS).order_by(cases.c.id))
        return tuple(_case(row) for row in rows)

    def hold(self, case_id: int) -> Case:
        """The case, with nobody else changing its articles and pairs until this work is kept."""
        query = select(cases.c.id).where(cases.c.id == case_id).with_for_update()
        self._connection.execute(query)
        return self.get(case_id)

    def next_pair_numbers(self, case_id: int, count: int) -> range:
        """`count` numbers that no pair of the case ever had."""
        last = self._connection.execute(
            update(cases)
            .where(cases.c.id == case_id)
            .values(pairs_numbered=cases.c.pairs_numbered + count)
            .returning(cases.c.pairs_numbered),
        ).scalar_one()
        return range(last - count + 1, last + 1)


def _case(row: AnyRow) -> Case:
    return Case(id=row.id, name=row.name, opened_at=row.opened_at)
