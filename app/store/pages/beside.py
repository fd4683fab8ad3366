"""What stands beside a pair: its topic in all sources, and the other pairs of its case."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, func, not_, select

from app.domain.pairs import Relation
from app.store.pages.both_sides import c1, c2, s1, s2, with_both_sides
from app.store.pages.listing import ME
from app.store.portion_tables import portions_by_kind, progress_by_kind
from app.store.tables import (
    answers,
    articles,
    claims,
    pairs,
    skips,
    sources,
    standing_tags,
)


class AnswerRow(NamedTuple):
    """What a source answers to a topic."""

    source_id: int
    value: str


class SourceRow(NamedTuple):
    """A source of a case."""

    id: int
    name: str


class TopicPairRow(NamedTuple):
    """Another pair on the topic, with my own tag."""

    pair_id: int
    first_source: str
    second_source: str
    first_paragraph: int
    second_paragraph: int
    my_tag: Relation | None


class TickRow(NamedTuple):
    """A pair in the strip."""

    pair_id: int
    is_tagged: bool
    is_skipped: bool


class ProgressRow(NamedTuple):
    """How far this reviewer came in a case."""

    total: int
    tagged: int
    skipped: int


class Beside:
    """The surroundings of one pair."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def answers(self, topic_id: int) -> list[AnswerRow]:
        """What each source answers to the topic, in order of articles and places."""
        rows = self._connection.execute(_ANSWERS, {"topic": topic_id})
        return [AnswerRow(*row) for row in rows]

    def sources_of(self, case_id: int) -> list[SourceRow]:
        """The sources of a case in order of publication."""
        rows = self._connection.execute(_SOURCES, {"case": case_id})
        return [SourceRow(row.id, row.name) for row in rows]

    def on_topic(self, topic_id: int, pair_id: int, reviewer_id: int, limit: int,
                 ) -> list[TopicPairRow]:
        """Other pairs on the topic by number."""
        values = {"topic": topic_id, "pair": pair_id, "me": reviewer_id, "limit": limit}
        rows = self._connection.execute(_ON_TOPIC, values)
        found = [TopicPairRow(*row) for row in rows]
        return [one._replace(my_tag=Relation(one.my_tag)) if one.my_tag else one for one in found]

    def numbers(self, pair_ids: Sequence[int]) -> dict[int, int]:
        """Pair id to number, for a few pairs."""
        rows = self._connection.execute(_NUMBERS, {"ids": list(pair_ids)}) if pair_ids else ()
        return {row[0]: row[1] for row in rows}

    def progress(self, case_id: int, reviewer_id: int) -> ProgressRow:
        """Pairs of the case, and those tagged and skipped by me."""
        row = self._connection.execute(_PROGRESS, {"case": case_id, "me": reviewer_id}).one()
        return ProgressRow(*map(int, row))

    def ticks(self, case_id: int, number: int, reviewer_id: int, most: int) -> list[TickRow]:
        """Up to `most` pairs around a number, in their order, that number among them."""
        values = {"case": case_id, "number": number, "me": reviewer_id, "limit": most}
        lower = self._connection.execute(_LOWER, values).all()
        upper = self._connection.execute(_UPPER, values).all()
        before = min(len(lower), max(most // 2, most - len(upper)))
        around = [*reversed(lower[:before]), *upper[:most - before]]
        return [TickRow(pair_id, bool(is_tagged), bool(is_skipped))
                for pair_id, is_tagged, is_skipped in around]


_ANSWERS = (
    select(articles.c.source_id, answers.c.value)
    .select_from(answers)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .where(answers.c.topic_id == bindparam("topic"))
    .order_by(articles.c.published_on, articles.c.id, claims.c.position)
)

_first_on = func.min(articles.c.published_on)

_SOURCES = (
    select(sources.c.id, sources.c.name)
    .join(articles, articles.c.source_id == sources.c.id)
    .where(articles.c.case_id == bindparam("case"))
    .group_by(sources.c.id, sources.c.name)
    .order_by(_first_on.is_(None), _first_on, func.min(articles.c.id))
)

_mine = and_(standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME)

_ON_TOPIC = (
    with_both_sides(select(
        pairs.c.id, s1.c.name, s2.c.name, c1.c.paragraph, c2.c.paragraph,
        standing_tags.c.relation).select_from(pairs))
    .outerjoin(standing_tags, _mine)
    .where(pairs.c.topic_id == bindparam("topic"), pairs.c.id != bindparam("pair"),
           not_(pairs.c.is_gone))
    .order_by(pairs.c.number)
    .limit(bindparam("limit", type_=pairs.c.id.type))
)

_in_case = and_(pairs.c.case_id == bindparam("case"), not_(pairs.c.is_gone))

_PROGRESS = select(
    select(func.coalesce(func.sum(portions_by_kind.c.pairs), 0))
    .where(portions_by_kind.c.case_id == bindparam("case")).scalar_subquery(),
    select(func.coalesce(func.sum(progress_by_kind.c.tagged), 0)).where(
        progress_by_kind.c.case_id == bindparam("case"), progress_by_kind.c.reviewer_id == ME)
    .scalar_subquery(),
    select(func.count()).select_from(skips).join(pairs, pairs.c.id == skips.c.pair_id)
    .where(skips.c.reviewer_id == ME, _in_case).scalar_subquery(),
)

_NUMBERS = select(pairs.c.id, pairs.c.number).where(
    pairs.c.id.in_(bindparam("ids", expanding=True)))

_TICKS = (
    select(pairs.c.id, standing_tags.c.pair_id.is_not(None), skips.c.pair_id.is_not(None))
    .select_from(pairs)
    .outerjoin(standing_tags, _mine)
    .outerjoin(skips, and_(skips.c.pair_id == pairs.c.id, skips.c.reviewer_id == ME))
    .limit(bindparam("limit", type_=pairs.c.id.type))
)
_LOWER = _TICKS.where(_in_case, pairs.c.number < bindparam("number")).order_by(
    pairs.c.number.desc())
_UPPER = _TICKS.where(
    pairs.c.case_id == bindparam("case"), pairs.c.number >= bindparam("number"),
    (not_(pairs.c.is_gone)) | (pairs.c.number == bindparam("number")),
).order_by(pairs.c.number)
