"""Seasons as three months of a year.

Grammar:
    season = ("in"|"by"|"until"|"from"|"since"|...) "the" ["early"|"late"|"mid"] season
             | ("this"|"next"|"last") season | season ["of"] year
A season without a year is the nearest on the side of which the sentence speaks, and none where
that is not told ("in the summer it is hot"). Winter is the one that begins in the year that is
named. Left alone: the Prague Spring, hot springs, the autumn of a life.
"""

from datetime import date, timedelta

from app.domain.facts import DateGrain
from app.engine.facts.calendar import month_end, resolved, unresolved
from app.engine.facts.scene import Found, Scene
from app.engine.facts.tenses import future
from app.engine.words import Words

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_STEPS = frozenset({"this", "next", "last"})
_PARTS = frozenset({"early", "late", "mid"})
_LEADING = frozenset({"in", "by", "until", "till", "from", "since", "during", "through"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_YEAR_DIGITS = 4


def season(scene: Scene, index: int) -> Found | None:
    """The season whose word stands at `index`."""
    words = scene.words
    year, last = _told(words, index)
    if words.words[index][0].isupper() or (words.low(index + 1) == "of" and year is None):
        return None
    first = index
    while words.low(first - 1) in _PARTS | {"-"}:
        first -= 1
    if year is None:
        return _untold(scene, first, index)
    return _found(SEASONS[words.lows[index]], year, words.surface(first, last), (first, last), None)


def _untold(scene: Scene, first: int, index: int) -> Found | None:
    """A season without a year, whose words begin at `first`."""
    words, published, before = scene.words, scene.published_on, scene.words.low(first - 1)
    if before in _STEPS:
        first -= 1
    elif before != "the" or words.low(first - 2) not in _LEADING:
        return None
    side = {"next": True, "last": False}.get(before, future(words, index))
    if side is None and before != "this":
        return None
    surface, month = words.surface(first, index), SEASONS[words.lows[index]]
    if published is None:
        return Found(unresolved(surface), first, index)
    near = _nearest(month, published, before, side=side)
    return _found(month, near, surface, (first, index), published)


def _told(words: Words, index: int) -> tuple[int | None, int]:
    """The year behind a season, and its place."""
    at = index + 1 + (words.low(index + 1) == "of")
    year = _year(words, at)
    return (year, at) if year else (None, index)


def _year(words: Words, at: int) -> int | None:
    word = words.low(at)
    if len(word) != _YEAR_DIGITS or not (word.isascii() and word.isdecimal()):
        return None
    return int(word) if _FIRST_YEAR <= int(word) <= _LAST_YEAR else None


def _nearest(month: int, published: date, before: str, *, side: bool | None) -> int:
    """The year in which the season begins that is meant."""
    if before == "this" or side is None:
        return published.year
    starts = [date(year, month, 1) for year in range(published.year - 2, published.year + 3)]
    if side:
        return next(start for start in starts if start > published).year
    return [start for start in starts if _end(start) < published + timedelta(days=1)][-1].year


def _end(start: date) -> date:
    months = start.year * 12 + start.month + 1
    return month_end(date(months // 12, months % 12 + 1, 1))


def _found(month: int, year: int, surface: str, place: tuple[int, int],
           published: date | None) -> Found:
    start = date(year, month, 1)
    return Found(resolved(start, _end(start), DateGrain.DAY, surface, published), *place)
