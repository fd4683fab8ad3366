"""The matrix: topics, what each source answers, and how far their pairs are reviewed.

What others tagged counts only on pairs that the viewer tagged (blind until you decide). A
settlement is nobody's single reading and is seen by everybody.
"""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, case, distinct, func, not_, select

from app.domain.errors import NotFound
from app.domain.pairs import Reason, Relation, Strength
from app.store.claims import counts
from app.store.origin_tables import article_origins
from app.store.pages.listing import ME
from app.store.tables import (
    answers,
    articles,
    claims,
    pairs,
    settlements,
    sources,
    standing_tags,
    suggestions,
    topics,
)

WEIGHTS = (Relation.CONFLICT, Relation.RELATED, Relation.AGREE, Relation.UNRELATED)
"""Of several tags the first in this order gives a topic or a claim its state (design, section
8)."""

_STRENGTHS = tuple(Strength)


class TopicHead(NamedTuple):
    """A topic, from how many sources it has answers, and from how many if those that print one
    text are counted once."""

    id: int
    label: str
    reason: Reason
    sources: int
    origins: int = 0


class Tally(NamedTuple):
    """What this viewer may know of the pairs of a topic.

    `said` is the weightiest thing that people said: a settlement, else on pairs that I tagged
    my own tag and those of others; None if nothing was. `confirmed` and `likely` are the
    strongest suggestions among conflicts that people confirmed, and among those that wait.
    `waiting` counts pairs that wait for my tag. `disputed`: tags differ on a pair of mine, and
    nobody has settled it.
    """

    topic_id: int
    pairs: int
    tagged: int
    waiting: int
    said: Relation | None
    confirmed: Strength | None
    likely: Strength | None
    settled: bool
    disputed: bool


class ColumnRow(NamedTuple):
    """A source of the case with its first day and its claims."""

    id: int
    name: str
    first_on: date | None
    claims: int


class CellRow(NamedTuple):
    """One claim's answer to a topic."""

    topic_id: int
    source_id: int
    claim_id: int
    article_id: int
    value: str
    version: int
    quote: str


class Grid:
    """Rows, columns and cells of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def topics(self, case_id: int) -> list[TopicHead]:
        """Every topic of the case that has an answer, in the order in which they stand."""
        rows = self._connection.execute(_TOPICS, {"case": case_id})
        return [TopicHead(row.id, row.label, Reason(row.reason), row.sources, row.origins)
                for row in rows]

    def label(self, case_id: int | None, topic_id: int) -> str:
        """A topic's label. Raises NotFound, also if it belongs to another case."""
        found = self._connection.execute(_LABEL, {"topic": topic_id}).one_or_none()
        if found is None or case_id not in {None, found.case_id}:
            raise NotFound("There is no such topic.")
        return str(found.label)

    def tallies(self, case_id: int, reviewer_id: int) -> list[Tally]:
        """The pairs of each topic, counted by what the viewer may see of them."""
        rows = self._connection.execute(_TALLIES, {"case": case_id, "me": reviewer_id})
        return [Tally(
            row.topic_id, row.pairs, int(row.tagged), int(row.waiting),
            None if row.said is None else WEIGHTS[row.said],
            None if row.confirmed is None else _STRENGTHS[row.confirmed],
            None if row.likely is None else _STRENGTHS[row.likely],
            bool(row.settled), bool(row.disputed),
        ) for row in rows]

    def columns(self, case_id: int) -> list[ColumnRow]:
        """The sources of the case in order of publication."""
        return [ColumnRow(*row) for row in self._connection.execute(_COLUMNS, {"case": case_id})]

    def cells(self, topic_ids: list[int]) -> list[CellRow]:
        """The answers to up to 500 topics, in order of publication and place."""
        rows = self._connection.execute(_CELLS, {"topics": topic_ids}) if topic_ids else ()
        return [CellRow(*row) for row in rows]


_LABEL = select(topics.c.label, topics.c.case_id).where(topics.c.id == bindparam("topic"))

