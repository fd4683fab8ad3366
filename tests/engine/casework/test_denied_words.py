"""What one word under a denial denies, and what it only names."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

DENIED = (Relation.CONFLICT, Reason.NEGATION, Strength.STRICT)
SETTING = " Ada Moss, the mayor of Orde, spoke to the Selm Courier about the matter."


@pytest.mark.parametrize(("one", "other"), [
    ("The bell will not go to the museum.", "A guide at the museum of Orde described the bell."),
    ("Of ten letters there is none from Holm.", "“It was cold,” Holm of Orde said."),
    ("Nobody will lose a job, not this year.", "The town of Orde saves a million a year."),
    ("The captain denied that there had been a sit-in.", "Guests in Orde sit in deck chairs."),
])
def test_where_it_goes_or_when_is_not_denied(one: str, other: str) -> None:
    for pieces in both_orders(one + SETTING, other + SETTING):
        assert DENIED not in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("No fine has been imposed.", "The court in Orde imposed a fine of 900 euros."),
    ("None of it was insured.", "Half of the cargo from Orde was insured."),
])
def test_the_one_word_itself_is(one: str, other: str) -> None:
    for pieces in both_orders(one + SETTING, other + SETTING):
        assert DENIED in told(*pieces)
