"""What sources say on one topic: the details behind a cell of the matrix."""

from dataclasses import dataclass
from datetime import date

from app.domain.pairs import Reason
from app.services.pages.shell import CaseHead, Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPair:
    """A pair of a claim: with which source, and how it stands as far as the viewer may know:
    settled, tagged by me, else suggested."""

    number: int
    href: str
    other: str
    reason: Reason
    shown: TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class RowClaim:
    """A claim in full, with its pairs on the topic."""

    id: int
    source: str
    published_on: date | None
    paragraph: int
    words: str
    value: str
    version: int
    href: str
    pairs: tuple[RowPair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRowPage:
    """The claims of some sources on a topic. `sources` names them, "" for all; `columns` is how
    many cells a row of the matrix has. `review_href` opens the first of `waiting` pairs."""

    shell: Shell
    head: CaseHead
    topic_id: int
    label: str
    reason: Reason
    sources: str
    columns: int
    claims: tuple[RowClaim, ...]
    pairs: int
    waiting: int
    review_href: str
