import pytest

from app.domain.facts import Age, FactKind
from app.engine.claims import read_claims
from tests.engine.facts.reading import read

READ = [
    ("A man of 27 was charged.", "27 years old"),
    ("A child of four has died.", "4 years old"),
    ("He retired at the age of 61.", "61 years old"),
    ("The driver, a woman of 44, escaped.", "44 years old"),
    ("Children under 12 are exempt.", "under 12 years old"),
    ("Drivers over 70 must be tested.", "over 70 years old"),
    ("Mara Lind, 34, runs the port.", "34 years old"),
    ("The 35-year-old driver was unhurt.", "35 years old"),
    ("The 35-year-old Lind was hurt.", "35 years old"),
    ("Police held a 19-year-old man.", "19 years old"),
    ("He is 34 years old.", "34 years old"),
    ("She was 71 years of age.", "71 years old"),
    ("A man aged 52 was found.", "52 years old"),
    ("The children, aged 8 and 11, were safe.", "8 to 11 years old"),
    ("Voters aged 18 to 24 stayed home.", "18 to 24 years old"),
    ("Men ages 20 to 30 were called up.", "20 to 30 years old"),
    ("She died at age 91.", "91 years old"),
    ("He died at the age of 88 years old.", "88 years old"),
    ("Bo Reed (45) won the seat.", "45 years old"),
    ("Bo Reed, 45, won the seat.", "45 years old"),
    ("The victim was Ann Moss, 27.", "27 years old"),
    ("It was won by Ann Moss, 27; nobody else ran.", "27 years old"),
    ("Ann Moss, 27, and her brother fled.", "27 years old"),
    ("Ann Moss, 27, who lives nearby, fled.", "27 years old"),
    ("He turned 40 on Friday.", "40 years old"),
    ("She turns 65 in May.", "65 years old"),
    ("A woman in her 30s was hurt.", "30 to 39 years old"),
    ("A man in his early 40s was hurt.", "40 to 43 years old"),
    ("A man in his late 50s was hurt.", "57 to 59 years old"),
    ("A man in his mid 60s was hurt.", "64 to 66 years old"),
    ("A woman in her forties was hurt.", "40 to 49 years old"),
    ("An eighteen-year-old was held.", "18 years old"),
    ("A twenty-one-year-old student was held.", "21 years old"),
    ("The suspect is about 30 years old.", "about 30 years old"),
    ("Nobody under 16 years old may enter.", "under 16 years old"),
    ("Two boys are nine years old.", "9 years old"),
    ("At least 12-year-old pupils took part.", "at least 12 years old"),
    ("Several 17-year-olds took part.", "17 years old"),
    ("The boy, seven years old, hid.", "7 years old"),
    ("Owen Hale, 61, was charged with fraud.", "61 years old"),
    ("Police named him as Owen Hale, 61.", "61 years old"),
    ("The driver, a 44-year-old from Weston, fled.", "44 years old"),
    ("A 3-year-old girl was found.", "3 years old"),
    ("She became mayor, aged 29.", "29 years old"),
    ("The pilot – aged 58 – landed safely.", "58 years old"),
    ("Her 80-year-old mother waved.", "80 years old"),
    ("The 6-year-old fell.", "6 years old"),
]
LEFT = [
    "A crew of 12 sailed.",
    "A family of four fled.",
    "He has children under two roofs.",
    "A mob of 5,000 marched.",
    "About 40 people came.",
    "The bridge is 90 years old.",
    "A 40-year-old bridge collapsed.",
    "The 100-year-old company closed.",
    "A 150-year-old law was repealed.",
    "The strike lasted 34 days.",
    "It was signed on May 5, 2024, in Rome.",
    "On Monday, 19, people came.",
    "He wore number 10.",
    "Route 66 was closed.",
    "Rovers won 2-1.",
    "The vote was 9-2.",
    "Section 12, 13, and 14 were struck.",
    "He got 34 years in prison.",
    "The age of sail ended.",
    "In the 1930s, it was a mill.",
    "The song is from the 80s.",
    "It costs $34.",
    "About 34 percent agreed.",
    "Room 34, please.",
    "She was born in 1984.",
    "At the age of reason, all is calm.",
    "In May, 34 houses burned.",
    "In Weston, 34 homes burned.",
    "Of the 34, nobody stayed.",
    "Covid-19 closed the school.",
    "The wine is aged in oak.",
    "It turned cold.",
    "He turned 180 degrees.",
    "The years passed.",
    "They served two years each.",
    "The temperature was in the 30s.",
    "It rose to 30.",
    "Flight 370, 12 hours late, vanished.",
    "There are three things to know.",
    "A two-year plan was agreed.",
    "Old maps show 14 wells.",
    "Page 34, line 2.",
    "Chapter 12 is long.",
    "The tree is 400 years old.",
    "Scores were Reed 34, Lind 35, Moss 36.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_an_age_is_read(text: str, expected: str) -> None:
    assert read(FactKind.AGE, text) == [expected]


@pytest.mark.parametrize("text", [text for text, _ in READ])
def test_an_age_is_no_count_and_no_duration(text: str) -> None:
    assert [one for one in read(FactKind.COUNT, text)
            if not one.endswith(("boys", "children"))] == []
    assert read(FactKind.DURATION, text) == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_nobodys_age_is_left_alone(text: str) -> None:
    assert read(FactKind.AGE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind, 34, runs the port.",
        "Mara Lind (34) runs the port.",
        "Mara Lind runs the port. The 34-year-old Lind lives here.",
        "The 34-year-old mayor Mara Lind runs the port.",
        "Mara Lind, aged 34, runs the port.",
    ],
)
def test_an_age_knows_whose_it_is(text: str) -> None:
    values = [fact.value for claim in read_claims(text) for fact in claim.facts]

    assert [one.holder for one in values if isinstance(one, Age)] == ["Mara Lind"]
