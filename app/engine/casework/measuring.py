"""Two amounts of one thing: whether they fit, and what it looks like where they do not."""

from collections.abc import Callable
from datetime import date
from math import floor, log10
from typing import NamedTuple

from app.domain.facts import Approximation
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework import stopwatch
from app.engine.casework.questions import ANOTHER_MEASURE, Answered, finding
from app.engine.casework.slips import slip
from app.engine.casework.states import is_growing, is_state

_LOOSE = 0.05
"""How far "about" and "nearly" reach from a figure, as a share of it."""


class Amount(NamedTuple):
    """A figure in its base unit with its hedge, who said it and when it was published."""

    low: float
    high: float
    hedge: Approximation
    measure: str
    place: Place
    speaker: str
    published_on: date | None
    points: bool = False
    currency: str = ""
    exact: bool = True
    whole: float = 0.0
    grain: float = 0.0

    def reach(self) -> tuple[float, float]:
        """The range of exact figures that the words allow."""
        low, high = self.low, self.high
        if self.hedge in {Approximation.AT_LEAST, Approximation.OVER}:
            return low, float("inf")
        if self.hedge in {Approximation.AT_MOST, Approximation.UNDER}:
            return 0.0, high
        slack = _slack(low) if self.hedge is Approximation.EXACT else low * _LOOSE
        return low - slack, high + slack


def _slack(figure: float) -> float:
    """Half a unit of the last digit of a figure that was converted or rounded; 0 for 1,234."""
    if figure == 0 or not figure % 1:
        return 0.0
    return float(0.5 * 10.0 ** (floor(log10(abs(figure))) - 2))


Firm = Callable[[Answered, Answered], bool]
"""Whether two figures are so surely of one thing that they clash where they differ."""


def compare_amounts(one: Answered, other: Answered, firm: Firm) -> Finding | None:
    """Two figures for one thing fit each other, or they do not. Where it is not firm that they
    are of one thing, only their agreement says something."""
    ours: Amount = one.meant.amount
    theirs: Amount = other.meant.amount
    apart = _of_other_kinds(one, other)
    if apart:
        return _beside(one, other, *apart) if (
            apart[0] == "Another currency" or firm(one, other)) else None
    if ours.points != theirs.points:
        return _points(one, other, ours, theirs) if firm(one, other) else None
    if ours.measure == "percent" and one.meant.way * other.meant.way < 0:
        return _opposite(one, other) if firm(one, other) else None
    if 1.0 in {ours.whole, theirs.whole} or _one_is_the_whole(ours, theirs):
        return _shares(one, other, ours, theirs)
    if _day_and_total(one, other):
        return _totals(one, other) if _fit(ours, theirs) else None
    return _compare_values(one, other, firm)


def _compare_values(one: Answered, other: Answered, firm: Firm) -> Finding | None:
    ours, theirs = one.meant.amount, other.meant.amount
    if _fit(ours, theirs):
        if _is_far_beyond(ours, theirs) and not (one.meant.role and firm(one, other)):
            return None
        return _agrees(one, other, ours, theirs)
    if _make_a_whole(ours, theirs) or not firm(one, other):
        return None
    return _told_later(one, other, ours, theirs) or _differs(one, other, ours, theirs)


def _is_far_beyond(ours: Amount, theirs: Amount) -> bool:
    """"More than 250,000" is no news of 4 million: a bound says something of what is near it."""
    low, high = sorted((ours.low, theirs.low))
    return float("inf") in {ours.reach()[1], theirs.reach()[1]} and high > _FAR * low


_FAR = 2.0
_WHOLE, _ROUNDED = 100.0, 1.0


def _make_a_whole(ours: Amount, theirs: Amount) -> bool:
    """"70 percent exceeded the limit", "30 percent did not": two parts of one hundred."""
    return ours.measure == "percent" and not ours.points and ours.low != theirs.low and (
        abs(ours.low + theirs.low - _WHOLE) <= _ROUNDED)


def _one_is_the_whole(ours: Amount, theirs: Amount) -> bool:
    """"8,700 of 14,000 members" against "14,000 members"."""
    return bool((ours.whole and theirs.low == ours.whole)
                or (theirs.whole and ours.low == theirs.whole))


