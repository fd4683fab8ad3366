"""What a report needs of a case, in a number of queries that does not grow with the case."""

from collections import defaultdict
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, select

from app.domain.articles import Dropped
from app.domain.pairs import Relation
from app.domain.people import Reviewer, Role
from app.domain.tags import Ruling, Stage
from app.store.articles import current
from app.store.correction_tables import corrections, undone_corrections
from app.store.dispute_tables import decisions, disputes
from app.store.tables import (
    articles,
    claims,
    pairs,
    reviewers,
    revisions,
    settlements,
    sources,
    standing_tags,
    tags,
)


class TextOfArticle(NamedTuple):
    """An article with its current text, without the bytes it came from."""

    id: int
    source: str
    title: str
    file_name: str
    published_on: date | None
    sha256: str
    text: str
    dropped: tuple[Dropped, ...]
    imported_at: datetime


class Answered(NamedTuple):
    """A tag that counts now, with who gave it."""

    reviewer: Reviewer
    relation: Relation
    note: str
    tagged_at: datetime


class Settled(NamedTuple):
    """An adjudicator's decision, with who took it."""

    reviewer: Reviewer
    relation: Relation
    why: str
    settled_at: datetime


class Untagged(NamedTuple):
    """Pairs that wait for one reviewer's tag, and how many of these others have tagged."""

    by_me: int
    but_by_others: int


class Unresolved(NamedTuple):
    """An adjudicator's reason for leaving a pair unresolved."""

    reviewer: Reviewer
    why: str
    at: datetime


class Reports:
    """Reads of a whole case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, case_id: int) -> tuple[TextOfArticle, ...]:
        """The articles in order of publication; undated ones last, in order of import."""
        query = (
            select(articles.c.id, sources.c.name, articles.c.title, articles.c.file_name,
                   articles.c.published_on, revisions.c.sha256, revisions.c.text,
                   revisions.c.dropped, revisions.c.imported_at)
            .join(sources, sources.c.id == articles.c.source_id)
            .join(revisions, current)
            .where(articles.c.case_id == case_id)
        )
        found = [
            TextOfArticle(*row[:-2], tuple(Dropped(text=text, why=why) for text, why in row[-2]),
                          row[-1])
            for row in self._connection.execute(query)
        ]
        return tuple(sorted(found, key=lambda one: (one.published_on or date.max, one.id)))

    def tags(self, case_id: int) -> dict[int, tuple[Answered, ...]]:
        """Pair id to the tags that count now, the oldest first."""
        query = (
            select(standing_tags.c.pair_id, *_REVIEWER, tags.c.relation, tags.c.note,
                   tags.c.tagged_at)
            .join(tags, tags.c.id == standing_tags.c.tag_id)
            .join(pairs, pairs.c.id == standing_tags.c.pair_id)
            .join(reviewers, reviewers.c.id == standing_tags.c.reviewer_id)
            .where(pairs.c.case_id == case_id)
            .order_by(tags.c.id)
        )
        found: dict[int, list[Answered]] = defaultdict(list)
        for pair_id, *person, relation, note, at in self._connection.execute(query):
            found[pair_id].append(Answered(_reviewer(*person), Relation(relation), note, at))
        return {pair_id: tuple(given) for pair_id, given in found.items()}

    def settlements(self, case_id: int) -> dict[int, Settled]:
        """Pair id to the decision, for those that have one."""
        query = (
            select(settlements.c.pair_id, *_REVIEWER, settlements.c.relation, settlements.c.why,
                   settlements.c.settled_at)
            .join(pairs, pairs.c.id == settlements.c.pair_id)
            .join(reviewers, reviewers.c.id == settlements.c.reviewer_id)
            .where(pairs.c.case_id == case_id)
        )
        return {
            pair_id: Settled(_reviewer(*person), Relation(relation), why, at)
            for pair_id, *person, relation, why, at in self._connection.execute(query)
        }

    def unresolved(self, case_id: int) -> dict[int, Unresolved]:
        """Pair id to the newest decision to leave it so, for disputes that are left unresolved."""
        query = (
            select(decisions.c.pair_id, *_REVIEWER, decisions.c.why, decisions.c.decided_at)
            .join(disputes, disputes.c.pair_id == decisions.c.pair_id)
            .join(reviewers, reviewers.c.id == decisions.c.reviewer_id)
            .where(disputes.c.case_id == case_id, disputes.c.stage == Stage.UNRESOLVED.value,
                   decisions.c.ruling == Ruling.UNRESOLVED.value)
            .order_by(decisions.c.id)
        )
        return {
            pair_id: Unresolved(_reviewer(*person), why, at)
            for pair_id, *person, why, at in self._connection.execute(query)
        }

    def corrected(self, case_id: int) -> frozenset[int]:
        """The claims of the case on which a correction stands."""
        query = (
            select(corrections.c.claim_id).distinct()
            .join(claims, claims.c.id == corrections.c.claim_id)
            .join(articles, articles.c.id == claims.c.article_id)
            .outerjoin(undone_corrections,
                       undone_corrections.c.correction_id == corrections.c.id)
            .where(articles.c.case_id == case_id, corrections.c.pair_id.is_(None),
                   undone_corrections.c.correction_id.is_(None))
        )
        return frozenset(self._connection.scalars(query))

    def topic_ids(self, case_id: int) -> dict[int, int]:
        """Pair id to the id of its topic, for those that have one."""
        query = select(pairs.c.id, pairs.c.topic_id).where(
            pairs.c.case_id == case_id, pairs.c.topic_id.is_not(None),
        )
        return {row.id: row.topic_id for row in self._connection.execute(query)}

    def untagged(self, case_id: int, reviewer_id: int) -> Untagged:
        """What one reviewer has still to answer in a case; settled pairs wait for nobody."""
        mine = standing_tags.alias()
        settled = select(settlements.c.pair_id).where(settlements.c.pair_id == pairs.c.id).exists()
        others = select(standing_tags.c.pair_id).where(
            standing_tags.c.pair_id == pairs.c.id, standing_tags.c.reviewer_id != reviewer_id,
        ).exists()
        query = (
            select(func.count(), func.count().filter(others))
            .select_from(pairs)
            .outerjoin(mine, and_(mine.c.pair_id == pairs.c.id,
                                  mine.c.reviewer_id == reviewer_id))
            .where(pairs.c.case_id == case_id, pairs.c.is_gone.is_(False),
                   mine.c.pair_id.is_(None), ~settled)
        )
        return Untagged(*self._connection.execute(query).one())


_REVIEWER = (reviewers.c.id, reviewers.c.name, reviewers.c.letter, reviewers.c.role)


def _reviewer(reviewer_id: int, name: str, letter: str, role: str) -> Reviewer:
    return Reviewer(id=reviewer_id, name=name, letter=letter, role=Role(role))
