"""Counts of pairs by what lists are narrowed by; see the tables `portions` and `progress`."""

from sqlalchemy import (
    BindParameter,
    Connection,
    Delete,
    Insert,
    Table,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    not_,
    select,
    update,
)

from app.store.portion_tables import (
    portions_by_kind,
    portions_by_sides,
    progress_by_kind,
    progress_by_sides,
)
from app.store.tables import (
    articles,
    claims,
    pairs,
    portions,
    progress,
    standing_tags,
    suggestions,
)


class Portions:
    """The counts that lists need, kept so that no page counts every pair."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def recount(self, case_id: int) -> None:
        """Count the pairs of a case anew, after it was compared.

        Tags given later are counted by triggers on `standing_tags`.
        """
        for statement in (_FORGET_PROGRESS, _FORGET_PLACES, _FORGET, _COUNT, _PLACE, _PROGRESS,
                          *_ADD_UP):
            self._connection.execute(statement, {"case": case_id})


_case: BindParameter[int] = bindparam("case")
_c1, _c2 = claims.alias("c1"), claims.alias("c2")
_a1, _a2 = articles.alias("a1"), articles.alias("a2")
_lower = case((_a1.c.source_id < _a2.c.source_id, _a1.c.source_id), else_=_a2.c.source_id)
_upper = case((_a1.c.source_id < _a2.c.source_id, _a2.c.source_id), else_=_a1.c.source_id)
_groups = (
    pairs.c.case_id, suggestions.c.relation, suggestions.c.reason, _lower.label("one"),
    _upper.label("other"),
)

sided = (
    select(*_groups, pairs.c.id.label("pair_id"))
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .join(_c1, _c1.c.id == pairs.c.first_claim_id)
    .join(_a1, _a1.c.id == _c1.c.article_id)
    .join(_c2, _c2.c.id == pairs.c.second_claim_id)
    .join(_a2, _a2.c.id == _c2.c.article_id)
    .where(not_(pairs.c.is_gone))
)
"""What pairs that are not gone are grouped by."""

_sides = sided.with_only_columns(*_groups).where(pairs.c.case_id == _case)
_sided = sided.where(pairs.c.case_id == _case).subquery("sided")
_here = select(portions.c.id).where(portions.c.case_id == _case)

_FORGET_PROGRESS = delete(progress).where(progress.c.portion_id.in_(_here))
_FORGET_PLACES = update(pairs).where(pairs.c.case_id == _case).values(portion_id=None)
_FORGET = delete(portions).where(portions.c.case_id == _case)

_COUNT = insert(portions).from_select(
    ["case_id", "relation", "reason", "first_source_id", "second_source_id", "pairs"],
    _sides.add_columns(func.count()).group_by(*_groups),
)

_placed = (
    select(_sided.c.pair_id, portions.c.id.label("portion_id"))
    .join(portions, and_(
        portions.c.case_id == _sided.c.case_id, portions.c.relation == _sided.c.relation,
        portions.c.reason == _sided.c.reason, portions.c.first_source_id == _sided.c.one,
        portions.c.second_source_id == _sided.c.other))
    .subquery("placed")
)
_PLACE = update(pairs).where(pairs.c.id == _placed.c.pair_id).values(
    portion_id=_placed.c.portion_id)

_PROGRESS = insert(progress).from_select(
    ["reviewer_id", "portion_id", "tagged"],
    select(standing_tags.c.reviewer_id, pairs.c.portion_id, func.count())
    .join(pairs, pairs.c.id == standing_tags.c.pair_id)
    .where(pairs.c.case_id == _case, pairs.c.portion_id.is_not(None))
    .group_by(standing_tags.c.reviewer_id, pairs.c.portion_id),
)


def _added_up(sums: Table, done: Table, *columns: str) -> tuple[Delete | Insert, ...]:
    """Forget and add up anew the portions of a case and the progress in them."""
    groups = [portions.c[name] for name in columns]
    mine = [progress.c.reviewer_id, *groups]
    return (
        delete(sums).where(sums.c.case_id == _case), delete(done).where(done.c.case_id == _case),
        insert(sums).from_select([*columns, "pairs"], select(
            *groups, func.sum(portions.c.pairs)).where(portions.c.case_id == _case)
            .group_by(*groups)),
        insert(done).from_select(["reviewer_id", *columns, "tagged"], select(
            *mine, func.sum(progress.c.tagged))
            .join(portions, portions.c.id == progress.c.portion_id)
            .where(portions.c.case_id == _case).group_by(*mine)),
    )


_ADD_UP = (
    *_added_up(portions_by_kind, progress_by_kind, "case_id", "relation", "reason"),
    *_added_up(portions_by_sides, progress_by_sides, "case_id", "first_source_id",
               "second_source_id"),
)
