"""A page costs as many queries for a thousand rows as for one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event

from app.domain.pairs import Pair, Relation
from app.services import browsing
from app.services.pages.claims import ClaimsFilter
from app.services.pages.queue import MyTag, QueueFilter
from app.store.pages.claim_filters import ClaimState
from tests.factories import NOON, Given

Page = Callable[[Given, Pair], object]

PAGES: dict[str, tuple[int, Page]] = {
    "overview": (16, lambda given, _: browsing.overview(given.store, given.reviewer(), now=NOON)),
    "cases": (9, lambda given, _: browsing.cases(given.store, given.reviewer())),
    "reports": (10, lambda given, _: browsing.reports(given.store, given.reviewer())),
    "activity": (8, lambda given, pair: browsing.activity(
        given.store, given.reviewer(), browsing.Looked(), pair.case_id, now=NOON)),
    "matrix": (8, lambda given, pair: browsing.matrix(
        given.store, given.reviewer(), pair.case_id)),
    "queue": (14, lambda given, pair: browsing.queue(
        given.store, given.reviewer(),
        QueueFilter(case_id=pair.case_id, mine=(MyTag.NOT_YET,)))),
    "timeline": (12, lambda given, pair: browsing.timeline(
        given.store, given.reviewer(), first_topic(given, pair))),
    "edit topics": (18, lambda given, pair: browsing.edit_topics(
        given.store, given.reviewer(), pair.case_id, browsing.Opened(), now=NOON)),
    "merge topics": (24, lambda given, pair: browsing.edit_topics(
        given.store, given.reviewer(), pair.case_id, browsing.Opened(
            merge=True, topics=tuple(topic.id for topic in given.store.topics.of_case(
                pair.case_id)[:2])), now=NOON)),
    "row of a topic": (11, lambda given, pair: browsing.topic_row(
        given.store, given.reviewer(), first_topic(given, pair))),
    "compare many": (15, lambda given, pair: browsing.compare_many(
        given.store, given.reviewer(), first_topic(given, pair))),
    "claims": (15, lambda given, pair: browsing.claims(
        given.store, given.reviewer(), pair.case_id, ClaimsFilter())),
    "claims in conflict": (15, lambda given, pair: browsing.claims(
        given.store, given.reviewer(), pair.case_id, ClaimsFilter(state=ClaimState.CONFLICT))),
    "claims left out": (12, lambda given, pair: browsing.claims(
        given.store, given.reviewer(), pair.case_id, ClaimsFilter(state=ClaimState.LEFT_OUT))),
    "correct": (21, lambda given, pair: browsing.correct(
        given.store, given.reviewer(), pair.key.first)),
    "sources": (2, lambda given, _: browsing.outlets(given.store, given.reviewer())),
    "outlet": (6, lambda given, _: browsing.outlet(given.store, given.reviewer(), 1)),
    "pair": (20, lambda given, pair: browsing.pair(given.store, given.reviewer(), pair.id)),
    "pair after": (4, lambda given, pair: browsing.pair_after(
        given.store, given.reviewer(), QueueFilter(), pair.id)),
    "all done": (6, lambda given, pair: browsing.all_done(
        given.store, given.reviewer(), QueueFilter(case_id=pair.case_id))),
    "articles": (6, lambda given, pair: browsing.articles(
        given.store, given.reviewer(), pair.case_id)),
    "article": (11, lambda given, pair: browsing.article(
        given.store, given.reviewer(), pair.case_id, first_article(given, pair))),
}
"""Each page with the most queries that it may cost."""


@pytest.fixture(autouse=True)
def _same_person(given: Given) -> None:
    """`given.reviewer` looks people up; the pages below must not be charged for it."""
    ada = given.reviewer()
    given.reviewer = lambda *_, **__: ada  # type: ignore[method-assign]


def first_article(given: Given, pair: Pair) -> int:
    return known[(id(given), pair.case_id)]


def first_topic(given: Given, pair: Pair) -> int:
    return topics[(id(given), pair.case_id)]


known: dict[tuple[int, int], int] = {}
topics: dict[tuple[int, int], int] = {}


@contextmanager
def counted(connection: Connection) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(connection, "before_cursor_execute", note)


def fill(given: Given, pairs: int) -> Pair:
    made = [given.pair() for _ in range(pairs)]
    topics[id(given), made[0].case_id] = given.topic(*made).id
    for pair in made[::2]:
        given.tag(pair, Relation.CONFLICT)
    known[id(given), made[0].case_id] = given.store.articles.of_case(made[0].case_id)[0].id
    return made[0]


@pytest.mark.parametrize("name", PAGES)
def test_the_queries_of_a_page_do_not_grow_with_its_rows(given: Given, name: str) -> None:
    most, page = PAGES[name]
    pair = fill(given, 3)
    with counted(given.store.connection) as few:
        page(given, pair)

    fill(given, 30)
    with counted(given.store.connection) as many:
        page(given, pair)

    assert len(many) <= len(few) <= most, "\n\n".join(many)
