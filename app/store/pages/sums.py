"""Selects that add counts of pairs up, each built once; see `portions` and `progress`."""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, func, or_, select

from app.store.pages.listing import ME
from app.store.portion_tables import (
    portions_by_kind,
    portions_by_sides,
    progress_by_kind,
    progress_by_sides,
)
from app.store.tables import portions, progress

_from_sources = or_(
    portions.c.first_source_id.in_(bindparam("sources", expanding=True)),
    portions.c.second_source_id.in_(bindparam("sources", expanding=True)))


def of_case(*, in_case: bool) -> tuple[ColumnElement[bool], ...]:
    """What narrows portions to a case, if anything shall."""
    return (portions.c.case_id == bindparam("case"),) if in_case else ()


def _both(
    groups: tuple[Any, Any], *narrowed: ColumnElement[bool],
) -> tuple[Select[Any], Select[Any]]:
    """The select of all pairs by two columns, and that of mine, found from my side."""
    tagged = (
        select(*groups, func.sum(progress.c.tagged))
        .select_from(progress)
        .join(portions, portions.c.id == progress.c.portion_id)
        .where(progress.c.reviewer_id == ME, *narrowed)
        .group_by(*groups)
    )
    return select(*groups, func.sum(portions.c.pairs)).where(*narrowed).group_by(*groups), tagged


@lru_cache(maxsize=2)
def kinds_of_sources(*, in_case: bool) -> tuple[Select[Any], Select[Any]]:
    """All pairs of some sources by suggestion and reason, and mine."""
    return _both((portions.c.relation, portions.c.reason), *of_case(in_case=in_case),
                 _from_sources)


@lru_cache(maxsize=8)
def sides_of_kinds(
    *, in_case: bool, suggested: bool, reasons: bool,
) -> tuple[Select[Any], Select[Any]]:
    """All pairs of some suggestions and reasons by their sources, and mine."""
    narrowed = list(of_case(in_case=in_case))
    if suggested:
        narrowed.append(portions.c.relation.in_(bindparam("suggested", expanding=True)))
    if reasons:
        narrowed.append(portions.c.reason.in_(bindparam("reasons", expanding=True)))
    return _both((portions.c.first_source_id, portions.c.second_source_id), *narrowed)


def _added_up(sums: Table, done: Table, *columns: str, in_case: bool) -> Select[Any]:
    """All pairs and my tagged ones by two columns, from counts that are added up already."""
    told = (
        select(*(sums.c[name] for name in columns), func.sum(sums.c.pairs),
               func.sum(func.coalesce(done.c.tagged, 0)))
        .outerjoin(done, and_(
            done.c.reviewer_id == ME, done.c.case_id == sums.c.case_id,
            *(done.c[name] == sums.c[name] for name in columns)))
        .group_by(*(sums.c[name] for name in columns))
    )
    return told.where(sums.c.case_id == bindparam("case")) if in_case else told


@lru_cache(maxsize=2)
def by_kind(*, in_case: bool) -> Select[Any]:
    """All pairs by suggestion and reason, with those that I tagged."""
    return _added_up(portions_by_kind, progress_by_kind, "relation", "reason", in_case=in_case)


@lru_cache(maxsize=2)
def by_sides(*, in_case: bool) -> Select[Any]:
    """All pairs by their sources, with those that I tagged."""
    return _added_up(portions_by_sides, progress_by_sides, "first_source_id",
                     "second_source_id", in_case=in_case)
