"""One matter told both ways, in the word families of the press."""

from datetime import timedelta

import pytest

from app.domain.pairs import Reason, Relation, Strength
from app.engine.lexicon.files import lines
from tests.engine.casework.table_of_ways import CLASHING, FITTING, IN_TIME
from tests.engine.casework.telling import DAY, Piece, both_orders, told

DENIED = (Relation.CONFLICT, Reason.NEGATION, Strength.STRICT)


SETTING = " Ada Moss, the mayor of Orde, spoke to the Selm Courier about the matter."
"""What both articles have in common, so that they are of one event."""


@pytest.mark.parametrize(("one", "other"), CLASHING)
def test_a_matter_told_both_ways_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one + SETTING, other + SETTING):
        assert DENIED in told(*pieces)


@pytest.mark.parametrize(("one", "other"), FITTING)
def test_what_is_of_others_or_open_is_none(one: str, other: str) -> None:
    for pieces in both_orders(one + SETTING, other + SETTING):
        assert DENIED not in told(*pieces)


@pytest.mark.parametrize(("before", "after"), IN_TIME)
def test_what_has_changed_since_is_none(before: str, after: str) -> None:
    first, later = Piece(before + SETTING), Piece(after + SETTING, on=DAY + timedelta(days=2))

    for pieces in both_orders(first, later):
        assert DENIED not in told(*pieces)


def test_the_table_holds_families_of_two_sides() -> None:
    rows = [line.split("\t") for line in lines("ways.tsv")]

    assert len(rows) >= 120
    assert len({row[0] for row in rows}) == len(rows)
    assert {row[1] for row in rows} == {"fixed", "stance", "either", "onward"}
    assert {row[2] for row in rows} == {"lone", "thing", "doer", "both", "whom", "all", "what"}
    assert all(len(row) == 5 and row[3] and row[4] for row in rows)
