"""The engine may not lose what it has reached on the corpus, for any reason, on either part.

The floors lie 0.02 or one pair below the figures reached, whichever is more (`floors.py` says
why). Whoever makes the engine better pins them anew with `python -m tests.corpus --pin`; whoever
must lower one says why in the commit.
"""

import pytest

from app.domain.pairs import Reason
from tests.corpus.floors import ALL, Floor, Row, floors, reached
from tests.corpus.labels import Part
from tests.corpus.measuring import Tally

NAMES = [*Reason, ALL]


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("what", ["conflict", "agree"])
@pytest.mark.parametrize("reason", NAMES)
def test_precision_and_recall_stay_at_what_was_reached(
    part: Part, what: str, reason: str,
) -> None:
    row = Row(part, what, reason)
    tally = dict(reached(part)).get(row, Tally())
    least = floors().get(row, Floor(0, 0))

    assert tally.precision >= least.precision, f"false alarms, see the list: {tally}"
    assert tally.recall >= least.recall, f"misses, see the list: {tally}"


def test_a_floor_is_pinned_for_both_parts_and_for_all_reasons_together() -> None:
    pinned = floors()

    assert {(part, what, ALL) for part in Part for what in ("conflict", "agree")} <= set(pinned)
