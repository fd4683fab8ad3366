"""From findings to one suggestion: the only place where weights stand."""

from enum import StrEnum
from math import exp

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import measures
from app.engine.alignment import Alignment


class Signal(StrEnum):
    """A kind of evidence for or against a strict conflict."""

    FIGURE = "another figure or date"
    DENIAL = "a denial, an opposite, another order"
    NAME = "another name or member of a closed class"
    WORD = "another word"
    SYNONYMS = "words of one meaning"
    NEAR_WORDS = "words of like meaning"
    OTHER_VERB = "another verb"
    UNSHARED = "share not found in the other"
    OWN_TERMS = "facts that clash"
    FITTING = "facts that fit"
    TENSION = "facts that sit badly together"


# How much each kind of evidence speaks for a strict conflict, in log odds. The first eight are
# fitted by bench/weights.py (logistic regression, a ridge of 1, every set weighing the same) on
# three public sets of labelled pairs: SummEdits without its news domain, FEVER-Symmetric and
# Breaking NLI. AUROC of the score, in sample and fitted without the set that is measured:
# SummEdits 0.86 / 0.83, FEVER 0.80 / 0.79, Breaking NLI 0.96 / 0.96.
WEIGHTS: dict[Signal, float] = {
    Signal.FIGURE: 4.46,
    Signal.DENIAL: 3.56,
    Signal.NAME: 3.83,
    Signal.WORD: 1.31,
    Signal.SYNONYMS: -1.19,
    Signal.NEAR_WORDS: -0.31,
    Signal.OTHER_VERB: -1.01,
    Signal.UNSHARED: 2.76,
    # set by hand: too rare in those sets to be fitted
    Signal.OWN_TERMS: 4.5,
    Signal.FITTING: -2.0,
    Signal.TENSION: 0.3,
}
FITTED = tuple(Signal)[:8]
# The fitted base less 0.4: half of the pairs of those sets are conflicts, fewer are in life.
BASE = -1.81

_STRICT: dict[Reason, Signal] = {
    Reason.NUMBER: Signal.FIGURE, Reason.DATE: Signal.FIGURE,
    Reason.NEGATION: Signal.DENIAL, Reason.EVENT_ORDER: Signal.DENIAL,
    Reason.SCOPE: Signal.DENIAL, Reason.MODALITY: Signal.DENIAL,
    Reason.DETAIL: Signal.NAME,
}
_FACTS = frozenset({Reason.VOTE_COUNT, Reason.NUMBER, Reason.DATE})
# Below the first share of matched words a finding is about something else, from the second on
# it counts in full.
_CLOSED, _OPEN = 0.3, 0.8
# The same for whether two claims are about one matter at all: for a claim held against one far
# longer, which may share no more than whom it speaks of; and for two of like length.
_LONG_AND_SHORT, _ALIKE = (0.05, 0.2), (0.2, 0.6)
_FAR_LONGER, _LIKE_LENGTH = 0.4, 0.8


def signal_of(finding: Finding) -> Signal | None:
    """What kind of evidence a finding is; None for one that weighs nothing."""
    if finding.relation is Relation.AGREE:
        return Signal.FITTING if finding.reason in _FACTS else None
    if finding.relation is Relation.RELATED or finding.strength is not Strength.STRICT:
        is_word = finding.reason is Reason.DETAIL
        return Signal.WORD if is_word else Signal.TENSION
    return _STRICT.get(finding.reason, Signal.OWN_TERMS)


def gate(both: Alignment) -> float:
    """How far the words around a difference match, 0 to 1."""
    return _between(max(both.met_first, both.met_second), _CLOSED, _OPEN)


def same_matter(both: Alignment) -> float:
    """How far two claims are about one matter at all, 0 to 1, by the share of words of the
    claim that is better matched. Set by hand, looking at sentences paired at random and at
    STS news pairs."""
    alike = _between(measures.likeness_in_length(both), _FAR_LONGER, _LIKE_LENGTH)
    closed, opened = ((1 - alike) * long + alike * like
                      for long, like in zip(_LONG_AND_SHORT, _ALIKE, strict=True))
    return _between(both.shared, closed, opened)


