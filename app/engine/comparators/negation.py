"""One affirms what the other negates."""

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment, LinkKind
from app.engine.sides import Side
from app.engine.tokens import WordKind


def compare(both: Alignment, /) -> Finding | None:
    """One claim says what the other denies: "not", "never", "no", or a word and its opposite
    ("rose", "fell") in sentences that otherwise match."""
    opposites = [(i, both.links[i]) for i, kind in both.kinds.items()
                 if kind is LinkKind.OPPOSITE]
    negated = _negations(both.first), _negations(both.second)
    odd = (len(negated[0]) + len(negated[1]) + len(opposites)) % 2
    if not odd:
        return None
    if opposites:
        i, j = opposites[0]
        ours, theirs = both.first.words(i), both.second.words(j)
        return _finding(f"“{ours}” is the opposite of “{theirs}”.", (ours, theirs),
                        (both.first.place(i),), (both.second.place(j),))
    return _denial(both, negated)


def _negations(side: Side) -> tuple[int, ...]:
    return tuple(i for i, token in enumerate(side.tokens) if token.kind is WordKind.NEGATION)


def _denial(both: Alignment, negated: tuple[tuple[int, ...], tuple[int, ...]]) -> Finding:
    ours = tuple(both.first.place(i) for i in negated[0] if i not in both.links)
    theirs = tuple(both.second.place(j) for j in negated[1]
                   if j not in both.links.values())
    words = [side.words(i) for side, places in zip((both.first, both.second), negated,
                                                  strict=True) for i in places[:1]]
    word = words[0] if words else "not"
    return _finding(f"One says “{word}”, the other says it without.",
                    (word if ours else "—", word if theirs else "—"), ours, theirs)


def _finding(because: str, values: tuple[str, str], ours: tuple[Place, ...],
             theirs: tuple[Place, ...]) -> Finding:
    return Finding(
        reason=Reason.NEGATION, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=because, what="Whether it is so", reading="One denies it",
        first_value=values[0], second_value=values[1], first_places=ours, second_places=theirs,
    )
