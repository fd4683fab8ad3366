"""Profiles of outlets: how often each stands alone with its version, and where."""

from dataclasses import dataclass
from datetime import date

from app.services.pages.reasons import Share
from app.services.pages.shell import Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """A source in the list of all."""

    id: int
    name: str
    articles: int
    cases: int
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsPage:
    """Every source, by name."""

    shell: Shell
    sources: tuple[OutletRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLine:
    """One reason: topics told, how often alone, the share of this outlet and of all, both None
    under eight topics. `key` names the line in the address of its lists."""

    key: str
    words: str
    topics: int
    alone: int
    share: Share | None
    everybody: Share | None

    @property
    def tick(self) -> int:
        """Where the share of all outlets stands on a bar of 100, inside its end."""
        return min(self.everybody.percent, 99) if self.everybody else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherVersion:
    """What others told: a value and who told it."""

    value: str
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic that the outlet tells: its version and those of others."""

    label: str
    href: str
    case: str
    case_href: str
    tag: TagShown
    version: int
    value: str
    others: tuple[OtherVersion, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """One outlet. `lines` are its reasons, the greatest share first; `total` sums them up,
    `framing` is counted apart. `shown` is the list that was asked for, headed by `shown_words`.
    """

    shell: Shell
    id: int
    name: str
    articles: int
    cases: int
    first_on: date | None
    last_on: date | None
    changed: int
    lines: tuple[ProfileLine, ...]
    total: ProfileLine
    framing: ProfileLine | None
    latest: tuple[TopicLine, ...]
    least: int
    shown: tuple[TopicLine, ...] | None = None
    shown_words: str = ""
    shown_total: int = 0
    next_href: str = ""

    @property
    def rows(self) -> tuple[ProfileLine, ...]:
        """The reasons, their sum, and framing below it."""
        return (*self.lines, self.total, *((self.framing,) if self.framing else ()))
