"""What local models said of the pairs of a case."""

from sqlalchemy import Connection, select

from app.domain.pairs import Finding, PairKey, Reason, Relation, Strength
from app.store.tables import findings, pairs


class SecondOpinions:
    """The findings of local models, which outlive a comparing that asks no model."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_case(self, case_id: int) -> dict[PairKey, Finding]:
        """The opinion on each pair of a case that has one."""
        rows = self._connection.execute(
            select(findings, pairs.c.first_claim_id, pairs.c.second_claim_id)
            .join(pairs, pairs.c.id == findings.c.pair_id)
            .where(pairs.c.case_id == case_id, findings.c.reason == Reason.SECOND_OPINION))
        return {PairKey(row.first_claim_id, row.second_claim_id): Finding(
            reason=Reason.SECOND_OPINION, relation=Relation(row.relation),
            strength=Strength(row.strength), because=row.because, what=row.what,
            reading=row.reading, first_value=row.first_value, second_value=row.second_value,
        ) for row in rows}
