"""What makes two claims worth comparing: rare words, names, kinds of fact, days, laws.

Each claim has keys; an index leads from a key to its claims; keys that are rare in the case
weigh more, keys that nearly everybody has are left out. Work grows with the number of
candidates, never with all pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from app.domain.facts import Count, Day, FactKind
from app.engine.sides import Side
from app.engine.tokens import WordKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two sides by their place in the sequence, why they met and how strongly."""

    first: int
    second: int
    weight: float
    keys: tuple[str, ...]


def keys_of(side: Side) -> frozenset[str]:
    """The keys of one claim: lemmas that say something, and one key a typed fact."""
    words = {token.lemma for token in side.tokens
             if token.kind not in {WordKind.FUNCTION, WordKind.NEGATION, WordKind.NUMBER}}
    return frozenset(words | _fact_keys(side))


def _fact_keys(side: Side) -> set[str]:
    found: set[str] = set()
    for fact in side.claim.facts:
        value = fact.value
        if fact.kind is FactKind.VOTE:
            found.add("vote:")
        elif isinstance(value, Count) and value.counted:
            found.add(f"count: {value.counted}")
        elif isinstance(value, Day) and value.first is not None:
            found.add(f"date: {value.first}")
        elif fact.kind is FactKind.LAW:
            found.add(f"law: {value}")
    return found


_MOST_HOLDERS = 60
_MOST_PARTNERS = 25
_ENOUGH = 2.5


def candidates(sides: Sequence[Side]) -> tuple[Candidate, ...]:
    """Pairs of sides that share enough rare keys, each side with its best partners only."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        for key in keys_of(side):
            index[key].append(place)
    weights: Counter[tuple[int, int]] = Counter()
    shared: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)
    for key, holders in sorted(index.items()):
        if not 1 < len(holders) <= _MOST_HOLDERS:
            continue
        weight = log(1 + len(sides) / len(holders)) * (1.5 if key[-1:] == ":" else 1.0)
        for at, one in enumerate(holders):
            for other in holders[at + 1:]:
                weights[one, other] += weight  # type: ignore[assignment]
                shared[one, other].append((-weight, key))
    return _best(weights, shared)


def _best(weights: Counter[tuple[int, int]],
          shared: dict[tuple[int, int], list[tuple[float, str]]]) -> tuple[Candidate, ...]:
    taken: Counter[int] = Counter()
    found = []
    for (one, other), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight < _ENOUGH or max(taken[one], taken[other]) >= _MOST_PARTNERS:
            continue
        taken[one] += 1
        taken[other] += 1
        names = tuple(key for _, key in sorted(shared[one, other])[:4])
        found.append(Candidate(one, other, weight, names))
    return tuple(found)
