"""Words of two claims set against each other, in two stages.

First the sure matches: equal words, forms of one word, equal values, synonyms, kin, opposites.
Then what is left over on both sides is paired by the matches left and right of it and by kind:
that is where the difference sits.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.engine.facing import BOTH_SIDES, Swap, swaps
from app.engine.likeness import SHARES, LinkKind
from app.engine.matching import Matching
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind

_NOTHING = 1e-6  # what rounding leaves of a weight


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides and how their words match.

    `links` maps token indexes of the first side to those of the second; `kinds` says why.
    `swaps` are leftovers that face each other; `only_first` and `only_second` face nothing.
    `covered_first` and `covered_second` are the shares of weight that matched, 0 to 1;
    `met_first` and `met_second` the same with words that face each other left out. `shared` is
    the share of the claim that has more of its words matched, a name left out that the other
    claim has a "he" or "it" for.
    """

    first: Side
    second: Side
    links: dict[int, int]
    kinds: dict[int, LinkKind]
    swaps: tuple[Swap, ...]
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]
    covered_first: float
    covered_second: float
    met_first: float
    met_second: float
    shared: float

    @property
    def covered(self) -> float:
        """The mean of both directions."""
        return (self.covered_first + self.covered_second) / 2

    def turned(self) -> "Alignment":
        """The same with the sides exchanged."""
        return Alignment(
            self.second, self.first, {j: i for i, j in self.links.items()},
            {self.links[i]: kind for i, kind in self.kinds.items()},
            tuple(swap.turned() for swap in self.swaps), self.only_second, self.only_first,
            self.covered_second, self.covered_first, self.met_second, self.met_first,
            self.shared,
        )


def align(first: Side, second: Side) -> Alignment:
    """Match the words of two sides. The outcome does not depend on which comes first."""
    if (first.text, first.claim.id) > (second.text, second.claim.id):
        return _align(second, first).turned()
    return _align(first, second)


def _align(first: Side, second: Side) -> Alignment:
    work = Matching(first.tokens, second.tokens)
    work.link_equal()
    work.extend_runs()
    work.link_meanings()
    work.extend_runs()
    work.set_subjects_aside()
    found = swaps(work)
    faced = {i for swap in found for i in swap.first}
    others = {j for swap in found for j in swap.second}
    kinds = {j: work.kinds[i] for j, i in work.back.items()}
    return Alignment(
        first, second, work.links, work.kinds, found,
        _alone(first.tokens, work.links, faced | work.subjects_first),
        _alone(second.tokens, work.back, others | work.subjects_second),
        _covered(first.tokens, work.kinds), _covered(second.tokens, kinds),
        _covered(first.tokens, work.kinds, _framed(found, first=True) | work.subjects_first),
        _covered(second.tokens, kinds, _framed(found, first=False) | work.subjects_second),
        max(_covered(first.tokens, work.kinds, work.subjects_first),
            _covered(second.tokens, kinds, work.subjects_second)),
    )


def _alone(words: tuple[Token, ...], linked: dict[int, int], faced: set[int]) -> tuple[int, ...]:
    return tuple(i for i, token in enumerate(words)
                 if i not in linked and i not in faced and token.kind is not WordKind.FUNCTION)


def _framed(swapped: tuple[Swap, ...], *, first: bool) -> set[int]:
    """Words that face a word of the other side with matches on both sides of them."""
    return {i for swap in swapped if swap.frame == BOTH_SIDES
            for i in (swap.first if first else swap.second)}


def _covered(words: tuple[Token, ...], kinds: dict[int, LinkKind],
             without: AbstractSet[int] = frozenset()) -> float:
    """The share of weight that matched, of all words but some."""
    total = 0.0
    for token in words:
        total += token.weight
    for at in without:
        total -= words[at].weight
    if total <= _NOTHING:
        return 0.0
    met = 0.0
    for at, kind in kinds.items():
        met += words[at].weight * SHARES[kind]
    return met / total
