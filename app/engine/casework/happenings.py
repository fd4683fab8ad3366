"""What an article is about: its place and time, and which articles tell of one event.

Values are compared only when the event is the same: a vote of one council in one year never
contradicts the vote of another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from heapq import nlargest
from itertools import combinations
from math import log, log1p, sqrt
from typing import NamedTuple

from app.domain.facts import FactKind
from app.engine.casework.known import Known
from app.engine.lexicon import rarity
from app.engine.reading import Reading
from app.engine.tokens import fold

_BODIES = (" city council", " town council", " county council", " council", " city")
WIDE = frozenset({
    "california", "texas", "florida", "new york state", "washington", "illinois", "ohio",
    "georgia", "arizona", "nevada", "oregon", "u.s.", "us", "usa", "united states", "america",
    "uk", "britain", "england", "europe", "germany", "france", "china", "russia", "india",
})
"""States and countries: they say less about what an article is about than a town."""

class Words(NamedTuple):
    """How often an article uses each part of a name, and each other word that says something."""

    names: Counter[str]
    others: Counter[str]


_ALIKE, _ALIKE_ELSEWHERE = 0.22, 0.45
"""How alike the words of two articles must be (cosine): as a rule, and where each is about a
place that the other hardly names. Set on the sample cases and the working part of the corpus:
articles of one event lie above 0.24, of two events below 0.1, of one topic in two towns below
0.35."""

_NAME, _WORD, _RARE = 1.0, 0.4, 0.2
"""What a name and another word weigh, and how much more they weigh where few articles use them
(little: in a case of one event the words of the event are in every article)."""

_LONGEST = timedelta(days=60)
"""Articles further apart tell of two events, or of two stages that are not to be mixed."""


def bare_place(name: str) -> str:
    """A place without the body that meets there: "Tarnley town council" is "tarnley"."""
    name = name.casefold().removeprefix("the ").removeprefix("city of ")
    for ending in _BODIES:
        name = name.removesuffix(ending)
    return name


def main_place(reading: Reading) -> str:
    """The place that an article is about: named most, and where a council meets counts double.
    In an article of some length a place that is named once is only passed through."""
    votes: Counter[str] = Counter()
    for claim in reading.claims:
        for fact in claim.facts:
            name = str(fact.value)
            if fact.kind is FactKind.PLACE:
                votes[bare_place(name)] += 2 if "council" in claim.text.casefold() else 1
            elif fact.kind is FactKind.ORGANISATION and bare_place(name) != name.casefold():
                votes[bare_place(name)] += 3
    for wide in WIDE & votes.keys():
        del votes[wide]
    least = _NAMED_TWICE if len(reading.claims) > _SHORT else 1
    told = [name for name, count in votes.items() if count >= least]
    return min(told, key=lambda name: (-votes[name], name), default="")


_NAMED_TWICE, _SHORT = 2, 4


def same_place(one: str, other: str) -> bool:
    """One place; the last word of two tells a misspelt "Las" from its "Los"."""
    return one == other or (one.split()[1:] != [] and one.split()[1:] == other.split()[1:])


class Happenings:
    """Which articles of a case tell of one event.

    Articles meet through their weightiest words, so that the work grows with the articles that
    have something in common and not with all pairs of articles.
    """

    def __init__(self, readings: Sequence[Reading], words: Mapping[int, Words],
                 main: Mapping[int, str], whole: Known) -> None:
        """`words` are the names and the other words of each article, with their numbers;
        `main` is the place that each is about; `whole` tells how many articles use a word."""
        self.main = main
        self._names = {article: own.names for article, own in words.items()}
        self._days = {reading.article_id: reading.published_on for reading in readings}
        pairs = _one_events(readings, words, self.main, whole)
        self._beside: dict[int, set[int]] = {}
        for one, other in pairs:
            self._beside.setdefault(one, set()).add(other)
            self._beside.setdefault(other, set()).add(one)
        self._known: dict[tuple[int, int], bool] = {}
        self._number = _numbers([reading.article_id for reading in readings], pairs)

    def are_one(self, one: int, other: int) -> bool:
        """Two articles, by id, may tell of one event: they are alike, or both are like a third
        and neither their days nor their places part them."""
        if one == other or other in self._beside.get(one, _NOBODY):
            return True
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = (
                not self._beside.get(one, _NOBODY).isdisjoint(self._beside.get(other, _NOBODY))
                and not _far_apart(self._days[one], self._days[other])
                and not _elsewhere(self.main, self._names, one, other))
        return self._known[pair]

    def number(self, article: int) -> int:
        """The smallest id of the articles that hang together with this one."""
        return self._number[article]


_NOBODY: frozenset[int] = frozenset()


def _one_events(readings: Sequence[Reading], words: Mapping[int, Words],
                main: Mapping[int, str], whole: Known) -> frozenset[tuple[int, int]]:
    """Pairs of article ids (the smaller first) that may tell of one event."""
    days = {reading.article_id: reading.published_on for reading in readings}
    names = {article: own.names for article, own in words.items()}
    weighed = _weighed(words, whole)
    return frozenset(
        (one, other) for one, other in _met(weighed)
        if not _far_apart(days[one], days[other])
        and _share_a_name(names[one], names[other])
        and _cosine(weighed[one], weighed[other]) >= (
            _ALIKE_ELSEWHERE if _elsewhere(main, names, one, other) else _ALIKE)
    )


_SOME_NAMES = 3


def _share_a_name(ours: Counter[str], theirs: Counter[str]) -> bool:
    """Articles of one event name some person, place or body in common, if they name any."""
    return min(len(ours), len(theirs)) < _SOME_NAMES or not ours.keys().isdisjoint(theirs)


def _elsewhere(main: Mapping[int, str], names: Mapping[int, Counter[str]], one: int,
               other: int) -> bool:
    """Each article is about a place of its own that the other names once at most."""
    here, there = main[one], main[other]
    if not here or not there or same_place(here, there):
        return False
    return (names[other][fold(here.split()[-1])] <= 1
            and names[one][fold(there.split()[-1])] <= 1)


Weights = dict[str, float]


def _weighed(words: Mapping[int, Words], whole: Known) -> dict[int, Weights]:
    names, others, many = whole.named, whole.others, whole.articles
    found: dict[int, Weights] = {}
    for article, own in words.items():
        weights = {f"{name}'": _NAME * log1p(count) * (1 + _RARE * log(many / names[name]))
                   for name, count in own.names.items()}
        weights.update({word: _WORD * log1p(count) * rarity(word)
                        * (1 + _RARE * log(many / others[word]))
                        for word, count in own.others.items()})
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found[article] = {word: weight / length for word, weight in weights.items()}
    return found


_SMALL = 60
"""Up to so many articles all pairs are looked at."""

_WEIGHTIEST, _MOST_HOLDERS = 16, 100
"""In larger cases articles meet under their weightiest words that few other articles hold."""


def _met(weighed: Mapping[int, Weights]) -> Iterable[tuple[int, int]]:
    """Articles worth a look."""
    if len(weighed) <= _SMALL:
        return combinations(sorted(weighed), 2)
    spread = Counter(word for own in weighed.values() for word in own)
    holders: dict[str, list[int]] = {}
    for article in sorted(weighed):
        own = weighed[article]
        few = [word for word in own if 1 < spread[word] <= _MOST_HOLDERS]
        for word in nlargest(_WEIGHTIEST, few, key=lambda word: (own[word], word)):
            holders.setdefault(word, []).append(article)
    return {pair for articles in holders.values() for pair in combinations(articles, 2)}


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


def _far_apart(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _LONGEST


def _cosine(one: Weights, other: Weights) -> float:
    """How alike two weighed sets of words of length 1 are, 0 to 1."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)
