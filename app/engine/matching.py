"""The sure matches of two rows of words: equal ones first, then what means the same."""

from itertools import pairwise

from app.engine import lexicon
from app.engine.likeness import SHARES, LinkKind, meaning
from app.engine.tokens import Token, WordKind

_MOST_REPEATS = 6  # how many places of a repeated word are told apart
_PERSONS = frozenset({"he", "she", "his", "her", "him"})
_REACH = 3  # how many words off a match may stand and still frame a word
_BOTH_SIDES = 2
_DECADE = 10
_BESIDE = 2  # how many words on each side tell places of a repeated word apart


def _keys(words: tuple[Token, ...]) -> list[str]:
    """What each word must share with another to be equal to it: its lemma, a figure's value."""
    return [token.lemma if token.value is None or token.kind is WordKind.YEAR
            else f"{token.kind}{token.value}" for token in words]


class Matching:
    """The matching under way. Indexes of the first side are i, of the second j."""

    def __init__(self, first: tuple[Token, ...], second: tuple[Token, ...]) -> None:
        self.first, self.second = first, second
        self.keys_first, self.keys_second = _keys(first), _keys(second)
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
        places = _places(self.second, self.keys_second)
        for key, ours in _places(self.first, self.keys_first).items():
            theirs = places.get(key)
            if theirs is None:
                continue
            if len(ours) == 1 and len(theirs) == 1:
                self.link(ours[0], theirs[0], LinkKind.EQUAL)
            else:
                self._link_repeated(ours[:_MOST_REPEATS], theirs[:_MOST_REPEATS])

    def _link_repeated(self, ours: list[int], theirs: list[int]) -> None:
        """The places of one word by their neighbours, then by how far into the text they lie."""
        near = [(j, j / len(self.second), _around(j, self.keys_second)) for j in theirs]
        ranked = []
        for i in ours:
            far, (before, last, after, then) = i / len(self.first), _around(i, self.keys_first)
            for j, place, (one, two, three, four) in near:
                same = (before == one) + (last == two) + (after == three) + (then == four)
                ranked.append((abs(far - place) - same, i, j))
        ranked.sort()
        for _, i, j in ranked:
            if i not in self.links and j not in self.back:
                self.link(i, j, LinkKind.EQUAL)

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
                if kind is None and self.second[j].kind is WordKind.YEAR:
                    kind = self._of_decade(i, j)
                if kind is None or (kind is LinkKind.OPPOSITE and not self._stands(i, j)):
                    continue
                found.append((-self._worth(i, j, kind), i, j, kind))
        for _, i, j, kind in sorted(found):
            if i not in self.links and j not in self.back:
                self.link(i, j, kind)

    def _of_decade(self, i: int, j: int) -> LinkKind | None:
        """A year lies in the decade that the other side tells ("1971", "the 1970s")."""
        if not self.first[i].kind is self.second[j].kind is WordKind.YEAR:
            return None
        if not (_is_decade(self.first, i) or _is_decade(self.second, j)):
            return None
        one, other = self.first[i].value or 0.0, self.second[j].value or 0.0
        return LinkKind.NEAR if one // _DECADE == other // _DECADE else None

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
        """A name that opens one sentence may be the "he", "it" or "the film" of the other."""
        if not self.first or not self.second:
            return
        if _points_back(self.first, self.links):
            self.subjects_second = _opening_name(self.second, self.back)
        if _points_back(self.second, self.back):
            self.subjects_first = _opening_name(self.first, self.links)


def _places(words: tuple[Token, ...], keys: list[str]) -> dict[str, list[int]]:
    """Where each key of a word that says something stands."""
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if words[at].kind is not WordKind.FUNCTION:
            if key in places:
                places[key].append(at)
            else:
                places[key] = [at]
    return places


def _around(at: int, keys: list[str]) -> tuple[str, str, str, str]:
    """The keys of two words before and two after a place, "" beyond the end."""
    if _BESIDE <= at < len(keys) - _BESIDE:
        return keys[at - 2], keys[at - 1], keys[at + 1], keys[at + 2]
    one, two, three, four = (keys[place] if 0 <= place < len(keys) else ""
                             for place in (at - 2, at - 1, at + 1, at + 2))
    return one, two, three, four


def _is_decade(words: tuple[Token, ...], at: int) -> bool:
    after = words[at + 1].norm if at + 1 < len(words) else ""
    return words[at].norm.endswith("0") and after in {"s", "'s"}


def _points_back(words: tuple[Token, ...], linked: dict[int, int]) -> bool:
    """A sentence tells of somebody or something named before it: it opens with a pronoun or with
    "the film", or has a "he" or "his" that matches nothing."""
    if words[0].norm in lexicon.PRONOUNS:
        return True
    if (words[0].norm == "the" and len(words) > 1 and words[1].kind is WordKind.CONTENT):
        return True
    return any(token.norm in _PERSONS and i not in linked for i, token in enumerate(words))


def _opening_name(words: tuple[Token, ...], linked: dict[int, int]) -> set[int]:
    found: set[int] = set()
    for i, token in enumerate(words):
        if i in linked or token.kind is not WordKind.NAME:
            break
        found.add(i)
    return found
