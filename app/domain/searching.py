"""Words as search compares them, and what is looked for."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_THOUSANDS = r"\d{1,3}(?:,\d{3})+(?!\d)"
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Kana and Han, which stand without spaces: each letter counts as a word."""

_INNER = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
    "\u0e31-\u0e4e"
)
"""Signs inside words that Python does not count among the letters: marks of many scripts."""

_WORD = re.compile(rf"{_THOUSANDS}|[{_ALONE}]|['’]s\b|(?:[^\W_{_ALONE}]|[{_INNER}])+")
_PART = re.compile(rf"(?:[^\W_]|[{_INNER}])+")
_LEAST_CLASS = 10
"""Combining classes below it belong to the letters of their scripts (nukta, virama)."""


class Token(NamedTuple):
    """A word as it is compared, with where it stands in the text that it was read from."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text without regard to case and accents: "Soto-Martínez" is two words,
    "1,200" is one, and the s of a possessive is none."""
    for found in _WORD.finditer(text):
        said, (start, end) = found[0], found.span()
        if said[0] in "'’":
            continue
        if said.isascii():
            yield Token(said.replace(",", "").lower(), start, end)
            continue
        for word in folded(said):
            yield Token(word, start, end)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text alone."""
    words: list[str] = []
    for said in _WORD.findall(text):
        if said[0] in "'’":
            continue
        if said.isascii():
            words.append(said.replace(",", "").lower())
        else:
            words += folded(said)
    return tuple(words)


@lru_cache(maxsize=65536)
def folded(word: str) -> tuple[str, ...]:
    """A word as it is compared; one letter may stand for several words ("½")."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", word.casefold())
                    if unicodedata.combining(letter) < _LEAST_CLASS)
    return tuple(_PART.findall(plain))


Phrase = tuple[str, ...]
"""Words that follow one another."""

Term = tuple[Phrase, ...]
"""Forms of one thing, each as good as the others."""

Way = tuple[Term, ...]
"""Terms that must all be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: any of the ways. The first one is what was typed, in all its forms;
    the others say the same in other words."""

    ways: tuple[Way, ...]

    @property
    def typed(self) -> "Wanted":
        """What was typed, without its meanings."""
        return Wanted(ways=self.ways[:1])


class Read:
    """A text as search reads it: its words, and where each of them stands."""

    __slots__ = ("_places", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self._places: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens):
            self._places.setdefault(token.word, []).append(at)

    def places(self, term: Term) -> list[tuple[int, int]]:
        """Where any of these phrases stands, as ranges of the words' indices, in order."""
        found = [(at, at + len(phrase)) for phrase in term
                 for at in self._places.get(phrase[0], ()) if self._follows(at, phrase)]
        return sorted(found)

    def spans(self, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Such ranges as ranges of the text; what touches becomes one."""
        spans: list[tuple[int, int]] = []
        for first, end in sorted(places):
            start, stop = self.tokens[first].start, self.tokens[end - 1].end
            if spans and start - spans[-1][1] <= 1:
                spans[-1] = (spans[-1][0], max(stop, spans[-1][1]))
            else:
                spans.append((start, stop))
        return spans

    def _follows(self, at: int, phrase: Phrase) -> bool:
        if len(phrase) == 1:
            return True
        said = self.tokens[at:at + len(phrase)]
        return tuple(token.word for token in said) == phrase
