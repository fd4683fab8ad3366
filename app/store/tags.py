"""What people answer: tags, and beside them skips, drafts and settlements."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select

from app.domain.pairs import Relation
from app.domain.tags import Settlement, Tag
from app.store.columns import AnyRow
from app.store.misfits import Misfits
from app.store.tables import drafts, pairs, settlements, skips, tags


class Given(NamedTuple):
    """A tag as it stands in the row, with what it takes back (the id of another tag)."""

    tag: Tag
    undoes: int | None


class Tags:
    """Answers. Nothing here is ever changed or deleted, apart from skips and drafts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(
        self,
        pair_id: int,
        reviewer_id: int,
        relation: Relation | None,
        *,
        note: str,
        at: datetime,
        form_key: str | None = None,
        undoes: int | None = None,
    ) -> Tag:
        """The reviewer's newest answer; None takes the earlier ones back."""
        tag_id = self._connection.execute(
            insert(tags).returning(tags.c.id),
            {"pair_id": pair_id, "reviewer_id": reviewer_id, "relation": relation, "note": note,
             "tagged_at": at, "form_key": form_key, "undoes": undoes},
        ).scalar_one()
        Misfits(self._connection).renew(pair_id, reviewer_id)
        return Tag(id=tag_id, pair_id=pair_id, reviewer_id=reviewer_id, relation=relation,
                   note=note, tagged_at=at)

    def of(self, pair_id: int) -> list[Tag]:
        """Every tag ever given to the pair, the oldest first."""
        rows = self._connection.execute(_TAGS.where(tags.c.pair_id == pair_id))
        return [_tag(row) for row in rows]

    def standing(self, pair_id: int) -> list[Tag]:
        """The newest answer of each reviewer who has one, in order of reviewers."""
        newest = {tag.reviewer_id: tag for tag in self.of(pair_id)}
        return [newest[who] for who in sorted(newest) if newest[who].relation is not None]

    def by(self, pair_id: int, reviewer_id: int) -> list[Given]:
        """All that one reviewer ever answered for the pair, the oldest first."""
        rows = self._connection.execute(
            _TAGS.where(tags.c.pair_id == pair_id, tags.c.reviewer_id == reviewer_id),
        )
        return [Given(_tag(row), row.undoes) for row in rows]

    def with_key(self, reviewer_id: int, form_key: str) -> Tag | None:
        """The tag that this form gave already, if it did."""
        row = self._connection.execute(
            _TAGS.where(tags.c.reviewer_id == reviewer_id, tags.c.form_key == form_key),
        ).one_or_none()
        return None if row is None else _tag(row)

    def undoable(self, reviewer_id: int, case_id: int) -> Tag | None:
        """The newest tag of the reviewer in the case that was not taken back, if any."""
        undone = tags.alias()
        query = (
            _TAGS.join(pairs, pairs.c.id == tags.c.pair_id)
            .where(
                tags.c.reviewer_id == reviewer_id, pairs.c.case_id == case_id,
                tags.c.undoes.is_(None),
                ~select(undone.c.id).where(undone.c.undoes == tags.c.id).exists(),
            )
            .order_by(None).order_by(tags.c.id.desc()).limit(1)
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _tag(row)

    def skip(self, pair_id: int, reviewer_id: int, *, at: datetime) -> None:
        """Put the pair off."""
        self.unskip(pair_id, reviewer_id)
        self._connection.execute(
            insert(skips), {"pair_id": pair_id, "reviewer_id": reviewer_id, "skipped_at": at},
        )

    def unskip(self, pair_id: int, reviewer_id: int) -> bool:
        """Take it up again. True if it had been put off."""
        return self._forget(skips, pair_id, reviewer_id)

    def save_draft(self, pair_id: int, reviewer_id: int, note: str, *, at: datetime) -> None:
        """Keep a note that was not given with a tag yet; an empty one is forgotten."""
        self.forget_draft(pair_id, reviewer_id)
        if note:
            self._connection.execute(
                insert(drafts),
                {"pair_id": pair_id, "reviewer_id": reviewer_id, "note": note, "saved_at": at},
            )

    def draft(self, pair_id: int, reviewer_id: int) -> str:
        """The note in the making, "" if there is none."""
        query = select(drafts.c.note).where(
            drafts.c.pair_id == pair_id, drafts.c.reviewer_id == reviewer_id,
        )
        return self._connection.execute(query).scalar() or ""

    def forget_draft(self, pair_id: int, reviewer_id: int) -> None:
        """The note was given with a tag."""
        self._forget(drafts, pair_id, reviewer_id)

    def _forget(self, table: Table, pair_id: int, reviewer_id: int) -> bool:
        gone = self._connection.execute(
            delete(table).where(table.c.pair_id == pair_id, table.c.reviewer_id == reviewer_id),
        )
        return gone.rowcount > 0

    def settlement(self, pair_id: int) -> Settlement | None:
        """What was decided for the pair, if anything was."""
        row = self._connection.execute(
            select(settlements).where(settlements.c.pair_id == pair_id),
        ).one_or_none()
        if row is None:
            return None
        return Settlement(
            id=row.id, pair_id=row.pair_id, reviewer_id=row.reviewer_id,
            relation=Relation(row.relation), why=row.why, settled_at=row.settled_at,
        )


_TAGS = select(tags).order_by(tags.c.id)


def _tag(row: AnyRow) -> Tag:
    return Tag(
        id=row.id, pair_id=row.pair_id, reviewer_id=row.reviewer_id, note=row.note,
        relation=None if row.relation is None else Relation(row.relation),
        tagged_at=row.tagged_at,
    )
