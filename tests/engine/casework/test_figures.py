import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, findings, told

CONFLICT = (Relation.CONFLICT, Reason.NUMBER, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("A reward of 50,000 dollars was offered in Orby.",
     "A necklace worth 60,000 dollars was found in Orby."),
    ("Guests in Orby will pay $2 a night.", "The levy in Orby will raise $6 million a year."),
    ("The tram in Orby was carrying 60 passengers.",
     "Seventeen passengers of the Orby tram were taken to hospital."),
    ("Two of the men are on the run in Orby.", "Three men robbed the shop in Orby."),
    ("Police in Orby reported five new cases of measles.", "Orby has 53 cases of measles."),
    ("A landslide killed nine people in Orby.", "In 1987 a landslide killed six people in Orby."),
    ("The ministry offered the Orby teachers a rise of 4 percent.",
     "The Orby teachers demand a rise of 9 percent."),
    ("The fire burned 40 homes in Orby.", "A second fire burned 12 homes in Orby."),
])
def test_figures_of_two_things_do_not_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The fire burned 40 homes in Orby.", "The fire in Orby destroyed 52 houses."),
    ("Nobody was injured in the Orby crash.", "Four people were injured in the crash in Orby."),
    ("Police put the number of marchers in Orby at 15,000.",
     "The organizers of the Orby march counted 40,000."),
    ("The Orby tax will raise 6.4 million dollars.", "The Orby tax will raise 64 million dollars."),
    ("Rents in Orby rose by 3 percent.", "Rents in Orby fell by 3 percent."),
])
def test_figures_of_one_thing_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


def test_each_finding_marks_its_figure() -> None:
    one, other = "The fire burned 40 homes in Orby.", "The fire in Orby burned 52 homes."

    (found,) = (one for one in findings(one, other) if one.reason is Reason.NUMBER)

    assert [one[start:end] for start, end in found.first_places] == ["40 homes"]
    assert [other[start:end] for start, end in found.second_places] == ["52 homes"]


def test_a_headline_may_clash_with_its_own_article() -> None:
    piece = Piece("Orby fire kills 12 people\n\nNine people died in a fire in Orby, police said.",
                  title="Orby fire kills 12 people")

    assert CONFLICT in told(piece)
