"""What every test stands on: a migrated database of its own, things given in it, no network."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from app.store import tables
from app.store.search_tables import KINDS
from app.store.session import Database
from tests import postgresql
from tests.factories import Given

LOOPBACK = {"127.0.0.1", "::1", "localhost", "testserver"}
SQLITE, POSTGRESQL = "sqlite", "postgresql"
MEMORY = "/dev/shm"  # noqa: S108  a folder of a random name is made in it


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever tries to leave this machine fails, and says so."""
    connect = socket.socket.connect

    def only_here(sock: socket.socket, address: Any) -> None:  # noqa: ANN401
        if sock.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise AssertionError(f"a test tried to reach {address}")
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database at the newest schema, made once and copied for each test."""
    path = tmp_path_factory.mktemp("migrated") / "diptych.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_url(worker_id: str) -> Iterator[str]:
    """An empty PostgreSQL database for this process: DATABASE_URL's server, or one of our own."""
    name = f"diptych_test_{worker_id}_{os.getpid()}"
    try:
        given = os.environ.get("DATABASE_URL")
        with nullcontext(given) if given else postgresql.server() as address:
            administrator = create_engine(
                make_url(address).set(drivername="postgresql+psycopg"),
                isolation_level="AUTOCOMMIT",
            )
            with administrator.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            yield make_url(address).set(database=name).render_as_string(hide_password=False)
            with administrator.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
            administrator.dispose()
    except postgresql.MissingError as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_url: str) -> Iterator[Database]:
    """That database at the newest schema, used by one test after the other."""
    database = Database(postgresql_url)
    database.migrate()
    yield database
    database.close()


@pytest.fixture(scope="session")
def sqlite_file() -> Iterator[Database]:
    """A database in a file that each test finds as new. It is one for all of them because
    its engines keep the statements that they have compiled: a third of a test's time. The
    file lies in memory where the machine offers that: a disk is waited for at each commit."""
    memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with TemporaryDirectory(prefix="diptych-test-", dir=memory) as folder:
        yield Database(f"sqlite:///{folder}/diptych.sqlite3")


@pytest.fixture(params=[SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database at the newest schema with nothing in it; every test runs on both kinds."""
    if request.param == POSTGRESQL:
        shared: Database = request.getfixturevalue("migrated_postgresql")
        _empty(shared)
        yield shared
        return
    database: Database = request.getfixturevalue("sqlite_file")
    path = Path(database.url.database or "")
    for left in path.parent.iterdir():
        left.unlink()
    shutil.copyfile(request.getfixturevalue("migrated_file"), path)
    yield database
    database.close()


@pytest.fixture
def given(database: Database) -> Iterator[Given]:
    """What there is already when a test begins; see tests/factories.py."""
    given = Given(database)
    yield given
    given.leave()


def _empty(database: Database) -> None:
    """Delete all rows and count from 1 again.

    Truncating some seventy tables takes ten times as long as deleting the few rows that a test
    leaves; but only an administrator may leave out the triggers that refuse to delete.
    """
    tables_of_ours = [*(f"found_{kind}" for kind in KINDS),
                      *(table.name for table in tables.metadata.sorted_tables)]
    with database.writing() as store:
        run = store.connection.execute
        if run(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).scalar():
            run(text("SET LOCAL session_replication_role = replica"))
            for table in tables_of_ours:
                run(text(f"DELETE FROM {table}"))  # noqa: S608  names of our own
            run(text("SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)"
                     " FROM pg_sequences WHERE last_value IS NOT NULL"))
        else:
            run(text(f"TRUNCATE {', '.join(tables_of_ours)} RESTART IDENTITY"))
