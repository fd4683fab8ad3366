import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Relation
from app.services.importing import NewItem, request_import
from tests.factories import NOON, Given

RUNNING = {"hx-request": "true", "hx-target": "running"}


def test_a_first_visit_offers_the_two_ways_to_begin(
    client: TestClient, given_reviewer: None
) -> None:
    page = client.get("/").text

    assert "Compare your first articles" in page
    assert 'href="/import"' in page
    assert 'action="/sample"' in page


def test_it_opens_the_very_pair_that_comes_next(client: TestClient, given: Given) -> None:
    pair = given.pair()
    given.keep()

    page = client.get("/").text

    assert "1 pair waits for your tag" in page
    assert f'href="/pairs/{pair.id}?q=' in page
    assert "Harbour bridge" in page


def test_when_all_is_tagged_nothing_waits(client: TestClient, given: Given) -> None:
    given.tag(given.pair(), Relation.CONFLICT)
    given.keep()

    page = client.get("/").text

    assert "Nothing waits for you" in page
    assert "/report" in page


def test_activity_never_says_what_others_tagged_before_i_have(
    client: TestClient, given: Given
) -> None:
    given.reviewer()
    pair = given.pair()
    given.tag(pair, Relation.UNRELATED, by=given.reviewer("Bo"), note="Two bridges.")
    given.keep()

    page = client.get("/").text

    assert 'data-relation="unrelated"' not in page
    assert "Two bridges." not in page


def test_the_panel_of_running_imports_asks_again_until_none_runs(
    client: TestClient, given: Given
) -> None:
    case = given.case()
    request_import(given.store, given.reviewer(), case.id,
                   [NewItem(name="a.txt", raw=b"The bridge is closed.")], at=NOON)
    given.keep()

    busy = client.get("/", headers=RUNNING)

    assert busy.status_code == 200
    assert 'hx-trigger="every 2s"' in busy.text
    assert "0 of 1" in busy.text


def test_it_stops_asking_when_no_import_runs(client: TestClient, given_reviewer: None) -> None:
    idle = client.get("/", headers=RUNNING)

    assert idle.status_code == 286
    assert "hx-trigger" not in idle.text


def test_a_store_without_anybody_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/")

    assert answer.status_code == 403
    assert "diptych serve" in answer.text


@pytest.mark.parametrize("name", ["<b>Bridge</b>", "جسر الميناء", "x" * 200])
def test_any_name_of_a_case_stands_on_the_page(
    client: TestClient, given: Given, name: str
) -> None:
    given.case(name)
    given.keep()

    page = client.get("/cases").text

    assert "<b>Bridge</b>" not in page
    assert name.replace("<", "&lt;").replace(">", "&gt;") in page
