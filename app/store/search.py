"""Finding claims, articles and notes by their words. What others noted leaves the store only for
pairs that the viewer tagged."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TableClause,
    and_,
    bindparam,
    cast,
    column,
    exists,
    false,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from app.domain.searching import Phrase, Term, Wanted, Way
from app.store.articles import current
from app.store.claims import counts
from app.store.columns import AnyRow
from app.store.pages.listing import ME, i_tagged, is_settled
from app.store.search_tables import search_words
from app.store.tables import articles, claims, pairs, revisions, standing_tags, tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What else must hold. Empty: no such condition. Days are those of publication.

    `open_pair` asks for claims with a pair that waits for the viewer's tag, `my_note` for claims
    with a pair that the viewer noted something on and for the viewer's own notes.
    """

    case_ids: tuple[int, ...] = ()
    source_ids: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    open_pair: bool = False
    my_note: bool = False


class Hit(NamedTuple):
    """Something found, with what filters ask for. A note has the sources and days of both claims
    of its pair."""

    id: int
    case_id: int
    sources: tuple[int, ...]
    days: tuple[date | None, ...]


class Search:
    """The index, asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_postgresql = connection.dialect.name == "postgresql"

    def newest(
        self, kind: str, wanted: Wanted, reviewer_id: int, *,
        limit: int, sieve: Sieve | None = None, before: int | None = None,
    ) -> list[Hit]:
        """What is found of a kind ("claims", "articles", "notes"), the newest first, on from the
        id `before`."""
        query, number = _newest(kind, is_postgresql=self._is_postgresql)
        if sieve is not None:
            query = query.where(*_conditions(kind, sieve))
        if before is not None:
            query = query.where(number < before)
        values = {"asked": self._written(wanted), "me": reviewer_id, "limit": limit}
        return [_hit(row) for row in self._connection.execute(query, values)]

    def ids(self, kind: str, wanted: Wanted, *, limit: int, literally: bool) -> set[int]:
        """The ids alone, whoever may see them: for ranking what is already found. `literally`
        leaves out what only means the same."""
        query = _ids(kind, is_postgresql=self._is_postgresql)
        asked = {"asked": self._written(wanted, literally=literally), "limit": limit}
        return set(self._connection.scalars(query, asked))

    def with_open_pair(self, claim_ids: Sequence[int], reviewer_id: int) -> set[int]:
        """Those of up to 500 claims that have a pair which waits for this reviewer."""
        return self._having(_OPEN_PAIR, claim_ids, reviewer_id)

    def with_my_note(self, claim_ids: Sequence[int], reviewer_id: int) -> set[int]:
        """Those of up to 500 claims that have a pair with a note of this reviewer."""
        return self._having(_MY_NOTE, claim_ids, reviewer_id)

    def _having(
        self, query: Select[Any], claim_ids: Sequence[int], reviewer_id: int,
    ) -> set[int]:
        values = {"ids": list(claim_ids), "me": reviewer_id}
        return set(self._connection.scalars(query, values)) if claim_ids else set()

    def words_like(self, beginnings: Collection[str], limit: int) -> list[str]:
        """Words of articles that begin like one of these."""
        ranges = [and_(search_words.c.word >= start, search_words.c.word < start + _LAST)
                  for start in sorted(beginnings)]
        if not ranges:
            return []
        query = select(search_words.c.word).where(or_(*ranges)).limit(limit)
        return list(self._connection.scalars(query))

    def _written(self, wanted: Wanted, *, literally: bool = False) -> str:
        if self._is_postgresql:
            mark = ":A" if literally else ""
            return " | ".join(_postgresql(way, mark) for way in wanted.ways)
        told = " OR ".join(map(_sqlite, wanted.ways))
        return f"words : ({told})" if literally else told


_LAST = "\U0010ffff"


class _Index(NamedTuple):
    """The index of a kind on one of the two databases."""

    there: TableClause
    id: ColumnElement[int]
    asked: ColumnElement[bool]


@lru_cache(maxsize=8)
def _index(kind: str, *, is_postgresql: bool) -> _Index:
    name = f"found_{kind}"
    if is_postgresql:
        there = table(name, column("id"), column("words", TSVECTOR))
        asked = there.c.words.op("@@", is_comparison=True)(cast(bindparam("asked"), TSQUERY))
        return _Index(there, there.c.id, asked)
    there = table(name, column("rowid"))
    asked = literal_column(name).op("MATCH", is_comparison=True)(bindparam("asked"))
    return _Index(there, there.c.rowid, asked)


def _sqlite(way: Way) -> str:
    """Words are letters and figures only (domain.searching), so that quotes make them strings."""
    return "(" + " AND ".join(
        "(" + " OR ".join(f'"{" ".join(phrase)}"' for phrase in term) + ")" for term in way) + ")"


def _postgresql(way: Way, mark: str) -> str:
    def phrase_of(phrase: Phrase) -> str:
        return " <-> ".join(f"'{word}'{mark}" for word in phrase)

    def term_of(term: Term) -> str:
        return "(" + " | ".join(f"({phrase_of(phrase)})" for phrase in term) + ")"

    return "(" + " & ".join(map(term_of, way)) + ")"


_first, _second = articles.alias("first_article"), articles.alias("second_article")
_c1, _c2 = claims.alias("c1"), claims.alias("c2")
_mine = standing_tags.alias("mine")


def _claims(index: _Index) -> Select[Any]:
    return (
        select(index.id, articles.c.case_id, articles.c.source_id, articles.c.published_on)
        .select_from(index.there)
        .join(claims, claims.c.id == index.id)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(revisions, and_(current, revisions.c.id == claims.c.revision_id))
        .where(counts)
    )


def _articles(index: _Index) -> Select[Any]:
    return (
        select(index.id, articles.c.case_id, articles.c.source_id, articles.c.published_on)
        .select_from(index.there)
        .join(articles, articles.c.id == index.id)
    )


def _notes(index: _Index) -> Select[Any]:
    return (
        select(index.id, pairs.c.case_id, _first.c.source_id, _first.c.published_on,
               _second.c.source_id.label("other_source"), _second.c.published_on.label("other_on"))
        .select_from(index.there)
        .join(standing_tags, standing_tags.c.tag_id == index.id)
        .join(pairs, pairs.c.id == standing_tags.c.pair_id)
        .join(_c1, _c1.c.id == pairs.c.first_claim_id)
        .join(_first, _first.c.id == _c1.c.article_id)
        .join(_c2, _c2.c.id == pairs.c.second_claim_id)
        .join(_second, _second.c.id == _c2.c.article_id)
        .where(exists().where(_mine.c.pair_id == standing_tags.c.pair_id,
                              _mine.c.reviewer_id == ME))
    )


_of_claim = or_(pairs.c.first_claim_id == claims.c.id, pairs.c.second_claim_id == claims.c.id)
_has_open_pair = (
    exists().where(_of_claim, not_(pairs.c.is_gone), not_(i_tagged), not_(is_settled))
    .correlate(claims)
)
_has_my_note = (
    exists().where(
        _of_claim, _mine.c.pair_id == pairs.c.id, _mine.c.reviewer_id == ME,
        tags.c.id == _mine.c.tag_id, tags.c.note != "")
    .correlate(claims)
)

_these = claims.c.id.in_(bindparam("ids", expanding=True))
_OPEN_PAIR = select(claims.c.id).where(_these, _has_open_pair)
_MY_NOTE = select(claims.c.id).where(_these, _has_my_note)

_FROM = {"claims": _claims, "articles": _articles, "notes": _notes}


_limit = bindparam("limit", type_=claims.c.id.type)


@lru_cache(maxsize=8)
def _newest(kind: str, *, is_postgresql: bool) -> tuple[Select[Any], ColumnElement[int]]:
    index = _index(kind, is_postgresql=is_postgresql)
    query = _FROM[kind](index).where(index.asked).order_by(index.id.desc()).limit(_limit)
    return query, index.id


@lru_cache(maxsize=8)
def _ids(kind: str, *, is_postgresql: bool) -> Select[int]:
    index = _index(kind, is_postgresql=is_postgresql)
    return select(index.id).where(index.asked).order_by(index.id.desc()).limit(_limit)


def _conditions(kind: str, sieve: Sieve) -> list[ColumnElement[bool]]:
    case_id = pairs.c.case_id if kind == "notes" else articles.c.case_id
    told = [_first, _second] if kind == "notes" else [articles]
    asked: list[ColumnElement[bool]] = []
    if sieve.case_ids:
        asked.append(case_id.in_(sieve.case_ids))
    if sieve.source_ids:
        asked.append(or_(*(one.c.source_id.in_(sieve.source_ids) for one in told)))
    if sieve.since:
        asked.append(or_(*(one.c.published_on >= sieve.since for one in told)))
    if sieve.until:
        asked.append(or_(*(one.c.published_on <= sieve.until for one in told)))
    if sieve.open_pair:
        asked.append(_has_open_pair if kind == "claims" else false())
    if sieve.my_note:
        asked.append({"claims": _has_my_note, "articles": false(),
                      "notes": standing_tags.c.reviewer_id == ME}[kind])
    return asked


def _hit(row: AnyRow) -> Hit:
    number, case_id, *rest = row
    return Hit(number, case_id, tuple(rest[::2]), tuple(rest[1::2]))
