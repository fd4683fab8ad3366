"""The matrix: who says what about what."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Invalid
from app.domain.pairs import Relation, Strength
from app.domain.people import Reviewer
from app.services import wording
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
from app.services.pages.shell import TagShown
from app.store.pages.grid import WEIGHTS, CellRow, ColumnRow, Tally, TopicHead
from app.store.session import Store

TOPICS_ON_PAGE = 40

LONGEST_VALUE = 60
"""Characters of a value in a cell: two lines of a column."""

_ROUND_WORDS = " …“”\"'.,"

_STRENGTHS = list(Strength)


def matrix(
    store: Store, reviewer: Reviewer, case_id: int, *, show: Show = Show.VALUES,
    order: TopicOrder = TopicOrder.CONFLICTS, after: str | None = None,
) -> MatrixPage:
    """Topics by sources, forty topics a page. Raises NotFound, and Invalid for a foreign key."""
    top, head = shell(store, reviewer), case_head(store, reviewer, case_id)
    states = {tally.topic_id: tally
              for tally in store.pages.grid.tallies(case_id, reviewer.id)}
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
            _row(case_id, topic, states.get(topic.id), columns,
                 cells.get(topic.id, []), show) for topic in shown),
        topic_count=len(topics), states=_counts(topics, states),
        one_source=sum(_is_alone(topic, states) for topic in topics), next_key=next_key,
    )


def _is_alone(topic: TopicHead, states: dict[int, Tally]) -> bool:
    """One source and no pair: there is nothing to compare."""
    return topic.sources == 1 and topic.id not in states


def _ordered(
    topics: Sequence[TopicHead], states: dict[int, Tally], order: TopicOrder,
) -> list[TopicHead]:
    if order is TopicOrder.ARRANGED:
        return list(topics)
    if order is TopicOrder.TOPIC:
        return sorted(topics, key=lambda topic: topic.label.casefold())
    if order is TopicOrder.TAGGED:
        return sorted(topics, key=lambda topic: _share(states.get(topic.id)))
    return sorted(topics, key=lambda topic: _weight(topic, states))


def _share(state: Tally | None) -> float:
    """Least tagged first; topics without pairs last."""
    return 2.0 if state is None else state.tagged / state.pairs


def _weight(topic: TopicHead, states: dict[int, Tally]) -> tuple[int, int]:
    """Confirmed conflicts, likely ones, other open topics, then the rest.

    Strict comes before tension before framing, so that loaded words never bury a clash of facts.
    """
    state = states.get(topic.id)
    if state is None:
        return (6 if topic.sources == 1 else 2), 0
    if state.said is None:
        return (2, 0) if state.likely is None else (1, _STRENGTHS.index(state.likely))
    if state.confirmed is not None:
        return 0, _STRENGTHS.index(state.confirmed)
    return 2 + WEIGHTS.index(state.said), 0


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


def _counts(topics: Sequence[TopicHead], states: dict[int, Tally]) -> tuple[StateCount, ...]:
    told = [_state(states, topic) for topic in topics if not _is_alone(topic, states)]
    order = (Relation.CONFLICT, Relation.AGREE, Relation.RELATED, Relation.UNRELATED, None)
    return tuple(StateCount(relation=relation, count=told.count(relation))
                 for relation in order if relation in told)


def _state(states: dict[int, Tally], topic: TopicHead) -> Relation | None:
    state = states.get(topic.id)
    return None if state is None else state.said


def _row(
    case_id: int, topic: TopicHead, state: Tally | None, columns: Sequence[ColumnRow],
    cells: Sequence[CellRow], show: Show,
) -> TopicRow:
    by_source: dict[int, list[CellRow]] = {}
    for cell in cells:
        by_source.setdefault(cell.source_id, []).append(cell)
    sight = _Sight(topic_id=topic.id, show=show,
                   is_conflict=state is not None and state.said is Relation.CONFLICT)
    names = {column.id: column.name for column in columns}
    silent = [column.name for column in columns if column.id not in by_source]
    return TopicRow(
        id=topic.id, label=topic.label, reason=topic.reason,
        cells=tuple(_cell(sight, column, by_source.get(column.id, [])) for column in columns),
        groups=_groups(sight, cells, names), silent=wording.both(silent) if silent else "",
        state=_shown(topic, state), tagged=state.tagged if state else 0,
        pairs=state.pairs if state else 0, waiting=state.waiting if state else 0,
        href=f"/cases/{case_id}/pairs?topic={topic.id}", voices=_voices(topic),
    )


def _voices(topic: TopicHead) -> str:
    """How many voices tell it, where copies of one text are among them."""
    if not 0 < topic.origins < topic.sources:
        return ""
    return (f"{wording.count_of(topic.sources, 'source')}, "
            f"{wording.count_of(topic.origins, 'origin')}")


def _shown(topic: TopicHead, state: Tally | None) -> TagShown | None:
    """The state as a chip; the scales say that all disputes are settled."""
    if state is None:
        return None if topic.sources == 1 else TagShown(relation=None)
    return TagShown(relation=state.said, settled=state.settled and not state.disputed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """A topic as it is looked at."""

    topic_id: int
    show: Show
    is_conflict: bool

    def words(self, cell: CellRow) -> tuple[str, str]:
        """The value and so much of the claim as the view shows, the same words only once."""
        if self.show is Show.VERSIONS:
            return cell.value, ""
        if self.show is Show.CLAIMS:
            return "" if _says_it(cell.value, cell.quote) else cell.value, cell.quote
        value, gist = shortened(cell.value, LONGEST_VALUE), shortened(cell.quote)
        return value, "" if _says_it(cell.value, gist) else gist

    def href(self, *source_ids: int) -> str:
        """What these sources say on the topic, claim by claim, with their pairs."""
        return f"/topics/{self.topic_id}/row?{'&'.join(f'src={one}' for one in source_ids)}"


def _says_it(value: str, words: str) -> bool:
    """The value is the beginning of these words, cut short or a good part of them."""
    plain, told = value.strip(_ROUND_WORDS).casefold(), words.strip(_ROUND_WORDS).casefold()
    return told.startswith(plain) and (value.endswith("…") or 3 * len(plain) > len(told))


def _cell(sight: _Sight, column: ColumnRow, said: Sequence[CellRow]) -> Cell:
    if not said:
        return Cell(source_id=column.id, source=column.name)
    versions = tuple(dict.fromkeys(cell.version for cell in said))
    value, gist = sight.words(said[0])
    return Cell(
        source_id=column.id, source=column.name, versions=versions, value=value, gist=gist,
        more=len(said) - 1,
        differs=sight.is_conflict and any(version != 1 for version in versions),
        href=sight.href(column.id),
    )


def _groups(
    sight: _Sight, cells: Sequence[CellRow], names: dict[int, str],
) -> tuple[VersionGroup, ...]:
    """The same by version, for phones."""
    told: dict[int, list[CellRow]] = {}
    for cell in cells:
        told.setdefault(cell.version, []).append(cell)
    return tuple(_group(sight, version, said, names) for version, said in sorted(told.items()))


def _group(
    sight: _Sight, version: int, said: Sequence[CellRow], names: dict[int, str],
) -> VersionGroup:
    value, gist = sight.words(said[0])
    return VersionGroup(
        version=version, value=value, gist=gist, differs=sight.is_conflict and version != 1,
        sources=wording.both(list(dict.fromkeys(names[cell.source_id] for cell in said))),
        href=sight.href(*sorted({cell.source_id for cell in said})),
    )
