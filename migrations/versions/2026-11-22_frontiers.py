"""Where the untagged pairs of each reviewer begin, so that no list walks over what is done."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_frontiers"
down_revision = "2026_11_22_keys"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
REAL: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")

MINE = "DELETE FROM frontiers WHERE reviewer_id = OLD.reviewer_id;"
EVERYBODYS = "DELETE FROM frontiers;"
BELOW = "DELETE FROM frontiers WHERE rank < NEW.rank;"
TRIGGERS = (
    ("frontiers_untagged", "DELETE", "standing_tags", MINE),
    ("frontiers_unskipped", "DELETE", "skips", MINE),
    ("frontiers_reopened", "DELETE", "settlements", EVERYBODYS),
    ("frontiers_suggested", "INSERT", "suggestions", BELOW),
    ("frontiers_ranked", "UPDATE OF rank", "suggestions", BELOW),
)
"""Whatever opens a pair again above a frontier takes the frontier away."""


def upgrade() -> None:
    op.create_table(
        "frontiers",
        sa.Column("reviewer_id", sa.Integer, nullable=False),
        sa.Column("rank", REAL, nullable=False),
        sa.PrimaryKeyConstraint("reviewer_id", name="pk_frontiers"),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["reviewers.id"], name="fk_frontiers_reviewer_id_reviewers"),
        sqlite_strict=True,
    )
    op.create_index("ix_frontiers_rank", "frontiers", ["rank"])
    is_postgresql = op.get_bind().dialect.name == POSTGRESQL
    for name, when, table, body in TRIGGERS:
        if is_postgresql:
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {body} RETURN NULL; END $$")
            op.execute(f"CREATE TRIGGER {name} AFTER {when} ON {table} "
                       f"FOR EACH ROW EXECUTE FUNCTION {name}()")
        else:
            op.execute(f"CREATE TRIGGER {name} AFTER {when} ON {table} BEGIN {body} END")


def downgrade() -> None:
    is_postgresql = op.get_bind().dialect.name == POSTGRESQL
    for name, _, table, _ in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}{f' ON {table}' if is_postgresql else ''}")
        if is_postgresql:
            op.execute(f"DROP FUNCTION {name}")
    op.drop_table("frontiers")
