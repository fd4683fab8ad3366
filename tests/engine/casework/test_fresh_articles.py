"""What articles on unlike events showed: votes without a place, verdicts, digits exchanged."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told

VERDICT = ("Eleanor Sorn was convicted on Thursday of two murders at the Selm hospital. Sorn had "
           "denied all charges. She was cleared of a fourth charge.")
OTHER_VERDICT = ("Eleanor Sorn was found guilty of murders at the Selm hospital. "
                 "Sorn was acquitted of one count of attempted murder.")


def test_a_vote_without_a_place_is_of_the_one_place_that_is_told() -> None:
    found = told("The Orby County school board voted 5-2 on Monday to close four schools.",
                 "Four schools in Orby County will close after the board met on Monday.\n\n"
                 "The 4-3 vote of the school board came after five hours.")

    assert (Relation.CONFLICT, Reason.VOTE_COUNT, Strength.STRICT) in found


def test_people_go_by_many_nouns_when_the_digits_are_exchanged() -> None:
    found = told("Four schools in Orby will close. About 1,350 students will be moved.",
                 "Orby closes four schools. About 1,530 children must change schools.")

    assert (Relation.CONFLICT, Reason.NUMBER, Strength.STRICT) in found


def test_a_verdict_and_what_led_to_it_are_no_two_verdicts() -> None:
    for pieces in both_orders(VERDICT, OTHER_VERDICT):
        assert not {reason for relation, reason, _ in told(*pieces)
                    if relation is Relation.CONFLICT} & {Reason.EVENT_ORDER, Reason.NEGATION}


@pytest.mark.parametrize(("one", "other"), [
    ("Sorn has held the Selm seat since 2010.", "Democrats will hold 25 seats with Selm."),
    ("The “angel of death” of Selm faces life in prison.", "The nurse of Selm is in prison."),
])
def test_words_that_say_little_make_no_contrary(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not [found for found in told(*pieces) if found[0] is Relation.CONFLICT]


def test_a_quotation_is_known_again_with_words_changed_here_and_there() -> None:
    found = told("“No sentence will bring my father back,” said Mark Sorn in Selm.",
                 "Grieving son Mark Sorn of Selm said: “No sentence can bring my dad back.”")

    assert {reason for _, reason, _ in found} >= {Reason.QUOTE_WORDING}
