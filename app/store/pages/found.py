"""What search found, as its page shows it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Connection,
    Text,
    bindparam,
    func,
    literal,
    not_,
    select,
    union_all,
)

from app.domain.pairs import Relation
from app.store.articles import current
from app.store.claims import counts
from app.store.pages.listing import ME
from app.store.tables import (
    answers,
    articles,
    cases,
    claims,
    facts,
    pairs,
    reviewers,
    revisions,
    settlements,
    sources,
    standing_tags,
    tags,
    topics,
)


class ClaimRow(NamedTuple):
    """A claim with where it stands."""

    id: int
    quote: str
    paragraph: int
    article_id: int
    source: str
    published_on: date | None
    case_id: int
    case: str


class ArticleRow(NamedTuple):
    """An article with its current text."""

    id: int
    title: str
    text: str
    source: str
    published_on: date | None
    case_id: int
    case: str
    claims: int


class NoteRow(NamedTuple):
    """A note of a tag that counts."""

    id: int
    note: str
    reviewer_id: int
    name: str
    letter: str
    pair_id: int
    number: int
    relation: Relation
    tagged_at: datetime
    case_id: int
    case: str


class MeaningRow(NamedTuple):
    """A value that a claim commits to: in its own words (`surface`), or as what it answers to the
    topic, whose label then stands in `topic`."""

    claim_id: int
    shown: str
    surface: str
    topic: str


class StandingRow(NamedTuple):
    """A pair of a claim: what the viewer tagged, and what an adjudicator settled."""

    claim_id: int
    mine: Relation | None
    settled: Relation | None


class Found:
    """Rows of search; each takes up to 500 ids."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claims(self, ids: Sequence[int]) -> dict[int, ClaimRow]:
        """Claims by id."""
        return {row.id: ClaimRow(*row) for row in self._of(_CLAIMS, ids)}

    def articles(self, ids: Sequence[int]) -> dict[int, ArticleRow]:
        """Articles by id."""
        return {row.id: ArticleRow(*row) for row in self._of(_ARTICLES, ids)}

    def notes(self, ids: Sequence[int]) -> dict[int, NoteRow]:
        """Notes by the id of their tag."""
        return {row.id: NoteRow(row.id, row.note, row.reviewer_id, row.name, row.letter,
                                row.pair_id, row.number, Relation(row.relation), row.tagged_at,
                                row.case_id, row.case)
                for row in self._of(_NOTES, ids)}

    def meanings(self, ids: Sequence[int]) -> dict[int, list[MeaningRow]]:
        """What claims commit to, by claim."""
        found: dict[int, list[MeaningRow]] = defaultdict(list)
        for row in self._of(_MEANINGS, ids):
            found[row.claim_id].append(MeaningRow(*row))
        return found

    def standing(self, ids: Sequence[int], reviewer_id: int) -> dict[int, list[StandingRow]]:
        """How the pairs of claims stand for this viewer, by claim."""
        found: dict[int, list[StandingRow]] = defaultdict(list)
        for row in self._of(_STANDING, ids, me=reviewer_id):
            found[row.claim_id].append(StandingRow(
                row.claim_id, None if row.mine is None else Relation(row.mine),
                None if row.settled is None else Relation(row.settled)))
        return found

    def names(self, case_ids: Sequence[int], source_ids: Sequence[int],
              ) -> tuple[dict[int, str], dict[int, str]]:
        """Names of cases and of sources, by id."""
        return ({row.id: row.name for row in self._of(_CASES, case_ids)},
                {row.id: row.name for row in self._of(_SOURCES, source_ids)})

    def _of(self, query: Any, ids: Sequence[int], **values: Any) -> Any:  # noqa: ANN401
        return self._connection.execute(query, {"ids": list(ids), **values}) if ids else ()


_ids: BindParameter[Any] = bindparam("ids", expanding=True)

_CLAIMS = (
    select(claims.c.id, claims.c.quote, claims.c.paragraph, claims.c.article_id,
           sources.c.name, articles.c.published_on, cases.c.id, cases.c.name.label("case"))
    .join(articles, articles.c.id == claims.c.article_id)
    .join(sources, sources.c.id == articles.c.source_id)
    .join(cases, cases.c.id == articles.c.case_id)
    .where(claims.c.id.in_(_ids))
)
_ARTICLES = (
    select(articles.c.id, articles.c.title, revisions.c.text, sources.c.name,
           articles.c.published_on, cases.c.id, cases.c.name.label("case"),
           select(func.count()).select_from(claims)
           .where(claims.c.revision_id == revisions.c.id, counts).scalar_subquery())
    .join(revisions, current)
    .join(sources, sources.c.id == articles.c.source_id)
    .join(cases, cases.c.id == articles.c.case_id)
    .where(articles.c.id.in_(_ids))
)
_NOTES = (
    select(tags.c.id, tags.c.note, tags.c.reviewer_id, reviewers.c.name, reviewers.c.letter,
           tags.c.pair_id, pairs.c.number, tags.c.relation, tags.c.tagged_at, pairs.c.case_id,
           cases.c.name.label("case"))
    .join(reviewers, reviewers.c.id == tags.c.reviewer_id)
    .join(pairs, pairs.c.id == tags.c.pair_id)
    .join(cases, cases.c.id == pairs.c.case_id)
    .where(tags.c.id.in_(_ids))
)
_no_topic = literal("", Text)
_MEANINGS = union_all(
    select(facts.c.claim_id, facts.c.shown, facts.c.surface, _no_topic.label("topic"))
    .where(facts.c.claim_id.in_(_ids)),
    select(answers.c.claim_id, answers.c.value, _no_topic, topics.c.label)
    .join(topics, topics.c.id == answers.c.topic_id)
    .where(answers.c.claim_id.in_(_ids)),
)

_my_tag = standing_tags.alias("my_tag")
_SIDES = union_all(*(
    select(side.label("claim_id"), pairs.c.id.label("pair_id"))
    .where(side.in_(_ids), not_(pairs.c.is_gone))
    for side in (pairs.c.first_claim_id, pairs.c.second_claim_id)
)).subquery("sides")
_STANDING = (
    select(_SIDES.c.claim_id, _my_tag.c.relation.label("mine"),
           settlements.c.relation.label("settled"))
    .outerjoin(_my_tag, (_my_tag.c.pair_id == _SIDES.c.pair_id) & (_my_tag.c.reviewer_id == ME))
    .outerjoin(settlements, settlements.c.pair_id == _SIDES.c.pair_id)
)
_CASES = select(cases.c.id, cases.c.name).where(cases.c.id.in_(_ids))
_SOURCES = select(sources.c.id, sources.c.name).where(sources.c.id.in_(_ids))
