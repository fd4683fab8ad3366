"""Suggestions and findings as rows, and back."""

from collections.abc import Iterable
from typing import Any

from app.domain.pairs import Finding, Pair, PairKey, Place, Reason, Relation, Strength, Suggestion
from app.store.columns import AnyRow

Row = dict[str, Any]


def suggestion_row(case_id: int, pair_id: int, made: Suggestion) -> Row:
    """What is kept of a suggestion beside its findings."""
    return {
        "pair_id": pair_id, "case_id": case_id, "relation": made.relation,
        "strength": made.strength, "reason": made.findings[0].reason, "score": made.score,
        "engine": made.engine, "aligned": made.aligned, "only_first": made.only_first,
        "only_second": made.only_second, "keys": made.keys,
    }


def finding_rows(pair_id: int, made: Suggestion) -> list[Row]:
    """A row a finding, the deciding one first."""
    return [
        {"pair_id": pair_id, "position": n, "reason": finding.reason,
         "relation": finding.relation, "strength": finding.strength, "because": finding.because,
         "what": finding.what, "reading": finding.reading, "first_value": finding.first_value,
         "second_value": finding.second_value, "first_places": finding.first_places,
         "second_places": finding.second_places}
        for n, finding in enumerate(made.findings)
    ]


def _places(stored: Iterable[tuple[int, int]]) -> tuple[Place, ...]:
    return tuple(Place(start, end) for start, end in stored)


def finding_of(row: AnyRow) -> Finding:
    """The finding that was kept in a row."""
    return Finding(
        reason=Reason(row.reason), relation=Relation(row.relation),
        strength=Strength(row.strength), because=row.because, what=row.what,
        reading=row.reading, first_value=row.first_value, second_value=row.second_value,
        first_places=_places(row.first_places), second_places=_places(row.second_places),
    )


def pair_of(row: AnyRow, opinions: Iterable[Finding]) -> Pair:
    """The pair of a row joined with its suggestion, and its findings in order."""
    return Pair(
        id=row.id, case_id=row.case_id, number=row.number, version=row.version,
        key=PairKey(row.first_claim_id, row.second_claim_id),
        suggestion=Suggestion(
            relation=Relation(row.relation), strength=Strength(row.strength), score=row.score,
            findings=tuple(opinions), engine=row.engine, aligned=row.aligned,
            only_first=_places(row.only_first), only_second=_places(row.only_second),
            keys=tuple(row.keys),
        ),
    )
