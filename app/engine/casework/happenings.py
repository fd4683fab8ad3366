"""What an article is about: its place and time, and which articles tell of one event.

Values are compared only when the event is the same: a vote of one council in one year never
contradicts the vote of another.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from math import log1p, sqrt

from app.domain.facts import FactKind
from app.engine.reading import Reading
from app.engine.tokens import fold

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


def one_events(readings: Sequence[Reading]) -> frozenset[tuple[int, int]]:
    """Pairs of article ids (the smaller first) that may tell of one event."""
    names = {reading.article_id: _names(reading) for reading in readings}
    spread = Counter(name for own in names.values() for name in own)
    weighed = {
        article: {name: log1p(count) * log1p(len(readings) / spread[name])
                  for name, count in own.items()} for article, own in names.items()
    }
    about = {reading.article_id: main_place(reading) for reading in readings}
    return frozenset(
        (min(one.article_id, other.article_id), max(one.article_id, other.article_id))
        for one, other in combinations(readings, 2)
        if not _far_apart(one, other) and _cosine(
            weighed[one.article_id], weighed[other.article_id]) >= (
            _ALIKE if same_place(about[one.article_id], about[other.article_id])
            else _ALIKE_ELSEWHERE)
    )


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
