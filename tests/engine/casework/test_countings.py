"""How long since the last time: years counted against years that stand there."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CLASH = (Relation.CONFLICT, Reason.DATE, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("It is sixteen years since Orby Rovers last won the cup.",
     "Orby Rovers had not won the cup since 2014."),
    ("The Selm derby was Orby’s first win in 12 years.",
     "Orby won the Selm derby for the first time since 2009."),
    ("Orby ended a 20-year wait for the Selm title.",
     "It was the first Selm title of Orby since 2016."),
])
def test_counted_years_that_lead_to_another_year_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CLASH in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("It is sixteen years since Orby Rovers last won the cup.",
     "Orby Rovers had not won the cup since 2010."),
    ("The Orby mill closed 16 years after it opened.", "The Orby mill has not run since 2019."),
    ("No ferry has sunk off Selm in ten years.", "The Orby bridge was last closed in 2020."),
])
def test_counted_years_that_fit_or_tell_of_something_else_do_not(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CLASH not in told(*pieces)
