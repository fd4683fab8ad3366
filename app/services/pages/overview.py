"""The overview and the list of cases."""

from dataclasses import dataclass
from datetime import datetime

from app.services.pages.activity import Deed, SinceVisit
from app.services.pages.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAction:
    """The one thing that needs the viewer most, with the address that its button opens."""

    title: str
    case: str
    words: str
    button: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A line of "Also waiting": "**5 pairs** of yours are with an adjudicator", Follow."""

    icon: str
    count: str
    words: str
    link: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One of the figures between hairlines; `href` opens the list behind it."""

    value: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a table. `share` is the percentage tagged by me, None without pairs."""

    id: int
    name: str
    topics: int
    claims: int
    sources: int
    conflicts: int
    disputed: int
    tagged: int
    pairs: int
    share: int | None
    last_at: datetime | None
    next_pair_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningImport:
    """An import under way."""

    job_id: int
    case: str
    done: int
    total: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """What needs me now. `next_action` None with cases: nothing waits; without: first visit."""

    shell: Shell
    next_action: NextAction | None
    waiting: tuple[Waiting, ...]
    figures: tuple[Figure, ...]
    cases: tuple[CaseRow, ...]
    case_count: int
    running: tuple[RunningImport, ...]
    activity: tuple[Deed, ...]
    visit: SinceVisit | None
    last_report_href: str | None
    sample_available: bool
    """The sample case is not in this store yet and can be loaded with one press."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesPage:
    """All cases, paged by key; `next_key` is the key of the next page."""

    shell: Shell
    cases: tuple[CaseRow, ...]
    total: int
    next_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """The report of a case: `reviewed` pairs have a tag of anybody, `waiting` ones none of the
    viewer, `conflicts` are those that the viewer confirmed."""

    case_id: int
    case: str
    pairs: int
    reviewed: int
    waiting: int
    conflicts: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """The reports of all cases that have pairs, paged by key."""

    shell: Shell
    reports: tuple[ReportLine, ...]
    total: int
    next_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCasePage:
    """The form for a new case."""

    shell: Shell
    name: str = ""
    errors: tuple[tuple[str, str], ...] = ()
