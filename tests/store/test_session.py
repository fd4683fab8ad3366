"""Transactions, turns and what is said when the database cannot be used."""

import os
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Misconfigured, NotFound, Unavailable
from app.domain.pairs import Relation
from app.domain.people import Role
from app.services import importing, reviewing
from app.store import session
from app.store.connecting import sqlite_module
from app.store.session import Database
from tests.factories import NOON, Given


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'one.sqlite3'}")
    database.migrate()
    return database


def test_a_mistake_of_ours_is_not_told_as_the_database_being_away(given: Given) -> None:
    with pytest.raises(DBAPIError), given.database.reading() as store:
        store.connection.execute(text("SELECT * FROM no_such_table"))


def test_what_is_written_is_there_for_the_next_reader(given: Given) -> None:
    case = given.case()
    given.keep()

    with given.database.reading() as store:
        assert store.cases.get(case.id) == case


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**63, 10**30])
def test_a_number_that_no_row_can_have_is_not_found(given: Given, number: int) -> None:
    with pytest.raises(NotFound), given.database.reading() as store:
        store.pairs.get(number)
    with pytest.raises(NotFound), given.database.writing() as store:
        store.pairs.hold(number)


def test_an_exception_undoes_the_whole_block(given: Given) -> None:
    me = given.reviewer()
    given.keep()

    def trip() -> None:
        with given.database.writing() as store:
            importing.open_case(store, me, "Tunnel", at=NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        trip()

    with given.database.reading() as store, pytest.raises(NotFound):
        store.cases.named("Tunnel")


def test_a_reading_store_cannot_write(given: Given) -> None:
    given.case()
    given.keep()
    reading = given.database.reading

    with pytest.raises(Exception, match=r"cannot be written|read-only"), reading() as store:
        store.connection.execute(text("DELETE FROM cases"))


def test_a_reader_sees_one_moment(given: Given) -> None:
    given.case("Ferry")
    given.keep()

    with given.database.reading() as store:
        before = store.cases.all()
        given.case("Tunnel")
        given.keep()

        assert store.cases.all() == before


def test_sixteen_threads_tag_one_pair_and_none_is_lost(given: Given) -> None:
    pair = given.pair()
    people = [given.reviewer(f"Reviewer {n}") for n in range(16)]
    given.keep()

    def tag(who: int) -> None:
        with given.database.writing() as store:
            reviewing.tag_pair(store, people[who], pair.id, Relation.AGREE, note="", seen=1,
                               key="", at=NOON)

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(tag, range(16)))

    assert len(given.store.tags.standing(pair.id)) == 16


def test_a_writer_waits_for_its_turn_and_is_then_told(
    on_sqlite: Database, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session, "BUSY_SECONDS", 0.2)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with on_sqlite.writing():
            held.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    began = time.monotonic()
    with pytest.raises(Unavailable, match="busy; nothing was saved"), on_sqlite.writing():
        pass
    waited = time.monotonic() - began
    done.set()
    holder.join()
    on_sqlite.close()

    assert 0.2 <= waited < 2


def test_another_program_that_holds_the_file_delays_a_writer(
    on_sqlite: Database, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session, "BUSY_SECONDS", 0.3)
    other = sqlite_module().connect(str(on_sqlite.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(Unavailable, match="busy; nothing was saved"), on_sqlite.writing():
        pass
    with on_sqlite.reading() as store:
        assert store.cases.all() == ()
    other.execute("ROLLBACK")
    other.close()
    with on_sqlite.writing() as store:
        assert store.cases.all() == ()
    on_sqlite.close()


def test_every_sqlite_connection_is_careful(on_sqlite: Database) -> None:
    with on_sqlite.writing() as store:
        found = {
            name: store.connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    on_sqlite.close()

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1,
                     "trusted_schema": 0}


def test_another_program_that_comes_and_goes_takes_nothing_away(on_sqlite: Database) -> None:
    with on_sqlite.writing() as store:
        store.people.add("Ada", "A", Role.REVIEWER, at=NOON)
    on_sqlite.check()
    visit = ("import sqlite3, sys; file = sqlite3.connect(sys.argv[1]); "
             "file.execute('SELECT count(*) FROM reviewers').fetchall(); file.close()")
    subprocess.run([sys.executable, "-c", visit, str(on_sqlite.path)], check=True)

    with on_sqlite.writing() as store:
        store.people.add("Bo", "B", Role.REVIEWER, at=NOON)

    with Database(str(on_sqlite.url)).reading() as store:
        assert [person.name for person in store.people.active()] == ["Ada", "Bo"]


def test_the_database_is_for_its_owner_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'kept' / 'diptych.sqlite3'}")

    database.migrate()

    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    for path in (tmp_path / "kept").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    database.close()


def test_a_database_that_is_not_there_is_refused(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'none.sqlite3'}")

    with pytest.raises(Misconfigured, match="run `diptych migrate`"):
        database.check()

    assert not (tmp_path / "none.sqlite3").exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diptych.sqlite3"
    path.write_bytes(b"not a database at all" * 100)
    database = Database(f"sqlite:///{path}")

    with pytest.raises(Misconfigured, match="damaged"):
        database.check()
    database.close()


def test_a_damaged_database_is_noticed_at_the_start(on_sqlite: Database) -> None:
    given = Given(on_sqlite)
    for n in range(20):
        given.pair(f"Pier {n} stands.", f"Pier {n} fell.")
    given.keep()
    on_sqlite.close()
    path = on_sqlite.path
    assert path is not None
    whole = bytearray(path.read_bytes())
    for page in range(8, len(whole) // 4096, 3):
        whole[page * 4096:page * 4096 + 64] = os.urandom(64)
    path.write_bytes(bytes(whole))

    with pytest.raises(Misconfigured, match="restore a backup"):
        Database(f"sqlite:///{path}").check()


def test_a_folder_without_write_access_is_refused(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way of a folder")

    with pytest.raises(Misconfigured, match="Cannot write to"):
        Database(f"sqlite:///{blocked / 'diptych.sqlite3'}").migrate()


@pytest.mark.parametrize(("url", "sentence"), [
    ("nonsense", "not an address of a database"),
    ("mysql://localhost/x", "SQLite and PostgreSQL"),
    ("postgresql://localhost:1/x", "does not answer"),
])
def test_an_address_that_cannot_be_used_is_said_in_one_sentence(url: str, sentence: str) -> None:
    with pytest.raises(Misconfigured, match=sentence):
        Database(url).check()
