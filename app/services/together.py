"""Several pairs, one press: a finding tagged in all its places, rows selected in a list.

Each pair gets a tag and an audit row of its own, and one Undo takes back what one press gave.
"""

from dataclasses import dataclass
from datetime import datetime

from app.domain.batches import MadeIn
from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.services import ordering, reviewing
from app.store.audit import Did
from app.store.session import Store

MOST = 500
"""Pairs of one press; more are no selection that anybody has read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one press came to: the batch, and how many pairs it changed and left alone."""

    batch_id: int
    changed: int
    kept: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Several pairs and the form that names them; `key` tells the same form sent twice."""

    pair_ids: tuple[int, ...]
    key: str
    at: datetime


def tag_finding(
    store: Store, reviewer: Reviewer, finding_id: str, relation: Relation, press: Press,
) -> Given:
    """Answer the open pairs of a finding; those tagged or settled meanwhile stay as they are.

    Raises NotFound for a finding that is not here, Conflict if one of the pairs is no longer
    part of it: then nothing is written.
    """
    _demand_part(reviewer)
    known = _known(store, reviewer, press)
    if known is not None:
        return known
    members = store.pages.shared.pairs_of(finding_id)
    if not members:
        raise NotFound("There is no such finding.")
    if not set(press.pair_ids) <= set(members):
        raise Conflict(
            "This finding has changed since you opened it. No tag was counted; "
            "look at its pairs again.")
    return _tag(store, reviewer, relation, press, MadeIn.FINDING, finding_id)


def tag_selected(store: Store, reviewer: Reviewer, press: Press) -> Given:
    """Answer the selected pairs as unrelated; no other tag is given in bulk.

    Raises Invalid if nothing is selected, NotFound for a pair that is not here.
    """
    _demand_part(reviewer)
    return (_known(store, reviewer, press)
            or _tag(store, reviewer, Relation.UNRELATED, press, MadeIn.SELECTION))


def assign(store: Store, reviewer: Reviewer, press: Press, to: int) -> Given:
    """Ask a reviewer for the selected pairs. Raises Invalid for nobody or no pairs."""
    _demand_part(reviewer)
    known = _known(store, reviewer, press)
    if known is not None:
        return known
    pair_ids = _several(press)
    if not any(person.id == to and person.may_tag for person in store.people.active()):
        raise Invalid({"who": "Choose who is asked to review these pairs."})
    heads = [store.pairs.hold(pair_id) for pair_id in pair_ids]
    batch = store.batches.add(reviewer.id, MadeIn.ASSIGNMENT, at=press.at,
                              form_key=press.key or None)
    new = store.batches.assign(batch, pair_ids, to)
    for case_id in sorted({head.case_id for head in heads}):
        store.audit.add(Did.ASSIGNED, at=press.at, by=reviewer.id, case_id=case_id, person=to,
                        pairs=[head.number for head in heads if head.case_id == case_id])
    return Given(batch_id=batch, changed=new, kept=len(pair_ids) - new)


def undo(store: Store, reviewer: Reviewer, batch_id: int, *, at: datetime) -> Given:
    """Take back what one press gave; a second time changes nothing.

    A tag that was changed since, or whose pair is settled now, stays. Raises NotFound for a
    batch that is not this reviewer's.
    """
    _demand_part(reviewer)
    batch = store.batches.get(batch_id, reviewer.id)
    if batch.undone_at is not None:
        return Given(batch_id=batch_id, changed=0, kept=0)
    store.batches.undo(batch_id, at=at)
    if batch.made_in is MadeIn.ASSIGNMENT:
        return _take_back_assignments(store, reviewer, batch_id, at)
    given = store.batches.tags(batch_id)
    taken = [reviewing.take_back(store, reviewer, pair_id, tag_id, at=at)
             for pair_id, tag_id in sorted(given.items())]
    return Given(batch_id=batch_id, changed=sum(taken), kept=len(taken) - sum(taken))


def _take_back_assignments(
    store: Store, reviewer: Reviewer, batch_id: int, at: datetime,
) -> Given:
    pair_ids = store.batches.assigned(batch_id)
    heads = [store.pairs.hold(pair_id) for pair_id in pair_ids]
    store.batches.unassign(batch_id)
    for case_id in sorted({head.case_id for head in heads}):
        store.audit.add(Did.UNASSIGNED, at=at, by=reviewer.id, case_id=case_id,
                        pairs=[head.number for head in heads if head.case_id == case_id])
    return Given(batch_id=batch_id, changed=len(pair_ids), kept=0)


def _tag(
    store: Store, reviewer: Reviewer, relation: Relation, press: Press, made_in: MadeIn,
    finding_id: str = "",
) -> Given:
    pair_ids = _several(press)
    batch = store.batches.add(reviewer.id, made_in, at=press.at, finding=finding_id,
                              form_key=press.key or None)
    tag_ids = [tag_id for pair_id in pair_ids if (tag_id := reviewing.tag_if_open(
        store, reviewer, pair_id, relation, at=press.at, together=made_in)) is not None]
    store.batches.hold(batch, tag_ids)
    for tag_id in tag_ids:
        ordering.after_tag(store, reviewer.id, tag_id)
    return Given(batch_id=batch, changed=len(tag_ids), kept=len(pair_ids) - len(tag_ids))


def _several(press: Press) -> list[int]:
    """The pairs in one order, so that two presses never wait for each other in a ring."""
    pair_ids = sorted(set(press.pair_ids))
    if not pair_ids:
        raise Invalid({"pair": "Select one pair or more."})
    if len(pair_ids) > MOST:
        raise Invalid({"pair": f"Select {MOST} pairs or fewer."})
    return pair_ids


def _known(store: Store, reviewer: Reviewer, press: Press) -> Given | None:
    """What the same form came to before."""
    first = store.batches.with_key(reviewer.id, press.key) if press.key else None
    if first is None:
        return None
    size = (len(store.batches.assigned(first.id)) if first.made_in is MadeIn.ASSIGNMENT
            else len(store.batches.tags(first.id)))
    return Given(batch_id=first.id, changed=size, kept=0)


def _demand_part(reviewer: Reviewer) -> None:
    if not reviewer.may_tag:
        raise NotAllowed("Viewers read; ask an admin for the role of a reviewer to tag pairs.")
