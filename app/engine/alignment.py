"""Words of two claims set against each other, in two stages.

First the sure matches: equal words, forms of one word, equal values, synonyms, kin, opposites.
Then what is left over on both sides is paired by the matches left and right of it and by kind:
that is where the difference sits.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from app.engine import lexicon
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind


class LinkKind(StrEnum):
    """Why two words stand for the same thing (or, OPPOSITE, for its denial)."""

    EQUAL = "equal"
    SYNONYM = "synonym"
    KIN = "kin"
    VARIANT = "variant"
    NEAR = "near"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class Swap:
    """Words that stand in one another's place: token indexes of both sides, same kind of word.

    `frame` counts the sides (left, right) on which their neighbours match: 0 to 2.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    kind: WordKind
    frame: int

    def turned(self) -> "Swap":
        """The same with the sides exchanged."""
        return Swap(self.second, self.first, self.kind, self.frame)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides and how their words match.

    `links` maps token indexes of the first side to those of the second; `kinds` says why.
    `swaps` are leftovers that face each other; `only_first` and `only_second` face nothing.
    `covered_first` and `covered_second` are the shares of weight that matched, 0 to 1.
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
            self.covered_second, self.covered_first,
        )


def align(first: Side, second: Side) -> Alignment:
    """Match the words of two sides. The outcome does not depend on which comes first."""
    if (first.text, first.claim.id) > (second.text, second.claim.id):
        return _align(second, first).turned()
    return _align(first, second)


def _align(first: Side, second: Side) -> Alignment:
    work = _Work(first.tokens, second.tokens)
    work.link_equal()
    work.extend_runs()
    work.link_meanings()
    work.extend_runs()
    swaps = work.swaps()
    faced_first = {i for swap in swaps for i in swap.first}
    faced_second = {j for swap in swaps for j in swap.second}
    return Alignment(
        first, second, work.links, work.kinds, swaps,
        tuple(i for i, token in enumerate(first.tokens)
              if i not in work.links and i not in faced_first and _speaks(token)),
        tuple(j for j, token in enumerate(second.tokens)
              if j not in work.back and j not in faced_second and _speaks(token)),
        _covered(first.tokens, work.links, work.kinds),
        _covered(second.tokens, work.back, {work.links[i]: k for i, k in work.kinds.items()}),
    )


def _speaks(token: Token) -> bool:
    return token.kind is not WordKind.FUNCTION


# How much of a word's weight a match of each kind counts.
_SHARES = {LinkKind.EQUAL: 1.0, LinkKind.SYNONYM: 0.9, LinkKind.KIN: 0.85,
           LinkKind.VARIANT: 0.95, LinkKind.NEAR: 0.6, LinkKind.OPPOSITE: 0.7}


def _covered(words: tuple[Token, ...], linked: dict[int, int],
             kinds: dict[int, LinkKind]) -> float:
    total = sum(token.weight for token in words)
    if not total:
        return 0.0
    return sum(words[i].weight * _SHARES[kinds[i]] for i in linked) / total


def _key(token: Token) -> str:
    if token.value is not None and token.kind is not WordKind.YEAR:
        return f"{token.kind}{token.value}"
    return token.lemma


_MOST_REPEATS = 6
_NAME_EDITS = 2
_SHORT_NAME = 4


