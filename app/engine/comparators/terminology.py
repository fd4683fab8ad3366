"""Different words for the same people or things."""

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.sides import Side


def compare(both: Alignment, /) -> Finding | None:
    """Both speak of the same people or things in words that carry another judgement
    ("undocumented residents", "illegal immigrants")."""
    ours, theirs = _loaded(both.first), _loaded(both.second)
    for group in sorted(ours.keys() & theirs.keys()):
        (word, place), (other, another) = ours[group], theirs[group]
        if word.casefold() != other.casefold():
            return Finding(
                reason=Reason.TERMINOLOGY, relation=Relation.RELATED, strength=Strength.FRAMING,
                because=f"“{word}” and “{other}” name the same with another judgement.",
                what="Words used", reading="Other words", first_value=word, second_value=other,
                first_places=(place,), second_places=(another,),
            )
    return None


def _loaded(side: Side) -> dict[str, tuple[str, Place]]:
    """Group of loaded terms, the words used and where; the first of each group."""
    found: dict[str, tuple[str, Place]] = {}
    lemmas = [token.lemma for token in side.tokens]
    for group, terms in lexicon.loaded_terms():
        for term in terms:
            at = _find(lemmas, term)
            if at is not None and group not in found:
                span = (at, at + len(term) - 1)
                found[group] = (side.words(*span), side.place(*span))
    return found


def _find(lemmas: list[str], term: tuple[str, ...]) -> int | None:
    for start in range(len(lemmas) - len(term) + 1):
        if tuple(lemmas[start:start + len(term)]) == term:
            return start
    return None
