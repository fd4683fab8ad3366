"""What every exporter is given: a report of one case, complete and in a fixed order.

Same data, same report: nothing in here depends on when or where it is made, apart from
`made_on`, which is the day of the newest event that the report rests on.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.articles import Dropped
from app.domain.claims import Claim
from app.domain.pairs import Reason, Relation, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """What the reader wants to see; in the web it lives in the query string.

    `full_names` and `notes` are applied when the report is built, so that what was not chosen
    is not in the report at all. The others say which rows the page and the spreadsheet show;
    the data format holds every pair.
    """

    conflicts: bool = True
    agreements: bool = True
    matrix: bool = True
    notes: bool = True
    unreviewed: bool = False
    full_names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArticle:
    """An article with its canonical text and its claims in order of their place; `corrected` are
    the ids of those that people put right. Of a copy `origin` is the article whose text it
    prints and `copy_of` that one's source; `agency` is whom the text credits, "" for nobody."""

    id: int
    source: str
    title: str
    file_name: str
    published_on: date | None
    sha256: str
    text: str
    dropped: tuple[Dropped, ...]
    claims: tuple[Claim, ...]
    corrected: frozenset[int] = frozenset()
    origin: int | None = None
    copy_of: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTag:
    """A person's answer. `reviewer` is the letter, or the full name if that was chosen."""

    reviewer: str
    relation: Relation
    note: str
    tagged_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSettlement:
    """An adjudicator's decision with its reason."""

    reviewer: str
    relation: Relation
    why: str
    settled_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedUnresolved:
    """An adjudicator's reason for leaving a pair unresolved."""

    reviewer: str
    why: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A pair in the report. `relation` is what people say: settled, else the one tag they
    share, else None; `disputed` where the newest tags differ and nobody has settled, and then
    `unresolved` if an adjudicator left it so."""

    number: int
    topic: str
    reason: Reason
    first_claim: int
    second_claim: int
    suggestion: Suggestion
    tags: tuple[ReportedTag, ...]
    settlement: ReportedSettlement | None
    relation: Relation | None
    disputed: bool
    unresolved: ReportedUnresolved | None = None

    @property
    def reviewed(self) -> bool:
        """Somebody has tagged or settled it."""
        return bool(self.tags) or self.settlement is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedCell:
    """What a source says on a topic; `version` None and no claims: it does not mention it.

    `versions` has more than one entry where the source differs from itself; then `value` holds
    the first two of its values.
    """

    source: str
    version: int | None
    value: str
    claims: tuple[int, ...]
    versions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTopic:
    """A row of "Who says what"; `relation` is its state by people's tags, None if untagged.

    `disputed`: people's tags differ on its pairs and nothing else gives it a state.
    """

    label: str
    reason: Reason
    cells: tuple[ReportedCell, ...]
    relation: Relation | None
    settled: bool
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Honest counts: pairs suggested, reviewed by anybody, by two or more, settled, and so on."""

    suggested: int
    reviewed: int
    by_two: int
    settled: int
    disputed: int
    left_out: int
    conflicts: int
    agreements: int
    related: int
    unrelated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A comparison report of one case. `summary` is made of tagged data only.

    `rows` holds every pair of the case by number, whatever was chosen; `engine` is the version
    that suggested them, "" where there are none. `sources` stand in order of publication, and
    each topic has one cell a source in that order.
    """

    case: str
    engine: str
    made_on: date | None
    sources: tuple[str, ...]
    articles: tuple[ReportedArticle, ...]
    rows: tuple[ReportRow, ...]
    topics: tuple[ReportedTopic, ...]
    tally: Tally
    summary: str
    choices: ReportChoices = ReportChoices()
