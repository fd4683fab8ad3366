"""`migrate` and `doctor`: the state of the installation."""

import os
import platform
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from app import __version__
from app.commands.console import say
from app.commands.wiring import DatabaseOption, DataOption, open_database, read_settings
from app.domain.errors import DiptychError, Misconfigured

if TYPE_CHECKING:
    from app.settings import Settings

LITTLE_SPACE = 0.05
"""Share of the disk below which a person should know (promises, section 4, number 6)."""


def migrate(*, data: DataOption = None, database_url: DatabaseOption = None) -> None:
    """Bring the database to this version's schema; make it if there is none."""
    from app.store.session import Database

    settings = read_settings(data=data, database_url=database_url)
    database = Database(settings.url)
    database.migrate()
    database.check()
    say(f"The database is ready: {where(settings)}.")


def where(settings: "Settings") -> str:
    """Say which database is used, without the password in its address."""
    from app.store.session import Database

    database = Database(settings.url)
    return str(database.path or database.url.render_as_string(hide_password=True))


def doctor(*, data: DataOption = None, database_url: DatabaseOption = None) -> None:
    """Say how this installation is, and what is wrong with it."""
    settings = read_settings(data=data, database_url=database_url)
    say(f"ok     Diptych {__version__}, Python {platform.python_version()}")
    checks: tuple[Callable[[Settings], str], ...] = (_folder, _space, _database, _pages)
    broken = False
    for check in checks:
        try:
            say(f"ok     {check(settings)}")
        except DiptychError as error:
            broken = True
            say(f"wrong  {error.sentence}")
    if broken:
        raise typer.Exit(1)


def _folder(settings: "Settings") -> str:
    folder = settings.data
    if not folder.exists():
        return f"The folder {folder} is made when it is needed"
    if not os.access(folder, os.W_OK | os.X_OK):
        message = f"The folder {folder} cannot be written; choose another with DIPTYCH_DATA."
        raise Misconfigured(message)
    if folder.stat().st_mode & 0o077 and os.name == "posix":
        message = f"Others on this machine can read {folder}; chmod 700 closes it."
        raise Misconfigured(message)
    return f"The folder {folder} is yours alone and can be written"


def _space(settings: "Settings") -> str:
    standing = next(path for path in (settings.data, *settings.data.parents) if path.exists())
    disk = shutil.disk_usage(standing)
    free = f"{disk.free / 1e9:.1f} GB free on the disk of {standing}"
    if disk.free < LITTLE_SPACE * disk.total:
        message = f"Only {free}; make room before it runs out."
        raise Misconfigured(message)
    return free


def _database(settings: "Settings") -> str:
    from app.store.session import Database

    path = Database(settings.url).path
    if path is not None and not path.exists():
        return f"The database {path} is made when it is needed"
    open_database(settings)
    return f"The database {where(settings)} has this version's schema"


def _pages(_settings: "Settings") -> str:
    from app.settings import resources

    parts = ("templates", "migrations", "seeds", "static/css", "static/vendor/htmx.min.js")
    missing = [part for part in parts if not (resources() / part).exists()]
    if missing:
        message = f"{missing[0]} is missing from the installation; install Diptych again."
        raise Misconfigured(message)
    return "Pages, styles, migrations, sample articles and htmx are in place"
