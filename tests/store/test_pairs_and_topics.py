"""Suggestions that come, change and go, while numbers, answers and addresses stay."""

import pytest

from app.domain.errors import NotFound
from app.domain.pairs import PairKey, Place, Reason, Relation, Strength, Suggestion
from app.domain.topics import Answer, Topic
from tests.factories import Given, finding, suggestion


def keys(given: Given, count: int) -> list[PairKey]:
    """Keys of pairs of as many claims of one article."""
    claims = given.claims(given.article(*(f"Pier {n} stands." for n in range(count + 1))))
    return [PairKey.of(claims[0].id, claim.id) for claim in claims[1:]]


def suggest(given: Given, *made: tuple[PairKey, Suggestion], among: set[int]) -> None:
    given.store.pairs.suggest(given.case().id, made, among=among)


def test_a_suggestion_comes_back_as_it_went_in(given: Given) -> None:
    [key] = keys(given, 1)
    first = finding(reason=Reason.VOTE_COUNT, because="“13–0” fits “unanimously”.")
    made = Suggestion(
        relation=Relation.CONFLICT, strength=Strength.STRICT, score=0.123456789012345,
        findings=(first, finding(reason=Reason.DATE, relation=Relation.AGREE)), engine="rules 1",
        only_first=(Place(0, 4), Place(9, 12)), aligned=1 / 3, keys=("final vote",),
    )

    suggest(given, (key, made), among=set(key))

    [pair] = given.store.pairs.of_case(given.case().id)
    assert pair.suggestion == made
    assert given.store.pairs.get(pair.id) == pair


def test_pairs_are_numbered_in_the_order_in_which_they_come(given: Given) -> None:
    one, two, three = keys(given, 3)
    among = {*one, *two, *three}
    suggest(given, (two, suggestion()), (one, suggestion()), among=among)

    suggest(given, (one, suggestion()), (two, suggestion()), (three, suggestion()), among=among)

    found = given.store.pairs.of_case(given.case().id)
    assert [(pair.number, pair.key) for pair in found] == [(1, two), (2, one), (3, three)]


def test_each_case_counts_for_itself(given: Given) -> None:
    first = given.pair()

    other = given.pair(case=given.case("Ferry"))

    assert (first.number, other.number) == (1, 1)


def test_the_same_suggestion_again_changes_nothing(given: Given) -> None:
    pair = given.pair()

    suggest(given, (pair.key, pair.suggestion), among=set(pair.key))

    assert given.store.pairs.get(pair.id) == pair


def test_another_outcome_makes_open_pages_old_and_another_score_does_not(given: Given) -> None:
    pair = given.pair()
    suggest(given, (pair.key, suggestion(score=0.1)), among=set(pair.key))
    rescored = given.store.pairs.get(pair.id)

    suggest(given, (pair.key, suggestion(finding(relation=Relation.AGREE))), among=set(pair.key))

    changed = given.store.pairs.get(pair.id)
    assert (rescored.version, rescored.suggestion.score) == (pair.version, 0.1)
    assert changed.version == pair.version + 1
    assert changed.suggestion.relation is Relation.AGREE


def test_a_pair_that_is_suggested_no_more_keeps_its_number_and_tags_and_comes_back(
    given: Given,
) -> None:
    pair = given.pair()
    given.tag(pair, Relation.RELATED)

    suggest(given, among=set(pair.key))
    while_gone = given.store.pairs.of_case(pair.case_id)
    gone = given.store.pairs.of_case(pair.case_id, gone=True)
    suggest(given, (pair.key, pair.suggestion), among=set(pair.key))

    assert while_gone == ()
    assert [found.id for found in gone] == [pair.id]
    [back] = given.store.pairs.of_case(pair.case_id)
    assert (back.id, back.number) == (pair.id, pair.number)
    assert [tag.relation for tag in given.store.tags.standing(pair.id)] == [Relation.RELATED]


def test_a_pair_whose_claims_were_not_compared_is_left_alone(given: Given) -> None:
    pair = given.pair()

    suggest(given, among={pair.key.first})

    assert given.store.pairs.of_case(pair.case_id) == (pair,)


def test_no_number_is_given_twice(given: Given) -> None:
    one, two = keys(given, 2)
    among = {*one, *two}
    suggest(given, (one, suggestion()), among=among)
    suggest(given, among=among)

    suggest(given, (two, suggestion()), among=among)

    [pair] = given.store.pairs.of_case(given.case().id)
    assert pair.number == 2


def test_a_pair_that_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        given.store.pairs.get(99)
    with pytest.raises(NotFound):
        given.store.pairs.hold(99)
    with pytest.raises(NotFound):
        given.store.pairs.state(99, 1)


def topic(label: str, *claim_ids: int) -> Topic:
    answers = tuple(Answer(claim_id=claim_id, value="4", version=1) for claim_id in claim_ids)
    return Topic(label=label, reason=Reason.NUMBER, answers=answers)


def test_topics_come_back_in_their_order_with_their_answers(given: Given) -> None:
    pair = given.pair()
    proposed = [topic("Piers", *pair.key), topic("Cost", pair.key.first)]

    given.store.topics.propose(pair.case_id, proposed)

    found = given.store.topics.of_case(pair.case_id)
    assert [(kept.label, kept.answers) for kept in found] \
        == [(made.label, made.answers) for made in proposed]


def test_a_topic_keeps_its_address_when_it_is_proposed_again(given: Given) -> None:
    pair = given.pair()
    case_id = pair.case_id
    given.store.topics.propose(case_id, [topic("Piers", *pair.key), topic("Cost", *pair.key)])
    piers, _cost = given.store.topics.of_case(case_id)

    given.store.topics.propose(case_id, [topic("Length", *pair.key), topic("Piers", *pair.key)])

    length, again = given.store.topics.of_case(case_id)
    assert again.id == piers.id
    assert length.label == "Length"


def test_a_pair_belongs_to_the_first_topic_that_both_claims_answer(given: Given) -> None:
    pair, other = given.pair(), given.pair("It opened in May.", "It opened in June.")
    given.store.topics.propose(pair.case_id, [
        topic("Cost", pair.key.first), topic("Piers", *pair.key), topic("Bridge", *pair.key),
    ])

    rows = given.store.connection.exec_driver_sql("SELECT id, topic_id FROM pairs ORDER BY id")

    piers = given.store.topics.of_case(pair.case_id)[1]
    assert [tuple(row) for row in rows] == [(pair.id, piers.id), (other.id, None)]


def test_a_claim_that_answers_twice_gives_its_first_answer(given: Given) -> None:
    pair = given.pair()
    twice = Topic(label="Piers", reason=Reason.NUMBER, answers=(
        Answer(claim_id=pair.key.first, value="4", version=1),
        Answer(claim_id=pair.key.first, value="5", version=2),
    ))

    given.store.topics.propose(pair.case_id, [twice])

    [kept] = given.store.topics.of_case(pair.case_id)
    assert kept.answers == twice.answers[:1]
