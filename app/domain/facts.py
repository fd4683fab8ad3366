"""Facts: normalised values that a claim commits to, one class a kind.

`str(value)` is the normal form shown to people ("13–0", "about 12,000 people", "19 November
2024"). `app.domain.fact_values` carries values to the store and to exports and back.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from app.domain.plurals import counted


class FactKind(StrEnum):
    """What a fact is about."""

    VOTE = "vote"
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    AGE = "age"
    SCORE = "score"
    SHARE = "share"
    LAW = "law"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TITLE = "title"
    QUOTE = "quote"


class Approximation(StrEnum):
    """How a figure is hedged: "about 40", "nearly 40", "at least 40", "more than 40", ..."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    OVER = "over"
    UNDER = "under"


class DateGrain(StrEnum):
    """How exact a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    VAGUE = "vague"


def _figure(number: float) -> str:
    """A number with thousands commas and no needless decimals."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.6f}".rstrip("0")


def _range(low: float, high: float, hedge: Approximation) -> str:
    if low != high:
        return f"{_figure(low)} to {_figure(high)}"
    return _figure(low) if hedge is Approximation.EXACT else f"{hedge} {_figure(low)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A tally: None where the words do not say. "Unanimous" says no vote against, no size."""

    kind: ClassVar[FactKind] = FactKind.VOTE
    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    absent: int | None = None
    unanimous: bool = False

    def __str__(self) -> str:
        if self.for_ is not None and self.against is not None:
            return f"{self.for_}–{self.against}"
        if self.unanimous:
            return "unanimous"
        told = {"for": self.for_, "against": self.against,
                "abstaining": self.abstain, "absent": self.absent}
        return ", ".join(f"{n} {side}" for side, n in told.items() if n is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of what. `low == high` for a point; `counted` is the lemma of the thing.

    `unit` is a unit of measure in its short form ("ha", "km") or "" for plain counts.
    """

    kind: ClassVar[FactKind] = FactKind.COUNT
    low: float
    high: float
    counted: str = ""
    unit: str = ""
    hedge: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        one = self.low == self.high == 1
        of = self.unit or counted(self.counted, one=one)
        return f"{_range(self.low, self.high, self.hedge)} {of}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent:
    """A share or a change in percent; `points` marks percentage points. `of` is its base."""

    kind: ClassVar[FactKind] = FactKind.PERCENT
    low: float
    high: float
    points: bool = False
    of: str = ""
    hedge: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        sign = " percentage points" if self.points else "%"
        return f"{_range(self.low, self.high, self.hedge)}{sign}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in one currency (ISO 4217 code)."""

    kind: ClassVar[FactKind] = FactKind.MONEY
    low: float
    high: float
    currency: str
    hedge: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        amount = f"{self.currency} {_range(self.low, self.high, Approximation.EXACT)}"
        return amount if self.hedge is Approximation.EXACT else f"{self.hedge} {amount}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day or an interval of days, both ends included, as ISO dates ("2024-11-19").

    `basis` says what it was counted from ("Tuesday, from the article's date 20 November 2024"),
    "" if it stood there in full. Both ends are None where the words cannot be resolved; then
    `words` alone speak.
    """

    kind: ClassVar[FactKind] = FactKind.DATE
    first: str | None = None
    last: str | None = None
    grain: DateGrain = DateGrain.DAY
    basis: str = ""
    words: str = ""

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return self.words
        first = date.fromisoformat(self.first)
        day, month = _day(self.first), f"{first:%B %Y}"
        if self.grain is DateGrain.DAY and self.last != self.first:
            return f"{_short(first, date.fromisoformat(self.last))} {_day(self.last)}"
        told = {DateGrain.DAY: day, DateGrain.WEEK: f"week of {day}",
                DateGrain.MONTH: month, DateGrain.YEAR: f"{first.year}"}
        return told.get(self.grain, self.words)


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _short(first: date, last: date) -> str:
    """The first of two days, without what the last one says too: "17 to", "30 April to"."""
    month = "" if (first.year, first.month) == (last.year, last.month) else f" {first:%B}"
    return f"{first.day}{month}{'' if first.year == last.year else f' {first.year}'} to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long, in days (fractions for hours), with its words for people."""

    kind: ClassVar[FactKind] = FactKind.DURATION
    low: float
    high: float
    words: str
    hedge: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A rank or a place in a sequence ("second vote"): 1 is first, -1 is last."""

    kind: ClassVar[FactKind] = FactKind.ORDINAL
    rank: int
    of: str = ""

    def __str__(self) -> str:
        suffix = {1: "st", 2: "nd", 3: "rd"}
        teens = 10 <= self.rank % 100 <= 20  # noqa: PLR2004  English: 11th, 12th, 13th
        number = f"{self.rank}{'th' if teens else suffix.get(self.rank % 10, 'th')}"
        return f"{'last' if self.rank == -1 else number} {self.of}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old somebody is, in years. `holder` is the person by the fullest name, else ""."""

    kind: ClassVar[FactKind] = FactKind.AGE
    low: float
    high: float
    holder: str = ""
    hedge: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        years = "year" if self.low == self.high == 1 else "years"
        return f"{_range(self.low, self.high, self.hedge)} {years} old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score of a match, in the order told. `outcome` is "won", "lost", "drew" or "": how
    the side that the sentence speaks of came off."""

    kind: ClassVar[FactKind] = FactKind.SCORE
    first: int
    second: int
    outcome: str = ""

    def __str__(self) -> str:
        return f"{self.outcome} {self.first}–{self.second}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole told as a fraction: `part` of `whole`, of what ("a third of staff")."""

    kind: ClassVar[FactKind] = FactKind.SHARE
    part: int
    whole: int
    of: str = ""
    hedge: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        hedge = "" if self.hedge is Approximation.EXACT else f"{self.hedge} "
        of = f" of {self.of}" if self.of else ""
        return f"{hedge}{self.part}/{self.whole}{of}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A law, person, organisation, place, title or quotation, by its normal form.

    `holder` is the person who bears a title, by the fullest name of the article, else "".
    """

    of_kind: FactKind
    name: str
    holder: str = ""

    @property
    def kind(self) -> FactKind:
        """The kind of thing that bears the name."""
        return self.of_kind

    def __str__(self) -> str:
        return self.name


FactValue = (Vote | Count | Percent | Money | Day | Duration | Ordinal | Age | Score | Share
             | Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value, the words it was read from, and where they stand in the article's text."""

    value: FactValue
    surface: str
    start: int
    end: int

    @property
    def kind(self) -> FactKind:
        """What the fact is about."""
        return self.value.kind
