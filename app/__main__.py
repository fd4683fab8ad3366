"""The command line: which commands there are, and how an error is told.

Exit code 0: done; 1: could not be done, and a sentence on standard error says why; 2: the
command line itself was not understood.
"""

import os
import sys
from typing import Annotated

import typer

from app import __version__
from app.commands import comparing, explaining, exporting, importing, keeping, serving, testing
from app.commands.console import own_name, say, warn
from app.domain.errors import DiptychError

program = typer.Typer(
    name="diptych",
    help="Who says what, side by side.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
program.command("demo")(serving.demo)
program.command("serve")(serving.serve)
program.command("import")(importing.import_articles)
program.command("export")(exporting.export)
program.command("compare")(comparing.compare)
program.command("explain")(explaining.explain)
program.command("migrate")(keeping.migrate)
program.command("doctor")(keeping.doctor)
program.command("test", context_settings={"ignore_unknown_options": True})(testing.run_tests)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  typer calls it so
    if wanted:
        say(f"Diptych {__version__}")
        raise typer.Exit


@program.callback()
def choose(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say the version and leave.", callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Who says what, side by side."""


def main() -> None:
    """Run one command. Errors of the domain become one sentence and exit code 1."""
    try:
        program(prog_name=own_name())
    except DiptychError as error:
        warn(error.sentence)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has read enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
