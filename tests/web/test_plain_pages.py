import re

import pytest
from fastapi.testclient import TestClient

from app.web.render import environment

PAGES = ("/", "/cases", "/cases/new", "/queue", "/import", "/import?way=paste", "/help/keys",
         "/nowhere")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
)
BOOKMARK = re.compile(
    r'href="javascript:[^"]*" data-bookmarklet|>javascript:[^<]*</textarea>')
"""The one address that does nothing here: it is dragged to a browser's own bar."""
WITHOUT_IT = {"a", "form", "button", "textarea", "section", "div"}
"""Links and forms go without htmx; a note is sent with its form, a progress has "Check again"."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_nothing_that_its_policy_forbids(
    client: TestClient, given_reviewer: None, path: str
) -> None:
    text = BOOKMARK.sub("", client.get(path).text)

    assert INLINE.search(text) is None


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_a_title_that_begins_with_it_and_a_way_past_the_bar(
    client: TestClient, given_reviewer: None, path: str
) -> None:
    text = client.get(path).text

    assert text.count("<h1") == 1
    assert re.search(r"<title>[^<]+ – Diptych</title>", text)
    assert 'href="#main"' in text
    assert 'id="main"' in text


def test_every_request_of_htmx_stands_on_a_link_or_a_form_that_works_without_it() -> None:
    for name in environment().list_templates(extensions=["html"]):
        source, _, _ = environment().loader.get_source(environment(), name)  # type: ignore[union-attr]
        for element in re.findall(r"<(\w+)[^<>]*\shx-(?:get|post)=", source):
            assert element in WITHOUT_IT, (name, element)
        assert "hx-on" not in source, name


def test_the_sheets_and_the_script_are_small(client: TestClient) -> None:
    script = client.get("/static/js/keys.js")
    shared = sum(len(client.get(f"/static/css/{name}.css").content)
                 for name in ("tokens", "base", "layout", "components", "print"))

    assert len(script.content) <= 12_000
    assert shared <= 34_000