class _Work:
    """The matching under way. Indexes of the first side are i, of the second j."""

    def __init__(self, first: tuple[Token, ...], second: tuple[Token, ...]) -> None:
        self.first, self.second = first, second
        self.keys_first = [_key(token) for token in first]
        self.keys_second = [_key(token) for token in second]
        self.links: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.kinds: dict[int, LinkKind] = {}

    def link(self, i: int, j: int, kind: LinkKind) -> None:
        self.links[i] = j
        self.back[j] = i
        self.kinds[i] = kind

    def link_equal(self) -> None:
        """Words with one lemma or one value; repeated words by their neighbours."""
        places: dict[str, list[int]] = defaultdict(list)
        for j, token in enumerate(self.second):
            if token.kind is not WordKind.FUNCTION:
                places[self.keys_second[j]].append(j)
        wanted: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.first):
            if token.kind is not WordKind.FUNCTION and self.keys_first[i] in places:
                wanted[self.keys_first[i]].append(i)
        for key, ours in wanted.items():
            theirs = places[key]
            if len(ours) == 1 and len(theirs) == 1:
                self.link(ours[0], theirs[0], LinkKind.EQUAL)
            else:
                self._link_repeated(ours[:_MOST_REPEATS], theirs[:_MOST_REPEATS])

    def _link_repeated(self, ours: list[int], theirs: list[int]) -> None:
        ranked = sorted((-self._likeness(i, j), i, j) for i in ours for j in theirs)
        for _, i, j in ranked:
            if i not in self.links and j not in self.back:
                self.link(i, j, LinkKind.EQUAL)

    def _likeness(self, i: int, j: int) -> float:
        """Matching neighbours, less the distance between the relative places."""
        same = sum(1.0 for step in (-2, -1, 1, 2)
                   if self._key_at(i + step, self.keys_first)
                   == self._key_at(j + step, self.keys_second))
        return same - abs(i / len(self.first) - j / len(self.second))

    @staticmethod
    def _key_at(place: int, keys: list[str]) -> str:
        return keys[place] if 0 <= place < len(keys) else ""

    def extend_runs(self) -> None:
        """Words of grammar match where they touch a match, or stand in the same gap."""
        for i, j in list(self.links.items()):
            for step in (1, -1):
                self._extend(i + step, j + step, step)
        anchors = [(-1, -1), *sorted(self.links.items()), (len(self.first), len(self.second))]
        for (i, j), (i2, j2) in pairwise(anchors):
            if i2 - i > 1 and j2 - j > 1:
                self._link_in_gap(range(i + 1, i2), range(j + 1, j2))

    def _extend(self, i: int, j: int, step: int) -> None:
        while (0 <= i < len(self.first) and 0 <= j < len(self.second)
               and i not in self.links and j not in self.back
               and self.keys_first[i] == self.keys_second[j]):
            self.link(i, j, LinkKind.EQUAL)
            i += step
            j += step

    def _link_in_gap(self, ours: range, theirs: range) -> None:
        free = {self.keys_second[j]: j for j in reversed(theirs) if j not in self.back}
        for i in ours:
            j = free.get(self.keys_first[i], -1)
            if i not in self.links and j >= 0 and j not in self.back:
                self.link(i, j, LinkKind.EQUAL)

    def link_meanings(self) -> None:
        """Leftover words that mean the same, nearly the same, or the opposite."""
        ours = [i for i in range(len(self.first)) if i not in self.links]
        theirs = [j for j in range(len(self.second)) if j not in self.back]
        found = []
        for i in ours:
            for j in theirs:
                kind = _meaning(self.first[i], self.second[j])
                if kind is not None:
                    found.append((-self._worth(i, j, kind), i, j, kind))
        for _, i, j, kind in sorted(found):
            if i not in self.links and j not in self.back:
                self.link(i, j, kind)

    def _worth(self, i: int, j: int, kind: LinkKind) -> float:
        beside = sum(0.3 for step in (-1, 1) if self.links.get(i + step, -9) == j + step)
        return _SHARES[kind] + beside - abs(i / len(self.first) - j / len(self.second)) / 2

    def swaps(self) -> tuple[Swap, ...]:
        """Leftovers that face each other: framed by matches, or alone of their kind."""
        ours = _runs(len(self.first), self.links)
        theirs = _runs(len(self.second), self.back)
        ranked = sorted(
            ((-frame, abs(run[0] - other[0]), run, other)
             for run in ours for other in theirs
             if (frame := self._frame(run, other)) > 0),
        )
        found: list[Swap] = []
        used: set[tuple[int, int]] = set()
        for minus, _, run, other in ranked:
            if (0, run[0]) in used or (1, other[0]) in used:
                continue
            faced = _facing(self.first, range(run[0], run[1]),
                            self.second, range(other[0], other[1]), -minus)
            if faced:
                used |= {(0, run[0]), (1, other[0])}
                found += faced
        return (*found, *self._lonely(found))

    def _frame(self, run: tuple[int, int], other: tuple[int, int]) -> int:
        left, right = run[0] - 1, run[1]
        edge_left = left < 0 and other[0] == 0
        edge_right = right == len(self.first) and other[1] == len(self.second)
        return ((edge_left or self.links.get(left, -9) == other[0] - 1)
                + (edge_right or self.links.get(right, -9) == other[1]))

    def _lonely(self, found: list[Swap]) -> list[Swap]:
        """Figures, years, names and words of one class left over on both sides, unframed."""
        faced = {i for swap in found for i in swap.first}
        others = {j for swap in found for j in swap.second}
        more = []
        for kind in (WordKind.YEAR, WordKind.NUMBER, WordKind.ORDINAL, WordKind.MONTH):
            ours = [i for i, t in enumerate(self.first)
                    if t.kind is kind and i not in self.links and i not in faced]
            theirs = [j for j, t in enumerate(self.second)
                      if t.kind is kind and j not in self.back and j not in others]
            more += [Swap((i,), (j,), kind, 0) for i, j in zip(ours, theirs, strict=False)]
        return more


