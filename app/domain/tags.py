"""What people answer for a pair."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.pairs import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A reviewer's answer. Append-only: the newest counts; `relation` None takes it back."""

    id: int
    pair_id: int
    reviewer_id: int
    relation: Relation | None
    note: str
    tagged_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What an adjudicator decided where tags differ; the tags stay beside it for ever."""

    id: int
    pair_id: int
    reviewer_id: int
    relation: Relation
    why: str
    settled_at: datetime


class Ruling(StrEnum):
    """What an adjudicator does about a pair: settle it, leave it unresolved, ask its reviewers
    to discuss it, or open again what was decided."""

    SETTLED = "settled"
    UNRESOLVED = "unresolved"
    DISCUSSED = "discussed"
    REOPENED = "reopened"


class Stage(StrEnum):
    """How a dispute stands: waiting for an adjudicator, with its reviewers, or decided."""

    OPEN = "open"
    DISCUSSED = "discussed"
    UNRESOLVED = "unresolved"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an adjudicator did about a pair. Append-only: the newest counts. `relation` is the
    answer of a ruling that settles, else None."""

    id: int
    pair_id: int
    reviewer_id: int
    ruling: Ruling
    relation: Relation | None
    why: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A pair whose tags differ, from the tag on that was the first to differ."""

    pair_id: int
    case_id: int
    stage: Stage
    since: datetime
