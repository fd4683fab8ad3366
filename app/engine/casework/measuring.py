"""Two amounts of one thing: whether they fit, and what it looks like where they do not."""

from datetime import date
from math import floor, log10
from typing import NamedTuple

from app.domain.facts import Approximation
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.questions import ANOTHER_MEASURE, Answered, finding

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


def compare_amounts(one: Answered, other: Answered) -> Finding | None:
    """Two figures for one thing fit each other, or they do not."""
    ours: Amount = one.meant.amount
    theirs: Amount = other.meant.amount
    if ours.points != theirs.points:
        return _points(one, other, ours, theirs)
    if _fit(ours, theirs):
        return _agrees(one, other, ours, theirs)
    return _differs(one, other, ours, theirs)


def _points(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding | None:
    if (ours.low, ours.high) != (theirs.low, theirs.high):
        return None
    return _found(one, other, Relation.CONFLICT, Strength.STRICT, ANOTHER_MEASURE,
                  f"“{one.value}” and “{other.value}” differ: a percentage point is no percent.")


def _fit(ours: Amount, theirs: Amount) -> bool:
    (low, high), (least, most) = ours.reach(), theirs.reach()
    if low <= most and least <= high:
        return True
    measured = bool(ours.measure) and not ours.measure.startswith(("money", "percent"))
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


def _inside(one: Answered, other: Answered) -> bool:
    """Inside one article two figures clash only in one role, or between headline and body."""
    return bool(one.meant.role) or (
        one.told.side.claim.in_title != other.told.side.claim.in_title)


def _differs(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> Finding | None:
    said = f"“{one.value}” and “{other.value}”"
    if one.meant.role in _RISING and _rises(ours, theirs):
        return _found(one, other, Relation.RELATED, Strength.TENSION, "Later figure",
                      f"{said} were told on different days; the later figure is the higher one.")
    if one.meant.role in _RISING and ours.published_on != theirs.published_on:
        return _found(one, other, Relation.CONFLICT, Strength.STRICT, "Later but lower",
                      f"{said} cannot both be right: the later count is the lower one.")
    if one.told.article == other.told.article and not _inside(one, other):
        return None
    slip = _slip(ours.low, theirs.low)
    if slip:
        return _found(one, other, Relation.CONFLICT, Strength.STRICT, slip,
                      f"{said} differ: {slip[:1].lower()}{slip[1:]}, probably a slip.")
    if one.meant.role == "crowd" and _two_voices(one, other, ours, theirs):
        return _found(one, other, Relation.CONFLICT, Strength.TENSION, "Rival counts",
                      f"{said} come from two sides who counted the same crowd.")
    return _found(one, other, Relation.CONFLICT, Strength.STRICT, "Another figure",
                  f"{said} cannot both be right.")


_RISING = frozenset({"deaths", "injured", "missing", "moved"})


def _later_toll(ours: Amount, theirs: Amount) -> bool:
    return (float("inf") in {ours.reach()[1], theirs.reach()[1]}
            and ours.low != theirs.low and _rises(ours, theirs))


def _rises(ours: Amount, theirs: Amount) -> bool:
    if ours.published_on is None or theirs.published_on is None:
        return False
    early, late = sorted((ours, theirs), key=lambda amount: amount.published_on or date.min)
    return early.published_on != late.published_on and early.low < late.low


def _two_voices(one: Answered, other: Answered, ours: Amount, theirs: Amount) -> bool:
    return ours.speaker != theirs.speaker or one.told.article == other.told.article


def _slip(one: float, other: float) -> str:
    """What kind of slip would turn one figure into the other; "" for none."""
    low, high = sorted((one, other))
    if low > 0 and any(abs(high / low - factor) < 1e-6 for factor in (1e3, 1e6)):  # noqa: PLR2004
        return f"A factor of {high / low:,.0f} apart"
    digits = [f"{figure:g}".replace(".", "") for figure in (one, other)]
    if len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1]):
        return "The same digits in another order"
    return ""


def _found(
    one: Answered, other: Answered, relation: Relation, strength: Strength, reading: str,
    because: str,
) -> Finding:
    return finding(one, other, reason=Reason.NUMBER, relation=relation, strength=strength,
                   because=because, what="Number", reading=reading)
