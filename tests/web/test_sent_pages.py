"""A bookmark that sends the page somebody reads to the import form."""

from fastapi.testclient import TestClient

from tests.factories import Given
from tests.web.markup import Markup

SENT = {
    "way": "paste", "title": "Bridge <b>opens</b>", "source": "example.org",
    "address": "https://example.org/news?id=1", "text": "The bridge opened.\n\nIt rained.",
}


def test_the_import_page_offers_the_bookmark_and_its_text(
    client: TestClient, given_reviewer: None
) -> None:
    page = Markup.of(client.get("/import"))

    link = page.one("[data-bookmarklet]")["href"]
    assert link.startswith("javascript:")
    assert "http://127.0.0.1:8000/import" in link
    assert page.one("textarea[readonly]").text == link


def test_what_a_page_sends_stands_in_the_fields_and_nothing_is_saved(
    client: TestClient, given: Given, given_reviewer: None
) -> None:
    page = Markup.of(client.get("/import", params=SENT))

    assert page.one("#title")["value"] == "Bridge <b>opens</b>"
    assert page.one("#address")["value"] == SENT["address"]
    assert page.one("#source")["value"] == "example.org"
    assert page.one("#text").text == "The bridge opened. It rained."
    assert "Nothing is saved" in page.one(".sent").text


def test_a_text_that_was_cut_is_told(client: TestClient, given_reviewer: None) -> None:
    page = Markup.of(client.get("/import", params=SENT | {"cut": "1"}))

    assert "Only the first part" in page.one(".sent").text


def test_a_page_without_selection_asks_for_the_text(
    client: TestClient, given_reviewer: None
) -> None:
    page = Markup.of(client.get("/import", params=SENT | {"text": ""}))

    assert "No text was selected" in page.one(".sent").text


def test_the_address_is_kept_with_the_article(client: TestClient, given: Given) -> None:
    given.reviewer()
    given.keep()

    answer = client.post("/import", data=SENT | {"case": "Bridge", "published_on": ""})

    assert answer.status_code == 303
    [item] = given.store.imports.job(1).items
    assert item.name == SENT["address"]


def test_an_address_that_is_none_is_said_beside_its_field(
    client: TestClient, given_reviewer: None
) -> None:
    answer = client.post("/import", data=SENT | {"case": "Bridge", "address": "javascript:x()"})

    page = Markup.of(answer)
    assert answer.status_code == 422
    assert page.one("#address")["value"] == "javascript:x()"
    assert page.one("#address-error").text.endswith("https://example.org/news")
