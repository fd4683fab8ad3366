"""What several tests of services begin with."""

from datetime import date

import pytest

from app.domain.pairs import Pair
from app.services.importing import NewItem
from tests.factories import Given
from tests.services.corrections import LEFT, RIGHT, claim_of

ON = date(2026, 3, 4)


@pytest.fixture
def vote(given: Given) -> Pair:
    """Two tallies of one vote, read and compared by the real engine."""
    given.imported(
        NewItem(name="left.txt", raw=LEFT.encode(), source="Courier", published_on=ON),
        NewItem(name="right.txt", raw=RIGHT.encode(), source="Herald", published_on=ON))
    return next(pair for pair in given.store.pairs.of_case(given.case().id)
                if "13-0" in claim_of(given, pair).text)
