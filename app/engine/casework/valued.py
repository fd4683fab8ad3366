"""The value of a fact as an amount in its base unit."""

import re

from app.domain.facts import Approximation, Count, Duration, Fact, Money, Percent
from app.engine.casework.measuring import Amount
from app.engine.casework.roles import CURRENCIES
from app.engine.casework.told import Told, place_of
from app.engine.casework.units import UNITS, measured

SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
TIMES = {"two": 2, "three": 3}
_SHARE = re.compile(
    r"\b(a|one|two|three)?[ -]?(half|third|quarter|fifth|tenth)s? of [^,.;]{0,40}$", re.IGNORECASE)
_PART = re.compile(r"\b(\d[\d,]*) (?:out )?of (?:(?!\d)[\w’']+ ){0,3}(\d[\d,]*) [\w ]{2,20}$")


def amount_of(told: Told, fact: Fact) -> Amount:
    """A fact's value in its base unit, with who said it and when."""
    value, place = fact.value, place_of(fact)
    attributed = told.side.claim.speaker.name if told.side.claim.speaker else ""
    if isinstance(value, Count) and value.counted in CURRENCIES:
        return Amount(value.low, value.high, value.hedge, "money", place, attributed,
                      told.published_on, currency=value.counted)
    if isinstance(value, Money):
        return Amount(value.low, value.high, value.hedge, "money", place, attributed,
                      told.published_on, currency=value.currency)
    if isinstance(value, Percent):
        return Amount(value.low, value.high, value.hedge, "percent", place, attributed,
                      told.published_on, points=value.points)
    if isinstance(value, Duration):
        return Amount(value.low, value.high, value.hedge, "duration", place, attributed,
                      told.published_on, grain=_grain(value.words))
    assert isinstance(value, Count)  # noqa: S101  the last of four kinds
    return _count(told, value, fact, attributed)


def _grain(words: str) -> float:
    """Half the unit in which a time is told, in days: "two minutes" may be 131 seconds."""
    return next((days / 2 for unit, days in _GRAINS.items() if unit in words.casefold()), 0.0)


_GRAINS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0,
           "month": 30.0, "year": 365.0}
_A_SECOND = re.compile(r" (?:an?|per) second\b|/s\b")
_FAHRENHEIT = re.compile(r" ?(?:degrees? )?(?:Fahrenheit|F)\b")


def _count(told: Told, value: Count, fact: Fact, attributed: str) -> Amount:
    start = told.side.claim.span.start
    share = _SHARE.search(told.side.text[:fact.start - start])
    place = place_of(fact)
    part = _PART.search(told.side.text[:fact.end - start])
    if part is not None and value.low > 0:
        low = float(part[1].replace(",", ""))
        place = place._replace(start=start + part.start())
        return Amount(low, low, Approximation.EXACT, "", place, attributed, told.published_on,
                      whole=float(part[2].replace(",", "")))
    if share is not None:
        times = SHARES[share[2].lower()] * TIMES.get((share[1] or "").lower(), 1)
        place = place._replace(start=start + share.start())
        return Amount(round(value.low * times), round(value.high * times), Approximation.ABOUT,
                      "", place, attributed, told.published_on)
    unit = value.unit or value.counted
    low, high, kind = measured(unit) if unit in UNITS else (1.0, 1.0, "")
    after = told.side.text[fact.end - start:]
    if kind == "length" and _A_SECOND.match(after):
        kind = "speed"
    if kind == "temperature" and _FAHRENHEIT.match(after):
        celsius = (value.low - 32) * 5 / 9
        return Amount(celsius, celsius, Approximation.ABOUT, kind, place, attributed,
                      told.published_on)
    return Amount(value.low * low, value.high * high, value.hedge, kind, place, attributed,
                  told.published_on, exact=value.low == value.high)
