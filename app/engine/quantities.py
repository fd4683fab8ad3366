"""Figures of one kind set against each other: whether both can be right.

A range holds any point in it; "about" allows what the figure's own digits allow; "at least" and
"more than" leave the top open. Units of one dimension are converted before they are compared.
"""

from dataclasses import dataclass, replace
from math import inf, log10

from app.domain.facts import Approximation, Count, Duration, Fact, Money, Percent, Share


@dataclass(frozen=True, slots=True)
class Figure:
    """What a fact allows, from `low` to `high`, what it is a figure of (`of`), and of what
    whole it is a share (`base`)."""

    low: float
    high: float
    of: str
    hedged: bool
    base: str = ""


# To square metres, metres, kilograms, litres: factors of the international definitions.
_UNITS: dict[str, tuple[str, float]] = {
    "ha": ("area", 10_000.0), "acre": ("area", 4046.8564), "acres": ("area", 4046.8564),
    "km2": ("area", 1e6), "m2": ("area", 1.0), "sq mi": ("area", 2.589988e6),
    "km": ("length", 1000.0), "mi": ("length", 1609.344), "mile": ("length", 1609.344),
    "miles": ("length", 1609.344), "m": ("length", 1.0), "ft": ("length", 0.3048),
    "in": ("length", 0.0254), "cm": ("length", 0.01), "yd": ("length", 0.9144),
    "kg": ("mass", 1.0), "lb": ("mass", 0.45359237), "t": ("mass", 1000.0), "g": ("mass", 0.001),
    "km/h": ("speed", 1 / 3.6), "mph": ("speed", 0.44704), "kn": ("speed", 0.514444),
    "l": ("volume", 1.0), "gal": ("volume", 3.785412),
}
_ROUNDING = 0.05  # two figures in different units are rounded apart by up to a twentieth
_POINT = 1.0  # a share told as a fraction is rounded by up to a percentage point
_HEDGED = {Approximation.ABOUT, Approximation.NEARLY}


def figure_of(fact: Fact) -> Figure | None:
    """The figure that a fact tells, None for facts that tell none."""
    value = fact.value
    if isinstance(value, Count):
        return _counted(value)
    if isinstance(value, Percent):
        told = _figure(value.low, value.high, value.hedge, "points" if value.points else "%")
        return replace(told, base=value.of)
    if isinstance(value, Share):
        part = 100 * value.part / value.whole
        return Figure(part - _POINT, part + _POINT, "%", hedged=True, base=value.of)
    if isinstance(value, Money):
        return _figure(value.low, value.high, value.hedge, value.currency)
    if isinstance(value, Duration):
        return _figure(value.low, value.high, value.hedge, "days")
    return None


def _counted(value: Count) -> Figure | None:
    dimension, factor = _UNITS.get(value.unit, ("", 1.0))
    if dimension:
        return _figure(value.low * factor, value.high * factor, value.hedge, dimension)
    of = value.unit or value.counted
    return _figure(value.low, value.high, value.hedge, of) if of else None


def _figure(low: float, high: float, hedge: Approximation, of: str) -> Figure:
    if hedge in _HEDGED:
        slack = _slack(low)
        return Figure(low - slack, high + slack, of, hedged=True)
    if hedge in {Approximation.AT_LEAST, Approximation.OVER}:
        return Figure(low, inf, of, hedged=True)
    if hedge in {Approximation.AT_MOST, Approximation.UNDER}:
        return Figure(0.0, high, of, hedged=True)
    return Figure(low, high, of, hedged=low != high)


def _slack(value: float) -> float:
    """What "about" allows: half a unit of the last digit that is not a zero, at least 2 %."""
    if value == 0 or value != int(value):
        return abs(value) * 0.02
    digits = str(int(abs(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(max(0.5 * 10 ** zeros, abs(value) * 0.02))


def fits(one: Figure, other: Figure) -> bool:
    """Both can be right."""
    slack = 0.0
    if one.of in {"area", "length", "mass", "volume"}:
        slack = _ROUNDING * max(abs(one.low), abs(other.low))
    return one.low - slack <= other.high and other.low - slack <= one.high


def is_slip(one: float, other: float) -> bool:
    """A magnitude or digit slip: one is a power of a thousand of the other, or two digits have
    changed places."""
    if one <= 0 or other <= 0 or one == other:
        return False
    power = log10(one / other)
    digits, others = f"{one:g}", f"{other:g}"
    swapped = len(digits) == len(others) and sorted(digits) == sorted(others)
    return abs(power) in {3.0, 6.0} or (swapped and len(digits) > 1)
