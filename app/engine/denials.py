"""What a claim denies: which words stand under a "not", "never", "refused to", "without"."""

from app.engine import lexicon
from app.engine.sides import Side
from app.engine.tokens import WordKind

# Words after "not" or "no" that take the denial back ("not only", "no later than", "no doubt").
_NO_DENIAL = frozenset({"only", "just", "merely", "later", "more", "less", "few", "doubt",
                        "necessarily", "least"})
_DENYING = lexicon.DENIERS | lexicon.NEGATIONS
_REACH = 3
_STOPS = frozenset(",;:.")


def deniers(side: Side) -> tuple[int, ...]:
    """The words of a claim that deny others."""
    if _DENYING.isdisjoint(side.forms):
        return ()
    return tuple(i for i, token in enumerate(side.tokens)
                 if (token.kind is WordKind.NEGATION or token.lemma in lexicon.DENIERS)
                 and not _taken_back(side, i))


def _taken_back(side: Side, i: int) -> bool:
    after = side.tokens[i + 1] if i + 1 < len(side.tokens) else None
    return (side.tokens[i].kind is WordKind.NEGATION and after is not None
            and after.lemma in _NO_DENIAL)


_KEEPING = frozenset({"prohibit", "ban", "bar", "prevent", "stop", "forbid", "block"})
_OBJECT = 6


def _start(side: Side, denier: int) -> int:
    """Where the denied words begin: after "from" for "prohibits officers from asking"."""
    if side.tokens[denier].lemma in _KEEPING:
        for i in range(denier + 1, min(denier + _OBJECT, len(side.tokens))):
            if side.tokens[i].norm == "from":
                return i + 1
    return denier + 1


def governed(side: Side, denier: int) -> tuple[int, ...]:
    """The words under a denier: up to three that say something, to the next comma or "but"."""
    return clause(side, denier)[:_REACH]


def clause(side: Side, denier: int) -> tuple[int, ...]:
    """All words that say something from a denier to the next comma or "but"."""
    found: list[int] = []
    for i in range(_start(side, denier), len(side.tokens)):
        between = side.text[side.tokens[i - 1].end:side.tokens[i].start]
        if side.tokens[i].norm == "but" or not _STOPS.isdisjoint(between):
            break
        if side.tokens[i].kind is not WordKind.FUNCTION:
            found.append(i)
    return tuple(found)
