"""On which day, and from which day: times of one happening told by two claims."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.claims import Modality
from app.domain.facts import DateGrain, Day, Fact
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.acts import act_at, edge_of
from app.engine.casework.datings import When, meet, of_one_act, starts
from app.engine.casework.labels import shared_label
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import WordKind

_NOT = re.compile(r"\b(?:not|n[’']t|never|no|refus\w+|fail\w*|declin\w+)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\b(?:before|by|(?<!hours )(?<!night )(?<!morning )(?<!evening )of|(?:said|says|told|added|"
    r"announced|reported|wrote)(?: \w+){0,2}?(?: on| late| early)?)(?: the)? ?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince(?: the| early| late)* $", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:postpon|delay|reschedul|extend(?:s|ed)?\b|instead of|original(?:ly)?\b|"
    r"(?:mov|push|put|brought|bring)\w*(?: \w+){0,3} (?:back|forward|off)\b|moved (?:to|from)\b)",
    re.IGNORECASE)
_LATE = re.compile(r"\b(?:late|night|evening|before midnight)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:early|early hours|after midnight|before dawn)\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]T|CET|CEST|BST|local time)\b")
_TIMES = listed("late early hour gmt utc local time night evening morning noon day end "
                "announce monday tuesday wednesday thursday friday saturday sunday")
_GRAINS = {DateGrain.DAY, DateGrain.WEEK, DateGrain.MONTH, DateGrain.YEAR}
_MOST_DATES = 3


def ask(case: CaseWords) -> list[Question]:
    """One question a happening that two claims date, and one a thing that starts."""
    answers = [one for told in case.told for one in _read(told)]

    def belong(one: Answered, other: Answered) -> bool:
        return of_one_act(case, one, other)

    def compare(one: Answered, other: Answered) -> Finding | None:
        return _compare(one, other) if belong(one, other) else None

    return [Question(label=_label(case, group), reason=Reason.DATE, answers=tuple(group),
                     compare=compare, inside=True, open=True)
            for group in grouped(answers, belong, lambda one: _keys(case, one))]


def _label(case: CaseWords, group: Sequence[Answered]) -> str:
    own = frozenset().union(*(one.own for one in group))
    head = "Start of" if group[0].meant.edge else "Day of"
    shared = shared_label(case, list(group), "", without=own)
    if not shared:
        return head.split(maxsplit=1)[0]
    first = shared.split(maxsplit=1)[0]
    is_name = any(token.form == first and token.kind is WordKind.NAME
                  for one in group for token in one.told.side.tokens)
    return f"{head} {shared if is_name else shared[:1].lower() + shared[1:]}"


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    when: When = one.meant
    event = case.event(one.told)
    for deed in when.act.deeds:
        yield event, deed
    if when.span is not None:
        yield event, "span", when.edge
    if when.act.verb is not None:
        for group in when.act.verb.groups:
            yield event, group
    if starts(when) or when.edge:
        yield event, when.edge or "start"


def _read(told: Told) -> Iterator[Answered]:
    """The times of a claim, each with the act of its clause; two that bound one act ("from May
    to July") share it."""
    base, text = told.side.claim.span.start, told.side.text
    earlier: tuple[Fact, Answered] | None = None
    for first, last, fact in told.days()[:_MOST_DATES]:
        before = text[:fact.start - base]
        if not isinstance(fact.value, Day) or fact.value.grain not in _GRAINS or (
                _LEFT_OUT.search(before)):
            continue
        answer = _answer(told, fact, first, last)
        if earlier is not None and _TO.fullmatch(before[earlier[0].end - base:]):
            yield from _spanning(earlier[1], answer)
            earlier = None
            continue
        if earlier is not None:
            yield earlier[1]
        earlier = (fact, answer) if _BETWEEN.search(before) else None
        if earlier is None and (not _SINCE.search(before) or _lasts(answer)):
            yield answer
    if earlier is not None:
        yield earlier[1]


def _spanning(begun: Answered, ended: Answered) -> Iterator[Answered]:
    """Two times that bound one act."""
    span = (begun.meant.first, ended.meant.last)
    yield replace(begun, meant=begun.meant._replace(span=span))
    yield replace(ended, meant=ended.meant._replace(act=begun.meant.act, edge="end", span=span))


_BETWEEN = re.compile(r"\b(?:from|between)(?: late| early| mid-?)? ?$", re.IGNORECASE)
_TO = re.compile(r" (?:morning |night |evening )?(?:to|until|till|and|through) (?:late |early )?")


def _lasts(answer: Answered) -> bool:
    """What has been so since then: open, in force, closed; no record and no rise since then."""
    return not answer.meant.act.deeds.isdisjoint(_LASTING) and not answer.meant.denied


_LASTING = frozenset({"open", "shut", "law", "start", "office", "ban", "reopen", "marry", "build",
                      "learn"})


def _answer(told: Told, fact: Fact, first: date, last: date) -> Answered:
    base, text = told.side.claim.span.start, told.side.text
    begin, end = fact.start - base, fact.end - base
    near = text[max(0, begin - 25):end + 25]
    act = act_at(told, begin, end)
    edge = edge_of(told, act, begin)
    if edge == "start" and act.verb is not None and act.verb.lemma == "stand":
        act = act._replace(deeds=act.deeds | {"open", "build"})
    negated = bool(_NOT.search(text[:begin]))
    if edge == "until" and (negated or act.kinds & _HALTED):
        act = act._replace(deeds=act.deeds - _HALTED | {"reopen"})
        edge, negated, last = "start", False, _next_working_day(last)
    edge = "end" if edge == "until" else edge
    when = When(first, last, fact.value.grain if isinstance(fact.value, Day) else DateGrain.DAY,
                edge, act, _is_ahead(told, first, last), negated,
                bool(_LATE.search(near)), bool(_EARLY.search(near)), bool(_ZONE.search(text)),
                not any(sign.isdecimal() for sign in fact.surface))
    return aspects.spoken(told, begin, end, when, own=_TIMES)


_HALTED = frozenset({"shut", "ban"})
"""What lasts until a day ends with its contrary: what is shut until Friday opens on Friday, or
after it."""


def _next_working_day(day: date) -> date:
    return day + timedelta(days=max(1, 7 - day.weekday() if day.weekday() >= _FRIDAY else 1))


_FRIDAY = 4


def _is_ahead(told: Told, first: date, last: date) -> bool:
    published = told.published_on
    return published is not None and (first > published or (
        last >= published and told.side.claim.modality in _COMING))


_COMING = frozenset({Modality.WILL, Modality.SHOULD, Modality.LIKELY})


def _compare(one: Answered, other: Answered) -> Finding | None:
    """The same time, the same night seen from two time zones, or another time."""
    ours: When = one.meant
    theirs: When = other.meant
    said = aspects.both(one, other)
    if meet(ours, theirs):
        return aspects.accord(one, other, reason=Reason.DATE, what="Date", reading="Same date",
                              because=f"{said} are the same time.")
    if _one_night(ours, theirs):
        return aspects.accord(one, other, reason=Reason.DATE, what="Date",
                              reading="Same hours, another zone",
                              because=f"{said} can be the same hours in two time zones.")
    if _weeks_apart(one, other) or _moved(one, other):
        return None
    begun = starts(ours) and starts(theirs)
    return aspects.clash(one, other, what="Start" if begun else "Date", reading="Another date",
                         reason=Reason.EVENT_ORDER if begun and ours.ahead != theirs.ahead
                         else Reason.DATE,
                         because=f"“{one.value}” is {_told(ours)}, “{other.value}” is "
                                 f"{_told(theirs)}.")


def _weeks_apart(one: Answered, other: Answered) -> bool:
    """Weekdays of articles that are a week apart are days of two weeks, and hardly of one act."""
    ours, theirs = one.told.published_on, other.told.published_on
    return (one.meant.weekday and other.meant.weekday and ours is not None
            and theirs is not None and abs(ours - theirs) >= _WEEK)


_WEEK = timedelta(days=7)


def _moved(one: Answered, other: Answered) -> bool:
    """One of the claims says that the day was changed, or only that it was hoped for."""
    sure = [side.told.side.claim.modality for side in (one, other)]
    if Modality.DENIED in sure or (Modality.DID in sure and not _HOPED.isdisjoint(sure)):
        return True
    return any(_MOVED.search(side.told.side.text) for side in (one, other))


_HOPED = frozenset({Modality.LIKELY, Modality.SHOULD, Modality.COULD})


def _told(when: When) -> str:
    if when.first == when.last:
        return f"{when.first.day} {when.first:%B %Y}"
    return f"{when.first.day} {when.first:%B %Y} to {when.last.day} {when.last:%B %Y}"


def _one_night(ours: When, theirs: When) -> bool:
    early, late = sorted((ours, theirs), key=lambda when: when.first)
    return (early.last + timedelta(days=1) == late.first and early.late and late.early
            and (ours.zoned or theirs.zoned))
