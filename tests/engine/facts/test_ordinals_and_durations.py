import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

ORDINALS = [
    ("A second vote is needed.", "2nd vote"),
    ("The council will vote on it one last time.", "last time"),
    ("The final vote is due.", "last vote"),
    ("It passed its first reading.", "1st reading"),
    ("She is the first woman to lead the port.", "1st woman"),
    ("It was the third such strike.", "3rd strike"),
    ("The 12th round was short.", "12th round"),
    ("He begins his second term.", "2nd term"),
    ("The fourth draft was leaked.", "4th draft"),
    ("It is the 21st outbreak.", "21st outbreak"),
]
NO_ORDINALS = [
    "It took a second.",
    "At first they laughed.",
    "He lives on 5th Avenue.",
    "The 21st century began.",
    "He spoke last week.",
    "They first said no.",
    "The First Lady spoke.",
    "In the first place, it is wrong.",
    "The last mayor left.",
    "Last of all came the band.",
]
DURATIONS = [
    ("The strike lasted two weeks.", "two weeks"),
    ("The strike lasted 18 months.", "18 months"),
    ("A two-week strike ended.", "two-week"),
    ("A 10-day trial ended.", "10-day"),
    ("He got five to seven years.", "five to seven years"),
    ("It took about three hours.", "about three hours"),
    ("In the past four years, little changed.", "four years"),
    ("She served more than a decade and 12 days.", "12 days"),
    ("The talks ran for 36 straight hours.", "36 straight hours"),
    ("The ban holds for 90 days.", "90 days"),
]
NO_DURATIONS = [
    "He is 34 years old.",
    "The 34-year-old ran.",
    "It fell two weeks ago.",
    "A day later he left.",
    "The second vote is due.",
    "The year was hard.",
    "Twelve people died.",
    "In 2019 it closed.",
    "It was a long week.",
    "Days passed.",
]


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_an_ordinal_is_read(text: str, expected: str) -> None:
    assert read(FactKind.ORDINAL, text) == [expected]


@pytest.mark.parametrize("text", NO_ORDINALS)
def test_what_ranks_nothing_is_left_alone(text: str) -> None:
    assert read(FactKind.ORDINAL, text) == []


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_a_duration_is_read(text: str, expected: str) -> None:
    assert read(FactKind.DURATION, text) == [expected]


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_what_is_no_duration_is_left_alone(text: str) -> None:
    assert read(FactKind.DURATION, text) == []
