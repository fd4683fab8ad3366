"""Figures: digits and spelt-out numbers with their hedges, before anything says what they count.

Grammar (words, "-" and "–" stand where no space does):
    quantity  = [hedge] figure [range figure] [hedge-after]
              | "between" figure "and" figure | "from" figure "to" figure
              | "dozens" | "scores" | "hundreds" | ... ["of" "thousands"]
    figure    = digits [magnitude] | spelt [magnitude]      12,000  2.1m  40k  thirteen  two million
    spelt     = tens ["-" unit] | ["a"|unit] "hundred" ["and" spelt] | "half a" magnitude | "a dozen"
    range     = "to" | "-" | "–" | "or"
A plural magnitude alone ("dozens", "hundreds") is a figure "at least twice" its size: vague, kept
as a range with no upper end told (low = 2 × size, high = low, hedge "over" is not claimed:
`vague` is set instead).
"""

from dataclasses import dataclass

from app.domain.facts import Approximation
from app.engine.words import Words

UNITS = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split())} | {"nil": 0}
TENS = {word: 10 * number for number, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_COMPOUND = {f"{tens}-{unit}": TENS[tens] + UNITS[unit] for tens in TENS for unit in
             "one two three four five six seven eight nine".split()}
SPELT = UNITS | TENS | _COMPOUND
MAGNITUDES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9,
              "trillion": 1e12, "dozen": 12.0}
_GLUED = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_SPACED = MAGNITUDES | {"mn": 1e6, "bn": 1e9, "tn": 1e12, "mln": 1e6}
PLURALS = {"dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6,
           "billions": 1e9}
_DASHES = frozenset("-–—−‑‒")

_A = Approximation
_HEDGES: dict[tuple[str, ...], Approximation] = {
    ("about",): _A.ABOUT, ("around",): _A.ABOUT, ("roughly",): _A.ABOUT,
    ("approximately",): _A.ABOUT, ("some",): _A.ABOUT, ("circa",): _A.ABOUT,
    ("an", "estimated"): _A.ABOUT, ("estimated",): _A.ABOUT, ("approx", "."): _A.ABOUT,
    ("close", "to"): _A.NEARLY, ("nearly",): _A.NEARLY, ("almost",): _A.NEARLY,
    ("just", "under"): _A.UNDER, ("at", "least"): _A.AT_LEAST, ("no", "fewer", "than"): _A.AT_LEAST,
    ("no", "less", "than"): _A.AT_LEAST, ("not", "less", "than"): _A.AT_LEAST,
    ("a", "minimum", "of"): _A.AT_LEAST, ("as", "many", "as"): _A.AT_MOST,
    ("as", "much", "as"): _A.AT_MOST, ("up", "to"): _A.AT_MOST, ("at", "most"): _A.AT_MOST,
    ("no", "more", "than"): _A.AT_MOST, ("not", "more", "than"): _A.AT_MOST,
    ("a", "maximum", "of"): _A.AT_MOST, ("more", "than"): _A.OVER, ("over",): _A.OVER,
    ("upwards", "of"): _A.OVER, ("upward", "of"): _A.OVER, ("just", "over"): _A.OVER,
    ("in", "excess", "of"): _A.OVER, ("well", "over"): _A.OVER, ("fewer", "than"): _A.UNDER,
    ("less", "than"): _A.UNDER, ("under",): _A.UNDER, ("below",): _A.UNDER, ("above",): _A.OVER,
}
_HEDGES_AFTER: dict[tuple[str, ...], Approximation] = {
    ("or", "so"): _A.ABOUT, ("or", "more"): _A.AT_LEAST, ("or", "less"): _A.AT_MOST,
    ("or", "fewer"): _A.AT_MOST, ("+",): _A.AT_LEAST, ("plus",): _A.AT_LEAST,
}
_HEDGE_ENDS = frozenset(words[-1] for words in _HEDGES)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or a range, on the words `first` to `last`; its digits start at `core`.

    `end` is the last word of the figure itself, before a hedge that follows it. `spelt` says
    that no digit stood there. `vague` marks "dozens" and its kin.
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
        return self.low == int(self.low) and self.high == int(self.high)


def quantities(words: Words) -> list[Quantity]:
    """Every figure of a text, in order, ranges joined. Each word belongs to one at most."""
    found: list[Quantity] = []
    index, size, lows = 0, len(words), words.lows
    while index < size:
        low = lows[index]
        if low[0].isdigit() or low in SPELT or low in MAGNITUDES or low in PLURALS:
            quantity = _quantity(words, index)
            if quantity is not None:
                found.append(quantity)
                index = quantity.last + 1
                continue
        index += 1
    return found


def _quantity(words: Words, index: int) -> Quantity | None:
    """The quantity whose figure starts at `index`."""
    if words.lows[index] in PLURALS:
        return _vague(words, index)
    one = figure(words, index)
    if one is None:
        return None
    low, end, core = *one, _core(words, index)
    high = low
    other = _range(words, index, end, core)
    if other is not None:
        high, end = other
        low = _same_magnitude(words, low, high, index, end)
    first, hedge = _hedge_before(words, core)
    last, after = _hedge_after(words, end)
    if other is not None and first < core and words.low(first) == "between":
        hedge = Approximation.EXACT
    return Quantity(min(low, high), max(low, high), first, core, end, last,
                    hedge if hedge is not _A.EXACT else after,
                    spelt=not words.lows[index][0].isdigit())


def _core(words: Words, index: int) -> int:
    """The word where the figure begins: "a" of "a hundred", "half" of "half a million"."""
    if words.lows[index] not in MAGNITUDES:
        return index
    if words.low(index - 1) in {"a", "an"}:
        return index - 2 if words.low(index - 2) == "half" else index - 1
    return index - 1 if words.low(index - 1) == "half" else index


