"""How claims stand by what people said of their pairs, blind where it must be."""

from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Connection,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    not_,
    or_,
    select,
    union_all,
)

from app.domain.pairs import Reason, Relation
from app.store.pages.grid import WEIGHTS
from app.store.pages.listing import ME
from app.store.tables import pairs, settlements, standing_tags, suggestions


class ClaimPairRow(NamedTuple):
    """A pair of a claim, as far as the viewer may see it: see `grid.Tally`."""

    pair_id: int
    first_claim_id: int
    second_claim_id: int
    reason: Reason
    suggested: Relation
    mine: Relation | None
    theirs: tuple[Relation, ...]
    settled: Relation | None


class ClaimStates:
    """The pairs of claims."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pairs(self, claim_ids: list[int], reviewer_id: int) -> list[ClaimPairRow]:
        """The pairs of up to 500 claims, likely conflicts first; others' tags on pairs that
        the reviewer tagged."""
        if not claim_ids:
            return []
        values = {"ids": claim_ids, "me": reviewer_id}
        return told(self._connection.execute(_PAIRS, values).all(),
                    self._connection.execute(_THEIRS, values).all())


def told(rows: Any, others: Any) -> list[ClaimPairRow]:  # noqa: ANN401  rows of two queries
    """Pairs with what others tagged."""
    theirs: dict[int, list[Relation]] = {}
    for pair_id, relation in others:
        theirs.setdefault(pair_id, []).append(Relation(relation))
    return [ClaimPairRow(
        row.id, row.first_claim_id, row.second_claim_id, Reason(row.reason),
        Relation(row.relation), None if row.mine is None else Relation(row.mine),
        tuple(theirs.get(row.id, ())), None if row.settled is None else Relation(row.settled),
    ) for row in rows]


_ids: BindParameter[list[int]] = bindparam("ids", expanding=True)
_mine = standing_tags.alias("mine")
_touches = and_(or_(pairs.c.first_claim_id.in_(_ids), pairs.c.second_claim_id.in_(_ids)),
                not_(pairs.c.is_gone))
_i_tagged = and_(_mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME)

_PAIRS = (
    select(pairs.c.id, pairs.c.first_claim_id, pairs.c.second_claim_id, suggestions.c.reason,
           suggestions.c.relation, _mine.c.relation.label("mine"),
           settlements.c.relation.label("settled"))
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(_mine, _i_tagged)
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .where(_touches).order_by(suggestions.c.score.desc(), pairs.c.id)
)
_THEIRS = (
    select(standing_tags.c.pair_id, standing_tags.c.relation)
    .join(pairs, pairs.c.id == standing_tags.c.pair_id)
    .join(_mine, _i_tagged)
    .where(_touches, standing_tags.c.reviewer_id != ME)
    .order_by(standing_tags.c.pair_id, standing_tags.c.reviewer_id)
)

_WEIGHT = {relation.value: weight for weight, relation in enumerate(WEIGHTS)}


def states_of_case(case_id: int, reviewer_id: int) -> Subquery:
    """`claim_id` and `said`, the place in `WEIGHTS` of the weightiest thing that the viewer may
    know of its pairs; NULL where nobody said anything. Claims without pairs are left out."""
    mine, theirs = standing_tags.alias(), standing_tags.alias()
    weightiest = (
        select(func.min(case(_WEIGHT, value=theirs.c.relation)))
        .where(theirs.c.pair_id == pairs.c.id).correlate(pairs).scalar_subquery())
    said = case((settlements.c.relation.is_not(None),
                 case(_WEIGHT, value=settlements.c.relation)),
                (mine.c.pair_id.is_not(None), weightiest), else_=None)
    sides = union_all(*(
        select(side.label("claim_id"), said.label("said")).select_from(pairs)
        .outerjoin(mine, and_(mine.c.pair_id == pairs.c.id, mine.c.reviewer_id == reviewer_id))
        .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
        .where(pairs.c.case_id == case_id, not_(pairs.c.is_gone))
        for side in (pairs.c.first_claim_id, pairs.c.second_claim_id))).subquery()
    return (select(sides.c.claim_id, func.min(sides.c.said).label("said"))
            .group_by(sides.c.claim_id).subquery())
