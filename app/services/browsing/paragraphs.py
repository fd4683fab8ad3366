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


def paragraphs(text: str, title: str, marks: Sequence[Marked]) -> tuple[Paragraph, ...]:
    """The text as paragraphs of runs; the runs of a paragraph joined are its text.

    Of overlapping claims the shortest is drawn; the others keep their number, as an empty run
    where it would else be lost.
    """
    drawn = sorted(marks, key=lambda mark: (mark.start, mark.end))
    return tuple(
        Paragraph(id=number, runs=tuple(_runs(text, start, end, drawn)),
                  is_title=number == 1 and bool(title) and text[start:end] == title.strip())
        for number, (start, end) in enumerate(stretches(text), start=1)
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
