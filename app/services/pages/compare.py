"""Compare two claims: the heart."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.facts import FactKind
from app.domain.pairs import Reason, Relation, Strength
from app.services.pages.correct import Corrected
from app.services.pages.shell import ClaimShown, Event, Saved, Shell, TagShown
from app.services.pages.wrongly import WrongForm


class TickState(StrEnum):
    """A tick of the strip."""

    TAGGED = "tagged"
    SKIPPED = "skipped"
    OPEN = "open"
    CURRENT = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The bar above a pair: number, case, one tick a pair by number, neighbours in the queue.

    `order_words` names the filter and order ("Not yet tagged by me, likely conflicts").
    """

    case_id: int
    case: str
    number: int
    ticks: tuple[TickState, ...]
    tagged: int
    skipped: int
    total: int
    previous_id: int | None
    next_id: int | None
    order_words: str
    previous_number: int | None = None
    next_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A row of "What differs". `number` is the number of its mark, None without a mark."""

    number: int | None
    what: str
    first: str
    second: str
    reading: str
    relation: Relation
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereCell:
    """What a source says on this topic: the row "(topic) in all sources"."""

    source: str
    values: tuple[str, ...]
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTag:
    """Somebody else's tag, shown only after mine."""

    name: str
    letter: str
    relation: Relation
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An adjudicator asks those who tagged the pair to talk about it; `why` may be ""."""

    who: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPair:
    """Another pair of the same topic, with my own tag on it."""

    pair_id: int
    words: str
    my_tag: Relation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A tag that was not counted because the pair had changed: what happened, and what now."""

    title: str
    words: str
    relation: Relation


class Weighs(StrEnum):
    """What a finding means for the suggestion, as people read it."""

    DECIDES = "Decides the suggestion"
    BEARS_OUT = "Bears it out"
    LITTLE = "Counts little"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A finding as a ground of the suggestion. `number` is its mark in the claims, None without."""

    number: int | None
    reason: Reason
    says: TagShown
    strength: Strength
    because: str
    weighs: Weighs


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShown:
    """A normalised value ("13–0") with where it comes from: the words that it was read from,
    for a date the day that they were counted from; "" where they say no more than the value."""

    kind: FactKind
    shown: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """The values of one kind on both sides; a side without any does not state it."""

    kind: FactKind
    first: tuple[ValueShown, ...]
    second: tuple[ValueShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyShown:
    """What two claims met by, and how many claims of the case have it; None: not counted.

    `is_question` tells a question of the case ("Council vote") from a word that both use.
    """

    words: str
    is_question: bool
    claims: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPart:
    """A column of "Words side by side"; "" where a side says nothing of the kind. `number` is
    the mark that these words carry, `dotted` says that they are underlined as only here."""

    first: str
    second: str
    reading: str
    relation: Relation | None = None
    number: int | None = None
    dotted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All that a suggestion rests on, worked out when somebody asks.

    `claims` is the size of the case, `one_event` whether the articles tell of one event; both
    None where the case is too large to count on demand. `compared_at` is None for loose texts.
    `bands` are the parts of the claims in rows that fit the page.
    """

    grounds: tuple[Ground, ...]
    values: tuple[ValueRow, ...]
    keys: tuple[KeyShown, ...]
    claims: int | None
    one_event: bool | None
    engine: str
    compared_at: datetime | None
    bands: tuple[tuple[WordsPart, ...], ...]

    @property
    def parts(self) -> int:
        """How many parts the two claims have together."""
        return sum(len(band) for band in self.bands)

    @property
    def differing(self) -> int:
        """How many of them differ or stand on one side alone."""
        return sum(part.relation is None for band in self.bands for part in band)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """One pair with all its evidence. `version` is what the form sends back (see Conflict).

    `others` is empty until I have tagged; `others_count` is always told. `query` is the queue
    filter, carried as `q`. `saved` is the pair tagged just before this one opened. `values`
    counts the normalised values of both claims; `why` is there once somebody has asked.
    """

    shell: Shell
    strip: Strip
    pair_id: int
    case_id: int
    version: int
    question: str
    reason: Reason
    because: str
    strength: Strength
    suggestion: TagShown
    first: ClaimShown
    second: ClaimShown
    differences: tuple[Difference, ...]
    too_different: bool
    topic_id: int | None
    topic: str
    elsewhere: tuple[ElsewhereCell, ...]
    my_tag: Relation | None
    my_note: str
    my_tagged_at: datetime | None
    draft: str
    others: tuple[OtherTag, ...]
    others_count: int
    tags_differ: bool
    settled: TagShown | None
    settled_why: str
    on_topic: tuple[TopicPair, ...]
    history: tuple[Event, ...]
    query: str
    marks: bool
    context: int
    can_undo: Saved | None
    """My newest tag that Undo would take back, anywhere in this case."""
    saved: Saved | None
    misfit: bool = False
    """The tag that was just saved does not fit two others of mine."""
    asked: Asked | None = None
    may_tag: bool = True
    refused: Refused | None = None
    corrected: Corrected | None = None
    """What was put right in one of the claims just before, on the way back to this page."""
    values: int = 0
    why: Why | None = None
    wrong: WrongForm | None = None
    """The form that puts a value right, once the reasons are open."""
    changed_since: tuple[str, ...] = ()
    """What was put right in the claims since I tagged the pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllDonePage:
    """The queue that was under review is empty: "You have tagged all 48 pairs".

    `query` is the queue filter, carried as `q`.
    """

    shell: Shell
    case_id: int | None
    case: str
    pairs: int
    second_tags: int
    disputes: int
    saved: Saved | None
    query: str = ""
