"""Whether two figures are of one thing, and so surely that they clash where they differ."""

from math import inf

from app.engine.casework.amounts import Asked
from app.engine.casework.likely import LEAST, odds
from app.engine.casework.looks import Look, names_in
from app.engine.casework.occasions import in_other_places
from app.engine.casework.persons import people
from app.engine.casework.questions import Answered
from app.engine.casework.roles import PURPOSES
from app.engine.casework.signals import are_of_others, signals
from app.engine.casework.slips import slip
from app.engine.casework.things import MEASURES, PERSONS, Figures, nouns
from app.engine.casework.told import CaseWords


def same_thing(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    """Both figures may be of one thing: one role, or one noun or measure in like surroundings."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    if not may_meet(case, one, other, known):
        return False
    if ours.role and ours.role == theirs.role:
        return ours.new == theirs.new
    if ours.measure == "count" and ours.role == theirs.role and ours.thing and theirs.thing and (
            ours.new == theirs.new and not set(nouns(ours.thing)).isdisjoint(nouns(theirs.thing))):
        return True
    if not shares_words(case, one, other, known):
        return False
    return (ours.measure != "count" and _in_like_words(case, one, other, known)) or (
        is_firm(case, one, other, known))


def may_meet(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    """Figures of one measure and event, at one time, not per day here and per year there."""
    ours, theirs = one.meant, other.meant
    if (one.told.id == other.told.id or ours.measure != theirs.measure
            or (ours.per and theirs.per and ours.per != theirs.per)
            or not case.one_event(one.told, other.told)):
        return False
    first, second = known.look(case, one).years, known.look(case, other).years
    return first == second or not first.isdisjoint(second)


def shares_words(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    """A rare word or one next to the figures is the same, or the digits are, or both open
    their articles."""
    ours, theirs = known.look(case, one), known.look(case, other)
    return (not ours.stems.isdisjoint(theirs.stems) or not ours.near.isdisjoint(theirs.near)
            or (ours.opens and theirs.opens) or one.meant.measure in MEASURES
            or (one.meant.amount.low != other.meant.amount.low and in_order(
                one.meant.amount.low) == in_order(other.meant.amount.low)))


def in_order(figure: float) -> str:
    """The digits of a figure that say something, sorted: a slip of the pen leaves them."""
    return "".join(sorted(f"{figure:.12g}".partition("e")[0].replace(".", "").strip("0")))


_MANY_DIGITS = 4


def are_people_exchanged(ours: Asked, theirs: Asked) -> bool:
    """"1,350 students", "1,530 children": people go by many nouns, and four digits in another
    order are hardly chance."""
    return {ours.thing, theirs.thing} <= PERSONS and ours.amount.low != theirs.amount.low and (
        len(f"{ours.amount.low:g}".rstrip("0")) >= _MANY_DIGITS - 1) and (
        ours.amount.low >= 10 ** (_MANY_DIGITS - 1)) and (
        in_order(ours.amount.low) == in_order(theirs.amount.low))


def _in_like_words(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    ours, theirs = known.look(case, one), known.look(case, other)
    common = len(ours.stems & theirs.stems)
    if is_slip(one, other, known):
        return len(case.shared(one.told, other.told)) > 0
    if one.meant.measure in MEASURES and known.are_alone(one, other):
        return common > 0
    if bool(one.meant.role) != bool(other.meant.role):
        return common > 1
    return not ours.near.isdisjoint(theirs.near) or common > (one.meant.measure != "percent")


def is_slip(one: Answered, other: Answered, known: Figures) -> bool:
    """A slip of the pen would turn one figure into the other, and neither article tells both."""
    ours, theirs = one.meant.amount, other.meant.amount
    return bool(slip(ours.low, theirs.low)) and known.are_apart(one, other)


def is_firm(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    """The figures are so surely of one thing that they clash where they differ."""
    return sureness(case, one, other, known) >= LEAST


def sureness(case: CaseWords, one: Answered, other: Answered, known: Figures) -> float:
    """How surely two figures are of one thing: the logarithm of the odds that their signals
    give, without end below 0 where something that cannot be outweighed parts them."""
    if are_parted(case, one, other, known):
        return -inf
    if are_people_exchanged(one.meant, other.meant):
        return _EXCHANGED
    return odds(signals(case, one, other, known))


_EXCHANGED = 4.0


_UNLIKE = ({"day", "running"}, {"day", "span"}, {"running", "span"})


def are_parted(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    """One is told of another place or occasion, another act (offered, demanded), another stretch
    of time, of a part or of what was before."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    first, second = known.look(case, one), known.look(case, other)
    return ((bool({ours.role, theirs.role} & PURPOSES) and ours.role != theirs.role)
            or ours.part != theirs.part or ours.former != theirs.former
            or first.moment != second.moment or first.corrects != second.corrects
            or _are_of_others(one, other)
            or first.other != second.other or first.limit != second.limit
            or bool(ours.acts and theirs.acts and not ours.acts & theirs.acts)
            or {ours.tally, theirs.tally} in _UNLIKE
            or _elsewhere(first, other) or _elsewhere(second, one)
            or (are_of_others(ours, theirs) and in_other_places(one, other)))


def _are_of_others(one: Answered, other: Answered) -> bool:
    """Wins and margins of other people."""
    if one.meant.measure.startswith("number"):
        first, second = (names_in(side.told.side.wording) for side in (one, other))
        if first and second and first.isdisjoint(second):
            return True
    elif one.meant.measure not in {"margin", "clock"}:
        return False
    ours, theirs = (frozenset([person.name[-1] for person in people(side.told)])
                    for side in (one, other))
    return bool(ours and theirs) and (
        ours.isdisjoint(other.told.forms) and theirs.isdisjoint(one.told.forms))


def _elsewhere(ours: Look, other: Answered) -> bool:
    """The claim opens with a part of the place that the other does not name."""
    return not ours.opening <= other.told.words
