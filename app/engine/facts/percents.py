"""Percentages and percentage points.

Grammar:
    percent = quantity ("percent" | "per cent" | "%" | "pct" | "percentage") ["point[s]"]
              ["of" [article] base]
A figure that is glued to "%" counts too. "0.5 percentage points" and "two points" after a percent
word are points. Normal form: low and high, points or not, the base as a lemma, the hedge. Equal:
the same in all. Compatible: ranges that meet; percent and points never are, nor are two bases.
Left alone: "percent" with no figure, "% sign".
"""

from app.domain.facts import Percent
from app.engine.facts.nouns import noun_after
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.words import Words

_CUES = frozenset({"%", "percent", "cent", "pct", "pc", "percentage", "percentage-point"})


def read(scene: Scene) -> list[Found]:
    """The percentages of a text."""
    found = []
    for quantity in scene.beside(_CUES):
        one = _percent(scene.words, quantity)
        if one is not None:
            scene.words.take(one.first, one.last)
            found.append(one)
    return found


def _percent(words: Words, quantity: Quantity) -> Found | None:
    last, points = _sign(words, quantity.end + 1)
    if last < 0:
        return None
    of = noun_after(words, last + 1) if words.low(last + 1) == "of" else ""
    value = Percent(
        low=quantity.low, high=quantity.high, points=points, of=of, hedge=quantity.hedge
    )
    return Found(value, quantity.first, last)


def _sign(words: Words, index: int) -> tuple[int, bool]:
    """The last word of the percent sign at `index`, -1 if none; and whether it means points."""
    low, following = words.low(index), words.low(index + 1)
    if low in {"-", "‑"}:
        return _sign(words, index + 1)
    if low == "per" and following == "cent":
        return index + 1, False
    if low == "percentage" and following.rstrip("s") in {"point", "pt"}:
        return index + 1, True
    if low == "percentage-point":
        return index, True
    if low in {"%", "percent", "pct", "pc"}:
        points = following.rstrip("s") == "point"
        return index + points, points
    return -1, False
