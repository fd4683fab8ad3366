"""Search: claims, articles and notes by their words."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.pairs import Relation
from app.services.pages.shell import Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of a snippet; `found` runs are what was looked for."""

    text: str
    found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAs:
    """Why something was found that does not hold the words themselves: `left` means `right`,
    `where` says in which topic."""

    left: str
    right: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFound:
    """A claim with the state of its pairs, as far as the viewer may see it."""

    href: str
    pieces: tuple[Words, ...]
    source: str
    published_on: date | None
    paragraph: int
    topic: str
    case: str
    state: TagShown | None
    found_as: FoundAs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFound:
    """An article with the first place that holds the words."""

    href: str
    title: tuple[Words, ...]
    pieces: tuple[Words, ...]
    source: str
    published_on: date | None
    claims: int
    case: str
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFound:
    """A note on a pair that the viewer has tagged."""

    href: str
    pieces: tuple[Words, ...]
    who: str
    letter: str
    is_mine: bool
    number: int
    case: str
    at: datetime
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Results of one kind. `count` is "18", or "200+" where nobody counted to the end."""

    kind: str
    label: str
    count: str
    all_words: str
    all_href: str
    claims: tuple[ClaimFound, ...] = ()
    articles: tuple[ArticleFound, ...] = ()
    notes: tuple[NoteFound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a filter; `count` None where too much was found to count."""

    value: str
    label: str
    count: int | None
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A filter with its values; those of `more` are folded away."""

    name: str
    label: str
    options: tuple[Option, ...]
    more: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """What to try where nothing was found: take a filter away, or another spelling."""

    filter_words: str = ""
    without_href: str = ""
    spelling: str = ""
    spelling_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The answer. `explain` says why nothing was looked for; `only` is the kind whose whole list
    this is, with the address of its next page."""

    shell: Shell
    words: str
    title: str
    summary: str
    explain: str = ""
    groups: tuple[Group, ...] = ()
    facets: tuple[Facet, ...] = ()
    since: str = ""
    until: str = ""
    only: str = ""
    back_href: str = ""
    next_href: str = ""
    nothing: Nothing | None = None
    notes_blind: bool = False
    errors: tuple[tuple[str, str], ...] = ()
