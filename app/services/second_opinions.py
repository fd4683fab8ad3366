"""What a local model thinks of two claims: one more finding, which never decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from app.domain.pairs import Finding, PairKey, Reason, Relation, Strength, Suggestion
from app.engine.reading import Reading
from app.models.classifier import Answer, Classifier, Opinion

MOST = 200
"""Pairs of one comparing that a model is asked about, the likeliest conflicts first: at some 30
pairs a second on one core they take seven seconds."""

_RELATIONS = {Answer.ENTAILMENT: Relation.AGREE, Answer.NEUTRAL: Relation.RELATED,
              Answer.CONTRADICTION: Relation.CONFLICT}
_SAID = {Answer.ENTAILMENT: "takes the two for telling the same",
         Answer.NEUTRAL: "takes neither to follow from the other or to deny it",
         Answer.CONTRADICTION: "takes the two for contradicting each other"}
_HELD_FIRST = {Answer.ENTAILMENT: "The other follows from it",
               Answer.NEUTRAL: "Leaves the other open",
               Answer.CONTRADICTION: "Contradicts the other"}
_READINGS = {Answer.ENTAILMENT: "Same content", Answer.NEUTRAL: "Neither",
             Answer.CONTRADICTION: "Contradiction"}

Suggested = tuple[tuple[PairKey, Suggestion], ...]


def with_opinion(suggestion: Suggestion, a: str, b: str,
                 model: Classifier | None) -> Suggestion:
    """A suggestion on two texts, and the model's opinion as its last finding."""
    if model is None or not a.strip() or not b.strip():
        return suggestion
    return _added(suggestion, _finding(model.judge([(a, b)])[0], model.name))


def with_opinions(suggested: Suggested, readings: Sequence[Reading],
                  model: Classifier | None) -> Suggested:
    """The suggestions of a case; the likeliest conflicts, at most `MOST`, with an opinion."""
    if model is None:
        return suggested
    texts = {claim.id: claim.text for reading in readings for claim in reading.claims}
    ranked = sorted(suggested, key=lambda one: (-one[1].score, one[0]))[:MOST]
    keys = [key for key, _ in ranked]
    opinions = model.judge([(texts[key.first], texts[key.second]) for key in keys])
    found = {key: _finding(opinion, model.name)
             for key, opinion in zip(keys, opinions, strict=True)}
    return _all_with(suggested, found)


def kept(suggested: Suggested, before: Mapping[PairKey, Finding],
         changed: Collection[int]) -> Suggested:
    """The suggestions with the opinions that a model gave before, where it was not asked anew.
    Not those on claims that were changed since."""
    return _all_with(suggested, {
        key: finding for key, finding in before.items()
        if key.first not in changed and key.second not in changed})


def _all_with(suggested: Suggested, found: Mapping[PairKey, Finding]) -> Suggested:
    return tuple(
        (key, _added(one, found[key]) if key in found and not _has_opinion(one) else one)
        for key, one in suggested)


def _has_opinion(suggestion: Suggestion) -> bool:
    return any(finding.reason is Reason.SECOND_OPINION for finding in suggestion.findings)


def _added(suggestion: Suggestion, finding: Finding) -> Suggestion:
    return replace(suggestion, findings=(*suggestion.findings, finding))


def _finding(opinion: Opinion, name: str) -> Finding:
    """The model's answer to either text held against the other, and both together."""
    return Finding(
        reason=Reason.SECOND_OPINION, relation=_RELATIONS[opinion.answer],
        strength=Strength.TENSION,
        because=f"The model “{name}” {_SAID[opinion.answer]} ({opinion.sure:.0%}).",
        what=f"Model {name}", reading=_READINGS[opinion.answer],
        first_value=_HELD_FIRST[opinion.forth], second_value=_HELD_FIRST[opinion.back],
    )
