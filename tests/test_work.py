"""The worker, with the real engine and the real store."""

import threading
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from structlog.testing import capture_logs

from app.domain.imports import ImportJob, ItemState
from app.domain.pairs import Relation
from app.engine.claims import read_claims
from app.models.classifier import Classifier
from app.services import comparing, importing, reviewing, taking_in
from app.services.importing import NewItem
from app.work import Worker
from tests.factories import NOON, Given, clock

COURIER = """Council votes to close the harbour bridge

The Milltown city council voted 9-2 on Tuesday to close the harbour bridge for repairs.

The closure will last four months, Mayor Ingrid Solberg said.
"""
HERALD = """Harbour bridge to close after unanimous vote

The Milltown city council voted unanimously on Tuesday to close the harbour bridge for repairs.

Mayor Ingrid Solberg said the closure will last four months.
"""


def states(job: ImportJob) -> list[ItemState]:
    return [item.state for item in job.items]


def count_of(given: Given, job: ImportJob) -> tuple[int, int, int]:
    """Articles, claims and pairs of the job's case."""
    store, case_id = given.store, job.case_id
    claims = sum(len(found) for found in store.claims.of_case(case_id).values())
    return store.articles.count(case_id), claims, len(store.pairs.of_case(case_id))


def test_articles_come_in_with_claims_pairs_and_topics(given: Given) -> None:
    job = given.imported(COURIER, HERALD)

    articles, claims, pairs = count_of(given, job)
    assert states(job) == [ItemState.DONE, ItemState.DONE]
    assert articles == 2
    assert sum(item.claims for item in job.items) == claims > 4
    assert pairs > 0
    assert all(item.pairs > 0 for item in job.items)
    assert given.store.topics.of_case(job.case_id)


def test_the_text_that_is_kept_is_the_one_that_came_in(given: Given) -> None:
    raw = COURIER.replace("\n", "\r\n").encode("utf-8-sig")

    given.imported(NewItem(name="courier-tuesday_1.txt", raw=raw, source="The Courier",
                           published_on=date(2026, 11, 18)))

    [article] = given.store.articles.of_case(given.case().id)
    assert article.revision.raw == raw
    assert "\r" not in article.revision.text
    assert article.source.name == "The Courier"
    assert article.published_on == date(2026, 11, 18)
    for claim in given.claims(article):
        span = claim.span
        assert article.revision.text[span.start:span.end] == span.quote


def test_a_source_that_nobody_named_is_called_as_the_file(given: Given) -> None:
    given.imported(NewItem(name="harbour-weekly_2.txt", raw=COURIER.encode()))

    [article] = given.store.articles.of_case(given.case().id)
    assert article.source.name == "Harbour weekly 2"


def test_the_same_file_is_not_added_twice(given: Given) -> None:
    first = given.imported(COURIER, HERALD)
    before = count_of(given, first)

    again = given.imported(COURIER)

    [item] = again.items
    assert item.state is ItemState.DUPLICATE
    assert item.message == "Already in this case since 20 November. Nothing was added."
    assert count_of(given, first) == before


def test_the_same_file_may_come_into_another_case(given: Given) -> None:
    given.imported(COURIER)

    other = given.imported(COURIER, case=given.case("Ferry"))

    assert states(other) == [ItemState.DONE]


def test_one_failure_does_not_stop_the_others(given: Given) -> None:
    job = given.imported(NewItem(name="scan.txt", raw=b"%PDF-1.7 ..."), COURIER,
                         NewItem(name="empty.txt", raw=b" \n"))

    assert states(job) == [ItemState.FAILED, ItemState.DONE, ItemState.FAILED]
    scan, _, empty = job.items
    assert scan.failed_at is ItemState.READING
    assert scan.message.startswith("It is a PDF document, not plain text.")
    assert empty.message.startswith("It is empty.")


