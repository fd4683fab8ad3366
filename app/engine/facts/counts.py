"""Counts: how many of what, as a lemma, or how much in a unit of measure.

Grammar:
    count = quantity [modifier]{0,4} noun        "about 13 other municipalities"
          | quantity unit                        "40 hectares"
          | quantity "of" ["the"] noun           "dozens of homes"
          | "toll" | "crowd" | "turnout" .. ("to" | "at" | "of" ..) quantity      people
          | ("counted" | "estimated" | "spoke of") quantity                       people
The noun is the last of a run of words that can stand before it, taken to its singular.
Left alone: years, ages ("34", "34-year-old"), times, streets, sections, phone numbers, scores,
figures glued to letters or to a name ("G20", "Covid-19", "Route 66", "Boeing 737"), lists.
"""

from collections.abc import Container
from functools import cache

import simplemma

from app.domain.facts import Approximation, Count
from app.engine.facts.measures import SQUARES, UNITS
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.verbs import AUXILIARIES, PAST, PRESENT
from app.engine.words import Words

_STOPS = listed("""
    . , ; : ! ? ( ) [ ] “ ” " — – / … to in on at by for from with and or but as is are was
    were be been have has had will would could should can may might must that which who whom
    whose when where while than then so if because since after before until during against
    about into over under between through without within said says say told he she it they we
    you i him them us me his its their our your my this these those there here not no never
    also only just even still already later earlier ago per each every percent % $ £ € a an
    out off up down away back
    voted took take takes died killed remain remained came went made did do does got get left
""")
_SKIP = listed("of the")
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
_IRREGULAR = {
    "people": "people",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "officers": "officer",
    "police": "police",
}
_MAY_TOUCH_BEFORE = frozenset('(“"[—‘')
_MAY_TOUCH_AFTER = frozenset(".,;:)”\"!?—-…'’+")
_NO_NAMES = frozenset({"the", "about", "nearly"})
_BEFORE_ONE = listed("is was as be no are this that the every any each like")
_AFTER_ONE = listed("""
    of another day thing way last final such more side point hand reason time who
""")
_TOLLS = listed("toll crowd turnout attendance dead deaths killed injured wounded missing")
_ROADS = listed("road roads booth booths bridge bridges plaza call charge charges free")
_REACHED = listed("""
    to at of is was were reached hit stood passed exceeded topped now as high by estimated
    about around nearly almost over than more least
""")
_RECKONED = listed("counted estimated reckoned")
_TELLING = _TOLLS | _RECKONED | {"spoke"}
_LONGEST_TOLL = 7
_NOUNS_ED = listed("seed breed bed deed shed sled need speed feed weed steed")
_FIRST_YEAR, _LAST_YEAR, _YEAR_DIGITS = 1800, 2100, 4
_LONGEST_RUN = 5


@cache
def lemma(word: str) -> str:
    """The singular of a noun in lower case."""
    if word.endswith("ing"):
        return word
    return _IRREGULAR.get(word) or simplemma.lemmatize(word, lang="en").lower()


def read(scene: Scene) -> list[Found]:
    """The counts of a text: what is left when every other kind has taken its figures."""
    found = []
    telling = scene.words.sentences_with(_TELLING)
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
    noun, last = counted_noun(words, quantity.last + 1)
    if _is_determiner(words, quantity) or _is_street(words, last) or _is_year(quantity, words):
        return None
    if not noun:
        return _toll(words, quantity) if words.sentences[quantity.core] in telling else None
    return Found(
        Count(low=quantity.low, high=quantity.high, counted=noun, hedge=quantity.hedge),
        quantity.first,
        last,
    )


def _is_street(words: Words, last: int) -> bool:
    """As in "12 Harbour Road"."""
    return last >= 0 and words.lows[last] in _STREETS and words.words[last][0].isupper()


def _toll(words: Words, quantity: Quantity) -> Found | None:
    """People without a noun: "the toll rose to 19", "organisers spoke of 900"."""
    at = quantity.first - 1
    if not words.together(at, quantity.core) or quantity.spelt:
        return None
    first = max(0, at - _LONGEST_TOLL)
    near = [low for low, number in zip(words.lows[first : at + 1], words.sentences[first : at + 1],
                                       strict=True) if number == words.sentences[at]]
    named = any(low in _TOLLS and following not in _ROADS
                for low, following in zip(near, [*near[1:], ""], strict=True))
    told = named and near[-1] in _REACHED
    reckoned = near[-1] in _RECKONED or near[-2:] == ["spoke", "of"]
    if not told and not (reckoned and _closes(words, quantity.last + 1)):
        return None
    value = Count(low=quantity.low, high=quantity.high, counted="people", hedge=quantity.hedge)
    return Found(value, quantity.first, quantity.last)


def _closes(words: Words, at: int) -> bool:
    """Nothing follows that the figure could count."""
    low = words.low(at)
    return not low or low in _STOPS


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
        return UNITS.get(following, ""), at + 1
    return UNITS.get(low, ""), at


def _can_count(words: Words, quantity: Quantity) -> bool:
    """The figure stands free: not glued to a name, a sign or another figure."""
    core, end = quantity.core, quantity.last
    before, after = words.low(core - 1), words.low(end + 1)
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
    return words.together(at - 1, at)


def _is_year(quantity: Quantity, words: Words) -> bool:
    """1800 to 2100 in four plain digits, no comma and no hedge."""
    if quantity.hedge is not Approximation.EXACT:
        return False
    plain = words.lows[quantity.core]
    in_years = _FIRST_YEAR <= quantity.low <= _LAST_YEAR
    return quantity.is_point and plain.isdecimal() and len(plain) == _YEAR_DIGITS and in_years


def noun_after(words: Words, index: int) -> str:
    """The lemma of what follows at `index`, "" if nothing can be counted there."""
    return counted_noun(words, index)[0]


def counted_noun(
    words: Words, index: int, stop_at: Container[str] = frozenset()
) -> tuple[str, int]:
    """The counted noun of the run of words at `index`, as a lemma, with its last word."""
    at, last = index, -1
    while words.low(at) in _SKIP:
        at += 1
    start = at
    while at < len(words) and at - start < _LONGEST_RUN and words.together(index - 1, at):
        low = words.lows[at]
        if low in _STOPS or not low[0].isalpha() or words.taken[at] or (
            at > start and _is_verb(low)
        ):
            break
        last = at
        at += 1
        if is_plural(low) or low in stop_at:
            break
    if last > start and words.lows[last].endswith("ed") and words.lows[last] not in _NOUNS_ED:
        last -= 1
    return (lemma(words.lows[last].removesuffix("'s")), last) if last >= 0 else ("", -1)


def _is_verb(low: str) -> bool:
    """A finite verb cannot be counted: "12 people died"."""
    return low in AUXILIARIES or low in PAST or low in PRESENT


@cache
def is_plural(low: str) -> bool:
    """A noun in the plural, which ends a run: "13 other municipalities in California"."""
    if low.endswith("'s"):
        return False
    return low in _IRREGULAR or (low.endswith("s") and lemma(low) != low)
