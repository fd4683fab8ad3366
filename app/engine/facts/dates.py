"""Dates: days, weeks, months and years, resolved against the article's own day.

Grammar:
    full     = month day ["," year] | day month [year] | year "-" mm "-" dd
    month    = ["early"|"mid-"|"late"] month [year]        only with a year, or after "in", "since", ...
    weekday  = ["last"|"this"|"next"] weekday ["morning"|"night"|...]
    relative = "yesterday" | "today" | "tomorrow" | ["earlier"|"later"] ("last"|"this"|"next") unit
             | figure unit "ago"
    year     = ("in"|"since"|"by"|"until"|...) four digits | month four digits
Basis: what was counted from, in words; "" when it stood there in full. Without the article's day a
relative date keeps its words and no days. A weekday is the nearest one before the article's day
(that day included), after it when the sentence speaks of the future.
"""

from datetime import date, timedelta

from app.domain.facts import DateGrain, Day
from app.engine.facts.figures import figure
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)}
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 0, "year": 0, "weekend": 0}
_FUTURE = listed("""
    will expected to scheduled set due plans planned next shall would upcoming ahead
""")
_PAST = listed("""
    was were had said voted passed approved took enacted did has have told announced met sued
    signed died
""")
_BEFORE_YEAR = listed("""
    in since by until till of from during before after between late early mid through around
    about circa and to year the than
""")
_BEFORE_MONTH = listed("""
    in since by until till from during before after last next this early late mid through of
    every each around for to
""")
_EDGES = listed(', ; : ( ) “ ” " —')
_PARTS = listed("morning afternoon evening night")


def read(scene: Scene) -> list[Found]:
    """The dates of a text."""
    found = []
    words = scene.words
    for index, low in enumerate(words.lows):
        if words.taken[index]:
            continue
        one = _at(scene, index, low)
        if one is not None:
            words.take(one.first, one.last)
            found.append(one)
    return found


def _at(scene: Scene, index: int, low: str) -> Found | None:
    """The date whose leading word is at `index`."""
    words = scene.words
    if low in MONTHS and words.words[index][0].isupper():
        return _month(scene, index)
    if low in WEEKDAYS and words.words[index][0].isupper():
        return _weekday(scene, index)
    if low in {"yesterday", "today", "tomorrow", "tonight"}:
        return _near(scene, index, low)
    if low in {"last", "this", "next", "past", "previous", "coming"}:
        return _unit(scene, index, low)
    if low == "ago":
        return _ago(scene, index)
    if len(low) == 4 and low.isdecimal():  # noqa: PLR2004
        return _iso(words, index) or _year(words, index)
    return None


def _day(first: date, last: date, grain: DateGrain, basis: str, words: str) -> Day:
    return Day(
        first=first.isoformat(), last=last.isoformat(), grain=grain, basis=basis, words=words
    )


def _vague(words: str) -> Day:
    return Day(words=words, grain=DateGrain.VAGUE)


def _from(surface: str, published_on: date) -> str:
    """The basis in words: "Tuesday, from the article's date 20 November 2024"."""
    return f"{surface}, from the article's date {published_on.day} {published_on:%B %Y}"


