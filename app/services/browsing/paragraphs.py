"""An article's text in paragraphs, and each paragraph in runs that belong to claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.engine.sentences import paragraphs as stretches
from app.services.pages.article import MarkState, Paragraph, TextRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A claim to be drawn: its number on the page, where it stands, how it is drawn."""

    number: int
    start: int
    end: int
    state: MarkState


MOST_AT_ONCE = 200
"""Paragraphs of an article that are shown on one page."""

IN_A_PART = 100
"""Paragraphs of each part of a longer article (design, section 3.6)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that is shown at once, by paragraphs from 0 and code points."""

    number: int
    of: int
    total: int
    first: int
    last: int
    start: int
    end: int

    def holds(self, place: int) -> bool:
        """The place in the text is in this part."""
        return self.start <= place < self.end


def part_of(text: str, number: int) -> Part:
    """That part of a long text, the nearest one if there is no such; of a short one all."""
    found = stretches(text)
    parts = -(-len(found) // IN_A_PART) if len(found) > MOST_AT_ONCE else 1
    if parts == 1:
        return Part(1, 1, len(found), 0, len(found), 0, len(text) + 1)
    number = min(max(number, 1), parts)
    first, last = (number - 1) * IN_A_PART, min(number * IN_A_PART, len(found))
    return Part(number, parts, len(found), first, last, found[first].start, found[last - 1].end)


def paragraphs(
    text: str, title: str, marks: Sequence[Marked], part: Part | None = None,
) -> tuple[Paragraph, ...]:
    """The text as paragraphs of runs; the runs of a paragraph joined are its text.

    Of overlapping claims the shortest is drawn; the others keep their number, as an empty run
    where it would else be lost.
    """
    drawn = sorted(marks, key=lambda mark: (mark.start, mark.end))
    return tuple(
        Paragraph(id=number, runs=tuple(_runs(text, start, end, drawn)),
                  is_title=number == 1 and bool(title) and text[start:end] == title.strip())
        for number, (start, end) in enumerate(stretches(text), start=1)
        if part is None or part.first < number <= part.last
    )


def _runs(text: str, start: int, end: int, marks: Sequence[Marked]) -> Iterator[TextRun]:
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {max(min(edge, end), start) for mark in here for edge in (mark.start, mark.end)}
    cuts = sorted(edges | {start, end})
    for left, right in pairwise(cuts):
        over = [mark for mark in here if mark.start <= left and right <= mark.end]
        inner = min(over, key=lambda mark: (mark.end - mark.start, -mark.start), default=None)
        for mark in over:
            if mark is not inner and mark.start == left:
                yield TextRun(text="", number=mark.number, opens=True, state=mark.state)
        yield _run(text[left:right], inner, left)


def _run(words: str, mark: Marked | None, at: int) -> TextRun:
    if mark is None:
        return TextRun(text=words)
    return TextRun(text=words, number=mark.number, opens=mark.start == at, state=mark.state)
