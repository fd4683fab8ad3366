import pytest

from app.domain.facts import Duration, FactKind
from app.engine.claims import read_claims
from tests.engine.facts.reading import read

ORDINALS = [
    ("A second vote is needed.", "2nd vote"),
    ("A second leak was found.", "2nd leak"),
    ("It is the town's third Shield.", "3rd shield"),
    ("It is the second agreement of its kind.", "2nd agreement"),
    ("She is the first woman ever to win it.", "1st woman"),
    ("The council will vote on it one last time.", "last time"),
    ("The final vote is due.", "last vote"),
    ("It passed its first reading.", "1st reading"),
    ("She is the first woman to lead the port.", "1st woman"),
    ("It was the third such strike.", "3rd strike"),
    ("The 12th round was short.", "12th round"),
    ("He begins his second term.", "2nd term"),
    ("The fourth draft was leaked.", "4th draft"),
    ("It is the 21st outbreak.", "21st outbreak"),
    ("It was the tenth vote.", "10th vote"),
    ("A fifth round of talks failed.", "5th round"),
    ("This is her third attempt.", "3rd attempt"),
    ("The second reading was short.", "2nd reading"),
    ("They lost the first game.", "1st game"),
    ("He won a third term.", "3rd term"),
    ("It was the 100th meeting.", "100th meeting"),
    ("The 2nd session was cut.", "2nd session"),
    ("A sixth death was reported.", "6th death"),
    ("The fourth suspect fled.", "4th suspect"),
    ("The first ship sailed.", "1st ship"),
    ("He is the second mayor to resign.", "2nd mayor"),
    ("The last round was dull.", "last round"),
    ("The final hearing is due.", "last hearing"),
    ("One last chance remains.", "last chance"),
    ("The seventh draft was read.", "7th draft"),
    ("The 9th test failed.", "9th test"),
    ("It was the eleventh debate.", "11th debate"),
    ("The third phase begins.", "3rd phase"),
    ("A fourth bridge fell.", "4th bridge"),
    ("The first trial ended.", "1st trial"),
    ("It was her first public speech.", "1st speech"),
    ("The 15th debate began.", "15th debate"),
    ("The eighth stage is hard.", "8th stage"),
    ("The final decision is near.", "last decision"),
    ("It is their 20th match.", "20th match"),
    ("The second ballot failed.", "2nd ballot"),
    ("A twelfth juror was sworn in.", "12th juror"),
    ("It passed its third reading.", "3rd reading"),
    ("The fifth vote failed.", "5th vote"),
]
NO_ORDINALS = [
    "It had first put the figure at 12 tonnes.",
    "It let out 40 litres a second.",
    "They met on the third Tuesday.",
    "He lives on Fifth Avenue.",
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
    "A third of the staff left.",
    "Two-thirds agreed.",
    "The last week was wet.",
    "Seconds later it fell.",
    "He finished second.",
    "She came first.",
    "On the 5th of May it rained.",
    "The 19th century ended.",
    "Third Street was shut.",
    "The Second World War ended.",
    "It lasted one second.",
    "He is in first class.",
    "They gave first aid.",
    "She is in the fifth grade.",
    "The first floor burned.",
    "At last it rained.",
    "Last year was wet.",
    "Last came the band.",
    "First responders came.",
    "For the first half it rained.",
    "In the third quarter sales fell.",
    "The final was dull.",
    "It is the second largest city.",
    "First, it is wrong.",
    "Second, it is late.",
    "The last to leave was Reed.",
    "The first is best.",
    "Fifth Avenue was shut.",
    "He fell to 5.",
    "The firsts were many.",
    "In the last month it rained.",
]
DURATIONS = [
    ("She ran it in 2:08:14.", "2:08:14"),
    ("He ran the mile in 3:59.4.", "3:59.4"),
    ("It took 1 hour 41 minutes and 8 seconds.", "1 hour 41 minutes and 8 seconds"),
    ("It took two hours, eight minutes and 14 seconds.",
     "two hours, eight minutes and 14 seconds"),
    ("It lasted three weeks and two days.", "three weeks and two days"),
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
    ("It took 40 minutes.", "40 minutes"),
    ("It took ten seconds.", "ten seconds"),
    ("He served six years.", "six years"),
    ("A six-year term began.", "six-year"),
    ("A 12-month ban was set.", "12-month"),
    ("She waited 36 hours.", "36 hours"),
    ("It rained for three days.", "three days"),
    ("It rained for nearly three days.", "nearly three days"),
    ("It lasted at least five weeks.", "at least five weeks"),
    ("They talked for two to three hours.", "two to three hours"),
    ("It took 2.5 years.", "2.5 years"),
    ("The pause lasts 48 hours.", "48 hours"),
    ("Within 30 days, it must close.", "30 days"),
    ("In two weeks it was over.", "two weeks"),
    ("A 90-minute film was shown.", "90-minute"),
    ("He ruled for four decades.", "four decades"),
    ("It stood for two centuries.", "two centuries"),
    ("For the past 20 years it stood.", "20 years"),
    ("They met for 15 mins.", "15 mins"),
    ("It was shut for more than a week and 3 days.", "3 days"),
    ("The trial took 11 weeks.", "11 weeks"),
    ("He got 25 years to life.", "25 years"),
    ("The ban holds for the last five months.", "five months"),
    ("A three-hour talk failed.", "three-hour"),
    ("They had two nights there.", "two nights"),
    ("It took over 100 days.", "over 100 days"),
    ("It took less than 24 hours.", "less than 24 hours"),
    ("For six consecutive days it rained.", "six consecutive days"),
    ("The siege lasted 872 days.", "872 days"),
    ("A ten-day truce began.", "ten-day"),
    ("He was away for eighteen months.", "eighteen months"),
]
NO_DURATIONS = [
    "They are between 8 months and 61 years old.",
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
    "The bridge is 90 years old.",
    "A 19-year-old fell.",
    "He left three days ago.",
    "She was aged 34.",
    "It ended on May 5.",
    "The minutes were read.",
    "It was her hour.",
    "The decade was dark.",
    "About 12 people came.",
    "They won 12 games.",
    "It is 7:30.",
    "Second thoughts came.",
    "On the day it rained.",
    "Every week they met.",
    "Last month it rained.",
    "Next year it opens.",
    "The hours were long.",
    "He came daily.",
    "She is 34 years of age.",
    "It rained all week.",
    "A day in May is nice.",
    "The night fell.",
    "Years ago it stood.",
    "One day it will.",
    "The century ended.",
    "He ran 5 miles.",
    "They paid $5.",
    "In 1999 it fell.",
    "He is in his 30s.",
    "A quarter of the town fled.",
    "The year 2020 was bad.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose over two years.", "exact"),
        ("Over three days 18 millimetres fell.", "exact"),
        ("The talks lasted over 14 hours.", "over"),
        ("It rained for over three days.", "over"),
    ],
)
def test_over_is_a_hedge_only_where_something_lasts(text: str, expected: str) -> None:
    [fact] = [one for claim in read_claims(text) for one in claim.facts
              if one.kind is FactKind.DURATION]

    assert isinstance(fact.value, Duration)
    assert fact.value.hedge == expected
