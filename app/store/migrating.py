"""Brings a database to the schema that this version of the program knows."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from app.domain.errors import Misconfigured
from app.settings import resources
from app.store import tables

_ONE_AT_A_TIME = 4_871_203_347
"""Key of the PostgreSQL advisory lock under which a migration runs; the number means nothing."""

NEWER = (
    "The database was made by a newer version of Diptych; start that version, "
    "or choose another data folder with DIPTYCH_DATA."
)
ABSENT = "The database has no tables yet; run `diptych migrate`."
OLDER = "The database was made by an older version of Diptych; run `diptych migrate`."


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings; `connection` is what migrations/env.py runs on."""
    config = Config()
    config.set_main_option("script_location", str(resources() / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = tables.metadata
    return config


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run what is missing. Raises Misconfigured for a database from a newer version."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    if _revision(connection) not in {None, *_known()}:
        raise Misconfigured(NEWER)
    command.upgrade(configuration(connection), to)


def downgrade(connection: Connection, to: str = "base") -> None:
    """Take migrations back. For tests and for going back to an older version."""
    command.downgrade(configuration(connection), to)


def check(connection: Connection) -> None:
    """Raise Misconfigured unless the schema is the one that this version knows."""
    found = _revision(connection)
    if found is None:
        raise Misconfigured(ABSENT)
    known = _known()
    if found not in known:
        raise Misconfigured(NEWER)
    if found != known[0]:
        raise Misconfigured(OLDER)


def _known() -> list[str]:
    """All revisions, the newest first."""
    scripts = ScriptDirectory.from_config(configuration())
    return [script.revision for script in scripts.walk_revisions()]


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
