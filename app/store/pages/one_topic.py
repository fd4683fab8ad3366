"""One topic with all its claims and the pairs between them."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, case, distinct, func, not_, select

from app.domain.claims import Span
from app.domain.errors import NotFound
from app.domain.pairs import PairKey, Place, Reason, Relation
from app.store.columns import AnyRow
from app.store.pages.listing import ME
from app.store.tables import (
    answers,
    articles,
    cases,
    claims,
    findings,
    pairs,
    reviewers,
    settlements,
    sources,
    standing_tags,
    suggestions,
    tags,
    topics,
)


class OneTopicRow(NamedTuple):
    """A topic and its case."""

    id: int
    case_id: int
    case: str
    label: str
    reason: Reason


class TopicClaimRow(NamedTuple):
    """A claim that answers the topic."""

    id: int
    article_id: int
    source_id: int
    source: str
    title: str
    published_on: date | None
    paragraph: int
    span: Span
    value: str
    version: int


class BetweenRow(NamedTuple):
    """A pair of two claims of the topic, with my own tag on it.

    `topic_id` is the topic that the pair belongs to, which may be another one that both claims
    answer too. `mine_given` counts all answers that I ever gave it.
    """

    id: int
    topic_id: int | None
    number: int
    key: PairKey
    version: int
    is_gone: bool
    reason: Reason
    suggested: Relation
    mine: Relation | None
    mine_given: int
    settled: Relation | None


class ValueRow(NamedTuple):
    """What a finding says of both claims of a pair, and on which words."""

    key: PairKey
    reason: Reason
    relation: Relation
    because: str
    what: str
    values: tuple[str, str]
    places: tuple[tuple[Place, ...], tuple[Place, ...]]


class StepRow(NamedTuple):
    """A topic of the case, with how far I came in its pairs."""

    id: int
    pairs: int
    tagged: int


class WorkerRow(NamedTuple):
    """Somebody who tagged pairs of the topic: how many, and when last; never what."""

    reviewer_id: int
    name: str
    letter: str
    pairs: int
    with_note: int
    at: datetime


class OneTopic:
    """Everything about one topic."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self, topic_id: int) -> OneTopicRow:
        """The topic. Raises NotFound."""
        row = self._connection.execute(_HEAD, {"topic": topic_id}).one_or_none()
        if row is None:
            raise NotFound("There is no such topic.")
        return OneTopicRow(row.id, row.case_id, row.name, row.label, Reason(row.reason))

    def claims(self, topic_id: int) -> list[TopicClaimRow]:
        """The claims that answer it, in order of publication and place."""
        return [_claim(row) for row in self._connection.execute(_CLAIMS, {"topic": topic_id})]

    def between(self, topic_id: int, reviewer_id: int) -> list[BetweenRow]:
        """The pairs between its claims by number, those gone too."""
        values = {"topic": topic_id, "me": reviewer_id}
        return [BetweenRow(
            row.id, row.topic_id, row.number, PairKey(row.first_claim_id, row.second_claim_id),
            row.version, bool(row.is_gone), Reason(row.reason), Relation(row.relation),
            _relation(row.mine), row.mine_given, _relation(row.settled),
        ) for row in self._connection.execute(_BETWEEN, values)]

    def pairs_among(self, claim_ids: list[int]) -> set[PairKey]:
        """The pairs of which both claims are among these, up to 500."""
        rows = self._connection.execute(_AMONG, {"claims": claim_ids[:500]}) if claim_ids else ()
        return {PairKey(*row) for row in rows}

    def values(self, topic_id: int) -> list[ValueRow]:
        """What the findings of its pairs compare, pair by pair, the deciding ones first."""
        return [ValueRow(
            PairKey(row.first_claim_id, row.second_claim_id), Reason(row.reason),
            Relation(row.relation), row.because, row.what, (row.first_value, row.second_value),
            (_places(row.first_places), _places(row.second_places)),
        ) for row in self._connection.execute(_VALUES, {"topic": topic_id})]

    def steps(self, case_id: int, reviewer_id: int) -> list[StepRow]:
        """The topics of a case that have pairs: those with likely conflicts first, strict ones
        before tension before framing, in an order that my tags do not change."""
        values = {"case": case_id, "me": reviewer_id}
        return [StepRow(row.id, row.pairs, row.tagged)
                for row in self._connection.execute(_STEPS, values)]

    def workers(self, topic_id: int) -> list[WorkerRow]:
        """Who tagged pairs of the topic, in order of reviewers."""
        return [WorkerRow(*row)
                for row in self._connection.execute(_WORKERS, {"topic": topic_id})]


