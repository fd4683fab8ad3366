"""Disputes: the part of the schema that `app.store.tables` leaves to this file."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from app.domain.pairs import Relation
from app.domain.tags import Ruling, Stage
from app.store.tables import _id, _one_of, _table, _text, _time, _to

decisions = _table(
    "decisions", _id(), _to("pair_id", "pairs"), _to("reviewer_id", "reviewers"),
    _text("ruling"), _text("relation", null=True), _text("why"), _time("decided_at"),
    _text("form_key", null=True), _one_of("ruling", Ruling), _one_of("relation", Relation),
    CheckConstraint("(ruling = 'settled') = (relation IS NOT NULL)", name="answered"),
    UniqueConstraint("reviewer_id", "form_key"), Index(None, "pair_id", "id"),
    never_reuse_ids=True,
)
"""What adjudicators did about pairs; triggers refuse UPDATE and DELETE. The newest counts: a
trigger keeps `settlements` (the one that stands, under the same id) and the stage of disputes."""

disputes = _table(
    "disputes", _to("pair_id", "pairs", key=True), _to("case_id", "cases"), _text("stage"),
    _time("since"), _one_of("stage", Stage), Index(None, "stage", "since", "pair_id"),
)
"""The pairs whose standing tags differ, settled or not; triggers on `standing_tags` keep it.
`since` is the time of the tag that was the first to differ."""
