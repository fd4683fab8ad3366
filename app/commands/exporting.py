"""`export`: a case's report as a file that is whole or absent."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.console import say
from app.commands.wiring import DatabaseOption, DataOption, open_database, read_settings
from app.domain.errors import Invalid

if TYPE_CHECKING:
    from app.settings import Settings


def export(
    case: Annotated[str, typer.Argument(help="Name of the case.", show_default=False)],
    *,
    form: Annotated[
        str, typer.Option("--format", help="html, csv or json.", show_default=False)
    ] = "",
    output: Annotated[
        Path | None, typer.Option(help="File to write; its ending can tell the format.")
    ] = None,
    data: DataOption = None,
    database_url: DatabaseOption = None,
) -> None:
    """Write the report of a case to a file."""
    settings = read_settings(data=data, database_url=database_url)
    form = _form(form, output)
    target = output or Path(f"{_file_name(case)}.{form}")
    write_whole(target, _parts(settings, case, form))
    say(f"Wrote the report of “{case}” to {target}.")


def _form(chosen: str, output: Path | None) -> str:
    from app.exporters import EXPORTERS

    form = chosen or (output.suffix.lstrip(".").lower() if output else "html")
    if form not in EXPORTERS:
        known = ", ".join(EXPORTERS)
        raise Invalid({"format": f"There is no format “{form}”. Choose one of: {known}."})
    return form


def _parts(settings: "Settings", case: str, form: str) -> Iterator[bytes]:
    from app.exporters import EXPORTERS
    from app.services import importing, reporting, signing_in

    with open_database(settings).reading() as store:
        reviewer = signing_in.local_reviewer(store)
        found = importing.case_named(store, case)
        return EXPORTERS[form].parts(reporting.report(store, reviewer, found.id, None))


def _file_name(case: str) -> str:
    letters = (letter if letter.isalnum() else "-" for letter in case.lower())
    return "-".join(part for part in "".join(letters).split("-") if part) or "report"


def write_whole(target: Path, content: Iterable[bytes]) -> None:
    """Put the content at the target at once: a reader finds the old file or the whole new one.

    Raises Invalid when the folder is missing or cannot be written.
    """
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as half:
            try:
                half.writelines(content)
                half.flush()
                os.fsync(half.fileno())
                os.chmod(half.name, 0o666 & ~_umask())  # noqa: PTH101  beside the fsync
                Path(half.name).replace(target)
            except BaseException:
                Path(half.name).unlink(missing_ok=True)
                raise
        _sync_folder(target.parent)
    except OSError as error:
        message = f"{target} cannot be written ({error.strerror}). Nothing was exported."
        raise Invalid({"output": message}) from None


def _umask() -> int:
    """What the process takes away from new files; reading it needs setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where folders can be opened for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
