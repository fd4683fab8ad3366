"""Figures with their hedges and ranges, before anything says what they count.

Grammar ("-" and "–" stand where no space does):
    quantity = [hedge] figure [("to" | "-" | "–" | "or") figure] [hedge after]
             | "between" figure "and" figure | "from" figure "to" figure
             | "dozens" | "scores" | "hundreds" ["of" "thousands"] ...
A plural magnitude ("dozens") is at least twice its size, and vague.
"""

from typing import NamedTuple

from app.domain.facts import Approximation
from app.engine.facts.figures import GLUED, MAGNITUDES, PLURALS, SPELT, Value, figure
from app.engine.words import Words

_A = Approximation
_EXACT = _A.EXACT
_HEDGES: dict[str, Approximation] = dict.fromkeys(
    [
        *("about", "around", "roughly", "approximately", "some", "circa", "an estimated"),
        *("estimated", "approx ."),
    ],
    _A.ABOUT,
) | {
    **dict.fromkeys(["close to", "nearly", "almost"], _A.NEARLY),
    **dict.fromkeys(
        ["at least", "no fewer than", "no less than", "not less than", "a minimum of"], _A.AT_LEAST
    ),
    **dict.fromkeys(
        [
            *("as many as", "as much as", "up to", "at most", "no more than", "not more than"),
            "a maximum of",
        ],
        _A.AT_MOST,
    ),
    **dict.fromkeys(
        [
            *("more than", "over", "upwards of", "upward of", "just over", "well over", "above"),
            *("in excess of", "greater than", "exceeding"),
        ],
        _A.OVER,
    ),
    **dict.fromkeys(
        ["fewer than", "less than", "under", "below", "just under", "just below"], _A.UNDER
    ),
}
_HEDGES_AFTER = {
    "or so": _A.ABOUT,
    "or more": _A.AT_LEAST,
    "or less": _A.AT_MOST,
    "or fewer": _A.AT_MOST,
    "+": _A.AT_LEAST,
    "- plus": _A.AT_LEAST,
    "- odd": _A.ABOUT,
    "plus": _A.AT_LEAST,
}
_HEDGE_ENDS = frozenset(hedge.split()[-1] for hedge in _HEDGES)
_AFTER_STARTS = frozenset({"or", "+", "plus", "-"})
_BETWEEN_HEDGE_AND_FIGURE = frozenset({"$", "£", "€", "¥", "a"})
_DASHES = frozenset("-–—−‑‒")
_SIGNS = frozenset("$£€")
_JOINS = _DASHES | {"to", "or", "and", "%"}
_VAGUE_FOLLOWERS = frozenset({"of", "more", "who", "were", "have", "are"})
_SHARES = 1000


class Quantity(NamedTuple):
    """A figure or a range on the words `first` to `last`; the figure itself on `core` to `end`.

    `spelt` says that no digit stood there. `vague` marks "dozens" and its kin.
    """

    low: float
    high: float
    first: int
    core: int
    end: int
    last: int
    hedge: Approximation = Approximation.EXACT
    spelt: bool = False
    vague: bool = False

    @property
    def is_point(self) -> bool:
        """One figure, not a range."""
        return self.low == self.high

    @property
    def is_whole(self) -> bool:
        """Without decimals."""
        return self.low.is_integer() and self.high.is_integer()


def quantities(words: Words) -> list[Quantity]:
    """Every figure of a text, in order, ranges joined. Each word belongs to one at most."""
    found: list[Quantity] = []
    beyond = 0
    for index in sorted([*words.figures(), *words.where(_STARTS)]):
        if index < beyond:
            continue
        vague = words.lows[index] in PLURALS
        quantity = _vague(words, index) if vague else _quantity(words, index)
        if quantity is not None:
            found.append(quantity)
            beyond = quantity.last + 1
    return found


_STARTS = frozenset(SPELT) | frozenset(MAGNITUDES) | frozenset(PLURALS)


def _quantity(words: Words, index: int) -> Quantity | None:
    """The quantity whose figure starts at `index`."""
    one = figure(words, index)
    if one is None:
        return None
    low, end = one
    high, core = low, _core(words, index)
    upper = _upper(words, end, core) if words.low(end + 1) in _JOINS else None
    if upper is not None:
        high, end = upper
        low = _same_magnitude(words, low, high, end)
        low, high = min(low, high), max(low, high)
    first, hedge = hedge_before(words, core)
    last, after = _hedge_after(words, end) if words.low(end + 1) in _AFTER_STARTS else (end, hedge)
    spelt = not words.lows[index][0].isdigit()
    return Quantity(
        low, high, first, core, end, last, after if hedge is _EXACT else hedge, spelt
    )


def _core(words: Words, index: int) -> int:
    """The word where the figure begins: "a" of "a hundred", "half" of "half a million"."""
    if words.lows[index] not in MAGNITUDES:
        return index
    start = index - 1
    return start - 1 if words.low(start - 1) == "half" and words.low(start) != "half" else start


def _upper(words: Words, end: int, core: int) -> Value | None:
    """The upper figure of a range whose lower figure ends at `end`, with its last word."""
    join, at = words.low(end + 1), end + 2
    if join == "%" and words.low(core - 1) == "between":
        join, at = words.low(end + 2), end + 3
    glued = join in _DASHES and words.touches(end + 1) and words.touches(at)
    before = core - 2 if words.low(core - 1) in _SIGNS else core - 1
    between = join == "and" and words.low(before) == "between"
    if not (glued or between or join in {"to", "or"}) or not words.together(core, at):
        return None
    at += words.lows[at] in _SIGNS
    if at >= len(words) or words.lows[at] in MAGNITUDES or words.lows[at] in PLURALS:
        return None
    return figure(words, at)


def _same_magnitude(words: Words, low: float, high: float, end: int) -> float:
    """As in "two to three million": the lower figure shares the magnitude of the upper."""
    size = MAGNITUDES.get(words.lows[end]) or GLUED.get(words.lows[end], 0.0)
    return low * size if size >= _SHARES and low < _SHARES <= high else low


def hedge_before(words: Words, core: int) -> tuple[int, Approximation]:
    """The first word of the hedge before the figure at `core`, or `core`, and the hedge."""
    at, low = core - 1, words.low(core - 1)
    if low in _BETWEEN_HEDGE_AND_FIGURE:
        at, low = at - 1, words.low(at - 1)
    if low not in _HEDGE_ENDS:
        return (at if low == "between" else core), _EXACT
    if not words.together(at, core):
        return core, _EXACT
    for length in (3, 2, 1):
        start = max(0, at - length + 1)
        hedge = _HEDGES.get(" ".join(words.lows[start : at + 1]))
        if hedge is not None:
            return start, hedge
    return core, _EXACT


def _hedge_after(words: Words, end: int) -> tuple[int, Approximation]:
    """The last word of the hedge after the figure, or the figure itself, and the hedge."""
    for length in (1, 2):
        hedge = _HEDGES_AFTER.get(" ".join(words.lows[end + 1 : end + 1 + length]))
        if hedge is not None and words.together(end, end + length):
            return end + length, hedge
    return end, _EXACT


def _vague(words: Words, index: int) -> Quantity | None:
    """As in "dozens of homes", "hundreds of thousands of people"."""
    if words.low(index + 1) not in _VAGUE_FOLLOWERS:
        return None
    low, end = 2 * PLURALS[words.lows[index]], index
    if words.low(end + 1) == "of" and words.low(end + 2) in PLURALS:
        low, end = low * PLURALS[words.low(end + 2)], end + 2
    return Quantity(low, low, index, index, end, end, _A.AT_LEAST, spelt=True, vague=True)
