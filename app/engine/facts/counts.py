"""Counts: how many of what, as a lemma, or how much in a unit of measure.

Grammar:
    count = quantity [modifier]{0,4} noun        "about 13 other municipalities"
          | quantity unit                        "40 hectares"
          | quantity "of" ["the"] noun           "dozens of homes"
          | a toll, a crowd, what people did: see `tolls`      "the toll rose to 19"
Normal form: low and high (equal for a point), the hedge, the noun as `nouns` takes it or a unit
of measure in its short form. Equal: the same in all four. Compatible, as `quantities` tells: what
the hedges and ranges of both allow meets, units of one dimension converted.
Left alone: years, ages ("34", "34-year-old"), times, streets, sections, phone numbers, scores,
figures glued to letters or to a name ("G20", "Covid-19", "Route 66", "Boeing 737"), lists, and
one to three who only say something ("one resident told us").
"""

from app.domain.facts import Approximation, Count
from app.engine.facts.durations import SPANS
from app.engine.facts.measures import SPEEDS, SQUARES, UNITS
from app.engine.facts.nouns import counted_noun, is_plural
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.facts.tolls import TELLING, acts, toll
from app.engine.listing import listed
from app.engine.verbs import SPOKEN, STRONG_SAYING
from app.engine.words import Words

_NOT_BEFORE = listed("""
    route highway interstate i-5 boeing airbus flight channel room apartment apt suite unit
    number no no. nos page pages chapter section sections article articles part title rule
    order act bill proposition prop amendment resolution measure case form line phase level
    type formula grade step version model windows iphone covid agenda item week day year
    season episode game round group district ward precinct area zone block building gate
    platform terminal bus train class code file docket count counts verse psalm sonnet
    symphony opus apollo falcon world war aged age tier stage stages aux § $ £ € # @ sb ab hb
    hr s. h.r. jan feb mar apr may june july aug sept oct nov dec january february march april
    august september october november december
""")
_STREETS = listed("street st road rd avenue ave lane drive boulevard blvd square court way place")
_CLOCK = listed("a.m. p.m. am pm o'clock gmt est pst et noon midnight")
_MAY_TOUCH_BEFORE = frozenset('(“"[—‘')
_MAY_TOUCH_AFTER = frozenset(".,;:)”\"!?—-…'’+")
_NO_NAMES = frozenset({"the", "about", "nearly"})
_BEFORE_ONE = listed("is was as be no are this that the every any each like")
_AFTER_ONE = listed("""
    of another day thing way last final such more side point hand reason time who
""")
_IN = frozenset({"in", "at", "near", "around", "across", "outside"})
_LONGEST_PLACE = 3
_TIMES = frozenset({"hour", "h", "hr"})
_FEW = 3
_FIRST_YEAR, _LAST_YEAR, _YEAR_DIGITS = 1800, 2100, 4



def read(scene: Scene) -> list[Found]:
    """The counts of a text: what is left when every other kind has taken its figures."""
    found = []
    telling = scene.words.sentences_with(TELLING)
    for quantity in scene.free():
        one = _count(scene.words, quantity, telling)
        if one is not None:
            scene.words.take(one.first, one.last)
            found.append(one)
    return found


def _count(words: Words, quantity: Quantity, telling: set[int]) -> Found | None:
    """The figure as a count; `telling` are sentences where a toll may stand."""
    if not _can_count(words, quantity):
        return None
    unit, last = _unit(words, quantity)
    if unit:
        return Found(
            Count(low=quantity.low, high=quantity.high, unit=unit, hedge=quantity.hedge),
            quantity.first,
            last,
        )
    if _is_determiner(words, quantity) or _is_year(quantity, words):
        return None
    may_toll = words.sentences[quantity.core] in telling
    noun, last = ("", -1) if may_toll and acts(words, quantity) else (
        counted_noun(words, quantity.last + 1))
    if not noun:
        return toll(words, quantity) if may_toll else None
    if _is_street(words, last) or _only_says(words, quantity, last):
        return None
    if any(low[0].isdigit() for low in words.lows[quantity.last + 1 : last]):
        last = quantity.last  # "410 of 1,230 jobs": the second figure is a count of its own
    value = Count(low=quantity.low, high=quantity.high, counted=noun, hedge=quantity.hedge)
    return Found(value, quantity.first, last)


