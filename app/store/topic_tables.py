"""Topics as the machine proposes them, what people did to them, and versions that people saved."""

from sqlalchemy import Index, UniqueConstraint

from app.domain.arranging import Deed, PartKind
from app.store.tables import _id, _json, _number, _one_of, _table, _text, _time, _to

machine_topics = _table(
    "machine_topics", _id(), _to("case_id", "cases"), _to("topic_id", "topics"),
    _number("position"), _text("label"), _text("reason"), Index(None, "case_id", "position"),
    Index(None, "topic_id"),
)
"""What the machine proposed last, and the topic that each is at home in: `topics` and `answers`
are worked out from these and from what people did."""

machine_answers = _table(
    "machine_answers", _to("machine_topic_id", "machine_topics", key=True),
    _to("claim_id", "claims", key=True), _text("value"), _number("version"),
    Index(None, "claim_id"),
)
"""What a claim answers by the machine's reading."""

topic_edits = _table(
    "topic_edits", _id(), _to("case_id", "cases"), _text("did"), _to("reviewer_id", "reviewers"),
    _time("made_at"), _text("form_key", null=True), _one_of("did", Deed),
    UniqueConstraint("reviewer_id", "form_key"), Index(None, "case_id", "id"),
    never_reuse_ids=True,
)
"""What somebody did to topics in one save; triggers refuse UPDATE and DELETE."""

topic_edit_parts = _table(
    "topic_edit_parts", _to("edit_id", "topic_edits", key=True), _number("position", key=True),
    _text("kind"), _to("topic_id", "topics", null=True), _to("to_topic_id", "topics", null=True),
    _to("claim_id", "claims", null=True), _text("words"), _one_of("kind", PartKind),
    Index(None, "topic_id"), Index(None, "to_topic_id"),
)
"""The steps of an edit, see `app.domain.arranging.Part`; triggers refuse UPDATE and DELETE."""

undone_topic_edits = _table(
    "undone_topic_edits", _to("edit_id", "topic_edits", key=True),
    _to("reviewer_id", "reviewers"), _time("undone_at"),
)
"""Edits that were taken back; triggers refuse UPDATE and DELETE."""

people_pairs = _table(
    "people_pairs", _to("pair_id", "pairs", key=True), _to("reviewer_id", "reviewers"),
    _time("made_at"),
)
"""Pairs that a person set, where the machine had suggested none: they are never gone because
it suggests them not. Triggers refuse UPDATE and DELETE."""

version_saves = _table(
    "version_saves", _id(), _to("topic_id", "topics"), _to("reviewer_id", "reviewers"),
    _time("saved_at"), _json("choices"), _text("form_key", null=True),
    UniqueConstraint("reviewer_id", "form_key"), Index(None, "topic_id", "reviewer_id", "id"),
    never_reuse_ids=True,
)
"""What a reviewer said of all claims of a topic at once, and how: `choices` hold the version of
each claim and the answer for each two versions. Triggers refuse UPDATE and DELETE."""

version_tags = _table(
    "version_tags", _to("tag_id", "tags", key=True), _to("save_id", "version_saves"),
    Index(None, "save_id"),
)
"""Tags that were made by saving versions; triggers refuse UPDATE and DELETE."""

undone_version_saves = _table(
    "undone_version_saves", _to("save_id", "version_saves", key=True), _time("undone_at"),
)
"""Saves that their reviewer took back; triggers refuse UPDATE and DELETE."""
