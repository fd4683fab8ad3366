"""What a list of pairs holds: its zones and orders, and the conditions that narrow it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, exists, not_, select

from app.domain.pairs import Reason, Relation
from app.store.queue_tables import assignments
from app.store.tables import (
    articles,
    claims,
    pairs,
    settlements,
    skips,
    standing_tags,
    suggestions,
)


class Zone(StrEnum):
    """A part of a list, by what this reviewer did with its pairs.

    A settled pair takes no more tags, so it is neither untagged nor skipped: to a reviewer who
    never tagged it, it is SETTLED (a count, not a part of a list).
    """

    ANY = "any"
    OPEN_OR_TAGGED = "open_or_tagged"
    UNTAGGED = "untagged"
    TAGGED = "tagged"
    SKIPPED = "skipped"
    SETTLED = "settled"


class Order(StrEnum):
    """How the zones but SKIPPED are ordered."""

    CONFLICTS = "conflicts"
    NUMBER = "number"
    NEWEST = "newest"
    REASON = "reason"
    SOURCE = "source"
    FEWEST = "fewest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which pairs a list holds. Empty and None filter nothing; see the page's QueueFilter."""

    reviewer_id: int
    case_id: int | None = None
    topic_id: int | None = None
    tagged: tuple[Relation, ...] = ()
    suggested: tuple[Relation, ...] = ()
    reasons: tuple[Reason, ...] = ()
    source_ids: tuple[int, ...] = ()
    disputed: bool = False
    assigned: bool = False
    order: Order = Order.CONFLICTS


Key = tuple[Any, ...]
"""Where a pair stands in its zone; comes from `Listing.key_of` and goes into `Listing.ids`."""


class Shape(NamedTuple):
    """What a select looks like apart from its values, so that each is built once."""

    zone: Zone
    order: Order
    backwards: bool
    keyed: bool
    case: bool
    topic: bool
    tagged: bool
    suggested: bool
    reasons: bool
    sources: bool
    disputed: bool
    assigned: bool
    among: bool


def shape_of(
    wanted: Wanted, zone: Zone, *, keyed: bool = False, backwards: bool = False,
    among: bool = False,
) -> Shape:
    """The shape of a list's select."""
    return Shape(
        zone=zone, order=wanted.order, backwards=backwards, keyed=keyed,
        case=wanted.case_id is not None, topic=wanted.topic_id is not None,
        tagged=bool(wanted.tagged), suggested=bool(wanted.suggested),
        reasons=bool(wanted.reasons), sources=bool(wanted.source_ids), disputed=wanted.disputed,
        assigned=wanted.assigned, among=among,
    )


def values_of(wanted: Wanted) -> dict[str, Any]:
    """The values for the bind parameters of `conditions`."""
    return {
        "me": wanted.reviewer_id, "case": wanted.case_id, "topic": wanted.topic_id,
        "tagged": wanted.tagged, "suggested": wanted.suggested, "reasons": wanted.reasons,
        "sources": wanted.source_ids,
    }


ME: ColumnElement[int] = bindparam("me", type_=standing_tags.c.reviewer_id.type)

_my_tag = standing_tags.alias("my_tag")
_my_skip = skips.alias("my_skip")
_decision = settlements.alias("decision")

i_tagged = exists().where(_my_tag.c.pair_id == pairs.c.id, _my_tag.c.reviewer_id == ME)
is_settled = exists().where(_decision.c.pair_id == pairs.c.id)
i_skipped = exists().where(_my_skip.c.pair_id == pairs.c.id, _my_skip.c.reviewer_id == ME)
live = and_(suggestions.c.pair_id == pairs.c.id, not_(pairs.c.is_gone))
"""Joins a pair with its suggestion, if it is still suggested."""


def conditions(shape: Shape) -> list[ColumnElement[bool]]:
    """The filters of a list but for its zone; parameters as in `values_of`."""
    told: list[tuple[bool, ColumnElement[bool]]] = [
        (shape.case, _in_case),
        (shape.topic, pairs.c.topic_id == bindparam("topic")),
        (shape.tagged, _i_said),
        (shape.suggested, suggestions.c.relation.in_(bindparam("suggested", expanding=True))),
        (shape.reasons, suggestions.c.reason.in_(bindparam("reasons", expanding=True))),
        (shape.sources, _from_sources),
        (shape.disputed, _disputed),
        (shape.assigned, _assigned),
        (shape.among, pairs.c.id.in_(bindparam("among", expanding=True))),
    ]
    return [condition for is_asked, condition in told if is_asked]


_in_case = and_(suggestions.c.case_id == bindparam("case"), pairs.c.case_id == bindparam("case"))
"""Said of both, so that the index of either can give the order."""

_mine = standing_tags.alias("mine")
_theirs = standing_tags.alias("theirs")

_i_said = exists().where(
    _mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME,
    _mine.c.relation.in_(bindparam("tagged", expanding=True)))

_disputed = and_(
    exists().where(
        _mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME,
        _theirs.c.pair_id == pairs.c.id, _theirs.c.relation != _mine.c.relation),
    not_(is_settled),
)

_assigned = pairs.c.id.in_(
    select(assignments.c.pair_id).where(assignments.c.reviewer_id == ME))

_from_sources = exists().where(
    claims.c.id.in_([pairs.c.first_claim_id, pairs.c.second_claim_id]),
    articles.c.id == claims.c.article_id,
    articles.c.source_id.in_(bindparam("sources", expanding=True)))
