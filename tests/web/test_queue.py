import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Reason, Relation
from tests.factories import Given

PARTS = {"hx-request": "true", "hx-target": "results"}


@pytest.fixture
def pairs(given: Given) -> list[int]:
    """A conflict about a number and an agreement about a date."""
    given.reviewer()
    one = given.pair(relation=Relation.CONFLICT, reason=Reason.NUMBER)
    other = given.pair("It closed on Monday.", "On Monday it closed.", relation=Relation.AGREE,
                       reason=Reason.DATE, sources=("Gazette", "Tribune"))
    given.keep()
    return [one.id, other.id]


def test_a_row_shows_both_claims_the_reason_and_the_suggestion(
    client: TestClient, pairs: list[int]
) -> None:
    page = client.get("/queue").text

    assert "The bridge stands on four piers." in page
    assert "Five piers carry the bridge." in page
    assert 'data-relation="conflict" data-state="suggested"' in page
    assert "2 pairs are not yet tagged by you." in page


def test_a_filter_lives_in_the_address_and_is_said_in_words(
    client: TestClient, pairs: list[int]
) -> None:
    page = client.get("/queue?suggested=agree&order=number").text

    assert "1 pair" in page
    assert "suggested agree" in page
    assert "It closed on Monday." in page
    assert "four piers" not in page
    assert 'id="suggested-agree" name="suggested" value="agree" checked' in page
    assert '<option value="number" selected>' in page


def test_htmx_gets_the_list_and_beside_it_the_counts(
    client: TestClient, pairs: list[int]
) -> None:
    part = client.get("/queue?suggested=agree", headers=PARTS).text

    assert 'id="results"' in part
    assert 'id="n-suggested-conflict" hx-swap-oob="true"' in part
    assert '<div class="queue-list__head" id="results-head" hx-swap-oob="true">' in part
    assert 'id="filters"' not in part


def test_it_can_be_filtered_without_a_script(client: TestClient, pairs: list[int]) -> None:
    page = client.get("/queue").text

    assert '<form class="filters" id="filters" method="get" action="/queue"' in page
    assert "<noscript><button" in page
    assert 'form="filters"' in page


def test_start_opens_the_first_pair_of_the_list(
    client: TestClient, pairs: list[int]
) -> None:
    page = client.get("/queue?suggested=agree").text

    assert f'href="/pairs/{pairs[1]}?q=suggested%3Dagree"' in page


def test_a_filter_that_matches_nothing_offers_the_way_back(
    client: TestClient, pairs: list[int]
) -> None:
    page = client.get("/queue?suggested=agree&reason=number").text

    assert "No pair matches these filters" in page
    assert "There are 2 pairs in your cases, but none" in page
    assert "Clear filters" in page
    assert "Remove only" in page


def test_without_pairs_it_says_where_they_come_from(
    client: TestClient, given_reviewer: None
) -> None:
    page = client.get("/queue").text

    assert "No pairs yet" in page
    assert 'href="/import"' in page


def test_the_tab_of_a_case_shows_its_own_pairs(
    client: TestClient, given: Given, pairs: list[int]
) -> None:
    other = given.case("Another story")
    given.pair("Ten ships came.", "Nine ships came.", case=other)
    given.keep()

    page = client.get(f"/cases/{other.id}/pairs").text

    assert "Ten ships came." in page
    assert "four piers" not in page
    assert 'name="case"' not in page
    assert f'action="/cases/{other.id}/pairs"' in page


def test_what_has_no_control_is_carried_along(client: TestClient, pairs: list[int]) -> None:
    page = client.get("/queue?size=50&suggested=agree").text

    assert '<input type="hidden" name="size" value="50">' in page


def test_others_are_named_but_never_what_they_tagged(
    client: TestClient, given: Given, pairs: list[int]
) -> None:
    pair = given.store.pairs.of_case(given.case().id)[0]
    given.tag(pair, Relation.UNRELATED, by=given.reviewer("Bo"))
    given.keep()

    page = client.get("/queue").text

    assert '<span class="letter">B</span>' in page
    assert 'data-relation="unrelated" data-state="tagged"' not in page


@pytest.mark.parametrize("query", [
    "suggested=maybe", "reason=none", "case=x", "case=1&case=2", "order=random", "size=7",
    "after=zzz", "before=%27", "source=-1", "mine=always",
])
def test_a_filter_that_no_page_wrote_is_refused(
    client: TestClient, pairs: list[int], query: str
) -> None:
    assert client.get(f"/queue?{query}").status_code == 422


def test_pages_of_25_go_on_and_back(client: TestClient, given: Given) -> None:
    for number in range(27):
        given.pair(f"The bridge has {number} lamps.", f"There are {number + 1} lamps.")
    given.keep()

    first = client.get("/queue?order=number").text
    onward = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = client.get(onward.replace("&amp;", "&")).text

    assert "1–25 of 27" in first
    assert "26–27 of 27" in second
    assert 'rel="prev"' in second


def test_a_list_of_one_case_is_the_tab_of_that_case(
    client: TestClient, given: Given, pairs: list[int]
) -> None:
    case = given.store.pairs.get(pairs[0]).case_id
    given.keep()

    answer = client.get(f"/queue?case={case}&suggested=agree&order=number")

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/cases/{case}/pairs?suggested=agree&order=number"
