"""Exceptions that one side leaves out, and headlines that are surer than their article."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import Piece, both_orders, told

STRICT = (Relation.CONFLICT, Reason.SCOPE, Strength.STRICT)
TENSION = (Relation.CONFLICT, Reason.SCOPE, Strength.TENSION)
SURER = (Relation.CONFLICT, Reason.MODALITY, Strength.TENSION)


def test_an_exception_clashes_with_a_bar_that_knows_none() -> None:
    one = "The port of Orby will not sell land to Norlund in any way."
    other = "The port of Orby will not sell land to Norlund, except for the old pier."

    for pieces in both_orders(one, other):
        assert STRICT in told(*pieces)


def test_an_exception_that_is_left_out_is_a_tension() -> None:
    one = "The port of Orby bans lorries from the quay at night."
    other = "The port of Orby bans lorries from the quay at night, except for food."

    for pieces in both_orders(one, other):
        assert TENSION in told(*pieces)
        assert STRICT not in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Most of the town's 12 schools in Korvik will close.",
     "All 12 schools in Korvik will close."),
    ("All ferries of Orby stayed in port.", "Some ferries of Orby stayed in port."),
    ("Visitors under 16 pay nothing at the Selm museum.",
     "All visitors pay nothing at the Selm museum."),
    ("All 340 jobs at the Korvik yard are safe.",
     "Some of the 340 workers of the Korvik yard will lose their jobs."),
    ("Ada Moss is the first woman ever to lead the Orby choir.",
     "Ada Moss is the first woman to lead the Orby choir since 1998."),
])
def test_all_and_most_reach_differently_far(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert STRICT in told(*pieces)


def test_a_headline_may_be_surer_than_its_article() -> None:
    text = "{}\n\nThe council met on Monday. The plan could break federal law, lawyers said."

    for title, surer in (("Orby council breaks federal law", True),
                         ("Orby council meets on Monday", False)):
        found = told(Piece(text.format(title), title=title))

        assert (SURER in found) is surer
