"""What once was called a conflict on the sample cases and is none."""

import pytest

from app.domain.pairs import Relation, Strength
from tests.engine.casework.telling import both_orders, suggestions


@pytest.mark.parametrize(("one", "other"), [
    ("The council of Orby backs the shelter ordinance without opposition.",
     "Orby readies for a legal fight over its shelter ordinance."),
    ("The Orby police chief said that his department will not help federal agents.",
     "No agency of Orby may help federal agents, with few exceptions."),
    ("Council member Ada Moss of Orby cast the only vote against the ordinance.",
     "A divided council in Orby approved the ordinance on Monday."),
    ("Mayor Jon Ferris of Orby rejected calls to step down.",
     "The police have confirmed 19 deaths in Orby."),
    ("The gates of the Orby dam were opened after the warning went out, the operator said.",
     "Engineers have ruled out a failure of the Orby dam."),
    ("“We have never seen a fire like this,” said Ada Moss of the Orby fire service.",
     "The flames have scorched 11,200 hectares around Orby."),
    ("Orby has passed an ordinance that could land it in legal trouble.",
     "The rules of Orby protect people who entered the country illegally, said Jon Ferris."),
])
def test_these_are_no_strict_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not [suggested for suggested in suggestions(*pieces)
                    if suggested.relation is Relation.CONFLICT
                    and suggested.strength is Strength.STRICT]


def test_an_accent_is_told_once_for_two_articles() -> None:
    plain = "Hugo Martinez of Orby spoke. “No,” Hugo Martinez said. Hugo Martinez of Orby left."
    accent = "Hugo Martínez of Orby spoke. “Yes,” Hugo Martínez said. Hugo Martínez of Orby left."

    for pieces in both_orders(plain, accent):
        tensions = [suggested for suggested in suggestions(*pieces)
                    if suggested.relation is Relation.CONFLICT]
        assert len(tensions) == 1
