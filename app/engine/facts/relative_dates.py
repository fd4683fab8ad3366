"""Dates that count from the article's own day.

Grammar:
    weekday  = ["last"|"this"|"next"|"late"|"early"] weekday ["morning"|"night"|...]
    near     = "yesterday" | "today" | "tonight" | "tomorrow"
    unit     = ["earlier"|"later"] ("last"|"this"|"next"|...) ("week"|"weekend"|"month"|"year")
    ago      = (figure | "a") ("day"|"week"|"fortnight"|"month"|"year") "ago"
    ahead    = "in" (figure | "a") ("day"|"week"|"fortnight"|"month"|"year")   of what is to come
A weekday, a near day and a unit may own what follows ("Friday’s blast", "last year’s vote").
A weekday is the nearest one before the article's day (that day included), after it when the
sentence speaks of the future. Without the article's day the words alone are kept.
"""

from datetime import timedelta

from app.domain.facts import DateGrain
from app.engine.facts.calendar import (
    MONTHS,
    WEEKDAYS,
    day,
    interval,
    resolved,
    unresolved,
)
from app.engine.facts.figures import figure
from app.engine.facts.scene import Found, Scene
from app.engine.facts.tenses import future
from app.engine.words import Words

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_UNITS = frozenset({"week", "weekend", "month", "year"})
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "yesterday's": -1,
         "tomorrow's": 1}
_BEFORE_WEEKDAY = frozenset({"last", "next", "this", "late", "early"})
_NOT_ONE = frozenset({"first", "second", "third", "fourth", "fifth", "every", "each", "any", "a"})
_BEFORE_UNIT = frozenset({"earlier", "later", "late", "early"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_DAYS_AGO = {"day": 1, "week": 7}
_FURTHEST_YEARS = 500
_FURTHEST = 5000
_ABOUT_A_WEEK = timedelta(days=3)


_OWNED = {f"{name}'s": number for name, number in WEEKDAYS.items()}
_WEEKDAYS = WEEKDAYS | _OWNED
LEADS = frozenset(_WEEKDAYS) | frozenset(_NEAR) | frozenset(_STEPS) | {"ago", "in"}


def relative(scene: Scene, index: int, low: str) -> Found | None:
    """The relative date whose leading word is at `index`."""
    if low in _WEEKDAYS:
        return _weekday(scene, index)
    if low in _NEAR:
        return _near(scene, index, low)
    if low in _STEPS:
        return _unit(scene, index, low)
    if low == "in":
        return _ahead(scene, index)
    return _ago(scene, index) if low == "ago" else None


def _weekday(scene: Scene, index: int) -> Found | None:
    """As in "Tuesday", "last Monday", "next Friday", "Saturday night"."""
    words, published = scene.words, scene.published_on
    is_name = not words.words[index][0].isupper() or words.low(index - 1) in _NOT_ONE
    if is_name or (words.low(index + 1) == "," and words.low(index + 2) in MONTHS):
        return None
    before = words.low(index - 1)
    first = index - 1 if before in _BEFORE_WEEKDAY else index
    last = index + (words.low(index + 1) in _PARTS_OF_DAY)
    surface = words.surface(first, last)
    if published is None:
        return Found(unresolved(surface), first, last)
    back = (published.weekday() - _WEEKDAYS[words.lows[index]]) % 7
    weeks = _weeks(words, index, before, is_today=not back)
    one = published + timedelta(days=7 * weeks - back)
    return Found(day(one, surface, published), first, last)


def _weeks(words: Words, index: int, before: str, *, is_today: bool) -> int:
    """How many weeks to add to the nearest such day that is not after the article's."""
    if before == "next":
        return 1
    if before == "last":
        return -1 if is_today else 0
    return int(not is_today and future(words, index) is True)


def _near(scene: Scene, index: int, low: str) -> Found:
    """As in "yesterday", "today", "tomorrow"."""
    surface, published = scene.words.words[index], scene.published_on
    if published is None:
        return Found(unresolved(surface), index, index)
    one = published + timedelta(days=_NEAR[low])
    return Found(day(one, surface, published), index, index)


def _unit(scene: Scene, index: int, low: str) -> Found | None:
    """As in "last week", "earlier this month", "next year"."""
    words, published = scene.words, scene.published_on
    unit = words.low(index + 1).removesuffix("'s")
    if unit not in _UNITS:
        return None
    first = index - (words.low(index - 1) in _BEFORE_UNIT)
    surface = words.surface(first, index + 1)
    if published is None:
        return Found(unresolved(surface), first, index + 1)
    start, end, grain = interval(published, unit, _STEPS[low])
    if words.lows[first] == "earlier":
        end = min(end, published)
    if words.lows[first] == "later":
        start = max(start, published)
    return Found(resolved(start, end, grain, surface, published), first, index + 1)


def _ago(scene: Scene, index: int) -> Found | None:
    """As in "two weeks ago", "a month ago"."""
    words, first = scene.words, index - 2
    told = _amount(words, first, index - 1)
    return None if told is None else _counted(scene, (first, index), *told, sign=-1)


def _ahead(scene: Scene, index: int) -> Found | None:
    """As in "starts in two weeks"; "built in two weeks" tells how long it took."""
    words, last = scene.words, index + 2
    told = _amount(words, index + 1, last)
    if told is None or words.taken[index + 1] or future(words, index) is not True or (
            words.low(last + 1) in _LASTING):
        return None
    return _counted(scene, (index, last), *told, sign=1)


_LASTING = frozenset({"of", "or", "in", "ago", "and", "after", "before", "from", "-"})


def _amount(words: Words, first: int, last: int) -> tuple[int, str] | None:
    """The figure and the unit of "two weeks", "a fortnight"."""
    unit = words.low(last).rstrip("s")
    if first < 0 or unit not in _UNITS | {"day", "fortnight"}:
        return None
    number = figure(words, first)
    if number is None and words.low(first) not in {"a", "an"}:
        return None
    amount = 1 if number is None else int(min(number[0], _FURTHEST))
    return (2 * amount, "week") if unit == "fortnight" else (amount, unit)


def _counted(scene: Scene, place: tuple[int, int], amount: int, unit: str, *, sign: int
             ) -> Found:
    """The days that lie so many units before or after the article's own."""
    published, (first, last) = scene.published_on, place
    surface = scene.words.surface(first, last)
    if published is None:
        return Found(unresolved(surface), first, last)
    if unit not in _DAYS_AGO:
        start, end, grain = interval(published, unit, sign * min(amount, _FURTHEST_YEARS))
        return Found(resolved(start, end, grain, surface, published), first, last)
    one = published + sign * timedelta(days=amount * _DAYS_AGO[unit])
    if unit == "day":
        return Found(day(one, surface, published), first, last)
    week = resolved(one - _ABOUT_A_WEEK, one + _ABOUT_A_WEEK, DateGrain.WEEK, surface, published)
    return Found(week, first, last)
