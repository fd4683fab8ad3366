"""`compare`: two loose sentences, or a stream of them."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from app.commands.console import say
from app.commands.wiring import second_opinion
from app.domain.errors import Invalid
from app.domain.pairs import Suggestion

Line = dict[str, Any]


def compare(
    first: Annotated[str | None, typer.Argument(help="One sentence.", show_default=False)] = None,
    second: Annotated[str | None, typer.Argument(help="Another.", show_default=False)] = None,
    *,
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl",
            help='Read lines {"id", "a", "b"} (also "a_date", "b_date") from standard input, '
            'write lines {"id", "label", "score", "reasons"}.',
        ),
    ] = False,
    source: Annotated[
        Path | None, typer.Option("--input", help="With --jsonl: read this file instead.")
    ] = None,
) -> None:
    """Say whether two sentences agree, and why."""
    if jsonl:
        with _opened(source) as lines:
            _answer_all(lines, sys.stdout)
    elif first is None or second is None:
        raise Invalid({"text": "Give two texts to compare, or --jsonl for a stream of them."})
    else:
        say(_told(_comparing()(first, second, None, None)))


def _opened(source: Path | None) -> TextIO:
    if source is None:
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")  # type: ignore[union-attr]
        return sys.stdin
    try:
        return source.open(encoding="utf-8")
    except OSError as error:
        raise Invalid({"input": f"{source} cannot be read ({error.strerror})."}) from None


def _answer_all(lines: TextIO, out: TextIO) -> None:
    out.reconfigure(encoding="utf-8", line_buffering=True)  # type: ignore[attr-defined]
    try:
        out.writelines(json.dumps(answer, ensure_ascii=False) + "\n" for answer in _answers(lines))
    except UnicodeDecodeError:
        raise Invalid({"input": "The input is not UTF-8 text."}) from None


def _answers(lines: Iterable[str]) -> Iterator[Line]:
    from app.engine.comparing import warm_up

    warm_up()
    compared = _comparing()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        asked = _asked(line, number)
        suggestion = compared(asked["a"], asked["b"], asked["a_date"], asked["b_date"])
        yield {"id": asked["id"]} | _answer(suggestion)


def _comparing() -> Callable[[str, str, date | None, date | None], Suggestion]:
    """How two texts are compared: by the engine, and by a model where the settings name one."""
    from app.engine.comparing import compare_texts

    model = second_opinion()

    def by_rules(a: str, b: str, a_date: date | None, b_date: date | None) -> Suggestion:
        return compare_texts(a, b, a_date=a_date, b_date=b_date)

    if model is None:
        return by_rules
    from app.services.second_opinions import with_opinion

    return lambda a, b, a_date, b_date: with_opinion(by_rules(a, b, a_date, b_date), a, b, model)


def _asked(line: str, number: int) -> Line:
    try:
        asked = json.loads(line)
        return {
            "id": asked["id"],
            "a": _text(asked["a"]),
            "b": _text(asked["b"]),
            "a_date": _day(asked.get("a_date")),
            "b_date": _day(asked.get("b_date")),
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        message = (
            f'Line {number} is not of the form {{"id": …, "a": "text", "b": "text"}}, '
            "with dates as YYYY-MM-DD."
        )
        raise Invalid({"input": message}) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _answer(suggestion: Suggestion) -> Line:
    return {
        "label": suggestion.relation.value,
        "score": round(suggestion.score, 4),
        "reasons": [finding.reason.value for finding in suggestion.findings],
    }


def _told(suggestion: Suggestion) -> str:
    head = f"Suggested: {suggestion.relation.value}"
    return "\n".join([head, *(f"  {finding.because}" for finding in suggestion.findings)])
