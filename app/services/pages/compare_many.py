"""Compare many: all claims of a topic at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.pairs import Reason, Relation
from app.services.pages.compare import TickState
from app.services.pages.shell import Event, Piece, Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the page shows chosen, where it differs from how it begins: versions by claim,
    answers by line."""

    versions: Mapping[int, int] = field(default_factory=dict)
    lines: Mapping[tuple[int, int], Relation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStrip:
    """The bar above: one tick a topic, how many are done, and the topics before and after."""

    case_id: int
    case: str
    place: int
    ticks: tuple[TickState, ...]
    done: int
    previous_id: int | None
    next_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionedClaim:
    """A claim with the value in each column ("" where it has none) and its version: the one
    suggested, and the one chosen."""

    id: int
    href: str
    paragraph: int
    pieces: tuple[Piece, ...]
    values: tuple[str, ...]
    suggested: int
    chosen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A row: one source with its first claim, and its others."""

    source: str
    title: str
    published_on: date | None
    first: VersionedClaim
    more: tuple[VersionedClaim, ...]

    @property
    def is_open(self) -> bool:
        """Another claim of the source is put in another version."""
        return any(claim.chosen != self.first.chosen for claim in self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    """Rows that stand together. `version` is the suggested one that they share, None where all
    rows are one group; `all_href` puts all of them in version 1."""

    version: int | None
    rows: tuple[SourceRow, ...]
    all_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """How two versions relate. `suggested` is the weightiest suggestion of their pairs, None
    where the machine set none against each other; `tagged` of `pairs` are tagged by me."""

    field: str
    one: int
    other: int
    words: str
    chosen: Relation | None
    suggested: Relation | None
    because: str
    pairs: int
    tagged: int
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPair:
    """A pair whose tag of mine stays though the choices say otherwise, or that is settled."""

    pair_id: int
    number: int
    relation: Relation
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedVersions:
    """What was just saved, with the way back."""

    topic_id: int
    save_id: int
    label: str
    pairs: int
    undone: bool
    stayed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareManyPage:
    """One topic with all its claims. `version` is what the form sends back (see Conflict).

    `columns` head the compared values, in the order of their marks; `offered` are the versions
    that can be set, `plus` the first that nobody tells yet. `covers` says in words what the
    choices save, `new` counts pairs that would be made, `left_out` those that are too many to
    make. `missing` are lines without an answer.
    """

    shell: Shell
    strip: TopicStrip
    topic_id: int
    case_id: int
    topic: str
    question: str
    reason: Reason
    suggested: int
    likely: Relation | None
    because: str
    columns: tuple[str, ...]
    groups: tuple[SourceGroup, ...]
    offered: tuple[int, ...]
    plus: int
    lines: tuple[VersionLine, ...]
    covers: str
    new: int
    left_out: int
    kept: tuple[KeptPair, ...]
    missing: int
    open_pair_id: int | None
    version: str
    note: str
    others_count: int
    may_see: bool
    history: tuple[Event, ...]
    may_tag: bool
    saved: SavedVersions | None
    errors: tuple[tuple[str, str], ...] = ()
    refused: str = ""
    saved_at: datetime | None = None
