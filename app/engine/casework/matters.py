"""The table of matters that stand one way or the other (ways.tsv), and its phrases in a claim."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from app.engine.lexicon import part_of_speech
from app.engine.lexicon.files import lines
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_GAP = "~"
_MOST_BETWEEN, _WIDEST = 4, 6


class Matter(NamedTuple):
    """A line of the table: how it changes ("fixed", "stance", "either", "onward") and what two
    claims of it must share ("lone", "thing", "doer", "both")."""

    name: str
    changes: str
    shares: str


class Phrase(NamedTuple):
    """The forms that may stand in each place of a phrase, its matter and which way it tells;
    `denied` ones are only told under a denial."""

    places: tuple[frozenset[str], ...]
    matter: Matter
    one_way: bool
    denied: bool


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of the table by each form of their first place, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for line in lines("ways.tsv"):
        name, changes, shares, *sides = line.split("\t")
        matter = Matter(name, changes, shares)
        for side, one_way in zip(sides, (True, False), strict=True):
            for written in side.split(", "):
                words = written.removeprefix("!").split()
                places = tuple(_forms(word) for word in words)
                phrase = Phrase(places, matter, one_way, written.startswith("!"))
                for first in places[0]:
                    found.setdefault(first.removeprefix("="), []).append(phrase)
    return {first: tuple(sorted(held, key=lambda one: -len(one.places)))
            for first, held in found.items()}


_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re"})
_HAVE = frozenset({"have", "has", "had", "having"})
_OTHER_WORDS = {"find": "found", "leave": "left", "fall": "fell", "bind": "bound", "wind": "wound",
                "bear": "bore", "see": "saw", "grind": "ground", "feel": "felt", "rise": "rose",
                "repay": "repaid", "withstand": "withstood",
                "overrun": "overran", "withhold": "withheld"}
"""Forms that are words by themselves too, so that their lemma is not the verb's."""


def _forms(word: str) -> frozenset[str]:
    """The lemmas and forms that may stand in a place of a phrase."""
    found = set(word.split("/"))
    found.update(_OTHER_WORDS[one] for one in word.split("/") if one in _OTHER_WORDS)
    if "be" in found:
        found.update(_BE)
    if "have" in found:
        found.update(_HAVE)
    return frozenset(found)


@cache
def signs() -> frozenset[str]:
    """Forms and lemmas of which a claim must have one to tell any way."""
    return frozenset(_phrases())


class _Opened(NamedTuple):
    """The phrases that begin with a word, and by the forms of their next place which of them
    these are; `alone` are those without a next place."""

    phrases: tuple[Phrase, ...]
    alone: frozenset[int]
    going_on: dict[str, list[int]]


@lru_cache(maxsize=16384)
def _opened(norm: str, lemma: str) -> _Opened:
    known = _phrases()
    found = known.get(norm, ())
    if norm != lemma:
        found = (*found, *(phrase for phrase in known.get(lemma, ()) if phrase not in found))
    alone, going_on = set(), dict[str, list[int]]()
    for number, phrase in enumerate(found):
        after = next((place for place in phrase.places[1:] if _GAP not in place), None)
        if after is None:
            alone.add(number)
        for form in after or ():
            going_on.setdefault(form.removeprefix("="), []).append(number)
    return _Opened(found, frozenset(alone), going_on)


def _opening(token: Token, forms: frozenset[str]) -> Sequence[Phrase]:
    """The phrases that may begin with a word of a claim of these forms, the longest first."""
    phrases, alone, going_on = _opened(token.norm, token.lemma)
    if not going_on:
        return phrases
    numbers = alone.union(*[going_on[form] for form in going_on.keys() & forms])
    return [phrases[number] for number in sorted(numbers)]


def _is_at(token: Token, place: frozenset[str]) -> bool:
    return token.lemma in place or token.norm in place or f"={token.norm}" in place


def _end_of(phrase: Phrase, tokens: tuple[Token, ...], at: int) -> int:
    """The index behind the last word of a phrase that begins here, 0 where it does not stand."""
    if not _is_at(tokens[at], phrase.places[0]):
        return 0
    at += 1
    widest = _MOST_BETWEEN
    for place in phrase.places[1:]:
        if _GAP in place:
            widest = _WIDEST
            continue
        start = at
        while at < len(tokens) and not _is_at(tokens[at], place):
            if at - start >= widest or (widest == _MOST_BETWEEN and not _is_small(tokens[at])):
                return 0
            at += 1
        if at == len(tokens):
            return 0
        at += 1
        widest = _MOST_BETWEEN
    return at


_SMALL = listed("the a an his her its their our my your this that these those been being also "
                "then now again yet all both any some not n't never no still already even just "
                "had has have up such")


def _is_small(token: Token) -> bool:
    return token.norm in _SMALL or token.norm.endswith("ly") or token.norm == "'s"


def phrases_in(text: str, tokens: tuple[Token, ...]) -> Iterator[tuple[Phrase, int, int]]:
    """The phrases of a claim; of one matter none within another."""
    ends: dict[Matter, int] = {}
    forms = frozenset([token.norm for token in tokens]).union([one.lemma for one in tokens])
    for at, token in enumerate(tokens):
        if token.kind is WordKind.NAME:
            continue
        for phrase in _opening(token, forms):
            if ends.get(phrase.matter, 0) > at:
                continue
            end = _end_of(phrase, tokens, at)
            if end and not _is_broken(text, tokens, at, end) and not (
                    end == at + 1 and _qualifies(tokens, at)):
                ends[phrase.matter] = end
                yield phrase, at, end


def _is_broken(text: str, tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """More than blanks and quotation marks stand between the words: a comma, a full stop."""
    return any(not _BREAKING.isdisjoint(text[tokens[at - 1].end:tokens[at].start])
               for at in range(first + 1, end))


_BREAKING = frozenset(",;:—–().!?")


def _qualifies(tokens: tuple[Token, ...], at: int) -> bool:
    """An adjective right before its noun says which thing is meant ("illegal trade")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (after is not None and after.start - tokens[at].end == 1
            and part_of_speech(tokens[at].norm) == "a" and after.kind in _NOUNS
            and part_of_speech(after.lemma) == "n")


_NOUNS = frozenset({WordKind.CONTENT, WordKind.NAME})
