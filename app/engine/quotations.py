"""Quotations with exact spans: straight and curly, nested, over paragraphs with no closing mark.

Grammar, read in one pass over the quotation marks of a paragraph:
    quotation  = open words close          curly “…”, straight "…", single ‘…’, «…», „…“
               | open words                to the end of the paragraph, when the next paragraph
                                           opens with a mark too (the newspaper convention)
A straight mark opens before a letter, closes after one. An apostrophe is never a mark. Inner
marks of another form belong to the outer quotation.
"""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from app.engine.sentences import Stretch

_SIGN = re.compile("[“”„\"«»‘’']")
_MARK = re.compile("[“”„\"«»]|(?<!\\w)[‘'](?=[\\w“\"])|(?<=[\\w.,!?…])[’'](?!\\w)")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_OPEN_ONLY = frozenset("“„«‘")


class Quotation(NamedTuple):
    """Words between marks: `start` and `end` include the marks.

    `is_open` says that no closing mark stood in the paragraph and the next one goes on.
    `goes_on` says that it continues a quotation of the paragraph before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_open: bool = False
    goes_on: bool = False


def quotations(
    text: str, stretches: Sequence[Stretch], holding: Container[int] | None = None
) -> list[Quotation]:
    """The outermost quotations of a text, in order; `stretches` are its paragraphs, counted
    from 1; only those in `holding` are looked at, all if it is None.
    """
    found: list[Quotation] = []
    open_before = False
    for number, paragraph in enumerate(stretches):
        if holding is not None and number + 1 not in holding:
            open_before = False
            continue
        next_opens = number + 1 < len(stretches) and text[stretches[number + 1].start] in '“"«„'
        in_paragraph = _of_paragraph(text, paragraph, next_opens=next_opens, goes_on=open_before)
        open_before = bool(in_paragraph) and in_paragraph[-1].is_open
        found.extend(in_paragraph)
    return found


def _of_paragraph(
    text: str, paragraph: Stretch, *, next_opens: bool, goes_on: bool
) -> list[Quotation]:
    """The quotations of one paragraph; the last may stay open."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for sign in _SIGN.finditer(text, paragraph.start, paragraph.end):
        mark = _MARK.match(text, sign.start(), paragraph.end)
        if mark is None:
            continue
        if opened is None:
            opened = mark if _opens(text, mark, paragraph) else None
        elif mark.group() in _CLOSES[opened.group()]:
            found.append(
                _quotation(
                    opened,
                    mark.start(),
                    mark.end(),
                    goes_on=goes_on and opened.start() == paragraph.start,
                )
            )
            opened = None
    if opened is not None and opened.group() in '“"«„' and next_opens:
        found.append(
            _quotation(
                opened,
                paragraph.end,
                paragraph.end,
                is_open=True,
                goes_on=goes_on and opened.start() == paragraph.start,
            )
        )
    return found


def _opens(text: str, mark: re.Match[str], paragraph: Stretch) -> bool:
    """The mark can open a quotation here."""
    sign = mark.group()
    if sign in _OPEN_ONLY:
        return True
    if sign not in "\"'":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return not after.isspace() and not before.isalnum()


def _quotation(
    opened: re.Match[str], inner_end: int, end: int, *, is_open: bool = False, goes_on: bool = False
) -> Quotation:
    return Quotation(
        start=opened.start(),
        end=end,
        inner_start=opened.end(),
        inner_end=inner_end,
        is_open=is_open,
        goes_on=goes_on,
    )
