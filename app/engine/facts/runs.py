"""Runs of capitalised words: where a name may stand.

Grammar:
    run  = Word { Word | "." after an initial | particle Word | joiner ["the"] Word }
    joiner: "of" | "for" | "and", only towards an organisation ("Department of Justice",
            "Immigration and Customs Enforcement", never "Ann Reed and Bo Lind")
A run ends at a possessive, a comma, a bracket and a full stop that is no initial's. Function
words at its start ("The", "However") are cut off. Headlines in title case and lines in capitals
give no runs of their own: what they name must stand elsewhere too.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from app.engine.facts.calendar import MONTHS, WEEKDAYS
from app.engine.facts.gazetteer import (
    NATIONALITIES,
    NOT_NAMES,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACES,
    TITLE_LEADS,
    TITLES,
)
from app.engine.listing import listed
from app.engine.words import Words

_SHORT = listed("st dr mr mrs ms gov sen rep sgt lt capt col gen mt ft prof rev jr")
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
_JOINS = frozenset({"of", "for", "and", "on", "&"})
_GLUED = listed("al el ad an ar as ash at az bin d l dell nell ul ur")
_SHORTEST_NAME = 2
_SMALL_IN_TITLES = 3
_NO_NAMES = frozenset({"i", "the", "a", "an", "i'm", "i'll", "i've", "i'd"})
_FEWEST = 3
_NEARLY_ALL = 0.8
_LONGEST = 9
_ASCII = "\x7f"  # "[" follows the capitals of ASCII: what lies between is in lower case
_MOST_PARTICLES = 3
_OF_HEADS = ORGANISATION_HEADS | {
    "city",
    "university",
    "secretary",
    "attorney",
    "state",
    "states",
    "bank",
    "union",
    "county",
    "town",
    "republic",
    "isle",
    "bay",
    "constitution",
    "declaration",
    "port",
}


class Run(NamedTuple):
    """Capitalised words from `first` to `last`; `opens` says that it opens its sentence.

    `possessive` says that the last word bears 's; `text` is the run without it.
    """

    first: int
    last: int
    opens: bool
    possessive: bool
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of the run, one space between them, without the possessive."""
        return written(self.parts)[0]

    @property
    def low(self) -> str:
        """The text in lower case."""
        return written(self.parts)[1]


@lru_cache(maxsize=8192)
def written(parts: tuple[str, ...]) -> tuple[str, str]:
    """The words of a name as one text, and that in lower case."""
    text = " ".join(parts).replace(" .", ".").replace(" - ", "-")
    return text, text.lower().replace("’", "'")


def runs(words: Words) -> list[Run]:
    """The capitalised runs of a text, in order, none in a line of title case or capitals."""
    shouting = _title_case(words)
    found: list[Run] = []
    beyond = 0
    starts = [at for at, word in enumerate(words.words) if "A" <= word < "[" or word > _ASCII]
    glued = [at for low in words.places if ("-" in low or "'" in low) and _is_glued(low)
             for at in words.places[low]]
    for index in sorted({*starts, *glued}) if glued else starts:
        if index < beyond or words.sentences[index] in shouting or not _is_capital(words, index):
            continue
        run = _run(words, index)
        if run is not None:
            found.append(run)
            beyond = run.last + 1
    return found


def _title_case(words: Words) -> set[int]:
    """The sentences where nearly every longer word is a capital: shape says nothing there.

    A sentence with a full stop is none of them.
    """
    closed = {words.sentences[at] for at in words.places.get(".", ())}
    return {number for number in set(words.sentences) - closed if _shouts(words, number)}


def _shouts(words: Words, number: int) -> bool:
    """Nearly every longer word of the sentence is a capital."""
    first, last = bisect_left(words.sentences, number), bisect_right(words.sentences, number)
    capital = [word[0].isupper() for word in words.words[first:last]
               if len(word) > _SMALL_IN_TITLES and word[0].isalpha()]
    return len(capital) >= _FEWEST and sum(capital) >= len(capital) * _NEARLY_ALL


