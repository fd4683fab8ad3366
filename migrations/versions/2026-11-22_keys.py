"""The index under which claims meet, and which articles are copies."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_keys"
down_revision = "2026_11_22_settings"
branch_labels = None
depends_on = None

TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
SHARE: sa.Double[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    table("indexed_cases", {"case_id": "cases"},
          *numbers("claims", "articles", "changes", "compared"),
          sa.Column("leased_until", TIME, nullable=True), key=("case_id",))
    table("case_words", {"case_id": "cases"}, words(),
          *numbers("claims", "articles", "named", "others", "placed"), key=("case_id", "word"))
    table("claim_keys", {"case_id": "cases", "claim_id": "claims", "article_id": "articles"},
          words(), key=("case_id", "word", "claim_id"))
    op.create_index("ix_claim_keys_article_id", "claim_keys", ["article_id"])
    table("shared_passages",
          {"article_id": "articles", "with_id": "articles", "case_id": "cases"},
          *numbers("paragraphs"), sa.Column("share", SHARE, nullable=False),
          *numbers("start", "end", "with_start", "with_end"), key=("article_id", "with_id"))
    table("article_origins",
          {"article_id": "articles", "case_id": "cases", "origin_id": "articles"},
          sa.Column("share", SHARE, nullable=False),
          sa.Column("agency", sa.Text, nullable=False), key=("article_id",))
    for name, column in INDEXES:
        op.create_index(f"ix_{name}_{column}", name, [column])


INDEXES = (("shared_passages", "case_id"), ("shared_passages", "with_id"),
           ("article_origins", "case_id"), ("article_origins", "origin_id"))


def numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False, autoincrement=False) for name in names]


def words() -> sa.Column[str]:
    return sa.Column("word", sa.Text, nullable=False)


def table(name: str, points_to: dict[str, str], *columns: sa.Column[Any],
          key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        *(sa.Column(column, sa.Integer, nullable=False, autoincrement=False)
          for column in points_to),
        *columns,
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        *(sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}_{other}")
          for column, other in points_to.items()),
        sqlite_strict=True,
    )


def downgrade() -> None:
    for name in ("article_origins", "shared_passages", "claim_keys", "case_words",
                 "indexed_cases"):
        op.drop_table(name)
