"""What happened to a pair, told blind."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.pairs import Reason, Relation
from app.domain.people import Reviewer
from app.domain.tags import Ruling
from app.services.pages.shell import Event
from app.store.pages.disputes import StepRow
from app.store.pages.one_pair import PastRow


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
