"""One pair with all its evidence, and everything around it."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, func, not_, select

from app.domain.claims import Span
from app.domain.errors import NotFound
from app.domain.pairs import Relation
from app.store.pages.listing import ME, i_skipped, is_settled
from app.store.tables import (
    articles,
    cases,
    claims,
    drafts,
    facts,
    pairs,
    reviewers,
    revisions,
    sources,
    standing_tags,
    tags,
    topics,
)


class AroundRow(NamedTuple):
    """What stands around a pair; `topic_id` None: no topic has both claims."""

    case: str
    topic_id: int | None
    topic: str | None
    tags_of_mine: int
    draft: str | None
    is_skipped: bool


class SideRow(NamedTuple):
    """One claim of the pair with its article's current text; `values` counts its facts."""

    claim_id: int
    article_id: int
    source_id: int
    source: str
    title: str
    published_on: date | None
    imported_at: datetime
    paragraph: int
    speaker: str
    span: Span
    text: str
    values: int


class TagRow(NamedTuple):
    """An answer that counts now. Blindness is the service's duty: see `browsing.blind`."""

    reviewer_id: int
    name: str
    letter: str
    relation: Relation
    note: str
    tagged_at: datetime


class PastRow(NamedTuple):
    """An answer that was given at some time; relation None or `undoes` set takes one back."""

    reviewer_id: int
    name: str
    letter: str
    relation: Relation | None
    has_note: bool
    undoes: bool
    at: datetime


class DoneRow(NamedTuple):
    """What this reviewer did last on a pair. `newest` is the id of the newest answer, 0: none."""

    pair_id: int
    number: int
    relation: Relation | None
    skipped: bool
    newest: int


class OnePair:
    """Everything about one pair."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def around(self, pair_id: int, reviewer_id: int) -> AroundRow:
        """Case, topic, draft and state. Raises NotFound."""
        values = {"pair": pair_id, "me": reviewer_id}
        row = self._connection.execute(_AROUND, values).one_or_none()
        if row is None:
            raise NotFound("There is no such pair.")
        return AroundRow(row.name, row.topic_id, row.label, row.tags_of_mine, row.note,
                         bool(row.is_skipped))

    def sides(self, first_claim_id: int, second_claim_id: int) -> tuple[SideRow, SideRow]:
        """Both claims, first and second."""
        ids = {"first": first_claim_id, "second": second_claim_id}
        found = {row.claim_id: SideRow(
            claim_id=row.claim_id, article_id=row.article_id, source_id=row.source_id,
            source=row.source, title=row.title, published_on=row.published_on,
            imported_at=row.imported_at,
            paragraph=row.paragraph, speaker=row.speaker or "",
            span=Span(start=row.start, end=row.end, quote=row.quote), text=row.text,
            values=row.facts,
        ) for row in self._connection.execute(_SIDES, ids)}
        return found[first_claim_id], found[second_claim_id]

    def standing(self, pair_id: int) -> list[TagRow]:
        """The answers that count, in order of reviewers."""
        rows = self._connection.execute(_STANDING, {"pair": pair_id})
        return [TagRow(row.reviewer_id, row.name, row.letter, Relation(row.relation), row.note,
                       row.tagged_at) for row in rows]

    def past(self, pair_id: int) -> list[PastRow]:
        """Every answer ever given, the oldest first."""
        rows = self._connection.execute(_PAST, {"pair": pair_id})
        return [PastRow(row.reviewer_id, row.name, row.letter,
                        None if row.relation is None else Relation(row.relation),
                        bool(row.note), row.undoes is not None, row.tagged_at) for row in rows]

    def done_last(self, case_id: int, reviewer_id: int) -> DoneRow | None:
        """This reviewer's newest tag in the case that can still be taken back."""
        row = self._connection.execute(
            _DONE_LAST, {"case": case_id, "me": reviewer_id}).one_or_none()
        return None if row is None else DoneRow(
            row.id, row.number, Relation(row.relation), skipped=False, newest=row.newest)

    def done_on(self, pair_id: int, reviewer_id: int) -> DoneRow | None:
        """This reviewer's tag or skip on the pair, None if there is neither."""
        row = self._connection.execute(
            _DONE_ON, {"pair": pair_id, "me": reviewer_id}).one_or_none()
        if row is None or (row.relation is None and not row.is_skipped):
            return None
        relation = None if row.relation is None else Relation(row.relation)
        return DoneRow(row.id, row.number, relation, skipped=relation is None,
                       newest=row.newest)


