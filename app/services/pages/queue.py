"""The review queue, over all cases or limited to one."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.pairs import Reason, Relation
from app.services.pages.shell import CaseHead, Piece, Shell, TagShown


class MyTag(StrEnum):
    """Whether I have tagged a pair."""

    NOT_YET = "not_yet"
    SKIPPED = "skipped"
    TAGGED = "tagged"


class QueueOrder(StrEnum):
    """Orders of the queue; conflicts = likely strict conflicts first."""

    CONFLICTS = "conflicts"
    NUMBER = "number"
    NEWEST = "newest"
    REASON = "reason"
    SOURCE = "source"
    FEWEST = "fewest"

    @property
    def words(self) -> str:
        """As the menu says it."""
        return {"conflicts": "likely conflicts", "number": "pair number", "newest": "newest",
                "reason": "reason", "source": "source", "fewest": "fewest reviewers"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which pairs, in which order: all of it lives in the query string.

    Empty tuples filter nothing. `case_id` limits to a case, `topic_id` to one topic, `tagged`
    to pairs that I answered so, `disputed` to pairs of mine where others answered otherwise
    and nobody has settled; these last two are doors of figures and have no facet. `assigned`
    limits to pairs that I am asked to review.
    """

    case_id: int | None = None
    topic_id: int | None = None
    mine: tuple[MyTag, ...] = ()
    suggested: tuple[Relation, ...] = ()
    reasons: tuple[Reason, ...] = ()
    source_ids: tuple[int, ...] = ()
    order: QueueOrder = QueueOrder.CONFLICTS
    size: int = 25
    tagged: tuple[Relation, ...] = ()
    disputed: bool = False
    assigned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One check box of a facet. `count` obeys all other groups. `name`/`value` form the query."""

    name: str
    value: str
    label: str
    count: int
    chosen: bool
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A group of check boxes."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """An active filter group in words, with the address of the same list without it."""

    words: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """A claim in a row: at most two lines, marked words kept in view."""

    pieces: tuple[Piece, ...]
    source: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A pair in a list. `others` are letters of those who tagged (never what they tagged)."""

    pair_id: int
    number: int
    case: str
    reason: Reason
    first: SideShown
    second: SideShown
    suggestion: TagShown
    my_tag: Relation | None
    others: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What one press did, in words; `undo` is where Undo is sent, "" if nothing is to undo.

    `again` are fields that Undo sends along.
    """

    words: str
    undo: str = ""
    again: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewShown:
    """A filter that I kept under a name."""

    id: int
    name: str
    href: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may be asked to review pairs."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """The list with its filters. `warnings` counts tags of mine that do not fit together,
    `sizes` are the rows that a page may have, with the address of the list so."""

    shell: Shell
    head: CaseHead | None
    filter: QueueFilter
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    rows: tuple[QueueRow, ...]
    total: int
    unfiltered_total: int
    not_yet_total: int
    not_yet_here: int
    first_on_page: int
    previous_href: str | None
    next_href: str | None
    clear_href: str
    start_pair_id: int | None
    start_number: int | None
    query: str
    """The filter as a query string, carried along as `q` when a pair is opened."""
    findings_href: str = ""
    back: str = ""
    """The address of this page, to come back to after a press."""
    may_tag: bool = True
    people: tuple[Person, ...] = ()
    views: tuple[ViewShown, ...] = ()
    warnings: int = 0
    sizes: tuple[tuple[int, str], ...] = ()
    pressed: Pressed | None = None