def _safe(year: int, month: int, day: int) -> date | None:
    """The day, None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(words: Words, index: int, low: int, high: int) -> int | None:
    """The whole number in plain digits at `index`, within bounds."""
    if not 0 <= index < len(words):
        return None
    word = words.words[index]
    if not (word.isascii() and word.isdecimal() and len(word) <= 4):  # noqa: PLR2004
        return None
    return int(word) if low <= int(word) <= high else None


def _month(scene: Scene, index: int) -> Found | None:
    """As in "November 19", "Nov. 19, 2024", "19 November 2024", "November 2024", "in November"."""
    words, month = scene.words, MONTHS[scene.words.lows[index]]
    at = index + 1
    if words.low(at) == "." and words.touches(at):
        at += 1
    day = _plain(words, at, 1, 31)
    if day is not None and not _is_clock(words, at):
        return _with_day(scene, (index, _suffix(words, at)), month, day)
    before = _plain(words, index - 1, 1, 31)
    first = index - 1
    if before is None and words.low(index - 1) in {"st", "nd", "rd", "th"}:
        before, first = _plain(words, index - 2, 1, 31), index - 2
    if before is None and words.low(index - 1) == "of":
        before, first = _ordinal_day(words, index - 2)
    if before is not None:
        return _with_day(scene, (first, at - 1), month, before)
    return _month_alone(scene, index, at, month)


def _suffix(words: Words, at: int) -> int:
    """The last word of the day at `at`: its "th" belongs to it."""
    return at + (words.low(at + 1) in {"st", "nd", "rd", "th"} and words.touches(at + 1))


def _ordinal_day(words: Words, at: int) -> tuple[int | None, int]:
    """As in "19th of November"."""
    if words.low(at) in {"st", "nd", "rd", "th"}:
        return _plain(words, at - 1, 1, 31), at - 1
    return None, at


def _is_clock(words: Words, at: int) -> bool:
    return words.low(at + 1) == ":" and words.touches(at + 1)


def _with_day(scene: Scene, place: tuple[int, int], month: int, day: int) -> Found | None:
    """A day of a month, with its year if that stands there, else the nearest."""
    words, (first, last) = scene.words, place
    at = last + 1
    if words.low(at) == ",":
        at += 1
    year = _plain(words, at, 1500, 2200)
    if year is not None:
        stated = _safe(year, month, day)
        return (
            None
            if stated is None
            else Found(_day(stated, stated, DateGrain.DAY, "", words.surface(first, at)), first, at)
        )
    surface = words.surface(first, last)
    if scene.published_on is None:
        return Found(_vague(surface), first, last)
    near = _nearest(scene, first, month, day)
    return (
        None
        if near is None
        else Found(
            _day(near, near, DateGrain.DAY, _from(surface, scene.published_on), surface),
            first,
            last,
        )
    )


def _nearest(scene: Scene, index: int, month: int, day: int) -> date | None:
    """The day of the year that lies nearest, on the side that the sentence's tense says."""
    published = scene.published_on
    if published is None:
        return None
    days = [
        found
        for year in (published.year - 1, published.year, published.year + 1)
        if (found := _safe(year, month, day)) is not None
    ]
    future = _tense(scene.words, index)
    if future is True:
        days = [one for one in days if one >= published] or days
    if future is False:
        days = [one for one in days if one <= published] or days
    return min(days, key=lambda one: abs((one - published).days), default=None)


def _tense(words: Words, index: int) -> bool | None:
    """True for a future, False for a past, None if the words near do not say."""
    open_sides = [-1, 1]
    for distance in range(1, 13):
        for side in tuple(open_sides):
            at = index + side * distance
            if not words.together(min(at, index), max(at, index)) or words.lows[at] in _EDGES:
                open_sides.remove(side)
                continue
            low = words.lows[at]
            if low in _FUTURE and (low != "to" or words.low(at - 1) in {"is", "are", "due", "set"}):
                return True
            if low in _PAST or (low.endswith("ed") and low not in _FUTURE):
                return False
    return None


def _month_alone(scene: Scene, index: int, at: int, month: int) -> Found | None:
    """As in "November 2024", "in January"."""
    words = scene.words
    if words.low(at) in {"of", ","}:
        at += 1
    year = _plain(words, at, 1500, 2200)
    if year is not None and words.together(index, at):
        return Found(_whole_month(year, month, "", words.surface(index, at)), index, at)
    before = words.low(index - 1)
    if before not in _BEFORE_MONTH or words.lows[index] == "mar":
        return None
    first = index - (before in {"last", "next", "this", "early", "late", "mid"})
    surface = words.surface(first, index)
    if scene.published_on is None:
        return Found(_vague(surface), first, index)
    near = _nearest_month(scene, index, month, before)
    return Found(
        _whole_month(near.year, month, _from(surface, scene.published_on), surface), first, index
    )


def _nearest_month(scene: Scene, index: int, month: int, before: str) -> date:
    """The first day of the nearest such month on the side that the words say."""
    published = scene.published_on or date.min
    firsts = [
        date(year, month, 1) for year in (published.year - 1, published.year, published.year + 1)
    ]
    this = published.replace(day=1)
    future = {"last": False, "next": True}.get(before, _tense(scene.words, index))
    if future is True:
        firsts = [one for one in firsts if one >= this]
    if future is False:
        firsts = [one for one in firsts if one <= this]
    return min(firsts, key=lambda one: abs((one - this).days))


def _whole_month(year: int, month: int, basis: str, surface: str) -> Day:
    first = date(year, month, 1)
    return _day(first, _month_end(first), DateGrain.MONTH, basis, surface)


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _weekday(scene: Scene, index: int) -> Found | None:
    """As in "Tuesday", "last Monday", "next Friday", "Saturday night"."""
    words = scene.words
    before = words.low(index - 1)
    first = index - 1 if before in {"last", "next", "this", "late", "early"} else index
    last = index + (words.low(index + 1) in _PARTS)
    if words.low(index + 1) == "," and words.low(index + 2) in MONTHS:
        return None
    surface = words.surface(first, last)
    published = scene.published_on
    if published is None:
        return Found(_vague(surface), first, last)
    back = (published.weekday() - WEEKDAYS[words.lows[index]]) % 7
    day = published - timedelta(days=back)
    if before == "next" or (before != "last" and _tense(words, index) is True and back):
        day += timedelta(days=7)
    if before == "last" and not back:
        day -= timedelta(days=7)
    return Found(_day(day, day, DateGrain.DAY, _from(surface, published), surface), first, last)


