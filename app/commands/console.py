"""How the command line speaks: plain lines, and a progress bar on a terminal only."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import typer


class Step(Protocol):
    """Told after each piece of a long work: how many pieces are done, and of how many."""

    def __call__(self, done: int, total: int, /) -> None:
        """Move the bar."""


def say(sentence: str) -> None:
    """Tell the reader something on standard output."""
    typer.echo(sentence)


def warn(sentence: str) -> None:
    """Tell the reader what is wrong, on standard error."""
    typer.echo(f"diptych: {sentence}", err=True)


def counted(number: int, one: str, many: str) -> str:
    """Return "1 article" or "3 articles"."""
    return f"{number} {one if number == 1 else many}"


def own_name() -> str:
    """What the reader types to start this program: ./diptych in a checkout, else diptych."""
    launcher = os.environ.get("DIPTYCH_LAUNCHER")
    if not launcher:
        return "diptych"
    here = os.path.relpath(launcher)
    return f"./{here}" if os.sep not in here else here


def log_to_standard_error() -> None:
    """Keep what only a maintainer reads out of standard output, which is for answers."""
    import structlog

    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # A traceback in plain lines: drawing the values of every frame, as structlog does
            # by default, holds the server up for a minute when a report is among them.
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback),
        ],
    )


@contextmanager
def progress(what: str) -> Iterator[Step]:
    """Show how far a long work is; say nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, /: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total, /: bar.update(task, completed=done, total=total)
