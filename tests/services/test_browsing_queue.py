"""The review queue: which pairs, in which order, how many, page by page."""

from dataclasses import replace

import pytest

from app.domain.errors import NotFound
from app.domain.pairs import Pair, Reason, Relation, Strength
from app.services import browsing, reviewing
from app.services.browsing.queries import read_query
from app.services.pages.queue import MyTag, QueueFilter, QueueOrder, QueuePage
from tests.factories import NOON, Given


def queue(given: Given, wanted: QueueFilter | None = None, name: str = "Ada") -> QueuePage:
    return browsing.queue(given.store, given.reviewer(name), wanted or QueueFilter())


def ids(page: QueuePage) -> list[int]:
    return [row.pair_id for row in page.rows]


def counts(page: QueuePage, title: str) -> dict[str, int]:
    [facet] = [facet for facet in page.facets if facet.title == title]
    return {choice.value: choice.count for choice in facet.choices}


@pytest.fixture
def mixed(given: Given) -> list[Pair]:
    """Four pairs: two conflicts of Courier, an agreement and a related pair of others."""
    return [
        given.pair(score=0.9, reason=Reason.NUMBER),
        given.pair(score=0.7, reason=Reason.DATE, sources=("Courier", "Mail")),
        given.pair(score=0.3, relation=Relation.AGREE, reason=Reason.VOTE_COUNT,
                   sources=("Herald", "Mail")),
        given.pair(score=0.2, relation=Relation.RELATED, strength=Strength.TENSION,
                   reason=Reason.DATE, sources=("Mail", "Mail")),
    ]


def test_likely_conflicts_stand_first(given: Given, mixed: list[Pair]) -> None:
    page = queue(given)

    assert ids(page) == [pair.id for pair in mixed]
    assert page.total == page.unfiltered_total == page.not_yet_total == 4
    assert page.start_pair_id == mixed[0].id
    assert page.chips == ()


@pytest.mark.parametrize(("order", "expected"), [
    (QueueOrder.NUMBER, [0, 1, 2, 3]),
    (QueueOrder.NEWEST, [3, 2, 1, 0]),
    (QueueOrder.REASON, [1, 3, 0, 2]),
    (QueueOrder.SOURCE, [0, 1, 2, 3]),
    (QueueOrder.FEWEST, [1, 2, 3, 0]),
])
def test_every_order_orders(
    given: Given, mixed: list[Pair], order: QueueOrder, expected: list[int],
) -> None:
    given.tag(mixed[0], by=given.reviewer("Bo"))

    page = queue(given, QueueFilter(order=order))

    assert ids(page) == [mixed[at].id for at in expected]


def test_each_filter_narrows_the_list(given: Given, mixed: list[Pair]) -> None:
    reviewing.skip_pair(given.store, given.reviewer(), mixed[0].id, at=NOON)
    given.tag(mixed[1], Relation.AGREE)

    def found(**wanted: object) -> list[int]:
        return [[pair.id for pair in mixed].index(pair_id)
                for pair_id in ids(queue(given, replace(QueueFilter(), **wanted)))]  # type: ignore[arg-type]

    assert found(mine=(MyTag.NOT_YET,)) == [2, 3, 0]
    assert found(mine=(MyTag.SKIPPED,)) == [0]
    assert found(mine=(MyTag.TAGGED,)) == [1]
    assert found(mine=(MyTag.SKIPPED, MyTag.TAGGED)) == [1, 0]
    assert found(mine=(MyTag.NOT_YET, MyTag.TAGGED)) == [1, 2, 3, 0]
    assert found(suggested=(Relation.AGREE, Relation.RELATED)) == [2, 3]
    assert found(reasons=(Reason.DATE,)) == [1, 3]
    assert found(tagged=(Relation.AGREE,)) == [1]
    assert found(tagged=(Relation.CONFLICT,)) == []
    assert found(case_id=mixed[0].case_id) == [1, 2, 3, 0]


def test_counts_of_a_group_obey_all_other_groups(given: Given, mixed: list[Pair]) -> None:
    given.tag(mixed[0])

    page = queue(given, QueueFilter(mine=(MyTag.NOT_YET,), suggested=(Relation.CONFLICT,)))

    assert counts(page, "My tag") == {"not_yet": 1, "skipped": 0, "tagged": 1}
    assert counts(page, "Suggested") == {"conflict": 1, "agree": 1, "related": 1, "unrelated": 0}
    assert counts(page, "Reason") == {"vote_count": 0, "number": 0, "date": 1}
    by_name = {choice.label: choice.count for choice in page.facets[3].choices}
    assert by_name == {"Courier": 1, "Herald": 0, "Mail": 1}
    assert page.total == 1
    assert page.not_yet_total == 3


def test_a_pair_inside_one_source_counts_once_for_it(given: Given, mixed: list[Pair]) -> None:
    by_name = {choice.label: choice.count for choice in queue(given).facets[3].choices}

    assert by_name == {"Courier": 2, "Herald": 2, "Mail": 3}


def test_every_count_is_the_length_of_the_list_behind_it(
    given: Given, mixed: list[Pair],
) -> None:
    given.tag(mixed[1])
    reviewing.skip_pair(given.store, given.reviewer(), mixed[2].id, at=NOON)
    wanted = QueueFilter(reasons=(Reason.DATE, Reason.VOTE_COUNT))

    for facet in queue(given, wanted).facets:
        for choice in facet.choices:
            narrowed = read_query(f"reason=date&reason=vote_count&{choice.name}={choice.value}") \
                if choice.name != "reason" else read_query(f"reason={choice.value}")
            assert queue(given, narrowed).total == choice.count == len(
                queue(given, narrowed).rows), choice


