"""What was done to several claims in one go: the corrections that belong together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from app.domain.corrections import Reshaping
from app.domain.pairs import PairKey
from app.store.reshaping_tables import moved_pairs, reshapings
from app.store.tables import findings, pairs, suggestions


class MovedPair(NamedTuple):
    """A pair that followed the words that it is about from one claim to another."""

    pair_id: int
    from_claim_id: int
    to_claim_id: int


class Reshapings:
    """Merges, splits and claims left out together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def join(
        self, deed: Reshaping, correction_ids: Sequence[int], moved: Iterable[MovedPair] = (),
    ) -> None:
        """Note that these corrections were made in one go; the first of them leads."""
        leader = correction_ids[0]
        self._connection.execute(insert(reshapings), [
            {"correction_id": one, "leader_id": leader, "deed": deed} for one in correction_ids])
        rows = [{"correction_id": leader, **pair._asdict()} for pair in moved]
        if rows:
            self._connection.execute(insert(moved_pairs), rows)

    def deed(self, correction_id: int) -> Reshaping | None:
        """What the correction is a part of; None if it was made alone."""
        query = select(reshapings.c.deed).where(reshapings.c.correction_id == correction_id)
        found = self._connection.execute(query).scalar()
        return None if found is None else Reshaping(found)

    def together(self, correction_id: int) -> tuple[int, ...]:
        """The ids of all corrections made in one go with this one, the leading one first."""
        leader = select(reshapings.c.leader_id).where(
            reshapings.c.correction_id == correction_id).scalar_subquery()
        query = (select(reshapings.c.correction_id).where(reshapings.c.leader_id == leader)
                 .order_by(reshapings.c.correction_id))
        return tuple(self._connection.scalars(query)) or (correction_id,)

    def moved(self, leader_id: int) -> tuple[MovedPair, ...]:
        """The pairs that were moved with a leading correction."""
        query = (select(moved_pairs.c.pair_id, moved_pairs.c.from_claim_id,
                        moved_pairs.c.to_claim_id)
                 .where(moved_pairs.c.correction_id == leader_id)
                 .order_by(moved_pairs.c.pair_id))
        return tuple(MovedPair(*row) for row in self._connection.execute(query))

    def move(self, pair_id: int, from_claim_id: int, to_claim_id: int) -> bool:
        """Let a pair be about another claim; its number and its tags stay.

        False, and nothing changes, if the pair would be one that is there already, or one of a
        claim with itself.
        """
        before = self._key(pair_id)
        other = before.second if before.first == from_claim_id else before.first
        if other == to_claim_id or self._at(PairKey.of(to_claim_id, other)) is not None:
            return False
        self._put(pair_id, PairKey.of(to_claim_id, other), other)
        return True

    def move_back(self, moved: MovedPair) -> None:
        """Let a pair be about its former claim again. One that was born there meanwhile takes
        its place, so that each keeps its number and its tags."""
        if self.move(moved.pair_id, moved.to_claim_id, moved.from_claim_id):
            return
        key, aside = self._key(moved.pair_id), PairKey.of(moved.from_claim_id, moved.to_claim_id)
        other = key.second if key.first == moved.to_claim_id else key.first
        if other == moved.from_claim_id or self._at(aside) is not None:
            return
        home = PairKey.of(moved.from_claim_id, other)
        born = self._at(home)
        assert born is not None  # noqa: S101  it was in the way
        turns = key.index(other) != home.index(other)
        for pair_id, place in ((moved.pair_id, aside), (born, key), (moved.pair_id, home)):
            self._set(pair_id, place)
        if turns:
            self._turn(moved.pair_id)
            self._turn(born)

    def _key(self, pair_id: int) -> PairKey:
        query = select(pairs.c.first_claim_id, pairs.c.second_claim_id)
        return PairKey(*self._connection.execute(query.where(pairs.c.id == pair_id)).one())

    def _at(self, key: PairKey) -> int | None:
        """The pair of two claims, if there is one."""
        query = select(pairs.c.id).where(pairs.c.first_claim_id == key.first,
                                         pairs.c.second_claim_id == key.second)
        return self._connection.execute(query).scalar()

    def _put(self, pair_id: int, key: PairKey, other: int) -> None:
        turns = self._key(pair_id).index(other) != key.index(other)
        self._set(pair_id, key)
        if turns:
            self._turn(pair_id)

    def _set(self, pair_id: int, key: PairKey) -> None:
        self._connection.execute(
            update(pairs).where(pairs.c.id == pair_id).values(
                first_claim_id=key.first, second_claim_id=key.second,
                version=pairs.c.version + 1))

    def _turn(self, pair_id: int) -> None:
        """What was found about the first claim is about the second now."""
        self._connection.execute(update(findings).where(findings.c.pair_id == pair_id).values(
            first_value=findings.c.second_value, second_value=findings.c.first_value,
            first_places=findings.c.second_places, second_places=findings.c.first_places))
        self._connection.execute(
            update(suggestions).where(suggestions.c.pair_id == pair_id).values(
                only_first=suggestions.c.only_second, only_second=suggestions.c.only_first))
