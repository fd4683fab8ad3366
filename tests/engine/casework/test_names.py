import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, findings


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
])
def test_one_person_spelt_in_two_ways_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert named(*pieces) == {(Relation.CONFLICT, Strength.STRICT)}
