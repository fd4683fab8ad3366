"""What people decided moves the order: a factor for each reason, and the rank that follows."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_ranks"
down_revision = "2026_11_22_limits"
branch_labels = None
depends_on = None

REAL: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")
OLD, NEW = "score", "rank"


def upgrade() -> None:
    op.create_table(
        "reason_factors",
        sa.Column("reason", sa.Text, primary_key=True),
        sa.Column("factor", REAL, nullable=False),
        sqlite_strict=True,
    )
    op.add_column("suggestions", sa.Column("rank", REAL, nullable=False, server_default="0"))
    op.execute("UPDATE suggestions SET rank = score * 0.8")
    order_by(NEW, instead_of=OLD)


def downgrade() -> None:
    order_by(OLD, instead_of=NEW)
    op.drop_column("suggestions", "rank")
    op.drop_table("reason_factors")


def order_by(column: str, *, instead_of: str) -> None:
    op.drop_index(f"ix_suggestions_case_id_{instead_of}_pair_id", "suggestions")
    op.drop_index(f"ix_suggestions_{instead_of}_pair_id", "suggestions")
    op.create_index(f"ix_suggestions_case_id_{column}_pair_id", "suggestions",
                    ["case_id", sa.text(f"{column} DESC"), "pair_id"])
    op.create_index(f"ix_suggestions_{column}_pair_id", "suggestions",
                    [sa.text(f"{column} DESC"), "pair_id"])
