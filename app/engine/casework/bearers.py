"""The names of a claim as it spells them, with what their bearers are said to be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.domain.facts import Fact, FactKind
from app.domain.pairs import Place
from app.engine import lexicon
from app.engine.casework.questions import Answered
from app.engine.casework.told import Told
from app.engine.facts.given_names import FIRST_NAMES
from app.engine.tokens import Token, WordKind, fold

_APPOSED = 6
_TRADE = re.compile(r"\b([A-Za-z][a-z]{3,}(?:er|or|ist|ian|man|chief|head|mayor|chair|boss)) $")
_TRADE_AFTER = re.compile(r"^, who (?P<verb>(?:chair|head|lead|run|own)s?(?:ed)?"
                          r"(?: the [\w’'-]+(?: [\w’'-]+)?)?)\b"
                          r"|^,? (?:of|from) (?:the|a|an|its) (?P<body>[\w’' -]{4,40})"
                          r"|^, (?:the|a|an|its) (?:[\w’'-]+ ){0,3}?"
                          r"(?P<trade>[a-z]{4,}(?:er|or|ist|ian|head|chair|boss))\b")
_MOST_WORDS = 3


class Spelt(NamedTuple):
    """A name as one claim spells it, and the office or trade that stands next to it."""

    words: tuple[str, ...]
    kind: FactKind
    title: str


def named(told: Told) -> list[Answered]:
    """The persons and places of a claim, titles of works inside quotation marks, and runs of
    capitals that may be persons."""
    found = [_in_full(_answer(told, fact.surface, fact.start, fact.end, fact.kind), fact)
             for fact in told.facts(*_NAMED)
             if fact.start >= told.side.claim.span.start
             and (fact.kind is not FactKind.QUOTE or _is_title(fact.surface))]
    base = told.side.claim.span.start
    taken = [(fact.start - base, fact.end - base) for fact in told.side.claim.facts
             if fact.kind is not FactKind.QUOTE]
    for first, last in _runs(told):
        start, end = first.start, last.end
        if not any(a < end and start < b for a, b in taken):
            found.append(_answer(told, told.side.text[start:end], base + start, base + end,
                                 FactKind.PERSON))
    return [one for one in found if one.meant.words]


_NAMED = (FactKind.PERSON, FactKind.PLACE, FactKind.ORGANISATION, FactKind.QUOTE)


def _in_full(answer: Answered, fact: Fact) -> Answered:
    """A surname alone stands for the full name that its article gives: "Delmonico said"."""
    full = tuple(str(fact.value).split())
    if (fact.kind is not FactKind.PERSON or len(answer.meant.words) != 1 or len(full) < _PAIR
            or full[-1] != answer.meant.words[0]):
        return answer
    place = answer.places[0]
    return replace(answer, value=" ".join(full), meant=answer.meant._replace(words=full),
                   places=(place._replace(end=place.start + len(full[-1])),))


_PAIR = 2


def _is_title(words: str) -> bool:
    """"The Salt Ledger": all but the small words have capitals."""
    heads = [word for word in words.strip("“”\"'‘’,. ").split() if word[:1].isalpha()]
    return 1 < len(heads) <= _LONGEST_TITLE and heads[-1][0].isupper() and all(
        word[0].isupper() or len(word) <= _SMALL for word in heads)


_LONGEST_TITLE, _SMALL = 6, 3


def _runs(told: Told) -> Iterator[tuple[Token, Token]]:
    """The first and the last of two or three capitalised words in a row."""
    run: list[Token] = []
    text = told.side.text
    for token in told.side.tokens:
        joined = run and text[run[-1].end:token.start] in {" ", ". "}
        if token.kind is WordKind.NAME and token.form[:1].isupper():
            run = [*run, token] if joined else [token]
            continue
        if 1 < len(run) <= _MOST_WORDS:
            yield run[0], run[-1]
        run = []
    if 1 < len(run) <= _MOST_WORDS:
        yield run[0], run[-1]


def _answer(told: Told, surface: str, start: int, end: int, kind: FactKind) -> Answered:
    bare = surface.removesuffix("’s").removesuffix("'s")
    if kind is FactKind.QUOTE:
        start += len(bare) - len(bare.lstrip("“\"‘' "))
        bare = bare.strip("“”\"‘’',. ")
    words = tuple(bare.split())
    title = ""
    if kind is FactKind.PERSON:
        title = _office(told, start, end) or _trade(told, start, end)
        if len(words) >= _MOST_WORDS and _is_trade(words[0]):
            title = title or words[0].casefold()
            start += len(words[0]) + 1
            words = words[1:]
    return Answered(told=told, value=" ".join(words), meant=Spelt(words, kind, title),
                    places=(Place(start, start + len(" ".join(words))),))


def _is_trade(word: str) -> bool:
    low = fold(word)
    return low not in FIRST_NAMES and lexicon.is_word(low) and bool(_TRADE.search(word + " "))


def _office(told: Told, start: int, end: int) -> str:
    """The office that stands next to a name."""
    offices = (str(one.value) for one in told.facts(FactKind.TITLE)
               if 0 <= start - one.end <= 1 or 0 <= one.start - end <= _APPOSED)
    return next(offices, "")


def _trade(told: Told, start: int, end: int) -> str:
    """What somebody is by trade, or of what body, where it stands next to the name."""
    base, text = told.side.claim.span.start, told.side.text
    before = _TRADE.search(text[max(0, start - base - 24):start - base])
    if before is not None:
        return before[1]
    after = _TRADE_AFTER.match(text[end - base:])
    return (after["verb"] or after["trade"] or after["body"]) if after else ""


