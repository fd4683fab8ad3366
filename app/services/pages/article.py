"""Articles of a case, and one article with its claims marked."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.articles import Dropped
from app.domain.pairs import Reason
from app.services.pages.correct import Corrected
from app.services.pages.shell import CaseHead, Shell, TagShown


class MarkState(StrEnum):
    """How a claim is drawn in the text."""

    CONFLICT = "conflict"
    AGREE = "agree"
    RELATED = "related"
    UNRELATED = "unrelated"
    OPEN = "open"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRun:
    """A run of the article's text; `number` is the claim it belongs to, `opens` its first run."""

    text: str
    number: int | None = None
    opens: bool = False
    state: MarkState = MarkState.ALONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the text as runs; `id` counts from 1."""

    id: int
    runs: tuple[TextRun, ...]
    is_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """A claim in the list beside the text. `values` are the normal forms of its facts,
    `corrected` those of them that a person put right.

    `whole` is all of its words where `gist` has only the first of them, else "".
    """

    id: int
    number: int
    gist: str
    whole: str
    reason: Reason | None
    tag: TagShown | None
    state: MarkState
    speaker: str
    values: tuple[str, ...]
    pairs: int
    pair_href: str | None
    corrected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkFilter:
    """A check box "In conflict (3)"."""

    state: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What somebody said to be no claim."""

    id: int
    number: int
    gist: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A part of a long article: "Paragraphs 101 to 200"."""

    number: int
    first: int
    last: int
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChoice:
    """A sentence that a claim can be made of."""

    number: int
    paragraph: int
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddForm:
    """Sentences that no claim has yet, to make a claim of; typed text survives an error."""

    sentences: tuple[SentenceChoice, ...]
    words: str = ""
    why: str = ""
    errors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """What another article prints too: "Shares 4 paragraphs with" and its source."""

    words: str
    source: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One article with its claims. `parts` is empty but for long articles, `address` is the
    article's own page where it is known, else ""."""

    shell: Shell
    head: CaseHead
    id: int
    source: str
    title: str
    published_on: date | None
    words: int
    imported_at: datetime
    file_name: str
    sha256: str
    dropped: tuple[Dropped, ...]
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[ClaimEntry, ...]
    filters: tuple[MarkFilter, ...]
    open_pairs: int
    open_href: str
    left_out: tuple[LeftOut, ...] = ()
    may_correct: bool = True
    corrected: Corrected | None = None
    """What was put right just before, on the way back to this page."""
    parts: tuple[PartLink, ...] = ()
    part: int = 1
    address: str = ""
    source_id: int = 0
    add: AddForm | None = None
    shared: tuple[SharedText, ...] = ()
    agency: str = ""
    """The agency that the article credits, "" for none."""

    def ids(self) -> dict[int, int]:
        """The claim behind each number in the text: a claim keeps its address, `#claim-<id>`."""
        return {claim.number: claim.id for claim in self.claims}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article in the list of a case."""

    id: int
    title: str
    source: str
    published_on: date | None
    claims: int
    pairs: int
    to_tag: int
    imported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesPage:
    """The articles of a case, in order of publication."""

    shell: Shell
    head: CaseHead
    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """The import form. `way` is "files" or "paste"; typed text survives an error.

    `sent` says that another page sent what stands in the fields, `is_cut` that its text was longer
    than an address can hold. `case_names` are the newest cases, to choose from.
    """

    shell: Shell
    head: CaseHead | None
    way: str
    case_name: str = ""
    text: str = ""
    title: str = ""
    source: str = ""
    address: str = ""
    published_on: str = ""
    sent: bool = False
    is_cut: bool = False
    case_names: tuple[str, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of an import with its step bars: each "done", "now", "failed" or "todo"."""

    id: int
    name: str
    detail: str
    steps: tuple[str, ...]
    state: str
    error: str
    article_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJobPage:
    """Progress of one import. `share` is the percentage finished."""

    shell: Shell
    head: CaseHead
    job_id: int
    title: str
    words: str
    share: int
    is_over: bool
    items: tuple[ItemRow, ...]
    to_review: int
