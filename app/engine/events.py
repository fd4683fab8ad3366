"""Which articles tell of one event: their names in common, weighted by how rare they are.

Values are compared only when the event is the same: a vote of one council in one year never
contradicts the vote of another.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import log1p, sqrt

from app.engine.reading import Reading
from app.engine.tokens import Token, WordKind, tokens

_ENOUGH = 0.1


def of_one_event(readings: Sequence[Reading]) -> frozenset[tuple[int, int]]:
    """Pairs of article ids (the smaller first) that may tell of one event."""
    profiles = {reading.article_id: _names(reading) for reading in readings}
    spread = Counter(name for names in profiles.values() for name in names)
    weighed = {
        article: {name: log1p(count) * log1p(len(readings) / spread[name])
                  for name, count in names.items()}
        for article, names in profiles.items()
    }
    return frozenset(
        (min(one, other), max(one, other)) for one, other in combinations(weighed, 2)
        if likeness(weighed[one], weighed[other]) >= _ENOUGH
    )


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two weighed sets of names, 0 to 1; 1 where one of them has no name."""
    if not one or not other:
        return 1.0
    dot = sum(weight * other[name] for name, weight in one.items() if name in other)
    return dot / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def _names(reading: Reading) -> Counter[str]:
    """The names of an article, runs of capitalised words as wholes, with their counts."""
    found: Counter[str] = Counter()
    for claim in reading.claims:
        found.update(name_runs(tokens(claim.text)))
    return found


def name_runs(words: tuple[Token, ...]) -> list[str]:
    """Names of several words as one string, in order of place."""
    runs: list[str] = []
    last_end = -9
    for token in words:
        if token.kind is not WordKind.NAME:
            continue
        if token.start - last_end == 1 and runs:
            runs[-1] += " " + token.norm
        else:
            runs.append(token.norm)
        last_end = token.end
    return runs
