"""Activity: what people and the system did."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.pairs import Relation
from app.services.pages.shell import CaseHead, Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line: "Reviewer B", "tagged", "pair 7" with its address, "and wrote a note", and below
    it what it was about. `relation` is None where it is hidden from the viewer, or absent."""

    who: str
    letter: str
    is_mine: bool
    did: str
    thing: str
    href: str
    rest: str
    about: str
    at: datetime
    relation: Relation | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that others did since the last visit, with the address of the list behind it."""

    icon: str
    count: str
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceVisit:
    """What changed since the viewer was here last. `seen` is what "Mark as seen" sends back."""

    since: datetime
    changes: tuple[Change, ...]
    seen: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value of a filter."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityPage:
    """The log of one case (`head`) or of all, limited to a person, to a kind, to what is new."""

    shell: Shell
    head: CaseHead | None
    path: str
    deeds: tuple[Deed, ...]
    people: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    visit: SinceVisit | None
    since: int | None
    is_filtered: bool
    newer_href: str
    older_href: str
