"""The counts of `portions` and `progress` added up, so that whole lists need few rows."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from app.store.tables import _number, _table


def _key(name: str, table: str | None = None) -> Column[int]:
    there = (ForeignKey(f"{table}.id"),) if table else ()
    return Column(name, Integer, *there, primary_key=True, autoincrement=False)


def _word(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _by_kind(name: str, counted: str, *who: Column[int]) -> Table:
    return _table(name, *who, _key("case_id", "cases"), _word("relation"), _word("reason"),
                  _number(counted))


def _by_sides(name: str, counted: str, *who: Column[int]) -> Table:
    return _table(name, *who, _key("case_id", "cases"), _key("first_source_id", "sources"),
                  _key("second_source_id", "sources"), _number(counted))


portions_by_kind = _by_kind("portions_by_kind", "pairs")
"""How many pairs of a case have this suggestion and deciding reason."""

portions_by_sides = _by_sides("portions_by_sides", "pairs")
"""How many pairs of a case stand between these sources, the lower id first."""

progress_by_kind = _by_kind("progress_by_kind", "tagged", _key("reviewer_id", "reviewers"))
"""How many of them a reviewer has tagged; triggers on `standing_tags` keep it."""

progress_by_sides = _by_sides("progress_by_sides", "tagged", _key("reviewer_id", "reviewers"))
"""How many of them a reviewer has tagged; triggers on `standing_tags` keep it."""
