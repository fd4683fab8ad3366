"""Articles of a case, and one article with the pairs of each of its claims."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, case, distinct, func, not_, or_, select

from app.domain.articles import Dropped
from app.domain.errors import NotFound
from app.store.articles import current
from app.store.claims import counts
from app.store.correction_tables import machine_readings
from app.store.pages.claim_filters import SAID_TO_BE_NONE
from app.store.pages.listing import ME, i_tagged, is_settled
from app.store.pages.states import ClaimPairRow, told
from app.store.tables import (
    articles,
    claims,
    facts,
    pairs,
    revisions,
    settlements,
    sources,
    standing_tags,
    suggestions,
)


class ArticleListRow(NamedTuple):
    """An article in the list of a case."""

    id: int
    title: str
    source: str
    published_on: date | None
    imported_at: datetime
    claims: int
    pairs: int
    to_tag: int


class ArticleTextRow(NamedTuple):
    """An article with its current text."""

    id: int
    source_id: int
    source: str
    title: str
    published_on: date | None
    imported_at: datetime
    file_name: str
    sha256: str
    text: str
    dropped: tuple[Dropped, ...]


class ClaimRow(NamedTuple):
    """A claim of the article; `corrected` are those of its values that a person put right."""

    id: int
    number: int
    start: int
    end: int
    quote: str
    speaker: str
    values: tuple[str, ...]
    corrected: frozenset[str]


class LeftOutRow(NamedTuple):
    """What somebody said to be no claim."""

    id: int
    number: int
    quote: str


class Texts:
    """Articles as pages show them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_case(self, case_id: int, reviewer_id: int) -> list[ArticleListRow]:
        """The articles of a case in order of publication."""
        values = {"case": case_id, "me": reviewer_id}
        counted = {row.article_id: (row.pairs, row.to_tag)
                   for row in self._connection.execute(_PAIRS_BY_ARTICLE, values)}
        return [ArticleListRow(*row, *counted.get(row.id, (0, 0)))
                for row in self._connection.execute(_ARTICLES, {"case": case_id})]

    def one(self, case_id: int, article_id: int) -> ArticleTextRow:
        """The article. Raises NotFound, also if it belongs to another case."""
        values = {"case": case_id, "article": article_id}
        row = self._connection.execute(_ARTICLE, values).one_or_none()
        if row is None:
            raise NotFound("There is no such article in this case.")
        dropped = tuple(Dropped(text=text, why=why) for text, why in row.dropped)
        return ArticleTextRow(row.id, row.source_id, row.name, row.title, row.published_on,
                              row.imported_at, row.file_name, row.sha256, row.text, dropped)

    def claims(self, article_id: int) -> list[ClaimRow]:
        """The claims of its current text in order of place, with the values they commit to."""
        values: dict[int, list[str]] = {}
        for claim_id, shown in self._connection.execute(_FACTS, {"article": article_id}):
            values.setdefault(claim_id, []).append(shown)
        rows = self._connection.execute(_CLAIMS, {"article": article_id}).all()
        return [ClaimRow(row.id, row.position, row.start, row.end, row.quote, row.speaker,
                         tuple(dict.fromkeys(values.get(row.id, ()))),
                         _put_right(row.reading, values.get(row.id, ())))
                for row in rows]

    def left_out(self, article_id: int) -> list[LeftOutRow]:
        """What somebody said to be no claim, in order of place."""
        return [LeftOutRow(*row)
                for row in self._connection.execute(_LEFT_OUT, {"article": article_id})]

    def pairs(self, article_id: int, reviewer_id: int) -> list[ClaimPairRow]:
        """The pairs of its claims, likely conflicts first; others' tags on pairs I tagged."""
        values = {"article": article_id, "me": reviewer_id}
        return told(self._connection.execute(_PAIRS, values).all(),
                    self._connection.execute(_THEIRS, values).all())


def _put_right(reading: Any, values: Iterable[str]) -> frozenset[str]:  # noqa: ANN401  JSON
    """Those of the values that the machine did not read."""
    if reading is None:
        return frozenset()
    return frozenset(values) - {fact["value"]["shown"] for fact in reading["facts"]}


