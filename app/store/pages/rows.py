"""Pairs as lists show them: both claims, the suggestion, my tag, and who else has tagged."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, and_, bindparam, select

from app.domain.claims import Span
from app.domain.pairs import Place, Reason, Relation
from app.store.columns import AnyRow
from app.store.pages.both_sides import c1, c2, s1, s2, with_both_sides
from app.store.pages.listing import ME
from app.store.tables import (
    cases,
    findings,
    pairs,
    reviewers,
    standing_tags,
    suggestions,
)


class SideRow(NamedTuple):
    """One claim of a pair, briefly, with the places that the deciding finding rests on."""

    span: Span
    paragraph: int
    source: str
    places: tuple[Place, ...]


class PairRow(NamedTuple):
    """A pair in a list. `others` are letters of those who tagged, never what they tagged."""

    id: int
    number: int
    case_id: int
    case: str
    reason: Reason
    suggested: Relation
    first: SideRow
    second: SideRow
    my_tag: Relation | None
    others: tuple[str, ...]


class PairRows:
    """Rows of lists."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, pair_ids: Sequence[int], reviewer_id: int) -> list[PairRow]:
        """The rows of up to 500 pairs, in the order asked for."""
        if not pair_ids:
            return []
        values = {"ids": list(pair_ids), "me": reviewer_id}
        others: dict[int, list[str]] = defaultdict(list)
        for pair_id, letter in self._connection.execute(_OTHERS, values):
            others[pair_id].append(letter)
        found = {row[0]: _row(row, tuple(others.get(row[0], ())))
                 for row in self._connection.execute(_ROWS, values)}
        return [found[pair_id] for pair_id in pair_ids if pair_id in found]


def places(stored: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    """Places as the store keeps them: pairs of start and end."""
    return tuple(Place(start, end) for start, end in stored)


_ids: BindParameter[Any] = bindparam("ids", expanding=True)

_ROWS = with_both_sides(
    select(
        pairs.c.id, pairs.c.number, pairs.c.case_id, cases.c.name, suggestions.c.reason,
        suggestions.c.relation, standing_tags.c.relation.label("mine"),
        c1.c.start.label("start1"), c1.c.end.label("end1"), c1.c.quote.label("quote1"),
        c1.c.paragraph.label("paragraph1"), s1.c.name.label("source1"),
        c2.c.start.label("start2"), c2.c.end.label("end2"), c2.c.quote.label("quote2"),
        c2.c.paragraph.label("paragraph2"), s2.c.name.label("source2"),
        findings.c.first_places, findings.c.second_places,
    )
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .join(cases, cases.c.id == pairs.c.case_id)
    .outerjoin(findings, and_(findings.c.pair_id == pairs.c.id, findings.c.position == 0))
    .outerjoin(standing_tags, and_(
        standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME))
    .where(pairs.c.id.in_(_ids)),
)

_OTHERS = (
    select(standing_tags.c.pair_id, reviewers.c.letter)
    .join(reviewers, reviewers.c.id == standing_tags.c.reviewer_id)
    .where(standing_tags.c.pair_id.in_(_ids), standing_tags.c.reviewer_id != ME)
    .order_by(standing_tags.c.pair_id, reviewers.c.id)
)

def _row(row: AnyRow, others: tuple[str, ...]) -> PairRow:
    (pair_id, number, case_id, case, reason, suggested, mine, start1, end1, quote1, paragraph1,
     source1, start2, end2, quote2, paragraph2, source2, places1, places2) = row
    return PairRow(
        id=pair_id, number=number, case_id=case_id, case=case, reason=Reason(reason),
        suggested=Relation(suggested),
        first=SideRow(Span(start=start1, end=end1, quote=quote1), paragraph1, source1,
                      places(places1 or ())),
        second=SideRow(Span(start=start2, end=end2, quote=quote2), paragraph2, source2,
                       places(places2 or ())),
        my_tag=None if mine is None else Relation(mine), others=others,
    )
