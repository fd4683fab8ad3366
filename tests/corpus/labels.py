"""The corpus as it lies in its folders: events, their articles, and the labelled pairs."""

import csv
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from app.domain.pairs import Reason, Relation, Strength
from app.intake.boilerplate import clean

FOLDER = Path(__file__).parent


class Part(StrEnum):
    """The part to work with, and the part that is looked at only at the end."""

    WORKING = "working"
    HELD_OUT = "held_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One article: who published it on which day, its raw text and what intake makes of it."""

    name: str
    source: str
    day: date
    raw: str
    text: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of one article, with their half-open place in its canonical text.

    `start` is -1 where the words do not occur there.
    """

    article: str
    quote: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What an attentive editor says of two passages.

    `strength` is None but for conflicts; `trap` names in one word what may mislead a reader in
    pairs that are related or unrelated.
    """

    first: Quoted
    second: Quoted
    relation: Relation
    strength: Strength | None
    reason: Reason
    trap: str

    @property
    def is_strict_conflict(self) -> bool:
        return self.strength is Strength.STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several outlets tell of one event, with the labelled pairs."""

    name: str
    kind: str
    part: Part
    pieces: tuple[Piece, ...]
    labels: tuple[Label, ...]


@cache
def events() -> tuple[Event, ...]:
    """All events, in the order of events.json. Raises ValueError for a word that is no label."""
    listed = json.loads((FOLDER / "events.json").read_text(encoding="utf-8"))["events"]
    return tuple(_event(one) for one in listed)


def _event(listed: dict[str, str | list[dict[str, str]]]) -> Event:
    name, articles = str(listed["event"]), listed["articles"]
    assert isinstance(articles, list)
    pieces = {one["article"]: _piece(name, one) for one in articles}
    with (FOLDER / name / "pairs.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return Event(
        name=name, kind=str(listed["kind"]), part=Part(str(listed["part"])),
        pieces=tuple(pieces.values()), labels=tuple(_label(pieces, row) for row in rows),
    )


def _piece(event: str, listed: dict[str, str]) -> Piece:
    raw = (FOLDER / event / f"{listed['article']}.txt").read_text(encoding="utf-8")
    cleaned = clean(raw)
    return Piece(name=listed["article"], source=listed["source"],
                 day=date.fromisoformat(listed["day"]),
                 raw=raw, text=cleaned.text, title=cleaned.title)


def _label(pieces: dict[str, Piece], row: dict[str, str]) -> Label:
    return Label(
        first=_quoted(pieces[row["first"]], row["first_quote"]),
        second=_quoted(pieces[row["second"]], row["second_quote"]),
        relation=Relation(row["relation"]),
        strength=Strength(row["strength"]) if row["strength"] else None,
        reason=Reason(row["reason"]), trap=row["trap"],
    )


def _quoted(piece: Piece, quote: str) -> Quoted:
    return Quoted(article=piece.name, quote=quote, start=piece.text.find(quote))
