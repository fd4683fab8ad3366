"""`explain`: why the machine suggests what it suggests, as text of 100 columns."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.console import counted, say
from app.commands.wiring import (
    DatabaseOption,
    DataOption,
    open_database,
    read_settings,
    second_opinion,
)
from app.domain.errors import Invalid
from app.domain.pairs import Suggestion

if TYPE_CHECKING:
    from app.services.browsing.why import Explained
    from app.services.pages.compare import ValueShown, Why

WIDTH = 100
_NAME, _SIDE, _READING = 14, 39, 14
_NONE = "–"


def explain(
    first: Annotated[
        str, typer.Argument(metavar="PAIR|TEXT", help="A pair's number, or one sentence.",
                            show_default=False)],
    second: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="Another sentence.", show_default=False)
    ] = None,
    *,
    case: Annotated[
        str | None, typer.Option("--case", help="The case of the pair.", show_default=False)
    ] = None,
    data: DataOption = None,
    database_url: DatabaseOption = None,
) -> None:
    """Show the findings, values, words and keys behind a suggestion."""
    if second is not None:
        from app.services.explaining import explain_texts

        say("\n".join(_of_texts(first, second, *explain_texts(first, second, second_opinion()))))
        return
    number = first.strip().lower().removeprefix("pair").strip()
    if not number.isdecimal():
        raise Invalid({"text": "Give the number of a pair, or two texts."})
    from app.services.browsing.why import explained

    settings = read_settings(data=data, database_url=database_url)
    database = open_database(settings)
    with database.reading() as store:
        told = explained(store, _known(number), case)
    say("\n".join(_of_pair(told)))


def _known(number: str) -> int:
    """No pair has a number that no database counts to; 0 is the number of none."""
    from app.services.browsing.queries import LARGEST_ID

    return int(number) if int(number) <= LARGEST_ID else 0


def _of_pair(told: "Explained") -> Iterator[str]:
    yield f"Pair {told.number} of “{told.case}”"
    yield told.question
    names = [side.source for side in told.sides]
    if told.sides[0].article_id == told.sides[1].article_id:
        names = [f"Paragraph {side.paragraph}" for side in told.sides]
    yield from _claims(names, [side.span.quote for side in told.sides])
    yield from _suggested(told.suggestion, told.why.compared_at)
    yield from _evidence(told.why, names)
    yield from _titled("Event", _event(told))


def _event(told: "Explained") -> Iterator[str]:
    answer = {True: "yes", False: "not certain", None: "not worked out"}[told.why.one_event]
    if told.sides[0].article_id == told.sides[1].article_id:
        answer = "one article"
    yield f"Same event: {answer}"
    for side in told.sides:
        day = f", {side.published_on:%Y-%m-%d}" if side.published_on else ", no date"
        yield from _columns((_NAME, side.source), (WIDTH - _NAME - 6, f"{side.title}{day}"))


def _of_texts(a: str, b: str, suggestion: Suggestion, why: "Why") -> Iterator[str]:
    names = ["First", "Second"]
    yield "Two loose texts"
    yield from _claims(names, [a, b])
    yield from _suggested(suggestion, None)
    yield from _evidence(why, names)


def _claims(names: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    yield ""
    for name, text in zip(names, texts, strict=True):
        yield from _columns((_NAME, name), (WIDTH - _NAME - 6, f"“{text}”"))


def _suggested(suggestion: Suggestion, at: datetime | None) -> Iterator[str]:
    """The score with its meaning; nowhere is it a bare number."""
    when = f", {at.astimezone():%Y-%m-%d %H:%M}" if at else ""
    yield ""
    yield (f"Suggested: {suggestion.relation} ({suggestion.strength}), "
           f"engine {suggestion.engine}{when}")
    yield f"  {suggestion.score:.2f} of 1 for a strict conflict; this orders the queue"


def _evidence(why: "Why", names: Sequence[str]) -> Iterator[str]:
    yield from _titled("Findings", _findings(why))
    yield from _titled("Normalised values", _values(why, names))
    words = f"Words side by side ({why.differing} of {why.parts} parts differ)"
    yield from _titled(words, _words(why, names))
    yield from _titled("Why these two meet", _keys(why))


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    told = list(lines)
    yield from (f"  {line}" for line in told or ["none"])


def _findings(why: "Why") -> Iterator[str]:
    for ground in why.grounds:
        yield from _columns(
            (_NAME, ground.reason.words), (9, str(ground.says.relation)),
            (8, ground.strength.value), (WIDTH - _NAME - 25, ground.weighs.value))
        yield from _columns((_NAME, ""), (WIDTH - _NAME - 4, ground.because))


def _values(why: "Why", names: Sequence[str]) -> Iterator[str]:
    if why.values:
        yield from _columns((_NAME, ""), (_SIDE, names[0]), (_SIDE, names[1]))
    for row in why.values:
        yield from _columns((_NAME, row.kind.capitalize()), (_SIDE, _shown(row.first)),
                            (_SIDE, _shown(row.second)))


def _shown(values: Sequence["ValueShown"]) -> str:
    return "; ".join(f"{value.shown} ({value.origin})" if value.origin else value.shown
                     for value in values) or f"{_NONE} not stated"


def _words(why: "Why", names: Sequence[str]) -> Iterator[str]:
    parts = [part for band in why.bands for part in band]
    if parts:
        yield from _columns((_SIDE, names[0]), (_READING, "Reading"), (_SIDE, names[1]))
    for part in parts:
        number = f" [{part.number}]" if part.number else ""
        yield from _columns((_SIDE, part.first or _NONE), (_READING, part.reading + number),
                            (_SIDE, part.second or _NONE))


def _keys(why: "Why") -> Iterator[str]:
    for key in why.keys:
        held = ""
        if key.claims and why.claims:
            held = f"in {key.claims} of {counted(why.claims, 'claim', 'claims')}"
        yield from _columns((_NAME, "Question" if key.is_question else "Word"),
                            (_SIDE, key.words), (_SIDE, held))


def _columns(*cells: tuple[int, str]) -> Iterator[str]:
    """Cells of a width each, set two columns apart, their words wrapped inside."""
    wrapped = [wrap(words, width) or [""] for width, words in cells]
    for at in range(max(map(len, wrapped))):
        line = "  ".join(f"{lines[at] if at < len(lines) else '':<{width}}"
                         for (width, _), lines in zip(cells, wrapped, strict=True))
        yield line.rstrip()
