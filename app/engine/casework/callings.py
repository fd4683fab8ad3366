"""What a person is: the work, the kinship, the nation, the home that claims give somebody.

Read where it stands with the name: "tax adviser Daniel Prew", "Prew, 54, is a lawyer", "Ana Reyes,
24, of Lenz", "his brother Jan Moor". Two things of one kind clash where no article tells both.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.kinds import circles_of, fillers
from app.engine.casework.persons import Named, people, same_person
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.wheres import PlaceName
from app.engine.listing import listed
from app.engine.tokens import fold

_KINDS = frozenset({"job", "pupil", "relative", "people", "position", "sex"})
_LABELS = {"job": "Work", "pupil": "Work", "relative": "Kinship", "people": "Nation",
           "position": "Position", "home": "Home", "seat": "Office", "sex": "Sex"}
_QUALIFIED = re.compile(r"^(?: (?!(?:of|for|to|from|and|who|in|at|with|by|on)\b)"
                        r"[a-z][\w’-]*){1,2} $")
_AFTER = re.compile(r"^(?: \([^)]{1,20}\))?(?:, \d{1,3})?(?:, who [^,;.]{1,40},|,)?(?: and)?"
                    r"(?: (?:who )?(?:is|was|has been|had been|became|works as|worked as))?"
                    r"(?: still)?(?:(?<=,)| (?:a|an|the|his|her|their|one)) "
                    r"(?:(?!who|and|which)[\w’-]+ ){0,4}?$")
_HOME = re.compile(r"^(?:, \d{1,3})?,? (?:who (?:is|was|comes|came) )?(?:of|from) "
                   r"(?P<place>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})"
                   r"(?![\w’]| [Uu]niversity| [Cc]ollege)")
_FURTHEST = 64
_BODIES = listed("university college institute council police party bank hospital school club "
                 "association union agency department ministry office company group court "
                 "committee commission service federation society team board")


class Calling(NamedTuple):
    """Whom it is said of, what kind of thing it is, and what: circles of words or a place; whose
    kin somebody is."""

    name: tuple[str, ...]
    kind: str
    said: frozenset[int] | PlaceName
    of: frozenset[str]


def ask(case: CaseWords) -> list[Question]:
    """One question a person of whom two claims tell work, kinship, nation or home."""
    answers: list[Answered] = []
    unborne: dict[tuple[int, str], set[int]] = {}
    for told in case.told:
        answers += _read(told, unborne)
    known: dict[tuple[int, str, str], set[int]] = {}
    for one in answers:
        if isinstance(one.meant.said, frozenset):
            article, kind = one.told.article, one.meant.kind
            known.setdefault((article, one.meant.name[-1], kind),
                             set(unborne.get((article, kind), ()))).update(one.meant.said)
    groups = grouped(answers, lambda one, other: _of_one_person(case, one, other),
                     lambda one: [(case.event(one.told), one.meant.name[-1], one.meant.kind)])
    return [Question(label=f"{_LABELS[group[0].meant.kind]} of {group[0].meant.name[-1].title()}",
                     reason=Reason.DETAIL, answers=tuple(group), open=True,
                     compare=lambda one, other: _compare(one, other, known))
            for group in groups]


def _of_one_person(case: CaseWords, one: Answered, other: Answered) -> bool:
    return (one.told.id != other.told.id and case.one_event(one.told, other.told)
            and one.meant.kind == other.meant.kind
            and same_person(one.meant.name, other.meant.name))


def _read(told: Told, unborne: dict[tuple[int, str], set[int]]) -> Iterator[Answered]:
    """What the claim says that its persons are; what it says of nobody by name goes into
    `unborne`, by article and kind."""
    named = [_bare(one, told.side.text) for one in people(told)]
    text, tokens = told.side.text, told.side.tokens
    for filler in fillers(told.side.wording):
        if filler.kind in _KINDS:
            start, end = tokens[filler.first].start, tokens[filler.last].end
            bearer = _bearer(text, named, start, end)
            if bearer is not None:
                yield aspects.spoken(told, start, end, Calling(
                    bearer.name, filler.kind, filler.circles, _owners(named, bearer)))
            elif not named:
                unborne.setdefault((told.article, filler.kind), set()).update(filler.circles)
    for one in named:
        match = _HOME.match(text[one.end:one.end + _FURTHEST])
        if match is not None and _BODIES.isdisjoint(fold(match["place"]).split()):
            place = PlaceName(tuple(fold(match["place"]).split()))
            yield aspects.spoken(told, one.end + match.start("place"), one.end + match.end("place"),
                                 Calling(one.name, "home", place, frozenset()))


def _bare(one: Named, text: str) -> Named:
    """A name without the word for what its bearer is: "Schoolboy Emil Stoyan"."""
    if len(one.name) < _FULL or not circles_of(one.name[0], one.name[0]):
        return one
    start = text.find(" ", one.start) + 1
    return Named(one.name[1:], start, one.end)


_FULL = 3


def _bearer(text: str, named: list[Named], start: int, end: int) -> Named | None:
    """Who is called so: the name right behind the word, or the last one before it to which it
    stands in apposition."""
    for one in named:
        if start < one.start:
            between = text[end:one.start]
            if between in {" ", ", "} or (_QUALIFIED.match(between) and one.start - end < _NEAR):
                return one
    before = [one for one in named if one.end <= start]
    if not before or start - before[-1].end > _FURTHEST:
        return None
    return before[-1] if _AFTER.match(text[before[-1].end:start]) else None


_NEAR = 24


def _owners(named: list[Named], bearer: Named) -> frozenset[str]:
    """The names beside the bearer's: whose kin somebody is."""
    return frozenset([word for one in named if one.name != bearer.name for word in one.name])


def _compare(one: Answered, other: Answered,
             known: dict[tuple[int, str, str], set[int]]) -> Finding | None:
    """Another work, kinship, nation or home of one person."""
    ours: Calling = one.meant
    theirs: Calling = other.meant
    if ours.kind != theirs.kind or not same_person(ours.name, theirs.name):
        return None
    if not _exclude(one, other, known):
        return None
    label = _LABELS[ours.kind]
    said = aspects.both(one, other)
    return aspects.clash(one, other, reason=Reason.DETAIL, what=label,
                         reading=f"Another {label.lower()}",
                         because=f"{said} are told of one person.")


def _exclude(one: Answered, other: Answered,
             known: dict[tuple[int, str, str], set[int]]) -> bool:
    ours: Calling = one.meant
    theirs: Calling = other.meant
    if isinstance(ours.said, PlaceName) and isinstance(theirs.said, PlaceName):
        return ours.said.excludes(theirs.said)
    if isinstance(ours.said, PlaceName) or isinstance(theirs.said, PlaceName):
        return False
    key, other_key = ((side.told.article, side.meant.name[-1], ours.kind) for side in (one, other))
    if ours.said & known[other_key] or theirs.said & known[key]:
        return False
    return ours.kind != "relative" or bool(ours.of & theirs.of) or not (ours.of or theirs.of)
