"""Bringing articles in: a job, its items, and what became of each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ItemState(StrEnum):
    """Where an item stands. The last three are outcomes; nothing happens to them any more."""

    WAITING = "waiting"
    READING = "reading"
    CLAIMS = "claims"
    COMPARING = "comparing"
    DONE = "done"
    DUPLICATE = "duplicate"
    FAILED = "failed"

    @property
    def is_outcome(self) -> bool:
        """Nothing more will happen to an item in this state."""
        return self in {ItemState.DONE, ItemState.DUPLICATE, ItemState.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOutcome:
    """One article on its way in, and how far it came.

    `message` is the plain sentence for a failure or a duplicate, else "".
    """

    id: int
    job_id: int
    name: str
    state: ItemState
    failed_at: ItemState | None = None
    message: str = ""
    article_id: int | None = None
    claims: int = 0
    pairs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJob:
    """A wish to bring articles into a case, and the outcome of each."""

    id: int
    case_id: int
    requested_at: datetime
    items: tuple[ItemOutcome, ...]

    @property
    def is_over(self) -> bool:
        """Every item has an outcome."""
        return all(item.state.is_outcome for item in self.items)
