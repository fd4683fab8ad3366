"""Pairs in the order of a list, a page at a time, found by key and never by counting rows off.

A list is made of zones, one after the other: pairs that this reviewer has not put off, then the
ones put off, the longest ago first. Each zone has its own key to go on from.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
)

from app.store.frontiers import frontier_of
from app.store.pages.listing import (
    ME,
    Key,
    Order,
    Shape,
    Wanted,
    Zone,
    conditions,
    live,
    shape_of,
    values_of,
)
from app.store.tables import (
    articles,
    claims,
    pairs,
    settlements,
    skips,
    sources,
    standing_tags,
    suggestions,
)


class Listing:
    """The pairs of a list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(
        self, wanted: Wanted, zone: Zone, *, key: Key | None = None, backwards: bool = False,
        limit: int,
    ) -> list[int]:
        """Up to `limit` pairs of a zone after `key` (before it, nearest first, if backwards)."""
        statement = _ids(shape_of(wanted, zone, keyed=key is not None, backwards=backwards))
        values = values_of(wanted) | {f"key{n}": part for n, part in enumerate(key or ())}
        return list(self._connection.scalars(statement, values | {"limit": limit}))

    def key_of(self, wanted: Wanted, zone: Zone, pair_id: int) -> Key | None:
        """Where a pair stands in a zone's order, None if it cannot stand there."""
        values = {"me": wanted.reviewer_id, "pair": pair_id}
        row = self._connection.execute(_key(zone, wanted.order), values).one_or_none()
        return None if row is None else tuple(row)

    def among(self, wanted: Wanted, zone: Zone, pair_ids: Sequence[int]) -> list[int]:
        """Those of up to 500 pairs that stand in a zone, in its order."""
        values = values_of(wanted) | {"among": list(pair_ids), "limit": len(pair_ids)}
        statement = _ids(shape_of(wanted, zone, among=True))
        return list(self._connection.scalars(statement, values)) if pair_ids else []

    def is_skipped(self, reviewer_id: int, pair_id: int) -> bool:
        """This reviewer has put the pair off."""
        values = {"me": reviewer_id, "pair": pair_id}
        return self._connection.execute(_IS_SKIPPED, values).one_or_none() is not None


_my_tag = standing_tags.alias("my_tag")
_my_skip = skips.alias("my_skip")
_decision = settlements.alias("decision")

_tagged = exists().where(
    _my_tag.c.pair_id == suggestions.c.pair_id, _my_tag.c.reviewer_id == ME)
_settled = exists().where(_decision.c.pair_id == suggestions.c.pair_id)
_skipped = exists().where(
    _my_skip.c.pair_id == suggestions.c.pair_id, _my_skip.c.reviewer_id == ME)

_ZONES = {
    Zone.ANY: (not_(and_(_skipped, not_(_settled))),),
    Zone.OPEN_OR_TAGGED: (or_(_tagged, and_(not_(_skipped), not_(_settled))),),
    Zone.UNTAGGED: (not_(_tagged), not_(_skipped), not_(_settled)),
    Zone.TAGGED: (_tagged,),
    Zone.SKIPPED: (not_(_settled),),
}
"""Asked of the suggestion, so that a pair that drops out is never looked up."""

_first_source = (
    select(sources.c.name)
    .join(articles, articles.c.source_id == sources.c.id)
    .join(claims, claims.c.article_id == articles.c.id)
    .where(claims.c.id == pairs.c.first_claim_id)
    .scalar_subquery()
)
_people = (
    select(func.count()).select_from(standing_tags)
    .where(standing_tags.c.pair_id == pairs.c.id)
    .scalar_subquery()
)

_RANK = (suggestions.c.rank, False)
_PAIR = (suggestions.c.pair_id, True)

_ORDERS: dict[Order, tuple[tuple[Any, bool], ...]] = {
    Order.CONFLICTS: (_RANK, _PAIR),
    Order.NUMBER: ((pairs.c.case_id, True), (pairs.c.number, True)),
    Order.NEWEST: ((suggestions.c.pair_id, False),),
    Order.REASON: ((suggestions.c.reason, True), _RANK, _PAIR),
    Order.SOURCE: ((_first_source, True), _RANK, _PAIR),
    Order.FEWEST: ((_people, True), _RANK, _PAIR),
}
"""The key of each order: columns, and whether each goes up."""


def _keys(zone: Zone, order: Order) -> tuple[tuple[Any, bool], ...]:
    return ((skips.c.skipped_at, True), _PAIR) if zone is Zone.SKIPPED else _ORDERS[order]


def _from(zone: Zone, *columns: Any) -> Select[Any]:  # noqa: ANN401  columns of any type
    base = select(*columns).select_from(suggestions.join(pairs, live))
    if zone is not Zone.SKIPPED:
        return base
    return base.join(skips, and_(skips.c.pair_id == pairs.c.id, skips.c.reviewer_id == ME))


@lru_cache(maxsize=1024)
def _ids(shape: Shape) -> Select[tuple[int]]:
    keys = _keys(shape.zone, shape.order)
    statement = _from(shape.zone, suggestions.c.pair_id)
    statement = statement.where(*_ZONES[shape.zone], *conditions(shape))
    begins = not shape.keyed and not shape.backwards
    if begins and shape.zone is Zone.UNTAGGED and shape.order is Order.CONFLICTS:
        statement = statement.where(suggestions.c.rank <= frontier_of(ME))
    if shape.keyed:
        statement = statement.where(_beyond(keys, backwards=shape.backwards))
    ordered = [column.asc() if up is not shape.backwards else column.desc() for column, up in keys]
    return statement.order_by(*ordered).limit(bindparam("limit", type_=pairs.c.id.type))


def _beyond(keys: Sequence[tuple[Any, bool]], *, backwards: bool) -> ColumnElement[bool]:
    """The rows that come after the key `:key0, :key1, …` in an order of mixed directions."""
    bound = [bindparam(f"key{n}", type_=column.type) for n, (column, _) in enumerate(keys)]
    steps: list[ColumnElement[bool]] = []
    for n, (column, up) in enumerate(keys):
        same = [keys[before][0] == bound[before] for before in range(n)]
        further = column > bound[n] if up is not backwards else column < bound[n]
        steps.append(and_(*same, further))
    column, up = keys[0]
    edge = column >= bound[0] if up is not backwards else column <= bound[0]
    return and_(edge, or_(*steps))


@lru_cache(maxsize=64)
def _key(zone: Zone, order: Order) -> Select[Any]:
    columns = [column.label(f"key{n}") for n, (column, _) in enumerate(_keys(zone, order))]
    return _from(zone, *columns).where(pairs.c.id == bindparam("pair"))


_IS_SKIPPED = select(literal(1)).where(
    skips.c.pair_id == bindparam("pair"), skips.c.reviewer_id == ME)

