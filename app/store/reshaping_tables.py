"""Claims merged, split or left out in one go, and corrections proposed: a part of the schema."""

from sqlalchemy import Index

from app.domain.corrections import Reshaping
from app.store.tables import _id, _json, _number, _one_of, _table, _text, _time, _to

reshapings = _table(
    "reshapings", _to("correction_id", "corrections", key=True), _to("leader_id", "corrections"),
    _text("deed"), _one_of("deed", Reshaping), Index(None, "leader_id"),
)
"""Corrections that were made in one go and are undone in one go: each names the first of them,
the first one itself. Triggers refuse UPDATE and DELETE."""

moved_pairs = _table(
    "moved_pairs", _to("correction_id", "corrections", key=True), _to("pair_id", "pairs", key=True),
    _to("from_claim_id", "claims"), _to("to_claim_id", "claims"), Index(None, "pair_id"),
)
"""Pairs that followed the words that they were about to another claim, by the leading
correction. Triggers refuse UPDATE and DELETE."""

proposals = _table(
    "proposals", _id(), _to("claim_id", "claims"), _json("fields"), _text("why"),
    _to("reviewer_id", "reviewers"), _time("made_at"), _number("seen"),
    Index(None, "claim_id", "id"), never_reuse_ids=True,
)
"""Corrections that somebody without the right to make them would make: `fields` as the form sent
them, `seen` the state of the claim that they saw. Triggers refuse UPDATE and DELETE."""

answered_proposals = _table(
    "answered_proposals", _to("proposal_id", "proposals", key=True),
    _to("correction_id", "corrections", null=True), _to("reviewer_id", "reviewers"),
    _time("answered_at"), Index(None, "correction_id"),
)
"""Proposals that were taken over by a correction, or declined (no correction). Triggers refuse
UPDATE and DELETE."""
