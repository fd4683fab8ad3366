import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

READ = [
    ("About 13 other municipalities weigh such steps.", "about 13 municipality"),
    ("The town has about 12,000 people.", "about 12,000 people"),
    ("At least 12 people died.", "at least 12 people"),
    ("Twelve people died in the flood.", "12 people"),
    ("Twenty-one homes burned down.", "21 home"),
    ("Nearly 40 schools closed.", "nearly 40 school"),
    ("More than 300 officers took part.", "over 300 officer"),
    ("Over 8,000 marchers came.", "over 8,000 marcher"),
    ("Fewer than 20 seats remain.", "under 20 seat"),
    ("Up to 500 jobs could go.", "at most 500 job"),
    ("As many as 60 boats sank.", "at most 60 boat"),
    ("Between 200 and 300 workers marched.", "200 to 300 worker"),
    ("Some 200 to 300 workers marched.", "200 to 300 worker"),
    ("The storm cut power to 40,000 homes.", "40,000 home"),
    ("The fire burned 40 hectares.", "40 ha"),
    ("The fire burned about 100 acres.", "about 100 acre"),
    ("The bridge is 3.5 km long.", "3.5 km"),
    ("A 40-hectare site was sold.", "40 ha"),
    ("Dozens of homes were lost.", "at least 24 home"),
    ("Hundreds of people fled.", "at least 200 people"),
    ("Two million voters registered.", "2,000,000 voter"),
    ("The plant employs 2.1m workers.", "2,100,000 worker"),
    ("One hundred and twenty soldiers returned.", "120 soldier"),
    ("A dozen ships waited outside.", "12 ship"),
    ("Half a million people live there.", "500,000 people"),
    ("Police arrested 17 protesters.", "17 protester"),
    ("An estimated 9,000 fans watched.", "about 9,000 fan"),
    ("The agency hired 150 or so inspectors.", "about 150 inspector"),
    ("No fewer than six witnesses spoke.", "at least 6 witness"),
    ("The museum lost three paintings.", "3 painting"),
    ("It carried 1,234 passengers.", "1,234 passenger"),
    ("The dam holds 30,000 tonnes of water.", "30,000 t"),
]

LEFT = [
    "She was born in 1984.",
    "Mara Lind, 34, runs the port.",
    "The 35-year-old driver was unhurt.",
    "He lives at 12 Harbour Road.",
    "They drove along Route 66.",
    "Covid-19 closed the school.",
    "A Boeing 737 landed late.",
    "Senate Bill 54 took effect.",
    "Under Section 12 the mayor may veto it.",
    "Call 555-0100 for details.",
    "The meeting starts at 7:30.",
    "It opens at 9 a.m. daily.",
    "Rovers won 2-1.",
    "The G20 met in Rome.",
    "Article 5 was never used.",
    "He wore number 10.",
    "In 2019, the city closed the pier.",
    "One of the laws was struck down.",
    "No one was hurt.",
    "The Boeing 747-400 turned back.",
    "Interstate 95 was closed.",
    "Flight 370 vanished.",
    "It happened on November 19.",
    "The suite is Room 101.",
    "Windows 11 needs a restart.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_count_is_read(text: str, expected: str) -> None:
    assert read(FactKind.COUNT, text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert read(FactKind.COUNT, text) == []
