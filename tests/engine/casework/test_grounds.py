"""Two causes of one thing, and causes that are ruled out."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.DETAIL, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("The Orby fire was caused by faulty wiring.", "A cigarette sparked the fire in Orby."),
    ("The strike in Orby is over pensions, drivers said.",
     "Drivers in Orby walked out in a dispute over night shifts."),
    ("The Orby yard blamed weak orders for its loss.",
     "The Orby yard attributed its loss to a computer breakdown."),
    ("The Orby match was postponed because of snow.",
     "The match in Orby was postponed because of a broken floodlight."),
    ("Police in Orby have ruled out arson.", "An arsonist set off the blaze in Orby."),
    ("A burst main, not a gas leak, forced pupils out of the Orby school.",
     "Pupils left the Orby school after a gas leak."),
])
def test_another_cause_or_one_that_is_ruled_out_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The Orby fire was caused by faulty wiring.", "A short circuit sparked the fire in Orby."),
    ("The Orby yard blamed weak demand.", "The Orby yard points to customers who demand less."),
    ("The Orby fire was caused by a candle.", "The flood in Orby was caused by heavy rain."),
    ("The Orby fire was caused by a candle.",
     "A candle and a draught caused the fire in Orby, experts say."),
    ("The Orby fire may have been caused by a candle.", "A heater caused the fire in Orby."),
    ("The Orby yard blamed weak orders.",
     "Don’t blame the orders, the boss of the Orby yard said."),
    ("The hearing in Orby is due to end on Friday.", "The talks in Orby failed because of money."),
])
def test_causes_that_are_alike_or_of_other_things_are_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
