"""The leftovers of two rows of words, paired by the matches around them and by kind."""

from dataclasses import dataclass

from app.engine.matching import Matching
from app.engine.tokens import Token, WordKind

BOTH_SIDES = 2
_LOCAL = 4  # words in the shorter of two runs that can still be one expression for another
_EDGE = 3  # how much longer than its partner a run at the edge of a text may be
_EXACT = frozenset({WordKind.NUMBER, WordKind.ORDINAL, WordKind.YEAR, WordKind.MONTH,
                    WordKind.WEEKDAY})
_FACING = tuple(kind for kind in WordKind if kind is not WordKind.NEGATION)
_DATING = frozenset({WordKind.YEAR, WordKind.MONTH, WordKind.WEEKDAY})
_SAYING = frozenset({WordKind.CONTENT, WordKind.NAME})
_NEAR = 5  # how many words off the word may stand that a figure belongs to
_ALONE = (WordKind.YEAR, WordKind.NUMBER, WordKind.ORDINAL, WordKind.MONTH)


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


def swaps(work: Matching) -> tuple[Swap, ...]:
    """Leftovers that face each other: framed by matches, or alone of their kind."""
    ours = _runs(len(work.first), work.links)
    theirs = _runs(len(work.second), work.back)
    ranked = sorted(
        ((-frame, abs(run[0] - other[0]), run, other)
         for run in ours for other in theirs
         if (frame := _frame(work, run, other)) > 0),
    )
    found: list[Swap] = []
    used: set[tuple[int, int]] = set()
    for minus, _, run, other in ranked:
        if (0, run[0]) in used or (1, other[0]) in used:
            continue
        faced = _facing(
            work.first, [i for i in range(*run) if i not in work.subjects_first],
            work.second, [j for j in range(*other) if j not in work.subjects_second],
            -minus)
        if faced:
            used |= {(0, run[0]), (1, other[0])}
            found += faced
    return (*found, *_lonely(work, found))


def _frame(work: Matching, run: tuple[int, int], other: tuple[int, int]) -> int:
    left, right = run[0] - 1, run[1]
    alike = abs((run[1] - run[0]) - (other[1] - other[0])) <= _EDGE
    edge_left = alike and left < 0 and other[0] == 0
    edge_right = alike and right == len(work.first) and other[1] == len(work.second)
    return ((edge_left or work.links.get(left, -9) == other[0] - 1)
            + (edge_right or work.links.get(right, -9) == other[1]))


def _lonely(work: Matching, found: list[Swap]) -> list[Swap]:
    """Figures, years, names and words of one class left over on both sides, unframed."""
    faced = {i for swap in found for i in swap.first}
    others = {j for swap in found for j in swap.second}
    ours = _of_kinds(work.first, work.links, faced)
    theirs = _of_kinds(work.second, work.back, others)
    more: list[Swap] = []
    for kind in _ALONE:
        if kind in ours and kind in theirs:
            more += _of_one_word(work, ours[kind], theirs[kind], kind)
    return more


def _of_one_word(work: Matching, ours: list[int], theirs: list[int],
                 kind: WordKind) -> list[Swap]:
    """Figures of words that match ("12 homes", "founded in 1971"); then the others in order."""
    found = []
    for i in list(ours):
        on = _belongs_to(work.first, i)
        for j in theirs:
            if on >= 0 and work.links.get(on, -1) == _belongs_to(work.second, j) >= 0:
                found.append(Swap((i,), (j,), kind, BOTH_SIDES))
                ours.remove(i)
                theirs.remove(j)
                break
    return [*found, *(Swap((i,), (j,), kind, 0) for i, j in zip(ours, theirs, strict=False))]


def _belongs_to(words: tuple[Token, ...], at: int) -> int:
    """The word that a figure counts, or that a year dates; -1 where none is near."""
    step = -1 if words[at].kind in _DATING else 1
    for to in range(at + step, at + step * (1 + _NEAR), step):
        if not 0 <= to < len(words):
            return -1
        if words[to].kind in _SAYING:
            return to
        if step > 0 and words[to].value is not None:
            return -1
    return -1


def _kind(words: tuple[Token, ...], at: int) -> WordKind:
    """The kind of a word; the figure of a day of the month ("16 March") counts nothing."""
    kind = words[at].kind
    if kind is WordKind.NUMBER and any(
            0 <= to < len(words) and words[to].kind is WordKind.MONTH for to in (at - 1, at + 1)):
        return WordKind.ORDINAL
    return kind


def _of_kinds(words: tuple[Token, ...], linked: dict[int, int],
              faced: set[int]) -> dict[WordKind, list[int]]:
    """Leftover words that may face each other without a frame, by kind."""
    found: dict[WordKind, list[int]] = {}
    for at, token in enumerate(words):
        if at not in linked and at not in faced and token.kind in _ALONE:
            found.setdefault(_kind(words, at), []).append(at)
    return found


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


def _facing(first: tuple[Token, ...], ours: list[int], second: tuple[Token, ...],
            theirs: list[int], frame: int) -> list[Swap]:
    """Pair the words of two runs by kind, names as wholes, others one by one in order. Long
    runs are other sentences, not other words: there only figures and dates face each other."""
    found = []
    local = min(len(ours), len(theirs)) <= _LOCAL
    by_kind, facing = _by_kind(first, ours), _by_kind(second, theirs)
    for kind in _FACING:
        if kind not in by_kind or kind not in facing or not (local or kind in _EXACT):
            continue
        mine, other = by_kind[kind], facing[kind]
        if kind is WordKind.NAME:
            found.append(Swap(_touching(mine), _touching(other), kind, frame))
        else:
            found += [Swap((i,), (j,), kind, frame)
                      for i, j in zip(mine, other, strict=False)]
    return found


def _by_kind(words: tuple[Token, ...], places: list[int]) -> dict[WordKind, list[int]]:
    found: dict[WordKind, list[int]] = {}
    for at in places:
        found.setdefault(_kind(words, at), []).append(at)
    return found


def _touching(places: list[int]) -> tuple[int, ...]:
    """The first of these places with those that follow it without a gap."""
    return tuple(place for at, place in enumerate(places) if place == places[0] + at)
