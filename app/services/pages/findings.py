"""The queue as findings: a finding that shows in many pairs is one block; tags that do not fit."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.pairs import Reason, Relation
from app.services.pages.queue import Chip, Pressed, QueueFilter, QueueRow
from app.services.pages.shell import CaseHead, Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueStands:
    """A value of a finding with its version sign and where it stands."""

    value: str
    version: int
    places: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A pair of a block. `kept` says why it is not tagged with the others, "" if it is open."""

    row: QueueRow
    kept: str
    is_disputed: bool
    take_out_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A finding with its pairs. `open_ids` are those that a press answers, `further` the numbers
    of pairs that are not shown until `all_href` is opened ("" if all are)."""

    finding_id: str
    size: int
    open_ids: tuple[int, ...]
    question: str
    reason: Reason
    suggestion: TagShown
    because: str
    stands: tuple[ValueStands, ...]
    rows: tuple[BlockRow, ...]
    further: tuple[int, ...]
    all_href: str
    compare_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the list: one finding of many pairs, or pairs that stand for themselves."""

    block: Block | None = None
    rows: tuple[QueueRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """A claim at a corner of the triangle: its letter in the drawing, its source, its place."""

    letter: str
    source: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A pair between two corners, as I tagged it."""

    pair_id: int
    number: int
    first: Corner
    second: Corner
    relation: Relation
    tagged_at: datetime
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """Three tags of mine that do not fit together. `guess` is what they may turn on, or ""."""

    check_id: str
    topic_id: int
    topic: str
    case: str
    rule: str
    corners: tuple[Corner, ...]
    edges: tuple[Edge, ...]
    guess: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage:
    """The list as findings. `findings` counts them, None where that would take long."""

    shell: Shell
    head: CaseHead | None
    filter: QueueFilter
    chips: tuple[Chip, ...]
    sentence: str
    stretches: tuple[Stretch, ...]
    unfiltered_total: int
    pairs_href: str
    clear_href: str
    first_href: str | None
    next_href: str | None
    query: str
    back: str
    may_tag: bool
    misfits: tuple[Misfit, ...]
    misfits_count: int
    pressed: Pressed | None
