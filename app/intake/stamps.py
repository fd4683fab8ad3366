"""Days that a page states about itself: date lines, date prefixes, datelines.

Grammar:
    day      = year "-" mm "-" dd | [weekday] month d "," year | [weekday] d month year
    hour     = ("Published" | "Updated" | ...) clock
    line     = ["Published" | "Updated" | ...] day [clock] ["|" reading time]
    prefix   = ("date" | "Published" | ...) day words... | day (":" | "–" | "-") words...
    dateline = CITY ["," State] ["," month d] ["(" agency ")"] ("—" | "-") words...
A dateline without an agency or a day needs its city in capitals, so that a name set apart by
dashes stays. Only a day with its year is read; nothing is guessed.
"""

import re
from datetime import date
from typing import NamedTuple

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? *"
_CLOCK = r"(?:,? *(?:at *)?\d{1,2}[:.]\d\d *(?:[ap]\.?m\.?)?(?: *\(?[A-Z]{2,4}\)?)?)?"
_DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|(?:{_WEEKDAY})?{_MONTH} *\d{{1,2}},? *\d{{4}}|"
    rf"(?:{_WEEKDAY})?\d{{1,2}} *{_MONTH},? *\d{{4}})(?:T[\d:.]+Z?)?"
)
_TOLD = (
    r"(?:published|posted|updated|last updated|modified|last modified|created|date|issued|dated)"
)
_LINE = re.compile(
    rf"(?:(?:first )?{_TOLD}(?: on| at)?:? *)?(?P<day>{_DAY}){_CLOCK}"
    rf"(?: *[|•·/–—(-]? *(?:(?:last )?(?:updated|modified)(?: on| at)?:? *(?:{_DAY})?{_CLOCK}|"
    r".{0,20}\bmin(?:ute)?s? read)\)?)?",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"(?:{_TOLD}(?: on| at)?:? *)?(?:about )?(?:an?|\d+) (?:seconds?|minutes?|mins?|hours?|hrs?|"
    r"days?|weeks?|months?) ago[ .|]*",
    re.IGNORECASE,
)
_HOUR = re.compile(
    rf"{_TOLD}(?: on| at)?:? *\d{{1,2}}[:.]\d\d *(?:[ap]\.?m\.?)?(?: *\(?[A-Z]{{2,4}}\)?)?[ .|]*",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    rf"(?:{_TOLD}[: ] *(?P<told>{_DAY}){_CLOCK}[ :|–—-]*|"
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)(?:T[\d:.]+Z?)?{_CLOCK}[ :|–—-]+|"
    rf"(?P<plain>{_DAY}){_CLOCK} *(?:[:|–—]|-(?= )) *)(?=(?-i:[^\W\d_a-z])|[“\"‘'(])",
    re.IGNORECASE,
)
_DASH = r" *(?:[—–]|--?(?= )) *"
_DASHES = ("—", "–", "-")
_STATE = r"(?:, (?:[^\W\d_][\w.]*)(?: [^\W\d_][\w.]*){0,2})?"
_MONTH_DAY = rf"(?:,? *(?i:{_MONTH}) *\d{{1,2}}(?:, *\d{{4}})?)"
_AGENCY = r" *\([^()\n]{1,40}\)"
_SHOUTED = (
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.’'-]+(?: [A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.’'-]+){0,3}"
)
_CITY = r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){0,3}"
_DATELINE = re.compile(
    rf"(?:{_SHOUTED}{_STATE}{_MONTH_DAY}?(?:{_AGENCY})?{_MONTH_DAY}?|"
    rf"{_CITY}{_STATE}{_MONTH_DAY}?{_AGENCY}{_MONTH_DAY}?|{_CITY}{_STATE}{_MONTH_DAY}){_DASH}"
)
_MONTHS = [*("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")]
_MONTH_NAME = re.compile("[a-z]{3,}", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_LONGEST = 200
_SHORTEST_BODY = 40


class Stamp(NamedTuple):
    """What a line begins with: `end` is where the story goes on; `day` may be missing."""

    end: int
    why: str
    day: date | None = None


def date_line(line: str) -> tuple[bool, date | None]:
    """Whether the whole line is a stamp of time, and the day that it states."""
    if len(line) > _LONGEST:
        return False, None
    stamp = _LINE.fullmatch(line)
    if stamp is not None:
        return True, _read_day(stamp["day"])
    return _AGE.fullmatch(line) is not None or _HOUR.fullmatch(line) is not None, None


def date_prefix(line: str) -> Stamp | None:
    """A date stamp before the first words of a paragraph."""
    found = _PREFIX.match(line, 0, _LONGEST)
    if found is None or found.end() >= len(line):
        return None
    day = _read_day(found["told"] or found["iso"] or found["plain"])
    return None if day is None else Stamp(found.end(), "date prefix", day)


def dateline(line: str) -> Stamp | None:
    """A city, and perhaps an agency and a day, before the first words of a story."""
    if not any(dash in line for dash in _DASHES):
        return None
    found = _DATELINE.match(line, 0, _LONGEST)
    if found is None or len(line) - found.end() < _SHORTEST_BODY:
        return None
    return Stamp(found.end(), "dateline")


def _read_day(words: str) -> date | None:
    """The day that a stamp states; None when there is no such day."""
    figures = [int(part) for part in _FIGURES.findall(words.partition("T")[0] or words)]
    if words[:4].isdigit():
        year, month, day = figures[:3]
    else:
        figures = [int(part) for part in _FIGURES.findall(words)]
        names = [name[:3].lower() for name in _MONTH_NAME.findall(words)]
        month = next(_MONTHS.index(name) + 1 for name in names if name in _MONTHS)
        day, year = figures[0], figures[1]
    try:
        return date(year, month, day)
    except ValueError:
        return None
