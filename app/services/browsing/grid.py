"""The matrix: who says what about what."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.errors import Invalid
from app.domain.pairs import Relation, Strength
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.pieces import shortened
from app.services.browsing.shells import case_head, shell
from app.services.pages.matrix import (
    Cell,
    MatrixPage,
    Show,
    SourceColumn,
    StateCount,
    TopicOrder,
    TopicRow,
    VersionGroup,
)
from app.services.pages.queue import QueueFilter
from app.services.pages.shell import TagShown
from app.store.pages.grid import CellRow, ColumnRow, Tally, TopicHead
from app.store.session import Store

TOPICS_ON_PAGE = 40

WEIGHTS = (Relation.CONFLICT, Relation.RELATED, Relation.AGREE, Relation.UNRELATED)
"""Of several tags the first in this order gives a topic or a claim its state."""

_STRENGTHS = list(Strength)


@dataclass(slots=True)
class _State:
    """What the viewer may know of a topic's pairs."""

    said: set[Relation] = field(default_factory=set)
    likely: set[Strength] = field(default_factory=set)
    confirmed: set[Strength] = field(default_factory=set)
    pairs: int = 0
    tagged: int = 0
    settled: bool = False
    disputed: bool = False

    @property
    def relation(self) -> Relation | None:
        """The topic's state, None if nothing visible was said."""
        return next((relation for relation in WEIGHTS if relation in self.said), None)

    def add(self, tally: Tally) -> None:
        """Take pairs in that look the same. A settlement outranks single tags."""
        self.pairs += tally.pairs
        self.tagged += tally.pairs if tally.mine else 0
        said = {tally.settled} if tally.settled else {tally.mine, tally.theirs}
        known = {relation for relation in said if relation is not None}
        self.said |= known
        self.settled |= tally.settled is not None
        self.disputed |= tally.settled is None and tally.theirs is not None
        if Relation.CONFLICT in known:
            self.confirmed.add(tally.strength)
        elif tally.suggested is Relation.CONFLICT and not known:
            self.likely.add(tally.strength)


def matrix(
    store: Store, reviewer: Reviewer, case_id: int, *, show: Show = Show.VALUES,
    order: TopicOrder = TopicOrder.CONFLICTS, after: str | None = None,
) -> MatrixPage:
    """Topics by sources, forty topics a page. Raises NotFound, and Invalid for a foreign key."""
    top, head = shell(store, reviewer), case_head(store, reviewer, case_id)
    states: dict[int, _State] = {}
    for tally in store.pages.grid.tallies(case_id, reviewer.id):
        states.setdefault(tally.topic_id, _State()).add(tally)
    topics = _ordered(store.pages.grid.topics(case_id), states, order)
    shown, next_key = _page(topics, after)
    columns = store.pages.grid.columns(case_id)
    cells: dict[int, list[CellRow]] = {}
    for cell in store.pages.grid.cells([topic.id for topic in shown]):
        cells.setdefault(cell.topic_id, []).append(cell)
    return MatrixPage(
        shell=top, head=head, show=show, order=order,
        sources=tuple(SourceColumn(id=column.id, name=column.name, first_on=column.first_on,
                                   claims=column.claims) for column in columns),
        topics=tuple(
            _row(case_id, topic, states.get(topic.id, _State()), columns,
                 cells.get(topic.id, []), show) for topic in shown),
        topic_count=len(topics), states=_counts(topics, states),
        one_source=sum(_is_alone(topic, states) for topic in topics), next_key=next_key,
    )


def _is_alone(topic: TopicHead, states: dict[int, _State]) -> bool:
    """One source and no pair: there is nothing to compare."""
    return topic.sources == 1 and topic.id not in states


def _ordered(
    topics: Sequence[TopicHead], states: dict[int, _State], order: TopicOrder,
) -> list[TopicHead]:
    if order is TopicOrder.TOPIC:
        return sorted(topics, key=lambda topic: topic.label.casefold())
    if order is TopicOrder.TAGGED:
        return sorted(topics, key=lambda topic: _share(states.get(topic.id)))
    return sorted(topics, key=lambda topic: _weight(topic, states))


def _share(state: _State | None) -> float:
    """Least tagged first; topics without pairs last."""
    return 2.0 if state is None else state.tagged / state.pairs