def figure(words: Words, index: int) -> tuple[float, int] | None:
    """The value of the figure at `index` and its last word; None where there is none."""
    low = words.lows[index]
    if low[0].isdigit():
        value = _digits(low)
        return None if value is None else _magnified(words, value, index)
    if low in MAGNITUDES:
        return _bare_magnitude(words, index)
    if low in SPELT:
        return _spelt(words, index)
    return None


def _digits(low: str) -> float | None:
    """The value of a run of digits; None for superscripts and other odd digits."""
    plain = low.replace(",", "")
    if not plain.replace(".", "", 1).isdecimal() or len(plain) > 300:  # noqa: PLR2004  float range
        return None
    return float(plain)


def _magnified(words: Words, value: float, index: int) -> tuple[float, int]:
    """A figure times the magnitudes after it: "2.1m", "40 thousand", "1.5 million"."""
    following = words.low(index + 1)
    if words.touches(index + 1) and following in _GLUED and not words.touches(index + 2 if words.low(index + 2) in {"/", "-"} else 0):
        return value * _GLUED[following], index + 1
    if words.touches(index + 1) and following == "-" and words.low(index + 2) in _SPACED:
        return value * _SPACED[words.low(index + 2)], index + 2
    end = index
    while words.low(end + 1) in _SPACED and value < 1e18:  # noqa: PLR2004  beyond any news figure
        value *= _SPACED[words.low(end + 1)]
        end += 1
    return value, end


def _bare_magnitude(words: Words, index: int) -> tuple[float, int] | None:
    """ "a hundred", "half a million", "a dozen"; a magnitude with no article says nothing."""
    size = MAGNITUDES[words.lows[index]]
    before, earlier = words.low(index - 1), words.low(index - 2)
    if before in {"a", "an"} and earlier == "half" or before == "half":
        return size / 2, index
    return _magnified(words, size, index) if before in {"a", "an", "per"} else None


def _spelt(words: Words, index: int) -> tuple[float, int]:
    """ "one hundred and twenty", "three thousand two hundred": the sum of its groups."""
    total, group, end = 0.0, float(SPELT[words.lows[index]]), index
    at = index + 1
    while at < len(words) and at - index < 16:  # noqa: PLR2004  no spelt number is longer
        low = words.lows[at]
        if low == "hundred" or low == "dozen":
            group, end = group * MAGNITUDES[low], at
        elif low in MAGNITUDES:
            total, group, end = total + group * MAGNITUDES[low], 0.0, at
        elif low in SPELT and end == at - 1 and (words.lows[end] in MAGNITUDES or words.lows[end] in TENS and SPELT[low] < 10):
            group, end = group + SPELT[low], at
        elif low == "and" and words.lows[end] in {"hundred", "thousand", "million"} and words.low(at + 1) in SPELT:
            group, end, at = group + SPELT[words.lows[at + 1]], at + 1, at + 1
        else:
            break
        at += 1
    return total + group, end


def _range(words: Words, index: int, end: int, core: int) -> tuple[float, int] | None:
    """The upper figure of a range whose lower figure ends at `end`, with its last word."""
    join, at = words.low(end + 1), end + 2
    glued = join in _DASHES and words.touches(end + 1) and words.touches(end + 2)
    between = join == "and" and words.low(core - 1) == "between"
    if not (glued or between or join in {"to", "or"}) or not words.together(index, at):
        return None
    if words.lows[at] in {"$", "£", "€"}:
        at += 1
    if at >= len(words) or (words.lows[at] in MAGNITUDES or words.lows[at] in PLURALS):
        return None
    return figure(words, at)


def _same_magnitude(words: Words, low: float, high: float, index: int, end: int) -> float:
    """ "two to three million": the lower figure shares the magnitude of the upper."""
    magnitude = MAGNITUDES.get(words.lows[end]) or _GLUED.get(words.lows[end])
    shares = magnitude is not None and magnitude >= 1e3 and low < 1000 <= high  # noqa: PLR2004
    return low * magnitude if shares and magnitude else low


def _hedge_before(words: Words, core: int) -> tuple[int, Approximation]:
    """The first word of the hedge before the figure, or the figure itself, and the hedge."""
    at = core - 1
    if words.low(at) in {"$", "£", "€", "¥", "the", "a"}:
        at -= 1
    if words.low(at) == "between":
        return at, _A.EXACT
    if words.low(at) not in _HEDGE_ENDS or not words.together(at, core):
        return core, _A.EXACT
    for length in (3, 2, 1):
        key = tuple(words.lows[max(0, at - length + 1) : at + 1])
        if key in _HEDGES:
            return at - len(key) + 1, _HEDGES[key]
    return core, _A.EXACT


def _hedge_after(words: Words, end: int) -> tuple[int, Approximation]:
    """The last word of the hedge after the figure, or the figure itself, and the hedge."""
    for length in (1, 2):
        key = tuple(words.lows[end + 1 : end + 1 + length])
        if key in _HEDGES_AFTER:
            return end + length, _HEDGES_AFTER[key]
    return end, _A.EXACT


def _vague(words: Words, index: int) -> Quantity | None:
    """ "dozens of", "hundreds of thousands of", "several hundred" is no plural."""
    if words.low(index + 1) != "of" and words.low(index + 1) not in {"more", "who", "were"}:
        return None
    low, end = 2 * PLURALS[words.lows[index]], index
    while words.low(end + 1) == "of" and words.low(end + 2) in PLURALS:
        low, end = low * PLURALS[words.low(end + 2)], end + 2
    return Quantity(low, low, index, index, end, end, _A.AT_LEAST, spelt=True, vague=True)
