from hypothesis import given
from hypothesis import strategies as st

from app.engine.casework.groups import Groups

JOINED = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)))


@given(JOINED)
def test_what_is_joined_is_of_one_group_and_nothing_is_lost(joined: list[tuple[int, int]]) -> None:
    groups = Groups(range(10))

    for one, other in joined:
        groups.join(one, other)

    assert all(groups.of(one) == groups.of(other) for one, other in joined)
    assert sorted(thing for group in groups.all() for thing in group) == list(range(10))


@given(JOINED)
def test_the_order_of_joining_does_not_matter(joined: list[tuple[int, int]]) -> None:
    groups, again = Groups(range(10)), Groups(range(10))
    for one, other in joined:
        groups.join(one, other)
    for one, other in reversed(joined):
        again.join(other, one)

    assert groups.all() == again.all()
