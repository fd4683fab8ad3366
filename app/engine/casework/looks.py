"""What is said around a figure, read once: what it may be told from other figures by."""

import re
from functools import lru_cache
from typing import NamedTuple

from app.engine.casework.occasions import opening, places_in, rounds
from app.engine.casework.questions import Answered
from app.engine.casework.told import CaseWords
from app.engine.casework.units import UNITS
from app.engine.lexicon import NUMBER_WORDS
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import WordKind


class Look(NamedTuple):
    """`near` are stems of words next to the figure, `stems` of rare words of its claim, `names`
    those of its claim; `opens` whether it stands where an article tells its news; `limit` whether
    it is what is allowed or needed; `other` whether it is of another occasion than the news;
    `years` are the past years of its clause; `moment` whether it is told of one hour only,
    `corrects` whether it takes the place of an earlier one."""

    near: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    opens: bool
    limit: bool
    other: bool
    opening: frozenset[str]
    rounds: frozenset[str]
    places: tuple[frozenset[str], ...]
    years: frozenset[int]
    moment: bool
    corrects: bool


_FIRST_SIGNS = 320
"""So far into an article the news itself is told: about the first two sentences."""


def look(case: CaseWords, one: Answered) -> Look:
    """What is said around a figure."""
    told, asked = one.told, one.meant
    claim, text = told.side.claim, told.side.text
    start = one.places[0].start - claim.span.start
    return Look(
        near=_near_stems(asked.local, asked.thing),
        stems=_stems(told.words, asked.thing, case.rarity.common),
        names=names_in(told.side.wording),
        opens=claim.in_title or claim.span.start < _FIRST_SIGNS,
        limit=bool(_LIMIT.search(_beside(text, start))),
        other=_is_of_another(text) or case.is_elsewhere(told),
        opening=opening(told), rounds=rounds(told), places=_places(text),
        years=_years(told.years, text, start), moment=_is_of_moment(text),
        corrects=_corrects(text))


@lru_cache(maxsize=4096)
def _stems(words: frozenset[str], thing: str, common: frozenset[str]) -> frozenset[str]:
    return frozenset([stem(word) for word in words - SAY_LITTLE - common if word != thing])


@lru_cache(maxsize=4096)
def names_in(wording: Wording) -> frozenset[str]:
    """The names of a text, folded, word by word."""
    return frozenset([token.norm for token in wording.tokens if token.kind is WordKind.NAME])


@lru_cache(maxsize=4096)
def _is_of_another(text: str) -> bool:
    return _OTHER.search(text) is not None


@lru_cache(maxsize=4096)
def _corrects(text: str) -> bool:
    return _CORRECTS.search(text) is not None


@lru_cache(maxsize=4096)
def _places(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(place.split()) for place in sorted(places_in(text)))


@lru_cache(maxsize=4096)
def _is_of_moment(text: str) -> bool:
    return _MOMENT.search(text) is not None


_BESIDE = 45


def _beside(text: str, start: int) -> str:
    """What stands next to a figure, up to a comma or the like."""
    before, after = text[max(0, start - _BESIDE):start], text[start:start + _BESIDE]
    return _MARK.split(before)[-1] + _MARK.split(after)[0]


_MARK = re.compile(r"[,;:.](?!\d)")
_LIMIT = re.compile(
    r"\b(?:allowed|permitted|limit|limits|maximum|minimum|required|needed|threshold|legal|at most|"
    r"normally|usual|ordinary|capacity|entitled|target|goal|room for|may (?!have)\w+)\b",
    re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:another|a (?:second|third|similar|previous|separate|different)|an earlier|the previous|"
    r"neighbou?ring|elsewhere)\b(?! (?:vote|reading|round|time|look|term|half|day|hearing|chance))",
    re.IGNORECASE)


def _years(years: frozenset[int], text: str, start: int) -> frozenset[int]:
    """The past years that stand before the figure or in its clause."""
    named = frozenset([int(year) for year in _WHEN.findall(text[:start])])
    if named:
        return years | named
    if not years:
        return years
    end = _MARK.search(text, start)
    return years if _IN_TIME.search(text[:end.start() if end else len(text)]) else _NO_YEARS


_NO_YEARS: frozenset[int] = frozenset()


_WHEN = re.compile(r"\b((?:1[5-9]|20)\d\d), when\b")
_MOMENT = re.compile(
    r"\bat (?:noon|midday|midnight|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)|"
    r"\bby (?:noon|midday|nightfall)\b|"
    r"\b(?:still|and) (?:rising|climbing|growing|counting)\b|"
    r"\bpercent (?:of (?:the )?(?:votes?|ballots) )?counted\b", re.IGNORECASE)
"""A figure of one moment, which may be another an hour later."""
_CORRECTS = re.compile(
    r", not (?:the )?[$€£]?\d|\binstead of [$€£]?\d|\b(?:revised|corrected|updated) "
    r"(?:figure|toll|number|total|count)", re.IGNORECASE)
"""A figure that takes the place of one given before."""
_IN_TIME = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b[Ll]ast (?:year|season|summer|winter|autumn|spring|"
                      r"month)|\b(?:ago|earlier)\b|\b(?:January|February|March|April|May|June|July|"
                      r"August|September|October|November|December)\b")


@lru_cache(maxsize=4096)
def _near_stems(local: frozenset[str], thing: str) -> frozenset[str]:
    """Stems of the words next to a figure that tell it from others, its noun left out."""
    return frozenset([stem(word) for word in local
                      if word not in SAY_LITTLE and not word.isdecimal()
                      and word not in NUMBER_WORDS and word != thing])


_STEM = 6


def stem(word: str) -> str:
    """The start of a long word: "vaccinate" and "vaccination" are one."""
    return word[:_STEM]


SAY_LITTLE = frozenset(UNITS) | listed("""
    percent point percentage million billion year day month week time people say rise fall up down
    more new dollar pound euro cent be have the a of to in on at for by with from it its their as
    that this will an his her he she they about between into over worth offer demand agree get make
    take give than only per long high tall wide deep length height weigh weight minute hour second
    decade century last around some nearly least all one two not
""")
"""Words that stand beside figures of any kind."""
