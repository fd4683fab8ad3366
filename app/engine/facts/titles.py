"""Titles and offices, and whose they are.

Grammar:
    before = { lead } title { tail } Name        "City Councilman Hugo ...", "police chief Jim ..."
    inside = Place title Name                    "New York Mayor Eric ..."
    after  = Name "," ["the"|"a"] { word }{0,6} title ...  "Tom ..., the incoming border czar"
Normal form: the words of the office in lower case, "former" and its like kept, a place between them
left out; the fact carries its holder's fullest name. Equal: the same words of the same holder.
Compatible: one says more of the same office ("chief", "police chief"). Left alone: offices that
nobody is named for.
"""

from functools import lru_cache
from typing import NamedTuple

from app.engine.facts.gazetteer import NATIONALITIES, TITLE_LEADS, TITLE_TAILS, TITLES
from app.engine.facts.runs import Run
from app.engine.listing import listed
from app.engine.words import Words

LIMITS = listed("former ex then incoming outgoing acting retired late")
_OF_OFFICES = TITLES | TITLE_LEADS | TITLE_TAILS
_OPENS_OFFICE = TITLES | TITLE_LEADS | NATIONALITIES
_LONGEST_SEAT = 3
_REACH = 5
_STOP_APPOSITION = listed("""
    . ; : ! ? ( ) “ ” " said says told who whose which is was are were and but
""")


_PORTFOLIOS = [
    [one]
    for one in sorted(listed("""
        state defense defence health education labor labour commerce energy agriculture justice
        transportation transport interior treasury finance
    """))
]


class Split(NamedTuple):
    """A run cut into what stands before the title, the title, and the name after it."""

    before: tuple[str, ...]
    title: tuple[str, ...]
    rest: tuple[str, ...]


def split(run: Run) -> Split:
    """The parts of a run around its title; all of it is `rest` when it has none."""
    return _split(run.parts)


@lru_cache(maxsize=8192)
def _split(parts: tuple[str, ...]) -> Split:
    lows = [part.lower() for part in parts]
    at = next((place for place, low in enumerate(lows) if low in TITLES), None)
    if at is None:
        return Split((), (), parts)
    first = last = at
    while first > 0 and (lows[first - 1] in TITLE_LEADS or lows[first - 1] in TITLES):
        first -= 1
    while last + 1 < len(lows) and (lows[last + 1] in TITLES or lows[last + 1] in TITLE_TAILS):
        last += 1
    if last + 1 < len(lows) and lows[last + 1] == ".":
        last += 1
    if lows[last + 1 : last + 2] == ["of"] and lows[last + 2 : last + 3] in _PORTFOLIOS:
        last += 2
    return Split(parts[:first], parts[first : last + 1], parts[last + 1 :])


def before(words: Words, first: int) -> int:
    """The first word of a lower-case title that ends right before word `first`, else `first`."""
    at, seen = first, False
    while at > 0 and first - at < _REACH and words.together(at - 1, first):
        low = words.lows[at - 1]
        if low in TITLES or (low in TITLE_TAILS and not seen):
            seen = seen or low in TITLES
        elif not (seen and low in TITLE_LEADS):
            break
        at -= 1
    return _from_lead(words, at) if seen else first


def _from_lead(words: Words, first: int) -> int:
    """As in "former Los Angeles mayor": the word that limits a title may stand before a place."""
    at = first
    while at > 0 and first - at < _LONGEST_SEAT and words.words[at - 1][0].isupper() and (
        words.together(at - 1, first)
    ):
        at -= 1
    return at - 1 if at < first and words.low(at - 1) in LIMITS else first


def leads(words: Words, first: int) -> int:
    """The first lower-case word that limits the title at `first`: "former Mayor"."""
    return first - 1 if words.low(first - 1) in LIMITS and words.together(first - 1, first) else (
        first)


def limit_of(words: Words, run: Run) -> list[str]:
    """As in "former New York Mayor": the word before the place of a title, in it or before it."""
    for at in (run.first, run.first - 1):
        if words.low(at) in LIMITS and words.together(at, run.first):
            return [words.lows[at]]
    return []


def spelt_office(words: Words, first: int, last: int) -> str:
    """The words of an office in lower case, without the place that stands inside it."""
    lows = words.lows[first : last + 1]
    if lows[0] in LIMITS:
        lows = [lows[0], *(low for low, word in zip(lows[1:], words.words[first + 1 : last + 1],
                                                    strict=True) if not _is_seat(word, low))]
    return " ".join(lows).replace(" .", "")


def _is_seat(word: str, low: str) -> bool:
    return word[0].isupper() and low not in _OF_OFFICES


def after(words: Words, last: int) -> tuple[int, int] | None:
    """The words of a title in apposition after the name that ends at `last`."""
    at = last + 1
    if words.low(at) != ",":
        return None
    at += 1
    if words.low(at) in {"the", "a", "an", "its", "their", "his", "her"}:
        at += 1
    start = at
    title = -1
    while at - start <= _REACH and words.together(last, at):
        low = words.lows[at]
        if low in TITLES:
            title = at
        elif (title >= 0 and low not in TITLE_TAILS) or low in _STOP_APPOSITION or low == ",":
            break
        at += 1
    if title < 0 or (
        words.words[start][0].isupper()
        and words.lows[start] not in _OPENS_OFFICE
    ):
        return None
    end = title
    while words.low(end + 1) in TITLE_TAILS:
        end += 1
    return start, end
