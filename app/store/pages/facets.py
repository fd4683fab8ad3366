"""How many pairs a list holds, by everything it can be narrowed by."""

from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, case, func, select, union_all

from app.domain.pairs import Reason, Relation
from app.store.pages.listing import ME, Shape, Wanted, Zone, conditions, live, shape_of, values_of
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


class Portion(NamedTuple):
    """So many pairs with this state, suggestion and reason."""

    zone: Zone
    relation: Relation
    reason: Reason
    pairs: int


class SourceOption(NamedTuple):
    """A source that pairs can be narrowed to."""

    id: int
    name: str


class SourceCount(NamedTuple):
    """So many pairs with a claim of this source; for narrowing by state in the service."""

    source_id: int
    zone: Zone
    pairs: int


class Facets:
    """Counts of a list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def portions(self, wanted: Wanted) -> list[Portion]:
        """Pairs by state, suggestion and reason, whatever of these is asked for."""
        open_ended = _without_groups(wanted)
        rows = self._connection.execute(_portions(open_ended), values_of(wanted))
        return [Portion(Zone(zone), Relation(relation), Reason(reason), count)
                for zone, relation, reason, count in rows]

    def by_source(self, wanted: Wanted) -> list[SourceCount]:
        """Pairs by source and state, whatever source is asked for."""
        shape = shape_of(wanted, Zone.ANY)._replace(sources=False)
        rows = self._connection.execute(_by_source(shape), values_of(wanted))
        return [SourceCount(source_id, Zone(zone), count) for source_id, zone, count in rows]

    def sources_of(self, case_id: int | None) -> list[SourceOption]:
        """The sources of a case, or of all cases, by name."""
        if case_id is None:
            return [SourceOption(*row) for row in self._connection.execute(_SOURCES)]
        rows = self._connection.execute(_SOURCES_OF_CASE, {"case": case_id})
        return [SourceOption(*row) for row in rows]


def _without_groups(wanted: Wanted) -> Shape:
    return shape_of(wanted, Zone.ANY)._replace(suggested=False, reasons=False)


_STATE = case(
    (standing_tags.c.pair_id.is_not(None), Zone.TAGGED.value),
    (settlements.c.pair_id.is_not(None), Zone.SETTLED.value),
    (skips.c.pair_id.is_not(None), Zone.SKIPPED.value),
    else_=Zone.UNTAGGED.value,
).label("zone")

_FROM = (
    suggestions.join(pairs, live)
    .outerjoin(standing_tags, and_(
        standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME))
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .outerjoin(skips, and_(skips.c.pair_id == pairs.c.id, skips.c.reviewer_id == ME))
)


@lru_cache(maxsize=256)
def _portions(shape: Shape) -> Select[Any]:
    groups = (_STATE, suggestions.c.relation, suggestions.c.reason)
    return (
        select(*groups, func.count()).select_from(_FROM)
        .where(*conditions(shape)).group_by(*groups)
    )


@lru_cache(maxsize=256)
def _by_source(shape: Shape) -> Select[Any]:
    """A pair counts once for each of its sources, once for a pair inside one source."""
    narrowed = (
        select(pairs.c.first_claim_id, pairs.c.second_claim_id, _STATE)
        .select_from(_FROM).where(*conditions(shape)).cte("narrowed")
    )
    first, second = claims.alias("c1"), claims.alias("c2")
    ours, theirs = articles.alias("a1"), articles.alias("a2")
    sides = (
        select(narrowed.c.zone, ours.c.source_id.label("one"), theirs.c.source_id.label("other"))
        .join(first, first.c.id == narrowed.c.first_claim_id)
        .join(second, second.c.id == narrowed.c.second_claim_id)
        .join(ours, ours.c.id == first.c.article_id)
        .join(theirs, theirs.c.id == second.c.article_id)
    )
    couples = sides.add_columns(func.count().label("pairs")).group_by(
        narrowed.c.zone, ours.c.source_id, theirs.c.source_id).cte("couples")
    each = union_all(
        select(couples.c.one.label("source"), couples.c.zone, couples.c.pairs),
        select(couples.c.other, couples.c.zone, couples.c.pairs)
        .where(couples.c.other != couples.c.one),
    ).subquery("each")
    total = func.sum(each.c.pairs)
    return select(each.c.source, each.c.zone, total).group_by(each.c.source, each.c.zone)


_SOURCES = select(sources.c.id, sources.c.name).order_by(sources.c.name)

_SOURCES_OF_CASE = _SOURCES.where(
    sources.c.id.in_(select(articles.c.source_id).where(articles.c.case_id == bindparam("case"))))
