"""How did they vote, and when: tallies of one vote of one body."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.facts import FactKind, Ordinal, Vote
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.happenings import bare_place, same_place
from app.engine.casework.questions import Answered, Question, finding, grouped
from app.engine.casework.tallies import Tally, tallies
from app.engine.casework.told import CaseWords, Told, place_of

_NEAR = timedelta(days=4)
"""Days by which two outlets may differ on the day of one vote; the next sitting is later."""


_FEW_TOWNS = 3
"""Places that the votes of an event may name for a vote without one to be of any of them."""


class _Sitting(NamedTuple):
    """Which vote a claim tells of: where, between which days, the how-manieth, of which body."""

    places: frozenset[str]
    first: date | None
    last: date | None
    rank: int | None
    is_told_day: bool
    is_told_place: bool
    bodies: frozenset[str]


class _Meant(NamedTuple):
    """The tally, the sitting, and whether it is told only that some were against."""

    vote: Vote
    sitting: _Sitting
    split: bool


def ask(case: CaseWords) -> list[Question]:
    """One question a vote: its tally, and its day where the claims give one."""
    answers = [_answer(told, tally) for told in case.told for tally in tallies(told)]
    questions = []
    towns: dict[tuple[str, int], set[str]] = defaultdict(set)
    for answer in answers:
        if answer.meant.sitting.is_told_place and not answer.told.years:
            towns["event", case.event(answer.told)] |= answer.meant.sitting.places - {_NOWHERE}
            towns["article", answer.told.article] |= answer.meant.sitting.places - {_NOWHERE}

    def belong(one: Answered, other: Answered) -> bool:
        several = towns["event", case.event(one.told)]
        alone = len(several) <= 1 or (len(several) <= _FEW_TOWNS and all(
            not held or not met.meant.sitting.is_told_place
            or not held.isdisjoint(met.meant.sitting.places)
            for held, met in ((towns["article", one.told.article], other),
                              (towns["article", other.told.article], one))))
        return _one_vote(case, one, other, alone=alone)

    for group in grouped(answers, belong, lambda one: _keys(case, one)):
        questions.append(Question(
            label=_label(group), reason=Reason.VOTE_COUNT, answers=tuple(group), inside=True,
            compare=lambda one, other: _compare(one, other) if belong(one, other) else None))
        questions += _day_of(group)
    return questions


def _answer(told: Told, tally: Tally) -> Answered:
    base, text = told.side.claim.span.start, told.side.text
    shown = _shown(tally.vote) if str(tally.vote) else text[tally.start:tally.end]
    place = Place(base + tally.start, base + tally.end)
    return Answered(told=told, value=shown, places=(place,),
                    meant=_Meant(tally.vote, _sitting(told, place), tally.split))


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    """The event, and each place in it: an event may hold the votes of many towns."""
    event = case.event(one.told)
    yield event
    for place in one.meant.sitting.places:
        yield event, place


def _shown(vote: Vote) -> str:
    shown = str(vote)
    return shown[:1].upper() + shown[1:]


def _label(group: list[Answered]) -> str:
    text = " ".join(one.told.side.text.casefold() for one in group)
    body = next((word for word in ("council", "senate", "parliament", "board", "committee")
                 if word in text), "")
    return f"{body.capitalize()} vote" if body else "Vote"


def _sitting(told: Told, vote: Place) -> _Sitting:
    places = frozenset(
        bare_place(str(fact.value)) for fact in told.facts(FactKind.PLACE)
    ) | frozenset(
        bare_place(str(fact.value)) for fact in told.facts(FactKind.ORGANISATION)
        if bare_place(str(fact.value)) != str(fact.value).casefold()
    )
    days = sorted((_apart(place_of(fact), vote), first, last) for first, last, fact in told.days()
                  if told.published_on is None or first <= told.published_on)
    ranks = [fact.value.rank for fact in told.facts(FactKind.ORDINAL)
             if isinstance(fact.value, Ordinal) and fact.value.of in {"vote", "reading"}]
    first, last = days[0][1:] if days else (told.published_on, told.published_on)
    return _Sitting(places or frozenset({told.main_place}), first, last,
                    ranks[0] if ranks else None, bool(days), bool(places), _bodies(told))


def _apart(one: Place, other: Place) -> int:
    """Signs between two places of a claim: the nearest day that is past is the day of a vote."""
    return max(one.start - other.end, other.start - one.end)


_BODIES = {
    "council": "council councillor councilor", "board": "board trustee commissioner supervisor",
    "jury": "jury juror", "committee": "committee", "court": "justice judge court",
    "parliament": "parliament lawmaker assembly senate senator congress mp",
    "union": "union teacher worker nurse driver", "experts": "analyst economist expert pollster",
    "owners": "shareholder investor"}
_BODY = {word: body for body, words in _BODIES.items() for word in words.split()}


def _bodies(told: Told) -> frozenset[str]:
    """The bodies that a claim names; a jury votes in a court."""
    found = frozenset([_BODY[word] for word in told.words & _BODY.keys()])
    return found - {"court"} if "jury" in found else found


_NOWHERE = ""


def _one_vote(case: CaseWords, one: Answered, other: Answered, *, alone: bool) -> bool:
    """`alone`: the votes of the event, or of both articles, name no two places."""
    if not case.one_event(one.told, other.told):
        return False
    ours: _Sitting = one.meant.sitting
    theirs: _Sitting = other.meant.sitting
    if (ours.rank and theirs.rank and ours.rank != theirs.rank) or not one.told.of_one_time(
            other.told) or (ours.bodies and theirs.bodies
                            and ours.bodies.isdisjoint(theirs.bodies)):
        return False
    nowhere = not (ours.is_told_place and theirs.is_told_place)
    return (_one_place(ours.places, theirs.places) or (alone and nowhere)) and (
        _one_time(ours, theirs))


def _one_place(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(same_place(a, b) for a in ours for b in theirs)


def _one_time(ours: _Sitting, theirs: _Sitting) -> bool:
    if ours.first is None or theirs.first is None or ours.last is None or theirs.last is None:
        return not (ours.is_told_day or theirs.is_told_day) or ours.first == theirs.first or (
            ours.first is None or theirs.first is None)
    return ours.first <= theirs.last + _NEAR and theirs.first <= ours.last + _NEAR


def _compare(one: Answered, other: Answered) -> Finding | None:
    """Tallies of one vote fit each other, or they do not."""
    fits = _fits(one.meant.vote, other.meant.vote) if not (
        one.meant.split or other.meant.split) else _fits_split(one.meant, other.meant)
    if fits is None:
        return None
    return finding(
        one, other, reason=Reason.VOTE_COUNT, what="Vote count",
        relation=Relation.AGREE if fits else Relation.CONFLICT, strength=Strength.STRICT,
        because=_because(one, other, fits=fits),
        reading="Same outcome" if fits else "Another outcome",
    )


def _fits(ours: Vote, theirs: Vote) -> bool | None:
    """Whether two tallies can be one vote; None where they say nothing about each other.

    Unanimous means no vote against and says nothing about absent members.
    """
    if ours.unanimous or theirs.unanimous:
        against = theirs.against if ours.unanimous else ours.against
        if ours.unanimous and theirs.unanimous:
            return True
        return None if against is None else against == 0
    both = [(a, b) for a, b in ((ours.for_, theirs.for_), (ours.against, theirs.against))
            if a is not None and b is not None]
    return all(a == b for a, b in both) if both else None


def _fits_split(ours: _Meant, theirs: _Meant) -> bool | None:
    """Some were against here: that does not fit a vote that nobody opposed there."""
    told = theirs if ours.split else ours
    if told.split:
        return None
    if told.vote.unanimous or told.vote.against == 0:
        return False
    return True if told.vote.against and told.vote.for_ else None


def _because(one: Answered, other: Answered, *, fits: bool) -> str:
    ours, theirs = (_words(answer) for answer in (one, other))
    word, figure = (ours, theirs) if one.meant.vote.unanimous else (theirs, ours)
    if one.meant.vote.unanimous != other.meant.vote.unanimous:
        if fits:
            return f"“{figure}” counts no vote against, so it fits “{word}”."
        return f"“{figure}” counts votes against, so it does not fit “{word}”."
    if fits:
        return f"“{ours}” and “{theirs}” tell the same outcome."
    return f"“{ours}” and “{theirs}” cannot both be the tally of one vote."


def _words(answer: Answered) -> str:
    place, start = answer.places[0], answer.told.side.claim.span.start
    return answer.told.side.text[place.start - start:place.end - start]


def _day_of(group: list[Answered]) -> list[Question]:
    """On which day the vote was, from the claims that tell the tally and a day."""
    answers = tuple(
        Answered(told=one.told, value=str(fact.value), places=(place_of(fact),),
                 meant=(first, last))
        for one in group for first, last, fact in one.told.days()[:1]
    )
    told = {answer.meant for answer in answers}
    if len(answers) < 2 or len(told) < 2:  # noqa: PLR2004  a day that all share is no question
        return []
    return [Question(label=f"Day of the {_label(group).casefold()}", reason=Reason.DATE,
                     answers=answers, compare=compare_days)]


def compare_days(one: Answered, other: Answered) -> Finding | None:
    """Days of one event are the same, or they are not."""
    (first, last), (start, end) = one.meant, other.meant
    fits = first <= end and start <= last
    ours, theirs = _words(one), _words(other)
    return finding(
        one, other, reason=Reason.DATE, what="Date",
        relation=Relation.AGREE if fits else Relation.CONFLICT, strength=Strength.STRICT,
        because=(f"“{ours}” and “{theirs}” are the same time." if fits else
                 f"“{ours}” is {one.value}, “{theirs}” is {other.value}."),
        reading="Same date" if fits else "Another date",
    )
