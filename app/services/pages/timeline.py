"""The timeline of one topic: who said it first, who changed it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.services.drawing.timeline import Drawing
from app.services.pages.shell import CaseHead, Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """A text that tells a version, where and when. `note` says how it came to it: "copy of
    Herald", "after its change"."""

    source: str
    published_on: date | None
    paragraph: int
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionHistory:
    """A version: who told it first (several if on one day), who then, and how it stands now.

    `standing` counts in words who tells it, `state` is how it relates to version 1 as far as the
    viewer may know.
    """

    version: int
    value: str
    first: tuple[Teller, ...]
    then: tuple[Teller, ...]
    standing: str
    state: TagShown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedText:
    """An article that told something else before: its words now, and when they came."""

    source: str
    changed_at: datetime
    words: str
    text: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """One topic in time. `drawing` is None where all texts have the same time, or none has one.

    `sentence` says all in one, `happenings` are days that the claims name. `place` of `count`
    topics.
    """

    shell: Shell
    head: CaseHead
    topic_id: int
    label: str
    place: int
    count: int
    sentence: str
    drawing: Drawing | None
    empty: str
    versions: tuple[VersionHistory, ...]
    changed: tuple[ChangedText, ...]
    happenings: tuple[tuple[date, str], ...]
    has_copies: bool
    has_changes: bool
