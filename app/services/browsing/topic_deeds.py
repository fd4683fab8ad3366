"""Changes of topics, told in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.arranging import Deed, PartKind, TopicEdit
from app.domain.people import Reviewer, Role
from app.services import wording
from app.services.arranging.standing import is_undoable
from app.services.pages.topic_edit import DeedShown, EmptyTopic
from app.store.session import Store

KEPT_FOR = timedelta(days=30)
"""Topics that lost their last claim are listed for so long (design, section 3.12)."""


@dataclass(frozen=True, kw_only=True)
class Journal:
    """All that people did to the topics of a case, and what is needed to tell it.

    `labels` are the names of all topics today, `proposed` those that the machine gives.
    """

    reviewer: Reviewer
    edits: tuple[TopicEdit, ...]
    labels: dict[int, str]
    proposed: dict[int, str]
    people: dict[int, str]

    def deed(self, edit: TopicEdit) -> DeedShown:
        """An edit in words, with whether this reviewer may take it back."""
        me = self.reviewer
        own = edit.reviewer_id == me.id or me.role in {Role.ADJUDICATOR, Role.ADMIN}
        return DeedShown(
            edit_id=edit.id, words=self._words(edit), at=edit.made_at,
            who="You" if edit.reviewer_id == me.id else self.people.get(
                edit.reviewer_id, "Somebody"),
            can_undo=own and me.may_tag and is_undoable(edit, self.edits),
            is_undone=edit.undone_at is not None)

    def find(self, edit_id: int | None) -> DeedShown | None:
        """The edit of that number, if it is one of this case."""
        return next((self.deed(edit) for edit in self.edits if edit.id == edit_id), None)

    def emptied(self, filled: frozenset[int], now: datetime) -> tuple[EmptyTopic, ...]:
        """Topics that people emptied in the last thirty days, the newest first."""
        last: dict[int, TopicEdit] = {}
        for edit in self.edits:
            if edit.undone_at is None:
                last |= {part.topic_id: edit for part in edit.parts if part.topic_id is not None
                         and part.kind in {PartKind.MERGE, PartKind.MOVE}}
        gone = [(topic_id, edit) for topic_id, edit in last.items()
                if topic_id not in filled and now - edit.made_at <= KEPT_FOR]
        return tuple(EmptyTopic(label=self.labels[topic_id], deed=self.deed(edit))
                     for topic_id, edit in sorted(gone, key=lambda one: -one[1].id))

    def _words(self, edit: TopicEdit) -> str:
        """What was done: renamed “Cost” to “Price”."""
        ids = list(dict.fromkeys(
            part.topic_id for part in edit.parts if part.topic_id is not None))
        given = next((part.words for part in edit.parts if part.kind is PartKind.NAME), "")
        if edit.did is Deed.RENAMED:
            return f"renamed “{self._before(edit, ids[0])}” to “{given}”"
        if edit.did is Deed.MERGED:
            first = ids.pop()
            names = [self._before(edit, first), *(self.labels[one] for one in ids)]
            return f"merged {_quoted(names)} into “{given}”"
        if edit.did is Deed.MADE:
            return f"made the topic “{given}”"
        if edit.did is Deed.ORDERED:
            is_up = edit.parts[0].kind is PartKind.BEFORE
            return f"moved {_quoted([self.labels[one] for one in ids])} {'up' if is_up else 'down'}"
        moves = [part for part in edit.parts if part.kind is PartKind.MOVE]
        told = (f"moved {wording.count_of(len(moves), 'claim')} "
                f"out of “{self.labels[moves[0].topic_id or 0]}”")
        return f"{told} to the new topic “{given}”" if given else told

    def _before(self, edit: TopicEdit, topic_id: int) -> str:
        """The name that stood before: of the last edit that gave one, else the machine's."""
        names = [part.words for other in self.edits
                 if other.id < edit.id and other.undone_at is None for part in other.parts
                 if part.kind is PartKind.NAME and part.topic_id == topic_id]
        return names[-1] if names else self.proposed.get(topic_id, self.labels[topic_id])


def journal_of(store: Store, reviewer: Reviewer, case_id: int) -> Journal:
    """The journal of a case."""
    return Journal(
        reviewer=reviewer, edits=store.topic_edits.of_case(case_id),
        labels=store.topics.labels(case_id), proposed=store.topics.proposed_labels(case_id),
        people={person.id: person.name for person in store.people.active()})


def _quoted(names: list[str]) -> str:
    return wording.both([f"“{name}”" for name in names])
