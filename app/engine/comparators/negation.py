"""One affirms what the other denies."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.denials import Denied, clause, denied, governed
from app.engine.frames import is_base, other_period
from app.engine.likeness import LinkKind
from app.engine.tokens import WordKind

_MOST = 0.6  # share of the denied words that the other side must say too

_TELLING = frozenset({WordKind.YEAR, WordKind.NUMBER, WordKind.MONTH})


def compare(both: Alignment, /) -> Finding | None:
    """One claim says what the other denies: "not", "never", "refused to", or a word and its
    opposite ("rose", "fell"), in sentences that otherwise match. A denial of the opposite is no
    denial ("not insured", "uninsured")."""
    if other_period(both) or not both.links:
        return None
    ours, theirs = denied(both.first, both.links), denied(both.second, both.back)
    if not (ours.deniers or theirs.deniers or LinkKind.OPPOSITE in both.kinds.values()):
        return None
    for i, kind in both.kinds.items():
        j = both.links[i]
        if both.first.tokens[i].kind is WordKind.FUNCTION or (
                kind is LinkKind.OPPOSITE and _fit(both, i, j, ours, theirs)):
            continue
        one_denies = (i in ours.words) != (j in theirs.words)
        if one_denies and kind is not LinkKind.OPPOSITE and not _whole(both, i, j, ours, theirs):
            continue
        if one_denies != (kind is LinkKind.OPPOSITE):
            return (_denial(both, i, j, ours, theirs) if one_denies
                    else _opposed(both, i, j))
    if ours.deniers and theirs.deniers:
        return None
    return _loose(both, ours, theirs) if ours.deniers or theirs.deniers else None


def _fit(both: Alignment, i: int, j: int, ours: Denied, theirs: Denied) -> bool:
    """Opposites that both hold: "never agreed" and "refused", "6% of pupils" and "of teachers"."""
    return is_base(both.first, i) or (i in ours.heads) != (j in theirs.heads)


def _whole(both: Alignment, i: int, j: int, ours: Denied, theirs: Denied) -> bool:
    """What is denied is what the other side says, and does not deny in other words: who is "not
    a rock singer" may sing, who "did not sign in 2014" may have signed in 2018."""
    if any(to in theirs.within for at, to in both.links.items() if at in ours.within):
        return False
    if i in ours.words:
        side, denier, linked = both.first, ours.words[i], both.links
    else:
        side, denier, linked = both.second, theirs.words[j], both.back
    if any(side.tokens[at].kind in _TELLING for at in clause(side, denier) if at not in linked):
        return False
    words = governed(side, denier)
    return sum(at in linked for at in words) >= _MOST * len(words)


def _opposed(both: Alignment, i: int, j: int) -> Finding:
    ours, theirs = both.first.words(i), both.second.words(j)
    return Finding(
        reason=Reason.NEGATION, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"“{ours}” and “{theirs}” are opposites.", what="Whether it is so",
        reading="Opposites", first_value=ours, second_value=theirs,
        first_places=(both.first.place(i),), second_places=(both.second.place(j),),
    )


def _denial(both: Alignment, i: int, j: int, ours: Denied, theirs: Denied) -> Finding:
    first, second = [ours.words[i], i] if i in ours.words else [i], (
        [theirs.words[j], j] if j in theirs.words else [j])
    one, other = both.first.words(*first), both.second.words(*second)
    return Finding(
        reason=Reason.NEGATION, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"One says “{one}”, the other “{other}”.", what="Whether it is so",
        reading="One denies it", first_value=one, second_value=other,
        first_places=(both.first.place(*first),), second_places=(both.second.place(*second),),
    )


def _loose(both: Alignment, ours: Denied, theirs: Denied) -> Finding:
    one = both.first.words(ours.deniers[0]) if ours.deniers else "—"
    other = both.second.words(theirs.deniers[0]) if theirs.deniers else "—"
    word = one if ours.deniers else other
    return Finding(
        reason=Reason.NEGATION, relation=Relation.RELATED, strength=Strength.TENSION,
        because=f"Only one of them says “{word}”.", what="Whether it is so",
        reading="One denies something", first_value=one, second_value=other,
        first_places=tuple(both.first.place(i) for i in ours.deniers),
        second_places=tuple(both.second.place(j) for j in theirs.deniers),
    )
