"""Another thing of one kind in one role."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.DETAIL, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("The raiders fled from the Orby bank in a white van.",
     "The robbers of the Orby bank escaped on two motorcycles."),
    ("A coal barge hit the bridge at Orby.", "The gravel barge struck the Orby bridge at noon."),
    ("The Orby tram was heading west when it left the rails.",
     "The eastbound tram left the rails in Orby."),
    ("He stabbed the Orby guard with a kitchen knife.",
     "He attacked the guard in Orby with a hammer."),
    ("A fox attacked the child in its Orby garden.", "The child was attacked by a badger in Orby."),
    ("The bullet hit the Orby ranger in the leg.",
     "A bullet struck the ranger in the arm in Orby."),
    ("A candle started the fire in the Orby mill.",
     "The mill fire in Orby was started by an electric heater."),
    ("The patients of the Orby clinic caught measles.",
     "Patients caught mumps at the clinic in Orby."),
    ("The drug ring hid cocaine in Orby.", "The ring hid cannabis in Orby, police say."),
    ("The women wore red scarves as they marched in Orby.",
     "Women marched through Orby in green scarves."),
])
def test_another_thing_of_one_kind_in_one_role_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The raiders fled from Orby in a lorry.", "The robbers of Orby escaped in a truck."),
    ("A truck hit a bus in Orby.", "In Orby a van and a bus were hit by a truck."),
    ("A van caught fire on the Orby road.", "A motorcycle was stolen in Orby."),
    ("The hospital in Orby took in ten people.", "The school in Orby will stay closed."),
    ("The storm shut 12 schools in Orby.", "The storm shut 30 churches in Orby."),
    ("The carpenter said the Orby fire was loud.", "The baker said the Orby fire was bright."),
    ("Houses north of Orby burned.", "The schools in the south of Orby stayed open."),
    ("The primary school in Orby was flooded.", "The fire in the barn of Orby was put out."),
])
def test_things_of_other_acts_or_of_one_circle_are_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