def test_a_chip_takes_its_group_out_of_the_address(given: Given, mixed: list[Pair]) -> None:
    source = int(queue(given).facets[3].choices[0].value)
    wanted = QueueFilter(case_id=mixed[0].case_id, mine=(MyTag.NOT_YET,),
                         suggested=(Relation.CONFLICT,), source_ids=(source,))

    page = queue(given, wanted)

    assert [chip.words for chip in page.chips] == [
        "not yet tagged by me", "suggested conflict", "from Courier"]
    here = f"/cases/{mixed[0].case_id}/pairs"
    assert page.chips[0].without == f"{here}?suggested=conflict&source={source}"
    assert page.clear_href == here
    assert page.head is not None


def test_a_row_shows_the_marked_words_and_who_tagged_but_not_what(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.UNRELATED, by=given.reviewer("Bo"), note="A secret")

    [row] = queue(given).rows

    assert row.others == (given.reviewer("Bo").letter,)
    assert row.my_tag is None
    assert row.href == f"/pairs/{pair.id}"
    assert "unrelated" not in repr(row)
    assert "A secret" not in repr(row)


def test_pages_follow_one_another_and_lead_back(given: Given) -> None:
    pairs = [given.pair(score=score / 100) for score in range(60, 0, -1)]
    wanted = QueueFilter(case_id=pairs[0].case_id)
    reviewing.skip_pair(given.store, given.reviewer(), pairs[0].id, at=NOON)
    expected = [pair.id for pair in [*pairs[1:], pairs[0]]]

    seen, firsts, page = [], [], queue(given, wanted)
    while True:
        seen += ids(page)
        firsts.append(page.first_on_page)
        if page.next_href is None:
            break
        page = turned(given, wanted, page.next_href)
    back = turned(given, wanted, page.previous_href)

    assert seen == expected
    assert firsts == [1, 26, 51]
    assert ids(back) == expected[25:50]
    assert back.first_on_page == 26
    assert ids(turned(given, wanted, back.previous_href)) == expected[:25]
    assert turned(given, wanted, back.previous_href).previous_href is None


def turned(given: Given, wanted: QueueFilter, href: str | None) -> QueuePage:
    assert href is not None
    name, _, key = href.rpartition("?")[2].rpartition("&")[2].partition("=")
    after, before = (key, None) if name == "after" else (None, key)
    return browsing.queue(given.store, given.reviewer(), wanted, after=after, before=before)


@pytest.mark.parametrize("order", list(QueueOrder))
def test_paging_in_any_order_shows_every_pair_once(given: Given, order: QueueOrder) -> None:
    reasons = list(Reason)
    pairs = [given.pair(score=(n % 3) / 10, reason=reasons[n % 4], sources=(f"S{n % 2}", "T"))
             for n in range(30)]
    wanted = QueueFilter(order=order)

    first = queue(given, wanted)
    second = turned(given, wanted, first.next_href)
    back = turned(given, wanted, second.previous_href)

    assert sorted(ids(first) + ids(second)) == [pair.id for pair in pairs]
    assert ids(back) == ids(first)
    assert back.previous_href is None


def test_settled_pairs_wait_for_nobody(given: Given, mixed: list[Pair]) -> None:
    given.settlement(mixed[0])
    reviewing.skip_pair(given.store, given.reviewer(), mixed[1].id, at=NOON)
    given.settlement(mixed[1])

    page = queue(given, QueueFilter(mine=(MyTag.NOT_YET,)))

    assert ids(page) == [mixed[2].id, mixed[3].id]
    assert page.total == page.not_yet_total == counts(page, "My tag")["not_yet"] == 2
    assert len(queue(given).rows) == 4


def test_disputes_are_those_of_pairs_that_i_tagged(given: Given, mixed: list[Pair]) -> None:
    other = given.reviewer("Bo")
    given.tag(mixed[0], Relation.AGREE, by=other)
    given.tag(mixed[0], Relation.CONFLICT)
    given.tag(mixed[1], Relation.AGREE, by=other)
    given.tag(mixed[1], Relation.CONFLICT, by=given.reviewer("Cy"))

    assert ids(queue(given, QueueFilter(disputed=True))) == [mixed[0].id]


def test_a_pair_no_longer_suggested_leaves_the_list(given: Given) -> None:
    pair, other = given.pair(), given.pair()
    given.store.pairs.suggest(pair.case_id, [], among=set(pair.key))

    assert ids(queue(given)) == [other.id]
    assert queue(given).not_yet_total == 1


@pytest.mark.parametrize("wanted", [
    QueueFilter(case_id=99), QueueFilter(topic_id=99), QueueFilter(source_ids=(99,)),
    QueueFilter(case_id=99, topic_id=1, source_ids=(1, 2)),
])
def test_what_is_not_there_is_not_found(given: Given, wanted: QueueFilter) -> None:
    given.pair()

    with pytest.raises(NotFound):
        queue(given, wanted)


def test_a_topic_of_another_case_is_not_found(given: Given) -> None:
    pair = given.pair()
    topic = given.topic(pair)
    other = given.case("Another")

    with pytest.raises(NotFound):
        queue(given, QueueFilter(case_id=other.id, topic_id=topic.id))

    assert queue(given, QueueFilter(topic_id=topic.id)).chips[0].words == "on the number of piers"


def test_an_empty_queue_says_so(given: Given) -> None:
    page = queue(given)

    assert (page.rows, page.total, page.first_on_page, page.start_pair_id) == ((), 0, 0, None)
