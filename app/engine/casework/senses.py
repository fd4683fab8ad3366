"""What words mean to each other inside a case: how far one claim holds what another says."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.engine.casework.told import CaseWords
from app.engine.likeness import SHARES, LinkKind, meaning
from app.engine.tokens import Token, WordKind

_NEAR = 0.4
"""What a word counts for that is only a kind of the other ("vehicle" for "van")."""


def sense(one: Token, other: Token) -> float:
    """How much two words mean the same, 0 to 1."""
    if one.lemma == other.lemma:
        return 1.0
    if one.kind is WordKind.FUNCTION or other.kind is WordKind.FUNCTION:
        return 0.0
    return _sense(one[_NORM:], other[_NORM:])


_Word = tuple[str, str, WordKind, float, float | None, frozenset[int]]
_NORM = 3
"""From here on a token tells of its word, before it of the place where it stands."""


@lru_cache(maxsize=16384)
def _sense(one: _Word, other: _Word) -> float:
    kind = meaning(Token("", 0, 0, *one), Token("", 0, 0, *other))
    if kind is None or kind is LinkKind.OPPOSITE:
        return 0.0
    return _NEAR if kind is LinkKind.NEAR else SHARES[kind]


def opposed(one: Token, other: Token) -> bool:
    """One word denies the other."""
    return (one.kind is WordKind.CONTENT and other.kind is WordKind.CONTENT
            and one.lemma != other.lemma and meaning(one, other) is LinkKind.OPPOSITE)


def best(word: Token, others: Iterable[Token]) -> tuple[float, Token | None]:
    """The word among `others` that comes nearest in sense, and how near."""
    found, held = 0.0, None
    for other in others:
        near = sense(word, other)
        if near > found:
            found, held = near, other
            if near >= 1:
                break
    return found, held


def covered(case: CaseWords, wanted: Sequence[Token], others: Sequence[Token]) -> float:
    """The share of the worth of some words that others hold, 0 to 1; 0 of nothing."""
    total = sum(worth(case, word) for word in wanted)
    if not total:
        return 0.0
    return sum(worth(case, word) * best(word, others)[0] for word in wanted) / total


_LEAST = 0.7
"""The worth of a word that every claim uses: ln 2."""


def worth(case: CaseWords, word: Token) -> float:
    """What a word is worth in the case; a common word is never worth nothing."""
    return max(case.worth(word.lemma), case.worth(word.norm), _LEAST)
