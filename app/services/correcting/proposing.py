"""Corrections proposed by people who may not make them: the same form, kept for a reviewer."""

from datetime import datetime
from typing import Any

from app.domain.claims import SpeakerKind
from app.domain.facts import FactKind
from app.domain.people import Reviewer
from app.services.correcting.again import demand_part
from app.services.correcting.changes import Change, Spoken
from app.services.correcting.claims import checked, demand_waiting
from app.services.correcting.standing import demand_unchanged, hold
from app.services.correcting.values import NewFact
from app.store.audit import Did
from app.store.session import Store


def propose_correction(
    store: Store, reviewer: Reviewer, claim_id: int, fields: dict[str, Any], *, why: str,
    seen: int, at: datetime,
) -> int:
    """Keep what somebody would put right, until a reviewer takes it over; the proposal's id.

    Sent twice it is kept once. Raises Invalid and Conflict as `correct_claim` does.
    """
    claim, article = hold(store, claim_id)
    demand_unchanged(store, [claim_id], article.case_id, seen)
    _, why = checked(store, claim, article, change_of(fields), why)
    for each in store.proposals.waiting(claim_id):
        if (each.reviewer_id, each.fields, each.why) == (reviewer.id, fields, why):
            return each.id
    made = store.proposals.add(claim_id, fields, why=why, seen=seen, by=reviewer.id, at=at)
    store.audit.add(Did.PROPOSED, at=at, by=reviewer.id, case_id=article.case_id,
                    claim=claim_id, proposal=made)
    return made


def decline_proposal(
    store: Store, reviewer: Reviewer, proposal_id: int, *, at: datetime,
) -> int:
    """Put a proposal aside without a correction; the id of its claim. Raises Conflict if it was
    answered already."""
    demand_part(reviewer)
    claim_id = store.proposals.get(proposal_id).claim_id
    _, article = hold(store, claim_id)
    demand_waiting(store, proposal_id)
    store.proposals.answer(proposal_id, None, by=reviewer.id, at=at)
    store.audit.add(Did.DECLINED_PROPOSAL, at=at, by=reviewer.id, case_id=article.case_id,
                    claim=claim_id, proposal=proposal_id)
    return claim_id


def change_of(fields: dict[str, Any]) -> Change:
    """What the fields of a form shall put right."""
    how = None if fields["how"] == "outlet" else SpeakerKind(fields["how"])
    return Change(
        first=fields["first"], last=fields["last"], values=fields["value"],
        speaker=Spoken(name=fields["speaker"], how=how, via=fields["via"]),
        added=[NewFact(kind=FactKind(kind), typed=typed, words=words)
               for kind, typed, words in fields["added"]],
        is_claim=not fields["not_a_claim"],
    )
