"""What happened, told blind: to a pair, and lately in all cases."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.pairs import Reason, Relation
from app.domain.people import Reviewer
from app.domain.tags import Ruling
from app.services import wording
from app.services.pages.shell import Event
from app.store.audit import Did
from app.store.pages.activity import DeedRow
from app.store.pages.disputes import StepRow
from app.store.pages.one_pair import PastRow
from app.store.session import Store

READ_MORE = 5
"""So many times more deeds are read than told, to find the newest of them."""


def deeds(store: Store, reviewer: Reviewer, limit: int) -> tuple[Event, ...]:
    """The newest deeds in all cases; the page puts the pair and the tag behind `did`.

    They are read in the order of writing and told in the order of time: a case that is loaded
    with its past writes both at once.
    """
    read = store.pages.activity.newest(reviewer.id, limit * READ_MORE)
    newest = sorted(read, key=lambda row: row.at, reverse=True)[:limit]
    return tuple(_deed(row, reviewer) for row in newest)


def _deed(row: DeedRow, reviewer: Reviewer) -> Event:
    did = {
        Did.TAGGED: "tagged", Did.UNDID: "took back a tag on", Did.SETTLED: "settled",
        Did.OPENED_CASE: "opened the case",
        Did.REQUESTED_IMPORT: f"imported {wording.count_of(row.items, 'article')}",
    }[row.did]
    return Event(
        who="You" if row.reviewer_id == reviewer.id else row.name, letter=row.letter, did=did,
        at=row.at, pair_id=row.pair_id, number=row.number, reason=row.reason,
        relation=row.relation, settled=row.did is Did.SETTLED, case=row.case,
    )


def history(
    past: list[PastRow], steps: list[StepRow], reviewer: Reviewer, *,
    suggested_at: datetime, reason: Reason, may_see: bool, more: Sequence[Event] = (),
) -> tuple[Event, ...]:
    """What happened to one pair, the oldest first, in whole words.

    `may_see`: the viewer has tagged the pair; before, others' tags are told without the answer,
    and of what adjudicators did only the settlement that stands. `more` are corrections.
    """
    events = [Event(who="", letter="", did="Suggested by the system", at=suggested_at,
                    reason=reason)]
    events += [_past(row, reviewer, may_see=may_see) for row in past]
    standing = standing_settlement(steps)
    events += [_step(step, reviewer) for step in steps if may_see or step is standing]
    return tuple(sorted([*events, *more], key=lambda event: event.at))


def standing_settlement(steps: list[StepRow]) -> StepRow | None:
    """What an adjudicator settled last, unless it was opened again."""
    return steps[-1] if steps and steps[-1].relation is not None else None


def _step(step: StepRow, reviewer: Reviewer) -> Event:
    did = {Ruling.UNRESOLVED: "left it unresolved", Ruling.DISCUSSED: "asked to discuss it",
           Ruling.REOPENED: "opened it again"}
    settled = step.relation is not None
    return Event(
        who="You" if step.name == reviewer.name else step.name, letter=step.letter,
        did=f"settled as {step.relation}" if settled else did[step.ruling], at=step.at,
        relation=step.relation, settled=settled,
    )


def _past(row: PastRow, reviewer: Reviewer, *, may_see: bool) -> Event:
    is_mine = row.reviewer_id == reviewer.id
    relation = row.relation if is_mine or may_see else None
    return Event(
        who="You" if is_mine else row.name, letter=row.letter,
        did=_did(row, relation), at=row.at, relation=None if row.undoes else relation,
    )


def _did(row: PastRow, relation: Relation | None) -> str:
    if row.undoes or row.relation is None:
        return "took back a tag"
    did = "tagged" if relation is None else f"tagged {relation.value}"
    return f"{did} and wrote a note" if row.has_note else did
