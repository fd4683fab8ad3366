"""Dates: days, weeks, months and years, resolved against the article's own day.

Grammar:
    day      = month d ["," year] | d month [year] | "the" d "th of" month | year "-" mm "-" dd
    days     = month d ("to" | "–") d ["," year] | ["from"] d ("to" | "–") d month [year]
    month    = ["early"|"mid"|"late"|...] month [year | "next year"]   with a year, or after "in",
               "since", ...
    season   = see `seasons`
    year     = ("in" | "since" | "by" | "until" | ...) four digits
    relative = see `relative_dates`
Basis: what was counted from, in words; "" when it stood there in full. Without the article's day a
date without a year keeps its words and no days. Left alone: "may" and "march" as verbs, four
digits that count something. Normal form: the first and the last day, how exact they are, the basis.
Equal: the same days at the same grain. Compatible: intervals that meet ("in March", "March 12").
"""

from datetime import date

from app.domain.facts import DateGrain
from app.engine.facts import calendar
from app.engine.facts.calendar import MONTHS
from app.engine.facts.nouns import is_plural
from app.engine.facts.relative_dates import LEADS, relative
from app.engine.facts.scene import Found, Scene
from app.engine.facts.seasons import SEASONS, season
from app.engine.facts.tenses import future
from app.engine.listing import listed
from app.engine.words import Words

_BEFORE_YEAR = listed("""
    in since by until till of from during before after between late early mid through around
    about circa and to year the than
""")
_DOUBTFUL = listed("by about to than and of between the around from")
_AFTER_YEAR = listed("the to and when in after as by at for or until but was were he she it")
_BEFORE_MONTH = listed("""
    in since by until till from during before after last next this early late mid through of
    every each around for to
""")
_PART_OF_NAME = frozenset({"last", "next", "this", "early", "late", "mid"})
_TO = frozenset({"to", "-", "–", "through", "and", "until"})
_CLOSING = frozenset(".,;:)”\"!?—–-'’")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_NO_DAY_BEFORE = _SUFFIXES | {":", "%", "percent"}
_YEARS_ON = {"next": 1, "this": 0, "last": -1}
_LEADS = LEADS | frozenset(MONTHS) | frozenset(SEASONS)
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_YEAR_DIGITS = 4
_LAST_DAY = 31


def read(scene: Scene) -> list[Found]:
    """The dates of a text."""
    found = []
    words = scene.words
    years = [at for at in words.figures() if len(words.lows[at]) == _YEAR_DIGITS]
    for index in sorted([*years, *words.where(_LEADS)]):
        if words.taken[index]:
            continue
        one = _at(scene, index, words.lows[index])
        if one is not None and words.together(one.first, one.last):
            words.take(one.first, one.last)
            found.append(one)
    return found


def _at(scene: Scene, index: int, low: str) -> Found | None:
    """The date whose leading word is at `index`."""
    if low in MONTHS:
        return _month(scene, index) if scene.words.words[index][0].isupper() else None
    if len(low) == _YEAR_DIGITS and low.isdecimal():
        return _iso(scene.words, index) or _year(scene.words, index)
    return season(scene, index) if low in SEASONS else relative(scene, index, low)


def _plain(words: Words, index: int, low: int, high: int) -> int | None:
    """The whole number in plain digits at `index`, within bounds."""
    word = words.low(index)
    if not (word.isascii() and word.isdecimal()) or len(word) > _YEAR_DIGITS:
        return None
    return int(word) if low <= int(word) <= high else None


def _year_at(words: Words, index: int) -> int | None:
    return _plain(words, index, _FIRST_YEAR, _LAST_YEAR)


def _month(scene: Scene, index: int) -> Found | None:
    """As in "November 19", "Nov. 19, 2024", "19 November 2024", "November 2024", "in November"."""
    words, month = scene.words, MONTHS[scene.words.lows[index]]
    at = index + 1
    if words.low(at) == "." and words.touches(at):
        at += 1
    day = _plain(words, at, 1, _LAST_DAY)
    if day is not None and not (words.low(at + 1) == ":" and words.touches(at + 1)):
        has_suffix = words.low(at + 1) in _SUFFIXES and words.touches(at + 1)
        return _with_day(scene, (index, at + has_suffix), month, day)
    first, day = _day_before(words, index)
    if day is not None:
        return _with_day(scene, (first, at - 1), month, day)
    return _month_alone(scene, index, at, month)


def _day_before(words: Words, index: int) -> tuple[int, int | None]:
    """As in "19 November", "19th November", "19th of November"."""
    at = index - 1
    if words.low(at) == "of":
        at -= 1
        if words.low(at) not in _SUFFIXES:
            return at, None
    if words.low(at) in _SUFFIXES:
        at -= 1
    return at, _plain(words, at, 1, _LAST_DAY)


