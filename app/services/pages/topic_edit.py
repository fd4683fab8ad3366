"""Editing topics: the matrix with a check box a row, and one panel at a time."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.pairs import Reason
from app.services.pages.matrix import SourceColumn
from app.services.pages.shell import CaseHead, Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCell:
    """What a source says: the versions told, the first value; "" where it is silent."""

    versions: tuple[int, ...] = ()
    value: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRow:
    """A topic that can be changed. `revision` is what its forms send back."""

    id: int
    label: str
    reason: Reason
    cells: tuple[EditCell, ...]
    state: TagShown | None
    pairs: int
    revision: int
    is_selected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A topic that a claim can go to."""

    id: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingClaim:
    """A claim of the topic, with where it is sent ("stay", "new" or a topic's id)."""

    id: int
    source: str
    words: str
    going: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePanel:
    """Claims of one topic, each with a choice. `name` is that of the new topic, as typed."""

    topic_id: int
    label: str
    revision: int
    claims: tuple[MovingClaim, ...]
    targets: tuple[Target, ...]
    name: str
    splits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePanel:
    """Topics about to become one: `before` and `after` are the rows touched, `sources` the
    columns that they fill, `counts` says in sentences what happens."""

    rows: tuple[EditRow, ...]
    name: str
    counts: str
    sources: tuple[str, ...]
    before: tuple[EditRow, ...]
    after: tuple[EditRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseClaim:
    """A claim that can be put into a topic of one's own."""

    id: int
    source: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePanel:
    """A new topic: its name, and claims to choose from; `find` narrows them by their words.
    `more` counts those that found no room."""

    name: str
    find: str
    claims: tuple[LooseClaim, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedShown:
    """A change of topics in words, with the way back if it can be taken."""

    edit_id: int
    who: str
    words: str
    at: datetime
    can_undo: bool
    is_undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyTopic:
    """A topic that lost its last claim, with what happened to it."""

    label: str
    deed: DeedShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """The topic whose name is being typed."""

    topic_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEditPage:
    """The matrix in editing mode, in the order in which topics stand, forty a page.

    One of `renaming`, `moving`, `merging`, `making` is open. `late` are changes of others that
    made the last form too old, `typed` the name that stood in it. `saved` is what was done just
    before.
    """

    shell: Shell
    head: CaseHead
    sources: tuple[SourceColumn, ...]
    rows: tuple[EditRow, ...]
    topic_count: int
    selected: tuple[EditRow, ...]
    renaming: Renaming | None
    moving: MovePanel | None
    merging: MergePanel | None
    making: MakePanel | None
    empty: tuple[EmptyTopic, ...]
    saved: DeedShown | None
    late: tuple[DeedShown, ...]
    typed: str
    errors: tuple[tuple[str, str], ...]
    after: str
    next_key: str | None
    may_edit: bool
