"""Durations: how long, in days.

Grammar:
    duration = quantity unit               "two weeks", "18 months", "five to seven years"
             | quantity "-" unit           "a two-week strike", "10-day trial"
             | ("a" | "an") unit           only after "for", "in", "within", "over"
             | duration {[","] ["and"] duration}   "1 hour 41 minutes", of units that fall
             | hours ":" minutes ":" seconds       "2:08:14", and "3:59.4" of a race
    unit     = second .. decade
Normal form: days, a month and a year at their mean length, with the words for people. Equal: as
many days, hedged alike. Compatible: ranges that meet, "about" by what the figure's digits allow.
Left alone: ages ("34 years old", "34-year-old"), a date ("two weeks ago"), "24/7", a time of day.
"""

from operator import attrgetter

from app.domain.facts import Approximation, Duration
from app.engine.facts.figures import SPELT
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

UNITS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.4375,
    "quarter": 91.3125,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
_PLURALS = {f"{unit}s": days for unit, days in UNITS.items()} | {
    "centuries": 36525.0,
    "mins": 1 / 1440,
    "hrs": 1 / 24,
}
SPANS = UNITS | _PLURALS


_COMPOUNDS = {
    f"{figure}-{unit}": number * days for figure, number in SPELT.items()
    for unit, days in UNITS.items()
}  # fmt: skip
LASTING = listed("""
    for lasted lasts last took takes take taken spent after than well just of within by is was were
    waited lasting taking spending served serving
""")
_BEFORE_ONE = listed("""
    for in within over lasted lasts last took takes than least nearly about after of a just only
    under every full by
""")


def read(scene: Scene) -> list[Found]:
    """The durations of a text."""
    words = scene.words
    found = []
    for quantity in scene.beside(SPANS.keys()):
        one = _after(words, quantity)
        if one is not None:
            words.take(one.first, one.last)
            found.append(one)
    found += _compounds(words)
    return [*_added_up(words, found), *_clocked(words)]


def _added_up(words: Words, found: list[Found]) -> list[Found]:
    """As in "2 hours, 8 minutes and 14 seconds": units that fall make one duration."""
    whole: list[Found] = []
    for one in sorted(found, key=_START):
        both = _with_smaller(words, whole[-1], one) if whole else None
        if both is None:
            whole.append(one)
        else:
            whole[-1] = both
    return whole


_START = attrgetter("first")


def _with_smaller(words: Words, large: Found, small: Found) -> Found | None:
    """Two durations as one, None where they are two."""
    between = words.lows[large.last + 1:small.first]
    ours, theirs = large.value, small.value
    if between not in _ADDING or not (isinstance(ours, Duration) and isinstance(theirs, Duration)):
        return None
    unit = SPANS.get(words.lows[large.last], 0)
    if not words.together(large.first, small.last) or theirs.high >= unit or (
            SPANS.get(words.lows[small.last], unit) >= unit):
        return None
    words.take(large.last + 1, small.first - 1)
    return Found(
        Duration(low=ours.low + theirs.low, high=ours.high + theirs.high, hedge=ours.hedge,
                 words=words.surface(large.first, small.last)), large.first, small.last)


_ADDING: tuple[list[str], ...] = ([], [","], ["and"], [",", "and"])


def _clocked(words: Words) -> list[Found]:
    """As in "2:08:14", "3:59.4": what a stopwatch shows, no time of day."""
    found = []
    for index in words.where(frozenset({":"})):
        parts, last = _parts(words, index)
        if not parts or words.low(last + 1) in _OF_DAY or words.low(index - 2) in _AT:
            continue
        hours, minutes, seconds = ([0.0] * (3 - len(parts)) + parts)
        if minutes < _SIXTY and seconds < _SIXTY and words.is_free(index - 1, last):
            words.take(index - 1, last)
            days = (hours * 3600 + minutes * 60 + seconds) / 86400
            found.append(Found(Duration(low=days, high=days,
                                        words=words.surface(index - 1, last)), index - 1, last))
    return found


_SIXTY = 60
_MOST_PARTS = 3
_OF_DAY = listed("a.m. p.m. am pm a.m p.m gmt utc est cet bst o'clock")
_AT = listed("at : by until till from since")


def _parts(words: Words, colon: int) -> tuple[list[float], int]:
    """The figures joined by colons around the first of them, and the last word of them: three,
    or two of which the latter has a fraction."""
    parts: list[float] = []
    at = colon - 1
    while words.low(at).replace(".", "", 1).isdecimal() and (not parts or words.touches(at)):
        parts.append(float(words.lows[at]))
        more = words.low(at + 1) == ":" and words.touches(at + 1)
        if not more or len(parts) > _MOST_PARTS:
            break
        at += 2
    is_race = len(parts) == 2 and "." in words.lows[at]  # noqa: PLR2004  minutes and seconds
    return (parts, at) if len(parts) == _MOST_PARTS or is_race else ([], colon)


def _after(words: Words, quantity: Quantity) -> Found | None:
    """As in "two weeks", "10-day"."""
    at = quantity.last + 1
    if (words.low(at) in {"-", "‑"} and words.touches(at)) or words.low(at) in {
        "full",
        "straight",
        "consecutive",
        "more",
        "long",
        "whole",
        "past",
        "last",
    }:
        at += 1
    days = SPANS.get(words.low(at))
    if days is None or not words.together(quantity.core, at) or _is_age(words, at):
        return None
    if words.lows[quantity.core] == "one" and words.low(quantity.first - 1) not in _BEFORE_ONE:
        return None
    if words.taken[at] or (words.lows[quantity.first] == "between" and quantity.is_point):
        return None
    first, hedge = quantity.first, quantity.hedge
    if first == quantity.core - 1 and words.lows[first] == "over" and _is_during(words, first):
        first, hedge = quantity.core, Approximation.EXACT
    surface = words.surface(first, at)
    low, high = quantity.low * days, quantity.high * days
    return Found(Duration(low=low, high=high, words=surface, hedge=hedge), first, at)


def _is_during(words: Words, over: int) -> bool:
    """As in "fell over two years": in their course; "for over two years" is longer than that."""
    return words.low(over - 1) not in LASTING


def _is_age(words: Words, at: int) -> bool:
    """As in "34 years old", "34-year-old"."""
    return words.low(at + 1) in {"old", "-"} or (
        words.low(at + 1) == "of" and words.low(at + 2) == "age"
    )


def _compounds(words: Words) -> list[Found]:
    """As in "two-week", "six-month", where one word holds figure and unit."""
    found = []
    for index in words.where(_COMPOUNDS.keys()):
        if words.taken[index]:
            continue
        amount = _COMPOUNDS[words.lows[index]]
        words.take(index, index)
        value = Duration(low=amount, high=amount, words=words.words[index])
        found.append(Found(value, index, index))
    return found