def _day_and_total(one: Answered, other: Answered) -> bool:
    return ({one.meant.tally, other.meant.tally} == {"day", "running"}
            and one.meant.role not in _RISING)


def _of_other_kinds(one: Answered, other: Answered) -> tuple[str, str] | None:
    """What makes two figures impossible to hold against each other: reading and reason."""
    ours, theirs = one.meant, other.meant
    said = f"“{one.value}” and “{other.value}”"
    if ours.amount.currency != theirs.amount.currency:
        return "Another currency", f"{said} are in two currencies; no rate is given."
    if ours.base and theirs.base and ours.base != theirs.base:
        return "Another base", f"{said} are shares of {ours.base} and of {theirs.base}."
    if ours.measure in {"percent", "money"} and _other_time(one, other):
        return "Another period", f"{said} are of different periods."
    return None


def _other_time(one: Answered, other: Answered) -> bool:
    ours, theirs = (side.meant.period or side.meant.per for side in (one, other))
    return bool(ours and theirs) and ours != theirs


def _beside(one: Answered, other: Answered, reading: str, because: str) -> Finding:
    return _found(one, other, Relation.RELATED, Strength.TENSION, reading, because)


def _shares(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding | None:
    """"A third of the staff" against "410 of 1,230 jobs"."""
    if not ours.whole or not theirs.whole or not ours.low or not theirs.low:
        return None
    apart = (ours.low / ours.whole) / (theirs.low / theirs.whole)
    if abs(apart - 1) > _LOOSE:
        return None
    return _found(one, other, Relation.AGREE, Strength.STRICT, "Same share",
                  f"“{one.value}” and “{other.value}” are the same share.")


def _opposite(one: Answered, other: Answered) -> Finding:
    return _found(one, other, Relation.CONFLICT, Strength.STRICT, "Up or down",
                  f"“{one.value}” and “{other.value}” go in opposite directions.")


def _totals(one: Answered, other: Answered) -> Finding:
    return finding(one, other, reason=Reason.SCOPE, relation=Relation.CONFLICT,
                   strength=Strength.STRICT, what="Reach of the count",
                   reading="A day’s figure or a running total",
                   because=f"“{one.value}” and “{other.value}” are one figure: for some days "
                           "here, since a date there.")


def _points(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding | None:
    if (ours.low, ours.high) != (theirs.low, theirs.high):
        return None
    return _found(one, other, Relation.CONFLICT, Strength.STRICT, ANOTHER_MEASURE,
                  f"“{one.value}” and “{other.value}” differ: a percentage point is no percent.")


def _fit(ours: Amount, theirs: Amount) -> bool:
    if ours.measure == "duration" and stopwatch.differ(ours.low, theirs.low):
        return False
    (low, high), (least, most) = ours.reach(), theirs.reach()
    if low <= most and least <= high:
        return True
    if ours.grain != theirs.grain and abs(ours.low - theirs.low) <= max(ours.grain, theirs.grain):
        return True
    measured = ours.measure not in {"", "money", "percent"}
    rounded = max(ours.low, theirs.low) * 0.02
    return measured and abs(ours.low - theirs.low) <= rounded


def _agrees(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding:
    if (ours.low, ours.high) == (theirs.low, theirs.high):
        because, reading = f"“{one.value}” and “{other.value}” are the same figure.", "Same figure"
    elif ours.low != ours.high or theirs.low != theirs.high:
        because, reading = f"“{one.value}” and “{other.value}” overlap.", "Within the range"
    else:
        because, reading = f"“{one.value}” fits “{other.value}”.", "Fits"
    if _later_toll(ours, theirs):
        return _found(one, other, Relation.RELATED, Strength.TENSION, "Later figure",
                      f"“{one.value}” and “{other.value}” were told on different days; "
                      "a rising figure is no contradiction.")
    return _found(one, other, Relation.AGREE, Strength.STRICT, reading, because)


_TOLD_ONCE = frozenset({"deaths", "injured", "crowd", "spectators", "parade"})
"""Counts of which an article tells one: two are a slip, or two sides who counted."""


def _inside(one: Answered, other: Answered) -> bool:
    """Inside one article two figures clash only in one role, or between headline and body."""
    return one.meant.role in _TOLD_ONCE or (
        one.told.side.claim.in_title != other.told.side.claim.in_title)


def _told_later(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding | None:
    """What the days of two articles say of figures that change with time, None for nothing."""
    said = f"“{one.value}” and “{other.value}”"
    role = one.meant.role
    if ours.published_on == theirs.published_on:
        return _growing(one, other)
    if role in _RISING and _rises(ours, theirs):
        return _found(one, other, Relation.RELATED, Strength.TENSION, "Later figure",
                      f"{said} were told on different days; the later figure is the higher one.")
    if role in _RISING - _FALLING:
        return _found(one, other, Relation.CONFLICT, Strength.STRICT, "Later but lower",
                      f"{said} cannot both be right: the later count is the lower one.")
    if role == "missing" or (not slip(ours.low, theirs.low) and _updated(
            one, other, ours, theirs)):
        return _found(one, other, Relation.RELATED, Strength.TENSION, "Later figure",
                      f"{said} were told on different days; the later article gives a new figure.")
    return None


def _differs(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding | None:
    said = f"“{one.value}” and “{other.value}”"
    if one.told.article == other.told.article and not _inside(one, other):
        return None
    kind = slip(ours.low, theirs.low)
    if kind:
        return _found(one, other, Relation.CONFLICT, Strength.STRICT, kind,
                      f"{said} differ: {kind[:1].lower()}{kind[1:]}, probably a slip.")
    if one.meant.role == "crowd" and _two_voices(one, other, ours, theirs):
        return _found(one, other, Relation.CONFLICT, Strength.STRICT, "Rival counts",
                      f"{said} come from two sides who counted the same crowd.")
    return _found(one, other, Relation.CONFLICT, Strength.STRICT, "Another figure",
                  f"{said} cannot both be right.")


def _growing(one: Answered, other: Answered) -> Finding | None:
    """"The toll rose to four": of two figures of unknown days the lower may be the older."""
    if one.told.published_on is not None:
        return None
    grew = [side for side in (one, other) if is_growing(side)]
    if len(grew) != 1 or slip(one.meant.amount.low, other.meant.amount.low):
        return None
    return _found(one, other, Relation.RELATED, Strength.TENSION, "Growing figure",
                  f"“{one.value}” and “{other.value}”: one of them is said to be growing.")


_NOW = frozenset({"now", "still", "stands", "climbed", "raised", "increased", "meanwhile"})


def _updated(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> bool:
    """The later article says that its figure is a new one."""
    if ours.published_on is None or theirs.published_on is None or (
            ours.published_on == theirs.published_on):
        return False
    late, early = (one, other) if ours.published_on > theirs.published_on else (other, one)
    if not _NOW.isdisjoint(late.told.forms):
        return True
    return (one.meant.measure in {"count", "percent"}
            and is_state(early.told) and is_state(late.told))


_RISING = frozenset({"deaths", "injured", "missing", "moved", "hospital"})
_FALLING = frozenset({"moved", "missing"})
"""Counts that rise as more becomes known, and those of them that may fall again."""


def _later_toll(ours: Amount, theirs: Amount) -> bool:
    return (float("inf") in {ours.reach()[1], theirs.reach()[1]}
            and ours.low != theirs.low and _rises(ours, theirs))


def _rises(ours: Amount, theirs: Amount) -> bool:
    if ours.published_on is None or theirs.published_on is None:
        return False
    early, late = sorted((ours, theirs), key=lambda amount: amount.published_on or date.min)
    return early.published_on != late.published_on and early.low < late.low


def _two_voices(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> bool:
    return (ours.speaker != theirs.speaker or one.meant.voice != other.meant.voice
            or one.told.article == other.told.article)


def _found(
    one: Answered, other: Answered, relation: Relation, strength: Strength, reading: str,
    because: str,
) -> Finding:
    return finding(one, other, reason=Reason.NUMBER, relation=relation, strength=strength,
                   because=because, what="Number", reading=reading)
