"""What is found of each kind, ranked where it is little, else the newest first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.people import Reviewer
from app.services.searching.asking import KINDS, Asked
from app.services.searching.meaning import Question
from app.store.search import Hit, Sieve
from app.store.session import Store

FEW = 200
"""So many of a kind are counted, ranked and filtered one by one; of more, the newest are shown
(ranking all that hold a common word takes longer than anybody waits)."""
NEWEST = 9
"""The rank of everything where nothing is ranked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A result with its rank: 0 holds the words in a row, 1 as typed, 2 in other forms, 3 says
    the same in other words."""

    hit: Hit
    tier: int

    @property
    def key(self) -> tuple[int, int]:
        """Orders results: the best first, of equals the newest."""
        return self.tier, -self.hit.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is found of one kind. `every` are the hits without regard to filters, if they are few;
    `count` None says that nobody counted to the end."""

    kind: str
    results: tuple[Ranked, ...]
    every: tuple[Hit, ...]
    count: int | None
    open_pair: frozenset[int] = frozenset()
    my_note: frozenset[int] = frozenset()


def gather(
    store: Store, reviewer: Reviewer, asked: Asked, wanted: Question, kind: str,
) -> Gathered:
    """The results of a kind that the filters leave."""
    every = store.search.newest(kind, wanted.wanted, reviewer.id, limit=FEW + 1)
    if len(every) > FEW:
        return _newest(store, reviewer, asked, wanted, every, kind)
    if not every:
        return Gathered(kind=kind, results=(), every=(), count=0)
    open_pair, my_note = _flags(store, reviewer, kind, every)
    all_of_kind = Gathered(kind=kind, results=(), every=tuple(every), count=None,
                           open_pair=open_pair, my_note=my_note)
    left = _left(all_of_kind, asked.sieve())
    tiers = _tiers(store, wanted, kind) if len(left) > 1 else {}
    ranked = sorted((Ranked(hit=hit, tier=tiers.get(hit.id, 3)) for hit in left),
                    key=lambda one: one.key)
    return replace(all_of_kind, results=tuple(ranked), count=len(ranked))


def after(results: Iterable[Ranked], last: tuple[int, int] | None) -> list[Ranked]:
    """The results behind the last one of the page before."""
    if last is None:
        return list(results)
    return [one for one in results if one.key > (last[0], -last[1])]


def _newest(
    store: Store, reviewer: Reviewer, asked: Asked, wanted: Question, found: list[Hit], kind: str,
) -> Gathered:
    """Too much to rank: the newest that the filters leave."""
    before = asked.after[1] if asked.after and asked.only == kind else None
    if asked.is_filtered or before is not None:
        found = store.search.newest(kind, wanted.wanted, reviewer.id, limit=FEW + 1,
                                    sieve=asked.sieve(), before=before)
    ranked = tuple(Ranked(hit=hit, tier=NEWEST) for hit in found[:FEW])
    is_all = before is None and len(found) <= FEW
    return Gathered(kind=kind, results=ranked, every=(), count=len(ranked) if is_all else None)


def _flags(
    store: Store, reviewer: Reviewer, kind: str, hits: list[Hit],
) -> tuple[frozenset[int], frozenset[int]]:
    """The hits with a pair that waits, and those with a note of the viewer."""
    ids = [hit.id for hit in hits]
    if kind == "claims":
        return (frozenset(store.search.with_open_pair(ids, reviewer.id)),
                frozenset(store.search.with_my_note(ids, reviewer.id)))
    if kind == "notes":
        mine = {row.id for row in store.pages.found.notes(ids).values()
                if row.reviewer_id == reviewer.id}
        return frozenset(), frozenset(mine)
    return frozenset(), frozenset()


def _left(found: Gathered, sieve: Sieve, leaving_out: str = "") -> list[Hit]:
    """The hits that the filters let through, one of the filters left out of account."""
    if sieve == Sieve():
        return list(found.every)
    return [hit for hit in found.every if _passes(hit, found, sieve, leaving_out)]


def _passes(hit: Hit, among: Gathered, sieve: Sieve, leaving_out: str) -> bool:
    return all(
        test for name, test in (
            ("case", not sieve.case_ids or hit.case_id in sieve.case_ids),
            ("source", not sieve.source_ids or bool(set(hit.sources) & set(sieve.source_ids))),
            ("days", _in_time(hit, sieve)),
            ("open", not sieve.open_pair or hit.id in among.open_pair),
            ("noted", not sieve.my_note or hit.id in among.my_note),
        ) if name != leaving_out)


def _in_time(hit: Hit, sieve: Sieve) -> bool:
    return ((sieve.since is None or any(day and day >= sieve.since for day in hit.days))
            and (sieve.until is None or any(day and day <= sieve.until for day in hit.days)))


def _tiers(store: Store, wanted: Question, kind: str) -> dict[int, int]:
    """The ranks of all that is found literally."""
    found: dict[int, int] = {}
    ways = {wanted.wanted.typed: 2, wanted.exact: 1, wanted.phrase: 0}
    for way, tier in ways.items():
        ids = store.search.ids(kind, way, limit=FEW + 1, literally=True)
        found.update(dict.fromkeys(ids, tier))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many results each value of a filter would leave, all other filters in force."""

    cases: Counter[int]
    sources: Counter[int]
    open_pair: int
    my_note: int


def tally(found: list[Gathered], asked: Asked) -> Tally | None:
    """Counts beside the filters; None where too much was found to count."""
    if any(one.count is None or (one.results and not one.every) for one in found):
        return None
    sieve = asked.sieve()
    shown = [one for one in found if asked.shown(one.kind)]
    return Tally(
        cases=Counter(hit.case_id for one in shown for hit in _left(one, sieve, "case")),
        sources=Counter(source for one in shown for hit in _left(one, sieve, "source")
                        for source in set(hit.sources)),
        open_pair=sum(hit.id in one.open_pair for one in shown
                      for hit in _left(one, sieve, "open")),
        my_note=sum(hit.id in one.my_note for one in shown
                    for hit in _left(one, sieve, "noted")),
    )


def gather_all(
    store: Store, reviewer: Reviewer, asked: Asked, wanted: Question,
) -> list[Gathered]:
    """Everything that is found, kind by kind; kinds that were not asked for are counted too."""
    kinds = (asked.only,) if asked.only else KINDS
    return [gather(store, reviewer, asked, wanted, kind) for kind in kinds]
