"""What people did to topics so far: whether a page still shows it, and taking it back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.domain.arranging import Deed, TopicEdit
from app.domain.errors import Conflict, NotAllowed
from app.domain.people import Reviewer, Role
from app.store.audit import Did
from app.store.session import Store


class Late(Conflict):
    """Somebody changed one of the topics meanwhile; `edits` are what they did."""

    def __init__(self, edits: Sequence[TopicEdit]) -> None:
        super().__init__("Somebody changed one of these topics since you opened it. "
                         "Nothing was saved; what you typed is still here.")
        self.edits = tuple(edits)


def revisions(edits: Iterable[TopicEdit]) -> dict[int, int]:
    """How often each topic was changed, undoing included. A page shows it, a form sends it back,
    and an older one is refused."""
    found: dict[int, int] = {}
    for edit in edits:
        for topic_id in edit.topic_ids:
            found[topic_id] = found.get(topic_id, 0) + (1 if edit.undone_at is None else 2)
    return found


def since(edits: Iterable[TopicEdit], topic_id: int, seen: int) -> list[TopicEdit]:
    """What was done to the topic, or taken back, after its revision `seen`."""
    touching = [edit for edit in edits if topic_id in edit.topic_ids]
    events = [(edit.made_at, 0, edit.id, edit) for edit in touching]
    events += [(edit.undone_at, 1, edit.id, edit) for edit in touching if edit.undone_at]
    return [event[-1] for event in sorted(events, key=lambda event: event[:3])[seen:]]


def demand_seen(store: Store, case_id: int, seen: Mapping[int, int]) -> None:
    """Raise Late if one of these topics was changed after the revision that a page showed."""
    edits = store.topic_edits.of_case(case_id)
    now = revisions(edits)
    late = {edit.id: edit for topic_id, known in seen.items()
            if now.get(topic_id, 0) != known for edit in since(edits, topic_id, known)}
    if late or any(now.get(topic_id, 0) != known for topic_id, known in seen.items()):
        raise Late(list(late.values()))


def undo_edit(store: Store, reviewer: Reviewer, edit_id: int, *, at: datetime) -> TopicEdit:
    """Take a change of topics back; what the machine found since stays.

    Raises NotAllowed for what somebody else did, unless an adjudicator or admin asks, and
    Conflict if it was taken back already or one of its topics was changed again since.
    """
    demand_part(reviewer)
    case = store.cases.hold(store.topic_edits.get(edit_id).case_id)
    edit = store.topic_edits.get(edit_id)
    if edit.undone_at is not None:
        raise Conflict("This was undone already. Nothing was changed.")
    if edit.reviewer_id != reviewer.id and reviewer.role not in {Role.ADJUDICATOR, Role.ADMIN}:
        raise NotAllowed("Whoever changed a topic undoes it, or an adjudicator.")
    if not is_undoable(edit, store.topic_edits.of_case(case.id)):
        raise Conflict("One of its topics was changed again since. Undo that first.")
    store.topic_edits.undo(edit_id, by=reviewer.id, at=at)
    store.topics.work_out(case.id)
    note(store, reviewer, Did.UNDID_TOPICS, edit, at=at)
    return store.topic_edits.get(edit_id)


def is_undoable(edit: TopicEdit, edits: Iterable[TopicEdit]) -> bool:
    """It stands, and nothing that stands was done to its topics after it."""
    return edit.undone_at is None and (edit.did is Deed.ORDERED or not any(
        other.id > edit.id and other.undone_at is None and other.topic_ids & edit.topic_ids
        for other in edits))


def demand_part(reviewer: Reviewer) -> None:
    """Raise NotAllowed for a viewer."""
    if not reviewer.may_tag:
        raise NotAllowed("Viewers read; ask an admin for the role of a reviewer to edit topics.")


def note(store: Store, reviewer: Reviewer, did: Did, edit: TopicEdit, *, at: datetime) -> None:
    """One row of the audit."""
    labels = store.topics.labels(edit.case_id)
    touched = {each for part in edit.parts for each in (part.topic_id, part.to_topic_id)
               if each is not None}
    store.audit.add(did, at=at, by=reviewer.id, case_id=edit.case_id, edit=edit.id,
                    what=edit.did, labels=[labels[topic_id] for topic_id in sorted(touched)])
