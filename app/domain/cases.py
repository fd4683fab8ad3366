"""The story under review."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A story with its articles, topics, pairs and people."""

    id: int
    name: str
    opened_at: datetime
