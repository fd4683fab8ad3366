"""What people do in the queue: several pairs at once, lists kept, tags that do not fit."""

from sqlalchemy import Index, UniqueConstraint

from app.domain.batches import MadeIn
from app.store.tables import _id, _one_of, _table, _text, _time, _to

shared_findings = _table(
    "shared_findings", _to("pair_id", "pairs", key=True), _text("finding"),
    Index(None, "finding", "pair_id"),
)
"""The name of each pair's deciding finding (`finding_name`): on one topic, pairs of the same name
are one finding that shows in many places."""

batches = _table(
    "batches", _id(), _to("reviewer_id", "reviewers"), _text("made_in"), _text("finding"),
    _time("made_at"), _time("undone_at", null=True), _text("form_key", null=True),
    _one_of("made_in", MadeIn), UniqueConstraint("reviewer_id", "form_key"),
    Index(None, "reviewer_id", "id"), never_reuse_ids=True,
)
"""What a reviewer did to several pairs with one press, and takes back with one. `finding` is
the name of the finding that its pairs share, "" for rows selected in a list."""

batch_tags = _table(
    "batch_tags", _to("tag_id", "tags", key=True), _to("batch_id", "batches"),
    Index(None, "batch_id"),
)
"""The tags given in a batch, one a pair."""

assignments = _table(
    "assignments", _to("pair_id", "pairs", key=True),
    _to("reviewer_id", "reviewers", key=True), _to("batch_id", "batches"),
    Index(None, "reviewer_id", "pair_id"), Index(None, "batch_id"),
)
"""Pairs that somebody is asked to review; the batch tells who asked, and when."""

misfits = _table(
    "misfits", _to("reviewer_id", "reviewers", key=True), _to("conflict_id", "pairs", key=True),
    _to("first_agree_id", "pairs", key=True), _to("second_agree_id", "pairs", key=True),
)
"""Three pairs of one topic between three claims, two tagged as agreeing and one as a conflict
by the same reviewer; the agreeing pair with the lower id first. Renewed with every tag."""

kept_misfits = _table(
    "kept_misfits", _to("reviewer_id", "reviewers", key=True),
    _to("conflict_id", "pairs", key=True), _to("first_agree_id", "pairs", key=True),
    _to("second_agree_id", "pairs", key=True), _text("why"), _time("kept_at"),
)
"""Those that the reviewer looked at and left as they are; they are not shown again."""

saved_views = _table(
    "saved_views", _id(), _to("reviewer_id", "reviewers"), _text("name"), _text("folded"),
    _text("query"), _time("saved_at"), UniqueConstraint("reviewer_id", "folded"),
)
"""Filters of the queue that a reviewer kept under a name; `query` is the filter as an address
carries it."""
