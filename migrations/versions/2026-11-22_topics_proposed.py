"""The topics of today are what the machine proposed last."""

from alembic import op

revision = "2026_11_22_topics_proposed"
down_revision = "2026_11_22_topic_edits"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        INSERT INTO machine_topics (case_id, topic_id, position, label, reason)
        SELECT case_id, id, position, label, reason FROM topics WHERE made_by = 'machine'
    """)
    op.execute("""
        INSERT INTO machine_answers (machine_topic_id, claim_id, value, version)
        SELECT machine_topics.id, answers.claim_id, answers.value, answers.version
        FROM answers JOIN machine_topics ON machine_topics.topic_id = answers.topic_id
    """)


def downgrade() -> None:
    op.execute("DELETE FROM machine_answers")
    op.execute("DELETE FROM machine_topics")