def _with_day(scene: Scene, place: tuple[int, int], month: int, day: int) -> Found | None:
    """A day of a month, with its year if that stands there, else the nearest."""
    words, (first, last) = scene.words, place
    spanned = _days_on(scene, first, last, month, day)
    if spanned is not None:
        return spanned
    at = last + 2 if words.low(last + 1) == "," else last + 1
    year = _year_at(words, at)
    if year is not None:
        stated = calendar.existing(year, month, day)
        surface = words.surface(first, at)
        return Found(calendar.day(stated, surface), first, at) if stated else None
    surface, published = words.surface(first, last), scene.published_on
    if published is None:
        return Found(calendar.unresolved(surface), first, last)
    year = _year_told(words, last, published)
    if year is not None:
        stated, surface = calendar.existing(year, month, day), words.surface(first, last + 2)
        return Found(calendar.day(stated, surface, published), first, last + 2) if stated else None
    near = calendar.nearest_day(published, month, day, future=future(words, first))
    return Found(calendar.day(near, surface, published), first, last) if near else None


def _year_told(words: Words, last: int, published: date) -> int | None:
    """The year of "April 1 next year"."""
    step = _YEARS_ON.get(words.low(last + 1))
    told = step is not None and words.low(last + 2) == "year" and words.together(last, last + 2)
    return published.year + (step or 0) if told else None


def _days_on(scene: Scene, first: int, last: int, month: int, day: int) -> Found | None:
    """As in "November 17 to 19", "May 3–5, 2025", "from 17 to 19 November": days in one month."""
    words, at, other = scene.words, last + 2, None
    if words.lows[first] in MONTHS and words.low(last + 1) in _TO:
        other = _plain(words, at, 1, _LAST_DAY)
        low, high = day, other or 0
    elif words.low(first - 1) in _TO:
        other = _plain(words, first - 2, 1, _LAST_DAY)
        first, at, low, high = first - 2, last, other or 0, day
    if other is None or not (0 < low < high) or not words.together(first, at):
        return None
    after = words.low(at + 1)
    if after in _NO_DAY_BEFORE or is_plural(after or "-"):
        return None
    return _span(scene, (first, at), month, (low, high))


def _span(
    scene: Scene, place: tuple[int, int], month: int, days: tuple[int, int]
) -> Found | None:
    """The days of a month from one to another, in the year that stands there or the nearest."""
    words, (first, last) = scene.words, place
    at = last + 2 if words.low(last + 1) == "," else last + 1
    year, published = _year_at(words, at), scene.published_on
    if year is not None:
        last, published = at, None
    elif published is None:
        return Found(calendar.unresolved(words.surface(first, last)), first, last)
    else:
        near = calendar.nearest_day(published, month, days[0], future=future(words, first))
        year = near.year if near else published.year
    one, other = (calendar.existing(year, month, day) for day in days)
    if one is None or other is None:
        return None
    surface = words.surface(first, last)
    return Found(calendar.resolved(one, other, DateGrain.DAY, surface, published), first, last)


def _month_alone(scene: Scene, index: int, at: int, month: int) -> Found | None:
    """As in "November 2024", "in January"."""
    words, published = scene.words, scene.published_on
    at += words.low(at) in {"of", ","}
    year = _year_at(words, at)
    if year is not None and words.together(index, at):
        return Found(calendar.month(year, month, words.surface(index, at)), index, at)
    before = words.low(index - 1)
    spanned = _year_of_span(words, at)
    if before in _SPANNING and spanned is not None:
        return Found(calendar.month(spanned, month, words.words[index]), index, index)
    if before not in _BEFORE_MONTH or words.lows[index] == "mar":
        return None
    first = index - (before in _PART_OF_NAME)
    surface = words.surface(first, index)
    if published is None:
        return Found(calendar.unresolved(surface), first, index)
    year = _year_told(words, index, published)
    if year is not None:
        surface = words.surface(first, index + 2)
        return Found(calendar.month(year, month, surface, published), first, index + 2)
    side = {"last": False, "next": True}.get(before, future(words, index))
    near = calendar.nearest_month(published, month, future=side)
    return Found(calendar.month(near.year, month, surface, published), first, index)


_SPANNING = frozenset({"between", "from"})


def _year_of_span(words: Words, at: int) -> int | None:
    """The year of "between March and August 2024", for the first of the two months."""
    if words.low(at) not in _TO or words.low(at + 1) not in MONTHS:
        return None
    return _year_at(words, at + 2) if words.together(at, at + 2) else None


def _iso(words: Words, index: int) -> Found | None:
    """As in "2024-11-20"."""
    year = _year_at(words, index)
    month, day = _plain(words, index + 2, 1, 12), _plain(words, index + 4, 1, _LAST_DAY)
    dashes = words.low(index + 1) == "-" == words.low(index + 3) and words.touches(index + 4)
    if not dashes or year is None or month is None or day is None:
        return None
    stated = calendar.existing(year, month, day)
    surface = words.surface(index, index + 4)
    return Found(calendar.day(stated, surface), index, index + 4) if stated else None


def _year(words: Words, index: int) -> Found | None:
    """As in "in 2017", "since 2009", "by 2030"."""
    year, before = _year_at(words, index), words.low(index - 1)
    if year is None or before not in _BEFORE_YEAR or words.touches(index):
        return None
    following = words.low(index + 1)
    if words.touches(index + 1) and following not in _CLOSING:
        return None
    if before in _DOUBTFUL and following[:1].isalpha() and following not in _AFTER_YEAR:
        return None
    return Found(calendar.year(year, words.words[index]), index, index)
