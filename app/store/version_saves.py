"""Versions that reviewers saved for a whole topic, with the tags that came of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, exists, insert, not_, select, update

from app.domain.errors import NotFound
from app.domain.pairs import PairKey, Relation, Suggestion
from app.domain.versions import Choices
from app.store.columns import AnyRow
from app.store.pairs import Pairs
from app.store.portions import Portions
from app.store.tables import pairs, standing_tags, tags
from app.store.topic_tables import (
    people_pairs,
    undone_version_saves,
    version_saves,
    version_tags,
)


class VersionSave(NamedTuple):
    """What a reviewer said of a topic in one save."""

    id: int
    topic_id: int
    reviewer_id: int
    saved_at: datetime
    choices: Choices
    is_undone: bool


class VersionSaves:
    """Saves of versions. Nothing here is ever changed or deleted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, topic_id: int, reviewer_id: int, choices: Choices, *, at: datetime,
        form_key: str | None = None,
    ) -> int:
        """Keep what was chosen; the id of the save."""
        made: int = self._connection.execute(
            insert(version_saves).returning(version_saves.c.id),
            {"topic_id": topic_id, "reviewer_id": reviewer_id, "saved_at": at,
             "choices": _to_json(choices), "form_key": form_key},
        ).scalar_one()
        return made

    def mark(self, save_id: int, tag_ids: Sequence[int]) -> None:
        """These tags were made by saving versions."""
        if tag_ids:
            self._connection.execute(insert(version_tags), [
                {"tag_id": tag_id, "save_id": save_id} for tag_id in tag_ids])

    def tagged(self, save_id: int) -> dict[int, int]:
        """The tags of a save: pair to tag, in order of the tags."""
        query = (
            select(tags.c.pair_id, tags.c.id)
            .join(version_tags, version_tags.c.tag_id == tags.c.id)
            .where(version_tags.c.save_id == save_id).order_by(tags.c.id)
        )
        return {row.pair_id: row.id for row in self._connection.execute(query)}

    def get(self, save_id: int) -> VersionSave:
        """The save. Raises NotFound."""
        found = self.find(save_id)
        if found is None:
            raise NotFound("Nothing was saved under this number.")
        return found

    def find(self, save_id: int) -> VersionSave | None:
        """The save, None if there is none."""
        return self._newest(_SAVES.where(version_saves.c.id == save_id))

    def with_key(self, reviewer_id: int, form_key: str) -> VersionSave | None:
        """What this form saved already, if it did."""
        return self._newest(_SAVES.where(
            version_saves.c.reviewer_id == reviewer_id, version_saves.c.form_key == form_key))

    def newest(self, topic_id: int, reviewer_id: int) -> VersionSave | None:
        """What the reviewer saved last for the topic and did not take back."""
        return self._newest(_SAVES.where(
            version_saves.c.topic_id == topic_id, version_saves.c.reviewer_id == reviewer_id,
            undone_version_saves.c.save_id.is_(None)))

    def undo(self, save_id: int, *, at: datetime) -> None:
        """The save no longer stands."""
        self._connection.execute(
            insert(undone_version_saves), {"save_id": save_id, "undone_at": at})

    def set_pairs(
        self, topic_id: int, case_id: int, wanted: Mapping[PairKey, Suggestion], *, by: int,
        at: datetime,
    ) -> None:
        """Set claims of a topic against each other that the machine did not. They get their
        numbers, and are not gone when it still does not. A pair that was gone comes back."""
        Pairs(self._connection).suggest(case_id, list(wanted.items()), among=frozenset())
        sides = select(pairs.c.id, pairs.c.first_claim_id, pairs.c.second_claim_id).where(
            pairs.c.case_id == case_id)
        made = [row.id for row in self._connection.execute(sides)
                if PairKey(row.first_claim_id, row.second_claim_id) in wanted]
        self._connection.execute(
            update(pairs).where(pairs.c.id == bindparam("made")).values(topic_id=topic_id),
            [{"made": pair_id} for pair_id in made])
        known = set(self._connection.scalars(select(people_pairs.c.pair_id)))
        rows = [{"pair_id": pair_id, "reviewer_id": by, "made_at": at}
                for pair_id in made if pair_id not in known]
        if rows:
            self._connection.execute(insert(people_pairs), rows)

    def take_pairs_back(self, save_id: int, case_id: int) -> None:
        """Pairs that a person set and that nobody answers any more are gone again."""
        answered = exists().where(standing_tags.c.pair_id == pairs.c.id)
        own = exists().where(people_pairs.c.pair_id == pairs.c.id)
        tagged = select(tags.c.pair_id).join(
            version_tags, version_tags.c.tag_id == tags.c.id).where(
            version_tags.c.save_id == save_id)
        gone = self._connection.execute(
            update(pairs).where(pairs.c.id.in_(tagged), own, not_(answered))
            .values(is_gone=True, version=pairs.c.version + 1))
        if gone.rowcount:
            Portions(self._connection).recount(case_id)

    def _newest(self, query: Select[Any]) -> VersionSave | None:
        row = self._connection.execute(
            query.order_by(version_saves.c.id.desc()).limit(1)).one_or_none()
        return None if row is None else _save(row)


_SAVES = (
    select(version_saves, undone_version_saves.c.save_id.label("undone"))
    .outerjoin(undone_version_saves, undone_version_saves.c.save_id == version_saves.c.id)
)


def _to_json(choices: Choices) -> dict[str, Any]:
    return {
        "versions": [[claim, version] for claim, version in choices.versions.items()],
        "lines": [[*line, relation] for line, relation in choices.lines.items()],
    }


def _save(row: AnyRow) -> VersionSave:
    stored = row.choices
    choices = Choices(
        versions=dict(stored["versions"]),
        lines={(one, other): Relation(said) for one, other, said in stored["lines"]},
    )
    return VersionSave(row.id, row.topic_id, row.reviewer_id, row.saved_at, choices,
                       row.undone is not None)
