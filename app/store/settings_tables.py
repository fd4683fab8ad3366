"""How each reviewer works: the part of the schema that `app.store.tables` leaves to this file."""

from sqlalchemy import Index

from app.store.tables import _json, _number, _table, _time, _to, audit

preferences = _table(
    "preferences", _to("reviewer_id", "reviewers", key=True), _json("chosen"), _time("saved_at"),
)
"""What a reviewer chose under Settings; only what differs from the original is in `chosen`."""

visits = _table(
    "visits", _to("reviewer_id", "reviewers", key=True), _number("seen"), _time("seen_at"),
)
"""Up to which row of the audit a reviewer says to have seen everything."""

Index("ix_audit_reviewer_id_id", audit.c.reviewer_id, audit.c.id)
"""For what somebody did last."""
