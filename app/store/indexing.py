"""Keeps the index of search in step with what was written, within the same transaction."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Connection,
    TextClause,
    bindparam,
    select,
    text,
    union_all,
)

from app.domain.searching import words_of
from app.store.articles import current
from app.store.search_tables import search_waiting
from app.store.tables import answers, articles, claims, facts, revisions, tags

AT_ONCE = 500
LONGEST = 100_000
"""Words of one article that are searched; a newspaper's longest pieces have a tenth of that."""
LONGEST_WORD = 100
"""Characters; what is longer is no word, and PostgreSQL refuses words of 2,048 bytes."""


class Entry(NamedTuple):
    """What the index holds of a thing: its words, and the phrases that mean the same."""

    id: int
    words: Sequence[str]
    meant: Sequence[Sequence[str]] = ()


class Indexing:
    """Brings the index up to date."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._writes = (_Postgresql if connection.dialect.name == "postgresql" else _Sqlite)(
            connection)

    def catch_up(self) -> None:
        """Take in whatever waits. For the end of every unit of work; costs little if nothing
        was written that search looks at."""
        while waiting := self._connection.execute(_WAITING).all():
            kind = waiting[0].kind
            ids = [row.id for row in waiting if row.kind == kind]
            entries = list(_READERS[kind](self._connection, ids))
            self._writes.replace(kind, ids, entries)
            if kind == "articles":
                self._learn(entries)
            self._connection.execute(_DONE, {"kind": kind, "ids": ids})

    def _learn(self, entries: list[Entry]) -> None:
        """The words of articles, for spelling."""
        found = {word for entry in entries for word in entry.words}
        if found:
            self._connection.execute(_LEARN, [{"word": word} for word in sorted(found)])


class _Sqlite:
    """Writes FTS5 tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, kind: str, ids: list[int], entries: list[Entry]) -> None:
        """Put these entries in the place of those of the ids; ids without an entry are gone."""
        self._connection.execute(_delete(kind, "rowid"), {"ids": ids})
        if entries:
            self._connection.execute(
                text(f"INSERT INTO found_{kind} (rowid, words, meant) "  # noqa: S608  our own words
                     "VALUES (:id, :words, :meant)"),
                [{"id": entry.id, "words": " ".join(entry.words),
                  "meant": _GAP.join(" ".join(phrase) for phrase in entry.meant)}
                 for entry in entries])


_GAP = " ¦ "
"""Stands between phrases, lest the end of one and the start of the next be found as one."""


class _Postgresql:
    """Writes tables with a tsvector, written out so that no parser cuts the words anew."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, kind: str, ids: list[int], entries: list[Entry]) -> None:
        """As on SQLite."""
        self._connection.execute(_delete(kind, "id"), {"ids": ids})
        if entries:
            self._connection.execute(
                text(f"INSERT INTO found_{kind} (id, words) "  # noqa: S608  our own words
                     "VALUES (:id, CAST(:words AS tsvector))"),
                [{"id": entry.id, "words": _vector(entry)} for entry in entries])


_MOST_PLACES = 255
"""Places of one word that a tsvector keeps."""
_APART = 10


def _vector(entry: Entry) -> str:
    """Words with their places, what is meant set apart by the weight B and a gap."""
    places: dict[str, list[str]] = {}
    for at, word in enumerate(entry.words, start=1):
        places.setdefault(word, []).append(f"{at}A")
    begin = len(entry.words) + _APART
    for phrase in entry.meant:
        for at, word in enumerate(phrase, start=begin):
            places.setdefault(word, []).append(f"{at}B")
        begin += len(phrase) + _APART
    return " ".join(f"'{word}':{','.join(islice(found, _MOST_PLACES))}"
                    for word, found in places.items())


def _delete(kind: str, column: str) -> TextClause:
    query = text(f"DELETE FROM found_{kind} WHERE {column} IN :ids")  # noqa: S608  our own words
    return query.bindparams(bindparam("ids", expanding=True))


def _claims(connection: Connection, ids: list[int]) -> Iterator[Entry]:
    meant: dict[int, list[tuple[str, ...]]] = {}
    for claim_id, said in connection.execute(_MEANT, {"ids": ids}):
        meant.setdefault(claim_id, []).append(words_of(said))
    for row in connection.execute(_CLAIMS, {"ids": ids}):
        words = _kept(words_of(row.quote))
        yield Entry(row.id, words, _new(meant.get(row.id, ()), words))


def _new(phrases: Iterable[tuple[str, ...]], words: Sequence[str]) -> list[tuple[str, ...]]:
    """The phrases that the words do not say themselves."""
    said = f" {' '.join(words)} "
    return [phrase for phrase in dict.fromkeys(phrases)
            if phrase and f" {' '.join(phrase)} " not in said]


def _articles(connection: Connection, ids: list[int]) -> Iterator[Entry]:
    for row in connection.execute(_ARTICLES, {"ids": ids}):
        yield Entry(row.id, _kept(words_of(f"{row.title}\n{row.text}")))


def _notes(connection: Connection, ids: list[int]) -> Iterator[Entry]:
    for row in connection.execute(_NOTES, {"ids": ids}):
        yield Entry(row.id, _kept(words_of(row.note)))


def _kept(words: tuple[str, ...]) -> list[str]:
    return [word[:LONGEST_WORD] for word in words[:LONGEST]]


_READERS = {"claims": _claims, "articles": _articles, "notes": _notes}

_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_WAITING = (
    select(search_waiting.c.kind, search_waiting.c.id)
    .order_by(search_waiting.c.kind, search_waiting.c.id).limit(AT_ONCE)
)
_DONE = search_waiting.delete().where(
    search_waiting.c.kind == bindparam("kind"), search_waiting.c.id.in_(_ids))
_LEARN = text("INSERT INTO search_words (word) VALUES (:word) ON CONFLICT DO NOTHING")

_CLAIMS = select(claims.c.id, claims.c.quote).where(claims.c.id.in_(_ids))
_MEANT = union_all(
    select(facts.c.claim_id, facts.c.shown).where(facts.c.claim_id.in_(_ids)),
    select(answers.c.claim_id, answers.c.value).where(answers.c.claim_id.in_(_ids)),
)
_ARTICLES = (
    select(articles.c.id, articles.c.title, revisions.c.text)
    .join(revisions, current).where(articles.c.id.in_(_ids))
)
_NOTES = select(tags.c.id, tags.c.note).where(tags.c.id.in_(_ids))
