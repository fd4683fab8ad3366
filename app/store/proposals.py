"""Corrections proposed by people who may not make them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select

from app.domain.errors import NotFound
from app.store.columns import AnyRow
from app.store.reshaping_tables import answered_proposals, proposals
from app.store.tables import articles, claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody would put right in a claim: `fields` as the form sends them.

    `seen` is the state of the claim that they saw. Open until `answered_at`.
    """

    id: int
    claim_id: int
    fields: dict[str, Any]
    why: str
    reviewer_id: int
    made_at: datetime
    seen: int
    answered_at: datetime | None = None


class Proposals:
    """Proposals and their answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, claim_id: int, fields: dict[str, Any], *, why: str, seen: int, by: int,
        at: datetime,
    ) -> int:
        """Keep a proposal; its id."""
        made: int = self._connection.execute(
            insert(proposals).returning(proposals.c.id),
            {"claim_id": claim_id, "fields": fields, "why": why, "reviewer_id": by,
             "made_at": at, "seen": seen},
        ).scalar_one()
        return made

    def answer(
        self, proposal_id: int, correction_id: int | None, *, by: int, at: datetime,
    ) -> None:
        """Note the correction that took the proposal over; None: it was declined."""
        self._connection.execute(insert(answered_proposals), {
            "proposal_id": proposal_id, "correction_id": correction_id, "reviewer_id": by,
            "answered_at": at})

    def get(self, proposal_id: int) -> Proposal:
        """The proposal, answered or not. Raises NotFound."""
        for found in self._where(proposals.c.id == proposal_id):
            return found
        raise NotFound("There is no such proposal.")

    def waiting(self, claim_id: int) -> tuple[Proposal, ...]:
        """The open proposals for a claim, the oldest first."""
        return self._where(proposals.c.claim_id == claim_id,
                           answered_proposals.c.proposal_id.is_(None))

    def count(self, case_id: int) -> int:
        """How many proposals of a case are open."""
        query = (
            select(func.count()).select_from(proposals)
            .join(claims, claims.c.id == proposals.c.claim_id)
            .join(articles, articles.c.id == claims.c.article_id)
            .outerjoin(answered_proposals, answered_proposals.c.proposal_id == proposals.c.id)
            .where(articles.c.case_id == case_id, answered_proposals.c.proposal_id.is_(None))
        )
        return self._connection.execute(query).scalar_one()

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[Proposal, ...]:
        query = (
            select(proposals, answered_proposals.c.answered_at)
            .outerjoin(answered_proposals, answered_proposals.c.proposal_id == proposals.c.id)
            .where(*conditions).order_by(proposals.c.id)
        )
        return tuple(_proposal(row) for row in self._connection.execute(query))


def _proposal(row: AnyRow) -> Proposal:
    return Proposal(id=row.id, claim_id=row.claim_id, fields=row.fields, why=row.why,
                    reviewer_id=row.reviewer_id, made_at=row.made_at, seen=row.seen,
                    answered_at=row.answered_at)
