"""The part that a thing plays in its act: before the verb or behind it, under which small word.

"Fled in a van" and "escaped on motorcycles" give the van and the motorcycles one part; in "a grain
truck" the grain qualifies the truck.
"""

from functools import lru_cache
from typing import NamedTuple

from app.engine.casework.acts import Act, act_in
from app.engine.casework.kinds import Filler, circles_of
from app.engine.casework.verbing import is_verb_at
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind

_QUALIFYING = listed("school court owner side end level quarter fuel people faith colour material "
                     "medal")
"""Kinds whose words say which thing is meant and are none by themselves."""

_IN_NAMES = listed("school court owner")
"""Kinds whose words, with a capital, are parts of names: "Ashgrove Elementary School"."""

_INTO = {"on": "in", "aboard": "in", "inside": "in", "into": "in", "by": "in", "onto": "in",
         "at": "in", "off": "from", "near": "in", "using": "with"}
"""Small words that set a thing into one place of an act."""


class Part(NamedTuple):
    """A thing in its part: the act around it, the word that it qualifies, the small word before
    it, whether it stands before the verb, and the figures right before it."""

    filler: Filler
    act: Act
    head: Token | None
    before: str
    leads: bool
    figures: frozenset[float]


@lru_cache(maxsize=4096)
def part_of(wording: Wording, filler: Filler) -> Part | None:
    """The thing in its part, None where it is denied or only says which thing is meant."""
    tokens = wording.tokens
    head = _head(wording, filler)
    named = tokens[filler.first].kind is WordKind.NAME and tokens[filler.first].form.istitle()
    if filler.kind in _QUALIFYING and (head is None or (named and filler.kind in _IN_NAMES)):
        return None
    start, end = tokens[filler.first].start, tokens[filler.last].end
    act = act_in(wording, start, end)
    if _is_denied(tokens, filler.first, act):
        return None
    before = _before(tokens, filler.first)
    leads = before == "by" or (act.verb is not None and end <= act.verb.start)
    before = "" if before == "by" and filler.kind not in _CARRYING else _INTO.get(before, before)
    return Part(filler, act, head, before, leads, _figures(tokens, filler.first))


_DENYING = frozenset({"no", "not", "n't", "never", "without", "neither", "nor"})
_REACH = 3


def _is_denied(tokens: tuple[Token, ...], at: int, act: Act) -> bool:
    """A denial stands right before the thing or before the verb of its act."""
    verb = next((i for i, token in enumerate(tokens) if token == act.verb), at)
    return any(token.norm in _DENYING for place in (at, verb)
               for token in tokens[max(0, place - _REACH):place])


_CARRYING = frozenset({"vehicle", "message", "payment"})
"""Kinds by which one goes or sends: "by car" is "in a car"."""


def _head(wording: Wording, filler: Filler) -> Token | None:
    """The noun right behind the thing, which it qualifies."""
    tokens = wording.tokens
    if filler.last + 1 >= len(tokens):
        return None
    last, after = tokens[filler.last], tokens[filler.last + 1]
    if wording.text[last.end:after.start] not in {" ", "-"} or after.kind not in _NOUNS:
        return None
    if circles_of(after.norm, after.norm):
        return after
    is_noun = part_of_speech(after.lemma) == "n" and not after.norm.endswith("ed")
    return after if is_noun and not is_verb_at(tokens, filler.last + 1) else None


_NOUNS = frozenset({WordKind.CONTENT, WordKind.NAME})


def _before(tokens: tuple[Token, ...], at: int) -> str:
    """The small word that sets the thing into the act, past articles, figures and adjectives."""
    for token in reversed(tokens[max(0, at - _REACH):at]):
        if token.kind is WordKind.FUNCTION and token.norm not in _ARTICLES:
            return token.norm
    return ""


def _figures(tokens: tuple[Token, ...], at: int) -> frozenset[float]:
    return frozenset([token.value for token in tokens[max(0, at - _REACH):at]
                      if token.value is not None])


_ARTICLES = listed("a an the his her their its our my this that these those some")
