"""What adjudicators decided, and the disputes that they decided on."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from app.domain.errors import NotFound
from app.domain.pairs import Relation
from app.domain.tags import Decision, Dispute, Ruling, Stage
from app.store.columns import AnyRow
from app.store.dispute_tables import decisions, disputes
from app.store.tables import pairs, tags


class Decisions:
    """Decisions on disputes. Nothing here is ever changed or deleted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        pair_id: int,
        reviewer_id: int,
        ruling: Ruling,
        relation: Relation | None = None,
        *,
        why: str,
        at: datetime,
        form_key: str | None = None,
    ) -> Decision:
        """The pair's newest decision; a relation comes with SETTLED and with nothing else."""
        decision_id = self._connection.execute(
            insert(decisions).returning(decisions.c.id),
            {"pair_id": pair_id, "reviewer_id": reviewer_id, "ruling": ruling,
             "relation": relation, "why": why, "decided_at": at, "form_key": form_key},
        ).scalar_one()
        return Decision(id=decision_id, pair_id=pair_id, reviewer_id=reviewer_id, ruling=ruling,
                        relation=relation, why=why, decided_at=at)

    def of(self, pair_id: int) -> list[Decision]:
        """Every decision ever made on the pair, the oldest first."""
        query = select(decisions).where(decisions.c.pair_id == pair_id).order_by(decisions.c.id)
        return [_decision(row) for row in self._connection.execute(query)]

    def with_key(self, reviewer_id: int, form_key: str) -> Decision | None:
        """The decision that this form made already, if it did."""
        row = self._connection.execute(select(decisions).where(
            decisions.c.reviewer_id == reviewer_id, decisions.c.form_key == form_key,
        )).one_or_none()
        return None if row is None else _decision(row)

    def dispute(self, pair_id: int) -> Dispute | None:
        """The dispute on the pair, None where its tags are at one."""
        row = self._connection.execute(
            select(disputes).where(disputes.c.pair_id == pair_id),
        ).one_or_none()
        if row is None:
            return None
        return Dispute(pair_id=row.pair_id, case_id=row.case_id, stage=Stage(row.stage),
                       since=row.since)

    def state(self, pair_id: int) -> int:
        """A number that grows whenever the pair or anybody's answer to it changes.

        A page shows it, a form sends it back, and an older one is refused. Raises NotFound.
        """
        given = (
            select(func.count()).select_from(tags).where(tags.c.pair_id == pair_id)
            .scalar_subquery()
        )
        query = select(pairs.c.version + given).where(pairs.c.id == pair_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFound("There is no such pair.")
        return int(found)


def _decision(row: AnyRow) -> Decision:
    return Decision(
        id=row.id, pair_id=row.pair_id, reviewer_id=row.reviewer_id, ruling=Ruling(row.ruling),
        relation=None if row.relation is None else Relation(row.relation), why=row.why,
        decided_at=row.decided_at,
    )
