"""What people put right about claims: written once, applied to what everybody reads."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from app.domain.claims import Claim
from app.domain.corrections import CorrectedPart, Correction, What, as_read, reading_json
from app.domain.errors import NotFound
from app.domain.pairs import PairKey
from app.store.columns import AnyRow
from app.store.correction_tables import (
    aliases,
    corrected_parts,
    corrections,
    left_out_claims,
    machine_readings,
    parted_pairs,
    undone_corrections,
    withdrawn_aliases,
)
from app.store.tables import articles, claims


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCorrection:
    """A correction that is ready to be kept."""

    claim_id: int
    pair_id: int | None
    parts: tuple[CorrectedPart, ...]
    why: str
    compared: int
    changed: int


class Corrections:
    """What was put right, and what follows from it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: NewCorrection, *, by: int, at: datetime) -> Correction:
        """Keep a correction with its parts."""
        number = self._connection.execute(
            insert(corrections).returning(corrections.c.id),
            {"claim_id": new.claim_id, "pair_id": new.pair_id, "why": new.why,
             "compared": new.compared, "changed": new.changed, "reviewer_id": by,
             "made_at": at},
        ).scalar_one()
        self._connection.execute(insert(corrected_parts), [
            {"correction_id": number, "position": n, "what": part.what, "before": part.before,
             "after": part.after}
            for n, part in enumerate(new.parts, start=1)
        ])
        return Correction(id=number, claim_id=new.claim_id, pair_id=new.pair_id,
                          parts=new.parts, why=new.why, compared=new.compared,
                          changed=new.changed, reviewer_id=by, made_at=at)

    def undo(
        self, correction_id: int, *, compared: int, changed: int, by: int, at: datetime,
    ) -> None:
        """Note that a correction was taken back."""
        self._connection.execute(insert(undone_corrections), {
            "correction_id": correction_id, "reviewer_id": by, "undone_at": at,
            "compared": compared, "changed": changed,
        })

    def get(self, correction_id: int) -> Correction:
        """The correction, undone or not. Raises NotFound."""
        for found in self._where(corrections.c.id == correction_id):
            return found
        raise NotFound("There is no such correction.")

    def of_claim(self, claim_id: int) -> tuple[Correction, ...]:
        """All corrections of a claim, undone ones too, the oldest first."""
        return self._where(corrections.c.claim_id == claim_id)

    def of_claims(self, claim_ids: Collection[int]) -> tuple[Correction, ...]:
        """All corrections of a few claims, undone ones too, the oldest first."""
        return self._where(corrections.c.claim_id.in_(claim_ids))

    def state(self, claim_id: int) -> int:
        """A number that grows whenever somebody corrects the claim or undoes that."""
        made = (
            select(func.count(corrections.c.id), func.count(undone_corrections.c.correction_id))
            .select_from(corrections)
            .outerjoin(undone_corrections,
                       undone_corrections.c.correction_id == corrections.c.id)
            .where(corrections.c.claim_id == claim_id)
        )
        return sum(self._connection.execute(made).one())

    def edition(self, case_id: int) -> int:
        """A number that grows with every correction and alias of the case, made or taken back."""
        made = (
            select(func.count(corrections.c.id), func.count(undone_corrections.c.correction_id))
            .select_from(corrections)
            .join(claims, claims.c.id == corrections.c.claim_id)
            .join(articles, articles.c.id == claims.c.article_id)
            .outerjoin(undone_corrections,
                       undone_corrections.c.correction_id == corrections.c.id)
            .where(articles.c.case_id == case_id)
        )
        named = (
            select(func.count(aliases.c.id), func.count(withdrawn_aliases.c.alias_id))
            .select_from(aliases)
            .outerjoin(withdrawn_aliases, withdrawn_aliases.c.alias_id == aliases.c.id)
            .where(aliases.c.case_id == case_id)
        )
        return sum(sum(self._connection.execute(query).one()) for query in (made, named))

    def machine_reading(self, claim: Claim) -> Claim:
        """The claim as the machine read it; as it stands, if nobody ever corrected it."""
        kept = self._connection.execute(
            select(machine_readings.c.reading).where(machine_readings.c.claim_id == claim.id),
        ).scalar()
        return claim if kept is None else as_read(claim, kept)

    def keep_reading(self, claim: Claim) -> None:
        """Set aside what the machine read, before the first correction of a claim."""
        known = select(machine_readings.c.claim_id).where(machine_readings.c.claim_id == claim.id)
        if self._connection.execute(known).one_or_none() is None:
            self._connection.execute(
                insert(machine_readings), {"claim_id": claim.id, "reading": reading_json(claim)})

    def left_out(self, case_id: int) -> frozenset[int]:
        """The ids of what somebody said to be no claim."""
        query = (
            select(left_out_claims.c.claim_id)
            .join(claims, claims.c.id == left_out_claims.c.claim_id)
            .join(articles, articles.c.id == claims.c.article_id)
            .where(articles.c.case_id == case_id)
        )
        return frozenset(self._connection.scalars(query))

    def leave_out(self, claim_id: int, *, is_claim: bool) -> None:
        """Take the claim out of all reading, or back in."""
        self._connection.execute(
            delete(left_out_claims).where(left_out_claims.c.claim_id == claim_id))
        if not is_claim:
            self._connection.execute(insert(left_out_claims), {"claim_id": claim_id})

    def parted(self, case_id: int) -> frozenset[PairKey]:
        """Claims that somebody said not to be about the same event."""
        query = (
            select(parted_pairs.c.first_claim_id, parted_pairs.c.second_claim_id)
            .join(claims, claims.c.id == parted_pairs.c.first_claim_id)
            .join(articles, articles.c.id == claims.c.article_id)
            .where(articles.c.case_id == case_id)
        )
        return frozenset(PairKey(*row) for row in self._connection.execute(query))

    def part(self, key: PairKey, *, same_event: bool) -> None:
        """Keep two claims from being set against each other, or no longer."""
        self._connection.execute(delete(parted_pairs).where(
            parted_pairs.c.first_claim_id == key.first,
            parted_pairs.c.second_claim_id == key.second))
        if not same_event:
            self._connection.execute(
                insert(parted_pairs),
                {"first_claim_id": key.first, "second_claim_id": key.second})

    def _where(self, condition: ColumnElement[bool]) -> tuple[Correction, ...]:
        rows = self._connection.execute(_CORRECTIONS.where(condition)).all()
        if not rows:
            return ()
        parts: dict[int, list[CorrectedPart]] = defaultdict(list)
        for row in self._connection.execute(_PARTS.where(condition)):
            parts[row.correction_id].append(CorrectedPart(
                what=What(row.what), before=row.before, after=row.after))
        return tuple(_correction(row, parts[row.id]) for row in rows)


_CORRECTIONS = (
    select(
        corrections,
        undone_corrections.c.reviewer_id.label("undone_by"), undone_corrections.c.undone_at,
        func.coalesce(undone_corrections.c.compared, corrections.c.compared).label("pairs"),
        func.coalesce(undone_corrections.c.changed, corrections.c.changed).label("others"),
    )
    .outerjoin(undone_corrections, undone_corrections.c.correction_id == corrections.c.id)
    .order_by(corrections.c.id)
)
_PARTS = (
    select(corrected_parts)
    .join(corrections, corrections.c.id == corrected_parts.c.correction_id)
    .order_by(corrected_parts.c.correction_id, corrected_parts.c.position)
)


def _correction(row: AnyRow, parts: Sequence[CorrectedPart]) -> Correction:
    return Correction(
        id=row.id, claim_id=row.claim_id, pair_id=row.pair_id, parts=tuple(parts), why=row.why,
        reviewer_id=row.reviewer_id, made_at=row.made_at, compared=row.pairs,
        changed=row.others, undone_by=row.undone_by, undone_at=row.undone_at,
    )
