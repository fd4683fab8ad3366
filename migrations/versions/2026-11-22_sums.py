"""Counts of pairs added up by kind and by sides, so that a whole list needs few rows."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_sums"
down_revision = "2026_11_22_ranks"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
GROUPS = {
    "kind": ("case_id", "relation", "reason"),
    "sides": ("case_id", "first_source_id", "second_source_id"),
}
"""What the pairs of a case are grouped by."""

POINTS_TO = {"case_id": "cases", "first_source_id": "sources", "second_source_id": "sources",
             "reviewer_id": "reviewers"}

MADE = """
    INSERT INTO progress_by_{name} (reviewer_id, {columns}, tagged)
    SELECT NEW.reviewer_id, {columns}, 1 FROM portions
    WHERE id = (SELECT pairs.portion_id FROM pairs WHERE pairs.id = NEW.pair_id)
    ON CONFLICT (reviewer_id, {columns})
    DO UPDATE SET tagged = progress_by_{name}.tagged + 1;
"""
"""After a reviewer's first standing tag on a pair."""

LOST = """
    UPDATE progress_by_{name} SET tagged = tagged - 1
    WHERE reviewer_id = OLD.reviewer_id AND ({columns}) = (
        SELECT {columns} FROM portions
        WHERE id = (SELECT pairs.portion_id FROM pairs WHERE pairs.id = OLD.pair_id));
"""
"""After a tag was taken back."""


def upgrade() -> None:
    for name, columns in GROUPS.items():
        table(f"portions_by_{name}", columns, "pairs")
        table(f"progress_by_{name}", ("reviewer_id", *columns), "tagged")
        listed = ", ".join(columns)
        op.execute(
            f"INSERT INTO portions_by_{name} ({listed}, pairs) "  # noqa: S608  our own words
            f"SELECT {listed}, sum(pairs) FROM portions GROUP BY {listed}",
        )
        op.execute(
            f"INSERT INTO progress_by_{name} (reviewer_id, {listed}, tagged) "  # noqa: S608  ours
            f"SELECT reviewer_id, {listed}, sum(tagged) FROM progress "
            f"JOIN portions ON portions.id = progress.portion_id GROUP BY reviewer_id, {listed}",
        )
    trigger("sums_made", "INSERT", MADE)
    trigger("sums_lost", "DELETE", LOST)


def table(name: str, columns: tuple[str, ...], counted: str) -> None:
    op.create_table(
        name,
        *(sa.Column(column, sa.Integer if column in POINTS_TO else sa.Text, nullable=False,
                    autoincrement=False) for column in columns),
        sa.Column(counted, sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint(*columns, name=f"pk_{name}"),
        *(sa.ForeignKeyConstraint([column], [f"{POINTS_TO[column]}.id"],
                                  name=f"fk_{name}_{column}_{POINTS_TO[column]}")
          for column in columns if column in POINTS_TO),
        sqlite_strict=True,
    )


def trigger(name: str, change: str, each: str) -> None:
    body = "".join(each.format(name=group, columns=", ".join(columns))
                   for group, columns in GROUPS.items())
    if op.get_bind().dialect.name == POSTGRESQL:
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {body} RETURN NULL; END $$",
        )
        op.execute(
            f"CREATE TRIGGER {name} AFTER {change} ON standing_tags "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        )
    else:
        op.execute(f"CREATE TRIGGER {name} AFTER {change} ON standing_tags BEGIN {body} END")


def downgrade() -> None:
    is_postgresql = op.get_bind().dialect.name == POSTGRESQL
    for name in ("sums_made", "sums_lost"):
        op.execute(f"DROP TRIGGER {name}{' ON standing_tags' if is_postgresql else ''}")
        if is_postgresql:
            op.execute(f"DROP FUNCTION {name}")
    for name in reversed(GROUPS):
        op.drop_table(f"progress_by_{name}")
        op.drop_table(f"portions_by_{name}")
