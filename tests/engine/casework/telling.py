"""Small cases for the tests: articles of a few sentences, read and compared as in life."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import NamedTuple

from app.domain.claims import Claim
from app.domain.pairs import Finding, Reason, Relation, Strength, Suggestion
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import CaseWords
from app.engine.claims import read_claims
from app.engine.reading import Reading

DAY = date(2026, 3, 3)
"""A Tuesday: the day of every article that is given no other."""

Expected = tuple[Relation, Reason, Strength]


class Piece(NamedTuple):
    """An article of a test: what it says, when, by whom."""

    text: str
    on: date | None = DAY
    source: int = 0
    title: str = ""


def readings(pieces: Sequence[Piece | str]) -> list[Reading]:
    """The articles as the engine reads them; every claim has an id of its own."""
    numbers, found = count(1), []
    for article, given in enumerate(pieces, start=1):
        piece = Piece(given) if isinstance(given, str) else given
        claims = read_claims(piece.text, title=piece.title, published_on=piece.on)
        found.append(Reading(
            article_id=article, source_id=piece.source or article, title=piece.title,
            published_on=piece.on, text=piece.text,
            claims=tuple(replace(claim, id=next(numbers)) for claim in claims)))
    return found


def compared(*pieces: Piece | str) -> Compared:
    """A case of these articles, compared."""
    return Compared(CaseWords(readings(pieces)))


def suggestions(*pieces: Piece | str) -> list[Suggestion]:
    """What is suggested for a case of these articles, surest conflicts first."""
    return [suggestion for _, suggestion in compared(*pieces).suggestions("test")]


def findings(*pieces: Piece | str) -> list[Finding]:
    """Every finding of a case of these articles."""
    return [finding for one in suggestions(*pieces) for finding in one.findings]


def told(*pieces: Piece | str) -> set[Expected]:
    """Relation, reason and strength of every finding of a case of these articles."""
    return {(one.relation, one.reason, one.strength) for one in findings(*pieces)}


def claims(*pieces: Piece | str) -> dict[int, Claim]:
    """The claims of a case by their ids."""
    return {claim.id: claim for reading in readings(pieces) for claim in reading.claims}


def both_orders(one: Piece | str, other: Piece | str) -> Iterator[tuple[Piece | str, Piece | str]]:
    """Two articles in either order of import."""
    yield one, other
    yield other, one
