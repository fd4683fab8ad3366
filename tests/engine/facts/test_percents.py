import pytest

from app.domain.facts import FactKind, Percent
from app.engine.claims import read_claims
from tests.engine.facts.reading import read

READ = [
    ("Nearly 65 percent of deportations began there.", "nearly 65%"),
    ("Turnout fell to 41%.", "41%"),
    ("Turnout fell to 41 per cent.", "41%"),
    ("Some 99.9% of the folks are safe.", "about 99.9%"),
    ("Prices rose 2 percentage points.", "2 percentage points"),
    ("Prices rose by 0.5 percentage point.", "0.5 percentage points"),
    ("Between 5 and 10 percent agreed.", "5 to 10%"),
    ("Rents rose 5-10 percent.", "5 to 10%"),
    ("Ten percent of staff left.", "10%"),
    ("Twenty-five per cent said yes.", "25%"),
    ("A 12-percent rise is planned.", "12%"),
    ("More than 90 pct backed it.", "over 90%"),
    ("At least 3.25% was paid.", "at least 3.25%"),
    ("Sales slipped 8% on the quarter.", "8%"),
    ("Less than one percent voted.", "under 1%"),
    ("Support stood at 48 percent.", "48%"),
]

LEFT = [
    "A large percentage of voters stayed home.",
    "The team scored 41 points.",
    "He gave it everything.",
    "Per cent signs were missing.",
    "About 40 people came.",
    "It was 30 degrees.",
    "The index lost 300 points.",
    "The fee is $5.",
    "Some per capita figures rose.",
    "Section 8 housing grew.",
    "One in five agreed.",
    "The vote was 9-2.",
    "He is 34.",
    "The city has 12,000 people.",
    "Two of three said yes.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_percentage_is_read(text: str, expected: str) -> None:
    assert read(FactKind.PERCENT, text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_percentage_is_left_alone(text: str) -> None:
    assert read(FactKind.PERCENT, text) == []


def test_the_base_of_a_percentage_is_kept() -> None:
    [claim] = read_claims("About 5% of the workers struck.")

    shares = [fact.value for fact in claim.facts if isinstance(fact.value, Percent)]

    assert [share.of for share in shares] == ["worker"]
