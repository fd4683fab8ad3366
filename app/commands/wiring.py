"""From options and environment to settings and an open database."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.console import log_to_standard_error
from app.domain.errors import Misconfigured

if TYPE_CHECKING:  # these take a third of a second to import, and `compare` needs neither
    from app.models.classifier import Classifier
    from app.settings import Settings
    from app.store.session import Database

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="Folder for everything that is kept.", envvar="DIPTYCH_DATA"),
]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database-url",
        help="Database, if not SQLite in the data folder.",
        envvar="DIPTYCH_DATABASE_URL",
    ),
]


def now() -> datetime:
    """Return the time, in UTC: the command line is an edge, so it may look at the clock."""
    return datetime.now(UTC)


def read_settings(**chosen: object) -> "Settings":
    """Settings from the environment, and what was chosen by option instead (None: not chosen).

    Raises Misconfigured with a sentence that names the setting.
    """
    from pydantic import ValidationError

    from app.settings import Settings

    options = {name: value for name, value in chosen.items() if value is not None}
    try:
        return Settings.model_validate(Settings().model_dump() | options)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        message = f"DIPTYCH_{name} cannot be {first['input']!r}: {first['msg'].lower()}."
        raise Misconfigured(message) from None


def second_opinion() -> "Classifier | None":
    """The model that the environment points to; without one nothing more is imported."""
    if "DIPTYCH_NLI_MODEL" not in os.environ:
        return None
    from app.models.chosen import classifier_of

    return classifier_of(read_settings())


def open_database(settings: "Settings", *, make: bool = False) -> "Database":
    """Open the database and see that its schema is the one this version works with.

    With `make`, an SQLite file that is not there yet is made. Raises Misconfigured.
    """
    from app.store.session import Database

    log_to_standard_error()
    database = Database(settings.url)
    if make and database.path is not None and not database.path.exists():
        database.migrate()
    database.check()
    return database
