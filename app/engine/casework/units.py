"""Units of measure: how much of the base unit each is, and what it measures.

Factors are those of the international yard and pound (1959) and of the SI.
"""


def measured(unit: str) -> tuple[float, float, str]:
    """The least and the most of the base unit that a unit may be, and what it measures;
    (1, 1, "") for things counted. A ton may be short, long or metric, a gallon American or
    imperial: the word does not say."""
    low, kind = _UNITS.get(unit, (1.0, ""))
    return low, _MOST.get(unit, low), kind


_UNITS: dict[str, tuple[float, str]] = {
    "m": (1.0, "length"), "meter": (1.0, "length"), "metre": (1.0, "length"),
    "cm": (0.01, "length"), "km": (1000.0, "length"), "kilometer": (1000.0, "length"),
    "kilometre": (1000.0, "length"), "mi": (1609.344, "length"), "mile": (1609.344, "length"),
    "ft": (0.3048, "length"), "foot": (0.3048, "length"), "in": (0.0254, "length"),
    "inch": (0.0254, "length"), "yd": (0.9144, "length"), "yard": (0.9144, "length"),
    "ha": (10_000.0, "area"), "hectare": (10_000.0, "area"), "acre": (4046.8564224, "area"),
    "ac": (4046.8564224, "area"), "sq km": (1e6, "area"), "km2": (1e6, "area"),
    "sq mi": (2_589_988.110336, "area"), "mi2": (2_589_988.110336, "area"),
    "kg": (1.0, "weight"), "kilogram": (1.0, "weight"), "t": (1000.0, "weight"),
    "ton": (907.18474, "weight"), "tonne": (1000.0, "weight"), "lb": (0.45359237, "weight"),
    "pound": (0.45359237, "weight"), "g": (0.001, "weight"),
    "km/h": (1 / 3.6, "speed"), "mph": (0.44704, "speed"), "m/s": (1.0, "speed"),
    "l": (1.0, "volume"), "liter": (1.0, "volume"), "litre": (1.0, "volume"),
    "gal": (3.785411784, "volume"), "gallon": (3.785411784, "volume"),
    "°": (1.0, "temperature"),
    "mw": (1.0, "power"), "gw": (1000.0, "power"),
}
UNITS = frozenset(_UNITS)
_MOST = {"ton": 1016.0469088, "gal": 4.54609, "gallon": 4.54609}
