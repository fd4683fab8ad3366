"""What reasons have earned, counted from decisions, and the order that follows."""

from sqlalchemy import select

from app.domain.pairs import Pair, Reason, Relation
from app.store.ranks import UNTRIED, Tally
from app.store.tables import suggestions
from tests.factories import Given, finding, suggestion


def rank(given: Given, pair: Pair) -> float:
    query = select(suggestions.c.rank).where(suggestions.c.pair_id == pair.id)
    return float(given.store.connection.execute(query).scalar_one())


def tally(given: Given) -> Tally:
    [found] = given.store.ranks.tallies()
    return found


def test_a_pair_is_decided_when_all_who_tagged_it_say_the_same(given: Given) -> None:
    agreed, refused, disputed, _untagged = (given.pair() for _ in range(4))
    bo = given.reviewer("Bo")
    given.tag(agreed, Relation.CONFLICT)
    given.tag(agreed, Relation.CONFLICT, by=bo)
    given.tag(refused, Relation.RELATED)
    given.tag(disputed, Relation.CONFLICT)
    given.tag(disputed, Relation.AGREE, by=bo)

    assert tally(given) == Tally(Reason.NUMBER, suggested=4, decided=2, confirmed=1)


def test_a_settlement_decides_whatever_was_tagged(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE)
    given.settlement(pair, Relation.CONFLICT)

    assert tally(given) == Tally(Reason.NUMBER, suggested=1, decided=1, confirmed=1)


def test_a_tag_taken_back_and_a_pair_that_is_gone_are_not_counted(given: Given) -> None:
    back, gone = given.pair(), given.pair()
    given.tag(back, Relation.CONFLICT)
    given.tag(back, None)
    given.tag(gone, Relation.CONFLICT)
    given.store.pairs.suggest(gone.case_id, [], among=set(gone.key))

    assert tally(given) == Tally(Reason.NUMBER, suggested=1, decided=0, confirmed=0)


def test_a_new_pair_is_ranked_by_the_factor_of_its_deciding_reason(given: Given) -> None:
    given.store.ranks.weigh({Reason.DATE: 0.5})

    assert rank(given, given.pair(score=0.9, reason=Reason.DATE)) == 0.9 * 0.5
    assert rank(given, given.pair(score=0.9, reason=Reason.NUMBER)) == 0.9 * UNTRIED


def test_another_factor_ranks_the_pairs_of_its_reason_anew(given: Given) -> None:
    day, figure = given.pair(reason=Reason.DATE, score=0.8), given.pair(score=0.8)

    given.store.ranks.weigh({Reason.DATE: 0.25, Reason.NUMBER: UNTRIED})
    given.store.ranks.weigh({Reason.DATE: 0.5})

    assert given.store.ranks.factors() == {Reason.DATE: 0.5}
    assert (rank(given, day), rank(given, figure)) == (0.8 * 0.5, 0.8 * UNTRIED)


def test_a_pair_that_is_suggested_for_another_reason_takes_its_factor(given: Given) -> None:
    given.store.ranks.weigh({Reason.DATE: 0.5})
    pair = given.pair(score=0.8)

    made = suggestion(finding(reason=Reason.DATE), score=0.6)
    given.store.pairs.suggest(pair.case_id, [(pair.key, made)], among=set(pair.key))

    assert rank(given, pair) == 0.6 * 0.5
