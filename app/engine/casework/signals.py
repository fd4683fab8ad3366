"""What speaks for and against it that two figures answer one question.

Each signal is a number from 0 to 1. What they weigh together stands in `likely`.
"""

from collections.abc import Iterator

from app.domain.claims import Modality
from app.engine import lexicon
from app.engine.casework.amounts import Asked
from app.engine.casework.looks import Look
from app.engine.casework.questions import Answered
from app.engine.casework.senses import sense
from app.engine.casework.slips import slip
from app.engine.casework.states import is_state
from app.engine.casework.things import ANYBODY, MEASURES, PERSONS, Figures, nouns
from app.engine.casework.told import CaseWords

Signals = dict[str, float]


def signals(case: CaseWords, one: Answered, other: Answered, known: Figures) -> Signals:
    """The signals of two figures that are above nothing, by name."""
    ours, theirs = known.look(case, one), known.look(case, other)
    found: Signals = dict.fromkeys(_said(one, other, ours, theirs), 1.0)
    if known.are_told_once(one, other):
        found["told once"] = 1.0
        if not found.keys().isdisjoint({"one noun", "synonyms"}) and (
                one.meant.thing not in PERSONS and "far apart" not in found):
            found["a thing told once"] = 1.0
    if one.meant.amount.low != other.meant.amount.low and not known.are_apart(one, other):
        found["told there too"] = 1.0
    near, rare = ours.near & theirs.near, ours.stems & theirs.stems
    found["near words"] = min(len(near), _MOST_NEAR) / _MOST_NEAR
    found["rare words"] = min(len(rare), _MOST_RARE) / _MOST_RARE
    found["like claims"], found["claims of like length"] = case.likeness(one.told, other.told)
    if near:
        found["a near word"] = 1.0
    if rare:
        found["a rare word"] = 1.0
    return found


_MOST_NEAR, _MOST_RARE = 3, 4


def _said(one: Answered, other: Answered, ours: Look, theirs: Look) -> Iterator[str]:
    yield from _kinds(one.meant, other.meant)
    yield from _values(one.meant, other.meant)
    yield from _ways(one.meant, other.meant)
    yield from _places(ours, theirs)
    yield from _times(one, other)


def _kinds(ours: Asked, theirs: Asked) -> Iterator[str]:
    """What is counted, for what, by which act."""
    if ours.role or theirs.role:
        yield ("one role" if ours.role == theirs.role else
               "two roles" if ours.role and theirs.role else "a role on one side")
    if ours.measure == "count":
        yield _nouns(ours.thing, theirs.thing)
        if ours.thing == theirs.thing and ours.thing in ANYBODY:
            yield "anybody"
    else:
        yield "physical" if ours.measure in MEASURES else ours.measure.partition(" of ")[0]
    if are_of_others(ours, theirs):
        yield "other names beside"
    if ours.verbs and theirs.verbs:
        like = any(sense(a, b) >= _LIKE for a in ours.verbs for b in theirs.verbs)
        yield "like acts" if like else "unlike acts"


_LIKE = 0.4
"""How near in sense two verbs must be: "bury" is a kind of "cover"."""


def _nouns(ours: str, theirs: str) -> str:
    if not ours or not theirs:
        return "no noun"
    if ours == theirs:
        return "one noun"
    if not set(nouns(ours)).isdisjoint(nouns(theirs)):
        return "synonyms"
    if ours in PERSONS and theirs in PERSONS:
        return "people"
    return "kinds" if lexicon.near(ours, theirs) else "two nouns"


def are_of_others(ours: Asked, theirs: Asked) -> bool:
    """Two clauses that name other people or places."""
    return bool(ours.names and theirs.names) and ours.names.isdisjoint(theirs.names)


def _values(ours: Asked, theirs: Asked) -> Iterator[str]:
    """How the figures differ: a slip of the pen, by little, by far."""
    unit = _unit(ours, theirs)
    low, high = sorted((ours.amount.low / unit, theirs.amount.low / unit))
    if low == high:
        return
    may_slip = low >= _TEN if ours.measure == "count" else (
        ours.amount.grain == theirs.amount.grain)
    kind = slip(low, high) if may_slip else ""
    if kind:
        long = max(_digits(low), _digits(high)) > 1
        yield ("round magnitude" if not long else
               "digits exchanged" if kind.startswith("The same") else "magnitude")
        if ours.measure != "count" or ours.thing == theirs.thing or _are_many(ours, theirs):
            yield "slip of one thing" if long else "round slip of one thing"
    elif low >= 1 and f"{high:g}"[1:] == f"{low:g}":
        yield "a digit more"
    elif high > low * _FAR and ours.role != theirs.role:
        yield "far apart"
    elif high > low * _FAR:
        yield "far apart in role" if ours.role else "far apart"




def _unit(ours: Asked, theirs: Asked) -> float:
    """The unit of time in days in which both are told, 1 for all else."""
    grain = ours.amount.grain
    return 2 * grain if grain and grain == theirs.amount.grain else 1.0


_FAR, _HUNDRED, _TEN = 5.0, 100.0, 10.0


def _are_many(ours: Asked, theirs: Asked) -> bool:
    """Two crowds of people, told by other nouns."""
    return {ours.thing, theirs.thing} <= PERSONS and min(
        ours.amount.low, theirs.amount.low) >= _HUNDRED


def _digits(figure: float) -> int:
    """How many digits of a figure say something: 1 for 400."""
    return len(f"{figure:g}".partition("e")[0].replace(".", "").strip("0"))


def _ways(ours: Asked, theirs: Asked) -> Iterator[str]:
    """Per what, up or down, by how much more."""
    if ours.per or theirs.per:
        yield "one rate" if ours.per == theirs.per else "a rate on one side"
    if ours.way or theirs.way:
        yield ("one way" if ours.way == theirs.way else
               "two ways" if ours.way and theirs.way else "a way on one side")
    if ours.change != theirs.change:
        yield "a change on one side"
    if ours.acts != theirs.acts:
        yield "an act on one side"
    if ours.new != theirs.new:
        yield "more on one side"


def _places(ours: Look, theirs: Look) -> Iterator[str]:
    """Where in the articles they stand, beside which names."""
    if ours.opens or theirs.opens:
        yield "both open" if ours.opens == theirs.opens else "one opens"
    if ours.names and theirs.names and ours.names.isdisjoint(theirs.names):
        yield "other names"
    if ours.rounds != theirs.rounds:
        yield "other rounds" if ours.rounds and theirs.rounds else "a round on one side"
    if ours.places and theirs.places and not any(
            a & b for a in ours.places for b in theirs.places):
        yield "other places"


def _times(one: Answered, other: Answered) -> Iterator[str]:
    """What days and plans may have changed."""
    ours, theirs = one.told, other.told
    if ours.side.claim.in_title or theirs.side.claim.in_title:
        yield "in a title"
    if ours.published_on != theirs.published_on and (is_state(ours) or is_state(theirs)):
        yield "a state on other days"
    if (ours.side.claim.modality in _AHEAD) != (theirs.side.claim.modality in _AHEAD):
        yield "ahead on one side"


_AHEAD = frozenset({Modality.WILL, Modality.LIKELY, Modality.COULD, Modality.SHOULD})
