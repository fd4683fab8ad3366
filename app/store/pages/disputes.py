"""Pairs whose tags differ, as adjudicators see them: everybody's tags leave the store here."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    not_,
    or_,
    select,
)

from app.domain.pairs import Reason, Relation
from app.domain.tags import Ruling, Stage
from app.store.columns import AnyRow
from app.store.dispute_tables import decisions, disputes
from app.store.pages.both_sides import s1, s2, with_both_sides
from app.store.pages.listing import ME
from app.store.tables import (
    cases,
    pairs,
    reviewers,
    settlements,
    standing_tags,
    suggestions,
)


class Waiting(NamedTuple):
    """Open disputes that this adjudicator may settle, and the cases that they are in."""

    pairs: int
    cases: int


class DisputeRow(NamedTuple):
    """A dispute in a list."""

    pair_id: int
    number: int
    case: str
    reason: Reason
    first_source: str
    second_source: str
    stage: Stage
    since: datetime
    settled: Relation | None


class StepRow(NamedTuple):
    """A decision with who made it."""

    id: int
    name: str
    letter: str
    ruling: Ruling
    relation: Relation | None
    why: str
    at: datetime


class SimilarRow(NamedTuple):
    """How many pairs of a case are settled so, and the newest of them."""

    relation: Relation
    pairs: int
    newest_id: int


class Twice(NamedTuple):
    """Pairs with two tags or more, and those of them whose tags differ."""

    pairs: int
    differing: int


class Disputes:
    """The workbench of adjudicators."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, reviewer_id: int, case_id: int | None = None) -> Waiting:
        """For the top bar, the head of the workbench and the tab of a case."""
        query = _WAITING if case_id is None else _WAITING_IN_CASE
        row = self._connection.execute(query, {"me": reviewer_id, "case": case_id}).one()
        return Waiting(int(row[0]), int(row[1]))

    def at(
        self, stage: Stage, reviewer_id: int, limit: int, *,
        case_id: int | None = None, after: int | None = None,
    ) -> list[DisputeRow]:
        """Disputes of a stage that this adjudicator did not tag, the oldest first.

        `after` is the pair that the page before ended with; one that is no dispute begins anew.
        """
        query = _AT if case_id is None else _AT_IN_CASE
        values: dict[str, Any] = {"stage": stage.value, "me": reviewer_id, "limit": limit,
                                  "case": case_id}
        if after is not None:
            query, values = query.where(_LATER), {**values, "after": after}
        return [_row(row) for row in self._connection.execute(query, values)]

    def decided(self, reviewer_id: int, limit: int, *, case_id: int | None = None,
                ) -> list[DisputeRow]:
        """Disputes that were settled or left unresolved, the newest decision first."""
        query = _DECIDED if case_id is None else _DECIDED_IN_CASE
        values = {"me": reviewer_id, "limit": limit, "case": case_id}
        return [_row(row) for row in self._connection.execute(query, values)]

    def tags(self, pair_ids: Sequence[int]) -> dict[int, list[tuple[int, Relation]]]:
        """The tags of up to 500 pairs: who (by id) says what."""
        found: dict[int, list[tuple[int, Relation]]] = defaultdict(list)
        if pair_ids:
            for pair_id, who, relation in self._connection.execute(
                    _TAGS, {"ids": list(pair_ids)}):
                found[pair_id].append((who, Relation(relation)))
        return found

    def asked(self, reviewer_id: int) -> list[int]:
        """Up to 100 pairs that this reviewer tagged and is asked to discuss, the oldest first."""
        return list(self._connection.scalars(_ASKED, {"me": reviewer_id}))

    def steps(self, pair_id: int) -> list[StepRow]:
        """Every decision on the pair, the oldest first."""
        return [StepRow(row.id, row.name, row.letter, Ruling(row.ruling),
                        None if row.relation is None else Relation(row.relation), row.why,
                        row.decided_at)
                for row in self._connection.execute(_STEPS, {"pair": pair_id})]

    def similar(self, case_id: int, reason: Reason, pair_id: int) -> list[SimilarRow]:
        """Other pairs of the case with this reason that are settled, most frequent first."""
        values = {"case": case_id, "reason": reason.value, "pair": pair_id}
        return [SimilarRow(Relation(relation), count, newest)
                for relation, count, newest in self._connection.execute(_SIMILAR, values)]

    def twice(self, case_id: int | None = None) -> Twice:
        """How often people agree; reads every tag, so for a page without a dispute only."""
        query = _TWICE if case_id is None else _TWICE_IN_CASE
        row = self._connection.execute(query, {"case": case_id}).one()
        return Twice(int(row[0]), int(row[1]))


def _row(row: AnyRow) -> DisputeRow:
    return DisputeRow(
        row.id, row.number, row.case, Reason(row.reason), row.first_source, row.second_source,
        Stage(row.stage), row.since, None if row.settled is None else Relation(row.settled),
    )


