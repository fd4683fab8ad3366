"""How many, how much, how large: figures that answer one question about one thing."""

import re
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from app.domain.facts import Approximation, Count, Fact, FactKind, Money, Percent
from app.domain.pairs import Reason
from app.engine import lexicon
from app.engine.casework.measuring import Amount, compare_amounts
from app.engine.casework.questions import Answered, Question, grouped, shared_label
from app.engine.casework.told import CaseWords, Told, place_of

_KINDS = (FactKind.COUNT, FactKind.MONEY, FactKind.PERCENT)

_ROLES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("deaths", "Death toll", frozenset({"die", "dead", "kill", "toll", "death", "fatality"})),
    ("injured", "Injured", frozenset({"injure", "injured", "hurt", "wound", "wounded"})),
    ("missing", "Missing", frozenset({"missing", "unaccounted"})),
    ("moved", "People moved to safety",
     frozenset({"evacuate", "rescue", "rescuer", "safety", "flee", "displace", "shelter"})),
    ("crowd", "Size of the crowd",
     frozenset({"march", "protest", "rally", "vigil", "crowd", "attend", "gather",
                "demonstrator", "protester", "turnout"})),
    ("jobs", "Jobs", frozenset({"job", "layoff", "redundancy"})),
    ("population", "Population",
     frozenset({"resident", "live", "population", "inhabitant", "city", "town"})),
)
"""What people are counted for, by the words around the figure. The first that fits counts."""

_PEOPLE = frozenset({"people", "person", "resident", "dead", "death", "victim", "man", "woman",
                     "child", "inhabitant", "citizen", "", "demonstrator", "protester",
                     "marcher", "fatality", "job", "worker", "attendee"})
_SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_SHARE = re.compile(
    r"\b(a|one|two|three)?[ -]?(half|third|quarter|fifth|tenth)s? of [^,.;]{0,40}$", re.IGNORECASE)
_TIMES = {"two": 2, "three": 3}


class _Asked(NamedTuple):
    """What a figure is of: how it is measured, the role or thing counted."""

    measure: str
    role: str
    thing: str
    amount: Amount


def ask(case: CaseWords) -> list[Question]:
    """One question a thing that two claims count or measure."""
    answers = [answer for told in case.told for answer in _answers(told)]
    groups = grouped(answers, lambda one, other: _same_thing(case, one, other),
                     lambda one: _keys(case, one))
    return [_question(case, group) for group in groups]


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    """Where a figure may meet others of its kind: its role, its noun, or any rare word."""
    event, asked = case.event(one.told), one.meant
    if asked.role:
        yield event, asked.measure, asked.role
        return
    if asked.thing and asked.measure == "count":
        for noun in _nouns(asked.thing):
            yield event, asked.measure, noun
        return
    for word in one.told.words:
        if case.is_rare(word):
            yield event, asked.measure, word


def _question(case: CaseWords, group: list[Answered]) -> Question:
    labels = {role: label for role, label, _ in _ROLES}
    role, thing = group[0].meant.role, group[0].meant.thing
    fallback = thing.capitalize() or "Figure"
    if not role and thing and group[0].meant.measure == "count":
        label = _plural(group)
    else:
        label = labels.get(role) or shared_label(case, group, fallback, without=_UNITS)
    return Question(label=label, reason=Reason.NUMBER, answers=tuple(group),
                    compare=compare_amounts, inside=True)


def _plural(group: list[Answered]) -> str:
    """The thing counted in the words of an article: "Homes"."""
    words = min((one.value.split()[-1] for one in group if not one.value[-1:].isdecimal()),
                key=lambda word: (not word.endswith("s"), len(word)), default="figure")
    return words.capitalize()


def _answers(told: Told) -> Iterator[Answered]:
    """The figures of a claim; "one resident told us" counts nobody."""
    speaker = told.side.claim.speaker
    for fact in told.facts(*_KINDS):
        if speaker is None or fact.surface.casefold() not in speaker.name.casefold():
            yield _answer(told, fact)
    yield from _bare(told)


_SPOKEN = re.compile(r"\b(?:spoke of|put it at|put the|estimated|reckoned)\b")
"""Figures whose noun stands in the sentence before: "organizers spoke of 900"."""

_TOLL = re.compile(
    r"\b(?:toll|number of (?:people )?(?:killed|dead|deaths|injured|missing))\b[^.;]{0,60}?"
    r"\b(?:to|at|of|is|was|reached|now) (\d[\d,]*)\b(?! ?(?:percent|%|a\.m|p\.m|:))",
    re.IGNORECASE)


def _bare(told: Told) -> Iterator[Answered]:
    """A toll that is told without its noun: "the toll rose to 19"."""
    match = _TOLL.search(told.side.text)
    start = told.side.claim.span.start
    if match is None or any(fact.start <= start + match.start(1) < fact.end
                            for fact in told.side.claim.facts):
        return
    figure = float(match[1].replace(",", ""))
    fact = Fact(value=Count(low=figure, high=figure, counted="people"), surface=match[1],
                start=start + match.start(1), end=start + match.end(1))
    yield _answer(told, fact)


