"""How far claims go (hedges, scope, condition, exception) and which steps they tell."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_limits"
down_revision = "2026_11_22_disputes"
branch_labels = None
depends_on = None

LISTS = ("hedges", "scope", "stages", "stages_ahead")
WORDS = ("condition", "exception")


def upgrade() -> None:
    """Claims that are there have none until they are read again."""
    for names, empty in ((LISTS, "[]"), (WORDS, "")):
        for name in names:
            op.add_column("claims", sa.Column(name, sa.Text, nullable=False, server_default=empty))


def downgrade() -> None:
    for name in LISTS + WORDS:
        op.drop_column("claims", name)
