import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told


@pytest.mark.parametrize(("one", "other", "strength"), [
    ("The Orby ordinance needs a second vote.", "It was the final vote on the Orby ordinance.",
     Strength.STRICT),
    ("The Orby ordinance needs a second vote.", "The Orby ordinance is now law.", Strength.STRICT),
    ("The Orby council enacted the ordinance on Monday.",
     "The mayor of Orby is likely to sign the ordinance.", Strength.TENSION),
])
def test_two_next_steps_of_one_procedure_clash(one: str, other: str, strength: Strength) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.EVENT_ORDER, strength) in told(*pieces)


def test_one_next_step_in_other_words_agrees() -> None:
    one = "The Orby council will vote on the ordinance one last time."
    other = "A second vote of the Orby council on the ordinance is due."

    for pieces in both_orders(one, other):
        assert (Relation.AGREE, Reason.EVENT_ORDER, Strength.STRICT) in told(*pieces)


def test_what_happens_before_it_is_enacted_is_not_told_as_enacted() -> None:
    one = "Before the Orby ordinance is enacted, there will be one more vote."
    other = "The mayor of Orby will sign the ordinance."

    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.EVENT_ORDER, Strength.STRICT) not in told(*pieces)


def test_loaded_words_are_framing_and_never_strict() -> None:
    one = "Orby will shelter undocumented immigrants."
    other = "Orby will shelter illegal immigrants."

    for pieces in both_orders(one, other):
        found = told(*pieces)

        assert (Relation.CONFLICT, Reason.TERMINOLOGY, Strength.FRAMING) in found
        assert not [one for one in found if one[0] is Relation.CONFLICT
                    and one[2] is Strength.STRICT]


@pytest.mark.parametrize(("one", "other"), [
    ("No warning was issued in Orby.", "Warnings were issued in Orby on Monday."),
    ("Jon Ferris of Orby has confessed.", "Jon Ferris of Orby never confessed."),
    ("Mayor Ada Moss of Orby has signed the measure.",
     "Mayor Ada Moss of Orby has not signed the measure."),
    ("No fine was imposed on Norlund.", "The harbour board fined Norlund 20,000 crowns."),
    ("The crew of the Selm ferry did not send a distress call.",
     "A distress call was sent by the ferry, the Selm coast guard said."),
    ("There was no sign of a leak in the Korvik tank.",
     "Engineers found a leak in the Korvik tank."),
    ("Norlund has appealed, the court in Orby said. The company denied having lodged an appeal.",
     "The weather in Orby was fine."),
    ("Ada Moss of Orby ruled out further talks.",
     "Ada Moss spoke in Orby on Monday. She did not rule out new talks."),
])
def test_what_one_says_and_the_other_denies_is_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.NEGATION, Strength.STRICT) in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Orby Rovers have not won the cup since 2011.", "Orby Rovers won the cup on Saturday."),
    ("Ada Moss of Orby did not only sign it.", "Ada Moss of Orby signed it."),
    ("No new cases were found in Orby.", "Orby has found 48 cases."),
    ("No further vote on the Orby plan is needed.", "Orby council voted on the plan 5-2."),
    ("There were no arrests in the Orby stadium itself.",
     "Police in Orby arrested 14 supporters on the trains."),
    ("Trams in Orby will not run until Friday.", "Trams ran in Orby again on Friday."),
    ("Norlund of Orby could not be reached.", "The news of the Orby fire reached Norlund late."),
    ("“The Orby flood was not avoidable,” said Ada Moss.",
     "“The Orby flood was avoidable,” said Pavel Sorn."),
])
def test_a_negation_of_something_else_is_no_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.NEGATION, Strength.STRICT) not in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("Greta Sorn of Orby was acquitted on Monday.", "Greta Sorn of Orby was convicted."),
    ("The Korvik bridge was open to lorries all day.",
     "The bridge in Korvik was closed to lorries."),
])
def test_contraries_told_of_one_thing_are_a_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert [found for found in told(*pieces)
                if found[0] is Relation.CONFLICT and found[2] is Strength.STRICT]


@pytest.mark.parametrize(("one", "other"), [
    ("Orby Rovers won the final in Selm.", "Selm Town lost the final in Selm."),
    ("The road to Korvik was closed on Monday.", "The road to Korvik was opened on Friday."),
    ("The Orby mill closed.", "The Selm theatre opened."),
])
def test_contraries_of_two_things_or_days_are_none(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.NEGATION, Strength.STRICT) not in told(*pieces)
