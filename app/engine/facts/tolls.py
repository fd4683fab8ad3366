"""People, cases and the like whose noun does not follow the figure.

Grammar:
    toll     = ("toll" | "crowd" | "turnout" | "mob" | ...) .. ("to" | "at" | "of" | ...) quantity
    number   = "number of" noun .. ("to" | "at" | "was" | ...) quantity      that noun
    climbing = ("cases" | "arrests" | ...) .. ("to" | "at" | ...) quantity    that noun
    acting   = quantity ("marched" | "died" | "turned out" | "of us" ...)     people
    suffered = quantity ("were" | "have" | ...) .. ("killed" | "arrested" | ...)    people
    harmed   = ("killing" | "injured" | ...) quantity                         people
    reckoned = ("counted" | "estimated" | "spoke of") quantity                people
Left alone: a figure that a noun follows, years, "toll road", "a crowd at 8 p.m.".
"""

from app.domain.facts import Approximation, Count
from app.engine.facts.nouns import counted_noun, is_plural
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found
from app.engine.listing import listed
from app.engine.words import Words

_TOLLS = listed("""
    toll crowd turnout attendance dead deaths killed injured wounded missing mob throng audience
    gathering
""")
_CLIMBING = {
    "cases": "case", "infections": "infection", "arrests": "arrest", "casualties": "casualty",
    "fatalities": "fatality", "detentions": "detention",
}  # fmt: skip
_ROADS = listed("road roads booth booths bridge bridges plaza call charge charges free")
_REACHED = listed("""
    to at of is was were reached hit stood passed exceeded topped now as high by estimated
    about around nearly almost over than more least
""")
_ROSE = listed("to at reached hit stood passed exceeded topped is was")
_RECKONED = listed("counted estimated reckoned")
_HARMING = listed("""
    killing injuring wounding hurting arresting detaining displacing killed injured wounded
    arrested detained kills injures wounds hospitalised hospitalized
""")
_ACTED = listed("""
    marched packed attended watched came fled died gathered protested demonstrated rallied drowned
    perished survived escaped paraded queued cheered rampaged mourned celebrated rioted say
""")
_SUFFERED = listed("""
    killed injured hurt wounded arrested detained charged treated hospitalised hospitalized
    evacuated rescued displaced missing dead vaccinated infected deported stranded trapped
    jailed convicted sentenced unaccounted died drowned come fled gathered marched homeless
    hospital custody unvaccinated
""")
_AUXILIARIES = listed("were was are have had has is remain remained")
_HARMED = listed("hurt injured wounded missing killed arrested")
TELLING = (_TOLLS | _CLIMBING.keys() | _RECKONED | _HARMING | _ACTED | _HARMED | _AUXILIARIES
           | {"spoke", "number", "us", "turned", "took"})
_STOPS = listed("""
    . , ; : ! ? ( ) [ ] “ ” " — – … to in on at by for from with and or but as after before while
    when since who that which were was are is have had has people more
""")
_CENTURIES = frozenset({"18", "19", "20"})
_LONGEST_TOLL, _LONGEST_NUMBER, _NEAR = 7, 14, 4


def toll(words: Words, quantity: Quantity) -> Found | None:
    """The count that a figure without a noun tells, None if it tells none."""
    if quantity.spelt and quantity.high < 2:  # noqa: PLR2004  "one was hurt" counts, "one" does not
        return None
    of = _said_before(words, quantity) or _said_after(words, quantity)
    if not of or _is_year(words, quantity):
        return None
    value = Count(low=quantity.low, high=quantity.high, counted=of, hedge=quantity.hedge)
    last = quantity.last
    if of == "people" and words.low(last + 1) in _HARMED:
        last += 1
    return Found(value, quantity.first, last)


def acts(words: Words, quantity: Quantity) -> bool:
    """What follows the figure is what people did or suffered, and no noun."""
    at = quantity.last + 1
    low, following = words.low(at), words.low(at + 1)
    if low in _HARMED:
        return True
    if not words.together(quantity.core, at):
        return False
    if low in _ACTED:
        return low != "say" or following in {":", "they", "no", "yes"}
    if (low, following) in {("of", "us"), ("turned", "out"), ("turned", "up"), ("took", "part")}:
        return True
    near = words.lows[at + 1 : at + 1 + _NEAR]
    return low in _AUXILIARIES and not _SUFFERED.isdisjoint(_before_stop(near))


def _before_stop(near: list[str]) -> list[str]:
    end = next((at for at, low in enumerate(near) if low in {",", ".", ";", "and", "but"}), 99)
    return near[:end]


def _said_after(words: Words, quantity: Quantity) -> str:
    return "people" if acts(words, quantity) else ""


def _said_before(words: Words, quantity: Quantity) -> str:
    """What the words before the figure say that it counts, "" if nothing."""
    at = quantity.first - 1
    if not words.together(at, quantity.core):
        return ""
    near = _near(words, at, _LONGEST_TOLL)
    closes = _closes(words, quantity.last + 1)
    if near[-1] in _HARMING:
        return "people" if closes else ""
    if near[-1] in _REACHED and _names_toll(near):
        return "people"
    if closes and (near[-1] in _RECKONED or near[-2:] == ["spoke", "of"]):
        return "people"
    return _numbered(words, at) if near[-1] in _ROSE and closes else ""


def _near(words: Words, at: int, reach: int) -> list[str]:
    """Up to so many words of the sentence that end at `at`."""
    first = max(0, at + 1 - reach)
    sentence = words.sentences[at]
    while words.sentences[first] != sentence:
        first += 1
    return words.lows[first : at + 1]


def _names_toll(near: list[str]) -> bool:
    """A toll or a crowd is named, and no toll road."""
    return any(low in _TOLLS and following not in _ROADS
               for low, following in zip(near, [*near[1:], ""], strict=True))


def _numbered(words: Words, at: int) -> str:
    """The noun of "the number of marchers at", "cases climbed to"."""
    near = _near(words, at, _LONGEST_NUMBER)
    climbing = next((low for low in reversed(near) if low in _CLIMBING), "")
    if climbing:
        return _CLIMBING[climbing]
    for place in range(len(near) - 2, 0, -1):
        if near[place - 1 : place + 1] == ["number", "of"]:
            noun, last = counted_noun(words, at - len(near) + place + 2)
            return noun if last >= 0 and is_plural(words.lows[last]) else ""
    return ""


def _closes(words: Words, at: int) -> bool:
    """Nothing follows that the figure could count."""
    low = words.low(at)
    return not low or low in _STOPS or low.endswith("ly")


def _is_year(words: Words, quantity: Quantity) -> bool:
    plain = words.lows[quantity.core]
    exact = quantity.hedge is Approximation.EXACT and quantity.is_point
    return exact and plain.isdecimal() and len(plain) == len("2024") and plain[:2] in _CENTURIES
