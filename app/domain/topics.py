"""Questions that several claims answer: the rows of the matrix."""

from dataclasses import dataclass

from app.domain.pairs import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one claim answers to a topic: its short value, and the version told.

    Claims with the same version number tell the same; 1 is the version told by most sources
    (ties: earliest publication). The versions of a topic count up from 1 without a gap.
    """

    claim_id: int
    value: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question with its answers. `label` is short and made of the articles' own words, or of
    a person's."""

    label: str
    reason: Reason
    answers: tuple[Answer, ...]
    id: int = 0
