"""The whole here and a part there, of one thing of which the same is said."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

SCOPE = (Relation.CONFLICT, Reason.SCOPE, Strength.STRICT)
SETTING = " Ada Moss, the mayor of Orde, spoke to the Selm Courier about the matter."


@pytest.mark.parametrize(("one", "other"), [
    ("The jury convicted the vet on every charge.",
     "The vet was found guilty on two of six counts."),
    ("All 40 lifeboats were damaged in the storm.",
     "The storm damaged 12 of the 40 lifeboats."),
    ("All 40 lifeboats were damaged in the storm.", "The storm damaged 12 lifeboats in Orde."),
    ("The entire orchard was lost to frost.", "Half of the orchard was lost to frost."),
    ("The complete manuscript will be shown.",
     "Scholars saved two thirds of the manuscript."),
    ("Pensioners over 75 travel free on the trams.", "All pensioners travel free on the trams."),
    ("Only nurses with five years of service get the bonus.", "All nurses get the bonus."),
    ("Children under 14 ride free.", "Only children under five ride free."),
    ("The pass is closed to caravans but open to cars.", "The pass is closed to all traffic."),
    ("Only clients in Orde whose data were stolen get a new card and an apology.",
     "All of those affected get a new card and an apology."),
    ("The orphans will be divided between Lenz and Orde.",
     "All 84 orphans will be sent to Lenz."),
])
def test_a_part_is_not_the_whole(one: str, other: str) -> None:
    for pieces in both_orders(one + SETTING, other + SETTING):
        assert SCOPE in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("All 40 lifeboats were inspected.", "Paint was missing on 12 of the 60 oars."),
    ("The whole country watched.", "A third of the country was under snow."),
    ("The ferry runs every day.", "Two of the five days were stormy."),
    ("Not all of the 40 boats were damaged.", "The storm damaged 12 of the 40 boats."),
    ("Above all the roof leaks.", "Half of the roof was tiled in May."),
])
def test_what_is_of_other_things_is_no_part(one: str, other: str) -> None:
    for pieces in both_orders(one + SETTING, other + SETTING):
        assert SCOPE not in told(*pieces)
