"""Phrases of several words found in a claim in one walk over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from app.engine.tokens import Token

Tag = TypeVar("Tag")


class Phrases(Generic[Tag]):
    """A set of phrases, each a row of lemmas with a tag; longer phrases are found first."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Tag]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Tag]]] = defaultdict(list)
        for phrase, tag in sorted(phrases, key=lambda entry: (-len(entry[0]), entry[0])):
            self._by_first[phrase[0]].append((phrase, tag))

    def may_stand_in(self, forms: AbstractSet[str]) -> bool:
        """The first word of some phrase is among these lemmas."""
        return not self._by_first.keys().isdisjoint(forms)

    def found(self, words: tuple[Token, ...]) -> Iterator[tuple[tuple[int, ...], Tag]]:
        """Each phrase in order of place, as token indexes, with its tag; none overlap."""
        end = 0
        for at, word in enumerate(words):
            if at < end or word.lemma not in self._by_first:
                continue
            for phrase, tag in self._by_first[word.lemma]:
                stretch = words[at:at + len(phrase)]
                if len(stretch) == len(phrase) and all(
                    token.lemma == lemma for token, lemma in zip(stretch, phrase, strict=True)
                ):
                    end = at + len(phrase)
                    yield tuple(range(at, end)), tag
                    break
