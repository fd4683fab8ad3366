import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

READ = [
    ("The city opted out of Senate Bill 54.", "Senate Bill 54"),
    ("The city opted out of SB 54.", "Senate Bill 54"),
    ("The city opted out of SB-54.", "Senate Bill 54"),
    ("Assembly Bill 12 was signed.", "Assembly Bill 12"),
    ("AB 12 was signed.", "Assembly Bill 12"),
    ("House Bill 1020 was tabled.", "House Bill 1020"),
    ("Officers follow Special Order 40.", "Special Order 40"),
    ("Executive Order 13768 was revoked.", "Executive Order 13768"),
    ("It breaks 8 U.S.C. § 1373.", "8 U.S.C. § 1373"),
    ("It breaks 8 USC 1373.", "8 U.S.C. § 1373"),
    ("It breaks 42 U.S. Code § 1983.", "42 U.S.C. § 1983"),
    ("Section 12 lets the mayor veto it.", "Section 12"),
    ("Voters passed Proposition 187.", "Proposition 187"),
    ("Voters passed Prop 8.", "Proposition 8"),
    ("Title 42 was lifted.", "Title 42"),
    ("Article 5 was invoked.", "Article 5"),
    ("Measure 110 was repealed.", "Measure 110"),
    ("Resolution 1441 was cited.", "Resolution 1441"),
    ("H.R. 2 reached the floor.", "House Resolution 2"),
    ("The Voting Rights Act was amended.", "Voting Rights Act"),
]

LEFT = [
    "Room 54 was full.",
    "He has 54 bills to pay.",
    "The order of 40 planes stands.",
    "Route 66 was closed.",
    "He bought 12 articles.",
    "A bill of 54 dollars came.",
    "It was the act of a fool.",
    "The measure passed 9-2.",
    "The title was won in 2019.",
    "A section of road fell.",
    "He read chapter and verse.",
    "The rule of law matters.",
    "An amendment failed.",
    "Part of it broke.",
    "The code has 12 digits.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_law_is_read_by_its_name(text: str, expected: str) -> None:
    assert read(FactKind.LAW, text) == [expected]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_the_number_of_a_law_counts_nothing(text: str, expected: str) -> None:
    assert expected
    assert read(FactKind.COUNT, text) == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_law_is_left_alone(text: str) -> None:
    assert read(FactKind.LAW, text) == []
