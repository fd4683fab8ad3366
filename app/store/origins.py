"""Copies of one text among the articles of a case."""

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, case, delete, insert, or_, select

from app.domain import origins as told
from app.domain.origins import Origin, SharedPassage
from app.domain.pairs import Place
from app.store.columns import AnyRow
from app.store.origin_tables import article_origins, shared_passages
from app.store.tables import articles, sources


class SharedRow(NamedTuple):
    """Another article that shares paragraphs with this one, and whether it came first."""

    article_id: int
    source: str
    paragraphs: int
    share: float
    is_earlier: bool


class Origins:
    """Where the texts of articles come from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, case_id: int, found: told.Origins) -> None:
        """Put what was found now in the place of what was found before."""
        for table in (shared_passages, article_origins):
            self._connection.execute(delete(table).where(table.c.case_id == case_id))
        if found.passages:
            self._connection.execute(insert(shared_passages), [
                {"case_id": case_id, "article_id": one.article_id, "with_id": one.with_id,
                 "paragraphs": one.paragraphs, "share": one.share, "start": one.place.start,
                 "end": one.place.end, "with_start": one.with_place.start,
                 "with_end": one.with_place.end} for one in found.passages])
        if found.origins:
            self._connection.execute(insert(article_origins), [
                {"case_id": case_id, **one._asdict()} for one in found.origins])

    def of_case(self, case_id: int) -> dict[int, Origin]:
        """Article id to its origin, for articles that are copies, have copies, or credit an
        agency; every other article is its own origin."""
        rows = self._connection.execute(
            select(article_origins).where(article_origins.c.case_id == case_id)
            .order_by(article_origins.c.article_id))
        return {row.article_id: Origin(row.article_id, row.origin_id, row.share, row.agency)
                for row in rows}

    def passages(self, case_id: int) -> tuple[SharedPassage, ...]:
        """All that articles of the case share, in order of the later and the earlier one."""
        rows = self._connection.execute(
            select(shared_passages).where(shared_passages.c.case_id == case_id)
            .order_by(shared_passages.c.article_id, shared_passages.c.with_id))
        return tuple(_passage(row) for row in rows)

    def agency(self, article_id: int) -> str:
        """The agency that an article credits, "" for none."""
        query = select(article_origins.c.agency).where(
            article_origins.c.article_id == article_id)
        return self._connection.execute(query).scalar() or ""

    def shared_with(self, article_id: int) -> tuple[SharedRow, ...]:
        """The articles that share text with this one, the greatest share first."""
        rows = self._connection.execute(_SHARED, {"article": article_id})
        found = [SharedRow(
            row.with_id if row.article_id == article_id else row.article_id, row.name,
            row.paragraphs, row.share, row.article_id == article_id) for row in rows]
        return tuple(sorted(found, key=lambda row: (-row.share, row.article_id)))


_ours = or_(shared_passages.c.article_id == bindparam("article"),
            shared_passages.c.with_id == bindparam("article"))
_other = case((shared_passages.c.article_id == bindparam("article"), shared_passages.c.with_id),
              else_=shared_passages.c.article_id)
_SHARED = (
    select(shared_passages, sources.c.name)
    .join(articles, articles.c.id == _other)
    .join(sources, sources.c.id == articles.c.source_id)
    .where(_ours)
)


def _passage(row: AnyRow) -> SharedPassage:
    return SharedPassage(
        article_id=row.article_id, with_id=row.with_id, paragraphs=row.paragraphs,
        share=row.share, place=Place(row.start, row.end),
        with_place=Place(row.with_start, row.with_end))
