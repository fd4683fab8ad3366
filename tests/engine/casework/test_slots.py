"""Places and things that stand for each other in one act."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.DETAIL, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("The Orby bus turned over at Mill Bridge, and four people were hurt.",
     "The bus from Orby turned over at Salt Bridge on Monday."),
    ("The fire destroyed 12 barns in Upper Selm.", "In Lower Selm the fire destroyed 12 barns."),
    ("The thieves fled from the Korvik museum on a motorcycle.",
     "The thieves fled from the museum in Korvik in a van."),
    ("The pilot, a woman of 38, landed the Orby plane safely.",
     "The pilot, a man of 38, brought the plane down in Orby."),
    ("Passengers left the burning train in Orby from Platform 4.",
     "The passengers of the burning Orby train left from Platform 14."),
])
def test_another_place_or_thing_in_one_act_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The storm left 72 homes of Orby dark in Elmsford.",
     "The storm left 31 homes of Orby dark in Netherby."),
    ("The boy was found asleep in Lower Weston near Orby.",
     "The boy was found asleep in Weston County near Orby."),
    ("The Orby museum opened in Mill Street.", "A second museum of Orby opened in Salt Street."),
    ("Ada Moss of Orby bought a car.", "Pavel Sorn of Orby bought a boat."),
    ("Trams in Orby run to Mill Square and Salt Square.", "Trams in Orby run to Salt Square."),
])
def test_other_places_of_other_things_are_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
