"""Whether a word of a claim stands as a verb, by its form and by the words beside it."""

from dataclasses import replace
from functools import lru_cache

from app.engine.casework.deeds import families
from app.engine.casework.told import Told
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.sides import Wording, wording_of
from app.engine.tokens import Token, WordKind

TIMES = listed("day week weekend month year morning evening night afternoon noon midnight hour "
                "minute shortly just today yesterday tomorrow tonight late early around about m am "
                "pm next last new old percent people person number total")
"""Words of times and of figures: they say nothing of an act."""

_BEFORE_VERBS = listed("will would shall should to did may might could can must not n't do does")
_BEFORE_NOUNS = listed("a an the his her their its our this that these those no any of for in "
                       "first second third last next final new another one two three")


def is_verb_at(tokens: tuple[Token, ...], at: int) -> bool:
    """A word stands as a verb, by its form and by the word before it."""
    token = tokens[at]
    before = tokens[at - 1].norm if at else ""
    if token.kind is not WordKind.CONTENT or token.norm in TIMES or before in _BEFORE_NOUNS:
        return False
    known = bool(families(token.norm, token.lemma))
    can_be = part_of_speech(token.lemma) == "v"
    if before in _BEFORE_VERBS:
        return known or (can_be if before == "to" else bool(part_of_speech(token.lemma)))
    if token.norm == token.lemma:
        return can_be
    if token.norm.endswith(("ed", "ing")):
        return True
    if token.norm.endswith("s"):
        return can_be and _is_present(tokens, at)
    return can_be or known


def _is_present(tokens: tuple[Token, ...], at: int) -> bool:
    """A word in -s stands as a verb: no verb follows at once ("the works was fined"), and it is
    led by a noun, a name or a pronoun."""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return at > 0 and after not in _BE and (
        tokens[at - 1].kind is not WordKind.FUNCTION
        or tokens[at - 1].norm in _PRONOUNS)


_BE = listed("was were is are has have had will would")
_PRONOUNS = listed("it he she they who which that")


def may_be_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """As "works" and "levy": a form that a noun has too, and nothing before it makes a verb."""
    token = tokens[at]
    before = tokens[at - 1].norm if at else ""
    if token.norm.endswith(("ed", "ing")) or before in _BEFORE_VERBS:
        return False
    return token.norm == token.lemma or token.norm.endswith("s")


def in_small_letters(told: Told) -> Told:
    """A headline in capitals as if it had none, so that its verbs are not names."""
    text = told.side.text
    if not told.side.claim.in_title or not text.isupper():
        return told
    return replace(told, side=replace(told.side, wording=_lowered(told.side.wording)))


@lru_cache(maxsize=4096)
def _lowered(wording: Wording) -> Wording:
    return wording_of(wording.text.lower())
