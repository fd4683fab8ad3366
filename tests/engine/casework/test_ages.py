"""How old somebody is, whether the age stands with the name or not."""

from datetime import date

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.NUMBER, Strength.STRICT)
AGREE = (Relation.AGREE, Reason.NUMBER, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Lena Holt, 41, won the Orby race. She smiled.",
     "Lena Holt won the race in Orby. The 44-year-old wept."),
    ("Lena Holt, 41, won the Orby race.", "Lena Holt won the Orby race. She is 44."),
    ("Lena Holt, who was 41, died in Orby.",
     "Lena Holt died in Orby. She would have turned 45 in May."),
    ("A man of 71 drowned in the river at Orby.", "Jan Moor, 77, drowned in the river at Orby."),
    ("The bus driver, a 37-year-old man from Orby, was hurt.",
     "Jan Moor, 31, the driver of the Orby bus, was hurt."),
])
def test_two_ages_of_one_person_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Lena Holt, 41, won the Orby race.", "Lena Holt won the Orby race. She is 41."),
    ("A man of 71 drowned in the river at Orby.", "Jan Moor, 71, drowned in the river at Orby."),
])
def test_one_age_told_twice_agrees(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert AGREE in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Lena Holt, 41, won the Orby race.", "Mara Stein, 25, won the Orby race."),
    ("A man of 71 and a woman of 64 drowned in Orby.", "Jan Moor, 64, drowned in Orby."),
    ("Lena Holt, 41, runs in Orby.", "Lena Holt was 31 years old in Orby in 2016."),
    ("A 20-year-old bridge fell in Orby.", "Jan Moor, 40, saw the bridge fall in Orby."),
])
def test_ages_of_other_people_or_years_do_not(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)


def test_a_birthday_may_lie_between() -> None:
    early, late = (Piece(f"Lena Holt, {years}, won in Orby.", on=day)
                   for years, day in ((41, date(2026, 3, 3)), (42, date(2026, 4, 2))))

    assert CONFLICT not in told(early, late)
