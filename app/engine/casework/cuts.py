"""What is left of a quotation when it is cut, and whether two quotations say the same.

A cut turns the sense where what it left out limits what it kept ("only if", "not this year"), or
where "every", "no" or "all" reached over it ("every alternative in Europe").
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from app.engine import lexicon
from app.engine.casework.lemmas import is_grammar, lemma_of
from app.engine.casework.spellings import is_misspelt, near_given
from app.engine.tokens import fold

_PARTS = 2
_TURNS = frozenset({"unless", "if", "until", "except", "but", "when", "provided", "only",
                    "though", "although", "not"})
"""Words that begin what a cut must not leave out."""

_TURNING = ("as far as", "as long as", "so long as", "for now", "at least", "so far", "in part",
            "up to", "apart from", "other than", "at the", "this year", "in some", "on condition")
"""Words that limit what stands before them, if not so surely: after a comma, or after "every"."""

_ABSOLUTE = frozenset({"every", "all", "any", "no", "nobody", "nothing", "never", "always",
                       "everything", "everyone", "anything", "none", "each"})
_NEAR_END = 4
"""Words before the end of a quotation in which "every" reaches over what the cut left out."""


class Said(NamedTuple):
    """The words of a quotation, folded, its speaker, and after which words a comma or another
    sign stands."""

    words: tuple[str, ...]
    speaker: str
    stops: frozenset[int] = frozenset()


def bare(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, ...]:
    """The shorter quotation without a small word that it begins with and the longer has not."""
    drops = (len(short) > _PARTS and short[0] not in _ABSOLUTE | NOT and is_grammar(short[0])
             and inside(short, long) is None and inside(short[1:], long) is not None)
    return short[1:] if drops else short


def is_named(said: Said) -> bool:
    """Its speaker has a name, and is not only "the novelist"."""
    return any(word[:1].isupper() for word in said.speaker.split())


def say_other(ours: Said, theirs: Said) -> bool:
    """Each has words of weight that the other has not: "never ours to sell", "theirs to keep"."""
    one, other = set(ours.words), set(theirs.words)
    if not weighty(one - other) - _ABSOLUTE or not weighty(other - one) - _ABSOLUTE:
        return False
    return SequenceMatcher(None, ours.words, theirs.words, autojunk=False).ratio() < _ONE_QUOTE


_ONE_QUOTE = 0.85
"""Share of words in common from which one quotation is given to two people with a word changed."""


def turn(short: tuple[str, ...], said_in_full: Said, at: int) -> str:
    """The words next to a cut that turn the sense, "" for none."""
    long, end = said_in_full.words, at + len(short)
    after, before = long[end:], long[max(0, at - 2):at]
    if after and after[0] in _TURNS and not (after[0] == "but" and after[1:2]
                                             and after[1] in _SUBJECTS):
        return after[0]
    said = " ".join(after[:_NEAR_END])
    if said.startswith(_TURNING):
        return said
    goes_on = len(after) > 1 and end - 1 not in said_in_full.stops and after[0] not in _NEXT
    if goes_on and not _ABSOLUTE.isdisjoint(short[-_NEAR_END:]):
        return said
    return next((word for word in before if word in NOT or word.endswith("n't")), "")


_SUBJECTS = frozenset({"we", "i", "they", "he", "she", "it", "you", "the", "our", "this", "that",
                       "there", "my", "their", "his", "her"})
"""What begins a new clause: "but we have not lost its people" takes nothing back."""

_NEXT = frozenset({"and", "so", "or", "then"})
"""Words with which something new begins, so that a cut before them leaves the sense alone."""


NOT = frozenset({"not", "never", "no", "hardly"})


def two_people(ours: Said, theirs: Said) -> bool:
    """Two named or described speakers, neither of whom can be the other: of one surname only
    with given names that are not easily confused."""
    one, other = (fold(said.speaker).replace("-", " ").split() for said in (ours, theirs))
    if not one or not other or {*one, *other} & _PRONOUNS:
        return False
    if one[-1] != other[-1] and is_misspelt(one[-1], other[-1]):
        return False
    if one[-1] == other[-1] and len(one) > 1 and len(other) > 1:
        return not near_given(one[-2], other[-2]) and not set(one[:-1]) & set(other[:-1])
    return not set(one) & set(other)


_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})


_FEELINGS = frozenset({"sad", "mourning", "mourn", "grief", "grieve", "grieving", "sorrow",
                       "heartbroken", "devastated", "saddened"})
_MUSTS = frozenset({"must", "have", "need"})


def all_synonyms(ours: set[str], theirs: set[str]) -> bool:
    """Every weighty word of one side has its like on the other."""
    one, other = (weighty(words) for words in (ours, theirs))
    if not one or not other or (ours | theirs) & NOT:
        return False
    return (all(any(_alike_words(a, b) for b in other) for a in one)
            and all(any(_alike_words(a, b) for a in one) for b in other))


def weighty(words: Iterable[str]) -> set[str]:
    """The words that carry a meaning of their own."""
    return {word for word in words if not is_grammar(word)
            and word not in _MUSTS}


def _alike_words(one: str, other: str) -> bool:
    ours, theirs = lemma_of(one), lemma_of(other)
    return (ours == theirs or {one, other} <= _FEELINGS or lexicon.synonyms(ours, theirs)
            or lexicon.near(ours, theirs) or lexicon.kin(ours, theirs))


def inside(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    """Where the shorter run of words stands in the longer one, None if nowhere."""
    return next((at for at in range(len(long) - len(short) + 1)
                 if long[at:at + len(short)] == short), None)
