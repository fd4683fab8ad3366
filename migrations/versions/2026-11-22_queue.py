"""What people do in the queue: several pairs at once, lists kept, tags that do not fit."""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_queue"
down_revision = "2026_11_22_search"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), POSTGRESQL)
THREE = ("conflict_id", "first_agree_id", "second_agree_id")
MADE_IN = "('finding', 'selection', 'assignment')"

TRIANGLES = """
    INSERT INTO misfits (reviewer_id, conflict_id, first_agree_id, second_agree_id)
    SELECT t1.reviewer_id, p1.id, p2.id, p3.id
    FROM standing_tags AS t1 JOIN pairs AS p1 ON p1.id = t1.pair_id
    JOIN pairs AS p2 ON p2.topic_id = p1.topic_id
    JOIN standing_tags AS t2 ON t2.pair_id = p2.id AND t2.reviewer_id = t1.reviewer_id
    JOIN pairs AS p3 ON p3.topic_id = p1.topic_id AND p3.id > p2.id
    JOIN standing_tags AS t3 ON t3.pair_id = p3.id AND t3.reviewer_id = t1.reviewer_id
    WHERE t1.relation = 'conflict' AND t2.relation = 'agree' AND t3.relation = 'agree'
    AND ((p1.first_claim_id IN (p2.first_claim_id, p2.second_claim_id)
          AND p1.second_claim_id IN (p3.first_claim_id, p3.second_claim_id))
      OR (p1.second_claim_id IN (p2.first_claim_id, p2.second_claim_id)
          AND p1.first_claim_id IN (p3.first_claim_id, p3.second_claim_id)))
    AND (p2.first_claim_id IN (p3.first_claim_id, p3.second_claim_id)
      OR p2.second_claim_id IN (p3.first_claim_id, p3.second_claim_id))
"""
"""Two pairs that agree and one that conflicts, between three claims; no two pairs share both."""


def number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, autoincrement=False)


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def time(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, TIME, nullable=null)


def table(
    name: str, *parts: Any, key: tuple[str, ...] = ("id",), **references: str,  # noqa: ANN401
) -> None:
    """A table whose columns in `references` point to the id of another one."""
    ids = [sa.Column("id", sa.Integer, nullable=False)] if key == ("id",) else []
    keys = [sa.PrimaryKeyConstraint(*key, name=f"pk_{name}")]
    others = [sa.ForeignKeyConstraint([column], [f"{there}.id"],
                                      name=f"fk_{name}_{column}_{there}")
              for column, there in references.items()]
    op.create_table(name, *ids, *parts, *keys, *others, sqlite_strict=True,
                    sqlite_autoincrement=name == "batches")


def upgrade() -> None:
    table("shared_findings", number("pair_id"), text("finding"), key=("pair_id",),
          pair_id="pairs")
    op.create_index(
        "ix_shared_findings_finding_pair_id", "shared_findings", ["finding", "pair_id"])
    table(
        "batches", number("reviewer_id"), text("made_in"), text("finding"), time("made_at"),
        time("undone_at", null=True), text("form_key", null=True),
        sa.CheckConstraint(f"made_in IN {MADE_IN}", name="ck_batches_made_in"),
        sa.UniqueConstraint("reviewer_id", "form_key", name="uq_batches_reviewer_id_form_key"),
        reviewer_id="reviewers",
    )
    op.create_index("ix_batches_reviewer_id_id", "batches", ["reviewer_id", "id"])
    table("batch_tags", number("tag_id"), number("batch_id"), key=("tag_id",), tag_id="tags",
          batch_id="batches")
    op.create_index("ix_batch_tags_batch_id", "batch_tags", ["batch_id"])
    table("assignments", number("pair_id"), number("reviewer_id"), number("batch_id"),
          key=("pair_id", "reviewer_id"), pair_id="pairs", reviewer_id="reviewers",
          batch_id="batches")
    op.create_index(
        "ix_assignments_reviewer_id_pair_id", "assignments", ["reviewer_id", "pair_id"])
    op.create_index("ix_assignments_batch_id", "assignments", ["batch_id"])
    three = dict.fromkeys(THREE, "pairs")
    table("misfits", number("reviewer_id"), *map(number, THREE), key=("reviewer_id", *THREE),
          reviewer_id="reviewers", **three)
    table("kept_misfits", number("reviewer_id"), *map(number, THREE), text("why"),
          time("kept_at"), key=("reviewer_id", *THREE), reviewer_id="reviewers", **three)
    table(
        "saved_views", number("reviewer_id"), text("name"), text("folded"), text("query"),
        time("saved_at"),
        sa.UniqueConstraint("reviewer_id", "folded", name="uq_saved_views_reviewer_id_folded"),
        reviewer_id="reviewers",
    )
    name_findings()
    op.execute(TRIANGLES)


def name_findings() -> None:
    """Give the findings that are there their names."""
    connection = op.get_bind()
    rows = connection.execute(sa.text(
        "SELECT pairs.id, pairs.case_id, findings.reason, first_value, second_value FROM pairs "
        "JOIN findings ON findings.pair_id = pairs.id AND findings.position = 0"))
    named = [{"pair": pair_id, "finding": finding_name(pair_id, *told)}
             for pair_id, *told in rows]
    if named:
        connection.execute(sa.text(
            "INSERT INTO shared_findings (pair_id, finding) VALUES (:pair, :finding)"), named)


def finding_name(pair_id: int, case_id: int, reason: str, one: str, other: str) -> str:
    told = [case_id, reason, *sorted([one, other])] if one and other else [case_id, pair_id]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]


def downgrade() -> None:
    for name in ("saved_views", "kept_misfits", "misfits", "assignments", "batch_tags",
                 "batches", "shared_findings"):
        op.drop_table(name)
