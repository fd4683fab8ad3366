"""Pairs whose tags differ, and what adjudicators decided about them, row after row."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_disputes"
down_revision = "2026_11_22_corrections"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), POSTGRESQL)
RELATIONS = "('agree', 'conflict', 'related', 'unrelated')"
RULINGS = "('settled', 'unresolved', 'discussed', 'reopened')"
STAGES = "('open', 'discussed', 'unresolved', 'settled')"

DIFFERING = "(SELECT count(DISTINCT relation) FROM standing_tags WHERE pair_id = {0}.pair_id) > 1"

FOUND = f"""
    INSERT INTO disputes (pair_id, case_id, stage, since)
    SELECT pairs.id, pairs.case_id,
        CASE WHEN EXISTS (SELECT 1 FROM settlements WHERE settlements.pair_id = pairs.id)
             THEN 'settled' ELSE 'open' END,
        (SELECT tags.tagged_at FROM tags WHERE tags.id = NEW.tag_id)
    FROM pairs WHERE pairs.id = NEW.pair_id AND {DIFFERING.format("NEW")}
    ON CONFLICT (pair_id) DO UPDATE SET stage =
"""  # noqa: S608  our own words
FOUND_NEW = FOUND + "CASE disputes.stage WHEN 'settled' THEN 'settled' ELSE 'open' END;"
"""After somebody's first tag on a pair: it may differ from the others."""

FOUND_OTHER = FOUND + """CASE WHEN disputes.stage = 'settled' THEN 'settled'
    WHEN disputes.stage = 'discussed' OR NEW.relation <> OLD.relation THEN 'open'
    ELSE disputes.stage END;
"""
"""After another tag of the same person: any answers a wish to discuss, a changed one brings a
pair that was left unresolved back."""

OVER = f"""
    DELETE FROM disputes WHERE pair_id = {{0}}.pair_id AND NOT ({DIFFERING});
"""  # noqa: S608  our own words
"""After any change: the tags may be at one now."""

DECIDE = """
    DELETE FROM settlements WHERE pair_id = NEW.pair_id;
    INSERT INTO settlements (id, pair_id, reviewer_id, relation, why, settled_at)
    SELECT NEW.id, NEW.pair_id, NEW.reviewer_id, NEW.relation, NEW.why, NEW.decided_at
    WHERE NEW.relation IS NOT NULL;
    UPDATE disputes SET stage = CASE NEW.ruling WHEN 'reopened' THEN 'open' ELSE NEW.ruling END
    WHERE pair_id = NEW.pair_id;
"""
"""After a decision: it is what stands now."""

TRIGGERS = (
    ("disputes_found", "INSERT ON standing_tags", FOUND_NEW),
    ("disputes_again", "UPDATE ON standing_tags", OVER.format("NEW") + FOUND_OTHER),
    ("disputes_over", "DELETE ON standing_tags", OVER.format("OLD")),
    ("decisions_stand", "INSERT ON decisions", DECIDE),
)

OUTDATED = "EXISTS (SELECT 1 FROM decisions WHERE pair_id = OLD.pair_id AND id > OLD.id)"
"""A settlement goes when a later decision takes its place, and never else."""


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        number("pair_id"), number("reviewer_id"), text("ruling"), text("relation", null=True),
        text("why"), sa.Column("decided_at", TIME, nullable=False), text("form_key", null=True),
        sa.CheckConstraint(f"ruling IN {RULINGS}", name="ck_decisions_ruling"),
        sa.CheckConstraint(f"relation IN {RELATIONS}", name="ck_decisions_relation"),
        sa.CheckConstraint(
            "(ruling = 'settled') = (relation IS NOT NULL)", name="ck_decisions_answered"),
        reference("decisions", "pair_id", "pairs"),
        reference("decisions", "reviewer_id", "reviewers"),
        sa.UniqueConstraint(
            "reviewer_id", "form_key", name="uq_decisions_reviewer_id_form_key"),
        sqlite_strict=True, sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_pair_id_id", "decisions", ["pair_id", "id"])
    op.create_table(
        "disputes",
        sa.Column("pair_id", sa.Integer, primary_key=True, autoincrement=False),
        number("case_id"), text("stage"), sa.Column("since", TIME, nullable=False),
        sa.CheckConstraint(f"stage IN {STAGES}", name="ck_disputes_stage"),
        reference("disputes", "pair_id", "pairs"), reference("disputes", "case_id", "cases"),
        sqlite_strict=True,
    )
    op.create_index("ix_disputes_stage_since_pair_id", "disputes", ["stage", "since", "pair_id"])
    drop_trigger("settlements_no_delete", "settlements", dialect)
    carry_over()
    keep(dialect)


