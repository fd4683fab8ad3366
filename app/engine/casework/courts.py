"""How far a criminal case has come: suspected, arrested, charged, convicted, freed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.persons import people, same_person
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed

_STEPS: tuple[tuple[int, str, re.Pattern[str]], ...] = (
    (1, "suspected", re.compile(r"\b(?:is |was |as )?(?:a |the )?suspect(?:ed)?\b|\bquestioned\b")),
    (2, "arrested", re.compile(
        r"\b(?:arrest(?:ed|s)?|detain(?:ed|s)?|taken into custody|in custody)\b")),
    (3, "charged", re.compile(r"\b(?:charged|charges?|indicted|indictment)\b(?=[^.;]{0,12}\b"
                              r"(?:with|against|over|in|for|by|him|her|them|the|on)\b|[.,;]|$)")),
    (4, "convicted", re.compile(r"\b(?:convict(?:ed|s)|found guilty|pleaded guilty)\b")),
    (4, "acquitted", re.compile(r"\b(?:acquitted|found not guilty|cleared of)\b")),
    (5, "sentenced", re.compile(r"\b(?:sentenced|jailed|imprisoned|sent to prison)\b")),
)
_CALLED = re.compile(
    r"\b(?:killer|murderer|thief|robber|rapist|arsonist|attacker|gunman|fraudster|burglar)\b")
_SIGNS = listed(
    "suspect suspected questioned arrest arrested arrests detained detains detain custody charged "
    "charge charges indicted indictment convicted convict guilty acquitted cleared sentenced "
    "jailed imprisoned prison killer murderer thief robber rapist arsonist attacker gunman "
    "fraudster burglar")
_NOT = re.compile(r"\b(?:not|never|no|without|n't|n’t)\b(?: \w+){0,2} ?$")
_EARLIER = re.compile(r"\bin (?:1[89]|20)\d\d\b")
_GUILTY = 4
_PEOPLE = frozenset({"man", "woman", "nurse", "driver", "teenager", "boy", "girl", "soldier",
                     "officer", "teacher", "doctor", "student", "worker", "pilot", "guard"})


class _Step(NamedTuple):
    """Who it is about, which step, whether it is denied, whether it is only a word of blame."""

    names: frozenset[tuple[str, ...]]
    rank: int
    step: str
    denied: bool = False


def ask(case: CaseWords) -> list[Question]:
    """One question a suspect whose case two articles tell."""
    answers = [one for told in case.told if not _SIGNS.isdisjoint(told.forms)
               and not _EARLIER.search(told.side.text) for one in _read(told)]
    groups = grouped(answers, lambda one, other: _one_case(case, one, other),
                     lambda one: _keys(case, one))
    return [_question(case, group) for group in groups]


def _question(case: CaseWords, group: list[Answered]) -> Question:
    """An article that tells of a verdict may go back to the arrest: of each only the furthest
    step counts. One that tells of two verdicts tells of several charges."""
    told: dict[int, set[str]] = defaultdict(set)
    furthest: dict[int, int] = defaultdict(int)
    for one in group:
        told[one.told.article].add(one.meant.step)
        furthest[one.told.article] = max(furthest[one.told.article], one.meant.rank)

    def compare(one: Answered, other: Answered) -> Finding | None:
        if any(side.meant.rank and side.meant.rank < furthest[side.told.article]
               for side in (one, other)):
            return None
        if one.meant.step != other.meant.step and one.meant.rank and other.meant.rank and (
                one.meant.step in told[other.told.article]
                or other.meant.step in told[one.told.article]):
            return None
        return _compare(case, one, other)

    return Question(label="Step in the case", reason=Reason.EVENT_ORDER, answers=tuple(group),
                    open=True, compare=compare)


def _keys(case: CaseWords, one: Answered) -> Iterator[tuple[int, str]]:
    event = case.event(one.told)
    for name in one.meant.names:
        yield event, name[-1]
    for word in one.told.words & _PEOPLE:
        yield event, word
    if one.meant.denied or not one.meant.names:
        yield event, one.meant.step


def _read(told: Told) -> Iterator[Answered]:
    text = told.side.text.casefold()
    names = frozenset(one.name for one in people(told))
    for rank, step, words in _STEPS:
        match = words.search(text)
        if match is not None:
            denied = bool(_NOT.search(text[:match.start()]))
            yield aspects.answer(told, match, _Step(names, rank, step, denied))
    called = _CALLED.search(text)
    if called is not None and names:
        yield aspects.answer(told, called, _Step(names, 0, "called guilty"))


def _one_case(case: CaseWords, one: Answered, other: Answered) -> bool:
    if not case.one_event(one.told, other.told):
        return False
    ours, theirs = one.meant.names, other.meant.names
    if ours and theirs:
        return any(same_person(a, b) for a in ours for b in theirs)
    if bool(ours) != bool(theirs) and one.meant.denied != other.meant.denied:
        nameless = one if not ours else other
        return not nameless.told.words.isdisjoint(_PEOPLE)
    return bool(one.told.words & other.told.words & _PEOPLE) and aspects.of_one_matter(
        case, one, other, 0.3)


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """One suspect at two steps: a later article may tell a later step."""
    ours, theirs = one.meant, other.meant
    if not _one_case(case, one, other):
        return None
    if ours.step == theirs.step:
        return _denies(one, other) if ours.denied != theirs.denied else None
    if ours.denied or theirs.denied:
        return None
    if _on_other_days(one.told, other.told):
        return None
    if ours.rank and theirs.rank:
        return _steps(one, other, aspects.both(one, other))
    return None if max(ours.rank, theirs.rank) >= _GUILTY else _blames(one, other)


def _on_other_days(one: Told, other: Told) -> bool:
    """Both tell the day of their step, and the days differ: one step followed the other."""
    ours, theirs = one.days(), other.days()
    return bool(ours and theirs) and not any(
        first <= till and start <= last for first, last, _ in ours for start, till, _ in theirs)


def _denies(one: Answered, other: Answered) -> Finding | None:
    """A step that was not taken then may have been taken since."""
    order = aspects.in_time(one, other)
    if order is not None and order[0].meant.denied:
        return None
    said = aspects.both(one, other)
    return aspects.clash(one, other, reason=Reason.EVENT_ORDER, what="Step in the case",
                         reading="One denies the step",
                         because=f"{said}: one says that it has been taken, one that it has not.")


def _blames(one: Answered, other: Answered) -> Finding:
    said = aspects.both(one, other)
    return aspects.clash(one, other, reason=Reason.EVENT_ORDER, what="Step in the case",
                         strength=Strength.TENSION, reading="Called guilty before a verdict",
                         because=f"{said}: one calls guilty whom no court has convicted.")


def _steps(one: Answered, other: Answered, said: str) -> Finding:
    order = aspects.in_time(one, other)
    if order is not None:
        return aspects.beside(one, other, reason=Reason.EVENT_ORDER, what="Step in the case",
                              reading="Step in time",
                              because=f"{said} are steps told on different days.")
    return aspects.clash(one, other, reason=Reason.EVENT_ORDER, what="Step in the case",
                         reading="Another step",
                         because=f"{said} are different steps of one case.")
