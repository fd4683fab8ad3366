"""On which day, and from which day: times of one happening told by two claims."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.claims import Modality
from app.domain.facts import DateGrain, Day, Fact
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.clauses import Clause, clause_of, is_verb
from app.engine.casework.labels import shared_label
from app.engine.casework.occasions import elsewhere
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import Token

_START = re.compile(
    r"\b(?:starts?|started|begins?|began|begun|takes? effect|took effect|taking effect|"
    r"(?:in|into) (?:force|effect)|effective|appl(?:y|ies|ied)|lasts?|runs?|reopen(?:s|ed)?|opens?|"
    r"will be shown|on show)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|starting|beginning|as of|effective)(?: on)?(?: the)? $",
                   re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|by|before|through)(?: the)?(?: early| late)? $",
                    re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|n[’']t|never|no|closed|shut)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\b(?:since|(?<!hours )(?<!night )(?<!morning )(?<!evening )of|(?:said|says|told|added|"
    r"announced|reported|wrote)(?: \w+){0,2}?(?: on| late| early)?)(?: the)? ?$", re.IGNORECASE)
_SINCE_IN_FORCE = re.compile(r"\b(?:force|effect) since(?: the)? $", re.IGNORECASE)
_MOVED = listed("postpone delay reschedule move push forward put back extend instead original "
                "originally")
_SOON_AFTER = 40
_LATE = re.compile(r"\b(?:late|night|evening|before midnight)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:early|early hours|after midnight|before dawn)\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]T|CET|CEST|BST|local time)\b")
_START_WORDS = listed("start begin effect force effective apply last")
_TIMES = listed("late early hour gmt utc local time night evening morning noon day end "
                "announce monday tuesday wednesday thursday friday saturday sunday")
_GRAINS = {DateGrain.DAY, DateGrain.WEEK, DateGrain.MONTH, DateGrain.YEAR}
_LIKE = 0.8
_MOST_DATES = 3


class _When(NamedTuple):
    """A time, of what: the words of its clause; whether something starts then or happens."""

    first: date
    last: date
    grain: DateGrain
    start: bool
    clause: Clause
    late: bool
    early: bool
    zoned: bool
    weekday: bool = False


def ask(case: CaseWords) -> list[Question]:
    """One question a happening that two claims date, and one a thing that starts."""
    answers = [one for told in case.told for one in _read(told)]
    known = _Known(case, answers)

    def belong(one: Answered, other: Answered) -> bool:
        return _of_one_act(case, one, other)

    def compare(one: Answered, other: Answered) -> Finding | None:
        return _compare(one, other, known) if belong(one, other) else None

    return [Question(label=_label(case, group), reason=Reason.DATE, answers=tuple(group),
                     compare=compare, inside=True, open=True)
            for group in grouped(answers, belong, lambda one: _keys(case, one))]


def _label(case: CaseWords, group: Sequence[Answered]) -> str:
    own = frozenset().union(*(one.own for one in group))
    head = "Start of" if group[0].meant.start else "Day of"
    shared = shared_label(case, list(group), "", without=own)
    return f"{head} {shared[:1].lower()}{shared[1:]}" if shared else head.split(maxsplit=1)[0]


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    event = case.event(one.told)
    for word in {token.lemma for token in one.meant.clause.words} | one.meant.clause.names:
        if case.is_rare(word):
            yield event, one.meant.start, word


def _read(told: Told) -> Iterator[Answered]:
    """The times of a claim; "until Saturday" starts something only if it does not run before."""
    base, text = told.side.claim.span.start, told.side.text
    for first, last, fact in told.days()[:_MOST_DATES]:
        at = fact.start - base
        before = text[:at]
        if not isinstance(fact.value, Day) or fact.value.grain not in _GRAINS or (
                _LEFT_OUT.search(before) and not _SINCE_IN_FORCE.search(before)):
            continue
        until = _UNTIL.search(before)
        if until is not None and not _NOT.search(before):
            continue
        yield _answer(told, fact, first, last, start=until is not None or _starts(text, at))


def _starts(text: str, at: int) -> bool:
    if _FROM.search(text[:at]):
        return True
    found = list(_START.finditer(text[:at]))
    return bool(found) and at - found[-1].end() <= _SOON_AFTER and not (
        set(text[found[-1].end():at]) & set(",;"))


def _answer(told: Told, fact: Fact, first: date, last: date, *, start: bool) -> Answered:
    base, text = told.side.claim.span.start, told.side.text
    begin, end = fact.start - base, fact.end - base
    near = text[max(0, begin - 25):end + 25]
    when = _When(first, last, fact.value.grain if isinstance(fact.value, Day) else DateGrain.DAY,
                 start, clause_of(told, begin, end), bool(_LATE.search(near)),
                 bool(_EARLY.search(near)), bool(_ZONE.search(text)),
                 not any(sign.isdecimal() for sign in fact.surface))
    return aspects.spoken(told, begin, end, when, own=_TIMES)


class _Known:
    """The times that each article tells, so that a day which both tell parts no claims."""

    def __init__(self, case: CaseWords, answers: Sequence[Answered]) -> None:
        self._case = case
        self._of: dict[int, list[Answered]] = defaultdict(list)
        for answer in answers:
            self._of[answer.told.article].append(answer)

    def tells(self, article: int, one: Answered) -> bool:
        """The article tells the same act at the same time somewhere."""
        return any(_meet(one.meant, other.meant) and _of_one_act(self._case, one, other)
                   for other in self._of[article] if other.told.id != one.told.id)


def _of_one_act(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Both tell when the same was done: a verb in common and another word or name."""
    ours: _When = one.meant
    theirs: _When = other.meant
    if (one.told.id == other.told.id or ours.start != theirs.start
            or not case.one_event(one.told, other.told)
            or (ours.grain is DateGrain.YEAR) != (theirs.grain is DateGrain.YEAR)):
        return False
    if elsewhere(one.told) != elsewhere(other.told):
        return False
    return _in_like_clauses(one, other) or (
        bool(_verbs(one.told) & _verbs(other.told))
        and aspects.of_one_matter(case, one, other, _OF_CLAIM))


