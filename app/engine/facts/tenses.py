"""Whether the words around a date speak of what is to come."""

from app.engine.listing import listed
from app.engine.words import Words

_FUTURE = listed("""
    will expected scheduled set due plans planned next shall would upcoming ahead
""")
_PAST = listed("""
    was were had said voted passed approved took enacted did has have told announced met sued
    signed died fell rose began came went made broke led won lost held
""")
_EDGES = listed(', ; : ( ) “ ” " —')
_TO_COME = frozenset({"is", "are", "due", "set"})
_REACH = 12


def future(words: Words, index: int) -> bool | None:
    """True for a future, False for a past, None if the words near do not say.

    The nearest verb decides, up to a comma or a quotation mark on either side.
    """
    sides = {-1, 1}
    for distance in range(1, _REACH + 1):
        for side in sorted(sides):
            at = index + side * distance
            if not words.together(min(at, index), max(at, index)) or words.lows[at] in _EDGES:
                sides.discard(side)
                continue
            told = _told(words, at)
            if told is not None:
                return told
    return None


def _told(words: Words, at: int) -> bool | None:
    """What one word says of the tense."""
    low = words.lows[at]
    if low in _FUTURE or (low == "to" and words.low(at - 1) in _TO_COME):
        return True
    return False if low in _PAST or low.endswith("ed") else None
