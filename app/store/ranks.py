"""Where a pair stands among likely conflicts: its score times what its reason has earned.

`suggestions.rank` is always the score times the factor of its reason in `reason_factors`, or
times `UNTRIED` where there is none, so that lists are ordered by an index.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    not_,
    select,
    union_all,
    update,
)

from app.domain.pairs import Reason
from app.store.frontiers import Frontiers
from app.store.tables import pairs, reason_factors, settlements, standing_tags, suggestions

UNTRIED = 0.8
"""The factor of a reason on which nobody has decided anything yet."""


class Tally(NamedTuple):
    """How a reason did. A pair is decided when it is settled, or when all who tagged it gave
    the same tag; it is confirmed when that is what the machine suggested."""

    reason: Reason
    suggested: int
    decided: int
    confirmed: int


class Ranks:
    """What reasons have earned, and the order that follows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tallies(self) -> list[Tally]:
        """Every reason that decides a pair suggested now, the one with most pairs first."""
        return [Tally(Reason(row.reason), row.suggested, row.decided, row.confirmed)
                for row in self._connection.execute(_TALLIES)]

    def factors(self) -> dict[Reason, float]:
        """The factors in force; a reason that is not there has `UNTRIED`."""
        rows = self._connection.execute(select(reason_factors))
        return {Reason(row.reason): row.factor for row in rows}

    def advance(self, reviewer_id: int) -> None:
        """Let lists begin at the likeliest pair that waits for this reviewer."""
        Frontiers(self._connection).renew(reviewer_id)

    def weigh(self, wanted: Mapping[Reason, float]) -> None:
        """Put these factors in force and rank anew the pairs of reasons whose factor changed."""
        now = self.factors()
        changed = {reason: factor for reason, factor in wanted.items()
                   if now.get(reason, UNTRIED) != factor}
        for reason, factor in changed.items():
            self._connection.execute(_FORGET, {"which": reason})
            self._connection.execute(
                insert(reason_factors), {"reason": reason, "factor": factor})
            self._connection.execute(_RANK, {"which": reason, "by": factor})


_settled = exists().where(settlements.c.pair_id == standing_tags.c.pair_id)
_decided = union_all(
    select(settlements.c.pair_id, settlements.c.relation),
    select(standing_tags.c.pair_id, func.min(standing_tags.c.relation).label("relation"))
    .where(not_(_settled))
    .group_by(standing_tags.c.pair_id)
    .having(func.min(standing_tags.c.relation) == func.max(standing_tags.c.relation)),
).subquery("decided")

_TALLIES = (
    select(
        suggestions.c.reason, func.count().label("suggested"),
        func.count(_decided.c.pair_id).label("decided"),
        func.coalesce(func.sum(case(
            (_decided.c.relation == suggestions.c.relation, 1), else_=0)), 0).label("confirmed"),
    )
    .join(pairs, and_(pairs.c.id == suggestions.c.pair_id, not_(pairs.c.is_gone)))
    .outerjoin(_decided, _decided.c.pair_id == suggestions.c.pair_id)
    .group_by(suggestions.c.reason)
    .order_by(func.count().desc(), suggestions.c.reason)
)

_FORGET = delete(reason_factors).where(reason_factors.c.reason == bindparam("which"))
_RANK = (
    update(suggestions).where(suggestions.c.reason == bindparam("which"))
    .values(rank=suggestions.c.score * bindparam("by", type_=suggestions.c.score.type))
)