def _is_glued(low: str) -> bool:
    """As in "al-rashid", "d'alema": a particle that is written as one word with its name."""
    at = low.find("-") if "-" in low else low.find("'")
    return at > 0 and low[:at] in _GLUED and len(low) > at + _SHORTEST_NAME


def _is_capital(words: Words, index: int) -> bool:
    """The word can be part of a name."""
    word, low = words.words[index], words.lows[index]
    if words.taken[index] or low in _CALENDAR:
        return False
    return word[0].isupper() or (
        ("-" in low or "'" in low) and _is_glued(low) and not word.islower())


def _opens(words: Words, index: int) -> bool:
    """The word stands first in its sentence or its quotation."""
    if index == 0 or words.sentences[index - 1] != words.sentences[index]:
        return True
    return words.words[index - 1] in "“\"‘'«•" or words.words[index - 1] in {":", "—", "–"}


def _run(words: Words, index: int) -> Run | None:
    """The run that begins at `index`, without function words at its start."""
    opens = _opens(words, index)
    first = index
    if words.lows[first] in NOT_NAMES and opens and not _leads_title(words, first):
        first += 1
        if first >= len(words) or not _is_capital(words, first) or not words.together(index, first):
            return None
    elif words.lows[first] in _NO_NAMES:
        return None
    last, possessive = _end(words, first)
    parts = tuple(words.words[first : last + 1])
    if possessive:
        parts = (*parts[:-1], parts[-1].rstrip("s").rstrip("'’"))
    return Run(first, last, opens and first == index, possessive, parts)


def _leads_title(words: Words, first: int) -> bool:
    """As in "City Councilman", which opens a sentence."""
    return words.lows[first] in TITLE_LEADS and words.low(first + 1) in TITLES


def _end(words: Words, first: int) -> tuple[int, bool]:
    """The last word of the run from `first`, and whether it bears a possessive."""
    last = first
    while last - first < _LONGEST:
        if words.lows[last].endswith("'s"):
            return last, True
        following = _next(words, first, last)
        if following < 0:
            return last, False
        last = following
    return last, False


def _next(words: Words, first: int, last: int) -> int:
    """The next capital that belongs to the run, -1 if it ends at `last`."""
    at = last + 1
    low = words.low(at)
    if low in _JOINS:
        return _joined(words, first, last, at)
    if low == "." and _is_short(words, last) and words.touches(at):
        at += 1
    beyond = at + _MOST_PARTICLES
    while words.low(at) in PARTICLES and at < beyond and words.words[at].islower():
        at += 1
    return at if words.together(first, at) and _is_capital(words, at) else -1


def _is_short(words: Words, index: int) -> bool:
    """An initial or a shortened title, whose full stop ends nothing."""
    return len(words.words[index]) == 1 or words.lows[index] in _SHORT


def _joined(words: Words, first: int, last: int, at: int) -> int:
    """The capital after "of", "for" or "and" when the whole can only be an organisation."""
    beyond = at + 1
    if words.low(beyond) == "the":
        beyond += 1
    if not words.together(first, beyond) or not _is_capital(words, beyond):
        return -1
    left = words.lows[last].removesuffix("'s")
    if words.lows[at] in {"of", "for"}:
        return beyond if left in _OF_HEADS else -1
    if words.lows[at] == "on":
        return beyond if left in {"committee", "commission", "council"} else -1
    if left in TITLES or left in PLACES or left in NATIONALITIES:
        return -1
    ahead = [words.low(beyond + step) for step in range(3)]
    heads = {
        "enforcement",
        "development",
        "affairs",
        "exchange",
        "protection",
        "services",
        "prevention",
        "security",
        "commission",
        "agency",
        "administration",
        "institute",
        "department",
        "association",
    }
    return beyond if any(low in heads for low in ahead) else -1
