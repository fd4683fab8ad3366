"""One person with two ranks, or two offices of one kind."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.TITLE, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Inspector Ada Moss of the Orby police spoke.",
     "Superintendent Ada Moss of the Orby police spoke."),
    ("Finance Minister Jon Ferris spoke in Orby.", "Housing Minister Jon Ferris spoke in Orby."),
    ("“It held,” said Sgt. Jon Ferris of the Orby police.",
     "Patrol Capt. Jon Ferris of the Orby police said that it held."),
    ("Deputy fire chief Ada Moss spoke in Orby.", "Ada Moss, the fire chief, spoke in Orby."),
    ("The senior coroner, Ada Moss, opened the inquest in Orby.",
     "Assistant coroner Ada Moss opened the inquest in Orby."),
    ("Chief executive Ada Moss of Orby Steel spoke.", "Orby Steel’s CFO Ada Moss spoke."),
    ("The chief financial officer, Ada Moss, spoke in Orby.", "CEO Ada Moss spoke in Orby."),
    ("“No,” said race director Ada Moss in Orby.", "Technical director Ada Moss spoke in Orby."),
    ("Chairwoman Ada Moss spoke in Orby.", "Ada Moss, the vice chair, spoke in Orby."),
    ("Ada Moss, who chairs the board, spoke in Orby.", "Vice chair Ada Moss spoke in Orby."),
    ("Superintendent Ada Moss spoke in Orby.", "Deputy superintendent Ada Moss spoke in Orby."),
    ("A spokesman for the port, Jon Ferris, spoke in Orby.",
     "Port chief Jon Ferris spoke in Orby."),
    ("Ada Moss, deputy chair of the panel, spoke in Orby.",
     "The panel’s head, Ada Moss, spoke in Orby."),
    ("Deputy Culture Minister Pavel Lym spoke.", "The culture minister, Pavel Lim, spoke."),
])
def test_two_offices_of_one_kind_are_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Minister Jon Ferris spoke in Orby.", "Housing Minister Jon Ferris spoke in Orby."),
    ("Mayor Ada Moss of Orby spoke.", "Party leader Ada Moss of Orby spoke."),
    ("Inspector Ada Moss of Orby spoke.", "Superintendent Pavel Sorn of Orby spoke."),
    ("CEO Ada Moss of Orby Steel spoke.", "Chief executive Ada Moss of Orby Steel spoke."),
    ("Finance chief Ada Moss spoke in Orby.", "CFO Ada Moss spoke in Orby."),
    ("Fire chief Ada Moss spoke in Orby.", "The town’s fire chief, Ada Moss, spoke in Orby."),
    ("OPD Chief Ada Moss spoke in Orby.", "Police chief Ada Moss spoke in Orby."),
    ("Orby police chief Ada Moss spoke.", "State police chief Ada Moss spoke in Orby."),
    ("Ada Moss, who chairs the board, spoke in Orby.", "Chairman Ada Moss spoke in Orby."),
    ("Acting director Ada Moss spoke in Orby.", "Museum director Ada Moss spoke in Orby."),
    ("Added director Ada Moss in Orby: “No.”", "Museum director Ada Moss spoke in Orby."),
    ("Deputy fire chief Ada Moss spoke in Orby.", "Fire chief Pavel Moss spoke in Orby."),
])
def test_offices_that_go_together_are_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
