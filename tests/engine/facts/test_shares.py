import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

READ = [
    ("A third of the staff left.", "1/3 of staff"),
    ("It employs a third of the town's 1,230 homes.", "1/3 of home"),
    ("One third of voters stayed home.", "1/3 of voter"),
    ("One-third of voters stayed home.", "1/3 of voter"),
    ("Two-thirds of voters said yes.", "2/3 of voter"),
    ("Two thirds of voters said yes.", "2/3 of voter"),
    ("Nearly two-thirds of voters said yes.", "nearly 2/3 of voter"),
    ("About a third of the staff left.", "about 1/3 of staff"),
    ("More than a quarter of the houses burned.", "over 1/4 of house"),
    ("At least three quarters of pupils passed.", "at least 3/4 of pupil"),
    ("Three-quarters of pupils passed.", "3/4 of pupil"),
    ("A quarter of its budget is gone.", "1/4 of budget"),
    ("Half of the council walked out.", "1/2 of council"),
    ("Half the council walked out.", "1/2 of council"),
    ("Half its staff left.", "1/2 of staff"),
    ("More than half of residents fled.", "over 1/2 of resident"),
    ("Less than half the members came.", "under 1/2 of member"),
    ("Almost half of the town is flooded.", "nearly 1/2 of town"),
    ("One half of the money is spent.", "1/2 of money"),
    ("A fifth of the land burned.", "1/5 of land"),
    ("Two fifths of the land burned.", "2/5 of land"),
    ("Four-fifths of the land burned.", "4/5 of land"),
    ("A tenth of the harvest was lost.", "1/10 of harvest"),
    ("Nine-tenths of the harvest was lost.", "9/10 of harvest"),
    ("One in five residents fled.", "1/5 of resident"),
    ("One in 10 residents fled.", "1/10 of resident"),
    ("1 in 10 residents fled.", "1/10 of resident"),
    ("One in every four shops closed.", "1/4 of shop"),
    ("Nine out of ten doctors agree.", "9/10 of doctor"),
    ("9 out of 10 doctors agree.", "9/10 of doctor"),
    ("Two in three voters agree.", "2/3 of voter"),
    ("About one in six children is poor.", "about 1/6 of child"),
    ("A two-thirds majority is needed.", "2/3 of majority"),
    ("2/3 of voters agreed.", "2/3 of voter"),
    ("An eighth of the crew was ill.", "1/8 of crew"),
    ("A sixth of all schools closed.", "1/6 of school"),
    ("Roughly half of these homes are empty.", "about 1/2 of home"),
    ("Three in ten households struggle.", "3/10 of household"),
    ("Over a third of companies struggle.", "over 1/3 of company"),
    ("Up to a quarter of patients struggle.", "at most 1/4 of patient"),
    ("A hundredth of the sum was paid.", "1/100 of sum"),
]
LEFT = [
    "The third vote is due.",
    "It was the third of its kind.",
    "A third vote is due.",
    "The third of May was dry.",
    "The first quarter was dry.",
    "In the fourth quarter of 2024 sales fell.",
    "A quarter of an hour later he left.",
    "Half an hour passed.",
    "Half a million people came.",
    "Half a dozen ships waited.",
    "They led at half-time.",
    "The first half was dull.",
    "The second half of the match was dull.",
    "Two in March were dry.",
    "He was killed five in ten days ago.",
    "Five died in 10 days.",
    "The French Quarter was closed.",
    "She finished fifth.",
    "A fifth man was held.",
    "He lives on Fifth Avenue.",
    "One of the five was hurt.",
    "About 40 people came.",
    "It fell by 5 percent.",
    "The vote was 9-2.",
    "It happened on 9/11.",
    "In a half-hour they left.",
    "The other half stayed.",
    "A quarter of a mile on, it stopped.",
    "A third of a mile on, it stopped.",
    "They live in quarters.",
    "The three took part in five races.",
    "It rose in one week.",
    "He came third.",
    "A tenth death was reported.",
    "The tenth of June was wet.",
    "One in the morning is late.",
    "It is half full.",
    "Half past nine was the time.",
    "She is in the tenth grade.",
    "It shrank for the third quarter in a row.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_share_is_read(text: str, expected: str) -> None:
    assert read(FactKind.SHARE, text) == [expected]


@pytest.mark.parametrize("text", [text for text, _ in READ])
def test_a_share_is_no_ordinal_and_no_count(text: str) -> None:
    assert read(FactKind.ORDINAL, text) == []
    assert [one for one in read(FactKind.COUNT, text) if one != "1,230 homes"] == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_share_is_left_alone(text: str) -> None:
    assert read(FactKind.SHARE, text) == []
