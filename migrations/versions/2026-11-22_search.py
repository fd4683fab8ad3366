"""Search: an index each for claims, articles and notes, and what waits to be taken into it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_search"
down_revision = "2026_11_22_topics_proposed"
branch_labels = None
depends_on = None

POSTGRESQL = "postgresql"
KINDS = ("claims", "articles", "notes")

# Trigger: table, change, the row that tells the id, kind and id that then wait, condition.
WATCHED = (
    ("claims", "INSERT", "claims", "NEW.id", ""),
    ("claims", "UPDATE", "claims", "NEW.id", "NEW.quote <> OLD.quote"),
    ("claims", "DELETE", "claims", "OLD.id", ""),
    ("facts", "INSERT", "claims", "NEW.claim_id", ""),
    ("facts", "UPDATE", "claims", "NEW.claim_id", ""),
    ("facts", "DELETE", "claims", "OLD.claim_id", ""),
    ("answers", "INSERT", "claims", "NEW.claim_id", ""),
    ("answers", "UPDATE", "claims", "NEW.claim_id", "NEW.value <> OLD.value"),
    ("answers", "DELETE", "claims", "OLD.claim_id", ""),
    ("articles", "INSERT", "articles", "NEW.id", ""),
    ("articles", "UPDATE", "articles", "NEW.id", ""),
    ("articles", "DELETE", "articles", "OLD.id", ""),
    ("revisions", "INSERT", "articles", "NEW.article_id", ""),
    ("tags", "INSERT", "notes", "NEW.id", "NEW.note <> ''"),
)


def upgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == POSTGRESQL
    op.create_table(
        "search_waiting",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.CheckConstraint(f"kind IN {KINDS}", name="ck_search_waiting_kind"),
        sqlite_strict=True,
    )
    op.create_table(
        "search_words", sa.Column("word", sa.Text, primary_key=True), sqlite_strict=True)
    for kind in KINDS:
        make_index(kind, on_postgresql=on_postgresql)
    for table, change, kind, number, condition in WATCHED:
        watch(table, change, kind, number, condition, on_postgresql=on_postgresql)
    wait_for_all()


def make_index(kind: str, *, on_postgresql: bool) -> None:
    """The words as the program cut them; `meant` says the same in other words."""
    if on_postgresql:
        op.execute(f"CREATE TABLE found_{kind} (id integer PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_found_{kind}_words ON found_{kind} USING gin (words)")
        return
    op.execute(
        f"CREATE VIRTUAL TABLE found_{kind} USING fts5 "
        "(words, meant, columnsize = 0, tokenize = 'ascii')",
    )


def watch(
    table: str, change: str, kind: str, number: str, condition: str, *, on_postgresql: bool,
) -> None:
    name = f"{table}_searched_{change.lower()}"
    row = f"VALUES ('{kind}', {number})"
    wait = f"INSERT INTO search_waiting {row} ON CONFLICT DO NOTHING;"
    when = f"WHEN ({condition}) " if condition else ""
    head = f"CREATE TRIGGER {name} AFTER {change} ON {table} "
    if on_postgresql:
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                   f"$$ BEGIN {wait} RETURN NULL; END $$")
        op.execute(f"{head}FOR EACH ROW {when}EXECUTE FUNCTION {name}()")
    else:
        op.execute(f"{head}{when}BEGIN {wait} END")


def wait_for_all() -> None:
    """The program takes what is there already into the index when the migration is over."""
    op.execute("INSERT INTO search_waiting (kind, id) SELECT 'claims', id FROM claims")
    op.execute("INSERT INTO search_waiting (kind, id) SELECT 'articles', id FROM articles")
    op.execute("INSERT INTO search_waiting (kind, id) SELECT 'notes', id FROM tags "
               "WHERE note <> ''")


def downgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == POSTGRESQL
    for table, change, *_ in WATCHED:
        name = f"{table}_searched_{change.lower()}"
        op.execute(f"DROP TRIGGER {name}{f' ON {table}' if on_postgresql else ''}")
        if on_postgresql:
            op.execute(f"DROP FUNCTION {name}")
    for kind in KINDS:
        op.drop_table(f"found_{kind}")
    op.drop_table("search_words")
    op.drop_table("search_waiting")
