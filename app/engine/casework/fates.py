"""What becomes of some where others fare otherwise: the table of fates and its phrases in a clause.

The table is `lexicon/fates.tsv`. Two of its phrases from the two columns of one line cannot be told
of one member of a group; two of one column tell one deed in other words.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from app.engine.lexicon.files import lines
from app.engine.listing import listed
from app.engine.tokens import Token

_SMALL = listed("the a an his her its their our up out back down been being be was were is are "
                "all again now still to of in")
_MOST_BETWEEN = 2


class Fate(NamedTuple):
    """A line of the table, how it changes, and which of its columns is told."""

    name: str
    changes: str
    first: bool

    @property
    def contrary(self) -> "Fate":
        """What is told of the others."""
        return self._replace(first=not self.first)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Fate], ...]]:
    """The phrases of the table by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Fate]]] = {}
    for line in lines("fates.tsv"):
        name, changes, *sides = line.split("\t")
        for side, first in zip(sides, (True, False), strict=True):
            for phrase in side.split():
                words = tuple(phrase.split("_"))
                found.setdefault(words[0], []).append((words, Fate(name, changes, first)))
    return {first: tuple(sorted(held, key=lambda one: -len(one[0])))
            for first, held in found.items()}


def fates_in(tokens: Sequence[Token]) -> Iterator[tuple[Fate, int, int]]:
    """The fates that these words tell, with the indexes of their first and behind their last
    word; a word of a phrase tells nothing by itself."""
    known = _phrases()
    held = 0
    for at, token in enumerate(tokens):
        if at < held:
            continue
        longest = 0
        for words, fate in (*known.get(token.norm, ()), *(
                known.get(token.lemma, ()) if token.lemma != token.norm else ())):
            end = _end_of(words, tokens, at)
            if end and end >= longest:
                longest = end
                yield fate, at, end
        held = max(held, longest)


def _end_of(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> int:
    """The index behind the last word of a phrase that begins here, 0 where it does not."""
    for word in words[1:]:
        at += 1
        skipped = 0
        while at < len(tokens) and word not in {tokens[at].lemma, tokens[at].norm}:
            if skipped == _MOST_BETWEEN or tokens[at].norm not in _SMALL:
                return 0
            at, skipped = at + 1, skipped + 1
        if at == len(tokens):
            return 0
    return at + 1
