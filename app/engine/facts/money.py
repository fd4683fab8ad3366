"""Amounts of money with magnitude and currency.

Grammar:
    money = [hedge] sign figure [magnitude] [range]   "$2.3m", "about £40,000", "$2-3 million"
          | code figure | figure code                 "EUR 2.1m", "2.1m EUR"
          | quantity currency-word                    "two million dollars", "50 pence"
    sign  = ["US"|"A"|"C"|"HK"|"NZ"|"R"] "$" | "£" | "€" | "¥" | "₹" | "₽" | "₩" | "₺" | "₴"
Normal form: ISO 4217 code; a bare "$" is USD; cents and pence are hundredths. Equal: the same
amount in the same currency. Compatible: ranges that meet in one currency; amounts in two
currencies are never set against each other. Left alone: pounds of weight (counts in "lb"), games
that were won.
"""

from app.domain.facts import Money
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₦": "NGN",
}
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "r": "BRL",
    "u.s.": "USD",
}
CODES = {
    code.lower(): code
    for code in [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CHF",
        "CAD",
        "AUD",
        "NZD",
        "CNY",
        "INR",
        "RUB",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "BRL",
        "MXN",
        "ZAR",
        "TRY",
        "KRW",
        "HKD",
        "SGD",
        "UAH",
        "ILS",
    ]
}
_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rupees": "INR",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "peso": "MXN",
    "pesos": "MXN",
    "francs": "CHF",
    "franc": "CHF",
    "kroner": "NOK",
    "kronor": "SEK",
    "shekels": "ILS",
    "rand": "ZAR",
    "reais": "BRL",
    "won": "KRW",
    "bucks": "USD",
    "hryvnia": "UAH",
    "lira": "TRY",
    "zloty": "PLN",
}
_HUNDREDTHS = {"cents": "USD", "cent": "USD", "pence": "GBP", "penny": "GBP"}
_HEAVY = (["heavier"], ["lighter"], ["overweight"])
_MONEY = listed("""
    money cash funding debt debts savings damage aid taxpayer taxpayer's taxpayers' taxpayers public
    government investment income losses compensation profit profits revenue support help
""")
_WEIGHED = listed("""
    baby boy girl man woman fish bass salmon carp bomb bombs dog cat pig turkey pumpkin rock rocks
    stone stones block package parcel bag bags weight weights load bear shark python alligator
    steak rocket boulder
""")
_NEAR = 5
_SLIMMERS = frozenset({"he", "she", "i", "they", "who"})
_CUES = _SIGNS.keys() | CODES.keys() | _WORDS.keys() | _HUNDREDTHS.keys()
_FEWEST_WON = 100
_WEIGHT = listed("weigh weighs weighed weighing gained shed slimmed heavy weight")


def read(scene: Scene) -> list[Found]:
    """The amounts of money of a text."""
    words = scene.words
    found = []
    for quantity in scene.beside(_CUES):
        one = _signed(words, quantity) or _worded(words, quantity)
        if one is not None:
            words.take(one.first, one.last)
            found.append(one)
    return found


def _signed(words: Words, quantity: Quantity) -> Found | None:
    """As in "$2.3m", "US$40", "EUR 2.1m"."""
    at = quantity.core - 1
    low = words.low(at)
    currency, first = _SIGNS.get(low, ""), at
    if low == "$" and words.touches(at) and words.low(at - 1) in _DOLLARS:
        currency, first = _DOLLARS[words.low(at - 1)], at - 1
    if not currency and low in CODES and words.words[at].isupper():
        currency = CODES[low]
    if not currency or not words.together(at, quantity.core):
        return None
    return _found(quantity, currency, min(first, quantity.first), quantity.last, 1.0)


def _worded(words: Words, quantity: Quantity) -> Found | None:
    """As in "two million dollars", "2.1m euros", "40 US dollars"."""
    at = quantity.last + 1
    if words.low(at) in {"-", "‑"} and words.touches(at):
        at += 1
    named = words.low(at) in {
        "us",
        "u.s.",
        "american",
        "canadian",
        "australian",
        "british",
        "swiss",
        "hong",
    }
    low = words.low(at + named)
    if low in _HUNDREDTHS:
        return _found(quantity, _HUNDREDTHS[low], quantity.first, at + named, 0.01)
    if low in CODES and words.words[at].isupper():
        return _found(quantity, CODES[low], quantity.first, at, 1.0)
    if (
        low not in _WORDS
        or not words.together(quantity.core, at + named)
        or (low == "won" and quantity.low < _FEWEST_WON)
    ):
        return None
    if low in {"pound", "pounds"} and is_weight(words, quantity, at):
        return None
    currency = {"canadian": "CAD", "australian": "AUD"}.get(words.low(at), _WORDS[low])
    return _found(quantity, currency, quantity.first, at + named, 1.0)


def is_weight(words: Words, quantity: Quantity, at: int) -> bool:
    """Pounds of something, or pounds that somebody weighs: "12 pounds of butter", never "of public
    money"; `at` is the word "pounds"."""
    start = max(0, quantity.first - _NEAR)
    while not words.together(start, quantity.first):
        start += 1
    near = words.lows[start : quantity.first]
    slimmed = near[-1:] == ["lost"] and not _SLIMMERS.isdisjoint(near[:-1])
    after = words.lows[at + 1 : at + 4]
    if after[:1] == ["of"]:
        return _MONEY.isdisjoint(after)
    weighs = any(low in _WEIGHT for low in near) or after[:1] in _HEAVY
    if slimmed or weighs or after[:2] == ["in", "weight"]:
        return True
    glued = words.low(at - 1) in {"-", "‑"} and words.touches(at)
    return glued and not _WEIGHED.isdisjoint(after[:1])


def _found(quantity: Quantity, currency: str, first: int, last: int, unit: float) -> Found:
    return Found(
        Money(
            low=quantity.low * unit,
            high=quantity.high * unit,
            currency=currency,
            hedge=quantity.hedge,
        ),
        first,
        last,
    )
