"""How much each finding weighs: which one decides a pair, and how sure it makes of a conflict.

One readable table. Its figures order the queue; people never see them.
"""

from collections.abc import Sequence

from app.domain.pairs import Finding, Reason, Relation, Strength

CONFLICT_SCORES: dict[tuple[Reason, Strength], float] = {
    (Reason.VOTE_COUNT, Strength.STRICT): 0.97,
    (Reason.NUMBER, Strength.STRICT): 0.94,
    (Reason.NAME_SPELLING, Strength.STRICT): 0.92,
    (Reason.DATE, Strength.STRICT): 0.90,
    (Reason.QUOTE_WORDING, Strength.STRICT): 0.88,
    (Reason.EVENT_ORDER, Strength.STRICT): 0.86,
    (Reason.TITLE, Strength.STRICT): 0.82,
    (Reason.ATTRIBUTION, Strength.STRICT): 0.80,
    (Reason.NEGATION, Strength.STRICT): 0.78,
    (Reason.MODALITY, Strength.STRICT): 0.74,
    (Reason.SCOPE, Strength.STRICT): 0.70,
    (Reason.DETAIL, Strength.STRICT): 0.60,
    (Reason.NUMBER, Strength.TENSION): 0.55,
    (Reason.EVENT_ORDER, Strength.TENSION): 0.50,
    (Reason.NAME_SPELLING, Strength.TENSION): 0.48,
    (Reason.QUOTE_WORDING, Strength.TENSION): 0.46,
    (Reason.TERMINOLOGY, Strength.FRAMING): 0.20,
}
"""How sure of a strict conflict each finding makes, 0 to 1. Set by hand from how often each was
right on the sample cases: typed values of one question first, words in one another's place
last, loaded words never above them (engine.md: framing must not drown strict conflicts)."""

_SOFT, _NONE = 0.35, 0.05
_OF_CONFLICTS = {Strength.STRICT: 0, Strength.TENSION: 2, Strength.FRAMING: 4}
_OF_OTHERS = {Relation.AGREE: 1, Relation.RELATED: 3}


def rank(finding: Finding) -> tuple[int, float]:
    """Strict conflicts decide, then agreement, then what only leaves another impression."""
    if finding.relation is Relation.CONFLICT:
        order = _OF_CONFLICTS[finding.strength]
    else:
        order = _OF_OTHERS.get(finding.relation, 5)
    return order, -CONFLICT_SCORES.get((finding.reason, finding.strength), 0.0)


def score(findings: Sequence[Finding], covered: float = 0.0) -> float:
    """The surest conflict among the findings, a little surer where more words align."""
    conflicts = [CONFLICT_SCORES.get((one.reason, one.strength), _SOFT) for one in findings
                 if one.relation is Relation.CONFLICT]
    if not conflicts:
        return _NONE * (1 - covered)
    decisive = min(findings, key=rank)
    agreed = decisive.relation is not Relation.CONFLICT and any(
        one.relation is Relation.AGREE and one.strength is Strength.STRICT for one in findings)
    return max(conflicts) * (0.5 if agreed else 0.96 + 0.04 * covered)
