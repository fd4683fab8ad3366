"""At which hour: times of the day told of one act."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told


@pytest.mark.parametrize(("one", "other"), [
    ("The Selm train derailed at 7:28 a.m. on Monday.",
     "The train jumped the tracks in Selm just before 8 a.m. on Monday."),
    ("The blast shook Orby at about 3 p.m.", "The explosion in Orby was heard at noon."),
    ("Police were called to the Orby bank at 10.15 p.m.",
     "Police in Orby said they were called shortly after midnight."),
    ("The quake struck Selm at 04:12 local time.", "The Selm quake hit at 5.40 a.m."),
    ("The curfew in Orby lasts until 6 a.m.", "The curfew in Orby runs until 8 a.m."),
    ("The rocket lifted off from Korvik at 9:30 p.m.",
     "The launch from Korvik came at 11 p.m."),
])
def test_two_hours_of_one_act_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.DATE, Strength.STRICT) in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("The Selm train derailed at 7:28 a.m.",
     "The Selm train derailed shortly before 7:30 in the morning."),
    ("The robbers struck the Orby shop at about 10 a.m.",
     "The Orby shop was robbed shortly after ten on Monday morning."),
    ("Polls in Orby open at 7 a.m.", "Polls in Orby close at 8 p.m."),
    ("The fire in Orby broke out at 2 a.m.", "The fire in Orby was put out at 6 a.m."),
    ("The shares of Norlund rose to 2.30 crowns.", "The shares of Norlund rose at 9.40 a.m."),
    ("The crash on the Selm road happened at 7 a.m.",
     "In a separate crash on the Selm road at 9 a.m. nobody was hurt."),
])
def test_hours_of_two_acts_or_one_hour_do_not(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not [found for found in told(*pieces) if found[0] is Relation.CONFLICT
                    and found[1] is Reason.DATE and found[2] is Strength.STRICT]
