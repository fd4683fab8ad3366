"""What the words before a figure leave open: "more than 100", "up to 30", "about 12"."""

from math import inf

from app.engine.sides import Side
from app.engine.tokens import WordKind

_ABOVE = frozenset({"over", "above", "exceeding", "surpassing", "exceed", "surpass"})
_BELOW = frozenset({"under", "below"})
_CLOSE = frozenset({"about", "around", "roughly", "approximately", "some", "nearly", "almost",
                    "circa", "estimated"})
_MORE, _FEWER = frozenset({"more", "greater", "higher"}), frozenset({"less", "fewer", "lower"})
_SIGNS = frozenset("$€£")
_NEAR = 0.05
"""Two figures of which one is "about" so much fit if they lie within a twentieth."""


def bounds(side: Side, at: int) -> tuple[float, float]:
    """The least and the most that the words allow for the figure at `at`."""
    value = side.tokens[at].value or 0.0
    nearest, next_to, third = _before(side, at)
    if side.tokens[at].kind is WordKind.YEAR:
        return _years(value, nearest)
    is_open = _opens(nearest, next_to, third)
    if is_open:
        return (value, inf) if is_open > 0 else (-inf, value)
    slack = _NEAR * abs(value) if nearest in _CLOSE else 0.0
    return value - slack, value + slack


def _years(year: float, before: str) -> tuple[float, float]:
    if before == "before":
        return -inf, year - 1
    return (year + 1, inf) if before == "after" else (year, year)


def _opens(nearest: str, next_to: str, third: str) -> int:
    """1 where a figure is the least, -1 where it is the most, 0 where it is neither."""
    if nearest == "than" and next_to in _MORE | _FEWER:
        way = 1 if next_to in _MORE else -1
        return -way if third in {"no", "not"} else way
    if nearest in _ABOVE or (next_to, nearest) == ("at", "least"):
        return 1
    return -(nearest in _BELOW or (next_to, nearest) in {("up", "to"), ("at", "most")})


def _before(side: Side, at: int) -> tuple[str, str, str]:
    """The three words before a figure, the nearest first, a sign of money passed over."""
    words = [token.norm for token in side.tokens[max(0, at - 4):at] if token.form not in _SIGNS]
    one, two, three = ["", "", "", *words][-3:]
    return three, two, one


def can_be_one(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Some figure lies within both bounds. "At least 6" and "at least 30" tell two tallies: two
    figures open on one side are taken as they stand."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return low <= high and low != -inf and high != inf