def carry_over() -> None:
    """What was settled so far becomes the first decisions, and what differs the disputes."""
    op.execute(
        "INSERT INTO decisions (pair_id, reviewer_id, ruling, relation, why, decided_at) "
        "SELECT pair_id, reviewer_id, 'settled', relation, why, settled_at "
        "FROM settlements ORDER BY id",
    )
    op.execute("DELETE FROM settlements")
    op.execute(
        "INSERT INTO settlements (id, pair_id, reviewer_id, relation, why, settled_at) "
        "SELECT id, pair_id, reviewer_id, relation, why, decided_at FROM decisions",
    )
    op.execute(
        "INSERT INTO disputes (pair_id, case_id, stage, since) "
        "SELECT pairs.id, pairs.case_id, CASE WHEN EXISTS (SELECT 1 FROM settlements "
        "WHERE settlements.pair_id = pairs.id) THEN 'settled' ELSE 'open' END, "
        "max(tags.tagged_at) FROM standing_tags "
        "JOIN pairs ON pairs.id = standing_tags.pair_id "
        "JOIN tags ON tags.id = standing_tags.tag_id GROUP BY pairs.id, pairs.case_id "
        "HAVING count(DISTINCT standing_tags.relation) > 1",
    )


def keep(dialect: str) -> None:
    """Let decisions and settlements be kept, and all else follow from them and the tags."""
    for change in ("UPDATE", "DELETE"):
        refuse("decisions", change, dialect)
    for name, when, body in TRIGGERS:
        trigger(name, f"AFTER {when}", body, dialect)
    if dialect == POSTGRESQL:
        body = (f"IF NOT {OUTDATED} THEN RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP; "
                "END IF; RETURN OLD;")
        trigger("settlements_no_delete", "BEFORE DELETE ON settlements", body, dialect)
    else:
        op.execute(
            "CREATE TRIGGER settlements_no_delete BEFORE DELETE ON settlements "
            f"WHEN NOT {OUTDATED} BEGIN SELECT RAISE(ABORT, 'settlements refuses DELETE'); END",
        )


def refuse(name: str, change: str, dialect: str) -> None:
    told = f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} "
    op.execute(
        told + "FOR EACH ROW EXECUTE FUNCTION refuse_change()" if dialect == POSTGRESQL
        else told + f"BEGIN SELECT RAISE(ABORT, '{name} refuses {change}'); END",
    )


def trigger(name: str, when: str, body: str, dialect: str) -> None:
    if dialect == POSTGRESQL:
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {body} RETURN NULL; END $$",
        )
        op.execute(f"CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION {name}()")
    else:
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN {body} END")


def drop_trigger(name: str, table: str, dialect: str) -> None:
    on = f" ON {table}" if dialect == POSTGRESQL else ""
    op.execute(f"DROP TRIGGER {name}{on}")


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    for name, when, _ in (*TRIGGERS, ("settlements_no_delete", "DELETE ON settlements", "")):
        drop_trigger(name, when.partition(" ON ")[2], dialect)
        if dialect == POSTGRESQL:
            op.execute(f"DROP FUNCTION {name}")
    refuse("settlements", "DELETE", dialect)
    op.drop_table("disputes")
    op.drop_table("decisions")
    if dialect == POSTGRESQL:
        op.execute(
            "SELECT setval(pg_get_serial_sequence('settlements', 'id'), "
            "coalesce((SELECT max(id) FROM settlements), 0) + 1, false)",
        )


def number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


def reference(table: str, column: str, there: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{there}.id"], name=f"fk_{table}_{column}_{there}")
