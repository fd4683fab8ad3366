"""What people did to topics: written once, replayed over what the machine proposes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select

from app.domain.arranging import Deed, Part, PartKind, TopicEdit
from app.domain.errors import NotFound
from app.domain.pairs import Reason
from app.store.tables import topics
from app.store.topic_tables import topic_edit_parts, topic_edits, undone_topic_edits


class TopicEdits:
    """The journal of topics."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def make_topic(self, case_id: int, label: str, reason: Reason) -> int:
        """A topic of a person's own, still empty; the edit that makes it names and fills it."""
        made: int = self._connection.execute(
            insert(topics).returning(topics.c.id),
            {"case_id": case_id, "position": 0, "label": label, "reason": reason,
             "made_by": "person"},
        ).scalar_one()
        return made

    def add(
        self, case_id: int, did: Deed, parts: Sequence[Part], *, by: int, at: datetime,
        form_key: str | None = None,
    ) -> int:
        """Keep an edit with its parts; its id."""
        edit_id: int = self._connection.execute(
            insert(topic_edits).returning(topic_edits.c.id),
            {"case_id": case_id, "did": did, "reviewer_id": by, "made_at": at,
             "form_key": form_key},
        ).scalar_one()
        self._connection.execute(insert(topic_edit_parts), [
            {"edit_id": edit_id, "position": n, "kind": part.kind, "topic_id": part.topic_id,
             "to_topic_id": part.to_topic_id, "claim_id": part.claim_id, "words": part.words}
            for n, part in enumerate(parts, start=1)
        ])
        return edit_id

    def undo(self, edit_id: int, *, by: int, at: datetime) -> None:
        """The edit no longer stands; it is kept."""
        self._connection.execute(
            insert(undone_topic_edits), {"edit_id": edit_id, "reviewer_id": by, "undone_at": at})

    def get(self, edit_id: int) -> TopicEdit:
        """The edit, undone or not. Raises NotFound."""
        found = self._where(topic_edits.c.id == edit_id)
        if not found:
            raise NotFound("There is no such change of topics.")
        return found[0]

    def of_case(self, case_id: int) -> tuple[TopicEdit, ...]:
        """All edits of a case, the oldest first, with those taken back."""
        return self._where(topic_edits.c.case_id == case_id)

    def with_key(self, reviewer_id: int, form_key: str) -> TopicEdit | None:
        """The edit that this form made already, if it did."""
        found = self._where(topic_edits.c.reviewer_id == reviewer_id,
                            topic_edits.c.form_key == form_key)
        return found[0] if found else None

    def count(self, case_id: int) -> int:
        """A number that grows with every edit of the case, made or taken back."""
        query = (
            select(func.count(topic_edits.c.id), func.count(undone_topic_edits.c.edit_id))
            .outerjoin(undone_topic_edits, undone_topic_edits.c.edit_id == topic_edits.c.id)
            .where(topic_edits.c.case_id == case_id)
        )
        return sum(self._connection.execute(query).one())

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[TopicEdit, ...]:
        parts: dict[int, list[Part]] = defaultdict(list)
        for row in self._connection.execute(_PARTS.where(*conditions)):
            parts[row.edit_id].append(Part(
                kind=PartKind(row.kind), topic_id=row.topic_id, to_topic_id=row.to_topic_id,
                claim_id=row.claim_id, words=row.words))
        return tuple(TopicEdit(
            id=row.id, case_id=row.case_id, did=Deed(row.did), reviewer_id=row.reviewer_id,
            made_at=row.made_at, parts=tuple(parts[row.id]), undone_by=row.undone_by,
            undone_at=row.undone_at,
        ) for row in self._connection.execute(_EDITS.where(*conditions)))


_EDITS = (
    select(topic_edits, undone_topic_edits.c.reviewer_id.label("undone_by"),
           undone_topic_edits.c.undone_at)
    .outerjoin(undone_topic_edits, undone_topic_edits.c.edit_id == topic_edits.c.id)
    .order_by(topic_edits.c.id)
)
_PARTS = (
    select(topic_edit_parts)
    .join(topic_edits, topic_edits.c.id == topic_edit_parts.c.edit_id)
    .order_by(topic_edit_parts.c.edit_id, topic_edit_parts.c.position)
)
