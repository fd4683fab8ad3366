"""The queue's filter in the address bar."""

from enum import StrEnum
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Invalid
from app.domain.pairs import Reason, Relation
from app.services.browsing.queries import read_filter, read_query, write_filter
from app.services.pages.queue import MyTag, QueueFilter, QueueOrder

Word = TypeVar("Word", bound=StrEnum)


def some(kind: type[Word]) -> st.SearchStrategy[tuple[Word, ...]]:
    words = list(kind)
    return st.sets(st.sampled_from(words)).map(
        lambda chosen: tuple(word for word in words if word in chosen))


IDS = st.integers(min_value=1, max_value=2**63 - 1)

FILTERS = st.builds(
    QueueFilter,
    case_id=st.none() | IDS,
    topic_id=st.none() | IDS,
    mine=some(MyTag),
    tagged=some(Relation),
    suggested=some(Relation),
    reasons=some(Reason),
    source_ids=st.sets(IDS, max_size=5).map(lambda ids: tuple(sorted(ids))),
    disputed=st.booleans(),
    order=st.sampled_from(list(QueueOrder)),
    size=st.sampled_from([25, 50, 100]),
)


@given(FILTERS)
@settings(max_examples=150)
def test_a_written_filter_reads_back_the_same(wanted: QueueFilter) -> None:
    assert read_query(write_filter(wanted)) == wanted


def test_the_filter_that_filters_nothing_has_an_empty_address() -> None:
    assert write_filter(QueueFilter()) == ""


def test_the_order_in_which_boxes_were_ticked_does_not_change_the_address() -> None:
    one = read_filter({"suggested": ["agree", "conflict"], "mine": ["not_yet"]})
    other = read_filter({"mine": ["not_yet"], "suggested": ["conflict", "agree", "agree"]})

    assert write_filter(one) == write_filter(other) == (
        "mine=not_yet&suggested=agree&suggested=conflict")


def test_names_that_are_not_ours_are_passed_over() -> None:
    assert read_filter({"after": ["12~25"], "utm": ["x"]}) == QueueFilter()


@pytest.mark.parametrize(("name", "value"), [
    ("case", "x"), ("case", "0"), ("case", "-1"), ("case", "9" * 30), ("case", "²"),
    ("topic", "1.5"), ("mine", "yes"), ("suggested", "CONFLICT"), ("reason", "colour"),
    ("source", "1,2"), ("order", "random"), ("size", "26"), ("size", "1000000"),
    ("tagged", "maybe"), ("disputed", "perhaps"),
])
def test_a_value_that_no_page_wrote_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_filter({name: [value]})

    assert list(refused.value.fields) == [name]


def test_two_cases_at_once_are_refused() -> None:
    with pytest.raises(Invalid):
        read_filter({"case": ["1", "2"]})


def test_a_query_with_thousands_of_parts_is_refused() -> None:
    with pytest.raises(Invalid):
        read_query("&".join(f"source={number}" for number in range(1, 3000)))
