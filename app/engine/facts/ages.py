"""Ages: how old somebody is. Their figures are never counts or durations.

Grammar:
    age = quantity "years old" | quantity "years of age" | quantity "-year-old"
        | ("aged" | "age" | "ages") quantity [("and" | "to" | ",") figure]
        | ("turned" | "turns" | "turning") figure
        | Name "," figure ("," | "." | ...)  | Name "(" figure ")"
        | person "of" figure                           "a man of 27", "a child of four"
        | ("children" | "adults" | ...) ("under" | "over") figure      a limit, with its hedge
        | "in" ["his" | "her" | "their"] ["early" | "mid" | "late"] tens "s"     "in her 30s"
Normal form: years, with the person if one stands beside. Equal: the same years of the same person.
Compatible: ranges that meet; a year apart where a birthday may lie between. Left alone: months,
days, figures beyond 120, the age of things ("a 40-year-old bridge", "the building is 90 years
old"), groups of so many ("a crew of 12").
"""

from app.domain.facts import Age, Approximation, FactKind
from app.engine.facts.calendar import MONTHS, WEEKDAYS
from app.engine.facts.figures import SPELT, TENS, figure
from app.engine.facts.gazetteer import PLACES
from app.engine.facts.mentions import Mention
from app.engine.facts.nouns import is_plural
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.verbs import AUXILIARIES
from app.engine.words import Words

_OLDEST = 120
_AGED = frozenset({"aged", "age", "ages"})
_TURNED = frozenset({"turned", "turns", "turning"})
_CLOSE = listed(", . ; ) — – who was is has and")
_CLOSE_OR_WHEN = _CLOSE | listed("on in this last next at during")
_CLOSE_APPOSED = _CLOSE - {")"}
_NO_PERSONS = frozenset(MONTHS) | frozenset(WEEKDAYS) | PLACES
_PERSONS = listed("""
    man woman boy girl child teenager youth lad toddler infant pensioner age widow widower
""")
_AGE_GROUPS = listed("""
    children adults people men women toddlers boys girls youngsters drivers pensioners residents
    anyone everyone those
""")
_LIMITS = frozenset({Approximation.UNDER, Approximation.OVER})
_THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_DECADES = {f"{ten[:-1]}ies": size for ten, size in TENS.items()}
_OWNERS = frozenset({"his", "her", "their", "my"})
_THINGS = listed("""
    building bridge dam house home tree church company firm club law treaty ban feud war ship
    tower tradition dispute record school stadium theatre theater plant hall tunnel road rule
    agreement pact institution newspaper museum business contract deal ceasefire conflict
    factory structure mill pier vessel aircraft system
""")
_COMPOUNDS = {
    f"{spelt}-year-{old}": number for spelt, number in SPELT.items() for old in ("old", "olds")
}
_LONGEST_PHRASE = 4
_NEAR = 5


def read(scene: Scene) -> list[Found]:
    """The ages of a text; holders are filled in by `with_holders`."""
    found = []
    words = scene.words
    for quantity in scene.free():
        one = _told(words, quantity) or _decade(words, quantity)
        if one is not None and not words.taken[one.first]:
            words.take(one.first, one.last)
            found.append(one)
    return found + _spelt(words)


def _told(words: Words, quantity: Quantity) -> Found | None:
    """As in "34 years old", "aged 34", "Lind, 34,"."""
    if not 0 < quantity.high <= _OLDEST:
        return None
    last = _years_old(words, quantity)
    if last >= 0:
        return None if _is_thing(words, quantity, last) else _age(quantity, quantity.first, last)
    before = words.low(quantity.core - 1)
    if _is_person_of(words, quantity) or _limits(words, quantity):
        return _age(quantity, quantity.first, quantity.end)
    if before in _AGED and words.together(quantity.core - 1, quantity.core):
        return _aged(words, quantity)
    if before in _TURNED and quantity.is_whole and _closes(words, quantity.end + 1):
        return _age(quantity, quantity.core - 1, quantity.end)
    return _age(quantity, quantity.core, quantity.end) if _stands_by(words, quantity) else None


def _is_person_of(words: Words, quantity: Quantity) -> bool:
    """As in "a man of 27", "at the age of 61"; a crew of 12 is no person."""
    at = quantity.first - 1
    if words.low(at) != "of" or not words.together(at - 1, quantity.end) or not quantity.is_whole:
        return False
    after = words.low(quantity.end + 1)
    closes = after in _CLOSE_OR_WHEN or after in AUXILIARIES or not is_plural(after or "-")
    return words.low(at - 1) in _PERSONS and closes and quantity.high > 0


def _limits(words: Words, quantity: Quantity) -> bool:
    """As in "children under 12", "adults over 65"."""
    if quantity.hedge not in _LIMITS or words.low(quantity.first - 1) not in _AGE_GROUPS:
        return False
    return quantity.is_point and not is_plural(words.low(quantity.end + 1) or "-")


def _age(quantity: Quantity, first: int, last: int) -> Found:
    return Found(Age(low=quantity.low, high=quantity.high, hedge=quantity.hedge), first, last)


