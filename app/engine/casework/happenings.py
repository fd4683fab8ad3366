"""What an article is about: its place and time, and which articles tell of one event.

Values are compared only when the event is the same: a vote of one council in one year never
contradicts the vote of another.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from math import log1p, sqrt

from app.domain.facts import FactKind
from app.engine.reading import Reading
from app.engine.tokens import fold, known

_BODIES = (" city council", " town council", " county council", " council", " city")
_WIDE = frozenset({
    "california", "texas", "florida", "new york state", "washington", "illinois", "ohio",
    "georgia", "arizona", "nevada", "oregon", "u.s.", "us", "usa", "united states", "america",
    "uk", "britain", "england", "europe", "germany", "france", "china", "russia", "india",
})
"""States and countries: they say less about what an article is about than a town."""

_ALIKE, _ALIKE_ELSEWHERE = 0.15, 0.35
"""How alike the names of two articles must be (cosine), where they are about one place and
where they are about two."""

_LONGEST = timedelta(days=60)
"""Articles further apart tell of two events, or of two stages that are not to be mixed."""


def bare_place(name: str) -> str:
    """A place without the body that meets there: "Tarnley town council" is "tarnley"."""
    name = name.casefold().removeprefix("the ").removeprefix("city of ")
    for ending in _BODIES:
        name = name.removesuffix(ending)
    return name


def main_place(reading: Reading) -> str:
    """The place that an article is about: named most, and where a council meets counts double."""
    votes: Counter[str] = Counter()
    for claim in reading.claims:
        for fact in claim.facts:
            name = str(fact.value)
            if fact.kind is FactKind.PLACE:
                votes[bare_place(name)] += 2 if "council" in claim.text.casefold() else 1
            elif fact.kind is FactKind.ORGANISATION and bare_place(name) != name.casefold():
                votes[bare_place(name)] += 3
    for wide in _WIDE & votes.keys():
        votes[wide] = 0
    return min(votes, key=lambda name: (-votes[name], name), default="")


def same_place(one: str, other: str) -> bool:
    """One place; the last word of two tells a misspelt "Las" from its "Los"."""
    return one == other or (one.split()[1:] != [] and one.split()[1:] == other.split()[1:])


class Happenings:
    """Which articles of a case tell of one event.

    Articles meet through their rare names and words, so that the work grows with the articles
    that have something in common and not with all pairs of articles.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._pairs = _one_events(readings)
        self._number = _numbers([reading.article_id for reading in readings], self._pairs)

    def are_one(self, one: int, other: int) -> bool:
        """Two articles, by id, may tell of one event."""
        return one == other or (min(one, other), max(one, other)) in self._pairs

    def number(self, article: int) -> int:
        """The smallest id of the articles that hang together with this one."""
        return self._number[article]


def _one_events(readings: Sequence[Reading]) -> frozenset[tuple[int, int]]:
    """Pairs of article ids (the smaller first) that may tell of one event."""
    by_id = {reading.article_id: reading for reading in readings}
    weighed = _weighed({article: _names(reading) for article, reading in by_id.items()})
    about = {article: main_place(reading) for article, reading in by_id.items()}
    return frozenset(
        (one, other) for one, other in _met(by_id, weighed)
        if not _far_apart(by_id[one], by_id[other]) and _cosine(weighed[one], weighed[other]) >= (
            _ALIKE if same_place(about[one], about[other]) else _ALIKE_ELSEWHERE)
    )


def _weighed(names: dict[int, Counter[str]]) -> dict[int, dict[str, float]]:
    spread = Counter(name for own in names.values() for name in own)
    return {
        article: {name: log1p(count) * log1p(len(names) / spread[name])
                  for name, count in own.items()} for article, own in names.items()
    }


_MOST_HOLDERS = 80
"""A name or word that more articles use says nothing about which of them belong together."""

_NAMELESS_WORDS = 2


def _met(by_id: dict[int, Reading], weighed: dict[int, dict[str, float]]) -> set[tuple[int, int]]:
    """Articles worth a look: they share a name that is not everywhere, or, where one of them
    has no name at all, two words."""
    found = {pair for pair, _ in _together({one: set(names) for one, names in weighed.items()})}
    nameless = {article for article, names in weighed.items() if not names}
    if nameless:
        words = {article: _words(reading) for article, reading in by_id.items()}
        found |= {pair for pair, shared in _together(words)
                  if shared >= _NAMELESS_WORDS and not nameless.isdisjoint(pair)}
    return found


def _together(held: dict[int, set[str]]) -> Iterator[tuple[tuple[int, int], int]]:
    """Pairs of articles that hold something in common, with how much."""
    holders: dict[str, list[int]] = {}
    for article in sorted(held):
        for name in held[article]:
            holders.setdefault(name, []).append(article)
    met: Counter[tuple[int, int]] = Counter()
    for articles in holders.values():
        if len(articles) <= max(_MOST_HOLDERS, len(held) // _SMALL_CASE):
            met.update(combinations(articles, 2))
    yield from met.items()


_SMALL_CASE = 20


def _words(reading: Reading) -> set[str]:
    return {known(word).lemma for claim in reading.claims for word in _WORD.findall(claim.text)}


_WORD = re.compile(r"[^\W\d_]{4,}")


def _numbers(articles: Sequence[int], pairs: frozenset[tuple[int, int]]) -> dict[int, int]:
    parent = {article: article for article in articles}

    def root(article: int) -> int:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {article: root(article) for article in articles}


def _far_apart(one: Reading, other: Reading) -> bool:
    return (one.published_on is not None and other.published_on is not None
            and abs(one.published_on - other.published_on) > _LONGEST)


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How alike two weighed sets of names are, 0 to 1; 1 where one of them has no name."""
    if not one or not other:
        return 1.0
    dot = sum(weight * other[name] for name, weight in one.items() if name in other)
    return dot / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


_NAMES = frozenset({FactKind.PERSON, FactKind.PLACE, FactKind.ORGANISATION, FactKind.LAW})


def _names(reading: Reading) -> Counter[str]:
    return Counter(fold(bare_place(str(fact.value))) for claim in reading.claims
                   for fact in claim.facts if fact.kind in _NAMES)
