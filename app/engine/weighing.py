"""From findings to one suggestion: the only place where weights stand."""

from math import exp

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.measures import Measure, measures

# How much each piece of evidence speaks for a strict conflict, in log odds, times the gate
# (MET and MET_BACK stand outside it). The first part was fitted by logistic regression (L2, C 1,
# each set weighing the same) on three public sets of labelled pairs: SummEdits without its news
# domain, FEVER-Symmetric and Breaking NLI. Fitted on the other two sets only, the ranking of
# conflicts on the third reaches an AUROC of 0.83, 0.59 and 0.95; with all three 0.88, 0.78 and
# 0.96. The second part is set by hand.
WEIGHTS: dict[str, float] = {
    # fitted
    "number conflict strict": 3.2,
    "date conflict strict": 3.1,
    "detail conflict strict": 3.0,
    "event_order conflict strict": 2.7,
    "negation conflict strict": 2.7,
    "detail conflict tension": 1.0,
    "figures left over": 0.8,
    "negation related tension": 0.8,
    "number conflict tension": 0.8,
    "scope related tension": 0.7,
    "met back": 0.6,
    "other head": 0.5,
    "words left over": 0.5,
    "other noun": 0.3,
    "left over on both": -0.3,
    "names left over": -0.3,
    "other small word": -0.5,
    "near words": -0.5,
    "other verb": -0.9,
    "synonyms": -1.5,
    "met": -2.8,
    # set by hand: too rare in the sets above to be fitted
    "vote_count conflict strict": 4.0,
    "vote_count agree strict": -3.0,
    "quote_wording conflict tension": 0.5,
    "name_spelling conflict strict": 4.0,
    "scope conflict strict": 2.0,
    "title conflict strict": 2.0,
    "modality conflict strict": 2.0,
    "modality related tension": 0.3,
    "attribution conflict strict": 2.0,
    "number agree strict": -1.0,
    "date agree strict": -1.0,
}
# The fitted base less 0.6: half of the pairs of those sets are conflicts, fewer are in life.
_BASE = 0.7
# The gate: below the first share of matched words nothing counts, above the second all does.
_CLOSED, _OPEN = 0.3, 0.8


def gate(both: Alignment) -> float:
    """How far two claims speak of the same, 0 to 1, from the words that align."""
    met = max(both.met_first, both.met_second)
    return min(1.0, max(0.0, (met - _CLOSED) / (_OPEN - _CLOSED)))


def evidence(findings: tuple[Finding, ...], both: Alignment) -> dict[str, float]:
    """All that is weighed, by name: findings as "reason relation strength", and measures."""
    found: dict[str, float] = {
        _name(finding): 1.0 for finding in findings}
    found.update({str(name): value for name, value in measures(both).items()})
    opened = gate(both)
    return {name: value if name in _UNGATED else value * opened
            for name, value in found.items()}


_UNGATED = frozenset({str(Measure.MET), str(Measure.MET_BACK)})


def score(findings: tuple[Finding, ...], both: Alignment) -> float:
    """How likely the two claims are in strict conflict, 0 to 1."""
    total = _BASE + sum(WEIGHTS.get(name, 0.0) * value
                        for name, value in evidence(findings, both).items())
    return 1 / (1 + exp(-total))


# In a case most pairs that meet are not about one fact, so the same evidence says less there:
# the words count only where most of both claims match, facts where a fair part does.
_RARE = -2.0
_WORDS_GATE = (0.45, 0.75)
_FACTS_GATE = (0.25, 0.5)
_OWN_TERMS = frozenset({Reason.VOTE_COUNT, Reason.NAME_SPELLING, Reason.MODALITY, Reason.SCOPE,
                        Reason.QUOTE_WORDING, Reason.ATTRIBUTION, Reason.TITLE})


def score_in_case(findings: tuple[Finding, ...], both: Alignment) -> float:
    """How likely two claims of a case are in strict conflict, 0 to 1."""
    total = _RARE + sum(
        WEIGHTS.get(_name(finding), 0.0) * _case_gate(finding, both) for finding in findings)
    return 1 / (1 + exp(-total))


def _case_gate(finding: Finding, both: Alignment) -> float:
    if finding.reason in _OWN_TERMS:
        return 1.0
    places = {Place(fact.start, fact.end) for fact in both.first.claim.facts}
    low, high = _FACTS_GATE if places & set(finding.first_places) else _WORDS_GATE
    return min(1.0, max(0.0, (both.covered - low) / (high - low)))


def _name(finding: Finding) -> str:
    return f"{finding.reason} {finding.relation} {finding.strength}"


_SURE = 0.5
_SAME = 0.5
_WITHIN = 0.8


def relation(findings: tuple[Finding, ...], both: Alignment, sure: float) -> Relation:
    """One relation of all findings: a conflict that is sure enough, else an agreement that a
    finding or most of the words bear out, else related where they meet at all."""
    if sure >= _SURE and any(finding.relation is Relation.CONFLICT for finding in findings):
        return Relation.CONFLICT
    agreed = any(finding.relation is Relation.AGREE and finding.strength is Strength.STRICT
                 for finding in findings)
    within = max(both.covered_first, both.covered_second) >= _WITHIN
    if agreed or both.covered >= _SAME or within:
        return Relation.AGREE
    return Relation.RELATED if findings and gate(both) > 0 else Relation.UNRELATED


_RANK = {Strength.STRICT: 0, Strength.TENSION: 1, Strength.FRAMING: 2}


def ordered(findings: tuple[Finding, ...], decided: Relation) -> tuple[Finding, ...]:
    """The deciding findings first, then by strength and weight; the order is always the same."""
    return tuple(sorted(findings, key=lambda finding: (
        finding.relation is not decided, _RANK[finding.strength],
        -abs(WEIGHTS.get(_name(finding), 0.0)),
        list(Reason).index(finding.reason))))