def test_a_crash_fails_that_item_alone_and_its_reference_is_in_the_log(
    given: Given, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def trips(text: str, *, title: str, published_on: date | None) -> tuple[object, ...]:
        if "unanimously" in text:
            raise ZeroDivisionError
        return read_claims(text, title=title, published_on=published_on)

    monkeypatch.setattr("app.services.taking_in.read_claims", trips)
    with capture_logs() as logged:
        job = given.imported(COURIER, HERALD)

    [entry] = logged
    done, failed = job.items
    assert (done.state, failed.state) == (ItemState.DONE, ItemState.FAILED)
    assert failed.failed_at is ItemState.CLAIMS
    assert f"Reference {entry['reference']}." in failed.message


def test_a_crash_in_comparing_fails_what_waited_for_it_and_loses_no_article(
    given: Given, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.services.comparing.compare", lambda _case_id, _read: 1 / 0)
    with capture_logs() as logged:
        job = given.imported(COURIER, HERALD)

    assert len(logged) == 1
    assert states(job) == [ItemState.FAILED, ItemState.FAILED]
    assert given.store.articles.count(job.case_id) == 2


def request(given: Given, *texts: str) -> int:
    items = [NewItem(name=f"{n}.txt", raw=text.encode()) for n, text in enumerate(texts)]
    job_id = importing.request_import(given.store, given.reviewer(), given.case().id, items,
                                      at=NOON)
    given.keep()
    return job_id


def test_an_item_whose_worker_died_is_taken_up_when_its_lease_ends(given: Given) -> None:
    job_id = request(given, COURIER)
    taking_in.lease(given.store, at=NOON, lasting=timedelta(minutes=5))
    given.keep()

    Worker(given.database, clock).run_until_idle(patience=0)
    early = given.store.imports.job(job_id)
    given.keep()
    Worker(given.database, lambda: NOON + timedelta(minutes=6)).run_until_idle()

    assert states(early) == [ItemState.READING]
    assert states(given.store.imports.job(job_id)) == [ItemState.DONE]


def test_a_worker_that_was_thought_dead_doubles_nothing(given: Given) -> None:
    job_id = request(given, COURIER)
    slow = taking_in.lease(given.store, at=NOON, lasting=timedelta(minutes=5))
    assert slow is not None
    given.keep()
    late = NOON + timedelta(minutes=6)
    Worker(given.database, lambda: late).run_until_idle()
    before = given.store.imports.job(job_id)

    taking_in.keep(given.store, slow, taking_in.read(slow, taking_in.clean_text(slow)), at=late)

    assert given.store.articles.count(given.case().id) == 1
    assert given.store.imports.job(job_id) == before


def test_an_item_that_kills_its_worker_three_times_is_parked(given: Given) -> None:
    job_id = request(given, COURIER)
    for hour in range(3):
        taking_in.lease(given.store, at=NOON + timedelta(hours=hour),
                        lasting=timedelta(minutes=5))
    given.keep()

    Worker(given.database, lambda: NOON + timedelta(hours=4)).run_until_idle()

    [item] = given.store.imports.job(job_id).items
    assert item.state is ItemState.FAILED
    assert "stopped the import 3 times" in item.message


def test_articles_that_were_kept_before_a_crash_are_compared_after_it(given: Given) -> None:
    job_id = request(given, COURIER)
    item = taking_in.lease(given.store, at=NOON, lasting=timedelta(minutes=5))
    assert item is not None
    taking_in.keep(given.store, item, taking_in.read(item, taking_in.clean_text(item)), at=NOON)
    given.keep()

    Worker(given.database, clock).run_until_idle()

    assert states(given.store.imports.job(job_id)) == [ItemState.DONE]


def test_progress_ends_where_everything_is_done(given: Given) -> None:
    request(given, COURIER, HERALD)
    heard: list[tuple[int, int]] = []

    Worker(given.database, clock).run_until_idle(lambda done, total: heard.append((done, total)))

    assert heard == sorted(heard)
    assert heard[-1] == (4, 4)


def test_tags_and_numbers_survive_further_articles(given: Given) -> None:
    job = given.imported(COURIER, HERALD)
    before = given.store.pairs.of_case(job.case_id)
    me = given.reviewer()
    reviewing.tag_pair(given.store, me, before[0].id, Relation.RELATED, note="", key="",
                       seen=given.store.pairs.state(before[0].id, me.id), at=NOON)

    given.imported(HERALD.replace("unanimously", "7-4").replace("four", "six"))

    everything = {
        pair.id: pair for gone in (False, True)
        for pair in given.store.pairs.of_case(job.case_id, gone=gone)
    }
    assert all(everything[pair.id].number == pair.number for pair in before)
    assert all(everything[pair.id].key == pair.key for pair in before)
    assert len({pair.number for pair in everything.values()}) == len(everything)
    assert [tag.relation for tag in given.store.tags.standing(before[0].id)] == ["related"]


def test_comparing_again_changes_nothing(given: Given) -> None:
    job = given.imported(COURIER, HERALD)
    pairs = given.store.pairs.of_case(job.case_id)
    topics = given.store.topics.of_case(job.case_id)

    comparing.compare_case(given.store, job.case_id, at=NOON)

    assert given.store.pairs.of_case(job.case_id) == pairs
    assert given.store.topics.of_case(job.case_id) == topics


def test_a_long_import_is_compared_in_growing_steps(
    given: Given, monkeypatch: pytest.MonkeyPatch,
) -> None:
    sizes: list[int] = []
    compare = comparing.compare

    def notes(
        material: comparing.Material, model: Classifier | None = None,
    ) -> comparing.Outcome:
        sizes.append(len(material.readings))
        return compare(material, model)

    monkeypatch.setattr("app.services.comparing.compare", notes)

    given.imported(*(f"Pier {n} of the bridge is {n + 3} metres wide." for n in range(45)))

    assert sizes == [20, 40, 45]


def test_what_another_worker_has_in_hand_is_waited_for(given: Given) -> None:
    job_id = request(given, COURIER)
    item = taking_in.lease(given.store, at=NOON, lasting=timedelta(minutes=5))
    given.keep()
    waiting = threading.Thread(target=Worker(given.database, clock).run_until_idle)
    waiting.start()

    assert item is not None
    article = taking_in.read(item, taking_in.clean_text(item))
    with given.database.writing() as store:
        taking_in.keep(store, item, article, at=NOON)
    waiting.join()

    assert states(given.store.imports.job(job_id)) == [ItemState.DONE]


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < end, "nothing happened for ten seconds"
        time.sleep(0.02)


def test_the_thread_of_the_server_does_what_is_asked_and_stops(given: Given) -> None:
    worker = Worker(given.database, clock)
    worker.start()
    job_id = request(given, COURIER)

    def over() -> bool:
        with given.database.reading() as store:
            return store.imports.job(job_id).is_over

    wait_for(over)
    worker.stop()

    assert not [t for t in threading.enumerate() if t.name == "import worker"]
