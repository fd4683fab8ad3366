"""The index under which claims meet, and which cases wait to be compared whole."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, delete, func, insert, not_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.domain.imports import ItemState
from app.store.key_tables import case_words, claim_keys, indexed_cases
from app.store.tables import articles, claims, facts, import_items, import_jobs, pairs

_Row = dict[str, Any]
_Part = TypeVar("_Part", str, int)
AT_ONCE = 500
"""Words in one query."""

_UNDER_WAY = tuple(state for state in ItemState if not state.is_outcome)
_BULK = 5_000
"""Rows in one statement of a whole index."""


class Size(NamedTuple):
    """How much of a case its index counts."""

    claims: int
    articles: int


class WordRow(NamedTuple):
    """How many claims use a word, and how many articles, in four ways; see `case_words`."""

    word: str
    claims: int
    articles: int
    named: int
    others: int
    placed: int


class KeyRow(NamedTuple):
    """A claim under one of its rarest words."""

    word: str
    claim_id: int
    article_id: int


class Keys:
    """What claims meet under in large cases."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def size(self, case_id: int) -> Size | None:
        """What the index of a case counts; None if it has none."""
        row = self._connection.execute(
            select(indexed_cases.c.claims, indexed_cases.c.articles)
            .where(indexed_cases.c.case_id == case_id)).one_or_none()
        return None if row is None else Size(*row)

    def words(self, case_id: int, wanted: Iterable[str]) -> Iterator[WordRow]:
        """The counts of those of these words that the case uses."""
        query = select(*(case_words.c[name] for name in WordRow._fields)).where(
            case_words.c.case_id == case_id)
        for some in _parts(wanted):
            for row in self._connection.execute(query.where(case_words.c.word.in_(some))):
                yield WordRow(*row)

    def under(self, case_id: int, wanted: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Each of these words with the articles of which a claim meets others under it."""
        query = select(claim_keys.c.word, claim_keys.c.article_id).distinct().where(
            claim_keys.c.case_id == case_id)
        for some in _parts(wanted):
            for row in self._connection.execute(query.where(claim_keys.c.word.in_(some))):
                yield row.word, row.article_id

    def holds(self, article_id: int) -> bool:
        """The index counts this article."""
        query = select(claim_keys.c.article_id).where(
            claim_keys.c.article_id == article_id).limit(1)
        return self._connection.execute(query).first() is not None

    def naming(self, case_id: int, name: str, most: int) -> frozenset[int]:
        """Up to so many claims of the case that have a fact with these words, whatever their
        capitals."""
        like = f"%{_plain(name)}%"
        query = (
            select(claims.c.id).distinct()
            .join(facts, facts.c.claim_id == claims.c.id)
            .join(articles, articles.c.id == claims.c.article_id)
            .where(articles.c.case_id == case_id,
                   func.lower(facts.c.surface).like(like, escape="\\"))
            .order_by(claims.c.id).limit(most)
        )
        return frozenset(self._connection.scalars(query))

    def partners(self, case_id: int, claim_ids: Iterable[int]) -> list[int]:
        """The articles whose claims are paired with one of these now."""
        found: set[int] = set()
        for some in _parts(claim_ids):
            for here, there in ((pairs.c.first_claim_id, pairs.c.second_claim_id),
                                (pairs.c.second_claim_id, pairs.c.first_claim_id)):
                found.update(self._connection.scalars(
                    select(claims.c.article_id).distinct().join(pairs, there == claims.c.id)
                    .where(pairs.c.case_id == case_id, here.in_(some), not_(pairs.c.is_gone))))
        return sorted(found)

    def replace(
        self, case_id: int, size: Size, words: Iterable[WordRow], keys: Iterable[KeyRow], *,
        compared: int,
    ) -> None:
        """Put a new index in the place of the old one. `compared` are the changes that it has
        taken in."""
        known = self.changes(case_id)
        self.forget(case_id)
        self._connection.execute(insert(indexed_cases), {
            "case_id": case_id, **size._asdict(), "changes": max(known, compared),
            "compared": compared})
        self._fill(case_words, ({"case_id": case_id, **row._asdict()} for row in words))
        self._fill(claim_keys, ({"case_id": case_id, **row._asdict()} for row in keys))

    def forget(self, case_id: int) -> None:
        """The case has no index any more."""
        for table in (claim_keys, case_words, indexed_cases):
            self._connection.execute(delete(table).where(table.c.case_id == case_id))

    def add(self, case_id: int, size: Size, words: Iterable[WordRow],
            keys: Iterable[KeyRow]) -> None:
        """Count further articles as well."""
        self._connection.execute(
            update(indexed_cases).where(indexed_cases.c.case_id == case_id).values(
                claims=indexed_cases.c.claims + size.claims,
                articles=indexed_cases.c.articles + size.articles))
        kind = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        more = kind.insert(case_words)
        rows = [{"case_id": case_id, **row._asdict()} for row in words]
        if rows:
            self._connection.execute(more.on_conflict_do_update(
                index_elements=["case_id", "word"],
                set_={name: case_words.c[name] + more.excluded[name]
                      for name in WordRow._fields[1:]}), rows)
        self._fill(claim_keys, ({"case_id": case_id, **row._asdict()} for row in keys))

    def changes(self, case_id: int) -> int:
        """How often some claims of the case were compared alone; 0 without an index."""
        query = select(indexed_cases.c.changes).where(indexed_cases.c.case_id == case_id)
        return int(self._connection.execute(query).scalar() or 0)

    def change(self, case_id: int) -> None:
        """Some claims were compared alone: the whole case is to be compared in due time."""
        self._connection.execute(
            update(indexed_cases).where(indexed_cases.c.case_id == case_id)
            .values(changes=indexed_cases.c.changes + 1))

    def waiting(self) -> int:
        """How many cases wait to be compared whole."""
        query = select(func.count()).select_from(indexed_cases).where(_waits)
        return int(self._connection.execute(query).scalar_one())

    def next_whole(self, *, at: datetime) -> int | None:
        """A case to be compared whole: nothing of it is being read, and no worker is at it."""
        reading = (
            select(import_jobs.c.case_id)
            .join(import_items, import_items.c.job_id == import_jobs.c.id)
            .where(import_items.c.state.in_(_UNDER_WAY))
        )
        query = (
            select(indexed_cases.c.case_id)
            .where(_waits, indexed_cases.c.case_id.not_in(reading),
                   or_(indexed_cases.c.leased_until.is_(None),
                       indexed_cases.c.leased_until < at))
            .order_by(indexed_cases.c.case_id).limit(1)
        )
        found = self._connection.execute(query).scalar()
        return None if found is None else int(found)

    def lease(self, case_id: int, *, until: datetime | None) -> None:
        """A worker compares the whole case until then; None when it has given up."""
        self._connection.execute(
            update(indexed_cases).where(indexed_cases.c.case_id == case_id)
            .values(leased_until=until))

    def _fill(self, table: Any, rows: Iterator[_Row]) -> None:  # noqa: ANN401  any table
        while some := list(islice(rows, _BULK)):
            self._connection.execute(insert(table), some)


_waits = indexed_cases.c.changes > indexed_cases.c.compared


def _parts(wanted: Iterable[_Part]) -> Iterator[Sequence[_Part]]:
    left = iter(sorted(set(wanted)))
    while some := list(islice(left, AT_ONCE)):
        yield some


def _plain(name: str) -> str:
    for sign in "\\%_":
        name = name.replace(sign, f"\\{sign}")
    return name.lower()
