"""How much it says that two claims use the same word."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import repeat
from math import log

_FEW = 10
_STEPS = 1 << 20


class Rarity:
    """What words are worth among the claims of a case: ln(1 + claims / claims with the word).

    Worths are rounded to a fraction of a power of two, so that their sums are exact and come
    out the same in whatever order the words are taken.
    """

    def __init__(self, spread: Counter[str], claims: int) -> None:
        """`spread` tells how many of the `claims` use each word."""
        self.spread = spread
        self.claims = claims
        self._worth = {word: round(log(1 + claims / many) * _STEPS) / _STEPS
                       for word, many in spread.items()}
        most = max(_FEW, claims / 6)
        self.common = frozenset(word for word, many in spread.items() if many > most)

    def worth(self, word: str) -> float:
        """0 for a word nobody uses."""
        return self._worth.get(word, 0.0)

    def of_all(self, words: Iterable[str]) -> float:
        """What all these words together are worth."""
        return sum(map(self._worth.get, words, repeat(0.0)))

    def is_rare(self, word: str) -> bool:
        """At most a sixth of the claims use the word (but ten claims always may)."""
        return word not in self.common

    def any_rare(self, words: AbstractSet[str]) -> bool:
        """One of the words is rare."""
        return not words <= self.common

    def shares(self, common: float, one: float, other: float) -> tuple[float, float]:
        """What two sets of words have in common, as shares of the lesser and of the greater."""
        low, high = (one, other) if one <= other else (other, one)
        return (common / low, common / high) if low else (0.0, 0.0)
