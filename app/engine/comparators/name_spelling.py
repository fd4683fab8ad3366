"""One name spelt two ways."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.likeness import slips
from app.engine.sides import Side
from app.engine.tokens import WordKind

_SHORTEST = 2  # initials are no spellings: "John A. Reed" and "John B. Reed" are two people
_ONE_STORY = 0.2


def compare(both: Alignment, /) -> Finding | None:
    """One name is spelt two ways: one word of it is the same in both claims, the word beside it
    is one slip apart, and both claims stand in one article or tell one story. Names that differ
    by more are other names."""
    if both.first.article_id != both.second.article_id and both.shared < _ONE_STORY:
        return None
    for i, j in both.links.items():
        if (both.first.tokens[i].kind is not WordKind.NAME
                or both.first.tokens[i].norm != both.second.tokens[j].norm):
            continue
        for step in (-1, 1):
            if _one_slip(both, (i, i + step), (j, j + step)):
                return _finding(both, (i, i + step), (j, j + step))
    return None


def _one_slip(both: Alignment, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Two-word names whose first words match and whose second are a slip apart."""
    if not (_is_name(both.first, ours) and _is_name(both.second, theirs)):
        return False
    one, other = both.first.tokens[ours[1]].norm, both.second.tokens[theirs[1]].norm
    return min(len(one), len(other)) > _SHORTEST - 1 and slips(one, other)


def _is_name(side: Side, words: tuple[int, int]) -> bool:
    """Both words are names and nothing but a space or a hyphen stands between them."""
    if not 0 <= words[1] < len(side.tokens):
        return False
    first, last = (side.tokens[at] for at in sorted(words))
    return (first.kind is WordKind.NAME and last.kind is WordKind.NAME
            and side.text[first.end:last.start] in {" ", "-"})


def _finding(both: Alignment, mine: tuple[int, int], its: tuple[int, int]) -> Finding:
    ours, theirs = both.first.words(*mine), both.second.words(*its)
    return Finding(
        reason=Reason.NAME_SPELLING, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"“{ours}” and “{theirs}” are spellings of one name; one of them is a slip.",
        what="Name", reading="Spelt two ways", first_value=ours, second_value=theirs,
        first_places=(both.first.place(*mine),), second_places=(both.second.place(*its),),
    )
