"""What claims meet under, kept for cases that are too large to be compared whole each time."""

from sqlalchemy import Column, ForeignKey, Index, Text

from app.store.tables import _number, _table, _time, _to

indexed_cases = _table(
    "indexed_cases", _to("case_id", "cases", key=True), _number("claims"), _number("articles"),
    _number("changes"), _number("compared"), _time("leased_until", null=True),
)
"""Cases with an index: how many claims and articles it counts. `changes` grows whenever some
claims were compared with those near to them only; the case was last compared whole when it stood
at `compared`. `leased_until`: a worker is at it."""

case_words = _table(
    "case_words", _to("case_id", "cases", key=True), Column("word", Text, primary_key=True),
    _number("claims"), _number("articles"), _number("named"), _number("others"),
    _number("placed"),
)
"""How many claims of a case use a word, and how many articles use it: in a claim, as a name, as
another word, as a place."""

claim_keys = _table(
    "claim_keys", _to("case_id", "cases", key=True), Column("word", Text, primary_key=True),
    _to("claim_id", "claims", key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Index(None, "article_id"),
)
"""The rarest words of each claim: under them claims meet."""
