"""Counts of pairs by what lists are narrowed by, so that no page counts a hundred thousand rows."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_portions"
down_revision = "2026_11_21_first"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"

PROGRESS = """
    INSERT INTO progress (reviewer_id, portion_id, tagged)
    SELECT NEW.reviewer_id, pairs.portion_id, 1 FROM pairs
    WHERE pairs.id = NEW.pair_id AND pairs.portion_id IS NOT NULL
    ON CONFLICT (reviewer_id, portion_id) DO UPDATE SET tagged = progress.tagged + 1;
"""
"""After a reviewer's first standing tag on a pair."""

REGRESS = """
    UPDATE progress SET tagged = tagged - 1 WHERE reviewer_id = OLD.reviewer_id
    AND portion_id = (SELECT pairs.portion_id FROM pairs WHERE pairs.id = OLD.pair_id);
"""
"""After a tag was taken back."""

SIDES = """
    SELECT pairs.id AS pair_id, pairs.case_id, suggestions.relation, suggestions.reason,
        CASE WHEN a1.source_id < a2.source_id THEN a1.source_id ELSE a2.source_id END AS one,
        CASE WHEN a1.source_id < a2.source_id THEN a2.source_id ELSE a1.source_id END AS other
    FROM pairs JOIN suggestions ON suggestions.pair_id = pairs.id
    JOIN claims AS c1 ON c1.id = pairs.first_claim_id JOIN articles AS a1 ON a1.id = c1.article_id
    JOIN claims AS c2 ON c2.id = pairs.second_claim_id JOIN articles AS a2 ON a2.id = c2.article_id
    WHERE NOT pairs.is_gone
"""


def upgrade() -> None:
    op.create_table(
        "portions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("case_id", sa.Integer, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("first_source_id", sa.Integer, nullable=False),
        sa.Column("second_source_id", sa.Integer, nullable=False),
        sa.Column("pairs", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_portions_case_id_cases"),
        sa.ForeignKeyConstraint(
            ["first_source_id"], ["sources.id"], name="fk_portions_first_source_id_sources"),
        sa.ForeignKeyConstraint(
            ["second_source_id"], ["sources.id"], name="fk_portions_second_source_id_sources"),
        sa.UniqueConstraint(
            "case_id", "relation", "reason", "first_source_id", "second_source_id",
            name="uq_portions_what"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_portions_relation_reason_pairs", "portions", ["relation", "reason", "pairs"])
    op.create_index(
        "ix_portions_first_source_id_second_source_id_pairs", "portions",
        ["first_source_id", "second_source_id", "pairs"])
    op.create_table(
        "progress",
        sa.Column("reviewer_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("portion_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("tagged", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["reviewers.id"], name="fk_progress_reviewer_id_reviewers"),
        sa.ForeignKeyConstraint(
            ["portion_id"], ["portions.id"], name="fk_progress_portion_id_portions"),
        sqlite_strict=True,
    )
    op.execute(
        "ALTER TABLE pairs ADD COLUMN portion_id INTEGER "
        "CONSTRAINT fk_pairs_portion_id_portions REFERENCES portions (id)",
    )
    op.create_index(
        "ix_suggestions_score_pair_id", "suggestions", [sa.text("score DESC"), "pair_id"])
    count_what_is_there()
    keep_counting(op.get_bind().dialect.name)


def count_what_is_there() -> None:
    op.execute(
        "INSERT INTO portions "  # noqa: S608  our own words
        "(case_id, relation, reason, first_source_id, second_source_id, pairs) "
        f"SELECT case_id, relation, reason, one, other, count(*) FROM ({SIDES}) AS sides "
        "GROUP BY case_id, relation, reason, one, other",
    )
    op.execute(
        "UPDATE pairs SET portion_id = (SELECT portions.id FROM portions "  # noqa: S608  ours
        f"JOIN ({SIDES}) AS sides ON sides.case_id = portions.case_id "
        "AND sides.relation = portions.relation AND sides.reason = portions.reason "
        "AND sides.one = portions.first_source_id AND sides.other = portions.second_source_id "
        "WHERE sides.pair_id = pairs.id)",
    )
    op.execute(
        "INSERT INTO progress (reviewer_id, portion_id, tagged) "
        "SELECT standing_tags.reviewer_id, pairs.portion_id, count(*) FROM standing_tags "
        "JOIN pairs ON pairs.id = standing_tags.pair_id WHERE pairs.portion_id IS NOT NULL "
        "GROUP BY standing_tags.reviewer_id, pairs.portion_id",
    )


def keep_counting(dialect: str) -> None:
    for name, change, body in (
        ("progress_made", "INSERT", PROGRESS), ("progress_lost", "DELETE", REGRESS),
    ):
        if dialect == POSTGRESQL:
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
    dialect = op.get_bind().dialect.name
    for name in ("progress_made", "progress_lost"):
        on = " ON standing_tags" if dialect == POSTGRESQL else ""
        op.execute(f"DROP TRIGGER {name}{on}")
        if dialect == POSTGRESQL:
            op.execute(f"DROP FUNCTION {name}")
    op.drop_index("ix_suggestions_score_pair_id", "suggestions")
    op.execute("ALTER TABLE pairs DROP COLUMN portion_id")
    op.drop_table("progress")
    op.drop_table("portions")
