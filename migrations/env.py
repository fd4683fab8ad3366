"""Runs the migrations on the connection that the caller hands over (see app/store/migrating)."""

from typing import Any

from alembic import context


def compares_type(
    _context: Any, _inspected: Any, column: Any, seen: Any, described: Any,  # noqa: ANN401
) -> bool | None:
    """On SQLite a type is what its STRICT column says: compare the words, not the classes."""
    dialect = context.get_context().dialect
    if dialect.name != "sqlite":
        return None
    return bool(column.type.compile(dialect) != seen.compile(dialect)) and described is not None


def is_described(name: str | None, kind: str, _parents: Any) -> bool:  # noqa: ANN401
    """The indexes of search differ between the databases and are told by their migration alone."""
    return kind != "table" or not (name or "").startswith("found_")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=compares_type,
    include_name=is_described,
)
with context.begin_transaction():
    context.run_migrations()
