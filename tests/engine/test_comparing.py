from time import process_time

import pytest

from app.domain.pairs import Reason, Relation, Strength
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


def test_sentences_about_different_things_score_low_whatever_their_words_do() -> None:
    apart = compare_texts("The mayor of Orby did not sign the harbour bill on Monday.",
                          "The ferry to Wexmoor was late on Friday and carried 40 people.")
    clash = compare_texts("The mayor of Orby did not sign the harbour bill on Monday.",
                          "The mayor of Orby signed the harbour bill on Monday.")

    assert apart.score < 0.1
    assert clash.score > 0.8


def test_who_did_not_do_it_that_year_may_have_done_it_another_year() -> None:
    suggestion = compare_texts("Lind did not sign the contract in 2014.",
                               "In 2018 Lind signed the contract.")

    assert all(finding.reason is not Reason.NEGATION or finding.strength is not Strength.STRICT
               for finding in suggestion.findings)


def test_a_year_lies_in_its_decade() -> None:
    suggestion = compare_texts("The dam was built in the 1970s.", "The dam was built in 1971.")

    assert suggestion.relation is Relation.AGREE


def test_the_one_date_that_a_claim_tells_is_found_among_several() -> None:
    suggestion = compare_texts(
        "Mara Lind (20 February 1894 – 10 December 1986) led the port of Orby.",
        "Mara Lind was born on 10 February 1894.")

    assert suggestion.findings[0].reason is Reason.DATE
    assert (suggestion.findings[0].first_value, suggestion.findings[0].second_value) == (
        "20 February 1894", "10 February 1894")


def test_accents_written_apart_belong_to_their_letters() -> None:
    suggestion = compare_texts("Noe\\u0308l Coward wrote the play.", "Noël Coward wrote the play.")

    assert suggestion.relation is Relation.AGREE
    assert all(finding.reason is Reason.PARAPHRASE for finding in suggestion.findings)
