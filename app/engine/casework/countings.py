"""How long since the last time: years counted back from the article's own day.

"It is sixteen years since they last won" and "they had not won since 2011" answer one question,
which year it was; so do "the first in twelve years" and "the first since 2014". Years that are
counted hold the year before and after them, and two years that stand there are compared elsewhere.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import NUMBER_WORDS
from app.engine.listing import listed

_SPELT = "|".join(sorted((word for word in NUMBER_WORDS if word.isalpha()), key=len, reverse=True))
_COUNTED = re.compile(
    rf"\b(?P<since>(?P<count>\d{{1,3}}|(?:{_SPELT})(?:-(?:{_SPELT}))?) years? since)\b"
    rf"|\b(?:first|not|no|never|n[’']t)\b[^.;,]{{0,60}}? "
    rf"(?P<within>(?:in|for) (?P<span>\d{{1,3}}|{_SPELT}) years)"
    rf"|\b(?P<wait>(?P<long>\d{{1,3}}|{_SPELT})-year (?:wait|drought|absence|break))\b",
    re.IGNORECASE)
_STATED = re.compile(r"\b(?:first|not|no|never|n[’']t|last)\b[^.;,]{0,60}? "
                     r"(?P<told>(?:since|in) (?P<year>(?:1[5-9]|20)\d\d))\b", re.IGNORECASE)
_SIGNS = listed("year years since first not no never last wait drought absence")
_FEWEST = 2


class _Last(NamedTuple):
    """The first and the last year that it can have been, and whether they were counted."""

    first: int
    last: int
    counted: bool


def ask(case: CaseWords) -> list[Question]:
    """One question a thing of which two claims tell when it was last so."""
    return aspects.ask(case, _LAST)


def _read(told: Told) -> Iterator[Answered]:
    text = told.side.text
    for match in _STATED.finditer(text):
        year = int(match["year"])
        yield aspects.answer(told, match, _Last(year, year, counted=False), group="told",
                             own=_OWN)
    if told.published_on is None:
        return
    for match in _COUNTED.finditer(text):
        count = _number(match["count"] or match["span"] or match["long"])
        if count >= _FEWEST:
            year = told.published_on.year - count
            group = next(name for name in ("since", "within", "wait") if match[name])
            yield aspects.answer(told, match, _Last(year - 1, year + 1, counted=True),
                                 group=group, own=_OWN)


_OWN = listed("year since first last time wait drought")


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    return int(sum(NUMBER_WORDS.get(part, 0) for part in words.casefold().split("-")))


def _compare(one: Answered, other: Answered) -> Finding | None:
    """The same year, or another one, where at least one of them was counted."""
    ours: _Last = one.meant
    theirs: _Last = other.meant
    if not (ours.counted or theirs.counted):
        return None
    said = aspects.both(one, other)
    if ours.first <= theirs.last and theirs.first <= ours.last:
        return aspects.accord(one, other, reason=Reason.DATE, what="Last time",
                              reading="Same year", because=f"{said} go back to the same year.")
    return aspects.clash(one, other, reason=Reason.DATE, what="Last time", reading="Another year",
                         because=f"{said} go back to different years.")


_LAST = Aspect(label="Last time of", reason=Reason.DATE, read=_read, compare=_compare, inside=True,
               dated=True, signs=_SIGNS, least=0.3)
