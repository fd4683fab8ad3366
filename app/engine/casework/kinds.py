"""Things of one kind: what may stand for each other in one role, and what never means the same.

The kinds stand in `lexicon/kinds.tsv`, each with its circles: words of one circle may mean one
thing ("lorry", "hauler"), words of two circles do not ("van", "motorcycle").
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from app.engine.lexicon import lemma
from app.engine.lexicon.files import rows
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind

_LONGEST = 3


class Filler(NamedTuple):
    """A thing of a kind where it stands: the numbers of its circles, and the first and the last
    of its words."""

    kind: str
    circles: frozenset[int]
    first: int
    last: int


Kinds = tuple[tuple[str, frozenset[int]], ...]


@cache
def _phrases() -> dict[tuple[str, ...], dict[str, set[int]]]:
    """Each phrase of the table, by its words, with the circles that it stands in."""
    found: dict[tuple[str, ...], dict[str, set[int]]] = {}
    number = 0
    for kind, rest in rows("kinds.tsv"):
        for circle in rest.split("|"):
            number += 1
            for phrase in circle.split():
                words = tuple(phrase.split("_"))
                found.setdefault(words, {}).setdefault(kind, set()).add(number)
    return found


@cache
def _starts() -> frozenset[str]:
    return frozenset(words[0] for words in _phrases())


@lru_cache(maxsize=16384)
def _of_phrase(words: tuple[str, ...]) -> Kinds:
    known = _phrases().get(words, {})
    return tuple((kind, frozenset(circles)) for kind, circles in known.items())


@lru_cache(maxsize=16384)
def circles_of(norm: str, base: str) -> frozenset[int]:
    """The circles of a single word, of whatever kind."""
    return frozenset().union(*[circles for word in (norm, base)
                               for _, circles in _of_phrase((word,))])


@lru_cache(maxsize=4096)
def fillers(wording: Wording) -> tuple[Filler, ...]:
    """The things of a claim, longest phrases first, in order."""
    return () if _starts().isdisjoint(wording.forms) else tuple(_fillers(wording.tokens))


def _fillers(tokens: Sequence[Token]) -> Iterator[Filler]:
    at = 0
    while at < len(tokens):
        size, kinds = _longest(tokens, at)
        for kind, circles in kinds:
            yield Filler(kind, circles, at, at + size - 1)
        at += max(size, 1)


def _longest(tokens: Sequence[Token], at: int) -> tuple[int, Kinds]:
    token = tokens[at]
    if token.kind is WordKind.FUNCTION:
        return 0, ()
    starts = _starts()
    if token.norm not in starts and token.lemma not in starts:
        return 0, ()
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = tokens[at:at + size]
        before, last = tuple([one.norm for one in words[:-1]]), words[-1].norm
        for key in ((*before, last), (*before, lemma(last))) if last.endswith("s") else (
                (*before, last),):
            kinds = _of_phrase(key)
            if kinds:
                return size, kinds
    return 0, ()
