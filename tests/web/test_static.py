"""Style sheets as they are sent: small, and all that a page links within a budget."""

import re

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from app.settings import resources
from tests.factories import Given
from tests.web.markup import Markup

MOST = 40_960
"""Bytes of all style sheets of one page."""

MOST_SCRIPT = 12_288
"""Bytes of all scripts of ours together."""


def linked(client: TestClient, path: str) -> list[str]:
    page = Markup.of(client.get(path))
    return [client.get(link["href"]).text for link in page.all("link[rel=stylesheet]")]


@pytest.mark.parametrize("path", [
    "/", "/queue", "/queue?as=findings", "/pairs/{pair}", "/cases/{case}", "/help/keys",
    "/cases/{case}/claims", "/cases/{case}/articles/1", "/claims/1/correct", "/sources/1",
    "/topics/1/compare", "/topics/1/timeline", "/topics/1/row", "/cases/{case}/topics/edit",
])
def test_a_page_links_no_more_than_40_kilobytes_of_style(
    client: TestClient, given: Given, pairs: list[Pair], path: str
) -> None:
    given.topic(*pairs)
    given.keep()
    sheets = linked(client, path.format(pair=pairs[0].id, case=pairs[0].case_id))

    assert sum(len(sheet.encode()) for sheet in sheets) <= MOST


def test_a_sheet_is_sent_without_remarks_and_air_and_says_the_same(client: TestClient) -> None:
    answer = client.get("/static/css/components.css")

    assert answer.headers["content-type"].startswith("text/css")
    assert "/*" not in answer.text
    assert not re.search(r"\n|  |[{;] ", answer.text)
    assert answer.text.startswith("@layer components{.icon{inline-size:1rem;block-size:1rem;")
    assert ":is(th, td)" not in answer.text
    assert "min(47.5rem,calc(100vw - 2rem))" in answer.text


def test_all_scripts_of_ours_are_within_12_kilobytes_as_they_are_sent(client: TestClient) -> None:
    names = sorted(path.name for path in (resources() / "static" / "js").glob("*.js"))
    scripts = [client.get(f"/static/js/{name}") for name in names]

    assert all(script.headers["content-type"].startswith("text/javascript") for script in scripts)
    assert sum(len(script.content) for script in scripts) <= MOST_SCRIPT


def test_a_sheet_that_is_not_there_is_404(client: TestClient) -> None:
    assert client.get("/static/css/none.css").status_code == 404
