"""The topics of a case while somebody edits them: what is there, and what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.arranging import TopicEdit
from app.domain.pairs import Relation
from app.domain.topics import Answer, Topic
from app.services.browsing.pieces import shortened
from app.services.pages.shell import TagShown
from app.services.pages.topic_edit import EditCell, EditRow
from app.store.pages.grid import WEIGHTS, ColumnRow, Tally
from app.store.session import Store

_LONGEST_VALUE = 48
_MOST_VALUES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is open on the page, and what was typed in it. One of the first five at most.

    `going` maps claims to where they were sent, `claims` are those chosen for a new topic.
    `saved` is the edit that was made just before, `late` what others did meanwhile.
    """

    rename: int | None = None
    move: int | None = None
    split: int | None = None
    merge: bool = False
    make: bool = False
    topics: Sequence[int] = ()
    name: str | None = None
    going: Mapping[int, str] = field(default_factory=dict)
    claims: Sequence[int] = ()
    find: str = ""
    after: str = ""
    saved: int | None = None
    late: Sequence[TopicEdit] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sight:
    """The topics of a case as they are looked at; `sources` maps claims to theirs."""

    store: Store
    case_id: int
    topics: Mapping[int, Topic]
    columns: Sequence[ColumnRow]
    sources: Mapping[int, int]
    tallies: Mapping[int, Tally]
    revisions: Mapping[int, int]
    selected: frozenset[int]

    def row(self, topic: Topic, *, of: Sequence[int] = ()) -> EditRow:
        """The topic as a row; its state and pairs are those of the topics `of`, else its own."""
        tallies = [self.tallies[one] for one in of or (topic.id,) if one in self.tallies]
        by_source: dict[int, list[Answer]] = {}
        for answer in topic.answers:
            by_source.setdefault(self.sources.get(answer.claim_id, 0), []).append(answer)
        return EditRow(
            id=topic.id, label=topic.label, reason=topic.reason,
            cells=tuple(_cell(by_source.get(column.id, [])) for column in self.columns),
            state=_state(tallies), pairs=sum(tally.pairs for tally in tallies),
            revision=self.revisions.get(topic.id, 0), is_selected=topic.id in self.selected)


def _cell(said: Sequence[Answer]) -> EditCell:
    if not said:
        return EditCell()
    told = sorted(said, key=lambda answer: answer.version)
    values = list(dict.fromkeys(answer.value for answer in told))[:_MOST_VALUES]
    return EditCell(
        versions=tuple(dict.fromkeys(answer.version for answer in told)),
        more=len(said) - len(values),
        value=", ".join(shortened(value, _LONGEST_VALUE) for value in values))


def _state(tallies: Sequence[Tally]) -> TagShown | None:
    """What topics come to together: the weightiest that people said, as far as I may know."""
    if not tallies:
        return None
    said = _weightiest([tally.said for tally in tallies])
    settled = any(tally.settled for tally in tallies)
    return TagShown(relation=said,
                    settled=settled and not any(tally.disputed for tally in tallies))


def _weightiest(said: Sequence[Relation | None]) -> Relation | None:
    """Of several states the one that a topic of them all would have."""
    return min((one for one in said if one is not None), key=WEIGHTS.index, default=None)
