"""An article as the engine reads it: its text and the claims found in it."""

from dataclasses import dataclass
from datetime import date

from app.domain.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article's canonical text with its claims in order of place.

    `published_on` None means that no relative date in it can be resolved.
    """

    article_id: int
    source_id: int
    title: str
    published_on: date | None
    text: str
    claims: tuple[Claim, ...]
