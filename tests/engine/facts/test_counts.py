import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

READ = [
    ("About 13 other municipalities weigh such steps.", "about 13 municipalities"),
    ("The town has about 12,000 people.", "about 12,000 people"),
    ("At least 12 people died.", "at least 12 people"),
    ("Twelve people died in the flood.", "12 people"),
    ("Twenty-one homes burned down.", "21 homes"),
    ("Nearly 40 schools closed.", "nearly 40 schools"),
    ("More than 300 officers took part.", "over 300 officers"),
    ("Over 8,000 marchers came.", "over 8,000 marchers"),
    ("Fewer than 20 seats remain.", "under 20 seats"),
    ("Up to 500 jobs could go.", "at most 500 jobs"),
    ("As many as 60 boats sank.", "at most 60 boats"),
    ("Between 200 and 300 workers marched.", "200 to 300 workers"),
    ("Some 200 to 300 workers marched.", "200 to 300 workers"),
    ("The storm cut power to 40,000 homes.", "40,000 homes"),
    ("The fire burned 40 hectares.", "40 ha"),
    ("The fire burned about 100 acres.", "about 100 acre"),
    ("The bridge is 3.5 km long.", "3.5 km"),
    ("A 40-hectare site was sold.", "40 ha"),
    ("Dozens of homes were lost.", "at least 24 homes"),
    ("Hundreds of people fled.", "at least 200 people"),
    ("Two million voters registered.", "2,000,000 voters"),
    ("The plant employs 2.1m workers.", "2,100,000 workers"),
    ("One hundred and twenty soldiers returned.", "120 soldiers"),
    ("A dozen ships waited outside.", "12 ships"),
    ("Half a million people live there.", "500,000 people"),
    ("Police arrested 17 protesters.", "17 protesters"),
    ("An estimated 9,000 fans watched.", "about 9,000 fans"),
    ("The agency hired 150 or so inspectors.", "about 150 inspectors"),
    ("No fewer than six witnesses spoke.", "at least 6 witnesses"),
    ("The museum lost three paintings.", "3 paintings"),
    ("It carried 1,234 passengers.", "1,234 passengers"),
    ("The dam holds 30,000 tonnes of water.", "30,000 t"),
    ("The toll rose to 19.", "19 people"),
    ("The death toll has risen to at least 40.", "at least 40 people"),
    ("Organisers spoke of 900.", "900 people"),
    ("Police put the crowd at 8,000.", "8,000 people"),
    ("Turnout was estimated at 3,000.", "3,000 people"),
    ("Some 30 firefighters fought it.", "about 30 firefighters"),
    ("Close to 50 nurses walked out.", "nearly 50 nurses"),
    ("Just under 70 flats are empty.", "under 70 flats"),
    ("It sold 3,500 tickets.", "3,500 tickets"),
    ("The reserve covers 12 square kilometres.", "12 km2"),
    ("Three dozen trucks stood still.", "36 trucks"),
    ("The school has 400-plus pupils.", "at least 400 pupils"),
    ("A crew of 12 sailors was saved.", "12 sailors"),
    ("Tens of thousands of people fled.", "at least 20,000 people"),
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
    "The 9/11 attacks changed that.",
    "She scored in the 89th minute.",
    "He ran for 90 minutes.",
    "A third of the staff left.",
    "One in five agreed.",
    "The rate is 4.5 percent.",
    "The vote was 9-2.",
    "The 7:15 left late.",
    "Channel 4 showed it.",
    "The M25 was shut.",
    "The B-52 took off.",
    "It was a 50-50 call.",
    "The number 10 bus was late.",
    "Form 1040 is long.",
    "World War 2 was over.",
    "It costs $40.",
    "He came on May 5.",
    "She won 6-4, 6-3.",
    "Unit 731 was named.",
    "He is in his 40s.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_count_is_read(text: str, expected: str) -> None:
    assert read(FactKind.COUNT, text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert read(FactKind.COUNT, text) == []


PEOPLE = [
    ("The march drew a record crowd, and 41,300 packed the park.", ["41,300 people"]),
    ("In the port city, 8,000 marched on the same day.", ["8,000 people"]),
    ("Between 38,000 and 42,000 of us marched.", ["38,000 to 42,000 people"]),
    ("The league said 40,000 had come.", ["40,000 people"]),
    ("Nine died, and 30 were treated in hospital.", ["9 people", "30 people"]),
    ("Seventeen were hurt.", ["17 people"]),
    ("A tram derailed, injuring 12.", ["12 people"]),
    ("The blast killed three and injured 40.", ["3 people", "40 people"]),
    ("Police put the number of marchers at 15,000.", ["15,000 marchers"]),
    ("The number of people killed by the slide rose to nine on Wednesday.", ["9 people"]),
    ("The number of overnight stays rose sharply, to 3.2 million.", ["3,200,000 stays"]),
    ("Measles cases in the county climbed to 48.", ["48 cases"]),
    ("They put the number of dead at nine.", ["9 people"]),
    ("A mob of 5,000 rampaged through the town.", ["5,000 people"]),
    ("It moved at 38 kilometres an hour.", ["38 km/h"]),
    ("Gusts of 75 miles per hour were measured.", ["75 mph"]),
    ("In Korvik 400 homes were flooded.", ["400 homes"]),
    ("The plan allows 40 to 50 new homes.", ["40 to 50 homes"]),
    ("It has 2,400 of the city's 12,000 workers.", ["2,400 workers", "12,000 workers"]),
    ("Some 410 of 1,230 jobs will go.", ["about 410 jobs", "1,230 jobs"]),
    ("One officer was hurt.", ["1 officer"]),
]  # fmt: skip
NOBODY = [
    "It is too loud, one resident said.", "“No,” said two officials.", "One teacher told us so.",
    "The toll road was opened at 9.", "In 2019 were held the last games.", "The bus left at 12.",
    "It hit 40 in the shade.", "It was 3 below zero.", "The best of 40 was hers.",
    "In 2020 came the flood.", "He marched in 1968.", "The number of the house is 12.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_what_is_counted_need_not_follow_the_figure(text: str, expected: list[str]) -> None:
    assert read(FactKind.COUNT, text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_a_figure_that_counts_nothing_of_the_story_is_left_alone(text: str) -> None:
    assert read(FactKind.COUNT, text) == []
