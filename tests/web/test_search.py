"""Search in the browser: the field on every page, results, and what is refused."""

from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from tests.web.markup import Markup


def test_every_page_has_the_search_field_with_its_key(
    client: TestClient, pairs: list[Pair]
) -> None:
    for path in ("/", "/queue", f"/pairs/{pairs[0].id}", f"/cases/{pairs[0].case_id}"):
        [field] = Markup.of(client.get(path)).all(".finder__field")

        assert (field["name"], field["data-key"]) == ("s", "/")


def test_results_link_to_the_claims_and_keep_the_words_in_the_field(
    client: TestClient, pairs: list[Pair]
) -> None:
    page = Markup.of(client.get("/search", params={"s": "four piers"}))

    assert page.one("h1").text == "6 results for “four piers”"
    assert page.one(".finder__field")["value"] == "four piers"
    assert page.all(".found__word")[0].text == "four piers"
    assert "#claim-" in page.all(".found__door")[0]["href"]


def test_markup_in_what_is_typed_stays_words(client: TestClient, pairs: list[Pair]) -> None:
    answer = client.get("/search", params={"s": "<b onclick=x>piers</b>"})

    assert answer.status_code == 200
    assert "<b onclick" not in answer.text


def test_a_filter_that_no_page_wrote_is_refused(client: TestClient, pairs: list[Pair]) -> None:
    assert client.get("/search?s=piers&case=x").status_code == 422
    assert client.get("/search?s=piers&kind=people").status_code == 422


def test_a_day_that_is_none_is_shown_again_with_what_is_wrong(
    client: TestClient, pairs: list[Pair]
) -> None:
    answer = client.get("/search", params={"s": "piers", "from": "soon"})

    page = Markup.of(answer)
    assert answer.status_code == 422
    assert page.one("#from")["value"] == "soon"
    assert page.one("#from")["aria-invalid"] == "true"
    assert page.one("title").text.startswith("Error: ")
