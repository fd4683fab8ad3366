"""What each reviewer chose, and how far they have seen what happened."""

from dataclasses import fields
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from app.domain.preferences import (
    ORIGINAL,
    Action,
    ClaimSize,
    Preferences,
    Space,
    Theme,
    Times,
)
from app.store.settings_tables import preferences, visits


class Seen(NamedTuple):
    """Up to which row of the audit somebody has seen everything, said when."""

    audit_id: int
    at: datetime


class Settings:
    """Choices of people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, reviewer_id: int) -> Preferences:
        """What a reviewer chose; the original where they chose nothing."""
        query = select(preferences.c.chosen).where(preferences.c.reviewer_id == reviewer_id)
        chosen = self._connection.execute(query).scalar()
        return _read(chosen) if chosen else ORIGINAL

    def keep(self, reviewer_id: int, chosen: Preferences, *, at: datetime) -> None:
        """Put these choices in the place of those before."""
        self._connection.execute(
            delete(preferences).where(preferences.c.reviewer_id == reviewer_id))
        self._connection.execute(
            insert(preferences),
            {"reviewer_id": reviewer_id, "chosen": _written(chosen), "saved_at": at})

    def seen(self, reviewer_id: int) -> Seen | None:
        """What a reviewer said to have seen."""
        query = select(visits.c.seen, visits.c.seen_at).where(visits.c.reviewer_id == reviewer_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Seen(*row)

    def have_seen(self, reviewer_id: int, audit_id: int, *, at: datetime) -> None:
        """A reviewer has seen everything up to this row."""
        self._connection.execute(delete(visits).where(visits.c.reviewer_id == reviewer_id))
        self._connection.execute(
            insert(visits), {"reviewer_id": reviewer_id, "seen": audit_id, "seen_at": at})


def _written(chosen: Preferences) -> dict[str, Any]:
    """What differs from the original, by field."""
    told = {each.name: getattr(chosen, each.name) for each in fields(chosen)}
    return {name: dict(value) if name == "keys" else value for name, value in told.items()
            if value != getattr(ORIGINAL, name)}


_READERS = {"theme": Theme, "space": Space, "claim_size": ClaimSize, "times": Times}


def _read(chosen: dict[str, Any]) -> Preferences:
    told: dict[str, Any] = {
        name: _READERS[name](value) if name in _READERS else value
        for name, value in chosen.items()
    }
    if "keys" in told:
        told["keys"] = MappingProxyType(
            {Action(action): key for action, key in told["keys"].items()})
    return Preferences(**told)
