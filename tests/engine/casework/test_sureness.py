"""How far an act has come: done, to come, only possible, not yet done or decided."""

from datetime import date

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import DAY, Piece, both_orders, told

HOW_FAR = {Reason.EVENT_ORDER, Reason.MODALITY}
LATER = date(2026, 3, 5)


def _clashes(one: Piece | str, other: Piece | str) -> bool:
    return all(
        any(relation is Relation.CONFLICT and reason in HOW_FAR and strength is Strength.STRICT
            for relation, reason, strength in told(*pieces))
        for pieces in both_orders(one, other))


def _is_silent(one: Piece | str, other: Piece | str) -> bool:
    return not any(
        relation is Relation.CONFLICT and reason in HOW_FAR
        for pieces in both_orders(one, other) for relation, reason, _ in told(*pieces))


@pytest.mark.parametrize(("one", "other"), [
    ("Norlund will close its mill in Korvik.", "Norlund may close its mill in Korvik."),
    ("The Selm clinic is to shut in June.", "The Selm clinic could shut, the board said."),
    ("Ada Moss will resign as mayor of Orby.",
     "Ada Moss has not decided whether to resign as mayor of Orby."),
    ("The Orby theatre will never reopen, the owner said.",
     "Whether the Orby theatre will reopen has not been decided."),
    ("The mill at Fort Arden will close in May.",
     "A decision on the Fort Arden mill was put off until August."),
    ("Jon Ferris of Orby gets 12 years", "Jon Ferris of Orby has not yet been sentenced."),
    ("Jon Ferris of Orby was jailed for six years on Monday.",
     "Jon Ferris of Orby will be sentenced on March 20."),
    ("Ada Moss was sworn in as mayor of Orby on Monday.",
     "Ada Moss will be sworn in as mayor of Orby on April 1."),
    ("The Orby council has passed the budget.", "The Orby budget has not yet been voted on."),
    ("The harbour board fined Norlund 20,000 crowns.", "No fine has been imposed on Norlund."),
    ("The Orby bridge has reopened.", "The Orby bridge has yet to reopen."),
    ("Norlund has bought the Selm brewery.", "Norlund may buy the Selm brewery."),
    ("The vote on the Orby budget was final.", "The Orby budget still needs a second vote."),
    ("Ada Moss said she had paid the Orby money back.",
     "Ada Moss has not yet paid the Orby money back."),
    ("The Orby match will be replayed in May.",
     "The league will decide on Thursday whether the Orby match is to be replayed."),
    ("FRAUDSTER FERRIS GETS 12 YEARS", "Jon Ferris has not yet been sentenced."),
    ("No further vote on the Orby budget is needed.", "A second vote on the Orby budget is due."),
    ("The Orby bill becomes law once the governor signs it.",
     "The Orby bill needs another vote."),
])
def test_two_stages_told_on_one_day_clash(one: str, other: str) -> None:
    assert _clashes(one, other)


@pytest.mark.parametrize(("early", "late"), [
    ("Norlund may buy the Selm brewery.", "Norlund has bought the Selm brewery."),
    ("The Orby budget has not yet been voted on.", "The Orby council has passed the budget."),
    ("Ada Moss will resign as mayor of Orby.", "Ada Moss resigned as mayor of Orby."),
    ("The harbour board could fine Norlund.", "The harbour board fined Norlund."),
    ("The Selm strike will begin on Friday.", "The Selm strike was called off."),
])
def test_what_was_done_since_is_no_conflict(early: str, late: str) -> None:
    assert _is_silent(Piece(early, DAY), Piece(late, LATER))


@pytest.mark.parametrize(("one", "other"), [
    ("Orby Rovers have not won the cup since 2011.", "Orby Rovers won the cup."),
    ("The road to Korvik will be closed.", "The school in Selm was closed."),
    ("Norlund will open a mill in Selm.", "Norlund may close a mill in Selm."),
    ("Norlund closed its mill in Korvik.", "Norlund will close its brewery in Selm."),
    ("Ada Moss could not be reached in Orby.", "Ada Moss reached Orby."),
    ("“I do not want to win,” said Ada Moss of Orby.", "Ada Moss of Orby won."),
    ("No inquiry into Norlund had been opened.", "Norlund may open an inquiry."),
    ("The buyers of the Selm brewery may sue.", "Norlund bought the Selm brewery."),
])
def test_other_acts_and_things_stand_beside_each_other(one: str, other: str) -> None:
    assert _is_silent(one, other)
