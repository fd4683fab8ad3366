from time import process_time

import pytest

from app.domain.pairs import Reason
from app.engine.comparators import COMPARATORS
from app.engine.comparing import compare_texts

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


@pytest.mark.parametrize("unit", ["a ", "1 ", "not ", '"', "A. ", "Abc ", "12-3 ", "no, "])
def test_a_sentence_of_many_thousand_words_is_compared_in_moments(unit: str) -> None:
    began = process_time()

    suggestion = compare_texts(unit * 20_000, unit * 30_000)

    assert 0 <= suggestion.score <= 1
    assert process_time() - began < 2