_origin = articles.alias("origin")
_TOPICS = (
    select(topics.c.id, topics.c.label, topics.c.reason,
           func.count(distinct(articles.c.source_id)).label("sources"),
           func.count(distinct(func.coalesce(_origin.c.source_id, articles.c.source_id)))
           .label("origins"))
    .join(answers, answers.c.topic_id == topics.c.id)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .outerjoin(article_origins, article_origins.c.article_id == articles.c.id)
    .outerjoin(_origin, _origin.c.id == article_origins.c.origin_id)
    .where(topics.c.case_id == bindparam("case"))
    .group_by(topics.c.id, topics.c.label, topics.c.reason, topics.c.position)
    .order_by(topics.c.position, topics.c.id)
)

_mine = standing_tags.alias("mine")
_theirs = standing_tags.alias("theirs")
_WEIGHT = {relation.value: weight for weight, relation in enumerate(WEIGHTS)}
_RANK = {strength.value: rank for rank, strength in enumerate(_STRENGTHS)}
_CONFLICT = _WEIGHT[Relation.CONFLICT.value]

_differing = case((_mine.c.pair_id.is_not(None), select(
    func.min(case(_WEIGHT, value=_theirs.c.relation)))
    .where(_theirs.c.pair_id == pairs.c.id, _theirs.c.relation != _mine.c.relation)
    .scalar_subquery()))
"""On pairs that I tagged, the weightiest tag of others that differs from mine."""

_pairs = (
    select(
        pairs.c.topic_id, case(_RANK, value=suggestions.c.strength).label("rank"),
        (suggestions.c.relation == Relation.CONFLICT.value).label("is_likely"),
        case(_WEIGHT, value=_mine.c.relation).label("mine"), _differing.label("theirs"),
        case(_WEIGHT, value=settlements.c.relation).label("settled"),
    )
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(_mine, and_(_mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME))
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .where(pairs.c.case_id == bindparam("case"), pairs.c.topic_id.is_not(None),
           not_(pairs.c.is_gone))
    .subquery("told")
)
_said = case(
    (_pairs.c.settled.is_not(None), _pairs.c.settled),
    (_pairs.c.theirs < _pairs.c.mine, _pairs.c.theirs),
    else_=_pairs.c.mine,
)

_TALLIES = select(
    _pairs.c.topic_id, func.count().label("pairs"), func.count(_pairs.c.mine).label("tagged"),
    func.count(case((and_(_pairs.c.mine.is_(None), _pairs.c.settled.is_(None)), 1)))
    .label("waiting"),
    func.min(_said).label("said"),
    func.min(case((_said == _CONFLICT, _pairs.c.rank))).label("confirmed"),
    func.min(case((and_(_pairs.c.is_likely, _said.is_(None)), _pairs.c.rank))).label("likely"),
    func.count(_pairs.c.settled).label("settled"),
    func.count(case((_pairs.c.settled.is_(None), _pairs.c.theirs))).label("disputed"),
).group_by(_pairs.c.topic_id)

_first_on = func.min(articles.c.published_on)

_COLUMNS = (
    select(sources.c.id, sources.c.name, _first_on, func.count(claims.c.id))
    .select_from(articles)
    .join(sources, sources.c.id == articles.c.source_id)
    .outerjoin(claims, and_(claims.c.article_id == articles.c.id, counts))
    .where(articles.c.case_id == bindparam("case"))
    .group_by(sources.c.id, sources.c.name)
    .order_by(_first_on.is_(None), _first_on, func.min(articles.c.id))
)

_CELLS = (
    select(answers.c.topic_id, articles.c.source_id, claims.c.id, claims.c.article_id,
           answers.c.value, answers.c.version, claims.c.quote)
    .select_from(answers)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .where(answers.c.topic_id.in_(bindparam("topics", expanding=True)))
    .order_by(articles.c.published_on, articles.c.id, claims.c.position)
)
