"""What two different words are to each other."""

from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from app.engine import lexicon
from app.engine.tokens import Token, WordKind


class LinkKind(StrEnum):
    """Why two words stand for the same thing (or, OPPOSITE, for its denial)."""

    EQUAL = "equal"
    SYNONYM = "synonym"
    KIN = "kin"
    VARIANT = "variant"
    NEAR = "near"
    OPPOSITE = "opposite"


# How much of a word's weight a match of each kind counts.
SHARES = {LinkKind.EQUAL: 1.0, LinkKind.SYNONYM: 0.9, LinkKind.KIN: 0.85,
          LinkKind.VARIANT: 0.95, LinkKind.NEAR: 0.6, LinkKind.OPPOSITE: 0.7}
_NAME_EDITS = 2
_SHORT_NAME = 4
_CALL_NAME = 3
_FEWEST_BONES = 4
_SOUNDS = str.maketrans({"h": "g", "w": "v", "c": "k", "j": "y", "q": "k"})


def meaning(one: Token, other: Token) -> LinkKind | None:
    """How two different words relate in meaning, None where they do not."""
    if one.value is not None or other.value is not None:
        return LinkKind.EQUAL if one.value == other.value else None
    small = (one.kind is WordKind.FUNCTION) + (other.kind is WordKind.FUNCTION)
    if small:
        return LinkKind.OPPOSITE if lexicon.opposite(one.norm, other.norm) else None
    if one.norm == other.norm:  # a name and a word at the head of its sentence
        return LinkKind.EQUAL
    if not one.groups.isdisjoint(other.groups):
        opposed = lexicon.opposite(one.lemma, other.lemma)
        return LinkKind.OPPOSITE if opposed else LinkKind.SYNONYM
    if one.kind is WordKind.NAME or other.kind is WordKind.NAME:
        return _of_names(one.norm, one.lemma, other.norm, other.lemma,
                         of_one_kind=one.kind is other.kind)
    return _of_words(one.norm, one.lemma, other.norm, other.lemma)


@lru_cache(maxsize=131072)
def _of_names(norm: str, lemma: str, other_norm: str, other_lemma: str, *,
              of_one_kind: bool) -> LinkKind | None:
    if _variant(norm, other_norm, of_one_kind=of_one_kind):
        return LinkKind.VARIANT
    if lexicon.kin(lemma, other_lemma):
        return LinkKind.KIN
    return LinkKind.NEAR if lexicon.one_country(norm, other_norm) else None


@lru_cache(maxsize=131072)
def _of_words(norm: str, lemma: str, other_norm: str, other_lemma: str) -> LinkKind | None:
    if lexicon.opposite(lemma, other_lemma) or lexicon.opposite(norm, other_norm):
        return LinkKind.OPPOSITE
    if lexicon.kin(lemma, other_lemma):
        return LinkKind.KIN
    return LinkKind.NEAR if lexicon.near(lemma, other_lemma) else None


def _variant(one: str, other: str, *, of_one_kind: bool) -> bool:
    """A possessive, plural or adjective of one name ("Russia", "Russian"), a first name cut
    short ("Tim", "Timothy"), or the same name brought over from another script."""
    a, b = sorted((one, other), key=len)
    if len(a) >= _SHORT_NAME and b.startswith(a) and len(b) - len(a) <= _NAME_EDITS:
        return True
    if len(a) >= _CALL_NAME and b.startswith(a) and of_one_kind and not (
            lexicon.is_word(one) or lexicon.is_word(other)):
        return True
    bones = _bones(a)
    return len(bones) >= _FEWEST_BONES and bones == _bones(b)


@lru_cache(maxsize=8192)
def _bones(name: str) -> str:
    """The consonants that survive transliteration: "Hrytsenko" and "Gritsenko" have the same."""
    plain = name.replace("x", "ks").translate(_SOUNDS)
    return "".join(sign for at, sign in enumerate(plain)
                   if sign not in "aeiouy" and sign != plain[at - 1:at])


def slips(one: str, other: str) -> bool:
    """Two spellings so alike that one may be a slip of the other: one edit, two if long."""
    distance = Levenshtein.distance(one, other, score_cutoff=2)
    return 0 < distance <= (1 if max(len(one), len(other)) <= _SHORT_NAME + 2 else 2)
