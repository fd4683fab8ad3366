"""How far an act has come: done, to come, only possible, or not yet done or decided.

Two claims of one act clash where one tells it as done and the other, not earlier, as not yet
done; where one says that it will be and the other that it may be or is undecided; where it is
told as to come after it was called off.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import timedelta

from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.datings import of_one_thing
from app.engine.casework.deeds import once
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.stagings import ANYTHING, State, Stated, in_full, read
from app.engine.casework.told import CaseWords
from app.engine.listing import listed
from app.engine.tokens import WordKind

_MOST_MET = 24
_DAYS = timedelta(days=3)


def ask(case: CaseWords) -> list[Question]:
    """One question an act that claims of an event tell at two stages."""
    return questions(_met(case), reason=Reason.MODALITY, label=lambda _: "How far it has come")


def _met(case: CaseWords) -> Iterator[Met]:
    seen: set[tuple[int, int]] = set()
    for states in _held(case).values():
        for first, second in _CLASHING:
            for one, other in _pairs(states.get(first, ()), states.get(second, ())):
                key = (one.told.id, other.told.id)
                finding = None if key in seen else _compare(case, one, other)
                if finding is not None:
                    seen.add(key)
                    yield one, other, finding


def _held(case: CaseWords) -> dict[Hashable, dict[State, list[Answered]]]:
    """Acts by event and family, then by state; what is undecided meets all that is to come."""
    held: dict[Hashable, dict[State, list[Answered]]] = defaultdict(lambda: defaultdict(list))
    for told in case.told:
        event = case.event(told)
        for answer in read(told):
            stated: Stated = answer.meant
            for deed in stated.act.deeds:
                held[event, deed][stated.state].append(answer)
            if stated.state in {State.COMING, State.NEVER} and stated.act.deeds & once():
                held[event, ANYTHING][stated.state].append(answer)
    return held


_CLASHING = ((State.DONE, State.PENDING), (State.DONE, State.COMING), (State.COMING, State.OPEN),
             (State.NEVER, State.OPEN), (State.COMING, State.OFF), (State.DONE, State.OPEN))


def _pairs(ours: Sequence[Answered], theirs: Sequence[Answered]
           ) -> Iterator[tuple[Answered, Answered]]:
    for one in ours[:_MOST_MET]:
        for other in theirs[:_MOST_MET]:
            yield one, other


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """One act at two stages that cannot both be where it stands."""
    if one.told.id == other.told.id or not case.one_event(one.told, other.told) or (
            _of_the_past(one) and not one.told.of_one_time(other.told)):
        return None
    if _another_vote(one, other) or not _clash(one, other) or not _of_one(case, one, other):
        return None
    if one.meant.state is State.DONE and _vague(one, other):
        return None
    done = one.meant.state is State.DONE
    return aspects.clash(
        one, other, reason=Reason.EVENT_ORDER if done else Reason.MODALITY, what="How far",
        strength=Strength.TENSION if _is_soft(one, other) else Strength.STRICT,
        reading="Done or not yet" if done else "Sure or only possible",
        because=f"“{one.value}” is told as {one.meant.state}, “{other.value}” as "
                f"{other.meant.state}.")


def _of_one(case: CaseWords, one: Answered, other: Answered) -> bool:
    """One act of one thing; what is undecided without an act is of a thing with the same name."""
    if ANYTHING not in other.meant.act.deeds:
        return of_one_thing(case, in_full(one), in_full(other), near=False)
    ours, theirs = (frozenset(token.norm for token in side.told.side.tokens
                              if token.kind is WordKind.NAME) for side in (one, other))
    return case.any_rare(ours & theirs)


def _of_the_past(one: Answered) -> bool:
    """It is told of a year gone by, and no plan or decision of now."""
    return one.meant.state is State.DONE and bool(one.told.years)


def _another_vote(one: Answered, other: Answered) -> bool:
    """A second vote may be due after a first: what step is meant is asked elsewhere."""
    return "vote" in one.meant.act.deeds & other.meant.act.deeds and (
        one.told.forms & _FURTHER != other.told.forms & _FURTHER)


_FURTHER = listed("second another final further third next")


def _is_soft(one: Answered, other: Answered) -> bool:
    """What is weighed may have been decided; what is done here may later be held for doubtful."""
    if other.meant.state is not State.OPEN:
        return False
    if one.meant.state is State.DONE:
        return one.told.published_on != other.told.published_on and not (
            {"still", "whether"} <= other.told.forms)
    if one.meant.state is not State.COMING or "whether" in other.told.forms:
        return False
    return not other.told.forms.isdisjoint(_WEIGHED) and ANYTHING not in other.meant.act.deeds


_WEIGHED = listed("consider considering considers considered weighing weighs mulling mulls")


def _vague(one: Answered, other: Answered) -> bool:
    """Done here and only possible there, of a verb of many uses."""
    unique = one.meant.act.deeds & other.meant.act.deeds & once()
    return other.meant.state is State.OPEN and not unique


def _clash(one: Answered, other: Answered) -> bool:
    """The stages do not follow each other in the order of time."""
    ours, theirs = one.told.published_on, other.told.published_on
    if ours is None or theirs is None:
        return one.told.article == other.told.article and other.meant.state is not State.COMING
    state = other.meant.state
    if one.meant.state is State.COMING:
        return abs(ours - theirs) <= _DAYS if state is State.OPEN else ours >= theirs
    if state is not State.COMING:
        return theirs >= ours
    unique = bool(one.meant.act.deeds & other.meant.act.deeds & once())
    planned = other.meant.day
    return unique and (theirs >= ours or (planned is not None and planned > ours))
