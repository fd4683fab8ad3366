"""How old: what the claims of a case say of one person, named or not.

"The 29-year-old" and "she is 46" are of the person whom the article named last; "a man of 71" may
be the driver, the victim or the suspect whom another article names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.persons import days_apart, people
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import fold

_AFTER = re.compile(
    r"(?:’s|'s)?(?: \([A-Z]\))?(?:, (?:aged |who (?:is|was) )?| \(| aged | is | turned | turns )"
    r"(\d{1,3})(?= ?[.;)]|,(?!\d)| and | years old|$| said| who| was| on | in )")
_BEFORE = re.compile(r"\b(\d{1,3})[- ]year[- ]old (?:[a-z]+ ){0,3}$")
_WITHIN = re.compile(r"^[^.;]{0,40}?\b(?:a|an|the) (\d{1,3})[- ]year[- ]old\b")
_PRONOUN = re.compile(r"^(?:But |And )?(?:[Ss]he|[Hh]e) (?:is|was|turned|"
                      r"(?P<next>would have turned|will turn|turns)) (\d{1,3})"
                      r"(?= ?[.;,]|$| years old| and | next| on | in )")
_THE_OLD = re.compile(r"\b[Tt]he (\d{1,3})[- ]year[- ]old(?!s| [A-Z]|(?: [a-z]+){1,2} [A-Z])")
_UNNAMED = re.compile(r"\b(?:[Aa]|[Tt]he|[Oo]ne) (?:\w+ )?"
                      r"(?:man|woman|boy|girl|pensioner|motorist) (?:of|aged) (\d{1,3})\b"
                      r"|\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|, a) (\d{1,3})[- ]year[- ]old\b")
_YOUNGEST, _OLDEST = 1, 115
_BIRTHDAY = 14
"""Days between two articles from which a birthday may well lie between them."""


class _Of(NamedTuple):
    """Whose age: the name, folded, else nothing; the part that the person plays in the news;
    how old. `from_name` is whether the name stands with the age."""

    name: tuple[str, ...]
    part: str
    years: int
    from_name: bool


def ask(case: CaseWords) -> list[Question]:
    """One question a person whose age two claims give."""
    answers = [one for _, told in groupby(case.told, key=lambda one: one.article)
               for one in _of_article(list(told))]
    once = _told_once(answers)

    def belong(one: Answered, other: Answered) -> bool:
        return (one.told.id != other.told.id and case.one_event(one.told, other.told)
                and _are_one(one, other, once))

    return [Question(label=_label(group), reason=Reason.NUMBER, answers=tuple(group), inside=True,
                     compare=lambda one, other: _compare(one, other, once), open=True)
            for group in grouped(answers, belong, lambda one: _keys(case, one))]


def _label(group: Sequence[Answered]) -> str:
    named = next((one.meant.name[-1] for one in group if one.meant.name), "")
    return f"Age of {named.title()}" if named else "Age"


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    event = case.event(one.told)
    if one.meant.name:
        yield event, one.meant.name[-1]
        yield event, one.meant.name[0]
    if one.meant.part:
        yield event, "part", one.meant.part


def _of_article(told: Sequence[Told]) -> Iterator[Answered]:
    """The ages of an article; one told of nobody by name is of whom it named last, or of whom it
    names most where it named several."""
    told_of = [claim for claim in told if any(sign.isdecimal() for sign in claim.side.text)]
    if not any(_PRONOUN.match(one.side.text) or _THE_OLD.search(one.side.text) for one in told_of):
        for claim in told_of:
            yield from _of_claim(claim, ())
        return
    named = [(claim, people(claim)) for claim in told]
    counted = Counter(person.name[-1] for _, persons in named for person in persons)
    full: dict[str, tuple[str, ...]] = {}
    for _, persons in named:
        for person in persons:
            full.setdefault(person.name[-1], person.name)
    most = full[max(counted, key=lambda name: counted[name])] if counted else ()
    last: tuple[str, ...] = ()
    for claim, persons in named:
        if any(sign.isdecimal() for sign in claim.side.text):
            yield from _of_claim(claim, last or most)
        if persons:
            last = persons[0].name if len(persons) == 1 else most


def _of_claim(told: Told, last: tuple[str, ...]) -> Iterator[Answered]:
    found = list(_named(told))
    yield from found
    if found:
        return
    text = told.side.text
    pronoun = _PRONOUN.match(text)
    if pronoun is not None and last:
        years = int(pronoun[2]) - bool(pronoun["next"])
        yield from _answer(told, pronoun.span(2), years, last)
        return
    match = _THE_OLD.search(text)
    if match is not None and last and not people(told):
        yield from _answer(told, match.span(1), int(match[1]), last)
        return
    for match in _UNNAMED.finditer(text):
        at = match.span(1) if match[1] else match.span(2)
        yield from _answer(told, at, int(match[1] or match[2]), ())


def _named(told: Told) -> Iterator[Answered]:
    text = told.side.text
    for name, start, end in people(told):
        match = _AFTER.match(text, end) or _BEFORE.search(text[:start]) or _WITHIN.match(text[end:])
        if match is not None:
            shift = end if match.re is _WITHIN else 0
            yield from _answer(told, (shift + match.start(1), shift + match.end(1)),
                               int(match[1]), name, from_name=True)
    for match in _GIVEN.finditer(text):
        if not _is_name_of(told, match.start()):
            yield from _answer(told, match.span(2), int(match[2]), (fold(match[1]),),
                               from_name=True)


def _is_name_of(told: Told, at: int) -> bool:
    """The word there is part of a name that has been asked for its age."""
    return any(start <= at < end for _, start, end in people(told))


_GIVEN = re.compile(r"(?<![A-Z][a-z] )\b([A-Z][a-z]{2,}), (\d{1,2}),(?! (?:19|20)\d\d)")
"""A given name alone, with an age: "Aldo, 71,"."""


def _answer(told: Told, at: tuple[int, int], years: int, name: tuple[str, ...], *,
            from_name: bool = False) -> Iterator[Answered]:
    if _YOUNGEST <= years <= _OLDEST:
        yield aspects.spoken(told, *at, _Of(name, _part(told, at[0]), years, from_name))


_PARTS = listed("driver pilot suspect victim cyclist pedestrian motorcyclist rider swimmer climber "
                "hiker skipper captain conductor gunman attacker patient winner lottery sailor "
                "diver skier teacher student pupil officer shopkeeper farmer")
_DEAD = listed("die dead kill drown perish fatal death")
_DRIVEN = frozenset({"truck", "bus", "tram", "train", "car", "taxi", "lorry", "van"})
_REACH = 60


def _part(told: Told, start: int) -> str:
    """The part that a person plays in the news: driver (of what), victim, suspect."""
    lemmas = {word for token in told.side.tokens if abs(token.start - start) < _REACH
              for word in (token.lemma, token.norm)}
    part = min(lemmas & _PARTS, default="")
    if part == "driver":
        driven = min(lemmas & _DRIVEN, default="")
        return f"driver of {driven}" if driven else ""
    return part or ("dead" if lemmas & _DEAD else "")


def _told_once(answers: Sequence[Answered]) -> frozenset[tuple[int, str]]:
    """The articles and parts of which an article tells one age."""
    held: dict[tuple[int, str], set[int]] = defaultdict(set)
    for one in answers:
        held[one.told.article, one.meant.part].add(one.meant.years)
    return frozenset(key for key, years in held.items() if len(years) == 1)


def _are_one(one: Answered, other: Answered, once: frozenset[tuple[int, str]]) -> bool:
    ours, theirs = one.meant, other.meant
    if ours.name and theirs.name:
        return same_person(ours.name, theirs.name)
    return bool(ours.part) and ours.part == theirs.part and (
        one.told.article != other.told.article
        and (one.told.article, ours.part) in once and (other.told.article, theirs.part) in once)


def same_person(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """One surname with given names that do not differ, or a given name alone."""
    shorter, longer = sorted((ours, theirs), key=len)
    if len(shorter) == 1:
        return shorter[0] in (longer[0], longer[-1])
    return ours[-1] == theirs[-1] and (set(shorter) <= set(longer))


def _years_since(one: Answered, other: Answered) -> set[int]:
    """How much older the person may be where a claim tells of a past year."""
    return {now.year - year + more for side in (one, other) for now in (side.told.published_on,)
            if now is not None for year in side.told.years if year <= now.year for more in (-1, 0)
            } - {0}


def _compare(one: Answered, other: Answered, once: frozenset[tuple[int, str]]) -> Finding | None:
    """Another age: a year more is no conflict where a birthday may lie between the articles."""
    if not _are_one(one, other, once):
        return None
    apart = abs(one.meant.years - other.meant.years)
    said = aspects.both(one, other)
    if not apart:
        return aspects.accord(one, other, reason=Reason.NUMBER, what="Age", reading="Same age",
                              because=f"{said} are the same age.")
    if apart in _years_since(one, other):
        return None
    if apart == 1 and days_apart(one, other) > _BIRTHDAY:
        return aspects.beside(one, other, reason=Reason.NUMBER, what="Age",
                              reading="A year older",
                              because=f"{said}: a birthday may lie between the articles.")
    return aspects.clash(one, other, reason=Reason.NUMBER, what="Age", reading="Another age",
                         because=f"{said} cannot both be the age, unless a birthday lies between.")
