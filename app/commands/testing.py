"""`test`: everything that shows that this checkout works."""

import os
import sys
from typing import Annotated

import typer

from app.domain.errors import Misconfigured


def run_tests(
    arguments: Annotated[
        list[str] | None, typer.Argument(help="Passed on to pytest.", show_default=False)
    ] = None,
) -> None:
    """Run all tests: in a checkout only, with a real browser and PostgreSQL."""
    from app.settings import is_checkout, resources

    if not is_checkout():
        message = "The tests do not travel in the package; run this in a clone of the repository."
        raise Misconfigured(message)
    os.chdir(resources())
    os.execv(sys.executable, [sys.executable, "-m", "tests.running", *(arguments or [])])  # noqa: S606  no shell
