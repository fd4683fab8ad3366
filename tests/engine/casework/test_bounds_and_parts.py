"""Figures that say little about each other: far bounds, two parts of a whole, moving states."""

from datetime import date, timedelta

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import DAY, Expected, Piece, both_orders, told

CONFLICT: Expected = (Relation.CONFLICT, Reason.NUMBER, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Customers of Selm Bank with more than $250,000 will be paid on Monday.",
     "Customers of Selm Bank pulled $4.2 billion on Monday."),
    ("Roughly 70% of the deposits at Selm Bank exceeded the limit.",
     "About 30 percent of the deposits at Selm Bank were insured."),
    ("Three firefighters were treated for smoke in Selm.",
     "About 900 firefighters from three states were fighting the fire in Selm."),
    ("A power line near Selm failed two minutes before the fire.",
     "A line near Selm lost power two minutes before the fire."),
])
def test_what_says_nothing_of_each_other_is_no_finding(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not {(relation, reason) for relation, reason, _ in told(*pieces)} & {
            (Relation.CONFLICT, Reason.NUMBER), (Relation.CONFLICT, Reason.NEGATION)}


def test_a_bound_still_agrees_with_what_is_near_it() -> None:
    found = told("The flood in Selm damaged more than 180 homes.",
                 "The flood in Selm damaged 190 homes.")

    assert (Relation.AGREE, Reason.NUMBER, Strength.STRICT) in found


def test_a_state_may_be_another_on_the_next_day() -> None:
    def articles(later: date) -> tuple[Piece, Piece]:
        return (Piece("The Ridge fire near Selm was 5% contained, the chief said."),
                Piece("The Ridge fire near Selm was 15% contained, the chief said.", on=later))

    assert CONFLICT not in told(*articles(DAY + timedelta(days=1)))
    assert CONFLICT in told(*articles(DAY))


def test_two_near_counts_of_one_thing_are_held_against_each_other() -> None:
    found = told("Officials padlocked all 38 branches of Selm Bank on Friday.",
                 "The 36 branches of Selm Bank will open again on Monday.")

    assert CONFLICT in found
