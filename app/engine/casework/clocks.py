"""At which hour: times of the day that two claims tell of one act on one day.

A time is read as minutes from midnight, from the first to the last that its words allow: "at
7:28 a.m." five minutes either way, "about 10" twenty, "shortly before 8" the twenty before. Where
nothing says which half of the day is meant both are tried. What only bounds ("by noon", "before
six") is left alone.
"""

import re
from collections.abc import Hashable, Iterator
from datetime import date
from typing import NamedTuple

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.acts import Act, act_at, edge_of
from app.engine.casework.datings import apart, deeds_meet, of_one_thing, share_a_thing
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve")
_WORDS = "|".join(_HOURS)
_CLOCK = re.compile(
    rf"(?P<lead>\b(?:(?:just|shortly|soon|a little|minutes) (?:before|after)|about|around|"
    rf"nearly|roughly|almost|by|before|after|until|till|from|since|at|to)"
    rf"(?: about| around)? )?"
    rf"(?:\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?"
    rf"|\b(?P<exact>[01]?\d|2[0-3])[:.](?P<past>[0-5]\d)(?![\d:.,%]| ?(?:percent|million|m\b|km))"
    rf"|\b(?P<named>noon|midday|midnight)\b"
    rf"|\b(?P<word>\d{{1,2}}|{_WORDS}) o[’']clock\b"
    rf"|\b(?P<part>half past|quarter past|quarter to) (?P<full>{_WORDS})\b"
    rf"|(?<= )(?P<bare>{_WORDS})(?= (?:on|in the|this|yesterday|last) (?:\w+ )?"
    rf"(?:morning|afternoon|evening|night)\b))", re.IGNORECASE)
_MORNING = re.compile(r"\b(?:morning|dawn|breakfast|a\.m)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:afternoon|evening|night|tonight|p\.m)\b", re.IGNORECASE)
_SIGNS = listed("am pm m noon midday midnight clock morning afternoon evening night at just "
                "shortly about around before after until")
_BOUNDS = re.compile(r"^(?:by|before|after|since|from|to)\b", re.IGNORECASE)
_DAY, _HALF_DAY, _HOUR = 1440, 720, 60
_CLOSE, _ROUND = 5, 20
_PARTS = {"half past": 30, "quarter past": 15, "quarter to": -15}


class Clock(NamedTuple):
    """Spans of minutes, one for each half of the day that may be meant; of which act, on which
    day if the claim tells it; "end" if what is done ends then."""

    spans: tuple[tuple[int, int], ...]
    act: Act
    day: date | None
    edge: str


def ask(case: CaseWords) -> list[Question]:
    """One question an act whose hour two claims tell."""
    answers = [one for told in case.told if not _SIGNS.isdisjoint(told.forms)
               for one in _read(told)]

    def belong(one: Answered, other: Answered) -> bool:
        return _of_one_act(case, one, other)

    return [Question(label="Hour", reason=Reason.DATE, answers=tuple(group), inside=True, open=True,
                     compare=lambda one, other: _compare(case, one, other))
            for group in grouped(answers, belong, lambda one: _keys(case, one))]


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    event = case.event(one.told)
    for deed in one.meant.act.deeds:
        yield event, deed
    if one.meant.edge:
        yield event, one.meant.edge


def _read(told: Told) -> Iterator[Answered]:
    text, base = told.side.text, told.side.claim.span.start
    for match in _CLOCK.finditer(text):
        lead = (match["lead"] or "").casefold()
        start = match.start() + len(lead)
        if _BOUNDS.match(lead) or (match["exact"] and not _leads(lead, text, match)):
            continue
        days = sorted(told.days(), key=lambda day: abs(day[2].start - base - start))
        day = days[0][0] if days and days[0][0] == days[0][1] else None
        act = act_at(told, match.start(), match.end())
        yield aspects.spoken(told, start, match.end(), Clock(
            _spans(match, lead, text), act, day, "end" if lead.startswith(("until", "till"))
            or edge_of(told, act, start) == "end" else ""))


def _leads(lead: str, text: str, match: re.Match[str]) -> bool:
    """Two figures with a mark between are a time where a word before or behind says so."""
    return bool(lead) or bool(re.match(r" (?:GMT|UTC|local time|on \w+day)", text[match.end():]))


def _spans(match: re.Match[str], lead: str, text: str) -> tuple[tuple[int, int], ...]:
    minutes, sure = _minutes(match, text)
    low, high = _reach(lead)
    halves = (minutes,) if sure else (minutes, minutes + _HALF_DAY)
    if (match["named"] or "").casefold() == "midnight":
        halves = (0, _DAY)
    return tuple((half + low, half + high) for half in halves)


def _minutes(match: re.Match[str], text: str) -> tuple[int, bool]:
    """Minutes from midnight, and whether the half of the day is told."""
    if match["named"]:
        return _HALF_DAY, True
    if match["hour"]:
        hour = int(match["hour"]) % 12 + 12 * (match["half"].casefold() == "p")
        return hour * _HOUR + int(match["minute"] or 0), True
    spelt = (match["word"] or match["bare"] or match["full"] or "").casefold()
    hour = int(match["exact"] or 0) if not spelt else (
        int(spelt) if spelt.isdecimal() else _HOURS.index(spelt) + 1)
    minutes = hour * _HOUR + int(match["past"] or 0) + _PARTS.get(
        (match["part"] or "").casefold(), 0)
    if hour > len(_HOURS):
        return minutes, True
    near = text[max(0, match.start() - 30):match.end() + 30]
    if _MORNING.search(near):
        return minutes % _HALF_DAY, True
    return (minutes % _HALF_DAY + _HALF_DAY, True) if _LATER.search(near) else (
        minutes % _HALF_DAY, False)


def _reach(lead: str) -> tuple[int, int]:
    if "before" in lead:
        return -_ROUND, 0
    if "after" in lead:
        return 0, _ROUND
    return (-_ROUND, _ROUND) if lead.startswith(
        ("about", "around", "nearly", "roughly", "almost")) or "about" in lead or (
            "around" in lead) else (-_CLOSE, _CLOSE)


def _of_one_act(case: CaseWords, one: Answered, other: Answered) -> bool:
    ours: Clock = one.meant
    theirs: Clock = other.meant
    if (one.told.id == other.told.id or not case.one_event(one.told, other.told)
            or ours.edge != theirs.edge or apart(one.told, other.told)
            or not _on_one_day(one, other)):
        return False
    if ours.edge == "end" and not (ours.act.deeds and theirs.act.deeds):
        return share_a_thing(ours.act, theirs.act)
    return deeds_meet(ours.act, theirs.act) and of_one_thing(case, one, other, near=True)


def _on_one_day(one: Answered, other: Answered) -> bool:
    """Neither tells another day; two articles of one day or the next may tell of one day."""
    ours, theirs = one.meant.day, other.meant.day
    return ours is None or theirs is None or ours == theirs


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """The same hour, or another one on the same day."""
    if not _of_one_act(case, one, other):
        return None
    said = aspects.both(one, other)
    if any(low <= till and since <= high for low, high in one.meant.spans
           for since, till in other.meant.spans):
        return aspects.accord(one, other, reason=Reason.DATE, what="Hour", reading="Same hour",
                              because=f"{said} are the same time of the day.")
    return aspects.clash(one, other, reason=Reason.DATE, what="Hour", reading="Another hour",
                         because=f"{said} are two times of the day for one act.")
