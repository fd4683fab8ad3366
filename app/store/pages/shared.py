"""Findings that show in several pairs."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, and_, bindparam, exists, not_, select

from app.domain.pairs import Reason, Relation
from app.store.columns import AnyRow
from app.store.dispute_tables import disputes
from app.store.pages.both_sides import c1, c2, s1, s2, with_both_sides
from app.store.pages.listing import ME
from app.store.queue_tables import shared_findings
from app.store.tables import findings, pairs, settlements, standing_tags, topics


class Where(NamedTuple):
    """A place where a value stands."""

    source: str
    paragraph: int
    in_title: bool


class MemberRow(NamedTuple):
    """A pair of a finding, with what its deciding finding says of it."""

    id: int
    finding: str
    topic: str
    number: int
    reason: Reason
    suggested: Relation
    what: str
    because: str
    values: tuple[str, str]
    places: tuple[Where, Where]
    quotes: tuple[str, str]
    is_mine: bool
    is_settled: bool
    is_disputed: bool


class Shared:
    """What ties pairs together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def findings_of(self, pair_ids: Sequence[int]) -> dict[int, str]:
        """Pair id to the id of its finding, for up to 500 pairs.

        A pair on no topic is left out: like values alone do not make one matter.
        """
        rows = self._connection.execute(_NAMES, {"ids": list(pair_ids)})
        return {row.pair_id: _finding_id(row.finding, row.topic_id) for row in rows}

    def pairs_of(self, finding_id: str) -> list[int]:
        """The pairs of a finding that are suggested now, by number."""
        name, _, topic = finding_id.rpartition("-")
        values = {"names": [name], "topic": int(topic) if topic.isdecimal() else 0}
        return list(self._connection.scalars(_PAIRS_OF, values))

    def members(self, finding_ids: Sequence[str], reviewer_id: int) -> dict[str, list[MemberRow]]:
        """The pairs of up to 500 findings by number."""
        found: dict[str, list[MemberRow]] = {finding_id: [] for finding_id in finding_ids}
        if found:
            names = sorted({finding_id.rpartition("-")[0] for finding_id in finding_ids})
            for row in self._connection.execute(_MEMBERS, {"names": names, "me": reviewer_id}):
                members = found.get(_finding_id(row.finding, row.topic_id))
                if members is not None:
                    members.append(_member(row))
        return found

def _finding_id(name: str, topic_id: int) -> str:
    """A finding is one matter: its name, on one topic."""
    return f"{name}-{topic_id}"


def _member(row: AnyRow) -> MemberRow:
    return MemberRow(
        id=row.id, finding=_finding_id(row.finding, row.topic_id),
        topic=row.label, number=row.number, reason=Reason(row.reason),
        suggested=Relation(row.relation), what=row.what, because=row.because,
        values=(row.first_value, row.second_value),
        places=(Where(row.source1, row.paragraph1, row.title1),
                Where(row.source2, row.paragraph2, row.title2)),
        quotes=(row.quote1, row.quote2), is_mine=row.mine is not None,
        is_settled=bool(row.is_settled), is_disputed=bool(row.is_disputed),
    )


_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_names: BindParameter[Any] = bindparam("names", expanding=True)

_NAMES = (
    select(pairs.c.id.label("pair_id"), pairs.c.topic_id, shared_findings.c.finding)
    .join(shared_findings, shared_findings.c.pair_id == pairs.c.id)
    .where(pairs.c.id.in_(_ids), pairs.c.topic_id.is_not(None))
)

_PAIRS_OF = (
    select(pairs.c.id)
    .join(shared_findings, shared_findings.c.pair_id == pairs.c.id)
    .where(shared_findings.c.finding.in_(_names), not_(pairs.c.is_gone),
           pairs.c.topic_id == bindparam("topic"))
    .order_by(pairs.c.number)
)

_decided = exists().where(settlements.c.pair_id == pairs.c.id).correlate(pairs)

SIDES = (
    with_both_sides(select(
        pairs.c.id, pairs.c.number, pairs.c.case_id, pairs.c.topic_id, topics.c.label,
        pairs.c.first_claim_id, pairs.c.second_claim_id,
        standing_tags.c.relation.label("mine"), findings.c.reason, findings.c.relation,
        findings.c.what, findings.c.because, findings.c.first_value, findings.c.second_value,
        c1.c.paragraph.label("paragraph1"), s1.c.name.label("source1"),
        c1.c.in_title.label("title1"), c1.c.quote.label("quote1"),
        c2.c.paragraph.label("paragraph2"), s2.c.name.label("source2"),
        c2.c.in_title.label("title2"), c2.c.quote.label("quote2"),
    ).select_from(pairs))
    .join(findings, and_(findings.c.pair_id == pairs.c.id, findings.c.position == 0))
    .outerjoin(topics, topics.c.id == pairs.c.topic_id)
    .outerjoin(standing_tags, and_(
        standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME))
)
"""Pairs with both claims, the deciding finding and my tag."""

_MEMBERS = (
    SIDES.add_columns(
        shared_findings.c.finding, _decided.label("is_settled"),
        and_(standing_tags.c.pair_id.is_not(None),
             exists().where(disputes.c.pair_id == pairs.c.id).correlate(pairs)
             ).label("is_disputed"))
    .join(shared_findings, shared_findings.c.pair_id == pairs.c.id)
    .where(shared_findings.c.finding.in_(_names), not_(pairs.c.is_gone),
           pairs.c.topic_id.is_not(None))
    .order_by(pairs.c.number)
)
"""What others tagged shows in a dispute alone, and that only to those who tagged the pair."""
