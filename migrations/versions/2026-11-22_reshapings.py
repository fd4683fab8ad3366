"""Claims merged, split or left out in one go, and corrections that are proposed."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_reshapings"
down_revision = "2026_11_22_sums"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), POSTGRESQL)
KEPT = ("reshapings", "moved_pairs", "proposals", "answered_proposals")
"""Tables that only ever grow."""


def number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=null, autoincrement=False)


def table(
    name: str, *parts: Any, key: tuple[str, ...], **references: str,  # noqa: ANN401
) -> None:
    """A table whose columns in `references` point to the id of another one."""
    keys = [sa.PrimaryKeyConstraint(*key, name=f"pk_{name}")]
    others = [sa.ForeignKeyConstraint([column], [f"{there}.id"],
                                      name=f"fk_{name}_{column}_{there}")
              for column, there in references.items()]
    op.create_table(name, *parts, *keys, *others, sqlite_strict=True,
                    sqlite_autoincrement=key == ("id",))


def upgrade() -> None:
    table(
        "reshapings", number("correction_id"), number("leader_id"),
        sa.Column("deed", sa.Text, nullable=False),
        sa.CheckConstraint("deed IN ('merged', 'split', 'left_out')", name="ck_reshapings_deed"),
        key=("correction_id",), correction_id="corrections", leader_id="corrections",
    )
    op.create_index("ix_reshapings_leader_id", "reshapings", ["leader_id"])
    table(
        "moved_pairs", number("correction_id"), number("pair_id"), number("from_claim_id"),
        number("to_claim_id"), key=("correction_id", "pair_id"), correction_id="corrections",
        pair_id="pairs", from_claim_id="claims", to_claim_id="claims",
    )
    op.create_index("ix_moved_pairs_pair_id", "moved_pairs", ["pair_id"])
    table(
        "proposals", sa.Column("id", sa.Integer, nullable=False), number("claim_id"),
        sa.Column("fields", sa.Text, nullable=False), sa.Column("why", sa.Text, nullable=False),
        number("reviewer_id"), sa.Column("made_at", TIME, nullable=False), number("seen"),
        key=("id",), claim_id="claims", reviewer_id="reviewers",
    )
    op.create_index("ix_proposals_claim_id_id", "proposals", ["claim_id", "id"])
    table(
        "answered_proposals", number("proposal_id"), number("correction_id", null=True),
        number("reviewer_id"), sa.Column("answered_at", TIME, nullable=False),
        key=("proposal_id",), proposal_id="proposals", correction_id="corrections",
        reviewer_id="reviewers",
    )
    op.create_index("ix_answered_proposals_correction_id", "answered_proposals",
                    ["correction_id"])
    keep(op.get_bind().dialect.name)


def keep(dialect: str) -> None:
    for name in KEPT:
        for change in ("UPDATE", "DELETE"):
            body = ("FOR EACH ROW EXECUTE FUNCTION refuse_change()" if dialect == POSTGRESQL
                    else f"BEGIN SELECT RAISE(ABORT, '{name} refuses {change}'); END")
            op.execute(
                f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} {body}")


def downgrade() -> None:
    for name in ("answered_proposals", "proposals", "moved_pairs", "reshapings"):
        op.drop_table(name)
