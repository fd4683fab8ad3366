"""Naming, merging, splitting, ordering and making topics; each deed is one save and one undo.

What people do is kept beside what the machine proposes and replayed over it (`app.domain.
arranging`), so it outlasts every run.
"""

from app.services.arranging.deeds import (
    LONGEST_NAME,
    Going,
    make_topic,
    merge_topics,
    move_claims,
    order_topics,
    place_claims,
    rename_topic,
)
from app.services.arranging.standing import Late, revisions, since, undo_edit

__all__ = [
    "LONGEST_NAME", "Going", "Late", "make_topic", "merge_topics", "move_claims",
    "order_topics", "place_claims", "rename_topic", "revisions", "since", "undo_edit",
]
