"""Shares told as fractions. They are neither counts nor ordinals.

Grammar:
    share = [hedge] ("a" | "one" | "two" ..) ("third" | "quarter" | "fifth" | ..) ["s"] "of" whole
          | [hedge] "half" ("of" | "the" | "its" | ...) whole | "one half of" whole
          | [hedge] "two-thirds" ["of"] [whole]
          | [hedge] figure ("in" | "out of") ["every"] figure [whole]      "one in five residents"
          | figure "/" figure "of" whole
Normal form: part and whole, and of what as a lemma. Left alone: "the third", "the first quarter",
"a quarter of an hour", "half a million", "half-time", "two in March", "five in ten days". Equal:
the same part of the same whole. Compatible: a count and its whole that come to it, rounded.
"""

from itertools import pairwise

from app.domain.facts import Approximation, Share
from app.engine.facts.durations import UNITS as SPANS
from app.engine.facts.figures import UNITS
from app.engine.facts.measures import UNITS as MEASURES
from app.engine.facts.nouns import noun_after
from app.engine.facts.numbers import Quantity, hedge_before
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PLURALS = {f"{part}s": whole for part, whole in _PARTS.items()} | {"halves": 2}
_ALL = _PARTS | _PLURALS
_ONE = {"a": 1, "an": 1, "one": 1}
_FEW = {word: number for word, number in UNITS.items() if 1 <= number < 20}  # noqa: PLR2004
_JOINED = {
    f"{few}-{part}": (number, whole)
    for few, number in _FEW.items() for part, whole in _ALL.items() if 1 <= number < whole
}  # fmt: skip
_OF_HALF = listed("of the its their his her our all these those this that")
_BEFORE_WHOLE = _OF_HALF | _ONE.keys()
_NOT_WHOLES = frozenset(SPANS) | frozenset(MEASURES) | listed("century point length lap way")
_RATIOS = frozenset({"in", "of", "/"})
_LARGEST = 1000
_NO_SHARE_AFTER = listed("percent % points per times").union(SPANS, (f"{one}s" for one in SPANS))
_NO_SHARE_BEFORE = listed("first second last no other better")


def read(scene: Scene) -> list[Found]:
    """The shares of a text."""
    words = scene.words
    found = [*_named(words), *_joined(words), *_ratios(scene)]
    for one in found:
        words.take(one.first, one.last)
    return found


def _share(words: Words, first: int, last: int, part: int, whole: int) -> Found | None:
    """The share on these words, with its hedge and what it is a part of."""
    of = _whole(words, last + 1)
    if of in _NOT_WHOLES or not words.is_free(first, last) or not words.together(first, last):
        return None
    start, hedge = hedge_before(words, first)
    return Found(Share(part=part, whole=whole, of=of, hedge=hedge), start, last)


def _whole(words: Words, at: int) -> str:
    """What it is a part of: "a third of the town's 1,230 homes" is a part of homes."""
    while words.low(at) in _BEFORE_WHOLE:
        at += 1
    while words.low(at).endswith("'s") or words.low(at)[:1].isdigit():
        at += 1
    return noun_after(words, at) if words.together(at - 1, at) else ""


def _named(words: Words) -> list[Found]:
    """As in "a third of", "three quarters of", "half the"."""
    found = []
    for at in words.where(_ALL.keys()):
        low, before = words.lows[at], words.low(at - 1)
        number = _ONE.get(before) if low in _PARTS else _FEW.get(before)
        halved = low == "half" and before not in _NO_SHARE_BEFORE and not number
        if not words.together(at, at + 1) or (not number and not halved):
            continue
        if words.low(at + 1) not in (_OF_HALF if low == "half" else {"of"}):
            continue
        one = _share(words, at - bool(number), at, number or 1, _ALL[low])
        if one is not None:
            found.append(one)
    return found


def _joined(words: Words) -> list[Found]:
    """As in "two-thirds of voters", "a two-thirds majority", "one-third"."""
    told = ((at, _JOINED[words.lows[at]]) for at in words.where(_JOINED.keys()))
    shares = (_share(words, at, at, part, whole) for at, (part, whole) in told)
    return [one for one in shares if one is not None]


def _ratios(scene: Scene) -> list[Found]:
    """As in "one in five", "nine out of ten", "2/3 of"."""
    found = []
    for left, right in pairwise(list(scene.beside(_RATIOS))):
        join = scene.words.lows[left.end + 1 : right.core]
        if _is_ratio(scene.words, left, right, join):
            one = _share(scene.words, left.core, right.end, int(left.low), int(right.low))
            if one is not None:
                found.append(one)
    return found


def _is_ratio(words: Words, left: Quantity, right: Quantity, join: list[str]) -> bool:
    after = words.low(right.end + 1)
    if join == ["/"]:
        fits = words.touches(right.core) and words.touches(left.end + 1) and after == "of"
    else:
        every = join[-1:] == ["every"]
        fits = (join[:-1] if every else join) in (["in"], ["out", "of"])
        fits = fits and right.hedge is Approximation.EXACT
    whole = left.is_point and left.is_whole and right.is_point and right.is_whole
    if not (fits and whole and 0 < left.low < right.low <= _LARGEST):
        return False
    return after not in _NO_SHARE_AFTER and words.low(left.core - 1) not in {"$", "£", "€"}
