"""The matrix: topics, what each source answers, and how far their pairs are reviewed.

What others tagged counts only on pairs that the viewer tagged (blind until you decide). A
settlement is nobody's single reading and is seen by everybody.
"""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, case, distinct, func, not_, select

from app.domain.errors import NotFound
from app.domain.pairs import Reason, Relation, Strength
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


class TopicHead(NamedTuple):
    """A topic, and from how many sources it has answers."""

    id: int
    label: str
    reason: Reason
    sources: int


class Tally(NamedTuple):
    """So many pairs of a topic that look the same to this viewer.

    `mine` is my own tag, `theirs` the weightiest tag of others that differs from it: both None
    on pairs that I have not tagged, whatever others did.
    """

    topic_id: int
    suggested: Relation
    strength: Strength
    mine: Relation | None
    theirs: Relation | None
    settled: Relation | None
    pairs: int


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
        """Every topic of the case that has an answer, in the machine's order."""
        rows = self._connection.execute(_TOPICS, {"case": case_id})
        return [TopicHead(row.id, row.label, Reason(row.reason), row.sources) for row in rows]

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
            topic_id=row.topic_id, suggested=Relation(row.relation),
            strength=Strength(row.strength), mine=_relation(row.mine),
            theirs=None if row.differing is None else _BY_WEIGHT[row.differing],
            settled=_relation(row.settled), pairs=row.pairs,
        ) for row in rows]

    def columns(self, case_id: int) -> list[ColumnRow]:
        """The sources of the case in order of publication."""
        return [ColumnRow(*row) for row in self._connection.execute(_COLUMNS, {"case": case_id})]

    def cells(self, topic_ids: list[int]) -> list[CellRow]:
        """The answers to up to 500 topics, in order of publication and place."""
        rows = self._connection.execute(_CELLS, {"topics": topic_ids}) if topic_ids else ()
        return [CellRow(*row) for row in rows]


def _relation(stored: str | None) -> Relation | None:
    return None if stored is None else Relation(stored)


_LABEL = select(topics.c.label, topics.c.case_id).where(topics.c.id == bindparam("topic"))

_TOPICS = (
    select(topics.c.id, topics.c.label, topics.c.reason,
           func.count(distinct(articles.c.source_id)).label("sources"))
    .join(answers, answers.c.topic_id == topics.c.id)
    .join(claims, claims.c.id == answers.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .where(topics.c.case_id == bindparam("case"))
    .group_by(topics.c.id, topics.c.label, topics.c.reason, topics.c.position)
    .order_by(topics.c.position, topics.c.id)
)

_mine = standing_tags.alias("mine")
_theirs = standing_tags.alias("theirs")
_WEIGHT = {Relation.CONFLICT: 0, Relation.RELATED: 1, Relation.AGREE: 2, Relation.UNRELATED: 3}
"""Which of several tags gives a topic its state (design, section 8)."""

_BY_WEIGHT = {weight: relation for relation, weight in _WEIGHT.items()}

_differing = case(
    (_mine.c.pair_id.is_not(None), select(
        func.min(case({relation.value: weight for relation, weight in _WEIGHT.items()},
                      value=_theirs.c.relation)))
     .where(_theirs.c.pair_id == pairs.c.id, _theirs.c.relation != _mine.c.relation)
     .scalar_subquery()),
    else_=None,
).label("differing")
"""On pairs that I tagged, the weightiest tag of others that differs from mine."""

_pairs = (
    select(
        pairs.c.topic_id, suggestions.c.relation, suggestions.c.strength,
        _mine.c.relation.label("mine"), settlements.c.relation.label("settled"), _differing,
    )
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(_mine, and_(_mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME))
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .where(pairs.c.case_id == bindparam("case"), pairs.c.topic_id.is_not(None),
           not_(pairs.c.is_gone))
    .subquery()
)

_TALLIES = select(_pairs, func.count().label("pairs")).group_by(*_pairs.c)

_first_on = func.min(articles.c.published_on)

_COLUMNS = (
    select(sources.c.id, sources.c.name, _first_on, func.count(claims.c.id))
    .select_from(articles)
    .join(sources, sources.c.id == articles.c.source_id)
    .outerjoin(claims, claims.c.article_id == articles.c.id)
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
