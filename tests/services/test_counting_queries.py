"""What the pages of the queue ask the store does not grow with what is in it."""

from collections.abc import Callable

import pytest
from sqlalchemy import event

from app.domain.pairs import Relation
from app.services import browsing
from app.services.browsing.findings_list import Look
from app.services.pages.queue import MyTag, QueueFilter
from tests.factories import Given

OPEN = QueueFilter(mine=(MyTag.NOT_YET,))

Page = Callable[[Given], object]

PAGES: dict[str, tuple[Page, int]] = {
    "queue": (lambda given: browsing.queue(given.store, given.reviewer(), OPEN), 15),
    "queue of a case": (lambda given: browsing.queue(
        given.store, given.reviewer(), QueueFilter(case_id=given.case().id)), 17),
    "findings": (lambda given: browsing.findings(
        given.store, given.reviewer(), QueueFilter(), Look()), 15),
    "compare two": (lambda given: browsing.pair(given.store, given.reviewer(), 1, OPEN), 24),
}
"""A page, and the most statements that it may send."""


def asked(given: Given, page: Page) -> int:
    given.reviewer()
    given.case()
    seen: list[str] = []

    def count(*told: object) -> None:
        seen.append(str(told[2]))

    engine = given.store.connection.engine
    event.listen(engine, "before_cursor_execute", count)
    page(given)
    event.remove(engine, "before_cursor_execute", count)
    return len(seen)


def more(given: Given, first: int, count: int) -> None:
    """Pairs on one topic, some with tags of mine and of others."""
    made = [given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.",
                       sources=(f"S{n % 3}", "Mail")) for n in range(first, first + count)]
    given.topic(*made)
    given.tag(made[-1], Relation.AGREE, by=given.reviewer("Bo"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_as_much_of_a_large_store_as_of_a_small_one(
    given: Given, name: str
) -> None:
    page, most = PAGES[name]
    more(given, 0, 3)
    few = asked(given, page)
    more(given, 3, 30)

    many = asked(given, page)

    assert many <= few <= most
