"""Where lists of likely conflicts begin for each reviewer: a part of the schema."""

from sqlalchemy import Column, Index

from app.store.columns import NUMBER
from app.store.tables import _table, _to

frontiers = _table(
    "frontiers", _to("reviewer_id", "reviewers", key=True),
    Column("rank", NUMBER, nullable=False), Index(None, "rank"),
)
"""Every pair of a higher rank is tagged or skipped by the reviewer, or settled. Triggers on
`standing_tags`, `skips`, `settlements` and `suggestions` forget it when that ceases to hold."""
