"""Votes that are told without two figures side by side."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

CONFLICT = (Relation.CONFLICT, Reason.VOTE_COUNT, Strength.STRICT)
AGREE = (Relation.AGREE, Reason.VOTE_COUNT, Strength.STRICT)


@pytest.mark.parametrize(("one", "other"), [
    ("Nine of the twelve jurors in Orby found her guilty.", "The jury in Orby was unanimous."),
    ("Only Lena Holt voted against the Orby tram.", "The Orby council voted 6-3 for the tram."),
    ("Lena Holt, Jan Moor and Ada Lund voted no in the Orby council.",
     "The Orby council voted 7-2 for the tram."),
    ("The drivers of Orby voted unanimously to strike.",
     "Drivers in Orby voted by 64 percent to 36 to strike."),
    ("A divided council in Orby approved the tram.",
     "The council of Orby approved the tram unanimously."),
    ("Six members of the Orby council wanted the tram.",
     "The Orby council voted 8-1 for the tram."),
])
def test_another_outcome_clashes_however_it_is_told(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Nine of the twelve jurors in Orby found her guilty.",
     "The jury in Orby reached its verdict by 9 votes to 3."),
    ("Lena Holt, Jan Moor and Ada Lund voted no in the Orby council.",
     "The Orby council voted 6-3 for the tram."),
    ("A divided council in Orby approved the tram.", "The Orby council voted 5-4 for the tram."),
])
def test_the_same_outcome_agrees(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert AGREE in told(*pieces)
        assert CONFLICT not in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Analysts in Orby were unanimous.", "The Orby council voted 5-4 for the tram."),
    ("Last year’s budget of Orby passed unanimously.", "The Orby council voted 5-4 on the budget."),
    ("Lena Holt voted no in the Orby council.", "The Orby council voted 6-3 for the tram."),
    ("The council of Selm was unanimous.", "The council of Orby voted 5-4."),
])
def test_votes_of_others_and_parts_of_a_tally_do_not_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert CONFLICT not in told(*pieces)
