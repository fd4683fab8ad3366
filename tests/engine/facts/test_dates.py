from datetime import date

import pytest

from app.domain.facts import Day, FactKind
from app.engine.claims import read_claims
from tests.engine.facts.reading import WEDNESDAY, read

READ = [
    ("The council voted on Tuesday.", "19 November 2024"),
    ("The council voted Wednesday.", "20 November 2024"),
    ("He spoke on Saturday.", "16 November 2024"),
    ("The council will vote on Monday.", "25 November 2024"),
    ("The council voted last Tuesday night.", "19 November 2024"),
    ("The pier closed yesterday.", "19 November 2024"),
    ("The pier closes today.", "20 November 2024"),
    ("The pier will close tomorrow.", "21 November 2024"),
    ("He spoke last week.", "week of 11 November 2024"),
    ("He spoke this week.", "week of 18 November 2024"),
    ("The plant opened last month.", "October 2024"),
    ("Earlier this month, the state sued.", "November 2024"),
    ("The motion came last year.", "2023"),
    ("Work starts next year.", "2025"),
    ("In 2017, the grant was cut.", "2017"),
    ("It was the lowest since 2009.", "2009"),
    ("It took effect January 1.", "1 January 2024"),
    ("It takes effect on January 1, 2025.", "1 January 2025"),
    ("The vote is expected to take place April 16.", "16 April 2025"),
    ("He was born on 4 July 1976.", "4 July 1976"),
    ("The report is dated 2024-11-18.", "18 November 2024"),
    ("The report came out on Nov. 18.", "18 November 2024"),
    ("The report came out on Nov 18, 2023.", "18 November 2023"),
    ("They met in March 2018.", "March 2018"),
    ("He returns to office in January.", "January 2025"),
    ("The bridge fell two days ago.", "18 November 2024"),
    ("The bridge fell three years ago.", "2021"),
    ("The bridge fell a month ago.", "October 2024"),
    ("The 18th of November was cold.", "18 November 2024"),
    ("She was fined on the 3rd of May, 2022.", "3 May 2022"),
    ("The law was signed in December 2023.", "December 2023"),
    ("It opened in early 2019.", "2019"),
    ("The talks begin next month.", "December 2024"),
    ("The fair was held last weekend.", "week of 16 November 2024"),
    ("The council met Monday morning.", "18 November 2024"),
    ("He left on 5 May 2021.", "5 May 2021"),
    ("He left on May 5th, 2021.", "5 May 2021"),
    ("The deadline is 31 December.", "31 December 2024"),
    ("She was elected in 1998.", "1998"),
    ("It has stood since 1815, he said.", "1815"),
    ("It must be done by 2030.", "2030"),
    ("He spoke on Thursday, November 14.", "14 November 2024"),
    ("The strike began five days ago.", "15 November 2024"),
]

LEFT = [
    "The march was long.",
    "They may appeal.",
    "March on, the sergeant said.",
    "The Sun was high.",
    "He ran 2000 metres.",
    "The fund has 2024 members.",
    "Sat down, he ate.",
    "The second vote is due.",
    "It costs $2019.",
    "A decade passed.",
    "April Ross won.",
    "Twelve people died.",
    "It is 7:30.",
    "The last word was his.",
    "This one is new.",
    "Next to the port stands a mill.",
    "In May's view it is late.",
    "Will Day ran.",
    "The model 2024 sells well.",
    "May Smith spoke.",
    "The friday feeling is back.",
    "They sell 1,999 boats.",
    "It fell by 2009 points.",
    "June Reed spoke.",
    "The week was long.",
    "Last orders were called.",
    "It was a long year.",
    "It was 12 metres.",
    "They sang all day.",
    "At 9 a.m. it opened.",
    "In the summer it is hot.",
    "The springs of Selm are hot.",
    "The house was built in two weeks.",
    "This time it held.",
    "Past mistakes count.",
    "Coming home is hard.",
    "The day is young.",
    "They marched on.",
    "They decided.",
    "Section 2019 applies.",
    "Route 1999 is closed.",
    "Flight 2010 landed.",
    "It measured 1.5 by 2 metres.",
    "Phone 020 7946 0000 now.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_date_is_read_against_the_articles_own_day(text: str, expected: str) -> None:
    assert read(FactKind.DATE, text) == [expected]


SIDES = [
    ("Bathing has been banned until September 15.", "15 September 2025"),
    ("Schools are closed until Friday.", "22 November 2024"),
    ("Guests will be charged from May 1.", "1 May 2025"),
    ("They are to be fined by January 3.", "3 January 2025"),
    ("Mara Lind vowed: “We will have them all by Friday.”", "22 November 2024"),
    ("It starts on April 1 next year.", "1 April 2025"),
    ("It began on April 1 this year.", "1 April 2024"),
    ("A march in May drew a crowd.", "May 2024"),
    ("Rovers play City on Thursday.", "21 November 2024"),
    ("They will strike from November 27 to 29.", "27 to 29 November 2024"),
    ("The fair ran from 3 to 5 May 2023.", "3 to 5 May 2023"),
    ("It is open on May 3–5, 2025.", "3 to 5 May 2025"),
    ("On May 5 and 6 homes burned.", "5 May 2024"),
    ("Two died in Friday’s blast.", "15 November 2024"),
    ("Last year’s vote was close.", "2023"),
    ("The mill closes in December next year.", "December 2025"),
    ("It starts in two weeks.", "week of 1 December 2024"),
    ("He left a fortnight ago.", "week of 3 November 2024"),
    ("It will open in the autumn.", "1 September to 30 November 2025"),
    ("It was opened in the autumn.", "1 September to 30 November 2023"),
    ("It begins next spring.", "1 March to 31 May 2025"),
    ("It was signed in spring 2023.", "1 March to 31 May 2023"),
    ("It stood there until the summer of 2019.", "1 June to 31 August 2019"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_a_day_lies_on_the_side_that_the_verb_says(text: str, expected: str) -> None:
    assert read(FactKind.DATE, text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert read(FactKind.DATE, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The council voted on Tuesday.", "Tuesday"),
        ("He spoke last week.", "last week"),
        ("It took effect January 1.", "January 1"),
        ("The bridge fell two days ago.", "two days ago"),
        ("The pier closed yesterday.", "yesterday"),
    ],
)
def test_a_relative_date_is_never_guessed_without_the_articles_day(text: str, words: str) -> None:
    assert read(FactKind.DATE, text, published_on=None) == [words]


def test_the_basis_says_what_a_day_was_counted_from() -> None:
    [claim] = read_claims("The council voted on Tuesday.", published_on=WEDNESDAY)

    [day] = [fact.value for fact in claim.facts if isinstance(fact.value, Day)]

    assert day.basis == "Tuesday, from the article's date 20 November 2024"


def test_a_day_that_stands_in_full_has_no_basis() -> None:
    [claim] = read_claims("The vote was on 19 November 2024.")

    [day] = [fact.value for fact in claim.facts if isinstance(fact.value, Day)]

    assert (day.first, day.last, day.basis) == ("2024-11-19", "2024-11-19", "")


@pytest.mark.parametrize("text", [
    "The council decided by 4 votes to 1 on Monday to leave the pact.",
    "By 4 votes to 1 on Monday the council left the pact.",
])
def test_votes_that_are_counted_lie_in_the_past(text: str) -> None:
    days = [str(fact.value) for claim in read_claims(text, title="", published_on=date(2018, 3, 20))
            for fact in claim.facts if fact.kind is FactKind.DATE]

    assert days == ["19 March 2018"]
