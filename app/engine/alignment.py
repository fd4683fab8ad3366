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

    `links` maps token indexes of the first side to those of the second, in order; `kinds` says
    why; `back` maps those of the second to the first, in order.
    `swaps` are leftovers that face each other; `only_first` and `only_second` face nothing.
    `covered_first` and `covered_second` are the shares of weight that matched, 0 to 1;
    `met_first` and `met_second` the same with words that face each other left out. `shared` is
    the share of the claim that has more of its words matched, a name left out that the other
    claim has a "he" or "it" for.
    """

    first: Side
    second: Side
    links: dict[int, int]
    back: dict[int, int]
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
            self.second, self.first, self.back, self.links,
            {j: self.kinds[i] for j, i in self.back.items()},
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
    links, back = dict(sorted(work.links.items())), dict(sorted(work.back.items()))
    kinds = {i: work.kinds[i] for i in links}
    ours = _Coverage(first, kinds, work.subjects_first, _framed(found, first=True))
    theirs = _Coverage(second, {j: kinds[i] for j, i in back.items()},
                       work.subjects_second, _framed(found, first=False))
    return Alignment(
        first, second, links, back, kinds, found,
        _alone(first.tokens, links, {i for swap in found for i in swap.first},
               work.subjects_first),
        _alone(second.tokens, back, {j for swap in found for j in swap.second},
               work.subjects_second),
        ours.whole, theirs.whole, ours.unframed, theirs.unframed,
        max(ours.shared, theirs.shared),
    )


def _alone(words: tuple[Token, ...], linked: dict[int, int], faced: set[int],
           aside: set[int]) -> tuple[int, ...]:
    return tuple(i for i in range(len(words))
                 if i not in linked and i not in faced and i not in aside
                 and words[i].kind is not WordKind.FUNCTION)


def _framed(swapped: tuple[Swap, ...], *, first: bool) -> set[int]:
    """Words that face a word of the other side with matches on both sides of them."""
    return {i for swap in swapped if swap.frame == BOTH_SIDES
            for i in (swap.first if first else swap.second)}


class _Coverage:
    """Shares of one side's weight that matched: of all its words, of all but the subject set
    aside, and of all but that and the words that face another one in a frame."""

    __slots__ = ("_met", "_total", "_words", "shared", "unframed", "whole")

    def __init__(self, side: Side, kinds: dict[int, LinkKind],
                 subject: AbstractSet[int], framed: AbstractSet[int]) -> None:
        words = side.tokens
        self._words = words
        self._total = side.weight
        self._met = sum(words[at].weight * SHARES[kind] for at, kind in kinds.items())
        self.whole = self._share_without(frozenset())
        self.shared = self._share_without(subject)
        self.unframed = self._share_without(subject | framed)

    def _share_without(self, some: AbstractSet[int]) -> float:
        total = self._total
        for at in some:
            total -= self._words[at].weight
        return self._met / total if total > _NOTHING else 0.0
