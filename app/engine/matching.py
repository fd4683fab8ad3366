"""The sure matches of two rows of words: equal ones first, then what means the same."""

from collections import defaultdict
from itertools import pairwise

from app.engine import lexicon
from app.engine.likeness import SHARES, LinkKind, meaning
from app.engine.tokens import Token, WordKind

_MOST_REPEATS = 6  # how many places of a repeated word are told apart
_REACH = 3  # how many words off a match may stand and still frame a word
_BOTH_SIDES = 2


def _key(token: Token) -> str:
    if token.value is not None and token.kind is not WordKind.YEAR:
        return f"{token.kind}{token.value}"
    return token.lemma


class Matching:
    """The matching under way. Indexes of the first side are i, of the second j."""

    def __init__(self, first: tuple[Token, ...], second: tuple[Token, ...]) -> None:
        self.first, self.second = first, second
        self.keys_first = [_key(token) for token in first]
        self.keys_second = [_key(token) for token in second]
        self.links: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.kinds: dict[int, LinkKind] = {}
        self.subjects_first: set[int] = set()
        self.subjects_second: set[int] = set()

    def link(self, i: int, j: int, kind: LinkKind) -> None:
        """The words at `i` and `j` match."""
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
            if i + 1 not in self.links and j + 1 not in self.back:
                self._extend(i + 1, j + 1, 1)
            if i - 1 not in self.links and j - 1 not in self.back:
                self._extend(i - 1, j - 1, -1)
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
                kind = meaning(self.first[i], self.second[j])
                if kind is None or (kind is LinkKind.OPPOSITE and not self._stands(i, j)):
                    continue
                found.append((-self._worth(i, j, kind), i, j, kind))
        for _, i, j, kind in sorted(found):
            if i not in self.links and j not in self.back:
                self.link(i, j, kind)

    def _stands(self, i: int, j: int) -> bool:
        """Two words have matches near them on one side; words of grammar on both."""
        sides = sum(self._anchored(i, j, step) for step in (-1, 1))
        kinds = {self.first[i].kind, self.second[j].kind}
        needed = _BOTH_SIDES if WordKind.FUNCTION in kinds else 1
        return sides >= needed

    def _anchored(self, i: int, j: int, step: int) -> bool:
        for off in range(1, _REACH + 1):
            at = i + step * off
            if not 0 <= at < len(self.first):
                return not 0 <= j + step * off < len(self.second)
            if at in self.links:
                return 0 < (self.links[at] - j) * step <= _REACH
        return False

    def _worth(self, i: int, j: int, kind: LinkKind) -> float:
        beside = sum(0.3 for step in (-1, 1) if self.links.get(i + step, -9) == j + step)
        return SHARES[kind] + beside - abs(i / len(self.first) - j / len(self.second)) / 2

    def set_subjects_aside(self) -> None:
        """A name that opens one sentence may be the "he" or "it" that opens the other."""
        if not self.first or not self.second:
            return
        if self.first[0].norm in lexicon.PRONOUNS:
            self.subjects_second = _opening_name(self.second, self.back)
        if self.second[0].norm in lexicon.PRONOUNS:
            self.subjects_first = _opening_name(self.first, self.links)

def _opening_name(words: tuple[Token, ...], linked: dict[int, int]) -> set[int]:
    found: set[int] = set()
    for i, token in enumerate(words):
        if i in linked or token.kind is not WordKind.NAME:
            break
        found.add(i)
    return found
