"""Figures of people that stand without their noun: tolls, crowds, nobody at all."""

import re
from collections.abc import Iterator

from app.domain.facts import Count, Fact, FactKind
from app.engine.casework.told import Told
from app.engine.lexicon import NUMBER_WORDS
from app.engine.listing import listed


def told_without_noun(told: Told) -> Iterator[Fact]:
    """Counts of people that the claim's own facts do not hold."""
    yield from _bare(told)
    yield from _nobody(told)
    yield from _came(told)


_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|no (?:people|passengers|residents))\b",
                     re.IGNORECASE)
_CAME = re.compile(
    r"\b(?:between (?P<low>\d[\d,]{3,}) and )?(?P<figure>\d[\d,]{3,})(?: of us)? "
    r"(?:(?:had|have) )?(?:come|came|march(?:ed)?|attended|turned out|turned up|say|gathered|"
    r"packed|joined)\b", re.IGNORECASE)


_COMING = frozenset({"come", "came", "march", "marched", "attended", "turned", "say", "gathered",
                     "packed", "joined"})


def _nobody(told: Told) -> Iterator[Fact]:
    """Nobody is a count too: "nobody was missing"."""
    match = None if _NONE.isdisjoint(told.forms) else _NOBODY.search(told.side.text)
    if match is not None and not _HARM.isdisjoint(told.words):
        yield _people(told, match, match.span(), 0.0, 0.0)


_HARM = listed("die dead kill death injure injured hurt wound wounded miss missing arrest detain "
               "evacuate come attend march strand trap rescue survive escape")
_NONE = frozenset({"nobody", "no"})


def _came(told: Told) -> Iterator[Fact]:
    """A crowd told by what it did: "40,000 had come"."""
    match = None if _COMING.isdisjoint(told.forms) else _CAME.search(told.side.text)
    base = told.side.claim.span.start
    if match is None or any(fact.start < base + match.end("figure")
                            and base + match.start("figure") < fact.end
                            for fact in told.facts(FactKind.COUNT)):
        return
    high = float(match["figure"].replace(",", ""))
    low = float((match["low"] or match["figure"]).replace(",", ""))
    start = match.start("low" if match["low"] else "figure")
    yield _people(told, match, (start, match.end("figure")), low, high)


def _people(told: Told, match: re.Match[str], at: tuple[int, int], low: float, high: float) -> Fact:
    base, (start, end) = told.side.claim.span.start, at
    return Fact(value=Count(low=low, high=high, counted="people"),
                surface=match.string[start:end], start=base + start, end=base + end)



_TWELVE = 12
_TOLL_SIGNS = frozenset({"toll", "number", "counted", "spoke", "said", "put", "of"})
_NUMBERS = {word: number for word, number in NUMBER_WORDS.items() if 0 < number <= _TWELVE}
_FIGURE = rf"(?P<figure>\d[\d,]*|{'|'.join(_NUMBERS)})"
_TOLL = re.compile(
    r"\b(?:toll|number of (?:people )?(?:killed|dead|deaths|injured|missing|marchers)|"
    r"(?:spoke of|counted|put it at|put the (?:\w+ ){1,3}at))\b[^.;]{0,60}?"
    r"(?:\b(?:to|at|of|is|was|reached|now|counted) )?"
    rf"\b{_FIGURE}\b(?! ?(?:percent|per cent|%|a\.m|p\.m|:|[A-Za-z]{4,}))",
    re.IGNORECASE)


def _bare(told: Told) -> Iterator[Fact]:
    """A toll that is told without its noun: "the toll rose to 19", "the police counted 900"."""
    match = None if _TOLL_SIGNS.isdisjoint(told.forms) else _TOLL.search(told.side.text)
    start = told.side.claim.span.start
    if match is None or any(fact.start <= start + match.start("figure") < fact.end
                            for fact in told.side.claim.facts):
        return
    words = match["figure"].casefold()
    figure = float(_NUMBERS.get(words) or words.replace(",", ""))
    yield _people(told, match, match.span("figure"), figure, figure)

