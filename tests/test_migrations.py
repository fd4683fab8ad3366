"""The schema: one line of migrations, up and down, with data, on both databases."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Misconfigured
from app.domain.pairs import Relation
from app.settings import resources
from app.store import migrating, tables
from app.store.session import Database
from tests.conftest import POSTGRESQL, SQLITE
from tests.factories import Given


@pytest.fixture(params=[SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgresql)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any table."""
    url = (f"sqlite:///{tmp_path / 'empty.sqlite3'}" if request.param == SQLITE
           else request.getfixturevalue("postgresql_url"))
    database = Database(url)
    if request.param == POSTGRESQL:
        _drop_all(database)
    yield database
    if request.param == POSTGRESQL:  # other tests of this run use it
        _drop_all(database)
        database.migrate()
    database.close()


def _drop_all(database: Database) -> None:
    with database._altering() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def names(connection: Connection) -> set[str]:
    """All tables but those that the indexes of search are made of (see search_tables)."""
    found = set(inspect(connection).get_table_names()) - {"alembic_version"}
    return {name for name in found if not name.startswith("found_")}


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as store:
        return {
            table.name: sorted((tuple(row) for row in store.connection.execute(select(table))),
                               key=repr)
            for table in tables.metadata.sorted_tables
        }


def test_there_is_one_head() -> None:
    scripts = ScriptDirectory.from_config(migrating.configuration())

    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_migrations_import_nothing_of_the_program() -> None:
    for path in (resources() / "migrations").rglob("*.py"):
        assert "import app" not in (code := path.read_text())
        assert "from app" not in code


def test_migrations_make_every_table(empty: Database) -> None:
    empty.migrate()

    with empty.reading() as store:
        assert names(store.connection) == set(tables.metadata.tables)
    empty.check()


def test_migrations_and_tables_say_the_same(empty: Database) -> None:
    empty.migrate()

    with empty.writing() as store:
        config = migrating.configuration(store.connection)
        config.stdout = io.StringIO()
        command.check(config)


def test_every_table_is_strict_on_sqlite(migrated_file: Path) -> None:
    database = Database(f"sqlite:///{migrated_file}")

    with database.reading() as store:
        found = store.connection.execute(text("PRAGMA table_list")).all()
    database.close()
    loose = {row.name for row in found if not row.strict and not row.name.startswith("sqlite_")}

    assert {name for name in loose if not name.startswith("found_")} == {"alembic_version"}


def test_migrating_down_leaves_nothing_and_up_makes_it_again(empty: Database) -> None:
    empty.migrate()
    empty.migrate_back()
    with empty.reading() as store:
        left = names(store.connection)

    empty.migrate()

    assert left == set()
    with empty.reading() as store:
        assert names(store.connection) == set(tables.metadata.tables)


def fill(database: Database) -> None:
    given = Given(database)
    pair = given.pair()
    given.topic(pair)
    given.tag(pair, Relation.AGREE, note="“Quoted” 𝄞")
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    given.settlement(pair)
    given.keep()


def test_migrating_again_keeps_every_row(empty: Database) -> None:
    empty.migrate()
    fill(empty)
    before = rows(empty)

    empty.migrate()

    assert rows(empty) == before


def test_a_filled_database_goes_down_and_up(empty: Database) -> None:
    empty.migrate()
    fill(empty)

    empty.migrate_back()
    empty.migrate()
    fill(empty)

    assert rows(empty)["tags"]


def test_tags_are_kept_from_change_after_migrating(empty: Database) -> None:
    empty.migrate()
    fill(empty)

    with pytest.raises(DBAPIError, match="tags refuses"), empty.writing() as store:
        store.connection.execute(text("UPDATE tags SET relation = 'agree'"))


def test_a_database_from_a_newer_version_is_refused_and_not_touched(empty: Database) -> None:
    empty.migrate()
    with empty.writing() as store:
        store.connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))

    with pytest.raises(Misconfigured, match="newer version"):
        empty.check()
    with pytest.raises(Misconfigured, match="newer version"):
        empty.migrate()

    with empty.reading() as store:
        found = store.connection.execute(text("SELECT version_num FROM alembic_version"))
        assert found.scalar_one() == "later"


def test_a_database_without_tables_is_refused_with_the_way_to_make_them(empty: Database) -> None:
    with pytest.raises(Misconfigured, match="run `diptych migrate`"):
        empty.check()
