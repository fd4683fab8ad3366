"""How close two claims are, told quickly: by words and their synonyms, without their order.

The words of two claims are aligned only where something in them may clash; for all other pairs
this is enough, and twenty times as quick.
"""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from app.domain.pairs import Place
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind

_WEIGHTY = frozenset({WordKind.NAME, WordKind.NUMBER, WordKind.ORDINAL, WordKind.YEAR,
                      WordKind.MONTH, WordKind.WEEKDAY, WordKind.NEGATION})


class Shape(NamedTuple):
    """What two claims share: shares of weight, 0 to 1, and the names, figures, dates and
    negations with no counterpart (design.md, section 7.3)."""

    covered_first: float
    covered_second: float
    only_first: tuple[Place, ...]
    only_second: tuple[Place, ...]

    @property
    def covered(self) -> float:
        """The mean of both directions."""
        return (self.covered_first + self.covered_second) / 2


class _Meaning(NamedTuple):
    lemmas: frozenset[str]
    values: frozenset[float]
    groups: frozenset[int]
    weight: float


_KEPT = 8192

Told = TypeVar("Told")


class ByTexts(Generic[Told]):
    """What the texts of two claims are to each other, wherever they stand, kept for the latest
    few thousand: pairs come in the order of their claims, and several articles print one text."""

    def __init__(self, read: Callable[[Side, Side], Told]) -> None:
        self._read = read
        self._known: dict[tuple[str, str], Told] = {}

    def of(self, one: Side, other: Side) -> Told:
        """What the text of one side is to that of the other."""
        key = one.text, other.text
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[key] = self._read(one, other)
        return known


class _Shared(NamedTuple):
    """Shares of weight, and the places in the list of tokens of what has no counterpart."""

    first: float
    second: float
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]


class Closeness:
    """Shapes of pairs of claims."""

    def __init__(self) -> None:
        self._meanings: dict[str, _Meaning] = {}
        self._shared = ByTexts(self._read)

    def shape(self, one: Side, other: Side) -> Shape:
        """What two claims share."""
        both = self._shared.of(one, other)
        return Shape(both.first, both.second,
                     tuple([one.place(at) for at in both.only_first]),
                     tuple([other.place(at) for at in both.only_second]))

    def _read(self, one: Side, other: Side) -> _Shared:
        ours, theirs = self._meaning(one), self._meaning(other)
        first, only_first = _covered(one, ours, theirs)
        second, only_second = _covered(other, theirs, ours)
        return _Shared(first, second, only_first, only_second)

    def _meaning(self, side: Side) -> _Meaning:
        known = self._meanings.get(side.text)
        if known is None:
            if len(self._meanings) >= _KEPT:
                self._meanings.clear()
            tokens = side.tokens
            known = self._meanings[side.text] = _Meaning(
                frozenset([token.lemma for token in tokens]),
                frozenset([token.value for token in tokens if token.value is not None]),
                frozenset().union(*[token.groups for token in tokens if token.groups]),
                side.weight)
        return known


def _covered(side: Side, own: _Meaning, other: _Meaning) -> tuple[float, tuple[int, ...]]:
    missing = own.lemmas - other.lemmas
    if not missing:
        return (1.0 if own.weight else 0.0), ()
    shared = 0.0
    alone = []
    for at, token in enumerate(side.tokens):
        if token.lemma not in missing or _is_met(token, other):
            shared += token.weight
        elif token.kind in _WEIGHTY:
            alone.append(at)
    return (shared / own.weight if own.weight else 0.0), tuple(alone)


def _is_met(token: Token, other: _Meaning) -> bool:
    """The other side has its value or a synonym."""
    if token.value is not None and token.value in other.values:
        return True
    return bool(token.groups) and not token.groups.isdisjoint(other.groups)
