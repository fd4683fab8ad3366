"""What each reviewer chose under Settings, and how far they have seen what happened."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_settings"
down_revision = "2026_11_22_queue"
branch_labels = None
depends_on = None

TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    table("preferences", sa.Column("chosen", sa.Text, nullable=False), "saved_at")
    table("visits", sa.Column("seen", sa.Integer, nullable=False), "seen_at")
    op.create_index("ix_audit_reviewer_id_id", "audit", ["reviewer_id", "id"])


def table(name: str, column: sa.Column[str] | sa.Column[int], time: str) -> None:
    op.create_table(
        name,
        sa.Column("reviewer_id", sa.Integer, primary_key=True, autoincrement=False),
        column,
        sa.Column(time, TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["reviewers.id"], name=f"fk_{name}_reviewer_id_reviewers"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_index("ix_audit_reviewer_id_id", "audit")
    op.drop_table("visits")
    op.drop_table("preferences")
