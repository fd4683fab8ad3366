"""What stands around a claim in its article, so that a reader can judge it."""

from bisect import bisect_right
from typing import NamedTuple

from app.engine.sentences import Stretch, paragraphs, sentences

SENTENCES = 2
"""Sentences shown on each side of a claim before anybody asks for more (design, section 3.3)."""

MOST = 12
"""The widest context: ten whole paragraphs on each side."""


class Context(NamedTuple):
    """The words before and after a claim, a line for each paragraph."""

    before: str
    after: str

    @property
    def nearest(self) -> int:
        """How many code points of `after` its first sentence takes: what a phone shows."""
        line = self.after.partition("\n")[0]
        ends = (each.end for each in sentences(line, Stretch(0, len(line))))
        return next((end for end in ends if any(map(str.isalnum, line[:end]))), len(line))


def around(text: str, start: int, end: int, size: int = 1) -> Context:
    """The context of the claim at `text[start:end]`.

    Size 0 is none, 1 two sentences on each side, 2 the whole paragraph, and each further one
    a whole paragraph more on both sides, up to `MOST`.
    """
    parts = paragraphs(text)
    if size <= 0 or not parts:
        return Context("", "")
    here = _index_of(parts, start), _index_of(parts, max(end - 1, start))
    if size == 1:
        first, last = _two_before(text, parts, here[0], start), _two_after(
            text, parts, here[1], end)
    else:
        more = min(size, MOST) - 2
        first = parts[max(here[0] - more, 0)].start
        last = parts[min(here[1] + more, len(parts) - 1)].end
    return Context(_lines(text[min(first, start):start]), _lines(text[end:max(last, end)]))


def _index_of(parts: list[Stretch], at: int) -> int:
    """The paragraph that holds a place, or the last one before it."""
    return max(bisect_right([part.start for part in parts], at) - 1, 0)


def _two_before(text: str, parts: list[Stretch], index: int, start: int) -> int:
    """Where the context begins: two sentences up, into the paragraph before if need be."""
    starts: list[int] = []
    for part in reversed(parts[max(index - 1, 0):index + 1]):
        starts += [each.start for each in reversed(sentences(text, part)) if each.start < start]
        if starts:
            break
    return starts[min(SENTENCES, len(starts)) - 1] if starts else start


def _two_after(text: str, parts: list[Stretch], index: int, end: int) -> int:
    """Where the context ends: two sentences down, into the paragraph after if need be."""
    ends: list[int] = []
    for part in parts[index:index + 2]:
        ends += [each.end for each in sentences(text, part) if each.end > end]
        if ends:
            break
    return ends[min(SENTENCES, len(ends)) - 1] if ends else end


def _lines(words: str) -> str:
    """Paragraphs as single lines, without blank ones between them."""
    return "\n".join(" ".join(line.split()) for line in words.split("\n") if line.strip())
