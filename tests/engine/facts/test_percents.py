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
    ("The rate fell to 0.25%.", "0.25%"),
    ("Some 30 per cent of voters stayed home.", "about 30%"),
    ("It rose by more than 12%.", "over 12%"),
    ("It rose 7%.", "7%"),
    ("Up to 90 percent burned.", "at most 90%"),
    ("Around 15% of seats are empty.", "about 15%"),
    ("Almost 50% agreed.", "nearly 50%"),
    ("Between 20% and 30% agreed.", "20 to 30%"),
    ("Unemployment is 4.1 percent.", "4.1%"),
    ("It fell two percentage points.", "2 percentage points"),
    ("It fell 1.5 percentage points.", "1.5 percentage points"),
    ("A 5% rise was agreed.", "5%"),
    ("A five percent rise was agreed.", "5%"),
    ("Fully 100% agreed.", "100%"),
    ("It grew at an annual rate of 2.8%.", "2.8%"),
    ("Fewer than 10 percent came.", "under 10%"),
    ("As many as 60 percent fled.", "at most 60%"),
    ("No more than 3% failed.", "at most 3%"),
    ("At least 75 percent must agree.", "at least 75%"),
    ("Ninety-nine percent agreed.", "99%"),
    ("Nearly 8 pct was lost.", "nearly 8%"),
    ("Only 6 percent replied.", "6%"),
    ("It yields 3 to 4 percent.", "3 to 4%"),
    ("Zero percent was lost.", "0%"),
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
    "The percentage fell.",
    "Two in five agreed.",
    "A third agreed.",
    "He scored 90 points.",
    "It rose to 90.",
    "It is 90 degrees.",
    "The index gained 12 points.",
    "About 12 agreed.",
    "The team won 2-1.",
    "It cost 5 cents.",
    "Per diem pay rose.",
    "He won 5 of 6.",
    "In 2019, it grew.",
    "Ten people agreed.",
    "She is 100.",
    "A fraction was lost.",
    "Twice as many came.",
    "It doubled.",
    "The rate was cut.",
    "They shared it.",
    "Page 12 is torn.",
    "Section 5 applies.",
    "He lent 5 books.",
    "The poll has a margin of error.",
    "Shares fell.",
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
