import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, findings, suggestions


def named(*pieces: Piece | str) -> set[tuple[Relation, Strength]]:
    return {(one.relation, one.strength) for one in findings(*pieces)
            if one.reason is Reason.NAME_SPELLING}


def test_a_slip_inside_one_article_is_found() -> None:
    text = ("The council of Las Alamitos voted to leave the law. Los Alamitos Mayor Troy Edgar "
            "said that other cities would follow.")

    assert named(text) == {(Relation.CONFLICT, Strength.STRICT)}


@pytest.mark.parametrize(("one", "other"), [
    ("The council of Los Angeles passed the law.", "The council of Los Alamitos passed the law."),
    ("Mayor Ada Reed of Orby spoke.", "Police chief Jon Reed of Orby spoke."),
    ("Council member Mary Holt of Orby spoke.", "Council member Peter Holt of Orby spoke."),
    ("The march passed North Street in Orby.", "The march passed South Street in Orby."),
    ("Mayor Ada Moss of Orby spoke.", "Mayor Moss of Orby spoke."),
    ("Tom Reed, who owns the mill, spoke in Orby.", "Tomas Reed, the mill owner, spoke in Orby."),
    ("Baker Anna Reed of Orby spoke.", "Anne Reed, the sister of the baker of Orby, spoke."),
])
def test_two_names_are_no_slip(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not named(*pieces)


def test_an_accent_is_a_tension() -> None:
    one = "Council member Hugo Soto-Martinez of Orby spoke."
    other = "Council member Hugo Soto-Martínez of Orby spoke."

    for pieces in both_orders(one, other):
        assert named(*pieces) == {(Relation.CONFLICT, Strength.TENSION)}


@pytest.mark.parametrize(("one", "other"), [
    ("Fire Chief Ilse Brandt of Orby spoke.", "Fire Chief Ilse Brand of Orby spoke."),
    ("Mayor Henrik Lindal of Orby signed it.", "Mayor Henrike Lindal of Orby signed it."),
    ("Geologist Pavel Sorn saw the crater near Orby first.",
     "The crater near Orby was first seen by Pavla Sorn, a geologist."),
    ("Sergeant Carla Moss of the Orby police spoke.",
     "Inspector Karla Moss of the Orby police spoke."),
    ("The choir of Orby sang “The Grey Harbour”.", "The choir of Orby sang “The Grey Harbours”."),
])
def test_one_person_spelt_in_two_ways_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert named(*pieces) == {(Relation.CONFLICT, Strength.STRICT)}


def test_a_slip_inside_one_article_is_not_told_again_against_the_others() -> None:
    slipped = "The port of Korvik is shut. The ferry to Korvvik was the last."
    other = "The port of Korvik was closed. The last ferry left Korvik at noon."

    assert len([one for one in findings(slipped, other)
                if one.reason is Reason.NAME_SPELLING]) == 1


def test_two_people_whom_one_article_tells_apart_are_two_everywhere() -> None:
    one = "Union head Maria Sorn of Orby spoke. Marta Sorn, who runs a bakery, listened."
    other = "Union head Maria Sorn of Orby spoke."

    assert not named(one, other)


@pytest.mark.parametrize(("one", "other"), [
    ("Ada Brenner won the Orby race. “It hurt,” Brenner said after the race in Orby.",
     "The Orby race was won by Ada Brener."),
    ("Viktor Samm of Orby was jailed for fraud, the Orby court said.",
     "Victor Samm, head of a bank in Orby, was jailed for fraud."),
    ("The family of Calum Roth thanked the Orby police.",
     "Callum Roth was found by the police in Orby."),
])
def test_a_surname_alone_stands_for_the_full_name_of_its_article(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Strength.STRICT) in named(*pieces)


def test_each_mention_of_a_misspelt_name_is_told() -> None:
    found = [one for one in suggestions(
        "Ada Brenner won the Orby race. “It hurt,” Brenner said after the race in Orby.",
        "The Orby race was won by Ada Brener.")
        if any(each.reason is Reason.NAME_SPELLING for each in one.findings)]

    assert len(found) == 2


def test_given_names_of_two_people_are_no_slips() -> None:
    for pieces in both_orders("Ada Brenner won the Orby race. Brenner is 30.",
                              "Adam Brenner, her brother, came third in the Orby race."):
        assert (Relation.CONFLICT, Strength.STRICT) not in named(*pieces)
