from datetime import date

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, findings, suggestions, told

AGREE = (Relation.AGREE, Reason.VOTE_COUNT, Strength.STRICT)
CONFLICT = (Relation.CONFLICT, Reason.VOTE_COUNT, Strength.STRICT)

UNANIMOUS = "The Los Angeles City Council voted unanimously on Tuesday to adopt the ordinance."
THIRTEEN = "The ordinance passed the Los Angeles City Council with a 13-0 vote on Tuesday."
NOVEMBER = date(2024, 11, 20)


def test_unanimous_fits_a_tally_with_no_vote_against() -> None:
    for pieces in both_orders(Piece(UNANIMOUS, on=NOVEMBER), Piece(THIRTEEN, on=NOVEMBER)):
        assert AGREE in told(*pieces)


def test_a_partial_tally_clashes_with_a_whole_one() -> None:
    whole = "The city council of Los Alamitos voted 4-1 to leave the law."
    part = "In Los Alamitos three members voted for the ordinance and one voted against it."

    for pieces in both_orders(whole, part):
        assert CONFLICT in told(*pieces)


def test_about_thirteen_cities_are_no_tally() -> None:
    cities = ("About 13 other cities in California are considering similar steps, the mayor of "
              "Los Angeles said.")

    for pieces in both_orders(THIRTEEN, cities):
        assert not [one for one in findings(*pieces) if one.reason is Reason.VOTE_COUNT]
        assert not [one for one in findings(*pieces) if one.reason is Reason.NUMBER]


def test_votes_of_two_councils_in_two_years_never_meet() -> None:
    older = Piece("The Los Alamitos City Council voted 4-1 to opt out of the sanctuary law. "
                  "Mayor Troy Edgar of Los Alamitos spoke.", on=date(2018, 3, 20))
    newer = Piece(f"{THIRTEEN} Mayor Karen Bass of Los Angeles spoke.", on=NOVEMBER)

    for pieces in both_orders(older, newer):
        assert not [one for one in suggestions(*pieces) if one.relation is Relation.CONFLICT]


def test_the_second_vote_is_not_the_first() -> None:
    first = "In the first vote the Orby council approved the plan 7-2."
    second = "In the second vote the Orby council approved the plan 9-0."

    for pieces in both_orders(first, second):
        assert CONFLICT not in told(*pieces)


@pytest.mark.parametrize("day", ["Wednesday", "Monday"])
def test_another_day_of_one_vote_is_a_conflict_of_dates(day: str) -> None:
    other = f"The Los Angeles City Council approved its ordinance on {day}, 13 votes to none."

    for pieces in both_orders(Piece(THIRTEEN, on=NOVEMBER), Piece(other, on=date(2024, 11, 21))):
        assert (Relation.CONFLICT, Reason.DATE, Strength.STRICT) in told(*pieces)


def test_the_day_of_a_vote_is_the_nearest_that_is_past() -> None:
    tally = "The Orby school board voted 4-3 on Monday to close the Mill school."
    one = ("The Mill school will close in the summer of 2027 after a unanimous vote of the Orby "
           "board.")

    for pieces in both_orders(tally, one):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("names", "clashes"), [
    ("Only Ada Moss voted against the budget of Orby.", True),
    ("Ada Moss and Jon Ferris voted no.", False),
])
def test_those_who_voted_are_counted_by_their_names(names: str, *, clashes: bool) -> None:
    tally = "The council of Orby voted 3-2 on Monday to adopt the budget."

    for pieces in both_orders(tally, f"{names} The council of Orby met on Monday."):
        assert (CONFLICT in told(*pieces)) is clashes