_in_case = articles.c.case_id == bindparam("case")

_ARTICLES = (
    select(
        articles.c.id, articles.c.title, sources.c.name, articles.c.published_on,
        revisions.c.imported_at,
        select(func.count()).select_from(claims)
        .where(claims.c.revision_id == revisions.c.id, counts).scalar_subquery(),
    )
    .join(sources, sources.c.id == articles.c.source_id)
    .join(revisions, current)
    .where(_in_case)
    .order_by(articles.c.published_on.is_(None), articles.c.published_on, articles.c.id)
)

_side = claims.alias("side")

_PAIRS_BY_ARTICLE = (
    select(
        _side.c.article_id,
        func.count(distinct(pairs.c.id)).label("pairs"),
        func.count(distinct(case(
            (and_(not_(i_tagged), not_(is_settled)), pairs.c.id), else_=None,
        ))).label("to_tag"),
    )
    .select_from(pairs)
    .join(_side, _side.c.id.in_([pairs.c.first_claim_id, pairs.c.second_claim_id]))
    .where(pairs.c.case_id == bindparam("case"), not_(pairs.c.is_gone))
    .group_by(_side.c.article_id)
)

_ARTICLE = (
    select(
        articles.c.id, articles.c.source_id, sources.c.name, articles.c.title,
        articles.c.published_on, revisions.c.imported_at, articles.c.file_name,
        revisions.c.sha256, revisions.c.text, revisions.c.dropped,
    )
    .join(sources, sources.c.id == articles.c.source_id)
    .join(revisions, current)
    .where(_in_case, articles.c.id == bindparam("article"))
)

_of_article = (
    select(claims.c.id)
    .join(revisions, revisions.c.id == claims.c.revision_id)
    .join(articles, current)
    .where(articles.c.id == bindparam("article"), counts)
)

_CLAIMS = (
    select(claims.c.id, claims.c.position, claims.c.start, claims.c.end, claims.c.quote,
           func.coalesce(claims.c.speaker_name, "").label("speaker"), machine_readings.c.reading)
    .outerjoin(machine_readings, machine_readings.c.claim_id == claims.c.id)
    .where(claims.c.id.in_(_of_article))
    .order_by(claims.c.start, claims.c.position)
)

_LEFT_OUT = (
    select(claims.c.id, claims.c.position, claims.c.quote)
    .join(revisions, revisions.c.id == claims.c.revision_id)
    .join(articles, current)
    .where(articles.c.id == bindparam("article"), SAID_TO_BE_NONE)
    .order_by(claims.c.position)
)

_FACTS = (
    select(facts.c.claim_id, facts.c.shown)
    .where(facts.c.claim_id.in_(_of_article))
    .order_by(facts.c.claim_id, facts.c.position)
)

_touches = and_(
    or_(pairs.c.first_claim_id.in_(_of_article), pairs.c.second_claim_id.in_(_of_article)),
    not_(pairs.c.is_gone),
)
_mine = standing_tags.alias("mine")

_PAIRS = (
    select(pairs.c.id, pairs.c.first_claim_id, pairs.c.second_claim_id, suggestions.c.reason,
           suggestions.c.relation, _mine.c.relation.label("mine"),
           settlements.c.relation.label("settled"))
    .select_from(pairs)
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .outerjoin(_mine, and_(_mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME))
    .outerjoin(settlements, settlements.c.pair_id == pairs.c.id)
    .where(_touches)
    .order_by(suggestions.c.score.desc(), pairs.c.id)
)

_THEIRS = (
    select(standing_tags.c.pair_id, standing_tags.c.relation)
    .join(pairs, pairs.c.id == standing_tags.c.pair_id)
    .join(_mine, and_(_mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME))
    .where(_touches, standing_tags.c.reviewer_id != ME)
    .order_by(standing_tags.c.pair_id, standing_tags.c.reviewer_id)
)
