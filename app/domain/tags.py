"""What people answer for a pair."""

from dataclasses import dataclass
from datetime import datetime

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
