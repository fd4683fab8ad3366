"""What a loose sentence could meet another one by: rare words, kinds of fact, days, laws."""

from app.domain.facts import Count, Day, FactKind
from app.engine.sides import Side
from app.engine.tokens import WordKind

_SAYS_NOTHING = frozenset({WordKind.FUNCTION, WordKind.NEGATION, WordKind.NUMBER})


def keys_of(side: Side) -> frozenset[str]:
    """The keys of one sentence: lemmas that say something, and one key a typed fact."""
    words = {token.lemma for token in side.tokens if token.kind not in _SAYS_NOTHING}
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
