"""On which day, and from which day: times of one happening told by two claims."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.facts import DateGrain, Day, Fact, FactKind
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed

_START = re.compile(
    r"\b(?:start(?:s|ed)?|begin(?:s)?|began|begun|tak(?:es?|ing) effect|took effect|"
    r"(?:has been|is|was|be|come|came|comes|went|goes) (?:in|into) (?:force|effect)|effective|"
    r"appl(?:y|ies|ied)|lasts?|runs?)\b", re.IGNORECASE)
_STARTING = listed("start starts started begin begins began begun effect force effective apply "
                      "applies applied")
_SOON_AFTER = 60
_LATE = re.compile(r"\b(?:late|night|evening|before midnight)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:early|early hours|after midnight|before dawn)\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]T|CET|CEST|BST|local time)\b")
_OWN = frozenset({"late", "early", "hour", "gmt", "utc", "local", "time", "night", "evening",
                  "morning", "noon", "start", "begin", "effect", "force", "take", "announce"})
_NOT = re.compile(r"\b(?:(?:until|not|since|before|by|from)(?: the)?|(?:said|says|told|added|"
                  r"announced|reported)(?: \w+)?(?: on| late| early)?) ?$", re.IGNORECASE)


class _When(NamedTuple):
    first: date
    last: date
    verbs: frozenset[str]
    late: bool
    early: bool
    zoned: bool
    grain: DateGrain


def ask(case: CaseWords) -> list[Question]:
    """One question a happening that two claims date, and one a thing that starts."""
    return [*aspects.ask(case, _STARTS), *aspects.ask(case, _DAYS)]


def _starts(told: Told) -> Iterator[Answered]:
    text, base = told.side.text, told.side.claim.span.start
    match = _START.search(text)
    if match is None:
        return
    for first, last, fact in told.days():
        at = fact.start - base
        if 0 <= at - match.end() <= _SOON_AFTER:
            yield _answer(told, fact, first, last, frozenset({"start"}))
            return


def _days(told: Told) -> Iterator[Answered]:
    """The one day of a claim; a claim with two days may mean either."""
    days = told.days()
    if len(days) != 1 or told.facts(FactKind.VOTE) or _START.search(told.side.text):
        return
    first, last, fact = days[0]
    before = told.side.text[max(0, fact.start - told.side.claim.span.start - 24):
                            fact.start - told.side.claim.span.start]
    if isinstance(fact.value, Day) and fact.value.grain is not DateGrain.VAGUE and (
            not _NOT.search(before)):
        verbs = frozenset(token.lemma for token in told.side.tokens
                          if token.lemma in told.words and part_of_speech(token.lemma) == "v")
        if verbs:
            yield _answer(told, fact, first, last, verbs)


def _answer(told: Told, fact: Fact, first: date, last: date, verbs: frozenset[str]) -> Answered:
    base, text = told.side.claim.span.start, told.side.text
    start, end = fact.start - base, fact.end - base
    near = text[max(0, start - 25):end + 25]
    when = _When(first, last, verbs, bool(_LATE.search(near)), bool(_EARLY.search(near)),
                 bool(_ZONE.search(text)),
                 fact.value.grain if isinstance(fact.value, Day) else DateGrain.DAY)
    return aspects.spoken(told, start, end, when, own=_OWN)


def _compare(one: Answered, other: Answered) -> Finding | None:
    """The same time, the same night seen from two time zones, or another time."""
    ours: _When = one.meant
    theirs: _When = other.meant
    if not ours.verbs & theirs.verbs or (
            (ours.grain is DateGrain.YEAR) != (theirs.grain is DateGrain.YEAR)):
        return None
    said = aspects.both(one, other)
    if ours.first <= theirs.last and theirs.first <= ours.last:
        return aspects.accord(one, other, reason=Reason.DATE, what="Date", reading="Same date",
                              because=f"{said} are the same time.")
    if _one_night(ours, theirs):
        return aspects.accord(one, other, reason=Reason.DATE, what="Date",
                              reading="Same hours, another zone",
                              because=f"{said} can be the same hours in two time zones.")
    started = ours.verbs == {"start"}
    return aspects.clash(one, other, reason=Reason.EVENT_ORDER if started else Reason.DATE,
                         what="Start" if started else "Date", reading="Another date",
                         because=f"“{one.value}” is {_told(ours)}, “{other.value}” is "
                                 f"{_told(theirs)}.")


def _told(when: _When) -> str:
    if when.first == when.last:
        return f"{when.first.day} {when.first:%B %Y}"
    return f"{when.first.day} {when.first:%B %Y} to {when.last.day} {when.last:%B %Y}"


def _one_night(ours: _When, theirs: _When) -> bool:
    early, late = sorted((ours, theirs), key=lambda when: when.first)
    return (early.last + timedelta(days=1) == late.first and early.late and late.early
            and (ours.zoned or theirs.zoned))


_DATED = listed("monday tuesday wednesday thursday friday saturday sunday january february "
                   "march april may june july august september october november december today "
                   "yesterday tomorrow in on last next this since")
_STARTS = Aspect(label="Start of", reason=Reason.EVENT_ORDER, read=_starts, compare=_compare,
                 signs=_STARTING, least=0.4)
_DAYS = Aspect(label="Day of", reason=Reason.DATE, read=_days, compare=_compare, signs=_DATED,
               least=0.5, dated=True)