def _years_old(words: Words, quantity: Quantity) -> int:
    """The last word of "years old", "years of age", "-year-old"; -1 if none."""
    at = quantity.end + 1
    if words.low(at) in {"-", "‑"} and words.touches(at):
        at += 1
    low = words.low(at)
    if low in {"year-old", "year-olds"}:
        return at
    if low not in {"year", "years"} or not words.together(quantity.core, at):
        return -1
    if words.low(at + 1) == "old":
        return at + 1
    return at + 2 if words.lows[at + 1 : at + 3] == ["of", "age"] else -1


def _is_thing(words: Words, quantity: Quantity, last: int) -> bool:
    """What is that old is no person."""
    if words.lows[last] == "old":
        near = words.lows[max(0, quantity.first - _NEAR) : quantity.first]
    else:
        near = words.lows[last + 1 : last + 1 + _LONGEST_PHRASE]
    return any(low in _THINGS for low in near)


def _aged(words: Words, quantity: Quantity) -> Found:
    """As in "aged 8 and 11", "aged 18 to 24"."""
    low, high, last = quantity.low, quantity.high, quantity.end
    if words.low(last + 1) in {"and", "to"} and words.together(last, last + 2):
        other = figure(words, last + 2)
        if other is not None and other[0] <= _OLDEST:
            low, high, last = min(low, other[0]), max(high, other[0]), other[1]
    return Found(Age(low=low, high=high, hedge=quantity.hedge), quantity.core - 1, last)


def _closes(words: Words, at: int) -> bool:
    return words.low(at) in _CLOSE_OR_WHEN or at >= len(words)


def _stands_by(words: Words, quantity: Quantity) -> bool:
    """As in "Mara Lind, 34, runs" and "Mara Lind (34)"."""
    before, at = words.low(quantity.core - 1), quantity.core - 2
    if before not in {",", "("} or quantity.spelt or not quantity.is_point or at < 0:
        return False
    if not (quantity.is_whole and words.words[quantity.core].isdecimal()):
        return False
    name = words.words[at]
    if not (name[0].isupper() and words.lows[at] not in _NO_PERSONS):
        return False
    after = words.low(quantity.end + 1)
    fits = after == ")" if before == "(" else after in _CLOSE_APPOSED
    return fits and words.together(at, quantity.end) and not _is_list(words, quantity)


def _is_list(words: Words, quantity: Quantity) -> bool:
    """As in "Rovers, 3, United, 2" or "Route A, 34, 35": figures follow figures."""
    return words.low(quantity.end + 2)[:1].isdigit()


def _decade(words: Words, quantity: Quantity) -> Found | None:
    """As in "in his 30s", "in her early forties"."""
    at = quantity.end + 1
    if quantity.spelt or words.low(at) != "s" or not words.touches(at):
        return None
    if quantity.low % 10 or not 0 < quantity.low < _OLDEST:
        return None
    return _in_decade(words, quantity.core, at, quantity.low)


def _in_decade(words: Words, first: int, last: int, size: float) -> Found | None:
    before = first - 1
    part = _THIRDS.get(words.low(before))
    before -= part is not None
    if words.low(before) not in _OWNERS:
        return None
    low, high = part or (0, 9)
    return Found(Age(low=size + low, high=size + high), before + 1, last)


def _spelt(words: Words) -> list[Found]:
    """As in "in her forties", "an eighteen-year-old"."""
    found = []
    for index in words.where(_DECADES.keys()):
        one = _in_decade(words, index, index, _DECADES[words.lows[index]])
        if one is not None:
            found.append(one)
    for index in words.where(_COMPOUNDS.keys()):
        years = float(_COMPOUNDS[words.lows[index]])
        if not any(low in _THINGS for low in words.lows[index + 1 : index + _NEAR]):
            found.append(Found(Age(low=years, high=years), index, index))
    for one in found:
        words.take(one.first, one.last)
    return found


def with_holders(words: Words, found: list[Found], named: list[Mention]) -> list[Found]:
    """The ages with the person who stands right before or right after."""
    starts = {one.office_first if 0 <= one.office_first < one.first else one.first: one
              for one in named if one.kind is FactKind.PERSON}
    ends = {one.last: one for one in named if one.kind is FactKind.PERSON}
    done = []
    for one in found:
        if isinstance(one.value, Age):
            holder = ends.get(one.first - 2) if words.low(one.first - 1) in {",", "("} else None
            holder = holder or _after(words, one.last, starts)
            if holder is not None:
                value = Age(low=one.value.low, high=one.value.high, holder=holder.name,
                            hedge=one.value.hedge)
                done.append(one._replace(value=value))
                continue
        done.append(one)
    return done


def _after(words: Words, last: int, starts: dict[int, Mention]) -> Mention | None:
    """As in "the 35-year-old Lind", "the 35-year-old driver Mara Lind"."""
    for at in (last + 1, last + 2):
        if at in starts and words.together(last, at) and words.low(at - 1) != ",":
            return starts[at]
    return None


