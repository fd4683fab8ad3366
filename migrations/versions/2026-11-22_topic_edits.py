"""What the machine proposes as topics kept apart from what people do to them; saved versions."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_topic_edits"
down_revision = "2026_11_22_reshapings"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), POSTGRESQL)
DEEDS = "('renamed', 'merged', 'moved', 'split', 'made', 'ordered')"
KINDS = "('name', 'merge', 'move', 'before', 'after')"
KEPT = ("topic_edits", "topic_edit_parts", "undone_topic_edits", "people_pairs",
        "version_saves", "version_tags", "undone_version_saves")
"""Tables that only ever grow."""


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=null, autoincrement=False)


def time(name: str) -> sa.Column[Any]:
    return sa.Column(name, TIME, nullable=False)


def table(
    name: str, *parts: Any, key: tuple[str, ...] = ("id",), kept: bool = False,  # noqa: ANN401
    **references: str,
) -> None:
    """A table whose columns in `references` point to the id of another one."""
    ident = [sa.Column("id", sa.Integer, nullable=False)] if key == ("id",) else []
    keys = [sa.PrimaryKeyConstraint(*key, name=f"pk_{name}")]
    others = [sa.ForeignKeyConstraint([column], [f"{there}.id"],
                                      name=f"fk_{name}_{column}_{there}")
              for column, there in references.items()]
    op.create_table(name, *ident, *parts, *keys, *others, sqlite_strict=True,
                    sqlite_autoincrement=kept)


def index(table_name: str, *columns: str) -> None:
    op.create_index(f"ix_{table_name}_{'_'.join(columns)}", table_name, list(columns))


def upgrade() -> None:
    table("machine_topics", number("case_id"), number("topic_id"), number("position"),
          text("label"), text("reason"), case_id="cases", topic_id="topics")
    index("machine_topics", "case_id", "position")
    index("machine_topics", "topic_id")
    table("machine_answers", number("machine_topic_id"), number("claim_id"), text("value"),
          number("version"), key=("machine_topic_id", "claim_id"),
          machine_topic_id="machine_topics", claim_id="claims")
    index("machine_answers", "claim_id")
    table(
        "topic_edits", number("case_id"), text("did"), number("reviewer_id"), time("made_at"),
        text("form_key", null=True), sa.CheckConstraint(f"did IN {DEEDS}", "ck_topic_edits_did"),
        sa.UniqueConstraint("reviewer_id", "form_key", name="uq_topic_edits_reviewer_id_form_key"),
        kept=True, case_id="cases", reviewer_id="reviewers",
    )
    index("topic_edits", "case_id", "id")
    table(
        "topic_edit_parts", number("edit_id"), number("position"), text("kind"),
        number("topic_id", null=True), number("to_topic_id", null=True),
        number("claim_id", null=True), text("words"),
        sa.CheckConstraint(f"kind IN {KINDS}", "ck_topic_edit_parts_kind"),
        key=("edit_id", "position"), edit_id="topic_edits", topic_id="topics",
        to_topic_id="topics", claim_id="claims",
    )
    index("topic_edit_parts", "topic_id")
    index("topic_edit_parts", "to_topic_id")
    table("undone_topic_edits", number("edit_id"), number("reviewer_id"), time("undone_at"),
          key=("edit_id",), edit_id="topic_edits", reviewer_id="reviewers")
    table("people_pairs", number("pair_id"), number("reviewer_id"), time("made_at"),
          key=("pair_id",), pair_id="pairs", reviewer_id="reviewers")
    table(
        "version_saves", number("topic_id"), number("reviewer_id"), time("saved_at"),
        text("choices"), text("form_key", null=True),
        sa.UniqueConstraint("reviewer_id", "form_key",
                            name="uq_version_saves_reviewer_id_form_key"),
        kept=True, topic_id="topics", reviewer_id="reviewers",
    )
    index("version_saves", "topic_id", "reviewer_id", "id")
    table("version_tags", number("tag_id"), number("save_id"), key=("tag_id",), tag_id="tags",
          save_id="version_saves")
    index("version_tags", "save_id")
    table("undone_version_saves", number("save_id"), time("undone_at"), key=("save_id",),
          save_id="version_saves")
    keep(op.get_bind().dialect.name)


def keep(dialect: str) -> None:
    for name in KEPT:
        for change in ("UPDATE", "DELETE"):
            body = ("FOR EACH ROW EXECUTE FUNCTION refuse_change()" if dialect == POSTGRESQL
                    else f"BEGIN SELECT RAISE(ABORT, '{name} refuses {change}'); END")
            op.execute(
                f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} {body}")


def downgrade() -> None:
    for name in ("undone_version_saves", "version_tags", "version_saves", "people_pairs",
                 "undone_topic_edits", "topic_edit_parts", "topic_edits", "machine_answers",
                 "machine_topics"):
        op.drop_table(name)
