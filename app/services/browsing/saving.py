"""What was just saved, and what Undo would take back."""

from app.domain.people import Reviewer
from app.services.pages.shell import Saved
from app.store.pages.one_pair import DoneRow
from app.store.session import Store

Done = Saved | int | None
"""What was saved, or the pair on which it was (as it comes back in an address)."""


def saved_of(store: Store, reviewer: Reviewer, done: Done) -> Saved | None:
    """What this reviewer saved; None if the pair holds neither a tag nor a skip of theirs."""
    if not isinstance(done, int):
        return done
    return _saved(store.pages.one_pair.done_on(done, reviewer.id))


def undoable(store: Store, reviewer: Reviewer, case_id: int) -> Saved | None:
    """This reviewer's newest tag in the case that is not settled and can be taken back."""
    return _saved(store.pages.one_pair.done_last(case_id, reviewer.id))


def _saved(row: DoneRow | None) -> Saved | None:
    if row is None:
        return None
    return Saved(pair_id=row.pair_id, number=row.number, relation=row.relation,
                 skipped=row.skipped, newest=row.newest)
