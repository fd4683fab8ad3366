"""Days, months and years around the article's own day, as `Day` values with their basis."""

from datetime import date, timedelta
from functools import lru_cache

from app.domain.facts import DateGrain, Day

_MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
]
MONTHS = {name: number for number, name in enumerate(_MONTHS, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS = {name: number for number, name in enumerate(_DAYS)}
EARLIEST, LATEST = date(1700, 1, 1), date(2300, 12, 31)
_WEEK = timedelta(days=7)


def unresolved(surface: str) -> Day:
    """A date whose words alone speak, because the article's own day is not known."""
    return Day(words=surface, grain=DateGrain.VAGUE)


def resolved(
    first: date, last: date, grain: DateGrain, surface: str, published: date | None = None
) -> Day:
    """An interval; with `published`, its basis says that it was counted from that day."""
    basis = f"{surface}, from the article's date {_told(published)}" if published else ""
    return Day(
        first=first.isoformat(), last=last.isoformat(), grain=grain, basis=basis, words=surface
    )


@lru_cache(maxsize=64)
def _told(published: date) -> str:
    return f"{published.day} {published:%B %Y}"


def day(one: date, surface: str, published: date | None = None) -> Day:
    """One day."""
    return resolved(one, one, DateGrain.DAY, surface, published)


def month(year: int, number: int, surface: str, published: date | None = None) -> Day:
    """One month."""
    first = date(year, number, 1)
    return resolved(first, month_end(first), DateGrain.MONTH, surface, published)


def year(number: int, surface: str) -> Day:
    """One year that stood there in full."""
    return resolved(date(number, 1, 1), date(number, 12, 31), DateGrain.YEAR, surface)


def existing(year_: int, month_: int, day_: int) -> date | None:
    """The day, None when the calendar has no such day."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def month_end(first: date) -> date:
    """The last day of the month that begins on `first`."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@lru_cache(maxsize=4096)
def nearest_day(published: date, month_: int, day_: int, *, future: bool | None) -> date | None:
    """The day of the year that lies nearest to `published`, on the side that the tense says."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for one in years if (found := existing(one, month_, day_)) is not None]
    return _on_side(days, published, future=future)


@lru_cache(maxsize=512)
def nearest_month(published: date, month_: int, *, future: bool | None) -> date:
    """The first day of the month that lies nearest, on the side that the tense says."""
    this = published.replace(day=1)
    years = (published.year - 1, published.year, published.year + 1)
    return _on_side([date(one, month_, 1) for one in years], this, future=future) or this


def _on_side(days: list[date], pivot: date, *, future: bool | None) -> date | None:
    """The day nearest to the pivot; before or after it when the tense says so."""
    fitting = [one for one in days if future is None or (one >= pivot if future else one <= pivot)]
    return min(fitting or days, key=lambda one: abs((one - pivot).days), default=None)


def interval(published: date, unit: str, step: int) -> tuple[date, date, DateGrain]:
    """The week, weekend, month or year that lies `step` away from the article's."""
    if unit == "year":
        number = published.year + step
        return date(number, 1, 1), date(number, 12, 31), DateGrain.YEAR
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        first = date(months // 12, months % 12 + 1, 1)
        return first, month_end(first), DateGrain.MONTH
    monday = published - timedelta(days=published.weekday()) + step * _WEEK
    start = monday + timedelta(days=5) if unit == "weekend" else monday
    return start, monday + timedelta(days=6), DateGrain.WEEK
