"""Which texts are copies: passages that two articles share, and where an article comes from."""

from sqlalchemy import Column, Index

from app.store.columns import NUMBER
from app.store.tables import _number, _table, _text, _to

shared_passages = _table(
    "shared_passages", _to("article_id", "articles", key=True),
    _to("with_id", "articles", key=True), _to("case_id", "cases"), _number("paragraphs"),
    Column("share", NUMBER, nullable=False), _number("start"), _number("end"),
    _number("with_start"), _number("with_end"), Index(None, "case_id"), Index(None, "with_id"),
)
"""Words that an article shares with one published before it, or on the same day and imported
before it: how many paragraphs, which share of the later article's words, and the places of the
longest passage in both texts. Written when the case is compared."""

article_origins = _table(
    "article_origins", _to("article_id", "articles", key=True), _to("case_id", "cases"),
    _to("origin_id", "articles"), Column("share", NUMBER, nullable=False), _text("agency"),
    Index(None, "case_id"), Index(None, "origin_id"),
)
"""Articles that are copies, or have some, or credit an agency (`agency`, "" for none): the
earliest article with the same text (itself, if none is earlier), and which share of the words
it has from there."""