_AROUND = (
    select(
        cases.c.name, pairs.c.topic_id, topics.c.label,
        select(func.count()).select_from(tags)
        .where(tags.c.pair_id == pairs.c.id, tags.c.reviewer_id == ME)
        .scalar_subquery().label("tags_of_mine"),
        drafts.c.note, i_skipped.label("is_skipped"),
    )
    .select_from(pairs)
    .join(cases, cases.c.id == pairs.c.case_id)
    .outerjoin(topics, topics.c.id == pairs.c.topic_id)
    .outerjoin(drafts, and_(drafts.c.pair_id == pairs.c.id, drafts.c.reviewer_id == ME))
    .where(pairs.c.id == bindparam("pair"))
)

_SIDES = (
    select(
        claims.c.id.label("claim_id"), claims.c.article_id, articles.c.source_id,
        sources.c.name.label("source"), articles.c.title, articles.c.published_on,
        revisions.c.imported_at, claims.c.paragraph,
        claims.c.speaker_name.label("speaker"), claims.c.start, claims.c.end, claims.c.quote,
        revisions.c.text,
        select(func.count()).select_from(facts).where(facts.c.claim_id == claims.c.id)
        .scalar_subquery().label("facts"),
    )
    .join(articles, articles.c.id == claims.c.article_id)
    .join(revisions, revisions.c.id == claims.c.revision_id)
    .join(sources, sources.c.id == articles.c.source_id)
    .where(claims.c.id.in_([bindparam("first"), bindparam("second")]))
)

_STANDING = (
    select(standing_tags.c.reviewer_id, reviewers.c.name, reviewers.c.letter,
           standing_tags.c.relation, tags.c.note, tags.c.tagged_at)
    .join(reviewers, reviewers.c.id == standing_tags.c.reviewer_id)
    .join(tags, tags.c.id == standing_tags.c.tag_id)
    .where(standing_tags.c.pair_id == bindparam("pair"))
    .order_by(standing_tags.c.reviewer_id)
)

_PAST = (
    select(tags.c.reviewer_id, reviewers.c.name, reviewers.c.letter, tags.c.relation,
           tags.c.note, tags.c.undoes, tags.c.tagged_at)
    .join(reviewers, reviewers.c.id == tags.c.reviewer_id)
    .where(tags.c.pair_id == bindparam("pair"))
    .order_by(tags.c.id)
)

_mine = and_(standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id == ME)

_undone = tags.alias("undone")

_answers = tags.alias("answers")
_newest = (
    select(func.coalesce(func.max(_answers.c.id), 0))
    .where(_answers.c.pair_id == pairs.c.id, _answers.c.reviewer_id == ME)
    .correlate(pairs).scalar_subquery().label("newest")
)

_DONE_LAST = (
    select(pairs.c.id, pairs.c.number, tags.c.relation, _newest)
    .select_from(tags)
    .join(pairs, pairs.c.id == tags.c.pair_id)
    .where(
        tags.c.reviewer_id == ME, pairs.c.case_id == bindparam("case"), tags.c.undoes.is_(None),
        not_(select(_undone.c.id).where(_undone.c.undoes == tags.c.id).exists()),
        not_(is_settled),
    )
    .order_by(tags.c.id.desc())
    .limit(1)
)

_DONE_ON = (
    select(pairs.c.id, pairs.c.number, standing_tags.c.relation, i_skipped.label("is_skipped"),
           _newest)
    .select_from(pairs)
    .outerjoin(standing_tags, _mine)
    .where(pairs.c.id == bindparam("pair"))
)
