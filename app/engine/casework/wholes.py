"""All here, a part there: what is told of a whole group and of some of it.

A claim that tells something of all of a group, of none or only of some who are named
(`portions.py`) meets those of its event that tell something of a part; `overreach.py` says which
cannot stand beside it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import replace

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.openings import SIGNS_OF_ALL, Extent
from app.engine.casework.overreach import Share, cannot_both_be, noun
from app.engine.casework.pairings import Met, questions
from app.engine.casework.portions import portions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.things import nouns
from app.engine.casework.told import CaseWords, Told

_MOST_MET = 24
_UNIVERSAL = frozenset({Extent.ALL, Extent.NONE, Extent.ONLY})
_SIZED = frozenset({Extent.ALL, Extent.PART})
Held = dict[Hashable, list[Answered]]


def ask(case: CaseWords) -> list[Question]:
    """One question a group of which claims tell more and less."""
    return questions(_met(case), reason=Reason.SCOPE, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    heads = [side.meant.portion.members.head for pair in pairs for side in pair[:2]]
    head = next(filter(None, heads), "")
    return f"How many: {head}" if head else "How many"


def _met(case: CaseWords) -> Iterator[Met]:
    """Claims that tell of all meet those that tell of some, under what they tell."""
    held = _universal(case)
    events = {event for event, _ in held}
    sizes = _sizes(case, events)
    for told in case.told:
        event = case.event(told)
        if event in events:
            for answer in _answers(told):
                head = noun(answer.meant.portion.members.head)
                known = answer.meant._replace(most=sizes.get((event, head), 0.0))
                yield from _against(case, replace(answer, meant=known), held)


def _universal(case: CaseWords) -> dict[tuple[int, Hashable], list[Answered]]:
    """What is told of all, of none or only of some, by event and key."""
    held: dict[tuple[int, Hashable], list[Answered]] = defaultdict(list)
    for told in case.told:
        if not SIGNS_OF_ALL.isdisjoint(told.forms):
            for answer in _answers(told):
                if answer.meant.portion.extent in _UNIVERSAL:
                    for key in _keys(answer):
                        held[case.event(told), key].append(answer)
    return held


def _sizes(case: CaseWords, events: set[int]) -> dict[tuple[int, str], float]:
    """How many members a group has, where a claim of the event says so ("of the 22 districts")."""
    found: dict[tuple[int, str], float] = {}
    for told in case.told:
        if case.event(told) not in events:
            continue
        for portion in portions(told.side.wording):
            members = portion.members
            if members.head and members.whole and portion.extent in _SIZED:
                key = (case.event(told), noun(members.head))
                found[key] = max(found.get(key, 0.0), members.whole)
    return found


def _against(case: CaseWords, answer: Answered,
             held: dict[tuple[int, Hashable], list[Answered]]) -> Iterator[Met]:
    seen: set[int] = set()
    event = case.event(answer.told)
    for key in _keys(answer):
        for whole in held.get((event, key), ())[-_MOST_MET:]:
            if id(whole) in seen or whole.told.id == answer.told.id:
                continue
            seen.add(id(whole))
            if cannot_both_be(case, whole, answer):
                yield whole, answer, _finding(whole, answer)


def _answers(told: Told) -> Iterator[Answered]:
    for portion in portions(told.side.wording):
        yield aspects.spoken(told, portion.start, portion.end, Share(portion, told.near))


def _keys(answer: Answered) -> Iterator[Hashable]:
    """The noun of a group and what becomes of it."""
    portion = answer.meant.portion
    yield from [("fate", fate.name) for fate in portion.fates]
    if portion.members.head:
        yield from nouns(noun(portion.members.head))


_READINGS = {Extent.ALL: "All here, a part there", Extent.NONE: "None here, some there",
             Extent.ONLY: "Only some here, others there"}


def _finding(one: Answered, other: Answered) -> Finding:
    return aspects.clash(one, other, reason=Reason.SCOPE, what="How far it reaches",
                         reading=_READINGS[one.meant.portion.extent],
                         because=f"{aspects.both(one, other)} cannot both be how far it reaches.")
