import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, findings


def said(*pieces: Piece | str) -> set[tuple[Relation, Strength]]:
    return {(one.relation, one.strength) for one in findings(*pieces)
            if one.reason is Reason.QUOTE_WORDING}


def test_a_part_of_a_quotation_agrees_with_the_whole() -> None:
    whole = "“Orby will not sell the port to anybody in any year,” Mayor Ada Moss said."
    part = "Mayor Ada Moss vowed that Orby would not “sell the port to anybody in any year.”"

    for pieces in both_orders(whole, part):
        assert said(*pieces) == {(Relation.AGREE, Strength.STRICT)}


@pytest.mark.parametrize(("one", "other"), [
    ("“I wrote it on day shifts in Orby,” Ada Moss said.",
     "“I wrote it on night shifts in Orby,” Ada Moss said."),
    ("“We are asking for the moon,” Ada Moss of Orby said.",
     "“We are not asking for the moon,” Ada Moss of Orby said."),
])
def test_a_word_that_turns_the_sense_is_a_strict_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert said(*pieces) == {(Relation.CONFLICT, Strength.STRICT)}


def test_a_form_of_a_word_is_only_a_tension() -> None:
    one = "“We had no time and no map,” fire chief Ada Moss of Orby said."
    other = "“We had no time and no maps,” fire chief Ada Moss of Orby said."

    for pieces in both_orders(one, other):
        assert said(*pieces) == {(Relation.CONFLICT, Strength.TENSION)}


def test_two_quotations_on_other_matters_never_meet() -> None:
    one = "“The bridge will open in spring,” Ada Moss of Orby said."
    other = "“We love the new theatre,” Ada Moss of Orby said."

    for pieces in both_orders(one, other):
        assert not said(*pieces)


def speakers(*pieces: Piece | str) -> set[tuple[Relation, Strength]]:
    return {(one.relation, one.strength) for one in findings(*pieces)
            if one.reason is Reason.ATTRIBUTION and one.what == "Speaker"}


@pytest.mark.parametrize(("one", "other"), [
    ("“The dam held all night,” bellowed engineer Ada Moss of Orby.",
     "“The dam held all night,” said miner Pavel Sorn of Orby."),
    ("“The dam held all night,” said Ada Moss of Orby.",
     "“The dam held all night,” said Boris Moss of Orby."),
])
def test_the_same_words_of_two_people_are_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert speakers(*pieces) == {(Relation.CONFLICT, Strength.STRICT)}
        assert said(*pieces) == {(Relation.AGREE, Strength.STRICT)}


def test_two_words_of_a_quotation_are_a_part_of_it() -> None:
    whole = "“The dam simply burst open,” engineer Ada Moss of Orby said."
    part = "Engineer Ada Moss said that the dam of Orby “burst open”."

    for pieces in both_orders(whole, part):
        assert said(*pieces) == {(Relation.AGREE, Strength.STRICT)}
