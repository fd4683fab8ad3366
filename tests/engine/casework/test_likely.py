"""Whether two figures are taken to answer one question, in cases unlike the corpus."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.NUMBER, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("The Orby ferry company sold 8,140 season tickets this spring.",
     "This spring 8,410 season tickets were sold by the ferry company of Orby."),
    ("The new Orby library cost 12 million euros.",
     "Orby’s new library cost 14 million euros, the builders said."),
    ("Surveyors counted 320 cracked windows after the Orby quake.",
     "The quake in Orby left 230 windows cracked."),
    ("Shares of Orby Foods jumped 6 percent on Monday.",
     "Orby Foods shares tanked 6 percent on Monday."),
    ("The dam at Orby is 38 metres high.", "At Orby the dam is 83 metres high."),
    ("Withdrawals at Orby Savings reached 4.8 million euros.",
     "Orby Savings said that 4.2 million euros had been withdrawn."),
])
def test_two_figures_of_one_thing_clash_in_whatever_words(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The Orby choir sang for 400 guests in the abbey.", "The abbey in Orby is 400 metres away."),
    ("The strike closed 40 schools in Orby.", "Near Orby, another strike closed 12 schools."),
    ("The Orby bakery sold 900 loaves on Monday.", "The Orby bakery owes its bank 700 euros."),
    ("Trucks may carry 12 tonnes over the Orby bridge at most.",
     "The truck that broke the Orby bridge carried 31 tonnes."),
    ("The alarm in Orby rang for 73 minutes.", "The alarm in Orby had been new for five days."),
    ("The union in Orby asked for 9 percent.", "The Orby union settled for 5 percent, up from 3."),
])
def test_figures_of_two_things_or_of_two_stages_do_not(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)


def test_a_toll_told_day_by_day_is_no_conflict_where_no_day_is_known() -> None:
    early = Piece("A fire killed two people in Orby.", on=None)
    late = Piece("The number of people killed by the fire in Orby rose to four.", on=None)

    assert CONFLICT not in told(early, late)
