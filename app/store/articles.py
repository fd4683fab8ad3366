"""Sources, articles and their immutable texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, insert, select

from app.domain.articles import Article, CleanText, Dropped, Revision, Source
from app.domain.errors import NotFound
from app.store.columns import AnyRow
from app.store.tables import articles, revisions, sources

current = and_(
    revisions.c.article_id == articles.c.id, revisions.c.number == articles.c.revision_number,
)
"""Joins an article with the text of it that counts now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article that is ready to be kept. `sha256` is that of `raw`."""

    case_id: int
    source: str
    title: str
    file_name: str
    published_on: date | None
    clean: CleanText
    raw: bytes
    sha256: str


class ArticleText(NamedTuple):
    """What the engine needs of an article, without its bytes."""

    id: int
    source_id: int
    title: str
    published_on: date | None
    text: str


class Articles:
    """What was published."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def source_named(self, name: str) -> Source:
        """The source of that name, whatever its capitals; made if it is new."""
        folded = name.casefold()
        query = select(sources.c.id, sources.c.name).where(sources.c.folded == folded)
        row = self._connection.execute(query).one_or_none()
        if row is not None:
            return Source(id=row.id, name=row.name)
        source_id = self._connection.execute(
            insert(sources).returning(sources.c.id), {"name": name, "folded": folded},
        ).scalar_one()
        return Source(id=source_id, name=name)

    def add(self, new: NewArticle, *, imported_by: int, at: datetime) -> Article:
        """Keep an article with its first text."""
        source = self.source_named(new.source)
        article_id = self._connection.execute(
            insert(articles).returning(articles.c.id),
            {"case_id": new.case_id, "source_id": source.id, "title": new.title,
             "file_name": new.file_name, "published_on": new.published_on, "revision_number": 1},
        ).scalar_one()
        dropped = [[part.text, part.why] for part in new.clean.dropped]
        revision_id = self._connection.execute(
            insert(revisions).returning(revisions.c.id),
            {"article_id": article_id, "case_id": new.case_id, "number": 1,
             "sha256": new.sha256, "imported_by": imported_by, "imported_at": at,
             "dropped": dropped, "text": new.clean.text, "raw": new.raw},
        ).scalar_one()
        return Article(
            id=article_id, case_id=new.case_id, source=source, title=new.title,
            file_name=new.file_name, published_on=new.published_on,
            revision=Revision(
                id=revision_id, article_id=article_id, number=1, raw=new.raw,
                text=new.clean.text, sha256=new.sha256, dropped=new.clean.dropped,
                imported_at=at,
            ),
        )

    def get(self, article_id: int) -> Article:
        """The article with its current text. Raises NotFound."""
        row = self._connection.execute(
            _ARTICLES.where(articles.c.id == article_id),
        ).one_or_none()
        if row is None:
            raise NotFound("There is no such article.")
        return _article(row)

    def of_case(self, case_id: int) -> tuple[Article, ...]:
        """The articles of a case in order of import, each with its current text."""
        query = _ARTICLES.where(articles.c.case_id == case_id).order_by(articles.c.id)
        return tuple(_article(row) for row in self._connection.execute(query))

    def texts(
        self, case_id: int, only: Sequence[int] | None = None,
    ) -> tuple[ArticleText, ...]:
        """What the engine reads, in order of import; `only` some articles, up to 500, or all."""
        query = (
            select(articles.c.id, articles.c.source_id, articles.c.title,
                   articles.c.published_on, revisions.c.text)
            .join(revisions, current)
            .where(articles.c.case_id == case_id)
            .order_by(articles.c.id)
        )
        if only is not None:
            query = query.where(articles.c.id.in_(only))
        return tuple(ArticleText(*row) for row in self._connection.execute(query))

    def count(self, case_id: int) -> int:
        """How many articles the case has."""
        return self._connection.execute(
            select(func.count()).select_from(articles).where(articles.c.case_id == case_id),
        ).scalar_one()

    def imported_at(self, case_id: int, sha256: str) -> datetime | None:
        """When these very bytes came into the case; None if they never did."""
        query = select(revisions.c.imported_at).where(
            revisions.c.case_id == case_id, revisions.c.sha256 == sha256,
        )
        return self._connection.execute(query).scalar()


_ARTICLES = (
    select(
        articles.c.id, articles.c.case_id, articles.c.source_id, articles.c.title,
        articles.c.file_name, articles.c.published_on, sources.c.name.label("source"),
        revisions.c.id.label("revision_id"), revisions.c.number, revisions.c.raw,
        revisions.c.text, revisions.c.sha256, revisions.c.dropped, revisions.c.imported_at,
    )
    .join(sources, sources.c.id == articles.c.source_id)
    .join(revisions, current)
)


def _article(row: AnyRow) -> Article:
    return Article(
        id=row.id, case_id=row.case_id, source=Source(id=row.source_id, name=row.source),
        title=row.title, file_name=row.file_name, published_on=row.published_on,
        revision=Revision(
            id=row.revision_id, article_id=row.id, number=row.number, raw=bytes(row.raw),
            text=row.text, sha256=row.sha256, imported_at=row.imported_at,
            dropped=tuple(Dropped(text=text, why=why) for text, why in row.dropped),
        ),
    )
