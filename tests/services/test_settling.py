import pytest

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Relation
from app.domain.people import Role
from app.services import settling
from tests.factories import NOON, Given


def test_a_settlement_is_kept_beside_the_tags(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE)
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    judge = given.reviewer("Judge", Role.ADJUDICATOR)

    settling.settle(given.store, judge, pair.id, Relation.CONFLICT, why=" Counted. ", at=NOON)

    settled = given.store.tags.settlement(pair.id)
    assert settled is not None
    assert (settled.relation, settled.why) == (Relation.CONFLICT, "Counted.")
    assert len(given.store.tags.of(pair.id)) == 2


def test_a_settlement_makes_every_open_page_old(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    seen = given.store.pairs.state(pair.id, me.id)

    settling.settle(given.store, given.reviewer("Judge", Role.ADJUDICATOR), pair.id,
                    Relation.AGREE, why="Same plan.", at=NOON)

    assert given.store.pairs.state(pair.id, me.id) > seen


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER])
def test_others_than_adjudicators_may_not_settle(given: Given, role: Role) -> None:
    pair = given.pair()

    with pytest.raises(NotAllowed):
        settling.settle(given.store, given.reviewer("Bo", role), pair.id, Relation.AGREE,
                        why="Same plan.", at=NOON)

    assert given.store.tags.settlement(pair.id) is None


def test_whoever_tagged_a_pair_does_not_settle_it(given: Given) -> None:
    pair, judge = given.pair(), given.reviewer("Judge", Role.ADJUDICATOR)
    given.tag(pair, by=judge)

    with pytest.raises(NotAllowed, match="You tagged this pair"):
        settling.settle(given.store, judge, pair.id, Relation.AGREE, why="So.", at=NOON)

    assert given.store.tags.settlement(pair.id) is None


@pytest.mark.parametrize("why", ["", "  \n", "x" * 10_001, "a\0b"])
def test_a_reason_is_demanded_and_must_fit(given: Given, why: str) -> None:
    pair = given.pair()

    with pytest.raises(Invalid) as refused:
        settling.settle(given.store, given.reviewer("Judge", Role.ADJUDICATOR), pair.id,
                        Relation.AGREE, why=why, at=NOON)

    assert set(refused.value.fields) == {"why"}


def test_a_pair_is_settled_once(given: Given) -> None:
    pair = given.pair()
    given.settlement(pair, Relation.CONFLICT)

    with pytest.raises(Conflict):
        settling.settle(given.store, given.reviewer("Second", Role.ADJUDICATOR), pair.id,
                        Relation.AGREE, why="No.", at=NOON)

    settled = given.store.tags.settlement(pair.id)
    assert settled is not None
    assert settled.relation is Relation.CONFLICT


def test_a_pair_that_is_not_there_cannot_be_settled(given: Given) -> None:
    with pytest.raises(NotFound):
        settling.settle(given.store, given.reviewer("Judge", Role.ADJUDICATOR), 99,
                        Relation.AGREE, why="So.", at=NOON)