_OF_CLAIM = 0.5
"""The share of the shorter claim’s words that both must have where their clauses tell little."""


def _verbs(told: Told) -> frozenset[str]:
    return frozenset(token.lemma for token in told.side.tokens
                     if token.lemma in told.words and is_verb(token))


def _in_like_clauses(one: Answered, other: Answered) -> bool:
    ours, theirs = one.meant.clause, other.meant.clause
    if ours.names and theirs.names and not ours.names & theirs.names:
        return False
    acts = _acts(one, other)
    if not acts or len(acts) < _SHARE * min(_size(ours), _size(theirs)):
        return False
    if one.meant.start:
        return True
    others = _acts(other, one)
    return any(_is_done(one, token) for token in acts) and any(
        _is_done(other, token) for token in others) and (
            len(acts) > 1 or bool(ours.names & theirs.names))


_SHARE = 0.33
"""The share of the words of the lesser clause that both must have."""


def _size(clause: Clause) -> int:
    return sum(token.lemma not in _TIMES | _START_WORDS for token in clause.words)


_AUXILIARIES = listed("will would should shall to did may might could can must not")


def _is_done(one: Answered, token: Token) -> bool:
    """The word stands as a verb: in the past, or after "will", "to" or the like."""
    if not is_verb(token):
        return False
    if token.norm != token.lemma and not token.norm.endswith(("s", "ing")):
        return True
    tokens = one.told.side.tokens
    at = tokens.index(token)
    return at > 0 and tokens[at - 1].norm in _AUXILIARIES


def _acts(one: Answered, other: Answered) -> list[Token]:
    """The words of one clause that the other has too, times left out."""
    theirs = [token for token in other.meant.clause.words if token.lemma not in _TIMES]
    return [word for word in one.meant.clause.words
            if word.lemma not in _TIMES | _START_WORDS and best(word, theirs)[0] >= _LIKE]


def _meet(ours: _When, theirs: _When) -> bool:
    return ours.first <= theirs.last and theirs.first <= ours.last


def _compare(one: Answered, other: Answered, known: _Known) -> Finding | None:
    """The same time, the same night seen from two time zones, or another time."""
    ours: _When = one.meant
    theirs: _When = other.meant
    said = aspects.both(one, other)
    if _meet(ours, theirs):
        return aspects.accord(one, other, reason=Reason.DATE, what="Date", reading="Same date",
                              because=f"{said} are the same time.")
    if _one_night(ours, theirs):
        return aspects.accord(one, other, reason=Reason.DATE, what="Date",
                              reading="Same hours, another zone",
                              because=f"{said} can be the same hours in two time zones.")
    if _weeks_apart(one, other) or _moved(one, other) or known.tells(
            other.told.article, one) or known.tells(one.told.article, other):
        return None
    return aspects.clash(one, other, reason=Reason.EVENT_ORDER if ours.start else Reason.DATE,
                         what="Start" if ours.start else "Date", reading="Another date",
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
    return any(not side.told.words.isdisjoint(_MOVED) for side in (one, other))


_HOPED = frozenset({Modality.LIKELY, Modality.SHOULD, Modality.COULD})


def _told(when: _When) -> str:
    if when.first == when.last:
        return f"{when.first.day} {when.first:%B %Y}"
    return f"{when.first.day} {when.first:%B %Y} to {when.last.day} {when.last:%B %Y}"


def _one_night(ours: _When, theirs: _When) -> bool:
    early, late = sorted((ours, theirs), key=lambda when: when.first)
    return (early.last + timedelta(days=1) == late.first and early.late and late.early
            and (ours.zoned or theirs.zoned))
