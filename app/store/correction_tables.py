"""What people put right: the part of the schema that `app.store.tables` leaves to this file."""

from sqlalchemy import Index

from app.domain.corrections import What
from app.store.tables import _id, _json, _number, _one_of, _table, _text, _time, _to

corrections = _table(
    "corrections", _id(), _to("claim_id", "claims"), _to("pair_id", "pairs", null=True),
    _text("why"), _number("compared"), _number("changed"), _to("reviewer_id", "reviewers"),
    _time("made_at"), Index(None, "claim_id", "id"), never_reuse_ids=True,
)
"""What a reviewer put right about a claim, one row a save; triggers refuse UPDATE and DELETE.
`pair_id` is set where two claims are not about the same event. `compared` and `changed` count
the pairs that were compared again, and those that came out another way."""

corrected_parts = _table(
    "corrected_parts", _to("correction_id", "corrections", key=True),
    _number("position", key=True), _text("what"), _json("before"), _json("after"),
    _one_of("what", What),
)
"""Each thing that a correction changed, with what stood there; triggers refuse UPDATE and
DELETE."""

undone_corrections = _table(
    "undone_corrections", _to("correction_id", "corrections", key=True),
    _to("reviewer_id", "reviewers"), _time("undone_at"), _number("compared"),
    _number("changed"),
)
"""Corrections that were taken back, by whom; triggers refuse UPDATE and DELETE."""

machine_readings = _table(
    "machine_readings", _to("claim_id", "claims", key=True), _json("reading"),
)
"""What the machine read in a claim that somebody corrected. `claims` and `facts` hold what
counts; this stays beside it, and corrections are applied to it anew when one is undone."""

left_out_claims = _table("left_out_claims", _to("claim_id", "claims", key=True))
"""Claims of which a standing correction says that they are none."""

parted_pairs = _table(
    "parted_pairs", _to("first_claim_id", "claims", key=True),
    _to("second_claim_id", "claims", key=True), Index(None, "second_claim_id"),
)
"""Pairs of which a standing correction says that they are not about the same event."""

aliases = _table(
    "aliases", _id(), _to("case_id", "cases"), _text("name"), _text("folded"), _text("means"),
    _text("kind"), _to("reviewer_id", "reviewers"), _time("added_at"),
    Index(None, "case_id", "id"), never_reuse_ids=True,
)
"""Names as written and what they mean in a case; triggers refuse UPDATE and DELETE. `folded` is
the name without regard to case."""

withdrawn_aliases = _table(
    "withdrawn_aliases", _to("alias_id", "aliases", key=True), _to("reviewer_id", "reviewers"),
    _time("withdrawn_at"),
)
"""Aliases that no longer hold; triggers refuse UPDATE and DELETE."""
