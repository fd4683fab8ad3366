"""Times, days and figures as the pages say them: "8 minutes ago", "19 Nov 2024", "1,000"."""

from datetime import date, datetime, timedelta, tzinfo

from markupsafe import Markup

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def ago(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """"8 minutes ago" up to one day, then "Yesterday, 17:40", then "17 November".

    Both are aware; the day and the clock are those of the zone, by default this machine's.
    Another year is named.
    """
    seconds = (now - at).total_seconds()
    if seconds < _MINUTE:
        return "now"
    if seconds < _HOUR:
        return _counted(int(seconds // _MINUTE), "minute")
    if seconds < _DAY:
        return _counted(int(seconds // _HOUR), "hour")
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    if here.date() == today - timedelta(days=1):
        return f"Yesterday, {here:%H:%M}"
    year = "" if here.year == today.year else f" {here.year}"
    return f"{here.day} {here:%B}{year}"


def age(at: datetime, now: datetime) -> Markup:
    """How long something has waited: "5 hours", "3 days"."""
    seconds = max((now - at).total_seconds(), 0)
    for size, unit in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return _time(at, f"{count} {unit}{'' if count == 1 else 's'}")
    return _time(at, "now")


def when(at: datetime, now: datetime, zone: tzinfo | None = None) -> Markup:
    """A time told from now, the full one in the element and on hover."""
    return _time(at, ago(at, now, zone), zone)


def moment(at: datetime, zone: tzinfo | None = None) -> Markup:
    """A time to the minute: "18 Nov, 09:12"."""
    here = at.astimezone(zone)
    return _time(at, f"{here.day} {here:%b}, {here:%H:%M}", zone)


def day(on: date | None) -> str:
    """A day: "19 Nov 2024"; "no date" without one."""
    return f"{on.day} {on:%b %Y}" if on else "no date"


def long_day(on: date | None) -> str:
    """A day in full: "19 November 2024"; "no date" without one."""
    return f"{on.day} {on:%B %Y}" if on else "no date"


def figure(number: int) -> str:
    """A count with its thousands apart: "1,000"."""
    return f"{number:,}"


def first_word(words: str) -> str:
    """The first word with the spaces around it, kept on one line with the number of its mark."""
    return words[: len(words) - len(other_words(words))]


def other_words(words: str) -> str:
    """What follows the first word, beginning with its space; "" if nothing does."""
    start = len(words) - len(words.lstrip())
    end = words.find(" ", start)
    return "" if end < 0 else words[end:]


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'} ago"


def _time(at: datetime, words: str, zone: tzinfo | None = None) -> Markup:
    here = at.astimezone(zone)
    full = f"{here.day} {here:%B %Y}, {here:%H:%M}"
    return Markup('<time datetime="{}" title="{}">{}</time>').format(
        at.isoformat(timespec="seconds"), full, words
    )
