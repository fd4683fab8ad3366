"""The matrix: topics by sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.pairs import Reason, Relation
from app.services.pages.shell import CaseHead, Shell, TagShown


class Show(StrEnum):
    """The three views of the matrix."""

    VALUES = "values"
    CLAIMS = "claims"
    VERSIONS = "versions"


class TopicOrder(StrEnum):
    """How the rows are ordered."""

    CONFLICTS = "conflicts"
    TOPIC = "topic"
    TAGGED = "tagged"
    ARRANGED = "arranged"

    @property
    def words(self) -> str:
        """As the menu says it."""
        return {"conflicts": "conflicts first", "topic": "topic", "tagged": "share tagged",
                "arranged": "as arranged"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceColumn:
    """A column: one source, with its first date and how many claims it has in the case."""

    id: int
    name: str
    first_on: date | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says on a topic. `version` None: not mentioned (written out).

    `versions` has more than one entry where the source contradicts itself. `differs` tints the
    cell: another version than 1 in a topic with a confirmed conflict. `more` counts further
    claims of this source on the topic.
    """

    source_id: int
    source: str
    versions: tuple[int, ...] = ()
    value: str = ""
    gist: str = ""
    more: int = 0
    differs: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionGroup:
    """For phones: one version of a topic with the sources that tell it."""

    version: int
    value: str
    sources: str
    gist: str
    differs: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A row of the matrix; `state` None means one source only, so there is nothing to compare.

    `tagged` and `pairs` count the pairs on this topic, `waiting` those that wait for my tag;
    `href` opens the pairs behind it. `silent` names the sources that do not mention the topic
    (for phones). `voices` says "3 sources, 2 origins" where some print one text, else "".
    """

    id: int
    label: str
    reason: Reason
    cells: tuple[Cell, ...]
    groups: tuple[VersionGroup, ...]
    silent: str
    state: TagShown | None
    tagged: int
    pairs: int
    waiting: int
    href: str
    voices: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """A count above the matrix: "3 conflict". `relation` None is "not reviewed"."""

    relation: Relation | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """Who says what about what. `topics` may be empty; `articles` says why (0, 1, or more)."""

    shell: Shell
    head: CaseHead
    show: Show
    order: TopicOrder
    sources: tuple[SourceColumn, ...]
    topics: tuple[TopicRow, ...]
    topic_count: int
    states: tuple[StateCount, ...]
    one_source: int
    next_key: str | None
