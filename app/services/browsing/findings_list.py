"""The queue as findings: pairs that share one are one block, in the order of likely conflicts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.facets import groups_of
from app.services.browsing.lists import Cursor, read_cursor, wanted_of, write_cursor, zones_of
from app.services.browsing.misfits import misfits_shown
from app.services.browsing.pairs_list import chips_of, row_shown
from app.services.browsing.pressing import Before, pressed_of
from app.services.browsing.queries import write_filter
from app.services.browsing.shells import bars
from app.services.pages.findings import Block, BlockRow, FindingsPage, Stretch, ValueStands
from app.services.pages.queue import MyTag, QueueFilter, QueueOrder, QueueRow
from app.services.pages.shell import TagShown
from app.store.pages.listing import Key, Wanted, Zone
from app.store.pages.shared import MemberRow
from app.store.session import Store

ROWS = 3
"""Pairs of a block that are shown before somebody asks for all (picture 21)."""

CHUNK = 200
"""Pairs that are looked at together while blocks are gathered."""


class Look(NamedTuple):
    """How the list is looked at: pairs taken out of their findings, the block that shows all."""

    out: frozenset[int] = frozenset()
    whole: str = ""
    after: str | None = None
    before: Before = Before()


class _Led(NamedTuple):
    """A block of the page: the pair that stands for it in the list, and its finding."""

    cursor: Cursor
    finding_id: str


def findings(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, look: Look,
) -> FindingsPage:
    """A page of the findings whose pairs the filter asks for, the likeliest conflicts first.

    A block holds every pair of its finding, those that I tagged among them. Raises NotFound and
    Invalid as the list of pairs does.
    """
    wanted = replace(wanted, order=QueueOrder.CONFLICTS)
    top = bars(store, reviewer, wanted.case_id)
    groups = groups_of(store, reviewer, wanted)
    led, more = _gathered(store, reviewer, wanted, look)
    waiting = groups.total if wanted.mine == (MyTag.NOT_YET,) else None
    return FindingsPage(
        shell=top.shell, head=top.head, filter=wanted, chips=chips_of(store, wanted, groups),
        sentence=_sentence(groups.total, waiting, top.head.name if top.head else "",
                           None if more or look.after else len(led)),
        stretches=tuple(_stretches(store, reviewer, wanted, look, led)),
        unfiltered_total=top.pairs, pairs_href=addresses.of_list(wanted),
        clear_href=_here(QueueFilter(case_id=wanted.case_id, size=wanted.size), Look()),
        first_href=_here(wanted, look._replace(after=None)) if look.after else None,
        next_href=_here(wanted, look._replace(after=write_cursor(led[-1].cursor)))
        if more else None,
        query=write_filter(wanted), back=_here(wanted, look), may_tag=reviewer.may_tag,
        misfits=misfits_shown(store, reviewer), misfits_count=store.pages.triangles.count(
            reviewer.id),
        pressed=pressed_of(store, reviewer, look.before),
    )


def _here(wanted: QueueFilter, look: Look) -> str:
    """The address of this view; what was done before is not carried on."""
    more = [("as", "findings"), *(("out", str(pair_id)) for pair_id in sorted(look.out))]
    more += [("all", look.whole)] if look.whole else []
    more += [("after", look.after)] if look.after else []
    return addresses.of_list(wanted, *more)


def _sentence(total: int, waiting: int | None, case: str, blocks: int | None) -> str:
    """How many pairs there are, and of how many findings they come, if that is known."""
    many = wording.count_of(total, "pair")
    where = f" in {case}" if case else ""
    if waiting is not None:
        many = f"{many}{where} {'is' if total == 1 else 'are'} not yet tagged by you."
    else:
        many = f"{many}{where}."
    if blocks is None or not total:
        return many
    come = "It comes" if total == 1 else "They come"
    return f"{many} {come} from {wording.count_of(blocks, 'finding')}."


# --- Which findings stand on the page ---------------------------------------------------


def _gathered(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, look: Look,
) -> tuple[list[_Led], bool]:
    """The findings of the page, each by the first of its pairs in the list; are there more."""
    asked = wanted_of(reviewer, wanted)
    seen: set[str] = set()
    led: list[_Led] = []
    cursor = read_cursor(look.after, "after") if look.after else None
    position = cursor.position if cursor else 0
    for zone, names in _walk(store, asked, zones_of(wanted), cursor, look.out):
        for pair_id, finding_id in names:
            if finding_id in seen:
                continue
            seen.add(finding_id)
            if cursor and _was_before(store, asked, zones_of(wanted), (zone, pair_id), finding_id):
                continue
            if len(led) == wanted.size:
                return led, True
            position += 1
            led.append(_Led(Cursor(zone is Zone.SKIPPED, pair_id, position), finding_id))
    return led, False


def _walk(
    store: Store, asked: Wanted, zones: tuple[Zone, ...], cursor: Cursor | None,
    out: frozenset[int],
) -> Iterator[tuple[Zone, list[tuple[int, str]]]]:
    """The pairs of the list after the cursor with their findings, some at a time."""
    key: Key | None = None
    if cursor is not None:
        at = len(zones) - 1 if cursor.is_skipped and Zone.SKIPPED in zones else 0
        zones = zones[at:]
        key = store.pages.listing.key_of(asked, zones[0], cursor.pair_id)
    for zone in zones:
        while ids := store.pages.listing.ids(asked, zone, key=key, limit=CHUNK):
            names = store.pages.shared.findings_of(ids)
            yield zone, [(pair_id, _of(pair_id, names, out)) for pair_id in ids]
            if len(ids) < CHUNK:
                break
            key = store.pages.listing.key_of(asked, zone, ids[-1])
        key = None


def _of(pair_id: int, names: dict[int, str], out: frozenset[int]) -> str:
    """The finding of a pair; one that was taken out stands for itself."""
    return f"pair-{pair_id}" if pair_id in out else names.get(pair_id, f"pair-{pair_id}")


def _was_before(
    store: Store, asked: Wanted, zones: tuple[Zone, ...], here: tuple[Zone, int],
    finding_id: str,
) -> bool:
    """Another pair of the finding stands further up in the list: the block was shown there."""
    zone, pair_id = here
    others = [other for other in store.pages.shared.pairs_of(finding_id) if other != pair_id]
    for each in zones[:zones.index(zone)]:
        if store.pages.listing.among(asked, each, others):
            return True
    order = store.pages.listing.among(asked, zone, [*others, pair_id])
    return bool(order) and order[0] != pair_id


# --- What a block shows -----------------------------------------------------------------


def _stretches(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, look: Look, led: Sequence[_Led],
) -> Iterator[Stretch]:
    """The blocks of the page, with pairs that stand for themselves gathered between them."""
    members = store.pages.shared.members(
        [each.finding_id for each in led if not each.finding_id.startswith("pair-")], reviewer.id)
    inside = {finding_id: [row for row in rows if row.id not in look.out]
              for finding_id, rows in members.items()}
    together = {finding_id for finding_id, rows in inside.items() if len(rows) > 1}
    alone = [each for each in led if each.finding_id not in together]
    wanted_ids = [each.cursor.pair_id for each in alone] + [
        row.id for finding_id in sorted(together)
        for row in _first(inside[finding_id], whole=look.whole == finding_id)]
    rows = {row.pair_id: row for row in _rows(store, reviewer, wanted, wanted_ids)}
    single: list[QueueRow] = []
    for each in led:
        if each.finding_id not in together:
            single.append(rows[each.cursor.pair_id])
            continue
        if single:
            yield Stretch(rows=tuple(single))
            single = []
        yield Stretch(block=_block(
            wanted, look, inside[each.finding_id], rows, reviewer))
    if single:
        yield Stretch(rows=tuple(single))


def _rows(
    store: Store, reviewer: Reviewer, wanted: QueueFilter, pair_ids: Sequence[int],
) -> Iterator[QueueRow]:
    query = write_filter(wanted)
    for start in range(0, len(pair_ids), 500):
        for row in store.pages.rows.of(pair_ids[start:start + 500], reviewer.id):
            yield row_shown(row, query)


def _first(rows: Sequence[MemberRow], *, whole: bool) -> Sequence[MemberRow]:
    return rows if whole or len(rows) == ROWS + 1 else rows[:ROWS]


def _block(
    wanted: QueueFilter, look: Look, members: Sequence[MemberRow], rows: dict[int, QueueRow],
    reviewer: Reviewer,
) -> Block:
    lead = members[0]
    shown = _first(members, whole=look.whole == lead.finding)
    open_ids = tuple(row.id for row in members if not row.is_mine and not row.is_settled)
    return Block(
        finding_id=lead.finding, size=len(members), open_ids=open_ids,
        question=_question(lead), reason=lead.reason,
        suggestion=TagShown(relation=lead.suggested, suggested=True), because=lead.because,
        stands=_stands(members),
        rows=tuple(BlockRow(
            row=rows[row.id], kept=_kept(row), is_disputed=row.is_disputed,
            take_out_href=_here(wanted, look._replace(out=look.out | {row.id}))
            if row.id in open_ids and reviewer.may_tag else "",
        ) for row in shown),
        further=tuple(row.number for row in members[len(shown):]),
        all_href=_here(wanted, look._replace(whole=lead.finding))
        if len(shown) < len(members) else "",
        compare_href=addresses.of_pair((open_ids or (lead.id,))[0], write_filter(wanted)),
    )


def _kept(row: MemberRow) -> str:
    if row.is_settled:
        return "Settled"
    return "Kept as it is" if row.is_mine else ""


def _question(lead: MemberRow) -> str:
    """The pair's own question, or for two names the one that says both."""
    one, other = lead.values
    if lead.reason.value == "name_spelling" and one and other:
        kind = lead.what.lower().removesuffix(" name")
        same = "name" if kind == "name" else kind
        return f"Is “{one}” the same {same} as “{other}”?"
    return wording.question(lead.reason, lead.topic, what=lead.what, texts=lead.quotes)


def _stands(members: Sequence[MemberRow]) -> tuple[ValueStands, ...]:
    """Each value with its sources and paragraphs; 1 is the one that most sources tell."""
    told: dict[str, dict[str, set[tuple[bool, int]]]] = {}
    for row in members:
        for value, where in zip(row.values, row.places, strict=True):
            told.setdefault(value, {}).setdefault(where.source, set()).add(
                (not where.in_title, where.paragraph))
    signs = {value: sign for sign, value in enumerate(
        sorted(told, key=lambda value: -len(told[value])), start=1)}
    return tuple(ValueStands(value=value, version=signs[value], places=wording.places_words(
        [(source, sorted(places)) for source, places in by_source.items()]))
        for value, by_source in told.items())
