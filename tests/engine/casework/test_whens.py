"""On which day: one act told with other verbs, and acts that only look like one."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, findings, told

TIMES = {Reason.DATE, Reason.EVENT_ORDER}


@pytest.mark.parametrize(("one", "other"), [
    ("The Selm ferry sank off Orby on Sunday.", "The ferry went down near Orby on Saturday."),
    ("Norlund will shut its Korvik mill in March 2027.",
     "The mill in Korvik is to close its doors in September 2027."),
    ("Ada Moss resigned as head of the Orby board on Monday.",
     "Moss stepped down from the Orby board on Friday."),
    ("The Korvik bridge reopened to traffic on Sunday.",
     "The bridge in Korvik was opened again on Friday."),
    ("Police arrested Jon Ferris in Selm on Sunday.",
     "Jon Ferris was detained on Friday in Selm."),
    ("The trial of Jon Ferris begins on April 7.", "Jon Ferris goes on trial on April 14."),
    ("The quake struck Korvik on Monday, killing four.",
     "Korvik was hit by the earthquake on Sunday; four died."),
    ("The Orby council approved the stadium on Monday.",
     "Councillors in Orby voted for the stadium on Sunday."),
    ("The museum in Selm was founded in 1921.", "The Selm museum opened in 1912."),
    ("Ines Park died on Friday in Orby, her family said.",
     "Ines Park passed away on Sunday in Orby."),
    ("The ban on wood stoves in Orby takes effect on May 1.",
     "Orby’s ban on wood stoves starts on June 1."),
    ("Selm nurses walked out on Monday.", "The strike of Selm nurses began on Sunday."),
    ("The rocket Orla lifted off from Korvik on Sunday.",
     "The Orla was launched from Korvik on Monday."),
    ("The Orby dam burst on Friday.", "The dam near Orby gave way on Saturday."),
    ("The blast at the Orby mill killed two on Sunday.",
     "Two people died after Friday’s explosion at the Orby mill."),
    ("The Selm library is closed until Monday.", "The Selm library will reopen on Wednesday."),
    ("The Orby archive went up in flames on Sunday.",
     "Fire destroyed the Orby archive on Saturday."),
    ("Ada Moss first heard of the Orby claims on Wednesday.",
     "Ada Moss had known about the Orby claims since Monday."),
    ("The Selm baths will reopen in the spring of 2028.",
     "The baths in Selm are to open again in the spring of 2027."),
    ("Guards took the Selm coins between March and August 2024.",
     "The Selm coins vanished between January and August 2024."),
    ("The mill in Selm has stood there since 1958.", "The Selm mill was built in 1985."),
])
def test_two_days_of_one_act_in_other_words_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert [found for found in told(*pieces) if found[0] is Relation.CONFLICT
                and found[1] in TIMES and found[2] is Strength.STRICT]


@pytest.mark.parametrize(("one", "other"), [
    ("The Selm ferry sank off Orby on Sunday.", "Divers found the ferry off Orby on Monday."),
    ("The Korvik bridge was closed on Friday.",
     "The Korvik bridge was opened again on Sunday."),
    ("The Orby council voted on the stadium on Monday.",
     "The Orby council will vote on the stadium again on March 16."),
    ("Police arrested Jon Ferris in Selm on Sunday.",
     "Police arrested two other men in Korvik on Friday."),
    ("A fire broke out at the Selm mill on Sunday.",
     "A fire at the Selm mill in 2011 killed two."),
    ("Norlund reported a loss on Monday.",
     "Norlund will report its results for the year on March 28."),
    ("The strike of Selm nurses began on Monday.", "The strike of Selm nurses ended on Tuesday."),
    ("The Orby plant opened in 1974.", "The plant in Orby was extended in 1988."),
    ("Ada Moss was elected in Orby on Sunday.", "Ada Moss takes office in Orby on April 1."),
    ("The first case in Orby was reported on Sunday.",
     "A second case was reported in Orby on Monday."),
    ("Teachers in Orby marched on Saturday.", "Nurses in Orby marched on Sunday."),
    ("The museum in Selm was opened in 1921.", "The museum in Selm was closed in 1943."),
    ("The library in Selm was closed until Monday.", "The library in Selm closed on Friday."),
    ("The start of the Orby race was put back to Friday.", "The Orby race starts on Thursday."),
])
def test_days_of_two_acts_stand_beside_each_other(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not [found for found in told(*pieces)
                    if found[0] is Relation.CONFLICT and found[1] in TIMES]


def test_the_days_are_told_in_full() -> None:
    found = findings("The Selm ferry sank off Orby on Sunday.",
                     "The ferry went down near Orby on Saturday.")

    assert "“Sunday” is 1 March 2026, “Saturday” is 28 February 2026." in {
        one.because for one in found}


def test_what_is_closed_until_friday_opens_again_on_monday() -> None:
    closed = "All schools in Orby are closed until Friday."
    opened = "Schools in Orby reopen on Monday, March 9."

    for pieces in both_orders(closed, opened):
        assert not [one for one in findings(*pieces) if one.relation is Relation.CONFLICT]
