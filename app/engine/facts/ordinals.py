"""Ordinals: a rank or a place in a sequence, with the thing ranked.

Grammar:
    ordinal = ("first" .. "twentieth" | digits ("st"|"nd"|"rd"|"th")) { adjective }{0,2} noun
            | ("last" | "final") noun of a sequence      "one last time" is the last time
Normal form: 1 is first, -1 is last; the noun as a lemma. Equal: the same rank of the same noun.
Compatible: the last is any rank of a sequence whose length is not told.
Left alone: "first" before a name or an adverb ("first said"), "at first", "second" as a unit of
time, centuries and streets ("21st century", "5th Avenue"), days of months, "last week".
"""

from app.domain.facts import Ordinal
from app.engine.facts.calendar import MONTHS, WEEKDAYS
from app.engine.facts.measures import UNITS as MEASURES
from app.engine.facts.nouns import counted_noun, is_plural
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {name: rank for rank, name in enumerate(_NAMES.split(), start=1)}
_LAST = frozenset({"last", "final"})
_LEADS = ORDINALS.keys() | _LAST
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "it", "them", "him"})
_EACH = frozenset({"per", "a", "every"})
_LONGEST = 3
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_DAYS_AND_MONTHS = WEEKDAYS.keys() | MONTHS.keys()
_SEQUENCE = listed("""
    time vote reading hearing meeting round session term day chance step stage phase attempt
    debate test trial match game report decision approval passage draft version hurdle
""")
_NOT_NOUNS = listed("""
    century street avenue st ave lady name person place amendment floor grade grader responder
    aid week weeks month months year years world minister half quarter largest biggest class
    hand row day
""")
_MOST = listed("""
    largest biggest smallest oldest youngest highest lowest longest shortest tallest richest
    poorest busiest deadliest worst best latest fastest greatest strongest hottest coldest most
    wettest driest wealthiest costliest least heaviest closest nearest
""")


def read(scene: Scene) -> list[Found]:
    """The ordinals of a text."""
    words = scene.words
    found = []
    figures = [] if _SUFFIXES.isdisjoint(words.places) else words.figures()
    for index in sorted([*figures, *words.where(_LEADS)]):
        if words.taken[index]:
            continue
        rank, last = _rank(words, index, words.lows[index])
        if rank == 0:
            continue
        one = _ordinal(words, index, last, rank)
        if one is not None:
            named = words.words[last + 1][0].isupper()
            words.take(one.first, last if named else one.last)
            found.append(one)
    return found


def _rank(words: Words, index: int, low: str) -> tuple[int, int]:
    """The rank told at `index` and its last word; 0 for none."""
    if low in ORDINALS:
        return ORDINALS[low], index
    if low in _LAST:
        return -1, index
    if (
        low.isdecimal()
        and len(low) <= _LONGEST
        and words.low(index + 1) in _SUFFIXES
        and words.touches(index + 1)
    ):
        return int(low), index + 1
    return 0, index


def _is_named(words: Words, index: int, last: int) -> bool:
    """As in "5th Avenue", "First National": part of a name; "their third Shield" is none."""
    if not words.words[last + 1][:1].isupper():
        return False
    spelt = words.lows[index] in _LEADS and words.words[index].islower()
    return not spelt or words.lows[last + 1] in _DAYS_AND_MONTHS


def _is_deed(words: Words, last: int) -> bool:
    """As in "had first put the figure at 12": what follows is a verb with its object."""
    return words.low(last + 2) in _ARTICLES and words.low(last + 1) not in _SEQUENCE


def _is_rate(words: Words, index: int) -> bool:
    """As in "40 litres a second": a unit of time; "a second leak" is the next leak."""
    if words.lows[index] != "second" or words.low(index - 1) not in _EACH:
        return False
    before = words.low(index - 2)
    return words.low(index - 1) != "a" or before in MEASURES or is_plural(before or "-")


def _ordinal(words: Words, index: int, last: int, rank: int) -> Found | None:
    """The ordinal with its noun, None if it ranks nothing."""
    following = words.low(last + 1)
    if following in _NOT_NOUNS or following in _MOST:
        return None
    noun, end = counted_noun(words, last + 1, stop_at=_SEQUENCE)
    if not noun or noun in _NOT_NOUNS or _is_named(words, index, last) or _is_deed(words, last):
        return None
    if noun not in _SEQUENCE and (rank == -1 or _is_rate(words, index)):
        return None
    first = index - (words.low(index - 1) == "one" and rank == -1)
    return Found(Ordinal(rank=rank, of=noun), first, end)
