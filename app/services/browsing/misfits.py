"""Three of my tags that do not fit together, drawn as a triangle and told in words."""

from collections.abc import Sequence
from itertools import pairwise

from app.domain.people import Reviewer
from app.services.browsing import addresses
from app.services.pages.findings import Corner, Edge, Misfit
from app.store.pages.triangles import MisfitRow
from app.store.session import Store

MOST = 3
"""Triangles on one page; more are counted, and come when these are done with."""


def misfits_shown(store: Store, reviewer: Reviewer) -> tuple[Misfit, ...]:
    """The newest triangles of this reviewer that do not close. Nobody else's tags are in them."""
    return tuple(_misfit(rows) for rows in store.pages.triangles.newest(reviewer.id, MOST))


def _misfit(rows: Sequence[MisfitRow]) -> Misfit:
    conflict, *agreeing = rows
    corners = _corners(rows)
    one, other = (corners[claim_id] for claim_id in conflict.claims)
    [between] = [corner for corner in corners.values() if corner not in {one, other}]
    return Misfit(
        check_id="-".join(str(row.pair_id) for row in (conflict, *agreeing)),
        topic_id=conflict.topic_id, topic=conflict.topic, case=conflict.case,
        rule=f"If {one.letter} agrees with {between.letter} and {between.letter} agrees with "
             f"{other.letter}, {one.letter} cannot conflict with {other.letter} about the same "
             "question.",
        corners=tuple(corners.values()),
        edges=tuple(Edge(
            pair_id=row.pair_id, number=row.number, first=corners[min(row.claims)],
            second=corners[max(row.claims)], relation=row.relation, tagged_at=row.tagged_at,
            href=addresses.of_pair(row.pair_id),
        ) for row in sorted(rows, key=lambda row: row.number)),
        guess=_guess(conflict, agreeing),
    )


def _corners(rows: Sequence[MisfitRow]) -> dict[int, Corner]:
    """The three claims with a letter each, in the order in which they were read."""
    told = {claim_id: (source, paragraph) for row in rows for claim_id, source, paragraph in zip(
        row.claims, row.sources, row.paragraphs, strict=True)}
    return {claim_id: Corner(letter=letter, source=told[claim_id][0],
                             paragraph=told[claim_id][1])
            for letter, claim_id in zip("ABC", sorted(told), strict=True)}


def _guess(conflict: MisfitRow, agreeing: Sequence[MisfitRow]) -> str:
    """What the tags may turn on, if their findings differ; "" if they are about the same."""
    rows = (conflict, *agreeing)
    if all(before.reason is after.reason for before, after in pairwise(rows)):
        return ""
    turns = f"Pair {conflict.number} turns on {_matter(conflict)}"
    others = sorted({f"{_matter(row)} (pair {row.number})" for row in agreeing
                     if row.reason is not conflict.reason})
    return f"Most often the tags answered different questions. {turns}; {' and '.join(others)}."


def _matter(row: MisfitRow) -> str:
    values = ", ".join(value for value in row.values if value)
    return f"{row.reason.words.lower()}: {values}" if values else row.reason.words.lower()
