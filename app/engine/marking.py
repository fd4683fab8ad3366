"""Fixed phrases found in a text's words, each at its longest, in one pass over where they begin."""

from collections.abc import Iterable
from typing import NamedTuple

from app.engine.words import Words


class Mark(NamedTuple):
    """A phrase on the words `first` to `last`, both included, and what it stands for."""

    first: int
    last: int
    what: str


class Phrasebook:
    """Phrases of words in lower case, by their first word, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, what in phrases:
            words = phrase.split()
            self._by_first.setdefault(words[0], []).append((words, what))
        for found in self._by_first.values():
            found.sort(key=lambda one: -len(one[0]))

    def marks(self, words: Words) -> list[Mark]:
        """Where its phrases stand, in order of place, none over the end of a sentence."""
        found: list[Mark] = []
        lows, beyond = words.lows, -1
        for at in words.where(self._by_first.keys()):
            if at <= beyond:
                continue
            for phrase, what in self._by_first[lows[at]]:
                last = at + len(phrase) - 1
                if last == at or (lows[at : last + 1] == phrase and words.together(at, last)):
                    found.append(Mark(at, last, what))
                    beyond = last
                    break
        return found