def _is_street(words: Words, last: int) -> bool:
    """As in "12 Harbour Road"."""
    return last >= 0 and words.lows[last] in _STREETS and words.words[last][0].isupper()


def _only_says(words: Words, quantity: Quantity, last: int) -> bool:
    """As in "one resident told us", "said two officials": they count for nothing in the story."""
    if not quantity.spelt or quantity.high > _FEW:
        return False
    before = words.low(quantity.first - 1)
    after = words.low(last + 1) if words.together(last, last + 1) else ""
    return before in STRONG_SAYING or after in SPOKEN or before == after == ","


def _is_determiner(words: Words, quantity: Quantity) -> bool:
    """As in "one of the laws", "no one", "is one stronghold", "one day" count nothing."""
    if words.lows[quantity.core] != "one" or quantity.core != quantity.end:
        return False
    return words.low(quantity.core - 1) in _BEFORE_ONE or words.low(quantity.end + 1) in _AFTER_ONE


def _unit(words: Words, quantity: Quantity) -> tuple[str, int]:
    """As in "40 hectares", "12 square miles", "a 40-hectare site", with its last word."""
    at = quantity.last + 1
    low, following = words.low(at), words.low(at + 1)
    if low in {"square", "sq"} and following in UNITS:
        return SQUARES.get(UNITS[following], ""), at + 1
    if low == "-" and words.touches(at + 1):
        return "lb" if following == "pound" else UNITS.get(following, ""), at + 1
    unit = UNITS.get(low, "")
    if low in {"pound", "pounds"}:  # money has taken its own
        unit = "lb"
    if unit in SPEEDS:
        beyond = _per_time(words, at + 1)
        return (SPEEDS[unit], beyond) if beyond else (unit, at)
    return unit, at


def _per_time(words: Words, at: int) -> int:
    """The last word of "an hour", "per hour", "/h", "a second"; 0 for none."""
    low, following = words.low(at), words.low(at + 1)
    return at + 1 if low in {"a", "an", "per", "/"} and following in _TIMES else 0


def _can_count(words: Words, quantity: Quantity) -> bool:
    """The figure stands free: not glued to a name, a sign or another figure."""
    core, end = quantity.core, quantity.last
    before, after = words.low(core - 1), words.low(end + 1)
    if words.low(quantity.first) == "between" and after in SPANS:
        return False
    if quantity.is_point and words.low(core + 1) in {"-", "–"} and core + 1 < end:
        return words.low(core + 2) in {"plus", "odd"}
    if after in _CLOCK or (words.touches(core) and before not in _MAY_TOUCH_BEFORE):
        return False
    if words.touches(end + 1) and after not in _MAY_TOUCH_AFTER:
        return False
    if not words.together(core - 1, core):
        return True
    return before not in _NOT_BEFORE and not _ends_name(words, quantity)


def _ends_name(words: Words, quantity: Quantity) -> bool:
    """As in "Boeing 737": digits after a capital that does not open its sentence."""
    at = quantity.core - 1
    if quantity.spelt or not words.words[at][0].isupper() or words.lows[at] in _NO_NAMES:
        return False
    return words.together(at - 1, at) and not _ends_place(words, quantity, at)


def _ends_place(words: Words, quantity: Quantity, at: int) -> bool:
    """As in "In Korvik 400 homes": a place, and what is counted there."""
    start = at
    while words.together(start - 1, at) and words.words[start - 1][0].isupper() and (
        at - start < _LONGEST_PLACE and words.lows[start - 1] not in _IN
    ):
        start -= 1
    noun = words.low(quantity.last + 1)
    return words.low(start - 1) in _IN and is_plural(noun) and words.words[at].isalpha()


def _is_year(quantity: Quantity, words: Words) -> bool:
    """1800 to 2100 in four plain digits, no comma and no hedge."""
    if quantity.hedge is not Approximation.EXACT:
        return False
    plain = words.lows[quantity.core]
    in_years = _FIRST_YEAR <= quantity.low <= _LAST_YEAR
    return quantity.is_point and plain.isdecimal() and len(plain) == _YEAR_DIGITS and in_years
