"""Three tags of one reviewer on one topic that cannot all hold: A = B, B = C, A ≠ C."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, select

from app.domain.pairs import Relation
from app.store.queue_tables import kept_misfits, misfits
from app.store.tables import pairs, standing_tags


class Three(NamedTuple):
    """The pairs of a triangle: the one tagged as a conflict, and the two that agree."""

    conflict_id: int
    first_agree_id: int
    second_agree_id: int


class _Edge(NamedTuple):
    pair_id: int
    first: int
    second: int
    relation: str

    def ends(self) -> frozenset[int]:
        return frozenset((self.first, self.second))


class Misfits:
    """Triangles that do not close."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def renew(self, pair_id: int, reviewer_id: int) -> None:
        """Look at the triangles of a pair anew, after this reviewer's answer to it changed."""
        values = {"pair": pair_id, "me": reviewer_id}
        found = self._connection.execute(_WITH_PAIR, values).all()
        edges = [_Edge(*row) for row in self._connection.execute(_EDGES, values)]
        there = {Three(*row) for row in found}
        wanted = set(_triangles(pair_id, edges))
        for three in there - wanted:
            self._connection.execute(_FORGET, {"me": reviewer_id, **three._asdict()})
        if new := wanted - there:
            self._connection.execute(insert(misfits), [
                {"reviewer_id": reviewer_id, **three._asdict()} for three in sorted(new)])

    def keep(self, three: Three, reviewer_id: int, why: str, *, at: datetime) -> None:
        """The reviewer leaves these tags as they are, for a reason."""
        self.unkeep(three, reviewer_id)
        self._connection.execute(insert(kept_misfits), {
            "reviewer_id": reviewer_id, **three._asdict(), "why": why, "kept_at": at})

    def unkeep(self, three: Three, reviewer_id: int) -> bool:
        """Show them again. True if they had been kept."""
        gone = self._connection.execute(_UNKEEP, {"me": reviewer_id, **three._asdict()})
        return gone.rowcount > 0


def _triangles(pair_id: int, edges: Sequence[_Edge]) -> Iterator[Three]:
    """The triangles that the pair is in with two others, if their tags cannot all hold."""
    here = next((edge for edge in edges if edge.pair_id == pair_id), None)
    if here is None:
        return
    by_ends = {edge.ends(): edge for edge in edges}
    for edge in edges:
        if edge.pair_id == pair_id or here.first not in edge.ends():
            continue
        closing = by_ends.get((edge.ends() - {here.first}) | {here.second})
        if closing is not None and closing.pair_id != pair_id:
            three = _three(here, edge, closing)
            if three is not None:
                yield three


def _three(*edges: _Edge) -> Three | None:
    conflicts = [edge.pair_id for edge in edges if edge.relation == Relation.CONFLICT]
    agrees = sorted(edge.pair_id for edge in edges if edge.relation == Relation.AGREE)
    if len(conflicts) != 1 or len(agrees) != len(edges) - 1:
        return None
    return Three(conflicts[0], agrees[0], agrees[1])


_COLUMNS = (misfits.c.conflict_id, misfits.c.first_agree_id, misfits.c.second_agree_id)
_WITH_PAIR = select(*_COLUMNS).where(
    misfits.c.reviewer_id == bindparam("me"),
    or_(*(column == bindparam("pair") for column in _COLUMNS)))

_here = pairs.alias("here")
_EDGES = (
    select(pairs.c.id, pairs.c.first_claim_id, pairs.c.second_claim_id, standing_tags.c.relation)
    .select_from(_here)
    .join(pairs, and_(
        pairs.c.topic_id == _here.c.topic_id,
        or_(pairs.c.first_claim_id.in_([_here.c.first_claim_id, _here.c.second_claim_id]),
            pairs.c.second_claim_id.in_([_here.c.first_claim_id, _here.c.second_claim_id]))))
    .join(standing_tags, and_(standing_tags.c.pair_id == pairs.c.id,
                              standing_tags.c.reviewer_id == bindparam("me")))
    .where(_here.c.id == bindparam("pair"),
           standing_tags.c.relation.in_([Relation.AGREE.value, Relation.CONFLICT.value]))
)
"""My tags on pairs of the same topic that share a claim with this one, this one among them."""

_FORGET = delete(misfits).where(
    misfits.c.reviewer_id == bindparam("me"),
    *(column == bindparam(column.name) for column in _COLUMNS))
_UNKEEP = delete(kept_misfits).where(
    kept_misfits.c.reviewer_id == bindparam("me"),
    *(kept_misfits.c[column.name] == bindparam(column.name) for column in _COLUMNS))
