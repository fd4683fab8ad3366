"""How many pairs a list holds, by everything it can be narrowed by.

Lists of a case or of all cases are counted from `portions` and `progress`; the pairs that are
put off or settled without me are few and counted one by one. Lists of one topic, or of what I
answered, are short and counted from their pairs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    not_,
    select,
    true,
    union_all,
)

from app.domain.pairs import Reason, Relation
from app.store.pages.listing import ME, Shape, Wanted, Zone, conditions, live, shape_of, values_of
from app.store.pages.sums import by_kind, by_sides, kinds_of_sources, of_case, sides_of_kinds
from app.store.queue_tables import assignments
from app.store.tables import (
    articles,
    pairs,
    portions,
    settlements,
    skips,
    sources,
    standing_tags,
    suggestions,
)


class Portion(NamedTuple):
    """So many pairs with this state, suggestion and reason, of the sources asked for."""

    zone: Zone
    relation: Relation
    reason: Reason
    pairs: int


class SourceCount(NamedTuple):
    """So many pairs with this state between two sources, of the suggestions asked for."""

    zone: Zone
    first_source_id: int
    second_source_id: int
    pairs: int


class Counts(NamedTuple):
    """Everything that the filters of a list count."""

    portions: list[Portion]
    by_sources: list[SourceCount]


class SourceOption(NamedTuple):
    """A source that pairs can be narrowed to."""

    id: int
    name: str


class Facets:
    """Counts of a list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, wanted: Wanted) -> Counts:
        """Pairs by state, suggestion and reason, and by state and sources.

        The first obey the sources asked for, the second the suggestions and reasons; nobody's
        state is asked for, so that the service can narrow both by it.
        """
        shape = shape_of(wanted, Zone.ANY)
        if shape.topic or shape.tagged or shape.disputed or shape.assigned:
            return self._counted(wanted)
        return self._summed(wanted)

    def assigned(self, wanted: Wanted) -> list[tuple[Zone, int]]:
        """Pairs of the list that this reviewer is asked to review, by state.

        A state without any stays, with 0; nothing comes back for whom nobody has asked.
        """
        rows = self._connection.execute(
            _assigned_each(shape_of(replace(wanted, assigned=True), Zone.ANY)), values_of(wanted))
        return [(Zone(zone), int(count)) for zone, count in rows]

    def _counted(self, wanted: Wanted) -> Counts:
        """Each pair of the list, counted."""
        shape = shape_of(wanted, Zone.ANY)._replace(suggested=False, reasons=False, sources=False)
        rows = self._connection.execute(_each(shape), values_of(wanted))
        return _narrowed(wanted, [_Row(*row) for row in rows])

    def _summed(self, wanted: Wanted) -> Counts:
        """The portions, added up; what is put off or settled is taken from what is untagged."""
        values = values_of(wanted)
        in_case, by_source = wanted.case_id is not None, bool(wanted.source_ids)
        kinds = self._sums(
            kinds_of_sources(in_case=in_case) if by_source else (by_kind(in_case=in_case),),
            values)
        narrowed = wanted.suggested or wanted.reasons
        sides = self._sums(
            sides_of_kinds(in_case=in_case, suggested=bool(wanted.suggested),
                            reasons=bool(wanted.reasons))
            if narrowed else (by_sides(in_case=in_case),), values)
        apart = _narrowed(wanted, [
            _Row(*row) for row in self._connection.execute(_apart(in_case=in_case), values)])
        return Counts(
            [Portion(*row) for row in _with_rest(
                kinds,
                [(row.zone, (row.relation, row.reason), row.pairs) for row in apart.portions])],
            [SourceCount(*row) for row in _with_rest(
                sides,
                [(row.zone, (row.first_source_id, row.second_source_id), row.pairs)
                 for row in apart.by_sources])],
        )

    def _sums(
        self, statements: tuple[Select[Any], ...], values: dict[str, Any],
    ) -> list[tuple[tuple[Any, Any], int, int]]:
        """All pairs and my tagged ones by two columns: told by one select, or by one each."""
        all_, *mine = statements
        if not mine:
            return [((row[0], row[1]), row[2], row[3])
                    for row in self._connection.execute(all_, values)]
        tagged = {(row[0], row[1]): row[2] for row in self._connection.execute(mine[0], values)}
        return [((row[0], row[1]), row[2], tagged.get((row[0], row[1]), 0))
                for row in self._connection.execute(all_, values)]

    def sources_of(self, case_id: int | None) -> list[SourceOption]:
        """The sources of a case, or of all cases, by name."""
        if case_id is None:
            return [SourceOption(*row) for row in self._connection.execute(_SOURCES)]
        rows = self._connection.execute(_SOURCES_OF_CASE, {"case": case_id})
        return [SourceOption(*row) for row in rows]


class _Row(NamedTuple):
    """So many pairs that are alike in everything that filters ask for."""

    zone: str
    relation: str
    reason: str
    one: int
    other: int
    pairs: int


