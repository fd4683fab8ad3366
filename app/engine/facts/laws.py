"""Laws and orders by their identifiers. Their figures are never counts.

Grammar:
    code    = number ("U.S.C." | "U.S. Code" | "C.F.R.") ["§" | "section"] section
    bill    = ("Senate Bill" | "Assembly Bill" | "SB" | "AB" | "HB" | "H.R." | ...) number
    order   = [Capitalised] ("Order" | "Directive" | "Regulation" | "Resolution" | ...) number
    part    = ("Section" | "Article" | "Title" | "Chapter" | "§") number [letter]
    measure = ("Proposition" | "Prop" | "Measure" | "Amendment") number
Normal form: the full name ("SB 54" is "Senate Bill 54"), one space, straight marks. Equal: the same
name. Compatible: only what is equal. Left alone: rooms, routes, flights, "order 12 pizzas".
"""

from app.domain.facts import FactKind, Named
from app.engine.facts.nouns import is_plural
from app.engine.facts.scene import Found, Scene
from app.engine.verbs import is_finite
from app.engine.words import Words

_BILLS = {
    "sb": "Senate Bill",
    "ab": "Assembly Bill",
    "hb": "House Bill",
    "hr": "House Resolution",
    "h.r.": "House Resolution",
    "sr": "Senate Resolution",
    "sjr": "Senate Joint Resolution",
    "ajr": "Assembly Joint Resolution",
}
_HEADS = {
    "bill",
    "order",
    "directive",
    "law",
    "regulation",
    "rule",
    "resolution",
    "ordinance",
    "act",
    "file",
    "decree",
    "statute",
}
_PARTS = {
    "section",
    "article",
    "chapter",
    "title",
    "proposition",
    "prop",
    "measure",
    "amendment",
    "part",
    "clause",
    "§",
    "sec",
    "art",
    "resolution",
    "ordinance",
    "regulation",
    "directive",
}
_LONG = {"prop": "Proposition", "sec": "Section", "art": "Article", "§": "§"}


_CUES = _BILLS.keys() | _HEADS | _PARTS | {"u.s.c.", "usc", "c.f.r.", "cfr", "u.s."}
_VERBS_TOO = frozenset({"order", "file", "rule", "bill", "act"})
_NO_PART_OF_NAME = frozenset({"the", "under", "this", "that"})
_INNER_MARKS = frozenset("()-/")
_LONGEST_ACT = 5
_LONGEST_NUMBER = 8
_LONGEST_LETTERS = 4


def read(scene: Scene) -> list[Found]:
    """The laws that a text names by number."""
    found = []
    words = scene.words
    for quantity in scene.beside(_CUES):
        if quantity.spelt:
            continue
        one = _code(words, quantity.core) or _named(words, quantity.core)
        if one is not None:
            words.take(one.first, one.last)
            found.append(one)
    return found


def _code(words: Words, index: int) -> Found | None:
    """As in "8 U.S.C. § 1373", "8 USC 1373", "42 U.S. Code § 1983"."""
    at = index + 1
    if words.low(at) in {"u.s.c.", "usc", "c.f.r.", "cfr"}:
        book = words.words[at].replace(".", "").upper()
    elif words.low(at) == "u.s." and words.low(at + 1) == "code":
        book, at = "USC", at + 1
    else:
        return None
    book = ".".join(book) + "."
    at += 1
    while words.low(at) in {"§", "section", "sections", "sec", "."}:
        at += 1
    if not words.low(at)[:1].isdigit() or not words.together(index, at):
        return None
    number, last = _number(words, at)
    return Found(_law(f"{words.words[index]} {book} § {number}"), index, last)


def _number(words: Words, index: int) -> tuple[str, int]:
    """A number with the letters and brackets glued to it: "1373(a)", "12-B"."""
    last = index
    while last - index < _LONGEST_NUMBER and _goes_on(words, last + 1):
        last += 1
    while last > index and not (words.lows[last][0].isalnum() or words.lows[last] == ")"):
        last -= 1
    return words.surface(index, last), last


def _goes_on(words: Words, at: int) -> bool:
    """The word at `at` is glued to the number of a law and part of it."""
    low = words.low(at)
    short = low[:1].isalnum() and len(low) <= _LONGEST_LETTERS
    return words.touches(at) and (short or low in _INNER_MARKS)


def _named(words: Words, index: int) -> Found | None:
    """A law whose name ends in the number at `index`."""
    at = index - 1
    if words.low(at) in {"no", "no.", "number", "nº", "#"}:
        at -= 1
    elif words.low(at) == "." and words.low(at - 1) in {"no", "sec", "art"}:
        at -= 2 if words.low(at - 1) == "no" else 1
    elif words.low(at) in {"-", "‑"} and words.touches(index):
        at -= 1
    if at < 0 or not words.together(at, index):
        return None
    name, first = _name(words, at)
    if not name or _is_bidding(words, first, index):
        return None
    number, last = _number(words, index)
    return Found(_law(f"{name} {number}"), first, last)


def _is_bidding(words: Words, first: int, index: int) -> bool:
    """As in "Order 12 pizzas": a verb that opens its sentence, and what it asks for."""
    opens = first == 0 or not words.together(first - 1, first)
    asked = is_plural(words.low(index + 1) or "-") and not is_finite(words, index + 1)
    return opens and asked and words.lows[first] in _VERBS_TOO and first == index - 1


def _name(words: Words, at: int) -> tuple[str, int]:
    """The words of the law's name that end at `at`, in full, and the first of them."""
    low, word = words.low(at), words.words[at]
    if low in _BILLS and (word.isupper() or "." in word):
        return _BILLS[low], at
    if low in _HEADS and word[:1].isupper():
        before = words.words[at - 1] if words.together(at - 1, at) else ""
        if before[:1].isupper() and before.isalpha() and before.lower() not in _NO_PART_OF_NAME:
            first = _first_of_act(words, at) if low == "act" else at - 1
            return " ".join(words.words[first : at + 1]), first
        return ("" if low in {"bill", "file"} else word), at
    if low in _PARTS and (word[:1].isupper() or low in {"§", "section"}):
        return _LONG.get(low, word.capitalize()), at
    return "", at


def _first_of_act(words: Words, at: int) -> int:
    """The first word of "Voting Rights Act", at most five before its last."""
    first = at - 1
    while first > max(0, at - _LONGEST_ACT) and words.together(first - 1, at) and (
        words.words[first - 1][0].isupper() and words.words[first - 1].isalpha()
        and words.lows[first - 1] not in _NO_PART_OF_NAME
    ):
        first -= 1
    return first


def _law(name: str) -> Named:
    return Named(of_kind=FactKind.LAW, name=name)