def _weight(topic: TopicHead, states: dict[int, _State]) -> tuple[int, int]:
    """Confirmed conflicts, likely ones, other open topics, then the rest.

    Strict comes before tension before framing, so that loaded words never bury a clash of facts.
    """
    state = states.get(topic.id)
    if state is None:
        return (6 if topic.sources == 1 else 2), 0
    if state.relation is Relation.CONFLICT:
        return 0, min(map(_STRENGTHS.index, state.confirmed))
    if state.relation is None:
        return (1, min(map(_STRENGTHS.index, state.likely))) if state.likely else (2, 0)
    return 2 + WEIGHTS.index(state.relation), 0


def _page(topics: list[TopicHead], after: str | None) -> tuple[list[TopicHead], str | None]:
    """The topics after the one named by the key, and the key of the next page."""
    start = 0
    if after:
        places = {str(topic.id): at for at, topic in enumerate(topics)}
        if after not in places:
            raise Invalid({"after": "This matrix has no such page; open it from the start."})
        start = places[after] + 1
    shown = topics[start:start + TOPICS_ON_PAGE]
    has_more = len(topics) > start + TOPICS_ON_PAGE
    return shown, str(shown[-1].id) if has_more else None


def _counts(topics: Sequence[TopicHead], states: dict[int, _State]) -> tuple[StateCount, ...]:
    told = [_state(states, topic) for topic in topics if not _is_alone(topic, states)]
    order = (Relation.CONFLICT, Relation.AGREE, Relation.RELATED, Relation.UNRELATED, None)
    return tuple(StateCount(relation=relation, count=told.count(relation))
                 for relation in order if relation in told)


def _state(states: dict[int, _State], topic: TopicHead) -> Relation | None:
    state = states.get(topic.id)
    return None if state is None else state.relation


def _row(
    case_id: int, topic: TopicHead, state: _State, columns: Sequence[ColumnRow],
    cells: Sequence[CellRow], show: Show,
) -> TopicRow:
    by_source: dict[int, list[CellRow]] = {}
    for cell in cells:
        by_source.setdefault(cell.source_id, []).append(cell)
    sight = _Sight(case_id=case_id, topic_id=topic.id, show=show, has_pairs=state.pairs > 0,
                   is_conflict=state.relation is Relation.CONFLICT)
    names = {column.id: column.name for column in columns}
    silent = [column.name for column in columns if column.id not in by_source]
    return TopicRow(
        id=topic.id, label=topic.label, reason=topic.reason,
        cells=tuple(_cell(sight, column, by_source.get(column.id, [])) for column in columns),
        groups=_groups(sight, cells, names), silent=wording.both(silent) if silent else "",
        state=None if topic.sources == 1 and not state.pairs else TagShown(
            relation=state.relation, settled=state.settled and not state.disputed),
        tagged=state.tagged, pairs=state.pairs,
        href=sight.href(cells[0]) if cells else f"/cases/{case_id}",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """A topic as it is looked at."""

    case_id: int
    topic_id: int
    show: Show
    has_pairs: bool
    is_conflict: bool

    def gist(self, quote: str) -> str:
        """So much of a claim as the view shows."""
        if self.show is Show.VERSIONS:
            return ""
        return quote if self.show is Show.CLAIMS else shortened(quote)

    def href(self, cell: CellRow, *source_ids: int) -> str:
        """The pairs behind a cell; without pairs the claim in its article."""
        if not self.has_pairs:
            return addresses.of_claim(self.case_id, cell.article_id, cell.claim_id)
        return addresses.of_list(QueueFilter(
            case_id=self.case_id, topic_id=self.topic_id, source_ids=source_ids))


def _cell(sight: _Sight, column: ColumnRow, said: Sequence[CellRow]) -> Cell:
    if not said:
        return Cell(source_id=column.id, source=column.name)
    versions = tuple(dict.fromkeys(cell.version for cell in said))
    return Cell(
        source_id=column.id, source=column.name, versions=versions, value=said[0].value,
        gist=sight.gist(said[0].quote), more=len(said) - 1,
        differs=sight.is_conflict and any(version != 1 for version in versions),
        href=sight.href(said[0], column.id),
    )


def _groups(
    sight: _Sight, cells: Sequence[CellRow], names: dict[int, str],
) -> tuple[VersionGroup, ...]:
    """The same by version, for phones."""
    told: dict[int, list[CellRow]] = {}
    for cell in cells:
        told.setdefault(cell.version, []).append(cell)
    return tuple(VersionGroup(
        version=version, value=said[0].value,
        sources=wording.both(list(dict.fromkeys(names[cell.source_id] for cell in said))),
        gist=sight.gist(said[0].quote), differs=sight.is_conflict and version != 1,
        href=sight.href(said[0], *sorted({cell.source_id for cell in said})),
    ) for version, said in sorted(told.items()))