def _answer(told: Told, fact: Fact) -> Answered:
    amount = _amount(told, fact)
    start = told.side.claim.span.start
    thing = fact.value.counted if isinstance(fact.value, Count) else ""
    words = told.words | {thing} | (told.near if _SPOKEN.search(told.side.text) else frozenset())
    role = next((role for role, _, of in _ROLES if of & words), "") if (
        isinstance(fact.value, Count) and thing in _PEOPLE and not amount.measure) else ""
    if role == "population" and told.facts(FactKind.VOTE):
        role = ""
    surface = told.side.text[amount.place.start - start:amount.place.end - start]
    return Answered(
        told=told, value=surface, places=(amount.place,),
        meant=_Asked(amount.measure or type(fact.value).__name__.lower(), role, thing, amount),
    )


def _amount(told: Told, fact: Fact) -> Amount:
    value, place = fact.value, place_of(fact)
    attributed = told.side.claim.speaker.name if told.side.claim.speaker else ""
    if isinstance(value, Money):
        return Amount(value.low, value.high, value.hedge, "money " + value.currency, place,
                      attributed, told.published_on)
    if isinstance(value, Percent):
        return Amount(value.low, value.high, value.hedge, "percent", place, attributed,
                      told.published_on, points=value.points)
    assert isinstance(value, Count)  # noqa: S101  the third of three kinds
    return _count(told, value, fact, attributed)


def _count(told: Told, value: Count, fact: Fact, attributed: str) -> Amount:
    start = told.side.claim.span.start
    before = told.side.text[:fact.start - start]
    share = _SHARE.search(before)
    place = place_of(fact)
    if share is not None:
        times = _SHARES[share[2].lower()] * _TIMES.get((share[1] or "").lower(), 1)
        place = place._replace(start=start + share.start())
        return Amount(round(value.low * times), round(value.high * times), Approximation.ABOUT,
                      "", place, attributed, told.published_on)
    size, kind = lexicon_unit(value.unit or value.counted)
    return Amount(value.low * size, value.high * size, value.hedge, kind, place, attributed,
                  told.published_on)


def lexicon_unit(unit: str) -> tuple[float, str]:
    """How much of the base unit a unit is, and what it measures; (1, "") for things counted.

    Factors are those of the international yard and pound (1959) and of the SI.
    """
    return _UNITS.get(unit, (1.0, ""))


_UNITS: dict[str, tuple[float, str]] = {
    "m": (1.0, "length"), "meter": (1.0, "length"), "metre": (1.0, "length"),
    "cm": (0.01, "length"), "km": (1000.0, "length"), "kilometer": (1000.0, "length"),
    "kilometre": (1000.0, "length"), "mi": (1609.344, "length"), "mile": (1609.344, "length"),
    "ft": (0.3048, "length"), "foot": (0.3048, "length"), "in": (0.0254, "length"),
    "inch": (0.0254, "length"), "yd": (0.9144, "length"), "yard": (0.9144, "length"),
    "ha": (10_000.0, "area"), "hectare": (10_000.0, "area"), "acre": (4046.8564224, "area"),
    "ac": (4046.8564224, "area"), "sq km": (1e6, "area"), "km2": (1e6, "area"),
    "sq mi": (2_589_988.110336, "area"), "mi2": (2_589_988.110336, "area"),
    "kg": (1.0, "weight"), "kilogram": (1.0, "weight"), "t": (1000.0, "weight"),
    "ton": (907.18474, "weight"), "tonne": (1000.0, "weight"), "lb": (0.45359237, "weight"),
    "pound": (0.45359237, "weight"), "g": (0.001, "weight"),
    "km/h": (1 / 3.6, "speed"), "mph": (0.44704, "speed"), "m/s": (1.0, "speed"),
    "l": (1.0, "volume"), "liter": (1.0, "volume"), "litre": (1.0, "volume"),
    "gal": (3.785411784, "volume"), "gallon": (3.785411784, "volume"),
    "mw": (1.0, "power"), "gw": (1000.0, "power"),
}


def _same_thing(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Both figures are of one thing: one role, or one noun or measure in like surroundings."""
    if one.told.id == other.told.id or not case.one_event(one.told, other.told):
        return False
    ours: _Asked = one.meant
    theirs: _Asked = other.meant
    if ours.role or theirs.role:
        return ours.role == theirs.role
    shared = case.shared(one.told, other.told)
    if ours.thing and theirs.thing and ours.measure == "count":
        if not _one_noun(ours.thing, theirs.thing):
            return False
        return ours.thing not in _LOOSE or bool(shared - {ours.thing, theirs.thing})
    return bool(shared - {ours.thing, theirs.thing})


_LOOSE = frozenset({"law", "document", "member", "time", "day", "year", "week", "month", "part",
                    "vote", "people", "person", "resident", "thing", "way", "case"})
"""Nouns so common that two counts of them are of one thing only where more is shared."""


_ONE_NOUN = {"municipality": "city", "house": "home", "household": "home", "resident": "people",
             "person": "people"}


def _nouns(thing: str) -> Iterator[Hashable]:
    """The noun and its synonym groups: figures of one of them may be of one thing."""
    yield _ONE_NOUN.get(thing, thing)
    yield from lexicon.groups(thing, thing)


def _one_noun(one: str, other: str) -> bool:
    return not set(_nouns(one)).isdisjoint(_nouns(other))
