"""Figures of a case that no fact holds, each against another way of telling the same thing."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.NUMBER, Strength.STRICT)
AGREE = (Relation.AGREE, Reason.NUMBER, Strength.STRICT)


@pytest.mark.parametrize(("one", "same", "other"), [
    ("The Orby Rowers won the regatta for the fifth time.",
     "The Orby Rowers have won the regatta; it is their fifth title.",
     "For the Orby Rowers, who won the regatta, it is the sixth title."),
    ("Lena Holt scored for Orby in the 12th minute.", "Lena Holt scored after 12 minutes for Orby.",
     "Lena Holt scored for Orby in the 21st minute."),
    ("Jan Moor won the Orby race in 1:12:30.",
     "Jan Moor won the Orby race in one hour, 12 minutes and 30 seconds.",
     "Jan Moor won the Orby race in 1:21:30."),
    ("It was 30 degrees Celsius in Orby on the day of the parade.",
     "On the day of the parade it was 86 degrees Fahrenheit in Orby.",
     "It was 20 degrees Celsius in Orby on the day of the parade."),
    ("The explosion in the Orby mill injured four men and three women.",
     "Four men and three women were injured by the explosion in the Orby mill.",
     "The explosion in the Orby mill injured 17 people."),
    ("Seven in ten of the members of the Orby club voted.",
     "Of the members of the Orby club 70 percent voted.",
     "Of the members of the Orby club 17 percent voted."),
    ("The plane in Orby had 174 passengers and six crew on board.",
     "All 180 people on board the plane in Orby survived.",
     "All 184 people on board the plane in Orby survived."),
    ("The guard fired three times at the van in Orby.",
     "The guard in Orby fired three shots at the van.",
     "The guard in Orby fired five shots at the van."),
])
def test_other_ways_to_tell_a_figure_agree_or_clash(one: str, same: str, other: str) -> None:
    for pieces in both_orders(one, same):
        assert CONFLICT not in told(*pieces)
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Lena Holt scored for Orby in the 12th minute.",
     "Mara Stein scored for Orby after 80 minutes."),
    ("Lena Holt won in Orby for the third time.", "Jan Moor won in Orby for the fifth time."),
    ("She has lived in Orby for the third time.", "It is the second time that Orby floods."),
    ("The shop in Orby opens at 2:08:14 on the clock.", "The fair in Orby was bigger by half."),
])
def test_of_other_people_or_of_nothing_they_do_not(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)


def test_a_headline_may_tell_a_bare_figure() -> None:
    piece = Piece("Blast in Orby kills three, injures 21\n\nTwelve people were injured by a blast "
                  "in Orby that killed three, the fire service said.",
                  title="Blast in Orby kills three, injures 21")

    assert CONFLICT in told(piece)