def _runs(length: int, linked: dict[int, int]) -> list[tuple[int, int]]:
    """Maximal stretches of unmatched words, as half-open ranges."""
    found = []
    start = -1
    for place in range(length + 1):
        free = place < length and place not in linked
        if free and start < 0:
            start = place
        elif not free and start >= 0:
            found.append((start, place))
            start = -1
    return found


def _facing(first: tuple[Token, ...], ours: range, second: tuple[Token, ...], theirs: range,
            frame: int) -> list[Swap]:
    """Pair the words of two runs by kind, names as wholes, others one by one in order."""
    found = []
    for kind in WordKind:
        mine = [i for i in ours if first[i].kind is kind]
        other = [j for j in theirs if second[j].kind is kind]
        if not mine or not other or kind is WordKind.NEGATION:
            continue
        if kind is WordKind.NAME:
            found.append(Swap(tuple(mine), tuple(other), kind, frame))
        else:
            found += [Swap((i,), (j,), kind, frame)
                      for i, j in zip(mine, other, strict=False)]
    return found


def _meaning(one: Token, other: Token) -> LinkKind | None:
    """How two different words relate in meaning, None where they do not."""
    if one.value is not None or other.value is not None:
        return LinkKind.EQUAL if one.value == other.value else None
    if lexicon.opposite(one.lemma, other.lemma) or lexicon.opposite(one.norm, other.norm):
        return LinkKind.OPPOSITE
    if WordKind.FUNCTION in {one.kind, other.kind}:
        return None
    if not one.groups.isdisjoint(other.groups):
        return LinkKind.SYNONYM
    return _likeness(one, other)


def _likeness(one: Token, other: Token) -> LinkKind | None:
    if lexicon.kin(one.lemma, other.lemma):
        return LinkKind.KIN
    if WordKind.NAME in {one.kind, other.kind}:
        return LinkKind.VARIANT if _variant(one, other) else None
    return LinkKind.NEAR if lexicon.near(one.lemma, other.lemma) else None


def _variant(one: Token, other: Token) -> bool:
    """A possessive, plural or adjective of one name ("Russia", "Russian"), or a small slip."""
    a, b = sorted((one.norm, other.norm), key=len)
    return len(a) >= _SHORT_NAME and b.startswith(a) and len(b) - len(a) <= _NAME_EDITS


def slips(one: str, other: str) -> bool:
    """Two spellings so alike that one may be a slip of the other: one edit, two if long."""
    distance = Levenshtein.distance(one, other, score_cutoff=2)
    return 0 < distance <= (1 if max(len(one), len(other)) <= _SHORT_NAME + 2 else 2)
