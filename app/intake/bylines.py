"""Bylines: lines that say who wrote a piece, and nothing of what it says.

Grammar:
    byline = ("By" | "Written by" | "Reporting by" | ...) names [office | "," words office]
           | ("By" | ...) ("our" | "a") words office       "By our health correspondent"
           | names sep office            sep: "," | "|" | "•" | "–"
           | office                      "Staff Writer", "Political correspondent"
    names  = Capitalised{2,4} { ("," | "and" | "&") Capitalised{2,4} }
A line with any other lower-case word is no byline: "By Monday the city had voted" stays.
"""

import re

_LEAD = re.compile(
    r"(?:by|written by|posted by|reporting by|reported by|story by|words by|author:?|edited by|"
    r"editing by):? +",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    ["staff", "writer", "writers", "reporter", "correspondent", "editor", "contributor",
     "journalist", "producer", "columnist", "desk", "bureau", "chief", "senior", "special",
     "freelance", "contributing", "political", "politics", "national", "city", "news", "digital",
     "local", "business", "sports", "crime", "science", "health", "report", "reports", "agency",
     "wire", "service", "services", "press", "team", "newsroom", "reporting", "editing"]
)  # fmt: skip
_CORE = frozenset(
    ["staff", "writer", "writers", "reporter", "correspondent", "editor", "contributor",
     "journalist", "producer", "columnist", "newsroom", "report", "reports"]
)  # fmt: skip
_LINKS = frozenset(["and", "&", "for", "the", "of", "in", "at", "by", "with", "de", "van", "von"])
_CALENDAR = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "june", "july", "august", "september", "october", "november",
     "december"]
)  # fmt: skip
_WORD = re.compile(r"[^\s,;|•·/–—()]+")
_MOST_WORDS, _MOST_WITH_OFFICE = 16, 9


def is_byline(line: str) -> bool:
    """The whole line names writers, or the office of one."""
    lead = _LEAD.match(line)
    names = _WORD.findall(line[lead.end() :] if lead else line)
    if not 0 < len(names) <= _MOST_WORDS or line.endswith(("?", "!")):
        return False
    if not lead and names[-1].strip(".:").lower() not in _OFFICES:
        return False
    lows = [name.strip(".:").lower() for name in names]
    if lead and lows[-1] in _CORE and _is_led(line[lead.end() :], names, lows):
        return len(names) <= _MOST_WITH_OFFICE
    if not all(_fits(name, low) for name, low in zip(names, lows, strict=True)):
        return False
    if lead:
        return lows[0] not in _CALENDAR and (names[0][0].isupper() or lows[0] in _OFFICES)
    return any(low in _CORE for low in lows) and _is_apart(line, lows)


def _is_led(rest: str, names: list[str], lows: list[str]) -> bool:
    """As in "By Ivo Renn, city hall reporter", "By our health correspondent"."""
    if lows[0] in {"our", "a", "an", "the"}:
        return "," not in rest and not rest.endswith(".")
    writer, _, office = rest.partition(",")
    spelt = _WORD.findall(writer)
    return bool(office) and names[0][0].isupper() and lows[0] not in _CALENDAR and all(
        _fits(one, one.strip(".:").lower()) for one in spelt
    )


def _fits(name: str, low: str) -> bool:
    """A word that a byline can hold: a name, an office, a link."""
    return low in _OFFICES or low in _LINKS or (name[0].isupper() and low not in _CALENDAR)


def _is_apart(line: str, lows: list[str]) -> bool:
    """An office alone, or a name set apart from it by a mark."""
    return all(low in _OFFICES for low in lows) or any(sign in line for sign in ",|•·–—-/")
