"""The review queue: a page of pairs with its filters, and what is said when none is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.errors import NotFound
from app.domain.pairs import Reason
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.facets import Groups, facets, groups_of
from app.services.browsing.lists import page_of
from app.services.browsing.pieces import brief
from app.services.browsing.pressing import Before, pressed_of
from app.services.browsing.queries import SIZES, read_query, write_filter
from app.services.browsing.saving import Done, saved_of
from app.services.browsing.shells import bars
from app.services.pages.compare import AllDonePage
from app.services.pages.queue import (
    Chip,
    Person,
    QueueFilter,
    QueuePage,
    QueueRow,
    SideShown,
    ViewShown,
)
from app.services.pages.shell import TagShown
from app.store.pages.cases import Work
from app.store.pages.rows import PairRow, SideRow
from app.store.session import Store


def queue(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, *,
    after: str | None = None, before: str | None = None, done: Before = Before(),  # noqa: B008  it never changes
    people: Sequence[Reviewer] = (),
) -> QueuePage:
    """A page of the pairs that the filter asks for. `done` is what was done just before,
    `people` are those who may be asked to review pairs.

    Raises NotFound for a case, topic or source that is not here, Invalid for a foreign cursor.
    """
    top = bars(store, reviewer, wanted.case_id)
    groups = groups_of(store, reviewer, wanted)
    shown = page_of(store, reviewer, wanted, after=after, before=before)
    query = write_filter(wanted)
    carried = write_filter(replace(wanted, size=SIZES[0]))
    rows = tuple(row_shown(row, carried) for row in store.pages.rows.of(shown.ids, reviewer.id))
    start = next((row for row in rows if row.my_tag is None), rows[0] if rows else None)
    return QueuePage(
        shell=top.shell, head=top.head, filter=wanted, facets=facets(wanted, groups),
        chips=chips_of(store, wanted, groups), rows=rows, total=groups.total,
        unfiltered_total=top.pairs, not_yet_total=top.shell.queue, not_yet_here=top.waiting,
        first_on_page=shown.first if rows else 0,
        previous_href=shown.before and addresses.of_list(wanted, ("before", shown.before)),
        next_href=shown.after and addresses.of_list(wanted, ("after", shown.after)),
        clear_href=addresses.of_list(QueueFilter(
            case_id=wanted.case_id, order=wanted.order, size=wanted.size)),
        start_pair_id=start.pair_id if start else None,
        start_number=start.number if start else None, query=query,
        findings_href=addresses.of_list(wanted, ("as", "findings")),
        back=addresses.of_list(wanted, *_cursor(after, before)), may_tag=reviewer.may_tag,
        people=tuple(Person(id=person.id, name=person.name) for person in people
                     if person.may_tag),
        views=_views(store, reviewer, query),
        warnings=store.pages.triangles.count(reviewer.id),
        sizes=tuple((size, addresses.of_list(replace(wanted, size=size))) for size in SIZES),
        pressed=pressed_of(store, reviewer, done),
    )


def _cursor(after: str | None, before: str | None) -> list[tuple[str, str]]:
    if before:
        return [("before", before)]
    return [("after", after)] if after else []


def _views(store: Store, reviewer: Reviewer, query: str) -> tuple[ViewShown, ...]:
    return tuple(ViewShown(
        id=view.id, name=view.name, is_here=view.query == query,
        href=addresses.of_list(read_query(view.query)),
    ) for view in store.views.of(reviewer.id))


def all_done(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, *, saved: Done = None,
) -> AllDonePage:
    """The queue under review is empty: what was tagged in it, and what others made of it."""
    top = bars(store, reviewer, wanted.case_id)
    head = top.head
    work = store.pages.cases.work(reviewer.id)
    mine = list(work.values()) if head is None else [work.get(head.id) or Work(head.id)]
    return AllDonePage(
        shell=top.shell, case_id=head.id if head else None, case=head.name if head else "",
        pairs=sum(each.tagged for each in mine), second_tags=sum(each.by_two for each in mine),
        disputes=sum(each.disputed for each in mine), saved=saved_of(store, reviewer, saved),
        query=write_filter(wanted),
    )


def row_shown(row: PairRow, query: str) -> QueueRow:
    """A pair in a list; `query` is the queue that it is opened from."""
    return QueueRow(
        pair_id=row.id, number=row.number, case=row.case, reason=row.reason,
        first=_side(row.first, row.reason), second=_side(row.second, row.reason),
        suggestion=TagShown(relation=row.suggested, suggested=True),
        my_tag=row.my_tag, others=row.others, href=addresses.of_pair(row.id, query),
    )


def _side(side: SideRow, reason: Reason) -> SideShown:
    """A claim with the marks of the deciding finding."""
    return SideShown(pieces=brief(side.span, reason, side.places), source=side.source,
                     paragraph=side.paragraph)


def chips_of(store: Store, wanted: QueueFilter, groups: Groups) -> tuple[Chip, ...]:
    """A chip for each active group, with the address of the list without it."""
    told: tuple[tuple[object, str, Callable[[], str]], ...] = (
        (wanted.topic_id, "topic_id", lambda: _topic(store, wanted)),
        (wanted.mine, "mine", lambda: wording.mine_words(wanted.mine)),
        (wanted.tagged, "tagged", lambda: wording.tagged_words(wanted.tagged)),
        (wanted.disputed, "disputed", lambda: wording.DISPUTED),
        (wanted.assigned, "assigned", lambda: wording.ASSIGNED),
        (wanted.suggested, "suggested", lambda: wording.suggested_words(wanted.suggested)),
        (wanted.reasons, "reasons", lambda: wording.reason_words(wanted.reasons)),
        (wanted.source_ids, "source_ids", lambda: _sources(wanted, groups)),
    )
    nothing = QueueFilter()
    return tuple(Chip(words=words(), without=addresses.of_list(
        replace(wanted, **{name: getattr(nothing, name)}))) for is_on, name, words in told if is_on)


def _topic(store: Store, wanted: QueueFilter) -> str:
    label = store.pages.grid.label(wanted.case_id, wanted.topic_id or 0)
    return f"on {wording.subject_of(label)}"


def _sources(wanted: QueueFilter, groups: Groups) -> str:
    names = {source.id: source.name for source in groups.sources}
    if not names.keys() >= set(wanted.source_ids):
        raise NotFound("There is no such source here.")
    return wording.source_words([names[number] for number in wanted.source_ids])
