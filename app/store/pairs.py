"""Pairs with what the machine suggests for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from app.domain.batches import finding_name
from app.domain.errors import NotFound
from app.domain.pairs import Finding, Pair, PairKey, Reason, Relation, Strength, Suggestion
from app.store.cases import Cases
from app.store.pair_rows import finding_of, finding_rows, pair_of, suggestion_row
from app.store.portion_moves import PortionMoves
from app.store.portions import Portions
from app.store.queue_tables import shared_findings
from app.store.ranks import UNTRIED, Ranks
from app.store.tables import findings, pairs, suggestions, tags
from app.store.topic_tables import people_pairs

_AT_ONCE = 200
"""Claims in one query."""

_PORTION = 2_000
"""Pairs of a case that are read at once."""


class PairHead(NamedTuple):
    """A pair without its suggestion."""

    id: int
    case_id: int
    number: int
    version: int
    is_gone: bool


class Change(NamedTuple):
    """What comparing a case again came to."""

    suggested: int
    new: int
    changed: int
    gone: int


class Pairs:
    """Claims set against each other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, pair_id: int) -> Pair:
        """The pair, gone or not. Raises NotFound."""
        found = self._where(pairs.c.id == pair_id)
        if not found:
            raise NotFound("There is no such pair.")
        return found[0]

    def of_case(self, case_id: int, *, gone: bool = False) -> tuple[Pair, ...]:
        """The pairs of a case by number: those suggested now, or those that no longer are."""
        return self._where(pairs.c.case_id == case_id, pairs.c.is_gone == gone)

    def of_claim(self, claim_id: int, *, gone: bool = False) -> tuple[Pair, ...]:
        """The pairs of a claim by number: those suggested now, or those that no longer are."""
        sides = (pairs.c.first_claim_id, pairs.c.second_claim_id)
        return self._where(or_(*(side == claim_id for side in sides)), pairs.c.is_gone == gone)

    def _of(
        self, case_id: int, claim_ids: AbstractSet[int] | None, *, gone: bool,
    ) -> Iterator[Pair]:
        """The pairs of some claims, else of a case; a few thousand at a time, so that a large
        case is never held whole."""
        if claim_ids is None:
            yield from self._by_number(case_id, gone=gone)
            return
        some = sorted(claim_ids)
        for at in range(0, len(some), _AT_ONCE):
            ids = some[at:at + _AT_ONCE]
            yield from self._where(
                or_(pairs.c.first_claim_id.in_(ids), pairs.c.second_claim_id.in_(ids)),
                pairs.c.is_gone == gone)

    def _by_number(self, case_id: int, *, gone: bool) -> Iterator[Pair]:
        last = self._connection.execute(
            select(func.max(pairs.c.number)).where(pairs.c.case_id == case_id)).scalar() or 0
        for at in range(1, last + 1, _PORTION):
            yield from self._where(pairs.c.case_id == case_id, pairs.c.is_gone == gone,
                                   pairs.c.number.between(at, at + _PORTION - 1))

    def is_gone(self, pair_id: int) -> bool:
        """The pair is no longer suggested; False for one that never was."""
        return bool(self._connection.execute(
            select(pairs.c.is_gone).where(pairs.c.id == pair_id)).scalar())

    def hold(self, pair_id: int) -> PairHead:
        """The pair, with nobody else answering it until this work is kept. Raises NotFound."""
        row = self._connection.execute(
            select(pairs.c.id, pairs.c.case_id, pairs.c.number, pairs.c.version, pairs.c.is_gone)
            .where(pairs.c.id == pair_id).with_for_update(),
        ).one_or_none()
        if row is None:
            raise NotFound("There is no such pair.")
        return PairHead(*row)

    def state(self, pair_id: int, reviewer_id: int) -> int:
        """A number that grows whenever the pair or this reviewer's answer changes.

        A page shows it, a form sends it back, and an older one is refused.
        """
        mine = (
            select(func.count()).select_from(tags)
            .where(tags.c.pair_id == pair_id, tags.c.reviewer_id == reviewer_id)
            .scalar_subquery()
        )
        query = select(pairs.c.version + mine).where(pairs.c.id == pair_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFound("There is no such pair.")
        return int(found)

    def grow(self, pair_id: int) -> None:
        """The pair changed: whoever looks at it sees something old."""
        self._connection.execute(
            update(pairs).where(pairs.c.id == pair_id).values(version=pairs.c.version + 1),
        )

    def suggest(
        self,
        case_id: int,
        suggested: Sequence[tuple[PairKey, Suggestion]],
        *,
        among: AbstractSet[int],
        of: AbstractSet[int] | None = None,
    ) -> Change:
        """Put new suggestions in place of the earlier ones, `of` some claims only or of all.

        `among` are the ids of all claims that were compared: a pair of theirs that is not
        suggested any more is gone, yet keeps its number and its answers, and comes back with
        them when it is suggested again. A pair that a person set is never gone for that.
        """
        wanted = dict(suggested)
        met, changed, lost = self._differing(case_id, wanted, among, of)
        new = {key: made for key, made in wanted.items() if key not in met}
        moves = PortionMoves(self._connection)
        again = [pair.id for pair in changed]
        if of is not None:
            moves.leave([*again, *lost])
        added = self._add(case_id, new)
        self._replace(case_id, changed)
        self._lose(lost)
        if of is not None:
            moves.enter([*again, *added])
        else:
            Portions(self._connection).recount(case_id)
        return Change(len(wanted), len(new), len(changed), len(lost))

    def _differing(
        self, case_id: int, wanted: Mapping[PairKey, Suggestion], among: AbstractSet[int],
        of: AbstractSet[int] | None,
    ) -> tuple[set[PairKey], list["_Changed"], list[int]]:
        """Which pairs there are, which of them are told in another way now, and the ids of
        those that are suggested no more."""
        own = set(self._connection.scalars(select(people_pairs.c.pair_id)))
        met: set[PairKey] = set()
        changed: dict[PairKey, _Changed] = {}
        lost: dict[int, None] = {}
        for pair in self._of(case_id, of, gone=False):
            met.add(pair.key)
            made = wanted.get(pair.key)
            if made is not None and pair.suggestion != made:
                changed[pair.key] = _changed(pair, made)
            elif made is None and among >= {*pair.key} and pair.id not in own:
                lost[pair.id] = None
        for pair in self._of(case_id, of, gone=True):
            met.add(pair.key)
            if pair.key in wanted:
                changed[pair.key] = _changed(pair, wanted[pair.key])
        return met, [*changed.values()], [*lost]

    def _add(self, case_id: int, new: dict[PairKey, Suggestion]) -> Iterable[int]:
        """The ids of the pairs that are there now."""
        if not new:
            return ()
        numbers = Cases(self._connection).next_pair_numbers(case_id, len(new))
        self._connection.execute(insert(pairs), [
            {"case_id": case_id, "number": number, "first_claim_id": key.first,
             "second_claim_id": key.second, "version": 1, "is_gone": False}
            for number, key in zip(numbers, new, strict=True)
        ])
        rows = self._connection.execute(
            select(pairs.c.number, pairs.c.id)
            .where(pairs.c.case_id == case_id, pairs.c.number >= numbers.start),
        )
        ids = {row.number: row.id for row in rows}
        self._say(case_id, [(ids[number], made)
                            for number, made in zip(numbers, new.values(), strict=True)])
        return ids.values()

    def _replace(self, case_id: int, changed: Sequence["_Changed"]) -> None:
        if not changed:
            return
        old = [{"pair": pair.id} for pair in changed]
        for table in (findings, suggestions, shared_findings):
            self._connection.execute(
                delete(table).where(table.c.pair_id == bindparam("pair")), old,
            )
        self._say(case_id, [(pair.id, pair.made) for pair in changed])
        back = update(pairs).where(pairs.c.id == bindparam("pair"))
        self._connection.execute(back.values(is_gone=False), old)
        grown = [{"pair": pair.id} for pair in changed if pair.grows]
        if grown:
            self._connection.execute(back.values(version=pairs.c.version + 1), grown)

    def _lose(self, lost: Sequence[int]) -> None:
        if lost:
            self._connection.execute(
                update(pairs).where(pairs.c.id == bindparam("pair"))
                .values(is_gone=True, version=pairs.c.version + 1),
                [{"pair": pair_id} for pair_id in lost],
            )

    def _say(self, case_id: int, made: Sequence[tuple[int, Suggestion]]) -> None:
        factors = Ranks(self._connection).factors()
        self._connection.execute(insert(suggestions), [
            suggestion_row(case_id, *one)
            | {"rank": one[1].score * factors.get(one[1].findings[0].reason, UNTRIED)}
            for one in made
        ])
        opinions = [row for pair_id, said in made for row in finding_rows(pair_id, said)]
        if opinions:
            self._connection.execute(insert(findings), opinions)
            self._connection.execute(insert(shared_findings), [
                {"pair_id": pair_id, "finding": finding_name(case_id, pair_id, said.findings[0])}
                for pair_id, said in made])

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[Pair, ...]:
        opinions: dict[int, list[Finding]] = {}
        for row in self._connection.execute(_FINDINGS.where(*conditions)):
            opinions.setdefault(row.pair_id, []).append(finding_of(row))
        rows = self._connection.execute(_PAIRS.where(*conditions))
        return tuple(pair_of(row, opinions.get(row.id, ())) for row in rows)


_PAIRS = (
    select(pairs, *(column for column in suggestions.c if column.name not in pairs.c))
    .join(suggestions, suggestions.c.pair_id == pairs.c.id)
    .order_by(pairs.c.case_id, pairs.c.number)
)
_FINDINGS = (
    select(findings).join(pairs, pairs.c.id == findings.c.pair_id)
    .order_by(findings.c.pair_id, findings.c.position)
)


class _Changed(NamedTuple):
    """A pair that is told in another way now; `grows` where a reviewer would notice."""

    id: int
    made: Suggestion
    grows: bool


def _changed(pair: Pair, made: Suggestion) -> _Changed:
    return _Changed(pair.id, made, _outcome(pair.suggestion) != _outcome(made))


def _outcome(made: Suggestion) -> tuple[Relation, Strength, list[tuple[Reason, Relation]]]:
    """What a reviewer would notice: not the score, not the words chosen to say it."""
    return made.relation, made.strength, [(f.reason, f.relation) for f in made.findings]
