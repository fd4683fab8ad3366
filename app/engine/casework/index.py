"""What is kept of a case, so that some of its claims can be compared without reading the rest."""

from collections.abc import Sequence
from typing import NamedTuple

from app.engine.casework.known import Known
from app.engine.casework.told import CaseWords
from app.engine.reading import Reading

KEPT = 4
"""Words under which a claim is found: its rarest ones, of which two claims on one thing share
at least one as a rule."""


class Keyed(NamedTuple):
    """A claim with the words under which it is found."""

    claim_id: int
    article_id: int
    words: tuple[str, ...]


class Index(NamedTuple):
    """How often each word occurs, and under which words each claim is found."""

    known: Known
    claims: tuple[Keyed, ...]


def index(case: CaseWords) -> Index:
    """The index of what was read."""
    return Index(case.whole, tuple(
        Keyed(told.id, told.article, case.by_worth(told)[:KEPT]) for told in case.told))


def index_of(readings: Sequence[Reading]) -> Index:
    """The index of some articles by themselves."""
    return index(CaseWords(readings))
