"""The table of ways in which articles differ: each row in three wordings and both orders.

Every row is read from articles of a sentence or two, through claims and the whole case.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from app.domain.pairs import Reason
from tests.engine.casework.table import CONFLICT, RELATED, STRICT, TENSION, Row
from tests.engine.casework.table_of_values import ROWS as VALUES
from tests.engine.casework.table_of_words import ROWS as WORDS
from tests.engine.casework.telling import DAY, Piece, both_orders, findings, told

NEXT_DAY = date(2026, 3, 4)


def wordings() -> Iterator[object]:
    for row in (*VALUES, *WORDS):
        for number, wording in enumerate(row.wordings, start=1):
            yield pytest.param(row, *wording, id=f"{row.name} {number}")


@pytest.mark.parametrize(("row", "one", "other"), list(wordings()))
def test_each_row_is_found_in_every_wording_and_order(row: Row, one: str, other: str) -> None:
    early, late = Piece(one, on=row.on[0]), Piece(other, on=row.on[1])

    for pieces in both_orders(early, late):
        found = told(*pieces)

        assert row.expected in found
        if row.expected[0] is not CONFLICT:
            assert not [one for one in found if one[0] is CONFLICT]


TOLLS = (
    ("At least 12 people died when a ferry sank off Orby, the coast guard said.",
     "The death toll of the ferry accident off Orby reached 19, the coast guard said."),
    ("A landslide at Selm killed 7 people.",
     "The number of people killed in the Selm landslide rose to 11."),
    ("Five people are dead after the blast in Korvik.",
     "Eight people have died in the blast in Korvik, doctors said."),
)


@pytest.mark.parametrize(("early", "late"), TOLLS)
def test_a_toll_that_rises_with_time_is_an_update(early: str, late: str) -> None:
    for pieces in both_orders(Piece(early), Piece(late, on=NEXT_DAY)):
        found = told(*pieces)

        assert (RELATED, Reason.NUMBER, TENSION) in found
        assert not [one for one in found if one[0] is CONFLICT]


@pytest.mark.parametrize(("late", "early"), TOLLS[1:])
def test_a_toll_that_falls_with_time_is_a_conflict(late: str, early: str) -> None:
    for pieces in both_orders(Piece(early), Piece(late, on=NEXT_DAY)):
        assert (CONFLICT, Reason.NUMBER, STRICT) in told(*pieces)


@pytest.mark.parametrize("name", [
    "step in a criminal case", "office over time", "plan and fact",
])
def test_what_an_article_tells_days_later_may_have_changed(name: str) -> None:
    row = next(row for row in WORDS if row.name == name)
    reason = row.expected[1]

    for one, other in row.wordings:
        found = told(Piece(one, on=DAY), Piece(other, on=date(2026, 3, 9)))

        assert (RELATED, reason, TENSION) in found
        assert (CONFLICT, reason, STRICT) not in found


def test_a_birthday_may_lie_between_two_articles() -> None:
    one, other = "Mara Lind, 34, was elected in Orby.", "Mara Lind, 35, was elected in Orby."

    assert (CONFLICT, Reason.NUMBER, STRICT) in told(one, other)
    assert (RELATED, Reason.NUMBER, TENSION) in told(
        Piece(one, on=DAY), Piece(other, on=date(2026, 4, 20)))


@pytest.mark.parametrize(("wrong", "right", "reason"), [
    ("Fire broke out at the old paper mill of Norlund in Selm at dawn.",
     ("Fire broke out at the old paper mill of Norlund in Korvik at dawn. Correction: An earlier "
     "version of this article gave the wrong town for the fire."), Reason.DETAIL),
    ("Mayor Tamas Weil of Selm opened the bridge.",
     ("Mayor Tomas Weil of Selm opened the bridge. An earlier version of this story misspelled "
     "the name of the mayor."), Reason.NAME_SPELLING),
    ("The Korvik yard will cut 310 jobs.",
     ("The Korvik yard will cut 130 jobs. This article was corrected: it misstated the number of "
     "jobs."), Reason.NUMBER),
])
def test_a_corrected_article_supersedes_what_others_repeat(
    wrong: str, right: str, reason: Reason,
) -> None:
    for pieces in both_orders(wrong, right):
        superseded = [one for one in findings(*pieces) if one.reading == "Corrected since"]

        assert {(one.relation, one.reason) for one in superseded} == {(RELATED, reason)}
        assert not [one for one in told(*pieces) if one[:2] == (CONFLICT, reason)]


@pytest.mark.parametrize(("one", "other"), [
    ("Norlund broke the rules of the port of Orby, the agency said.",
     "Norlund broke the rules of the port of Orby, the agency said. Norlund denied that."),
    ("The Selm council approved the tunnel.",
     "The Selm council approved the tunnel. Residents had asked for a bridge."),
    ("Ada Moss was arrested in Korvik over the raid.",
     "Ada Moss was arrested in Korvik over the raid. Her lawyer said she was at home that night."),
])
def test_what_one_article_leaves_out_is_no_conflict(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not [found for found in told(*pieces) if found[0] is CONFLICT]


def test_a_correction_of_one_thing_leaves_other_conflicts() -> None:
    wrong = "The Korvik yard will cut 310 jobs."
    right = ("The Korvik yard will cut 130 jobs. Correction: An earlier version of this article "
             "misstated the number of speakers. It was 62, not 26.")

    for pieces in both_orders(wrong, right):
        assert (CONFLICT, Reason.NUMBER, STRICT) in told(*pieces)
