"""What one press did to several pairs, said on the page that comes after."""

from typing import NamedTuple

from app.domain.batches import MadeIn
from app.domain.people import Reviewer
from app.services import wording
from app.services.pages.queue import Pressed
from app.store.batches import Told
from app.store.session import Store


class Before(NamedTuple):
    """What was done just before, as an address carries it: a batch, a check that was kept, the
    name and the filter of a view that was removed."""

    batch_id: int | None = None
    kept: str = ""
    gone: str = ""
    gone_query: str = ""


def pressed_of(store: Store, reviewer: Reviewer, before: Before) -> Pressed | None:
    """What this reviewer did before; None for nothing, or a batch that is not theirs."""
    if before.kept:
        return Pressed(words="Kept. These three tags are not shown again",
                       undo=f"/checks/{before.kept}/show")
    if before.gone:
        return Pressed(words=f"View “{before.gone}” removed", undo="/views",
                       again=(("name", before.gone), ("query", before.gone_query)))
    told = (None if before.batch_id is None
            else store.batches.told(before.batch_id, reviewer.id))
    return None if told is None else _batch(told, before.batch_id)


def _batch(told: Told, batch_id: int | None) -> Pressed:
    words = _asked(told) if told.made_in is MadeIn.ASSIGNMENT else _tagged(told)
    undo = "" if told.is_undone or not told.pairs else f"/batches/{batch_id}/undo"
    return Pressed(words=words, undo=undo)


def _tagged(told: Told) -> str:
    if told.is_undone:
        return f"{wording.count_of(told.pairs, 'tag')} taken back"
    if not told.pairs:
        return "No tag saved: these pairs were tagged before"
    return f"{wording.count_of(told.pairs, 'pair')} saved as {told.relation}"


def _asked(told: Told) -> str:
    if told.is_undone:
        return "Nobody is asked for these pairs any more"
    if not told.pairs:
        return "Nothing changed: these pairs were assigned before"
    return f"{wording.count_of(told.pairs, 'pair')} assigned to {told.person}"
