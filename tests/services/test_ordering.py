"""What people decide moves the queue, and how often a reason is right is told to admins."""

import pytest

from app.domain.errors import NotAllowed
from app.domain.pairs import Pair, Reason, Relation
from app.domain.people import Role
from app.services import browsing, comparing, ordering, reviewing
from app.services.browsing.reasons import share
from app.services.pages.queue import MyTag, QueueFilter
from app.store.ranks import UNTRIED, Tally
from tests.factories import NOON, Given

NOT_YET = QueueFilter(mine=(MyTag.NOT_YET,))


def refuse(given: Given, reason: Reason, times: int) -> None:
    for _ in range(times):
        given.tag(given.pair(reason=reason), Relation.UNRELATED)


def open_pairs(given: Given, size: int = 50) -> list[int]:
    page = browsing.queue(given.store, given.reviewer(), NOT_YET)
    return [row.pair_id for row in page.rows][:size]


def test_a_reason_begins_at_four_of_five_and_moves_in_steps() -> None:
    def factor(decided: int, confirmed: int) -> float:
        return ordering.factor(
            Tally(Reason.DATE, suggested=decided, decided=decided, confirmed=confirmed))

    assert factor(0, 0) == UNTRIED
    assert factor(1, 0) == 0.65
    assert factor(30, 30) == 0.95
    assert factor(30, 0) == 0.10
    assert factor(40, 20) == 0.55


def test_pairs_of_a_reason_that_people_refuse_sink_in_the_queue(given: Given) -> None:
    day = given.pair(reason=Reason.DATE, score=0.9)
    figure = given.pair(reason=Reason.NUMBER, score=0.8)
    refuse(given, Reason.DATE, 5)

    before = open_pairs(given)
    ordering.reorder(given.store)

    assert (before, open_pairs(given)) == ([day.id, figure.id], [figure.id, day.id])


def test_walking_goes_on_where_it_was_when_the_order_changes(given: Given) -> None:
    pairs = [given.pair(reason=reason, score=score) for reason, score in (
        (Reason.DATE, 0.9), (Reason.NUMBER, 0.8), (Reason.DATE, 0.7), (Reason.NUMBER, 0.6))]
    refuse(given, Reason.DATE, 5)
    ordering.reorder(given.store)

    seen: list[int] = []
    here = open_pairs(given)[0]
    while len(seen) < len(pairs):
        seen.append(here)
        page = browsing.pair(given.store, given.reviewer(), here, NOT_YET, "mine=not_yet")
        here = page.strip.next_id or 0

    assert seen == [pairs[1].id, pairs[3].id, pairs[0].id, pairs[2].id]
    assert here == 0


def test_comparing_a_case_looks_at_the_order(given: Given) -> None:
    refuse(given, Reason.DATE, 5)
    case_id = given.case().id

    comparing.compare_case(given.store, case_id, at=NOON)

    assert given.store.ranks.factors()[Reason.DATE] == 0.4


def test_one_tag_in_so_many_looks_at_the_order(given: Given) -> None:
    pairs = [given.pair(reason=Reason.DATE) for _ in range(ordering.EVERY)]

    def tag(pair: Pair) -> None:
        seen = given.store.pairs.state(pair.id, given.reviewer().id)
        reviewing.tag_pair(given.store, given.reviewer(), pair.id, Relation.UNRELATED, note="",
                           seen=seen, key="", at=NOON)

    for pair in pairs[:-1]:
        tag(pair)
    before = given.store.ranks.factors()
    tag(pairs[-1])

    assert before == {}
    assert given.store.ranks.factors() == {Reason.DATE: 0.15}


def test_admins_see_how_often_each_reason_is_right(given: Given) -> None:
    for relation in [Relation.CONFLICT] * 6 + [Relation.RELATED] * 2:
        given.tag(given.pair(), relation)
    refuse(given, Reason.DATE, 7)

    page = browsing.reasons(given.store, given.reviewer("Root", Role.ADMIN))

    number, day = page.lines
    assert (number.reason, number.suggested, number.decided, number.confirmed) == (
        Reason.NUMBER, 8, 8, 6)
    assert number.share == share(6, 8)
    assert (day.reason, day.suggested, day.decided) == (Reason.DATE, 7, 7)
    assert number.factor == UNTRIED
    assert (day.confirmed, day.share, day.factor) == (None, None, None)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.ADJUDICATOR])
def test_nobody_else_sees_it(given: Given, role: Role) -> None:
    with pytest.raises(NotAllowed):
        browsing.reasons(given.store, given.reviewer("Bo", role))


@pytest.mark.parametrize(("part", "whole", "told"), [
    (6, 8, (75, 41, 93)), (0, 10, (0, 0, 28)), (10, 10, (100, 72, 100)), (50, 100, (50, 40, 60)),
])
def test_a_share_carries_the_interval_of_wilson(
    part: int, whole: int, told: tuple[int, int, int]
) -> None:
    made = share(part, whole)

    assert (made.percent, made.low, made.high) == told
