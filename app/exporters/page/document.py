"""The report as its page shows it: every word and number ready, in the order of the page.

`templates/reports/document.html` draws this, in the preview and in the exported file alike.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.articles import Dropped
from app.domain.pairs import Relation


class Voice(StrEnum):
    """Who says so: the machine (dashed), a person (tinted), an adjudicator (sealed)."""

    SUGGESTED = "suggested"
    TAGGED = "tagged"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A relation with the voice that says it; `words` tell both without any colour."""

    relation: Relation
    voice: Voice
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of a claim; `marked` where the compared value stands."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim of a pair. `where` is its date and paragraph: "19 November 2024, paragraph 5"."""

    runs: tuple[Run, ...]
    source: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person wrote about a pair: a reviewer's note or an adjudicator's reason."""

    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One pair: its question, its chips (several where tags differ), both claims, and why.

    `because` is the machine's sentence, shown only for a pair that nobody has reviewed.
    `people` says how many tagged it.
    """

    number: int
    heading: str
    chips: tuple[Chip, ...]
    sides: tuple[Side, Side]
    remarks: tuple[Remark, ...]
    people: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pairs under one heading; `lead` says what holds for all of them, "" if nothing does."""

    id: str
    heading: str
    lead: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a source says on a topic, and the version told; both empty: not mentioned."""

    source: str
    value: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of "Who says what". Without a `chip`, `state` says why there is none.

    `silent` names the sources that say nothing, for narrow screens; "" if all say something.
    """

    topic: str
    told: tuple[Told, ...]
    silent: str
    chip: Chip | None
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """At most five sources of "Who says what"; the topics are repeated in each block."""

    caption: str
    sources: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An article that the report rests on, so that a reader can find and check it.

    `claims` says how many were read from it, `left_out` how many lines were not; `copy_of` is
    the source whose text it prints, "" where the text is its own.
    """

    source: str
    title: str
    day: str
    file_name: str
    claims: str
    sha256: str
    left_out: str
    dropped: tuple[Dropped, ...]
    copy_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. `title` and `subtitle` are one heading on two lines."""

    kicker: str
    title: str
    subtitle: str
    summary: str
    counts: str
    blocks: tuple[Block, ...]
    topics_left_out: str
    sections: tuple[Section, ...]
    agreements: tuple[Item, ...]
    unreviewed: tuple[Item, ...]
    method: tuple[str, ...]
    origins: tuple[Origin, ...]

    @property
    def is_wide(self) -> bool:
        """More than five sources: on paper the table lies on its side."""
        return len(self.blocks) > 1
