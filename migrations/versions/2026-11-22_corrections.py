"""What people put right: corrections of claims, names that mean the same."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_corrections"
down_revision = "2026_11_21_portions"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), POSTGRESQL)
WHATS = "('speaker', 'fact', 'date', 'boundary', 'not_a_claim', 'same_event')"
KEPT = ("corrections", "corrected_parts", "undone_corrections", "aliases", "withdrawn_aliases")
"""Tables that only ever grow."""


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def ident() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False)


def number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=null, autoincrement=False)


def time(name: str) -> sa.Column[Any]:
    return sa.Column(name, TIME, nullable=False)


def table(
    name: str, *parts: Any, key: tuple[str, ...] = ("id",), **references: str,  # noqa: ANN401
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
        "corrections", ident(), number("claim_id"), number("pair_id", null=True),
        text("why"), number("compared"), number("changed"), number("reviewer_id"),
        time("made_at"), claim_id="claims", pair_id="pairs", reviewer_id="reviewers",
    )
    op.create_index("ix_corrections_claim_id_id", "corrections", ["claim_id", "id"])
    table(
        "corrected_parts", number("correction_id"), number("position"), text("what"),
        text("before"), text("after"),
        sa.CheckConstraint(f"what IN {WHATS}", name="ck_corrected_parts_what"),
        key=("correction_id", "position"), correction_id="corrections",
    )
    table(
        "undone_corrections", number("correction_id"), number("reviewer_id"),
        time("undone_at"), number("compared"), number("changed"), key=("correction_id",),
        correction_id="corrections", reviewer_id="reviewers",
    )
    table("machine_readings", number("claim_id"), text("reading"), key=("claim_id",),
          claim_id="claims")
    table("left_out_claims", number("claim_id"), key=("claim_id",), claim_id="claims")
    table("parted_pairs", number("first_claim_id"), number("second_claim_id"),
          key=("first_claim_id", "second_claim_id"), first_claim_id="claims",
          second_claim_id="claims")
    op.create_index("ix_parted_pairs_second_claim_id", "parted_pairs", ["second_claim_id"])
    table(
        "aliases", ident(), number("case_id"), text("name"), text("folded"),
        text("means"), text("kind"), number("reviewer_id"), time("added_at"),
        case_id="cases", reviewer_id="reviewers",
    )
    op.create_index("ix_aliases_case_id_id", "aliases", ["case_id", "id"])
    table("withdrawn_aliases", number("alias_id"), number("reviewer_id"), time("withdrawn_at"),
          key=("alias_id",), alias_id="aliases", reviewer_id="reviewers")
    keep(op.get_bind().dialect.name)


def keep(dialect: str) -> None:
    for name in KEPT:
        for change in ("UPDATE", "DELETE"):
            body = ("FOR EACH ROW EXECUTE FUNCTION refuse_change()" if dialect == POSTGRESQL
                    else f"BEGIN SELECT RAISE(ABORT, '{name} refuses {change}'); END")
            op.execute(
                f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} {body}")


def downgrade() -> None:
    for name in ("withdrawn_aliases", "aliases", "parted_pairs", "left_out_claims",
                 "machine_readings", "undone_corrections", "corrected_parts", "corrections"):
        op.drop_table(name)
