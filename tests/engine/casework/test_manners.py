"""How it was done: ways of which only one can be."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.DETAIL, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Orby beat Selm on penalties on Sunday.", "Orby beat Selm in extra time on Sunday."),
    ("Orby’s Bo Lund was booked for a foul on Ada Moss.",
     "Bo Lund of Orby was sent off for the foul."),
    ("The ferry from Orby ran aground off Selm.", "The Orby ferry reached port in Selm at noon."),
    ("The guard in Orby was stabbed in the car park of the mill, police said.",
     "Police in Orby said that the guard had been shot in the car park of the mill."),
    ("The museum of Orby bought the Selm altar.", "The Selm altar was donated to the Orby museum."),
    ("The Orby members decided by a show of hands.", "Members in Orby voted by secret ballot."),
    ("The district of Orby owns its 40 buses.", "Orby’s district rents the 40 buses."),
    ("The mayor of Orby, Ada Moss, resigned on Monday.",
     "Ada Moss, the mayor of Orby, was dismissed on Monday."),
    ("The Orby fair was cancelled after the flood at the fairground.",
     "The fair at the Orby fairground was postponed after the flood."),
    ("The runners set off from Orby in chilly weather.",
     "In sweltering heat the runners left Orby."),
])
def test_two_ways_of_which_only_one_can_be_are_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


def test_a_headline_may_tell_another_way_than_its_text() -> None:
    title = "Orby thrash Selm"
    text = f"{title}\nOrby beat Selm on penalties on Sunday."

    assert CONFLICT in told(Piece(text, title=title), "Selm met Orby in Selm on Sunday.")


@pytest.mark.parametrize(("one", "other"), [
    ("Orby beat Selm on penalties on Sunday.", "Orby beat Tarn in extra time in the first round."),
    ("Bo Lund of Orby was booked, Jan Moor of Selm sent off.",
     "Jan Moor of Selm was sent off in Orby."),
    ("The ferry from Orby did not run aground off Selm.", "The Orby ferry reached port in Selm."),
    ("The driver in Orby could be fined.", "The driver in Orby was jailed for two years."),
    ("The museum of Orby bought the altar in 1969.", "In 2004 a stolen altar was found in Orby."),
    ("The Orby bank was fined.", "A clerk of the Orby bank, Bo Lund, was jailed for a year."),
])
def test_ways_of_other_things_or_none_at_all_are_no_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
