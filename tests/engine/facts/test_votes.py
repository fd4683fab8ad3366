import pytest

from app.domain.facts import FactKind, Vote
from app.engine.claims import read_claims
from tests.engine.facts.reading import read

READ = [
    ("The council voted 4 to 1 to leave the pact.", "4–1"),
    ("The council voted 4-1 to leave the pact.", "4–1"),
    ("The measure passed with a 13–0 vote.", "13–0"),
    ("The measure passed 13—0 after a vote.", "13–0"),
    ("By a vote of thirteen to nil, the board agreed.", "13–0"),
    ("The board voted nine to two against the plan.", "9–2"),
    ("The panel approved it in a 7-2 vote on Monday.", "7–2"),
    ("The Senate rejected the bill 51 to 49.", "51–49"),
    ("The Senate passed the bill 51-49.", "51–49"),
    ("Lawmakers adopted the resolution by a margin of 210-205.", "210–205"),
    ("The court ruled 6-3 for the port.", "6–3"),
    ("The justices, in a 5-4 decision, sided with the union.", "5–4"),
    ("The 3-2 vote came after midnight.", "3–2"),
    ("Trustees voted, 6 to 0, to close the school.", "6–0"),
    ("The vote was 8-0 with two abstentions.", "8–0"),
    ("The committee backed the motion 12-4.", "12–4"),
    ("The tally was 98 to 1.", "98–1"),
    ("The council unanimously approved the budget.", "unanimous"),
    ("The vote was unanimous.", "unanimous"),
    ("The council passed it in a unanimous vote.", "unanimous"),
    ("The motion passed without dissent.", "unanimous"),
    ("The board approved the lease with no dissenting votes.", "unanimous"),
    ("Three members voted against the plan.", "3 against"),
    ("Three of the nine members voted against it.", "3 against"),
    ("Two councillors abstained.", "2 abstaining"),
    ("Five senators voted in favour of the treaty.", "5 for"),
    ("Eleven members voted for the motion.", "11 for"),
    ("Parliament voted 300 to 280 to reopen the inquiry.", "300–280"),
    ("The House voted 218–214 late on Thursday.", "218–214"),
    ("Supervisors agreed on a 3-2 vote to appeal.", "3–2"),
    ("It failed on a 2-to-3 vote.", "2–3"),
    ("The board agreed by 4 votes to 1.", "4–1"),
    ("The board agreed by 13 votes to none.", "13–0"),
    ("Commissioners Lind, Hale and Moss voted yes.", "3 for"),
    ("Anita Reyes and Tom Stamm voted no.", "2 against"),
    ("Ada Moss, Jon Ferris, and Pavel Sorn voted in favour of it.", "3 for"),
    ("Only Anita Reyes voted against the budget.", "1 against"),
    ("The motion passed without a single dissenting vote.", "unanimous"),
    ("The panel voted 5-0-2 to wait.", "5–0"),
    ("The assembly ratified the accord 77 to 12.", "77–12"),
    ("The council decided by 4 votes to 1.", "4–1"),
    ("The panel approved it on Wednesday, 13 votes to none.", "13–0"),
    ("A motion of no confidence failed by four votes to five.", "4–5"),
    ("The measure passed without a dissenting vote.", "unanimous"),
    ("The board adopted it without a single dissenting vote.", "unanimous"),
    ("By 21 votes to 13, with one abstention, councillors backed a levy.", "21–13"),
    ("The jury chose it by three votes to two, a juror told us.", "3–2"),
    ("All five members of the jury voted for her.", "5–0"),
    ("All nine justices voted for the order.", "9–0"),
    ("Thirty-five voted on the levy, and 21 were in favour.", "21 for"),
]

LEFT = [
    "Mr Reed voted against it.",
    "Republicans, including Reed and Moss, voted for it.",
    "Reed and Moss voted on Tuesday.",
    "Analysts had been unanimous in predicting the step.",
    "Critics were unanimous about the film.",
    "The council approved 40 to 50 new homes near the station.",
    "The council approved 40-50 new homes near the station.",
    "The board expects 3 to 4 bidders.",
    "The ordinance allows 2-3 dogs.",
    "Rovers won 4-1 on Saturday.",
    "Rovers lost 1-2 after leading at half-time.",
    "The game ended 3-3.",
    "The trip takes 4 to 6 weeks.",
    "Between 4 and 6 people were hurt.",
    "Doors open from 9 to 5.",
    "The road runs from mile 4 to 12.",
    "He scored in a 2-0 victory over City.",
    "The 2023-24 season begins in May.",
    "Call 555-0100 for details.",
    "Pages 12-14 list the names.",
    "Children aged 4 to 11 may enter.",
    "Odds of 5-1 were offered on the horse.",
    "The ratio is 4 to 1.",
    "She won 4 votes.",
    "He needs 4 votes to win.",
    "The council was not unanimous.",
    "The bridge is 4 to 5 metres wide.",
    "The vote is set for 10 to 12 weeks from now.",
    "The council meets twice a month.",
    "United beat City 3-1 in the cup.",
    "Temperatures of 20 to 25 degrees are likely.",
    "The score was 4-1.",
    "A quarter to 4 is early.",
    "He lives at 4-1 Harbour Road.",
    "From 4 to 14 degrees it was.",
    "He abstains.",
    "Nobody came.",
    "She ran 4 to 5 miles.",
    "It lasted 3-4 hours.",
    "The council has 9 members.",
    "The vote is on May 5.",
    "About 900 voters came.",
    "The poll stood at 48-46.",
    "She voted early.",
    "He lost by 300 votes.",
    "The dissent grew.",
    "A council of 9 to 11 members is planned.",
    "Two against one is unfair.",
    "The court met on 5-6 May.",
    "The committee has 4 seats.",
    "A majority of 10 is enough.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_vote_is_read(text: str, expected: str) -> None:
    assert read(FactKind.VOTE, text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_vote_is_left_alone(text: str) -> None:
    assert read(FactKind.VOTE, text) == []


def test_abstentions_and_absences_join_the_tally_of_their_sentence() -> None:
    claims = read_claims("The board voted 9-0 with two abstentions and one member absent.")

    votes = [fact.value for claim in claims for fact in claim.facts if isinstance(fact.value, Vote)]

    assert votes == [Vote(for_=9, against=0, abstain=2, absent=1)]


def test_a_unanimous_tally_is_one_fact() -> None:
    claims = read_claims("The council voted unanimously, 13-0, to approve the ordinance.")

    votes = [fact.value for claim in claims for fact in claim.facts if isinstance(fact.value, Vote)]

    assert votes == [Vote(for_=13, against=0, unanimous=True)]
