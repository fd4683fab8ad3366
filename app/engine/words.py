"""A text cut into words, once: every reader of facts walks the same list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import add

_WORD = re.compile(
    r"[A-Za-z]{2,}(?=[ ,.])"  # most words, found at once
    r"|[^\w\s]"  # marks and signs
    r"|\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?"  # 12,000 and 1,234.5
    r"|\d+(?:\.\d+)?"  # 65 and 99.9; never the comma of "in 1815,"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.C. and a.m.
    r"|[^\W\d_]+(?:[’'‑-][^\W\d_]+)*"  # Soto-Martínez, Trump’s, twenty-one
    r"|\S"
)
_GROUP, _START = re.Match.group, re.Match.start


@dataclass(slots=True)
class Words:
    """The words of one text with their places: `text[starts[i]:ends[i]] == words[i]`.

    `lows` are the words in lower case with straight apostrophes. `sentences` numbers the
    sentence of each word: no fact reaches over a full stop. `taken` marks words that a fact
    already stands on, so that no figure is read twice. `places` leads from a word in lower case
    to where it stands.
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    taken: bytearray
    places: dict[str, list[int]]

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """The word at `index` in lower case, "" outside the text."""
        if index < 0:
            return ""
        try:
            return self.lows[index]
        except IndexError:
            return ""

    def where(self, lows: AbstractSet[str]) -> list[int]:
        """Where any of these words stand, in order."""
        return self._in_order(lows & self.places.keys())

    def sentences_with(self, lows: AbstractSet[str]) -> set[int]:
        """The numbers of the sentences where any of these words stands."""
        sentences = self.sentences
        return {sentences[at] for low in lows & self.places.keys() for at in self.places[low]}

    def figures(self) -> list[int]:
        """Where words stand that begin with a digit, in order."""
        return self._in_order(low for low in self.places if low[0].isdigit())

    def _in_order(self, lows: Iterable[str]) -> list[int]:
        found: list[int] = []
        for low in lows:
            found += self.places[low]
        found.sort()
        return found

    def touches(self, index: int) -> bool:
        """No space stands between the word at `index` and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def together(self, first: int, last: int) -> bool:
        """Both words exist and stand in one sentence."""
        inside = first >= 0 and last < len(self.words)
        return inside and self.sentences[first] == self.sentences[last]

    def surface(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def is_free(self, first: int, last: int) -> bool:
        """No fact stands on any word from `first` to `last`."""
        return 1 not in self.taken[first : last + 1]

    def take(self, first: int, last: int) -> None:
        """A fact stands on the words from `first` to `last` from now on."""
        self.taken[first : last + 1] = b"\x01" * (last + 1 - first)


def cut(text: str, sentences: Sequence[tuple[int, int]]) -> Words:
    """The words of these sentences (spans in order), numbered by them from 0. Linear."""
    words: list[str] = []
    starts: list[int] = []
    numbers: list[int] = []
    for number, (start, end) in enumerate(sentences):
        matches = list(_WORD.finditer(text, start, end))
        words += map(_GROUP, matches)
        starts += map(_START, matches)
        numbers += [number] * len(matches)
    lows = _lowered(words)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, low in enumerate(lows):
        places[low].append(at)
    ends = list(map(add, starts, map(len, words)))
    return Words(text, words, lows, starts, ends, numbers, bytearray(len(words)), dict(places))


def _lowered(words: list[str]) -> list[str]:
    """The words in lower case with straight marks, all at once: no word holds a new line."""
    joined = "\n".join(words).lower()
    if not joined.isascii():
        joined = joined.replace("’", "'").replace("‘", "'").replace("‑", "-")
    return joined.split("\n") if words else []
