"""What sources told on topics that this reviewer may judge, over all cases."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, distinct, func, not_, or_, select

from app.domain.errors import NotFound
from app.domain.pairs import Reason, Relation, Strength
from app.store.claims import counts
from app.store.origin_tables import article_origins
from app.store.pages.grid import WEIGHTS
from app.store.pages.listing import ME
from app.store.tables import (
    answers,
    articles,
    cases,
    claims,
    pairs,
    settlements,
    sources,
    standing_tags,
    suggestions,
    topics,
)

_STRENGTHS = tuple(Strength)


class SourceRow(NamedTuple):
    """A source with its articles."""

    id: int
    name: str
    articles: int
    cases: int
    first_on: date | None
    last_on: date | None


class JudgedTopic(NamedTuple):
    """A topic of which the viewer may know what people said, none of it in dispute."""

    id: int
    case_id: int
    case: str
    label: str
    reason: Reason
    said: Relation
    is_framing: bool
    settled: bool
    last_on: date | None


class ToldRow(NamedTuple):
    """One claim's answer to a topic: whose it is, and whose text its article copies (its own, if
    it copies none)."""

    topic_id: int
    source_id: int
    origin_id: int
    source: str
    version: int
    value: str


class Outlets:
    """Sources as pages show them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[SourceRow]:
        """Every source that has an article, by name."""
        return [SourceRow(*row) for row in self._connection.execute(
            _SOURCES.order_by(sources.c.folded, sources.c.id))]

    def one(self, source_id: int) -> SourceRow:
        """A source. Raises NotFound."""
        row = self._connection.execute(
            _SOURCES.where(sources.c.id == source_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such source.")
        return SourceRow(*row)

    def changed(self, source_id: int) -> int:
        """How many articles of a source have more than one text."""
        query = select(func.count()).select_from(articles).where(
            articles.c.source_id == source_id, articles.c.revision_number > 1)
        return int(self._connection.execute(query).scalar_one())

    def topics(self, reviewer_id: int) -> list[JudgedTopic]:
        """Topics that are settled or undisputed, as far as this reviewer may know."""
        rows = self._connection.execute(_TOPICS, {"me": reviewer_id})
        return [JudgedTopic(
            row.id, row.case_id, row.case, row.label, Reason(row.reason),
            WEIGHTS[row.said], _STRENGTHS[row.strength] is Strength.FRAMING,
            bool(row.settled), row.last_on,
        ) for row in rows]

    def told(self, reviewer_id: int) -> list[ToldRow]:
        """What every source answered to these topics, in order of topics and sources."""
        return [ToldRow(*row) for row in self._connection.execute(_TOLD, {"me": reviewer_id})]


_SOURCES = (
    select(sources.c.id, sources.c.name, func.count(), func.count(distinct(articles.c.case_id)),
           func.min(articles.c.published_on), func.max(articles.c.published_on))
    .join(articles, articles.c.source_id == sources.c.id)
    .group_by(sources.c.id, sources.c.name, sources.c.folded)
)

_mine = standing_tags.alias("mine")
_theirs = standing_tags.alias("theirs")
_WEIGHT = {relation.value: weight for weight, relation in enumerate(WEIGHTS)}
_RANK = {strength.value: rank for rank, strength in enumerate(_STRENGTHS)}
_other = (
    select(func.count()).select_from(_theirs)
    .where(_theirs.c.pair_id == pairs.c.id, _theirs.c.relation != _mine.c.relation)
    .correlate(pairs, _mine).scalar_subquery()
)
"""On pairs that I tagged, how many others gave another tag."""

_judged = (
    select(
        pairs.c.topic_id, case(_RANK, value=suggestions.c.strength).label("strength"),
        func.coalesce(case(_WEIGHT, value=settlements.c.relation),
                      case(_WEIGHT, value=_mine.c.relation)).label("said"),
        settlements.c.id.label("settled"),
        case((and_(settlements.c.id.is_(None), _mine.c.pair_id.is_not(None)), _other),
             else_=0).label("disputed"),
    )
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(_mine, and_(_mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME))
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .where(pairs.c.topic_id.is_not(None), not_(pairs.c.is_gone),
           or_(_mine.c.pair_id.is_not(None), settlements.c.id.is_not(None)))
    .subquery("judged")
)
_stands = (
    select(_judged.c.topic_id, func.min(_judged.c.said).label("said"),
           func.min(_judged.c.strength).label("strength"),
           func.count(_judged.c.settled).label("settled"))
    .group_by(_judged.c.topic_id).having(func.max(_judged.c.disputed) == 0)
    .subquery("stands")
)

_last_on = (
    select(func.max(articles.c.published_on)).select_from(answers)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .where(answers.c.topic_id == topics.c.id).correlate(topics).scalar_subquery()
)
_TOPICS = (
    select(topics.c.id, topics.c.case_id, cases.c.name.label("case"), topics.c.label,
           topics.c.reason, _stands.c.said, _stands.c.strength, _stands.c.settled,
           _last_on.label("last_on"))
    .join(_stands, _stands.c.topic_id == topics.c.id)
    .join(cases, cases.c.id == topics.c.case_id)
    .order_by(topics.c.id)
)

_origin = articles.alias("origin")
_TOLD = (
    select(answers.c.topic_id, articles.c.source_id,
           func.coalesce(_origin.c.source_id, articles.c.source_id), sources.c.name,
           answers.c.version, answers.c.value)
    .select_from(answers)
    .join(_stands, _stands.c.topic_id == answers.c.topic_id)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .join(sources, sources.c.id == articles.c.source_id)
    .outerjoin(article_origins, article_origins.c.article_id == articles.c.id)
    .outerjoin(_origin, _origin.c.id == article_origins.c.origin_id)
    .where(counts)
    .order_by(answers.c.topic_id, articles.c.published_on, articles.c.id, claims.c.start)
)
