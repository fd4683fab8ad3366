"""`import`: files into a case, all of them or none."""

import time
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.console import counted, progress, say, warn
from app.commands.wiring import (
    DatabaseOption,
    DataOption,
    now,
    open_database,
    read_settings,
)
from app.domain.errors import IntakeError, Invalid, NotFound, TooLarge
from app.domain.imports import ImportJob, ItemState

if TYPE_CHECKING:
    from app.models.chosen import Models
    from app.services.importing import NewItem
    from app.settings import Settings
    from app.store.session import Database


def import_articles(
    paths: Annotated[list[Path], typer.Argument(help="Text files.", show_default=False)],
    *,
    case: Annotated[str, typer.Option(help="Case to add to; made if it is new.")],
    source: Annotated[str, typer.Option(help="Outlet that published them.")] = "",
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day on which they were published."),
    ] = None,
    data: DataOption = None,
    database_url: DatabaseOption = None,
) -> None:
    """Bring articles into a case, and compare them with what it holds."""
    settings = read_settings(data=data, database_url=database_url)
    items = read_items(paths, source, published.date() if published else None, settings)
    database = open_database(settings, make=True)
    _tell(_bring_in(database, settings, case, items), case)


def read_items(
    paths: Sequence[Path], source: str, published_on: date | None, settings: "Settings"
) -> list["NewItem"]:
    """Read all files before anything is written, and raise if one of them cannot be taken in."""
    from app.services.importing import NewItem

    return [
        NewItem(
            name=path.name,
            raw=_read(path, settings.max_upload_bytes),
            source=source,
            published_on=published_on,
        )
        for path in paths
    ]


def _read(path: Path, most: int) -> bytes:
    """Raises Invalid, TooLarge or IntakeError with a sentence that names the file."""
    from app.intake.extraction import read_text
    from app.intake.files.text import too_large

    if path.is_dir():
        raise Invalid({"paths": f"{path} is a folder; name the files in it: {path}/*.txt"})
    try:
        refused = too_large(path.stat().st_size, most)
        if refused:
            raise TooLarge(f"{path}: {refused} Nothing was imported.")
        raw = path.read_bytes()
        read_text(raw)
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}). Nothing was imported."
        raise Invalid({"paths": message}) from None
    except IntakeError as error:
        raise IntakeError(f"{path}: {error.sentence} Nothing was imported.") from None
    return raw


def _bring_in(
    database: "Database", settings: "Settings", case: str, items: Sequence["NewItem"]
) -> ImportJob:
    from app.models.chosen import load
    from app.services import importing, signing_in

    models = load(settings)
    with database.writing() as store:
        reviewer = signing_in.ensure_local_reviewer(store, settings.reviewer, now())
        try:
            case_id = importing.case_named(store, case).id
        except NotFound:
            case_id = importing.open_case(store, reviewer, case, at=now()).id
        job_id = importing.request_import(
            store, reviewer, case_id, items, at=now(), most_bytes=settings.max_upload_bytes
        )
    return _work_off(database, models, job_id, counted(len(items), "article", "articles"))


def _work_off(database: "Database", models: "Models", job_id: int, what: str) -> ImportJob:
    """Do the job here; where a running server has taken a part of it, wait for that part."""
    from app.work import Worker

    worker = Worker(database, now, models)
    with progress(f"Reading {what}") as step:
        while True:
            worker.run_until_idle(on_progress=step)
            with database.reading() as store:
                job = store.imports.job(job_id)
            if job.is_over:
                return job
            time.sleep(0.2)


def _tell(job: ImportJob, case: str) -> None:
    """One line an article, then the sum. Raises Exit(1) if nothing came in or one failed."""
    for item in job.items:
        if item.state is ItemState.DONE:
            say(f"{item.name}: {counted(item.claims, 'claim', 'claims')}")
        else:
            warn(f"{item.name}: {item.message or 'not read'}")
    came_in = sum(item.state is ItemState.DONE for item in job.items)
    say(f"{counted(came_in, 'article', 'articles')} added to “{case}”.")
    if not came_in or any(item.state is ItemState.FAILED for item in job.items):
        raise typer.Exit(1)