def _relation(stored: str | None) -> Relation | None:
    return None if stored is None else Relation(stored)


def _places(stored: list[list[int]]) -> tuple[Place, ...]:
    return tuple(Place(start, end) for start, end in stored)


def _claim(row: AnyRow) -> TopicClaimRow:
    return TopicClaimRow(
        row.id, row.article_id, row.source_id, row.name, row.title, row.published_on,
        row.paragraph, Span(start=row.start, end=row.end, quote=row.quote), row.value,
        row.version)


_HEAD = (
    select(topics.c.id, topics.c.case_id, cases.c.name, topics.c.label, topics.c.reason)
    .join(cases, cases.c.id == topics.c.case_id)
    .where(topics.c.id == bindparam("topic"))
)

_CLAIMS = (
    select(claims.c.id, claims.c.article_id, articles.c.source_id, sources.c.name,
           articles.c.title, articles.c.published_on, claims.c.paragraph, claims.c.start,
           claims.c.end, claims.c.quote, answers.c.value, answers.c.version)
    .select_from(answers)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .join(sources, sources.c.id == articles.c.source_id)
    .where(answers.c.topic_id == bindparam("topic"))
    .order_by(articles.c.published_on.is_(None), articles.c.published_on, articles.c.id,
              claims.c.position)
)

_one, _other = answers.alias("one"), answers.alias("other")
_inside = (
    pairs.join(_one, and_(_one.c.claim_id == pairs.c.first_claim_id,
                          _one.c.topic_id == bindparam("topic")))
    .join(_other, and_(_other.c.claim_id == pairs.c.second_claim_id,
                       _other.c.topic_id == bindparam("topic")))
)
_mine = and_(standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME)

_BETWEEN = (
    select(
        pairs.c.id, pairs.c.topic_id, pairs.c.number, pairs.c.first_claim_id,
        pairs.c.second_claim_id, pairs.c.version, pairs.c.is_gone, suggestions.c.reason,
        suggestions.c.relation,
        standing_tags.c.relation.label("mine"),
        select(func.count()).select_from(tags)
        .where(tags.c.pair_id == pairs.c.id, tags.c.reviewer_id == ME)
        .scalar_subquery().label("mine_given"),
        settlements.c.relation.label("settled"),
    )
    .select_from(_inside)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(standing_tags, _mine)
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .order_by(pairs.c.number)
)

_AMONG = select(pairs.c.first_claim_id, pairs.c.second_claim_id).where(
    pairs.c.first_claim_id.in_(bindparam("claims", expanding=True)),
    pairs.c.second_claim_id.in_(bindparam("claims", expanding=True)), not_(pairs.c.is_gone))

_VALUES = (
    select(pairs.c.first_claim_id, pairs.c.second_claim_id, findings.c.reason,
           findings.c.relation, findings.c.because, findings.c.what, findings.c.first_value,
           findings.c.second_value, findings.c.first_places, findings.c.second_places)
    .select_from(_inside)
    .join(findings, findings.c.pair_id == pairs.c.id)
    .where(not_(pairs.c.is_gone))
    .order_by(findings.c.position, pairs.c.number)
)

_WEIGHT = {"strict": 0, "tension": 1, "framing": 2}
_likely = func.min(case((suggestions.c.relation == Relation.CONFLICT.value,
                         case(_WEIGHT, value=suggestions.c.strength)), else_=3))
_STEPS = (
    select(topics.c.id, func.count().label("pairs"),
           func.count(standing_tags.c.pair_id).label("tagged"))
    .join(pairs, and_(pairs.c.topic_id == topics.c.id, not_(pairs.c.is_gone)))
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(standing_tags, _mine)
    .where(topics.c.case_id == bindparam("case"))
    .group_by(topics.c.id, topics.c.position)
    .order_by(_likely, topics.c.position, topics.c.id)
)

_WORKERS = (
    select(reviewers.c.id, reviewers.c.name, reviewers.c.letter,
           func.count(distinct(pairs.c.id)), func.count(func.nullif(tags.c.note, "")),
           func.max(tags.c.tagged_at))
    .select_from(_inside)
    .join(standing_tags, standing_tags.c.pair_id == pairs.c.id)
    .join(tags, tags.c.id == standing_tags.c.tag_id)
    .join(reviewers, reviewers.c.id == standing_tags.c.reviewer_id)
    .where(not_(pairs.c.is_gone))
    .group_by(reviewers.c.id, reviewers.c.name, reviewers.c.letter)
    .order_by(reviewers.c.id)
)