_mine, _then = standing_tags.alias("mine"), disputes.alias("then")
_later = decisions.alias("later")
_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_limit: BindParameter[Any] = bindparam("limit", type_=pairs.c.id.type)

_not_mine = not_(exists().where(
    _mine.c.pair_id == disputes.c.pair_id, _mine.c.reviewer_id == ME))
_in_case = disputes.c.case_id == bindparam("case")

_OPEN = (
    select(func.count(), func.count(disputes.c.case_id.distinct()))
    .select_from(disputes)
    .join(pairs, and_(pairs.c.id == disputes.c.pair_id, not_(pairs.c.is_gone)))
)
_WAITING = _OPEN.where(disputes.c.stage == Stage.OPEN.value, _not_mine)
_WAITING_IN_CASE = _WAITING.where(_in_case)

_ROWS = with_both_sides(
    select(
        pairs.c.id, pairs.c.number, cases.c.name.label("case"), suggestions.c.reason,
        s1.c.name.label("first_source"), s2.c.name.label("second_source"), disputes.c.stage,
        disputes.c.since, settlements.c.relation.label("settled"),
    )
    .select_from(disputes)
    .join(pairs, and_(pairs.c.id == disputes.c.pair_id, not_(pairs.c.is_gone)))
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .join(cases, cases.c.id == pairs.c.case_id)
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .where(_not_mine)
    .limit(_limit),
)

_AT = _ROWS.where(disputes.c.stage == bindparam("stage")).order_by(
    disputes.c.since, disputes.c.pair_id)
_AT_IN_CASE = _AT.where(_in_case)

_LATER = not_(exists().where(
    _then.c.pair_id == bindparam("after"),
    or_(_then.c.since > disputes.c.since,
        and_(_then.c.since == disputes.c.since, _then.c.pair_id >= disputes.c.pair_id))))


def _newest(*conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        _ROWS.join(decisions, decisions.c.pair_id == disputes.c.pair_id)
        .where(
            disputes.c.stage.in_([Stage.SETTLED.value, Stage.UNRESOLVED.value]),
            not_(exists().where(_later.c.pair_id == decisions.c.pair_id,
                                _later.c.id > decisions.c.id)),
            *conditions,
        )
        .order_by(decisions.c.id.desc())
    )


_DECIDED, _DECIDED_IN_CASE = _newest(), _newest(_in_case)

_ASKED = (
    select(disputes.c.pair_id)
    .join(pairs, and_(pairs.c.id == disputes.c.pair_id, not_(pairs.c.is_gone)))
    .join(_mine, and_(_mine.c.pair_id == disputes.c.pair_id, _mine.c.reviewer_id == ME))
    .where(disputes.c.stage == Stage.DISCUSSED.value)
    .order_by(disputes.c.since, disputes.c.pair_id)
    .limit(100)
)

_TAGS = select(
    standing_tags.c.pair_id, standing_tags.c.reviewer_id, standing_tags.c.relation,
).where(standing_tags.c.pair_id.in_(_ids))

_STEPS = (
    select(decisions.c.id, reviewers.c.name, reviewers.c.letter, decisions.c.ruling,
           decisions.c.relation, decisions.c.why, decisions.c.decided_at)
    .join(reviewers, reviewers.c.id == decisions.c.reviewer_id)
    .where(decisions.c.pair_id == bindparam("pair"))
    .order_by(decisions.c.id)
)

_SIMILAR = (
    select(settlements.c.relation, func.count(), func.max(settlements.c.pair_id))
    .join(pairs, pairs.c.id == settlements.c.pair_id)
    .join(suggestions, suggestions.c.pair_id == settlements.c.pair_id)
    .join(disputes, disputes.c.pair_id == settlements.c.pair_id)
    .where(pairs.c.case_id == bindparam("case"), suggestions.c.reason == bindparam("reason"),
           pairs.c.id != bindparam("pair"), not_(pairs.c.is_gone))
    .group_by(settlements.c.relation)
    .order_by(func.count().desc(), settlements.c.relation)
)


def _twice(*, in_case: bool) -> Select[Any]:
    told = select(standing_tags.c.pair_id).group_by(standing_tags.c.pair_id).having(
        func.count() > 1)
    differing = select(func.count()).select_from(disputes)
    if in_case:
        told = told.join(pairs, pairs.c.id == standing_tags.c.pair_id).where(
            pairs.c.case_id == bindparam("case"))
        differing = differing.where(_in_case)
    return select(select(func.count()).select_from(told.subquery()).scalar_subquery(),
                  differing.scalar_subquery())


_TWICE, _TWICE_IN_CASE = _twice(in_case=False), _twice(in_case=True)
