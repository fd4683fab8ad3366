"""What people put right about claims and names; what the machine read stays beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.claims import Claim, Modality, Polarity, Span, Speaker, SpeakerKind, Stage
from app.domain.fact_values import fact_value, to_json
from app.domain.facts import Fact, FactKind

Json = Any
"""What JSON can hold."""


class What(StrEnum):
    """What was put right: a claim's speaker, a value, a date, its words; that it is no claim;
    that a pair of it is not about the same event."""

    SPEAKER = "speaker"
    FACT = "fact"
    DATE = "date"
    BOUNDARY = "boundary"
    NOT_A_CLAIM = "not_a_claim"
    SAME_EVENT = "same_event"


class Reshaping(StrEnum):
    """What was done to several claims in one go: made one, cut in two, left out together."""

    MERGED = "merged"
    SPLIT = "split"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedPart:
    """One thing that changed, before and after, as JSON.

    Speakers and facts as `speaker_json` and `fact_json` (None: there is none), words as
    `words_json` (None before: the claim itself was added by hand), the other two as true or
    false.
    """

    what: What
    before: Json
    after: Json

    @property
    def adds_the_claim(self) -> bool:
        """No machine read the claim: a person took its words from the text."""
        return self.what is What.BOUNDARY and self.before is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one reviewer put right about a claim in one save. Append-only: undoing adds to it.

    `compared` and `changed` count the pairs compared again and those that came out another way:
    when it was made or, once it is undone, when it was undone.
    """

    id: int
    claim_id: int
    pair_id: int | None
    parts: tuple[CorrectedPart, ...]
    why: str
    reviewer_id: int
    made_at: datetime
    compared: int
    changed: int
    undone_by: int | None = None
    undone_at: datetime | None = None

    @property
    def adds_the_claim(self) -> bool:
        """The claim itself was made by hand."""
        return any(part.adds_the_claim for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name as written and what it means in a case."""

    id: int
    case_id: int
    name: str
    means: str
    kind: FactKind
    added_by: int
    added_at: datetime
    withdrawn_at: datetime | None = None


def corrected(claim: Claim, parts: Iterable[CorrectedPart]) -> Claim:
    """The claim with these parts put right in turn; its words first, for facts follow them.

    A fact that the claim no longer holds is passed over.
    """
    for part in sorted(parts, key=lambda part: part.what is not What.BOUNDARY):
        if part.what is What.BOUNDARY:
            claim = with_words(claim, part.after)
        elif part.what is What.SPEAKER:
            claim = replace(claim, speaker=_speaker(part.after))
        elif part.what in {What.FACT, What.DATE}:
            claim = replace(claim, facts=_with_fact(claim.facts, part))
    return claim


def _with_fact(facts: tuple[Fact, ...], part: CorrectedPart) -> tuple[Fact, ...]:
    if part.before is None:
        return tuple(sorted((*facts, fact_of(part.after)), key=lambda fact: fact.start))
    place = (part.before["kind"], part.before["start"], part.before["end"])
    after = None if part.after is None else fact_of(part.after)
    put = (after if (fact.kind, fact.start, fact.end) == place else fact for fact in facts)
    return tuple(fact for fact in put if fact is not None)


def reading_json(claim: Claim) -> Json:
    """All of a claim that can be put right."""
    return words_json(claim) | {"speaker": speaker_json(claim.speaker)}


def as_read(claim: Claim, reading: Json) -> Claim:
    """The claim as `reading_json` kept it."""
    return replace(with_words(claim, reading), speaker=_speaker(reading["speaker"]))


def words_json(claim: Claim) -> Json:
    """Where a claim stands, with what follows from its words."""
    span = claim.span
    return {
        "start": span.start, "end": span.end, "quote": span.quote, "before": span.before,
        "after": span.after, "modality": claim.modality, "polarity": claim.polarity,
        "hedges": list(claim.hedges), "scope": list(claim.scope),
        "condition": claim.condition, "exception": claim.exception,
        "stages": list(claim.stages), "stages_ahead": list(claim.stages_ahead),
        "facts": [fact_json(fact) for fact in claim.facts],
    }


def with_words(claim: Claim, words: Json) -> Claim:
    """The claim with the words that `words_json` told."""
    return replace(
        claim, modality=Modality(words["modality"]), polarity=Polarity(words["polarity"]),
        span=Span(start=words["start"], end=words["end"], quote=words["quote"],
                  before=words["before"], after=words["after"]),
        hedges=tuple(words["hedges"]), scope=tuple(words["scope"]),
        condition=words["condition"], exception=words["exception"],
        stages=tuple(map(Stage, words["stages"])),
        stages_ahead=tuple(map(Stage, words["stages_ahead"])),
        facts=tuple(fact_of(fact) for fact in words["facts"]),
    )


def speaker_json(speaker: Speaker | None) -> Json:
    """A speaker as JSON; None where the outlet itself speaks."""
    if speaker is None:
        return None
    return {"name": speaker.name, "kind": speaker.kind, "verb": speaker.verb,
            "via": speaker.via}


def _speaker(told: Json) -> Speaker | None:
    if told is None:
        return None
    return Speaker(name=told["name"], kind=SpeakerKind(told["kind"]), verb=told["verb"],
                   via=told["via"])


def fact_json(fact: Fact) -> Json:
    """A fact as JSON."""
    return {"kind": fact.kind, "value": to_json(fact.value), "surface": fact.surface,
            "start": fact.start, "end": fact.end}


def fact_of(told: Json) -> Fact:
    """The fact that `fact_json` told."""
    return Fact(value=fact_value(FactKind(told["kind"]), told["value"]),
                surface=told["surface"], start=told["start"], end=told["end"])