def _between(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))


def evidence(findings: tuple[Finding, ...], both: Alignment) -> dict[Signal, float]:
    """All that is weighed."""
    opened = gate(both)
    found = {signal: opened for finding in findings
             if (signal := signal_of(finding)) is not None}
    found[Signal.SYNONYMS] = opened * measures.synonyms(both)
    found[Signal.NEAR_WORDS] = opened * measures.near_words(both)
    found[Signal.OTHER_VERB] = opened * measures.other_verb(both)
    found[Signal.UNSHARED] = 1 - both.shared
    return found


def score(findings: tuple[Finding, ...], both: Alignment) -> float:
    """How likely the two claims are in strict conflict, 0 to 1: that they are about one matter,
    times that they clash if they are."""
    total = BASE + sum(WEIGHTS[signal] * value
                       for signal, value in evidence(findings, both).items())
    return same_matter(both) / (1 + exp(-total))


_SURE, _VERY_SURE = 0.5, 0.9
_COMPARABLE, _SHORT = 0.5, 0.25
"""Shares of the words that two claims have in common; two short ones ("was born in Lisbon", "was
born in Spain") have little but what they clash in."""
_SAME = 0.5
_WITHIN = 0.8


# Figures of other kinds and a cause for a sequence: what else the words share does not make
# these agree.
_APART = frozenset({(Reason.NUMBER, Relation.RELATED), (Reason.EVENT_ORDER, Relation.RELATED),
                    (Reason.DETAIL, Relation.RELATED)})


def relation(findings: tuple[Finding, ...], both: Alignment, sure: float) -> Relation:
    """One relation of all findings: a conflict that is sure enough, else an agreement that a
    finding or most of the words bear out, else related where they meet at all."""
    clashes = [finding for finding in findings if finding.relation is Relation.CONFLICT]
    strict = any(finding.strength is Strength.STRICT for finding in clashes)
    apart = any((finding.reason, finding.relation) in _APART for finding in findings)
    if apart and not strict:
        return Relation.RELATED
    if clashes and sure >= _SURE and both.shared >= (
            _SHORT if strict and sure >= _VERY_SURE else _COMPARABLE):
        return Relation.CONFLICT
    if apart:
        return Relation.RELATED
    tallied = any((finding.reason, finding.relation) == (Reason.VOTE_COUNT, Relation.AGREE)
                  for finding in findings)
    if tallied or both.shared >= _WITHIN or both.covered >= _SAME or _fits(findings, both):
        return Relation.AGREE
    return Relation.RELATED if findings and gate(both) > 0 else Relation.UNRELATED


_PLACES = {reason: place for place, reason in enumerate(Reason)}
def _fits(findings: tuple[Finding, ...], both: Alignment) -> bool:
    """Figures or dates that can both be right stand in words that match, and nothing clashes."""
    if max(both.met_first, both.met_second) < _WITHIN or both.shared < _COMPARABLE:
        return False
    return any(finding.reason in _FACTS and finding.relation is Relation.AGREE
               for finding in findings) and not any(
        finding.relation is Relation.CONFLICT for finding in findings)


_RANK = {Strength.STRICT: 0, Strength.TENSION: 1, Strength.FRAMING: 2}


def ordered(findings: tuple[Finding, ...], decided: Relation) -> tuple[Finding, ...]:
    """The deciding findings first, then by strength and weight; the order is always the same."""
    return tuple(sorted(findings, key=lambda finding: (
        finding.relation is not decided, _RANK[finding.strength], -_weight(finding),
        _PLACES[finding.reason])))


def _weight(finding: Finding) -> float:
    signal = signal_of(finding)
    return abs(WEIGHTS[signal]) if signal is not None else 0.0
