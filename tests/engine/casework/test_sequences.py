"""What came first, and from where to where."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CLASH = (Relation.CONFLICT, Reason.EVENT_ORDER, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("The Selm mill caught fire after an explosion in the boiler.",
     "The boiler of the Selm mill exploded after a fire had broken out."),
    ("The Orby bridge was closed after a lorry had overturned on it.",
     "A lorry overturned on the Orby bridge after it had been closed."),
    ("The Korvik ferry sailed from Selm to Orby.", "The ferry was going from Orby to Selm."),
    ("Ada Moss resigned before the Orby vote.", "After the Orby vote, Ada Moss resigned."),
    ("Norlund sold its Selm plant before it announced the loss.",
     "Norlund announced the loss before selling its plant in Selm."),
    ("The driver was arrested before the Orby crash was reported.",
     "The Orby driver was arrested after the crash was reported."),
])
def test_two_orders_of_the_same_acts_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CLASH in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The Orby council voted after a long debate on rents.",
     "Tenants marched to the Orby town hall before the council voted."),
    ("Rents in Orby rose from 400 to 500 crowns.", "Rents in Orby fell from 500 to 400 crowns."),
    ("The Selm train runs from Orby to Korvik.", "The Selm train runs from Korvik to Anders."),
    ("After the fire, the Selm mill was closed.", "The mill in Selm was closed after the fire."),
    ("Ada Moss left before the Orby vote.", "Pavel Sorn left after the Orby vote."),
])
def test_other_acts_or_one_order_do_not(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CLASH not in told(*pieces)