def _narrowed(wanted: Wanted, rows: Sequence[_Row]) -> Counts:
    """Both counts from rows that nothing has narrowed yet."""
    kinds: Counter[tuple[Zone, Relation, Reason]] = Counter()
    sides: Counter[tuple[Zone, int, int]] = Counter()
    for row in rows:
        relation, reason = Relation(row.relation), Reason(row.reason)
        if not wanted.source_ids or {row.one, row.other} & set(wanted.source_ids):
            kinds[Zone(row.zone), relation, reason] += row.pairs
        if relation in (wanted.suggested or Relation) and reason in (wanted.reasons or Reason):
            sides[Zone(row.zone), row.one, row.other] += row.pairs
    return Counts([Portion(*key, count) for key, count in kinds.items()],
                  [SourceCount(*key, count) for key, count in sides.items()])


def _with_rest(
    sums: Sequence[tuple[tuple[Any, Any], int, int]],
    apart: Sequence[tuple[Zone, tuple[Any, Any], int]],
) -> list[tuple[Any, ...]]:
    """Tagged, apart and untagged pairs of each group, from all and tagged pairs of it."""
    taken: Counter[tuple[Any, Any]] = Counter()
    rows: list[tuple[Any, ...]] = []
    for zone, key, count in apart:
        taken[key] += count
        rows.append((zone, *key, count))
    for key, all_, tagged in sums:
        known = _known(key)
        rows += [(Zone.TAGGED, *known, int(tagged)),
                 (Zone.UNTAGGED, *known, int(all_ - tagged) - taken[known])]
    return rows


def _known(key: tuple[Any, Any]) -> tuple[Any, Any]:
    """A key as the domain knows it: a suggestion and a reason, or two sources."""
    return (Relation(key[0]), Reason(key[1])) if isinstance(key[0], str) else key


_my_tag = standing_tags.alias("my_tag")
_untagged = not_(
    select(_my_tag.c.pair_id)
    .where(_my_tag.c.pair_id == pairs.c.id, _my_tag.c.reviewer_id == ME).exists())
_decision = settlements.alias("decision")
_open = not_(select(_decision.c.id).where(_decision.c.pair_id == pairs.c.id).exists())


@lru_cache(maxsize=2)
def _apart(*, in_case: bool) -> Select[Any]:
    """Pairs that I have put off, and pairs that were settled before I tagged them."""
    kinds = (portions.c.relation, portions.c.reason, portions.c.first_source_id,
             portions.c.second_source_id)
    my_skips = select(skips.c.pair_id).where(skips.c.reviewer_id == ME)
    put_off = (
        select(literal(Zone.SKIPPED.value).label("zone"), *kinds)
        .select_from(pairs)
        .join(portions, portions.c.id == pairs.c.portion_id)
        .where(pairs.c.id.in_(my_skips), _open, *of_case(in_case=in_case))
    )
    settled = (
        select(literal(Zone.SETTLED.value), *kinds)
        .select_from(pairs)
        .join(portions, portions.c.id == pairs.c.portion_id)
        .where(pairs.c.id.in_(select(settlements.c.pair_id)), _untagged,
               *of_case(in_case=in_case))
    )
    both = union_all(put_off, settled).subquery("apart")
    return select(*both.c, func.count()).group_by(*both.c)


_STATE = case(
    (standing_tags.c.pair_id.is_not(None), Zone.TAGGED.value),
    (settlements.c.pair_id.is_not(None), Zone.SETTLED.value),
    (skips.c.pair_id.is_not(None), Zone.SKIPPED.value),
    else_=Zone.UNTAGGED.value,
).label("zone")


@lru_cache(maxsize=32)
def _each(shape: Shape) -> Select[Any]:
    """The pairs of a short list, counted by everything at once."""
    groups = (_STATE, suggestions.c.relation, suggestions.c.reason, portions.c.first_source_id,
              portions.c.second_source_id)
    return (
        select(*groups, func.count())
        .select_from(
            suggestions.join(pairs, live)
            .join(portions, portions.c.id == pairs.c.portion_id)
            .outerjoin(standing_tags, and_(
                standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME))
            .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
            .outerjoin(skips, and_(skips.c.pair_id == pairs.c.id, skips.c.reviewer_id == ME)))
        .where(*conditions(shape)).group_by(*groups)
    )


@lru_cache(maxsize=32)
def _assigned_each(shape: Shape) -> Select[Any]:
    return (
        select(_STATE, func.sum(case((and_(
            true(), *conditions(shape._replace(assigned=False))), 1), else_=0)))
        .select_from(
            assignments.join(pairs, pairs.c.id == assignments.c.pair_id)
            .join(suggestions, live)
            .outerjoin(standing_tags, and_(
                standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME))
            .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
            .outerjoin(skips, and_(skips.c.pair_id == pairs.c.id, skips.c.reviewer_id == ME)))
        .where(assignments.c.reviewer_id == ME).group_by(_STATE)
    )


_SOURCES = select(sources.c.id, sources.c.name).order_by(sources.c.name)

_SOURCES_OF_CASE = _SOURCES.where(
    sources.c.id.in_(select(articles.c.source_id).where(articles.c.case_id == bindparam("case"))))
