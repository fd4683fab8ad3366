"""Moves some pairs between the portions in which they are counted, without counting the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select, update

from app.store.portion_tables import (
    portions_by_kind,
    portions_by_sides,
    progress_by_kind,
    progress_by_sides,
)
from app.store.portions import sided
from app.store.tables import pairs, portions, progress, standing_tags

_AT_ONCE = 200


class _Group(NamedTuple):
    """What the pairs of one portion have in common."""

    case_id: int
    relation: str
    reason: str
    first_source_id: int
    second_source_id: int


class _Place(NamedTuple):
    """A pair in its portion."""

    pair_id: int
    portion_id: int
    group: _Group


class PortionMoves:
    """The same counts as `Portions.recount` would come to, where a few pairs changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def leave(self, pair_ids: Iterable[int]) -> None:
        """Take pairs out of their portions, before they get another suggestion or are gone."""
        for some in _parts(pair_ids):
            self._count(self._places(some), by=-1)
            self._connection.execute(
                update(pairs).where(pairs.c.id.in_(some)).values(portion_id=None))
        empty = select(portions.c.id).where(portions.c.pairs == 0)
        self._connection.execute(delete(progress).where(progress.c.portion_id.in_(empty)))
        for table in (portions, portions_by_kind, portions_by_sides):
            self._connection.execute(delete(table).where(table.c.pairs == 0))

    def enter(self, pair_ids: Iterable[int]) -> None:
        """Put pairs that are not gone into the portions that fit their suggestions."""
        for some in _parts(pair_ids):
            rows = self._connection.execute(sided.where(pairs.c.id.in_(some))).all()
            for group in sorted({_Group(*row[:5]) for row in rows}):
                mine = [row.pair_id for row in rows if _Group(*row[:5]) == group]
                self._connection.execute(update(pairs).where(pairs.c.id.in_(mine)).values(
                    portion_id=self._portion(group)))
            self._count(self._places(some), by=1)

    def _places(self, pair_ids: Sequence[int]) -> list[_Place]:
        rows = self._connection.execute(_PLACES.where(pairs.c.id.in_(pair_ids)))
        return [_Place(row.id, row.portion_id, _Group(*row[2:])) for row in rows]

    def _portion(self, group: _Group) -> int:
        """The id of the portion of these pairs, made if there is none."""
        same = [portions.c[name] == value for name, value in group._asdict().items()]
        known = self._connection.execute(select(portions.c.id).where(*same)).scalar()
        if known is None:
            known = self._connection.execute(
                insert(portions).returning(portions.c.id), {**group._asdict(), "pairs": 0},
            ).scalar_one()
        return int(known)

    def _count(self, places: Sequence[_Place], *, by: int) -> None:
        """Count these pairs in or out, and what reviewers have tagged of them."""
        tagged = self._connection.execute(
            select(standing_tags.c.reviewer_id, standing_tags.c.pair_id)
            .where(standing_tags.c.pair_id.in_([place.pair_id for place in places]))).all()
        at = {place.pair_id: place for place in places}
        counted: Counter[tuple[Table, str, tuple[tuple[str, Any], ...]]] = Counter()
        for place in places:
            counted[portions, "pairs", (("id", place.portion_id),)] += by
            for sums, _ in _SUMS:
                counted[sums, "pairs", _key(sums, place.group)] += by
        for row in tagged:
            place, who = at[row.pair_id], ("reviewer_id", row.reviewer_id)
            counted[progress, "tagged", (who, ("portion_id", place.portion_id))] += by
            for _, done in _SUMS:
                counted[done, "tagged", (who, *_key(done, place.group))] += by
        for (table, column, key), more in counted.items():
            self._grow(table, column, dict(key), more)

    def _grow(self, table: Table, column: str, key: dict[str, Any], more: int) -> None:
        same = [table.c[name] == value for name, value in key.items()]
        grown = self._connection.execute(
            update(table).where(*same).values({column: table.c[column] + more}))
        if not grown.rowcount:
            self._connection.execute(insert(table), {**key, column: more})


_SUMS = ((portions_by_kind, progress_by_kind), (portions_by_sides, progress_by_sides))
_PLACES = (
    select(pairs.c.id, pairs.c.portion_id, *(portions.c[name] for name in _Group._fields))
    .join(portions, portions.c.id == pairs.c.portion_id).order_by(pairs.c.id)
)


def _key(table: Table, group: _Group) -> tuple[tuple[str, Any], ...]:
    return tuple((name, value) for name, value in group._asdict().items() if name in table.c)


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    left = iter(sorted(set(ids)))
    while some := list(islice(left, _AT_ONCE)):
        yield some
