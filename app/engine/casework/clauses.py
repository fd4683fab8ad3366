"""The clause of a claim in which a value stands: whose it is and what is done there."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from app.engine.casework.told import Told
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind

_BREAKS = frozenset({"and", "but", "while", "after", "when", "who", "which", "because", "whom",
                     "where", "before", "although", "though", "whose", "as"})
_MARKS = frozenset(",;:.“”—")
LIGHT = listed("be have do say tell make take get go come report find put give see show add "
               "accord include call use need want plan will hold happen announce day week month "
               "year morning evening night afternoon today yesterday tomorrow")


class Clause(NamedTuple):
    """`words` are its words of weight without names, `verbs` those of them that say what is
    done; `names` are of people and places, the nearest before it where it has none itself."""

    words: tuple[Token, ...]
    verbs: tuple[Token, ...]
    names: frozenset[str]
    figures: frozenset[float]


def clause_of(told: Told, start: int, end: int) -> Clause:
    """The clause around a place in the claim's own text."""
    return clause_in(told.side.wording, start, end)


@lru_cache(maxsize=4096)
def clause_in(wording: Wording, start: int, end: int) -> Clause:
    """The clause around a place in a text."""
    text, tokens = wording.text, wording.tokens
    first, last = _bounds(text, tokens, start, end)
    own = tokens[first:last + 1]
    words = tuple([token for token in own if _weighs(token)])
    if not words and first:
        first, own = 0, tokens[:last + 1]
        words = tuple([token for token in own if _weighs(token)])
    names = frozenset([token.lemma for token in own if token.kind is WordKind.NAME])
    figures = frozenset([token.value for token in own if token.value is not None])
    return Clause(words, tuple([token for token in words if is_verb(token)]),
                  names or _before(tokens[:first]), figures)


def _bounds(text: str, tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int]:
    """The indexes of the first and the last token of the clause around a place, found from
    the place outwards."""
    last = bisect_left(tokens, end, key=_end)
    first = bisect_right(tokens, start, key=_end)
    while first and not _ends(text, tokens, first - 1):
        first -= 1
    while last < len(tokens) and not _ends(text, tokens, last):
        last += 1
    return first, last


_end = attrgetter("end")


def is_verb(token: Token) -> bool:
    """The word says what is done, by its form ("fighting") or by what it can be."""
    return part_of_speech(token.lemma) == "v" or (
        token.norm != token.lemma and token.norm.endswith(("ed", "ing")))


def _weighs(token: Token) -> bool:
    return (token.kind is WordKind.CONTENT and token.lemma not in LIGHT
            and token.norm not in LIGHT)


def _ends(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """A new clause begins after this word."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.norm in _BREAKS:
        return True
    return not _MARKS.isdisjoint(text[tokens[at].end:after.start])


def _before(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The name that stands last before a clause without one."""
    at = max((at for at, token in enumerate(tokens) if token.kind is WordKind.NAME), default=-1)
    first = at
    while first > 0 and tokens[first - 1].kind is WordKind.NAME:
        first -= 1
    return frozenset(token.lemma for token in tokens[max(first, 0):at + 1])
