"""Different words for the same people or things."""

from functools import cache

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.phrases import Phrases
from app.engine.sides import Side


def compare(both: Alignment, /) -> Finding | None:
    """Both speak of the same people or things in words that carry another judgement
    ("undocumented residents", "illegal immigrants")."""
    ours, theirs = _loaded(both.first), _loaded(both.second)
    for group in sorted(ours.keys() & theirs.keys()):
        (word, place), (other, another) = ours[group], theirs[group]
        if not _same(word, other):
            return Finding(
                reason=Reason.TERMINOLOGY, relation=Relation.RELATED, strength=Strength.FRAMING,
                because=f"“{word}” and “{other}” name the same with another judgement.",
                what="Words used", reading="Other words", first_value=word, second_value=other,
                first_places=(place,), second_places=(another,),
            )
    return None


def _same(word: str, other: str) -> bool:
    """One term, singular or plural."""
    one, another = sorted((word.casefold(), other.casefold()), key=len)
    return one.rstrip("s") == another.rstrip("s")


@cache
def _terms() -> Phrases[str]:
    return Phrases((term, group) for group, terms in lexicon.loaded_terms() for term in terms)


def _loaded(side: Side) -> dict[str, tuple[str, Place]]:
    """Group of loaded terms, the words used and where; the first of each group."""
    found: dict[str, tuple[str, Place]] = {}
    if not _terms().may_stand_in(side.forms):
        return found
    for words, group in _terms().found(side.tokens):
        found.setdefault(group, (side.words(*words), side.place(*words)))
    return found
