"""What is barred, refused or done without is denied too: to deny it elsewhere is no conflict."""

import pytest

from app.domain.pairs import Reason, Relation, Strength
from tests.engine.casework.telling import both_orders, told


@pytest.mark.parametrize(("one", "other"), [
    ("The town of Selm will bar its officers from asking drivers for their papers.",
     "Officers of Selm will not ask drivers for their papers."),
    ("The new rule of Selm will prohibit rangers and their cars from being used to clear a camp.",
     "Rangers and their cars will not be used to clear a camp in Selm."),
    ("The families crossed the marsh near Selm without fear of the guards.",
     "“We did not have any fear of the guards,” the families near Selm said."),
    ("“A harbour without boats isn’t a harbour,” Ada Moss of Selm said.",
     "The harbour of Selm has forty boats."),
])
def test_what_is_kept_from_happening_is_not_affirmed(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert (Relation.CONFLICT, Reason.NEGATION, Strength.STRICT) not in told(*pieces)


def test_a_term_in_quotation_marks_is_said_by_nobody() -> None:
    pieces = ("The council of Selm passed a “quiet town” rule that Ada Moss had fought for years.",
              "“This rule makes Selm a quiet town for all of us,” said councillor Pavel Sorn.")

    assert all(reason is not Reason.ATTRIBUTION for _, reason, _ in told(*pieces))


def test_a_verb_that_reading_does_not_know_still_has_its_speaker() -> None:
    found = told("“It was chaos on the quay,” roared Per Holm in Selm.",
                 "“It was chaos on the quay,” said Ada Moss in Selm.")

    assert (Relation.CONFLICT, Reason.ATTRIBUTION, Strength.STRICT) in found
