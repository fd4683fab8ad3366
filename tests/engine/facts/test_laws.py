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
    ("The state passed House Bill 7.", "House Bill 7"),
    ("HB 7 is in force.", "House Bill 7"),
    ("SB 8 bans it.", "Senate Bill 8"),
    ("Public Law 94 was cited.", "Public Law 94"),
    ("Section 230 shields them.", "Section 230"),
    ("Section 12(b) applies.", "Section 12(b)"),
    ("§ 12 applies.", "§ 12"),
    ("Chapter 11 protects it.", "Chapter 11"),
    ("Amendment 64 passed.", "Amendment 64"),
    ("General Order 7 was lifted.", "General Order 7"),
    ("It cites 28 C.F.R. § 16.", "28 C.F.R. § 16"),
    ("It cites 18 U.S.C. § 1001(a).", "18 U.S.C. § 1001(a)"),
    ("Directive 95 was changed.", "Directive 95"),
    ("Regulation 2016/679 applies.", "Regulation 2016/679"),
    ("The Civil Rights Act was cited.", "Civil Rights Act"),
    ("The Clean Air Act was cited.", "Clean Air Act"),
    ("They signed the North Atlantic Treaty.", "North Atlantic Treaty"),
    ("He broke the Geneva Convention.", "Geneva Convention"),
    ("Ordinance 112 was tabled.", "Ordinance 112"),
    ("AJR 5 was read.", "Assembly Joint Resolution 5"),
    ("Council File 24 was opened.", "Council File 24"),
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
    "Interstate 95 was closed.",
    "Flight 370 vanished.",
    "Covid-19 closed the school.",
    "The second act was dull.",
    "He is number 54.",
    "It is article of faith.",
    "The bill is $54.",
    "Bill Reed, 54, spoke.",
    "Order 12 pizzas.",
    "The rules changed.",
    "She titled it 1984.",
    "He read title after title.",
    "In part 12 people left.",
    "The orders came.",
    "Room 12 was full.",
    "Boeing 737 jets flew.",
    "G20 leaders met.",
    "The council has 12 seats.",
    "They act on it.",
    "A law was passed.",
    "The statute was old.",
    "The treaty failed.",
    "It was a private bill.",
    "Her chapter is closed.",
    "The 12 measures failed.",
    "Number 10 denied it.",
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