def _near(scene: Scene, index: int, low: str) -> Found:
    """As in "yesterday", "today", "tomorrow"."""
    words, published = scene.words, scene.published_on
    surface = words.words[index]
    if published is None:
        return Found(_vague(surface), index, index)
    day = published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(low, 0))
    return Found(_day(day, day, DateGrain.DAY, _from(surface, published), surface), index, index)


def _unit(scene: Scene, index: int, low: str) -> Found | None:
    """As in "last week", "earlier this month", "next year"."""
    words, published = scene.words, scene.published_on
    unit = words.low(index + 1)
    if unit not in _UNITS or unit == "day":
        return None
    first = index - (words.low(index - 1) in {"earlier", "later", "late", "early"})
    surface = words.surface(first, index + 1)
    if published is None:
        return Found(_vague(surface), first, index + 1)
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(low, 0)
    start, end, grain = _interval(published, unit, step)
    if words.low(first) == "earlier":
        end = min(end, published)
    if words.low(first) == "later":
        start = max(start, published)
    return Found(_day(start, end, grain, _from(surface, published), surface), first, index + 1)


def _interval(published: date, unit: str, step: int) -> tuple[date, date, DateGrain]:
    """The week, weekend, month or year that lies `step` away from the article's."""
    if unit == "year":
        year = published.year + step
        return date(year, 1, 1), date(year, 12, 31), DateGrain.YEAR
    if unit == "month":
        month = published.year * 12 + published.month - 1 + step
        first = date(month // 12, month % 12 + 1, 1)
        return first, _month_end(first), DateGrain.MONTH
    monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
    if unit == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6), DateGrain.WEEK
    return monday, monday + timedelta(days=6), DateGrain.WEEK


def _ago(scene: Scene, index: int) -> Found | None:
    """As in "two weeks ago", "a month ago"."""
    words, published = scene.words, scene.published_on
    unit = words.low(index - 1).rstrip("s")
    if unit not in {"day", "week", "month", "year"}:
        return None
    number = figure(words, index - 2)
    if number is None and words.low(index - 2) not in {"a", "an"}:
        return None
    amount, first = (1 if number is None else int(min(number[0], 5000))), index - 2
    surface = words.surface(first, index)
    if published is None:
        return Found(_vague(surface), first, index)
    basis = _from(surface, published)
    if unit in {"day", "week"}:
        day = published - timedelta(days=amount * _UNITS[unit])
        grain = DateGrain.DAY if unit == "day" else DateGrain.WEEK
        reach = timedelta(days=0 if unit == "day" else 3)
        return Found(_day(day - reach, day + reach, grain, basis, surface), first, index)
    start, end, grain = _interval(published, unit, -min(amount, 1500))
    return Found(_day(start, end, grain, basis, surface), first, index)


def _iso(words: Words, index: int) -> Found | None:
    """As in "2024-11-20"."""
    dashes = (
        words.low(index + 1) == "-" and words.low(index + 3) == "-" and words.touches(index + 4)
    )
    month, day = _plain(words, index + 2, 1, 12), _plain(words, index + 4, 1, 31)
    if not dashes or month is None or day is None:
        return None
    stated = _safe(int(words.words[index]), month, day) if words.words[index].isascii() else None
    return (
        None
        if stated is None
        else Found(
            _day(stated, stated, DateGrain.DAY, "", words.surface(index, index + 4)),
            index,
            index + 4,
        )
    )


def _year(words: Words, index: int) -> Found | None:
    """As in "in 2017", "since 2009", "(2019)"."""
    year = _plain(words, index, 1500, 2200)
    if year is None or words.low(index - 1) not in _BEFORE_YEAR or words.touches(index):
        return None
    if words.touches(index + 1) and words.low(index + 1) not in set(".,;:)”\"!?—–-'’"):
        return None
    if (
        words.low(index - 1) in {"about", "to", "than", "and", "of"}
        and words.low(index + 1)[:1].isalpha()
        and words.low(index + 1)
        not in {"the", "to", "and", "when", "in", "after", "as", "by", "at", "for"}
    ):
        return None
    return Found(
        _day(date(year, 1, 1), date(year, 12, 31), DateGrain.YEAR, "", words.words[index]),
        index,
        index,
    )
