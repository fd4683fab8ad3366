"""Figures that stand without a noun of their own: a bare head of a sentence, sums, shares, times.

Each is told in words that no fact holds: "injuring 17", "headcount stands at 15,500", "12 workers
and nine bystanders were injured", "by a third", "hit twice", "2:08:14", "by a second".
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import Match
from typing import NamedTuple

from app.domain.facts import Approximation, Count, Fact, FactKind, Share
from app.engine.casework.lemmas import lemma_of
from app.engine.casework.told import Told
from app.engine.lexicon import NUMBER_WORDS
from app.engine.listing import listed
from app.engine.sides import Wording


class Unread(NamedTuple):
    """A figure in its place: as a count that a claim might hold; `measure` and `role` where they
    are known from its words, else ""."""

    fact: Fact
    measure: str = ""
    role: str = ""
    change: bool = False
    part: bool = False
    base: str = ""


def unread(told: Told) -> Iterator[Unread]:
    """The figures of a claim that its facts do not hold."""
    for read, match in _matches(told.side.wording):
        found = read(told, match)
        if found is not None:
            yield found
    yield from _shares(told)
    yield from _parts_of(told)


_Read = Callable[[Told, Match[str]], Unread | None]


@lru_cache(maxsize=4096)
def _matches(wording: Wording) -> tuple[tuple[_Read, Match[str]], ...]:
    return tuple((read, match) for signs, pattern, read in _READERS
                 if signs is None or not signs.isdisjoint(wording.norms)
                 for match in pattern.finditer(wording.text))


_SMALL = {word: int(number) for word, number in NUMBER_WORDS.items()
          if number == int(number) and 0 < number <= 99}  # noqa: PLR2004
_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_FIGURE = rf"(?P<figure>\d[\d,]*(?:\.\d+)?(?: million| billion)?|{_WORDS})"
NUMBER = _FIGURE.replace("?P<figure>", "?:")
"""A figure in digits or in words, as a pattern."""
_TIMES = {"million": 1e6, "billion": 1e9}


def value_of(words: str) -> float:
    """The figure in digits or in words."""
    figure, _, times = words.casefold().partition(" ")
    known = _SMALL.get(figure)
    return (known if known is not None else float(figure.replace(",", ""))) * _TIMES.get(times, 1.0)


def _is_free(told: Told, start: int, end: int) -> bool:
    base = told.side.claim.span.start
    return not any(fact.start < base + end and base + start < fact.end
                   for fact in told.side.claim.facts if fact.kind not in _NAMES)


_NAMES = frozenset({FactKind.PERSON, FactKind.PLACE, FactKind.ORGANISATION, FactKind.QUOTE,
                    FactKind.TITLE, FactKind.LAW})


def _counted(told: Told, match: Match[str], group: str | int, value: float, thing: str) -> Fact:
    base = told.side.claim.span.start
    return Fact(value=Count(low=value, high=value, counted=thing), surface=match[group],
                start=base + match.start(group), end=base + match.end(group))


def _harmed(told: Told, match: Match[str]) -> Unread | None:
    if not _is_free(told, *match.span("figure")):
        return None
    return Unread(_counted(told, match, "figure", value_of(match["figure"]), "people"))


def _standing(told: Told, match: Match[str]) -> Unread | None:
    """"Group headcount stands at 15,500": the subject is what is counted."""
    if not _is_free(told, *match.span("figure")):
        return None
    value = value_of(match["figure"])
    words = [word.casefold() for word in re.findall(r"[A-Za-z]+", match["subject"])]
    thing = next((lemma_of(word) for word in words if word in _WHOLES or (
        word.endswith("s") and word not in _NO_SUBJECTS)), "")
    if not thing or (_YEAR[0] <= value <= _YEAR[1] and "," not in match["figure"]):
        return None
    return Unread(_counted(told, match, "figure", value, _MEANT.get(thing, thing)))


_YEAR = (1800, 2100)
_WHOLES = listed("headcount attendance membership staff circulation population workforce total "
                 "caseload enrolment enrollment readership audience toll")
_MEANT = {"headcount": "employee", "staff": "employee", "workforce": "employee",
          "population": "people", "attendance": "people", "audience": "people", "toll": "people",
          "enrolment": "student", "enrollment": "student", "total": ""}
_NO_SUBJECTS = listed("is was has its his this as us news prices shares profits sales revenues "
                      "rates temperatures winds odds yesterdays")


def _sum(told: Told, match: Match[str]) -> Unread | None:
    """"12 employees and nine bystanders were injured": 21 people."""
    value = value_of(match["first"]) + value_of(match["second"])
    return Unread(_counted(told, match, "all", value, "people"))


def _clock(told: Told, match: Match[str]) -> Unread:
    """"2:08:14", "two hours, eight minutes and 14 seconds": a time in seconds."""
    hours, minutes, seconds = (value_of(match[part] or "0")
                               for part in ("hours", "minutes", "seconds"))
    value = hours * 3600 + minutes * 60 + seconds
    return Unread(_counted(told, match, "all", value, ""), "clock", "time")


def _by_one(told: Told, match: Match[str]) -> Unread:
    """"He won by a second": one of something that parted two."""
    unit = match["unit"] or match["late"]
    days = _DAYS.get(unit)
    return Unread(_counted(told, match, 0, days or 1.0, "" if days else unit),
                  "margin" if days else "", "margin" if days else "", change=not days)


def _one_long(told: Told, match: Match[str]) -> Unread | None:
    """"It lasted a week": one of a unit of time."""
    if not _is_free(told, *match.span("all")):
        return None
    days = _DAYS[match["unit"]] * (0.5 if match["many"].startswith("half") else 1)
    return Unread(_counted(told, match, "all", days, ""), "duration")


def _glued(told: Told, match: Match[str]) -> Unread | None:
    """"20cm": a unit that touches its figure."""
    if not _is_free(told, *match.span("all")):
        return None
    base, value = told.side.claim.span.start, value_of(match["figure"])
    return Unread(Fact(value=Count(low=value, high=value, unit=match["unit"]),
                       surface=match["all"], start=base + match.start("all"),
                       end=base + match.end("all")))


_DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0,
         "fortnight": 14.0, "month": 30.0, "year": 365.0}


def _of_them(told: Told, match: Match[str]) -> Unread:
    """"Two of them seriously": a part of those counted before."""
    return Unread(_counted(told, match, "figure", value_of(match["figure"]), "people"), part=True)


def _part(told: Told, match: Match[str]) -> Unread:
    """"By a third", "by half": a change told as a fraction."""
    times = _SHARES[match["part"]] * _SMALL.get((match["times"] or "one").casefold(), 1) * 100
    return Unread(_counted(told, match, "all", times, ""), "percent")


_SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10,
           "sixth": 1 / 6, "eighth": 1 / 8}


def _often(told: Told, match: Match[str]) -> Unread | None:
    """"Fired three times", "was hit twice": how often something was done."""
    value = _ADVERBS.get(match["adverb"] or "") or value_of(match["figure"])
    act = lemma_of(match["act"].casefold())
    return Unread(_counted(told, match, "all", value, _ACTS.get(act, act)))


_ADVERBS = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_ACTS = {"fire": "shot", "shoot": "shot", "blast": "shot", "discharge": "shot", "stab": "stab",
         "knife": "stab"}
_READERS: tuple[tuple[frozenset[str] | None, re.Pattern[str],
                      Callable[[Told, Match[str]], Unread | None]], ...] = (
    (listed("kill kills killed killing injure injures injured injuring wound wounds wounded "
            "wounding hurt hurts hurting arrest arrests arrested arresting mourn mourns mourned "
            "detain detains detained detaining held displaced displacing displaces save saves "
            "saved saving rescues rescued rescuing"),
     re.compile(r"\b(?:kill(?:s|ed|ing)?|injur(?:e|es|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?|"
                r"arrest(?:s|ed|ing)?|mourn(?:s|ed)?|detain(?:s|ed|ing)?|held|displac(?:es|ed|ing)|"
                r"sav(?:e|es|ed|ing)|rescu(?:es|ed|ing))"
                rf" (?:at least |about |nearly |more than |some )?{_FIGURE}"
                r"(?= (?:dead|and|in|at|as|when|near|after|on|from)\b| ?[,.;:]|$)", re.IGNORECASE),
     _harmed),
    (listed("stands stood stand remains remained remain rose rises climb climbs climbed fell falls "
            "grew grows reached reaches came comes amounts amounted put put"),
     re.compile(r"\b(?P<subject>(?:[A-Za-z]+ ){1,5})(?:now |still |is |are |was |were |has |have )*"
                r"(?:stands? at|stood at|remains? at|remained at|rose to|rises? to|"
                r"climb(?:s|ed)? to|"
                r"fell to|falls? to|grew to|grows? to|reached|reaches|came to|comes to|amounts? to|"
                rf"amounted to|put at)(?: about| some| nearly| around)? {_FIGURE}"
                r"(?= ?[,.;:](?!\d)|$| (?:on|in|by|this|last|after|from|at|since)\b)"),
     _standing),
    (listed("passengers"),
     re.compile(rf"\b(?P<all>(?P<first>{NUMBER}) passengers and (?P<second>{NUMBER}) "
                r"(?:crew|staff|pilots|attendants)(?: members)?)\b", re.IGNORECASE), _sum),
    (listed("injured killed wounded hurt arrested detained died rescued evacuated hospitalised "
            "trapped missing"),
     re.compile(rf"\b(?P<all>(?P<first>{NUMBER}) (?:[a-z-]+ ){{1,2}}and (?P<second>{NUMBER}) "
                r"(?:[a-z-]+ ){0,1}[a-z-]+s)(?= (?:were|was|are|have been|had been|died|remain))",
                re.IGNORECASE), _sum),
    (listed("them whom"),
     re.compile(rf"\b{_FIGURE} of (?:them|whom)\b", re.IGNORECASE), _of_them),
    (None, re.compile(r"\b(?P<all>(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d))"
                      r"(?![\d:])"), _clock),
    (listed("hours hour minutes"),
     re.compile(rf"(?P<all>(?:(?P<hours>{NUMBER}) hours?,? )?(?:and )?(?P<minutes>{NUMBER}) "
                rf"minutes?,? (?:and )?(?P<seconds>{NUMBER}) seconds?)\b", re.IGNORECASE), _clock),
    (listed("by ahead clear behind adrift slower faster"), re.compile(
        r"\bby (?:just |only |about )?(?P<all>(?:a|one) (?P<unit>second|vote|goal|point|minute|"
        r"stroke|metre|run))\b|\b(?:a|one) (?P<late>second|minute)"
        r"(?= (?:ahead|clear|behind|adrift|slower|faster)\b)"), _by_one),
    (listed("lasted lasts took takes ran runs for after within"), re.compile(
        r"\b(?:last(?:ed|s)?|took|takes|ran for|runs for|for|after|within) "
        r"(?P<all>(?P<many>an?|one|half an?) (?P<unit>hour|day|week|fortnight|month|year))\b"
        r"(?! (?:ago|earlier|before|later|old|long|or|of))"), _one_long),
    (None, re.compile(r"(?<![$€£\d.,])\b(?P<all>(?P<figure>\d[\d,]*(?:\.\d+)?)"
                      r"(?P<unit>cm|km|kg|ft|m))(?=[,.;]| (?:in|at|on|above|below|high|deep|"
                      r"long|wide|tall|away|across|from|of|and|to)\b|$)"), _glued),
    (listed("half third quarter fifth tenth sixth eighth halves thirds quarters fifths"),
     re.compile(r"\bby (?:about |almost |nearly |more than |over |around |some )?"
                r"(?P<all>(?:(?P<times>a|one|two|three|four)[ -])?(?P<part>half|third|quarter|"
                r"fifth|sixth|eighth|tenth)s?)\b"
                r"(?! (?:of an? |an? |point|hour|million|percentage))"),
     _part),
    (listed("once twice thrice times"),
     re.compile(rf"\b(?P<act>[a-z]+ed|shot|hit|struck|fell|rang|won|lost)(?: [\w’']+){{0,3}}? "
                rf"(?P<all>(?P<adverb>twice|thrice)|{_FIGURE} times)\b"
                r"(?! (?:as|more|the|a|its)\b)"),
     _often),
)


def _shares(told: Told) -> Iterator[Unread]:
    """"Seven in ten of those entitled": 70 percent."""
    for fact in told.facts(FactKind.SHARE):
        value = fact.value
        if isinstance(value, Share) and value.whole and value.whole <= _WHOLE:
            hedge = Approximation.ABOUT if value.hedge is Approximation.EXACT else value.hedge
            percent = 100 * value.part / value.whole
            yield Unread(Fact(value=Count(low=percent, high=percent, hedge=hedge),
                              surface=fact.surface, start=fact.start, end=fact.end), "percent",
                         base=value.of)


_WHOLE = 20
_OF = re.compile(r"\b(?P<some>\d[\d,]*) (?:out )?of (?:(?!\d)[\w’']+ ){0,3}(?P<all>\d[\d,]*) "
                 r"(?P<noun>[a-z]+)")


def _parts_of(told: Told) -> Iterator[Unread]:
    """"1,150 of the 1,200 workers": 96 percent of the workers."""
    for match in _OF.finditer(told.side.text) if "of" in told.forms else ():
        some, whole = value_of(match["some"]), value_of(match["all"])
        if 0 < some <= whole:
            base, percent = told.side.claim.span.start, 100 * some / whole
            yield Unread(Fact(
                value=Count(low=percent, high=percent, hedge=Approximation.ABOUT),
                surface=match[0], start=base + match.start(), end=base + match.end()),
                "percent", base=lemma_of(match["noun"]))
