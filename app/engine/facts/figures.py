"""The value of a figure, in digits or spelt out, with its magnitude.

Grammar:
    figure  = digits [magnitude] | spelt [magnitude]     12,000  2.1m  40k  thirteen  two million
    spelt   = tens ["-" unit] | [unit] "hundred" ["and" spelt] | "half a" magnitude | "a dozen"
A run of more than 15 digits is an identifier, not a figure; nothing counts beyond 10^15.
"""

from app.engine.words import Words

UNITS = {
    word: number
    for number, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        ]
    )
} | {"nil": 0}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ONES = {word: number for word, number in UNITS.items() if 1 <= number <= 9}  # noqa: PLR2004
SPELT = UNITS | TENS | {f"{ten}-{one}": TENS[ten] + _ONES[one] for ten in TENS for one in _ONES}
MAGNITUDES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
PLURALS = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 100.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
}
GLUED = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
         "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
"""Magnitudes that may touch their figure: "2.1m", and as tabloids print it "£2million"."""
_SPACED = MAGNITUDES | {"mn": 1e6, "bn": 1e9, "tn": 1e12, "mln": 1e6}
_LARGEST = 1e15
_MOST_DIGITS = 15
_LONGEST_SPELT = 16
_HALVES = frozenset({"a", "an"})

Value = tuple[float, int]


def figure(words: Words, index: int) -> Value | None:
    """The value of the figure at `index` and its last word; None where there is none."""
    low = words.lows[index]
    if low[0].isdigit():
        value = _digits(low)
        return None if value is None else _magnified(words, value, index)
    if low in SPELT:
        return _spelt(words, index)
    return _bare_magnitude(words, index) if low in MAGNITUDES else None


def _digits(low: str) -> float | None:
    """The value of a run of digits; None for identifiers, superscripts and other odd digits."""
    if low.isdecimal() and len(low) <= _MOST_DIGITS:
        return float(low)
    plain = low.replace(",", "")
    odd = not plain.replace(".", "", 1).isdecimal()
    return None if odd or len(plain) > _MOST_DIGITS else float(plain)


def _magnified(words: Words, value: float, index: int) -> Value:
    """A figure times the magnitudes after it: "2.1m", "40 thousand", "1.5-million"."""
    following = words.low(index + 1)
    if words.touches(index + 1):
        if following in GLUED:
            return value * GLUED[following], index + 1
        if following == "-" and words.low(index + 2) in _SPACED:
            return value * _SPACED[words.low(index + 2)], index + 2
        return value, index
    end = index
    while words.low(end + 1) in _SPACED and value < _LARGEST:
        value *= _SPACED[words.low(end + 1)]
        end += 1
    return value, end


def _bare_magnitude(words: Words, index: int) -> Value | None:
    """As in "a hundred", "half a million", "a dozen"; a magnitude alone says nothing."""
    size = MAGNITUDES[words.lows[index]]
    before, earlier = words.low(index - 1), words.low(index - 2)
    if before == "half" or (before in _HALVES and earlier == "half"):
        return size / 2, index
    return _magnified(words, size, index) if before in _HALVES else None


def _spelt(words: Words, index: int) -> Value:
    """As in "one hundred and twenty", "three thousand two hundred": the sum of its groups."""
    total, group, end = 0.0, float(SPELT[words.lows[index]]), index
    at = index + 1
    while at < len(words) and at - index < _LONGEST_SPELT and total + group < _LARGEST:
        low = words.lows[at]
        if low in {"hundred", "dozen"}:
            group = group * MAGNITUDES[low]
        elif low in MAGNITUDES:
            total, group = total + group * MAGNITUDES[low], 0.0
        elif _adds(words, at):
            at += low == "and"
            group += SPELT[words.lows[at]]
        else:
            break
        end = at
        at += 1
    return total + group, end


def _adds(words: Words, at: int) -> bool:
    """The word goes on with a spelt figure: after a magnitude, "and" or tens."""
    low, before = words.lows[at], words.lows[at - 1]
    if low == "and":
        return before in {"hundred", "thousand", "million"} and words.low(at + 1) in SPELT
    return low in SPELT and (before in MAGNITUDES or (before in TENS and low in _ONES))
