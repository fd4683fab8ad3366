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


@pytest.mark.parametrize(("one", "other"), [
    ("“We followed every order,” Ada Moss of the Orby fire crew said.",
     "“We followed every order we were given that night,” said Ada Moss of the Orby fire crew."),
    ("“I would vote for the Orby plan again,” Ada Moss told us.",
     "“I would vote for the Orby plan again only if the state paid,” said Ada Moss."),
    ("“Nobody in Orby will lose a job,” Ada Moss said.",
     "“Nobody in Orby will lose a job, not this year,” said Ada Moss."),
    ("“The dam held,” crowed Ada Moss of Orby.",
     "“The dam held, but only just,” Ada Moss of Orby said."),
])
def test_a_cut_before_what_limits_a_quotation_is_a_strict_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert said(*pieces) == {(Relation.CONFLICT, Strength.STRICT)}


@pytest.mark.parametrize(("one", "other"), [
    ("“We are proud of Orby,” Ada Moss said.",
     "“We are proud of Orby, and we will be back,” said Ada Moss."),
    ("“We have lost part of Orby,” Ada Moss said.",
     "“We have lost part of Orby, but we have not lost its people,” said Ada Moss."),
    ("“The Orby dam held through the night,” Ada Moss said.",
     "“The Orby dam held through the night. It rained,” said Ada Moss."),
])
def test_a_cut_before_something_new_agrees(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert said(*pieces) == {(Relation.AGREE, Strength.STRICT)}


@pytest.mark.parametrize(("one", "other"), [
    ("“It came from nowhere in Orby,” said Maya Toll, 13.",
     "“It came from nowhere in Orby,” bus driver Ada Moss told our crew."),
    ("“I thought he would shoot,” said the second officer, K7, in Orby.",
     "“I thought he would shoot,” K4 told the court in Orby."),
    ("“You were trusted with the Orby bells”: the words, spoken by prosecutor Jarl Odum, stayed.",
     "“You were trusted with the Orby bells,” Judge Amabel Crane told him."),
])
def test_the_same_words_from_two_people_are_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert any(each.reason is Reason.ATTRIBUTION and each.relation is Relation.CONFLICT
                   for each in findings(*pieces))


def test_like_words_of_two_people_are_two_quotations() -> None:
    one = "“These bells were never ours to sell,” said the director, Margit Stein, in Orby."
    other = "“These bells were never theirs to keep,” said Dean Dao Lind in Orby."

    for pieces in both_orders(one, other):
        assert not [each for each in findings(*pieces) if each.relation is Relation.CONFLICT]
