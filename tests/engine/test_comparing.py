from time import process_time

import pytest

from app.domain.facts import Vote
from app.domain.pairs import Reason, Relation
from app.engine.comparators import COMPARATORS
from app.engine.comparing import compare_texts, suggest_pairs
from app.engine.topics import propose_topics
from tests.engine.comparing_claims import reading

PAIRS = (
    ("The bridge at Orby was closed on Monday.", "The bridge at Orby was closed on Friday."),
    ("Twelve people died in the flood at Orby.", "Nineteen people died in the flood at Orby."),
    ("The mayor did not sign the bill.", "The mayor signed the bill."),
    ("Shares of Norlund rose on Monday.", "Shares of Norlund fell on Monday."),
    ("The ferry sank.", "A choir sang in Wexmoor."),
    ("She wore a red coat.", "She wore a blue coat."),
    ("", "Nothing here."),
)


@pytest.mark.parametrize("reason", COMPARATORS, ids=str)
def test_every_comparator_explains_itself(reason: Reason) -> None:
    assert (COMPARATORS[reason].__doc__ or "").strip()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_pair_means_the_same_when_its_sides_are_exchanged(one: str, other: str) -> None:
    there, back = compare_texts(one, other), compare_texts(other, one)

    assert (there.relation, there.score) == (back.relation, back.score)
    assert there.only_first == back.only_second


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_places_lie_inside_the_texts(one: str, other: str) -> None:
    suggestion = compare_texts(one, other)

    for finding in suggestion.findings:
        assert all(0 <= start < end <= len(one) for start, end in finding.first_places)
        assert all(0 <= start < end <= len(other) for start, end in finding.second_places)


def test_unanimous_agrees_with_a_tally_without_votes_against() -> None:
    council = reading(1, "The Orby council approved the harbour plan in a unanimous vote.",
                      values={"unanimous": Vote(unanimous=True)})
    paper = reading(2, "The harbour plan passed the Orby council with a 13-0 vote.",
                    values={"13-0": Vote(for_=13, against=0)})

    (pair,) = suggest_pairs((council, paper))

    assert pair.suggestion.relation is Relation.AGREE
    assert pair.suggestion.findings[0].reason is Reason.VOTE_COUNT
    assert pair.suggestion.findings[0].because == (
        "“13-0” counts no vote against, so it fits “unanimous”.")


def test_tallies_of_one_vote_that_differ_are_a_conflict_and_a_topic() -> None:
    readings = (
        reading(1, "The Orby council approved the harbour plan by 9-2.",
                values={"9-2": Vote(for_=9, against=2)}),
        reading(2, "The Orby council approved the harbour plan by 8-3.",
                values={"8-3": Vote(for_=8, against=3)}),
    )

    suggested = suggest_pairs(readings)
    topics = propose_topics(readings, suggested)

    assert suggested[0].suggestion.relation is Relation.CONFLICT
    assert [answer.version for answer in topics[0].answers] == [1, 2]


@pytest.mark.parametrize("unit", ["a ", "1 ", "not ", '"', "A. ", "Abc ", "12-3 ", "no, "])
def test_a_sentence_of_many_thousand_words_is_compared_in_moments(unit: str) -> None:
    began = process_time()

    suggestion = compare_texts(unit * 20_000, unit * 30_000)

    assert 0 <= suggestion.score <= 1
    assert process_time() - began < 2
