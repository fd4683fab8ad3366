"""How far down the likely conflicts a reviewer has come without leaving a gap."""

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    not_,
    select,
)

from app.store.frontier_tables import frontiers
from app.store.tables import pairs, settlements, skips, standing_tags, suggestions

ABOVE_ALL = 1e300
"""A rank that no pair has: nothing is known to be done."""


class Frontiers:
    """Where a reviewer's untagged pairs begin, so that no list walks over what is done.

    Triggers forget a frontier as soon as something above it is open again.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def renew(self, reviewer_id: int) -> None:
        """Move it down to the likeliest pair that waits for this reviewer."""
        me = {"me": reviewer_id}
        rank = self._connection.execute(_FIRST_OPEN, me).scalar()
        self._connection.execute(
            delete(frontiers).where(frontiers.c.reviewer_id == reviewer_id))
        if rank is not None:
            self._connection.execute(insert(frontiers), {"reviewer_id": reviewer_id, "rank": rank})


def frontier_of(me: ColumnElement[int]) -> ColumnElement[float]:
    """The rank above which nothing waits for a reviewer."""
    known = select(frontiers.c.rank).where(frontiers.c.reviewer_id == me).scalar_subquery()
    return func.coalesce(known, ABOVE_ALL)


_me: ColumnElement[int] = bindparam("me", type_=standing_tags.c.reviewer_id.type)

_FIRST_OPEN = (
    select(suggestions.c.rank)
    .join(pairs, and_(pairs.c.id == suggestions.c.pair_id, not_(pairs.c.is_gone)))
    .where(
        suggestions.c.rank <= frontier_of(_me),
        not_(exists().where(standing_tags.c.pair_id == suggestions.c.pair_id,
                            standing_tags.c.reviewer_id == _me)),
        not_(exists().where(skips.c.pair_id == suggestions.c.pair_id,
                            skips.c.reviewer_id == _me)),
        not_(exists().where(settlements.c.pair_id == suggestions.c.pair_id)),
    )
    .order_by(suggestions.c.rank.desc()).limit(1)
)
