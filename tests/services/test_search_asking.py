"""A search as its address says it."""

from datetime import date

import pytest

from app.domain.errors import Invalid
from app.services import searching
from app.services.searching.asking import read_day


@pytest.mark.parametrize("typed", [
    "19 November 2024", "19 Nov 2024", "2024-11-19", "19.11.2024", "19/11/2024",
    "November 19, 2024",
])
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == date(2024, 11, 19)


@pytest.mark.parametrize("query", [
    {"kind": ["people"]}, {"all": ["people"]}, {"case": ["x"]}, {"source": ["-1"]},
    {"after": ["1"]}, {"case": ["9" * 30]},
])
def test_what_no_page_wrote_is_refused(query: dict[str, list[str]]) -> None:
    with pytest.raises(Invalid):
        searching.read(query)
