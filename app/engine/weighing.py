"""From findings to one suggestion: the only place where weights stand."""

from math import exp

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment

# How much a finding of each reason speaks for a strict conflict, in log odds.
WEIGHTS: dict[tuple[Reason, Relation, Strength], float] = {
    (Reason.VOTE_COUNT, Relation.CONFLICT, Strength.STRICT): 4.0,
    (Reason.NEGATION, Relation.CONFLICT, Strength.STRICT): 3.5,
    (Reason.NUMBER, Relation.CONFLICT, Strength.STRICT): 3.5,
    (Reason.DATE, Relation.CONFLICT, Strength.STRICT): 3.5,
    (Reason.NAME_SPELLING, Relation.CONFLICT, Strength.STRICT): 4.0,
    (Reason.DETAIL, Relation.CONFLICT, Strength.STRICT): 3.5,
    (Reason.DETAIL, Relation.CONFLICT, Strength.TENSION): 1.6,
    (Reason.NUMBER, Relation.CONFLICT, Strength.TENSION): 1.0,
    (Reason.QUOTE_WORDING, Relation.CONFLICT, Strength.TENSION): 1.5,
    (Reason.VOTE_COUNT, Relation.AGREE, Strength.STRICT): -3.0,
}
_BASE = -2.0
_CLOSED, _OPEN = 0.3, 0.8  # the gate: nothing counts below the first, all above the second


def gate(both: Alignment) -> float:
    """How far two claims speak of the same, 0 to 1, from the words that align."""
    covered = max(both.covered_first, both.covered_second)
    return min(1.0, max(0.0, (covered - _CLOSED) / (_OPEN - _CLOSED)))


def score(findings: tuple[Finding, ...], both: Alignment) -> float:
    """How likely the two claims are in strict conflict, 0 to 1."""
    total = sum(_weight(finding) for finding in findings) * gate(both) + _BASE
    return 1 / (1 + exp(-total))


def _weight(finding: Finding) -> float:
    return WEIGHTS.get((finding.reason, finding.relation, finding.strength), 0.0)


_SURE = 0.5
_SAME = 0.45


def relation(findings: tuple[Finding, ...], both: Alignment, sure: float) -> Relation:
    """One relation of all findings."""
    if sure >= _SURE:
        return Relation.CONFLICT
    told = {finding.relation for finding in findings if finding.strength is Strength.STRICT}
    if Relation.AGREE in told or both.covered >= _SAME:
        return Relation.AGREE
    if findings and gate(both) > 0:
        return Relation.RELATED
    return Relation.UNRELATED


_RANK = {Strength.STRICT: 0, Strength.TENSION: 1, Strength.FRAMING: 2}


def ordered(findings: tuple[Finding, ...], decided: Relation) -> tuple[Finding, ...]:
    """The deciding findings first, then by strength and weight; the order is always the same."""
    return tuple(sorted(findings, key=lambda finding: (
        finding.relation is not decided, _RANK[finding.strength], -abs(_weight(finding)),
        list(Reason).index(finding.reason))))
