"""The first schema: sources to audit rows, and the triggers that keep what must not change."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_first"
down_revision = None
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
TIME = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), POSTGRESQL)
DAY = sa.Text().with_variant(sa.Date(), POSTGRESQL)
YES_NO = sa.Integer().with_variant(sa.Boolean(), POSTGRESQL)
NUMBER: sa.Double[float] = sa.Double().with_variant(sa.REAL(), "sqlite")
RELATIONS = "('agree', 'conflict', 'related', 'unrelated')"
STRENGTHS = "('strict', 'tension', 'framing')"

schema = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    },
)


def ident() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def to(name: str, table: str, *, null: bool = False, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.ForeignKey(f"{table}.id"), nullable=null, primary_key=key)


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, primary_key=key, autoincrement=False)


def typed(name: str, kind: Any, *, null: bool = False) -> sa.Column[Any]:  # noqa: ANN401
    return sa.Column(name, kind, nullable=null)


def relation_check() -> sa.CheckConstraint:
    return sa.CheckConstraint(f"relation IN {RELATIONS}", name="relation")


def strength_check() -> sa.CheckConstraint:
    return sa.CheckConstraint(f"strength IN {STRENGTHS}", name="strength")


def table(name: str, *parts: sa.schema.SchemaItem, keep_ids: bool = False) -> sa.Table:
    return sa.Table(name, schema, *parts, sqlite_strict=True, sqlite_autoincrement=keep_ids)


def unique(*columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns)


def index(*columns: str) -> sa.Index:
    return sa.Index(None, *columns)


table(
    "reviewers", ident(), text("name"), text("letter"), text("role"),
    typed("is_active", YES_NO), typed("joined_at", TIME),
    sa.CheckConstraint("role IN ('viewer', 'reviewer', 'adjudicator', 'admin')", name="role"),
    unique("name"), unique("letter"),
)
table(
    "cases", ident(), text("name"), text("folded"), to("opened_by", "reviewers"),
    typed("opened_at", TIME), number("pairs_numbered"), unique("folded"),
)
table("sources", ident(), text("name"), text("folded"), unique("folded"))
table(
    "articles", ident(), to("case_id", "cases"), to("source_id", "sources"), text("title"),
    text("file_name"), typed("published_on", DAY, null=True), number("revision_number"),
    index("case_id", "id"), index("source_id"),
)
table(
    "revisions", ident(), to("article_id", "articles"), to("case_id", "cases"),
    number("number"), text("sha256"), to("imported_by", "reviewers"),
    typed("imported_at", TIME), text("dropped"), text("text"),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    unique("article_id", "number"), unique("case_id", "sha256"),
)
table(
    "claims", ident(), to("article_id", "articles"), to("revision_id", "revisions"),
    number("position"), number("start"), number("end"), text("quote"), text("before"),
    text("after"), number("paragraph"), typed("in_title", YES_NO),
    text("speaker_name", null=True), text("speaker_kind", null=True),
    text("speaker_verb", null=True), text("speaker_via", null=True), text("modality"),
    text("polarity"), unique("revision_id", "position"), index("article_id"),
)
table(
    "facts", ident(), to("claim_id", "claims"), number("position"), text("kind"),
    text("value"), text("shown"), text("surface"), number("start"), number("end"),
    unique("claim_id", "position"),
)
table(
    "topics", ident(), to("case_id", "cases"), number("position"), text("label"),
    text("reason"), text("made_by"),
    sa.CheckConstraint("made_by IN ('machine', 'person')", name="made_by"),
    index("case_id", "position"),
)
table(
    "answers", to("topic_id", "topics", key=True), to("claim_id", "claims", key=True),
    text("value"), number("version"), index("claim_id"),
)
table(
    "pairs", ident(), to("case_id", "cases"), number("number"),
    to("first_claim_id", "claims"), to("second_claim_id", "claims"), number("version"),
    typed("is_gone", YES_NO), to("topic_id", "topics", null=True),
    sa.CheckConstraint("first_claim_id < second_claim_id", name="ordered"),
    unique("first_claim_id", "second_claim_id"), unique("case_id", "number"),
    index("second_claim_id"), index("topic_id", "number"),
)
suggestions = table(
    "suggestions", to("pair_id", "pairs", key=True), to("case_id", "cases"), text("relation"),
    text("strength"), text("reason"), sa.Column("score", NUMBER, nullable=False),
    text("engine"), sa.Column("aligned", NUMBER, nullable=False), text("only_first"),
    text("only_second"), text("keys"), relation_check(), strength_check(),
)
sa.Index(
    "ix_suggestions_case_id_score_pair_id",
    suggestions.c.case_id, suggestions.c.score.desc(), suggestions.c.pair_id,
)
table(
    "findings", to("pair_id", "pairs", key=True), number("position", key=True),
    text("reason"), text("relation"), text("strength"), text("because"), text("what"),
    text("reading"), text("first_value"), text("second_value"), text("first_places"),
    text("second_places"), relation_check(), strength_check(),
)
table(
    "tags", ident(), to("pair_id", "pairs"), to("reviewer_id", "reviewers"),
    text("relation", null=True), text("note"), typed("tagged_at", TIME),
    to("undoes", "tags", null=True), text("form_key", null=True), relation_check(),
    unique("reviewer_id", "form_key"), unique("undoes"),
    index("pair_id", "reviewer_id", "id"), index("reviewer_id", "id"), keep_ids=True,
)
table(
    "standing_tags", to("pair_id", "pairs", key=True), to("reviewer_id", "reviewers", key=True),
    to("tag_id", "tags"), text("relation"), relation_check(), index("reviewer_id", "pair_id"),
)
table(
    "skips", to("pair_id", "pairs", key=True), to("reviewer_id", "reviewers", key=True),
    typed("skipped_at", TIME), index("reviewer_id", "pair_id"),
)
table(
    "drafts", to("pair_id", "pairs", key=True), to("reviewer_id", "reviewers", key=True),
    text("note"), typed("saved_at", TIME),
)
table(
    "settlements", ident(), to("pair_id", "pairs"), to("reviewer_id", "reviewers"),
    text("relation"), text("why"), typed("settled_at", TIME), relation_check(),
    unique("pair_id"), keep_ids=True,
)
table(
    "import_jobs", ident(), to("case_id", "cases"), to("reviewer_id", "reviewers"),
    typed("requested_at", TIME), typed("cancelled_at", TIME, null=True), index("case_id"),
)
table(
    "import_items", ident(), to("job_id", "import_jobs"), number("position"), text("name"),
    text("title"), text("source"), typed("published_on", DAY, null=True), text("state"),
    text("failed_at", null=True), text("message"), to("article_id", "articles", null=True),
    number("claims"), number("pairs"), number("attempts"),
    typed("leased_until", TIME, null=True), sa.Column("raw", sa.LargeBinary),
    unique("job_id", "position"), index("state", "id"),
)
table(
    "audit", ident(), typed("at", TIME), to("reviewer_id", "reviewers", null=True),
    text("did"), to("case_id", "cases", null=True), to("pair_id", "pairs", null=True),
    text("details"), index("case_id", "id"), index("pair_id", "id"), keep_ids=True,
)

KEPT = (("tags", "UPDATE"), ("tags", "DELETE"), ("settlements", "UPDATE"),
        ("settlements", "DELETE"), ("audit", "UPDATE"), ("audit", "DELETE"),
        ("revisions", "UPDATE"))
"""What no statement may do to which table."""

STAND = """
    INSERT INTO standing_tags (pair_id, reviewer_id, tag_id, relation)
    SELECT NEW.pair_id, NEW.reviewer_id, NEW.id, NEW.relation WHERE NEW.relation IS NOT NULL
    ON CONFLICT (pair_id, reviewer_id)
    DO UPDATE SET tag_id = excluded.tag_id, relation = excluded.relation;
    DELETE FROM standing_tags WHERE NEW.relation IS NULL
    AND pair_id = NEW.pair_id AND reviewer_id = NEW.reviewer_id;
"""
"""After a new tag: the tag that counts now is this one, or none."""


def keep_on_sqlite() -> None:
    for name, change in KEPT:
        op.execute(
            f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} "
            f"BEGIN SELECT RAISE(ABORT, '{name} refuses {change}'); END",
        )
    op.execute(f"CREATE TRIGGER tags_stand AFTER INSERT ON tags BEGIN {STAND} END")


def keep_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP; END $$",
    )
    for name, change in KEPT:
        op.execute(
            f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        )
    op.execute(
        "CREATE FUNCTION stand_tag() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {STAND} RETURN NULL; END $$",
    )
    op.execute(
        "CREATE TRIGGER tags_stand AFTER INSERT ON tags "
        "FOR EACH ROW EXECUTE FUNCTION stand_tag()",
    )


def upgrade() -> None:
    bind = op.get_bind()
    schema.create_all(bind, checkfirst=False)
    if bind.dialect.name == POSTGRESQL:
        keep_on_postgresql()
    else:
        keep_on_sqlite()


def downgrade() -> None:
    bind = op.get_bind()
    schema.drop_all(bind, checkfirst=False)
    if bind.dialect.name == POSTGRESQL:
        op.execute("DROP FUNCTION refuse_change, stand_tag")
