"""One person with two ranks, or two offices of one kind."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.TITLE, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Inspector Ada Moss of the Orby police spoke.",
     "Superintendent Ada Moss of the Orby police spoke."),
    ("Finance Minister Jon Ferris spoke in Orby.", "Housing Minister Jon Ferris spoke in Orby."),
])
def test_two_offices_of_one_kind_are_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Minister Jon Ferris spoke in Orby.", "Housing Minister Jon Ferris spoke in Orby."),
    ("Mayor Ada Moss of Orby spoke.", "Party leader Ada Moss of Orby spoke."),
    ("Inspector Ada Moss of Orby spoke.", "Superintendent Pavel Sorn of Orby spoke."),
])
def test_offices_that_go_together_are_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
