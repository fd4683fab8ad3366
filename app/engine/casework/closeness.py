"""How close two claims are, told quickly: by words and their synonyms, without their order.

The words of two claims are aligned only where something in them may clash; for all other pairs
this is enough, and twenty times as quick.
"""

from collections import OrderedDict
from typing import NamedTuple

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


_KEPT = 4096


class Closeness:
    """Shapes of pairs of claims. What the words of a claim mean is kept for the latest few
    thousand claims only: pairs come in the order of their claims."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, _Meaning] = OrderedDict()

    def shape(self, one: Side, other: Side) -> Shape:
        """What two claims share."""
        ours, theirs = self._meaning(one), self._meaning(other)
        first, only_first = _covered(one, ours, theirs)
        second, only_second = _covered(other, theirs, ours)
        return Shape(first, second, only_first, only_second)

    def _meaning(self, side: Side) -> _Meaning:
        known = self._known.get(side.claim.id)
        if known is None:
            tokens = side.tokens
            known = _Meaning(
                frozenset([token.lemma for token in tokens]),
                frozenset([token.value for token in tokens if token.value is not None]),
                frozenset().union(*[token.groups for token in tokens if token.groups]),
                side.weight)
            self._known[side.claim.id] = known
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return known


def _covered(side: Side, own: _Meaning, other: _Meaning) -> tuple[float, tuple[Place, ...]]:
    missing = own.lemmas - other.lemmas
    if not missing:
        return (1.0 if own.weight else 0.0), ()
    shared = 0.0
    alone = []
    for at, token in enumerate(side.tokens):
        if token.lemma not in missing or _is_met(token, other):
            shared += token.weight
        elif token.kind in _WEIGHTY:
            alone.append(side.place(at))
    return (shared / own.weight if own.weight else 0.0), tuple(alone)


def _is_met(token: Token, other: _Meaning) -> bool:
    """The other side has its value or a synonym."""
    if token.value is not None and token.value in other.values:
        return True
    return bool(token.groups) and not token.groups.isdisjoint(other.groups)
