"""Walking through a list of pairs: a page of it, its first pair, and the pairs beside one."""

import re
from typing import NamedTuple

from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services.pages.queue import MyTag, QueueFilter
from app.store.pages.listing import Key, Order, Wanted, Zone
from app.store.session import Store


class Slice(NamedTuple):
    """A page of a list. `first` is the position of its first pair, counted from 1."""

    ids: list[int]
    first: int
    before: str | None
    after: str | None


class Cursor(NamedTuple):
    """A pair beside which a list goes on, whether it stands among those put off, its position."""

    is_skipped: bool
    pair_id: int
    position: int = 0


def wanted_of(reviewer: Reviewer, wanted: QueueFilter) -> Wanted:
    """The page's filter in the words of the store."""
    return Wanted(
        reviewer_id=reviewer.id, case_id=wanted.case_id, topic_id=wanted.topic_id,
        tagged=wanted.tagged, suggested=wanted.suggested, reasons=wanted.reasons,
        source_ids=wanted.source_ids, disputed=wanted.disputed,
        assigned=wanted.assigned, order=Order(wanted.order.value),
    )


def zones_of(wanted: QueueFilter) -> tuple[Zone, ...]:
    """The parts of the list in their order; skipped pairs are part of "not yet", and last."""
    mine = set(wanted.mine)
    skipped = (Zone.SKIPPED,) if not mine or mine & {MyTag.NOT_YET, MyTag.SKIPPED} else ()
    if not mine or mine >= {MyTag.NOT_YET, MyTag.TAGGED}:
        return (Zone.ANY if not mine else Zone.OPEN_OR_TAGGED, *skipped)
    if MyTag.NOT_YET in mine:
        return (Zone.UNTAGGED, *skipped)
    return ((Zone.TAGGED,) if MyTag.TAGGED in mine else ()) + skipped


def first_of(store: Store, reviewer: Reviewer, wanted: QueueFilter) -> int | None:
    """The first pair of a list, None if it is empty."""
    ids = _forward(store, wanted_of(reviewer, wanted), zones_of(wanted), None, 1)
    return ids[0][1] if ids else None


def page_of(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, *,
    after: str | None = None, before: str | None = None,
) -> Slice:
    """A page of a list, from its start or beside a cursor. Raises Invalid for a foreign one."""
    asked, zones = wanted_of(reviewer, wanted), zones_of(wanted)
    if before:
        return _page_before(store, asked, zones, read_cursor(before, "before"), wanted.size)
    cursor = read_cursor(after, "after") if after else None
    start, key = _start(store, asked, zones, cursor)
    found = _forward(store, asked, zones[start:], key, wanted.size + 1)
    ids = found[:wanted.size]
    first = (cursor.position if cursor else 0) + 1
    return Slice(
        ids=[pair_id for _, pair_id in ids], first=first,
        before=_write(ids[0], first) if ids and cursor else None,
        after=_write(ids[-1], first + len(ids) - 1) if len(found) > wanted.size else None,
    )


def beside(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, pair_id: int, *, is_skipped: bool,
) -> tuple[int | None, int | None]:
    """The pairs before and after one in a list, which need not hold that one itself."""
    asked, zones = wanted_of(reviewer, wanted), zones_of(wanted)
    start, key = _start(store, asked, zones, Cursor(is_skipped, pair_id))
    before = _backward(store, asked, zones[:start + 1], key, 1)
    after = _forward(store, asked, zones[start:], key, 1)
    return (before[0][1] if before else None), (after[0][1] if after else None)


def pair_after(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, pair_id: int,
) -> int | None:
    """The next pair to answer after one that was just tagged or skipped.

    It is the next one of the list in its order, then on from the start; pairs put off come
    last, the longest ago first. A list that holds tagged pairs too yields those that are not,
    and a list of nothing but tagged pairs goes through them once. None: nothing is left.
    """
    asked = wanted_of(reviewer, wanted)
    zones = zones_of(wanted)
    if zones == (Zone.TAGGED,):
        key = store.pages.listing.key_of(asked, Zone.TAGGED, pair_id)
        found = _forward(store, asked, zones, key, 1)
        return found[0][1] if found else None
    if zones[0] in {Zone.ANY, Zone.OPEN_OR_TAGGED}:
        zones = (Zone.UNTAGGED, *zones[1:])
    if zones[0] is Zone.UNTAGGED:
        key = store.pages.listing.key_of(asked, zones[0], pair_id)
        ahead = _forward(store, asked, zones[:1], key, 1)
        if ahead:
            return ahead[0][1]
    around = _forward(store, asked, zones, None, 2)
    return next((other for _, other in around if other != pair_id), None)


Found = list[tuple[Zone, int]]


def _forward(
    store: Store, asked: Wanted, zones: tuple[Zone, ...], key: Key | None, limit: int,
) -> Found:
    """Up to `limit` pairs, on from the key in the first zone, then from the start of others."""
    found: Found = []
    for zone in zones:
        ids = store.pages.listing.ids(asked, zone, key=key, limit=limit - len(found))
        found += [(zone, pair_id) for pair_id in ids]
        key = None
        if len(found) >= limit:
            break
    return found


def _backward(
    store: Store, asked: Wanted, zones: tuple[Zone, ...], key: Key | None, limit: int,
) -> Found:
    """Up to `limit` pairs before the key of the last zone, the nearest first."""
    found: Found = []
    if key is None:
        return found
    here: Key | None = key
    for zone in reversed(zones):
        ids = store.pages.listing.ids(
            asked, zone, key=here, backwards=True, limit=limit - len(found))
        found += [(zone, pair_id) for pair_id in ids]
        here = None
        if len(found) >= limit:
            break
    return found


def _start(
    store: Store, asked: Wanted, zones: tuple[Zone, ...], cursor: Cursor | None,
) -> tuple[int, Key | None]:
    """The zone to go on in, and the key; a cursor that stands nowhere starts its zone over."""
    if cursor is None:
        return 0, None
    at = len(zones) - 1 if cursor.is_skipped and Zone.SKIPPED in zones else 0
    return at, store.pages.listing.key_of(asked, zones[at], cursor.pair_id)


def _page_before(
    store: Store, asked: Wanted, zones: tuple[Zone, ...], cursor: Cursor, size: int,
) -> Slice:
    start, key = _start(store, asked, zones, cursor)
    found = _backward(store, asked, zones[:start + 1], key, size + 1)
    ids = found[:size][::-1]
    has_more = len(found) > size
    first = max(cursor.position - len(ids), 2) if has_more else 1
    return Slice(
        ids=[pair_id for _, pair_id in ids], first=first,
        before=_write(ids[0], first) if has_more else None,
        after=_write(ids[-1], first + len(ids) - 1) if ids else None,
    )


_CURSOR = re.compile(r"(?P<skipped>s?)(?P<pair>[1-9][0-9]{0,17})-(?P<position>[0-9]{1,9})")


def read_cursor(written: str, name: str) -> Cursor:
    """A cursor from an address; `name` is its parameter. Raises Invalid for a foreign one."""
    match = _CURSOR.fullmatch(written)
    if match is None:
        raise Invalid({name: "This list has no such page; open it from the start."})
    return Cursor(bool(match["skipped"]), int(match["pair"]), int(match["position"]))


def write_cursor(cursor: Cursor) -> str:
    """A cursor as an address carries it."""
    return f"{'s' if cursor.is_skipped else ''}{cursor.pair_id}-{cursor.position}"


def _write(found: tuple[Zone, int], position: int) -> str:
    zone, pair_id = found
    return write_cursor(Cursor(zone is Zone.SKIPPED, pair_id, position))
