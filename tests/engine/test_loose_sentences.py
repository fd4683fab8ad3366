"""What the engine says of two loose sentences that nobody tuned it on, both ways round."""

import pytest

from app.domain.pairs import Relation
from app.engine.comparing import compare_texts
from tests.engine import loose_table, loose_table_of_claims, loose_table_of_news

ROWS = (*loose_table.ROWS, *loose_table_of_claims.ROWS, *loose_table_of_news.ROWS)


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [row[1:] for row in ROWS],
    ids=[f"{row[0]} {at}" for at, row in enumerate(ROWS)])
def test_a_pair_is_told_as_a_reader_would(
    one: str, other: str, wanted: Relation | None,
) -> None:
    told = {compare_texts(one, other).relation, compare_texts(other, one).relation}

    if wanted is None:
        assert Relation.CONFLICT not in told
    else:
        assert told == {wanted}
