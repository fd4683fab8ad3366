"""What search keeps: the part of the schema that `app.store.tables` leaves to this file.

Beside these two there is an index each for claims, articles and notes, of a kind that SQLAlchemy
does not describe: an FTS5 table on SQLite, a table with a tsvector on PostgreSQL.
"""

from sqlalchemy import Column, Text

from app.store.tables import _number, _one_of, _table

KINDS = ("claims", "articles", "notes")
"""What is searched; the index of a kind is the table `found_` with its name."""

search_waiting = _table(
    "search_waiting", Column("kind", Text, primary_key=True), _number("id", key=True),
    _one_of("kind", KINDS),
)
"""What was written since the index was brought up to date. Triggers on claims, facts, answers,
articles, revisions and tags fill it, and every unit of work empties it before it ends."""

search_words = _table("search_words", Column("word", Text, primary_key=True))
"""The words of all articles, for the forms of a word and its closest spelling. Notes are left
out: a word must not tell what somebody wrote about a pair that the viewer has not tagged."""
