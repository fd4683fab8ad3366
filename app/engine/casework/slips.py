"""Slips of the pen in figures: a magnitude too much, two digits exchanged."""

from functools import lru_cache

_FACTORS = (10.0, 100.0, 1e3, 1e6)
_NEARLY = 0.02
"""How far a figure that was rounded may lie from a slip of magnitude."""


@lru_cache(maxsize=16384)
def slip(one: float, other: float) -> str:
    """What kind of slip would turn one figure into the other; "" for none."""
    low, high = sorted((one, other))
    factor = next((one for one in _FACTORS if low > 0 and abs(high / low / one - 1) < _NEARLY), 0)
    if factor:
        return f"A factor of {factor:,.0f} apart"
    digits = [f"{figure:.12g}".replace(".", "") for figure in (one, other)]
    if len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1]):
        return "The same digits in another order"
    return ""
