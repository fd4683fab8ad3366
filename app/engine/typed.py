"""Values that people type, read as the engine reads them in an article."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.facts import (
    Age,
    Approximation,
    Count,
    Day,
    Duration,
    Fact,
    FactKind,
    FactValue,
    Money,
    Named,
    Ordinal,
    Percent,
    Score,
    Share,
    Vote,
)
from app.engine.claims import read_claims

_SENTENCES = (
    "It was {}.", "It happened on {}.", "It happened in {}.", "It happened {}.",
    "The vote was {}.", "The council approved it {}.", "There were {}.", "He saw {}.",
    "It cost {}.", "It lasted {}.", "He is {}.", "They won {}.", "They {}.",
)
"""Surroundings in which the readers of one kind or another look for their values."""

_HEDGES = {hedge.value: hedge for hedge in Approximation}
_SIDE = re.compile(r"(\d{1,4}) (for|against|abstaining|absent)")


def read_value(
    typed: str, like: FactValue, *, published_on: date | None = None,
) -> FactValue | None:
    """The value of the same kind as `like` that the words commit to, all of them; None if they
    do not. A name is taken as it is typed; a bare number counts what `like` counts."""
    if isinstance(like, Named):
        return replace(like, name=typed)
    if isinstance(like, Vote) and (sides := _sides(typed)):
        return sides
    for words in _ways_to_say(typed, like):
        for sentence in _SENTENCES:
            found = _read(words, sentence, like.kind, published_on)
            if found is not None:
                return found
    return None


def read_new(
    typed: str, kind: FactKind, *, published_on: date | None = None,
) -> FactValue | None:
    """The value of a kind that the words commit to, where no value like it is there yet."""
    return read_value(typed, _BLANK.get(kind) or Named(of_kind=kind, name=typed),
                      published_on=published_on)


_BLANK: dict[FactKind, FactValue] = {
    FactKind.VOTE: Vote(), FactKind.COUNT: Count(low=0, high=0),
    FactKind.PERCENT: Percent(low=0, high=0), FactKind.MONEY: Money(low=0, high=0, currency=""),
    FactKind.DATE: Day(), FactKind.DURATION: Duration(low=0, high=0, words=""),
    FactKind.ORDINAL: Ordinal(rank=1), FactKind.AGE: Age(low=0, high=0),
    FactKind.SCORE: Score(first=0, second=0), FactKind.SHARE: Share(part=0, whole=1),
}


def _ways_to_say(typed: str, like: FactValue) -> Iterator[str]:
    """The words as typed; a day from a form in words; a figure with what it counts."""
    yield typed
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        pass
    else:
        yield f"{day.day} {day:%B %Y}"
    if isinstance(like, Count):
        yield f"{typed} {like.unit or like.counted or 'people'}"
    if isinstance(like, Money):
        yield f"{like.currency} {typed}"


def _read(
    words: str, sentence: str, kind: FactKind, published_on: date | None,
) -> FactValue | None:
    text = sentence.format(words)
    start = sentence.index("{}")
    end = start + len(words)
    inside = [fact for claim in read_claims(text, published_on=published_on)
              for fact in claim.facts
              if fact.kind is kind and start <= fact.start and fact.end <= end]
    return _whole(text[start:end], start, inside[0]) if len(inside) == 1 else None


def _whole(words: str, start: int, fact: Fact) -> FactValue | None:
    """The value, if the fact leaves no word over but a hedge in front of it."""
    before = words[:fact.start - start].strip().casefold()
    after = words[fact.end - start:].strip(" .")
    if after or (before and before not in _HEDGES):
        return None
    if not before:
        return fact.value
    if not isinstance(fact.value, Count | Duration | Money | Percent):
        return None
    return replace(fact.value, hedge=_HEDGES[before])


def _sides(typed: str) -> Vote | None:
    """A tally side by side, as votes without both sides are shown: "4 for, 1 abstaining"."""
    told = dict[str, int]()
    for part in typed.split(","):
        side = _SIDE.fullmatch(part.strip().casefold())
        if side is None or side[2] in told:
            return None
        told[side[2]] = int(side[1])
    return Vote(for_=told.get("for"), against=told.get("against"),
                abstain=told.get("abstaining"), absent=told.get("absent"))
