"""How connections are opened: pragmas, one SQLite module in the process, errors in our words."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DataError, OperationalError

from app.domain.errors import Misconfigured, NotFound, Unavailable

BUSY_SECONDS = 5.0
"""How long a write waits for its turn before it is refused (promises P5: 503 within 6 s)."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged commits when the power fails
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -16000",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}",
)


def sqlite_module() -> ModuleType:
    """`pysqlite3` where its wheel exists, for its newer SQLite, else the standard module.

    Never both in one process: two copies of SQLite on one file break each other's locks.
    """
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415  absent where there is no wheel
    except ImportError:
        from sqlite3 import dbapi2  # noqa: PLC0415  only when the other is absent
    return dbapi2  # type: ignore[no-any-return,unused-ignore]


def open_sqlite(url: URL, *, writes: bool) -> Engine:
    """An engine whose transactions begin as told: at once with the write lock, or reading."""
    engine = create_engine(url, module=sqlite_module(), pool_size=1 if writes else 32)
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute("PRAGMA journal_mode = WAL" if writes else "PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:  # noqa: ANN401
        connection.exec_driver_sql(begin)

    return engine


def open_postgresql(url: URL, *, writes: bool) -> Engine:
    """An engine on PostgreSQL; readers see one snapshot from their first query to their last."""
    url = url.set(drivername="postgresql+psycopg")
    if writes:
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, pool_pre_ping=True, isolation_level="REPEATABLE READ")
    return engine.execution_options(postgresql_readonly=True)


def make_file(path: Path) -> None:
    """Create folder (0700) and file (0600) if absent. Raises Misconfigured if that is refused.

    A file that is there is never opened: POSIX drops all locks that this process holds on a file
    as soon as it closes any handle of it, and SQLite's would be among them. Another program could
    then take the write-ahead log away under us, with what was just acknowledged.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        elif not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as refused:
        raise Misconfigured(
            f"Cannot write to {path.parent} ({refused.strerror}); make the folder writable, "
            "or choose another with DIPTYCH_DATA.",
        ) from refused


@contextmanager
def in_our_words() -> Iterator[None]:
    """Turns what a database says when it cannot answer into Unavailable, and what it says to a
    number that no row of it can have into NotFound."""
    try:
        yield
    except OverflowError as error:
        raise NotFound(_NO_SUCH_NUMBER) from error
    except DataError as error:
        if "out of range" not in str(error.orig):
            raise
        raise NotFound(_NO_SUCH_NUMBER) from error
    except DatabaseError as error:
        sentence = _sentence(error)
        if not sentence:
            raise
        raise Unavailable(sentence) from error


_NO_SUCH_NUMBER = "There is nothing of that number."
CORRUPT = "The database file is damaged; stop the server and restore a backup."

_REASONS = {
    "locked": "The database is busy; nothing was saved. Try again in a moment.",
    "busy": "The database is busy; nothing was saved. Try again in a moment.",
    "full": "The disk is full; nothing was saved. Free some space and try again.",
    "readonly": "The database cannot be written to; nothing was saved. Make its folder writable.",
    "disk I/O error": "The disk failed; nothing was saved. Check it, then try again.",
    "malformed": CORRUPT,
    "not a database": CORRUPT,
    "unable to open": "The database file cannot be opened; check the folder and its rights.",
}


def _sentence(error: DatabaseError) -> str:
    """What to tell people, "" if it is a mistake of ours and not the database's state."""
    told = str(error.orig)
    for words, sentence in _REASONS.items():
        if words in told:
            return sentence
    if isinstance(error, OperationalError) and "psycopg" in type(error.orig).__module__:
        return "The database does not answer; nothing was saved. Try again in a moment."
    return ""
