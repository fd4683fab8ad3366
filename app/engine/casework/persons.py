"""In which office: what the claims of a case say of one person."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from app.domain.facts import Fact, FactKind
from app.domain.facts import Named as NamedFact
from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.sides import Wording
from app.engine.tokens import fold

_FORMER = re.compile(r"\b(?:former|ex)[- ]", re.IGNORECASE)
_FORMER_BEFORE = re.compile(r"\b(?:former|ex)[- ]$", re.IGNORECASE)


class _Of(NamedTuple):
    """Whom it is said of: name and surname, folded; and what is said."""

    name: tuple[str, ...]
    said: object


def ask(case: CaseWords) -> list[Question]:
    """One question a person whose office two claims give."""
    return _asked(case, _offices, "Office", Reason.TITLE, _compare_offices)


def _asked(case: CaseWords, read: Callable[[Told], Iterable[Answered]], label: str,
           reason: Reason, compare: aspects.Compare) -> list[Question]:
    answers = [one for told in case.told for one in read(told)]
    groups = grouped(answers, lambda one, other: _one_person(case, one, other),
                     lambda one: [(case.event(one.told), one.meant.name[-1])])
    return [Question(label=f"{label} of {_surname(group)}", reason=reason, answers=tuple(group),
                     compare=compare, inside=True, open=True) for group in groups]


def _surname(group: list[Answered]) -> str:
    return str(group[0].meant.name[-1]).title()


def _one_person(case: CaseWords, one: Answered, other: Answered) -> bool:
    """One surname, and given names that do not differ, in articles of one event."""
    if one.told.id == other.told.id or not case.one_event(one.told, other.told):
        return False
    return same_person(one.meant.name, other.meant.name)


def same_person(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """The shorter name is all in the longer one ("Lind", "Mara Lind")."""
    return ours[-1:] == theirs[-1:] and (set(ours) <= set(theirs) or set(theirs) <= set(ours))


_FULL_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+\b")
_OLD_NAME = re.compile(r"year[- ]old (?:[a-z]+ )?([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")


class Named(NamedTuple):
    """A person of a claim: the name, folded, and where it stands in the claim's own text."""

    name: tuple[str, ...]
    start: int
    end: int


def people(told: Told) -> list[Named]:
    """The persons of a claim; where none is read, runs of capitals that are nothing else."""
    base = told.side.claim.span.start
    found = [Named(_name(fact), fact.start - base, fact.end - base)
             for fact in told.facts(FactKind.PERSON)]
    if not found:
        taken = [(fact.start - base, fact.end - base) for fact in told.side.claim.facts
                 if fact.kind in _NAMES]
        found = [one for one in _capitals_in(told.side.wording)
                 if not any(start < one.end and one.start < end for start, end in taken)]
    return [one for one in found if one.name]


@lru_cache(maxsize=4096)
def _capitals_in(wording: Wording) -> tuple[Named, ...]:
    return tuple(Named(tuple(re.findall(r"[\w-]+", fold(match[group]))), *match.span(group))
                 for words, group in ((_FULL_NAME, 0), (_OLD_NAME, 1))
                 for match in words.finditer(wording.text))


_NAMES = frozenset({FactKind.PLACE, FactKind.ORGANISATION, FactKind.LAW, FactKind.TITLE})


def _name(fact: Fact) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w-]+", fold(str(fact.value))))


def days_apart(one: Answered, other: Answered) -> int:
    """Days between the articles of two answers; 0 where one is not known."""
    ours, theirs = one.told.published_on, other.told.published_on
    return abs((ours - theirs).days) if ours and theirs else 0


def _offices(told: Told) -> Iterator[Answered]:
    base, text = told.side.claim.span.start, told.side.text
    for fact in told.facts(FactKind.TITLE):
        if not isinstance(fact.value, NamedFact) or not fact.value.holder:
            continue
        start, end = fact.start - base, fact.end - base
        title = text[start:end]
        before = _FORMER_BEFORE.search(text[:start])
        former = before is not None or bool(_FORMER.match(title))
        office = fold(_FORMER.sub("", title)).split()[-1:]
        name = tuple(re.findall(r"[\w-]+", fold(fact.value.holder)))
        if office and name:
            begin = before.start() if before else start
            yield aspects.spoken(told, begin, end, _Of(name, (office[0], former)))


def _compare_offices(one: Answered, other: Answered) -> Finding | None:
    """In office or formerly in office, by the dates of the articles."""
    (office, former), (other_office, other_former) = one.meant.said, other.meant.said
    if (office != other_office or former == other_former
            or not same_person(one.meant.name, other.meant.name)):
        return None
    order = aspects.in_time(one, other)
    if order is not None and order[1].meant.said[1] and days_apart(one, other) > 1:
        return aspects.beside(one, other, reason=Reason.TITLE, what="Office",
                              reading="Out of office since",
                              because=f"{aspects.both(one, other)}: the later article says that "
                                      "the office has ended.")
    return aspects.clash(one, other, reason=Reason.TITLE, what="Office", strength=Strength.STRICT,
                         reading="In office or not",
                         because=f"{aspects.both(one, other)} cannot both hold at one time.")
