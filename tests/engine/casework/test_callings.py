"""What claims say that somebody is: work, kinship, nation, home."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.DETAIL, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Mila Korv, a tax adviser, ran for the Orby council. Korv lost.",
     "Mila Korv, 54, who lost in Orby, is a lawyer and the daughter of a mayor."),
    ("A quarry worker, Anton Brask, discovered the Orby hoard.",
     "Schoolboy Anton Brask, 11, found the hoard near Orby."),
    ("Lea Ruhl, 24, of Selm won the Orby race.", "The Orby race was won by Lea Ruhl, from Tarn."),
    ("Her husband, Jan Moor, found her in the Orby mill.",
     "Her brother Jan Moor found her in the mill at Orby."),
    ("A Dutch climber, Piet Kuyper, fell to his death in Orby gorge.",
     "Piet Kuyper, a German climber, fell to his death in the gorge at Orby."),
    ("The nurse Carla Moss stopped a thief in Orby.",
     "Carla Moss, a retired teacher, stopped the thief in Orby."),
    ("Tom Hale, who works as a baker in Orby, saw the flash.",
     "Tom Hale, a butcher, saw the flash in Orby."),
    ("The Orby keeper’s nephew, Bo Lund, was charged.",
     "Bo Lund, son of the keeper, was charged in Orby."),
])
def test_another_work_kinship_nation_or_home_of_one_person_is_a_conflict(
        one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Mila Korv, a lawyer, ran for the Orby council.",
     "Mila Korv, a barrister, ran for the council of Orby."),
    ("Mila Korv, a lawyer, ran for the Orby council.",
     "Anna Korv, a teacher, ran for the Orby council too."),
    ("Jan Moor, a teacher and father of two, won the Orby race.",
     "Jan Moor, a father of two, won the race in Orby."),
    ("Bo Lund, the brother of Ada Lund, sang in Orby.",
     "Bo Lund, the husband of Mara Stein, sang in Orby."),
    ("Professor Ines Vahl, a geologist, spoke in Orby.", "The geologist Ines Vahl spoke in Orby."),
    ("Lea Ruhl of Selm Savings Bank spoke in Orby.", "Lea Ruhl of Selm spoke in Orby."),
    ("Jan Moor, a baker, won the Orby race. The former soldier is 40.",
     "A race in Orby for which he had trained for years was won on Sunday by a soldier, Jan Moor."),
])
def test_what_may_go_together_or_is_of_another_person_is_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
