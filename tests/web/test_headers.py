import re

import pytest
from fastapi.testclient import TestClient

from tests.factories import Given

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
EVERY_KIND = {
    "a page": "/cases",
    "a redirecting form": "POST /cases",
    "an address that is not here": "/nowhere",
    "a form's address, opened": "/sample",
    "a wrong number": "/cases/seven",
    "a style sheet": "/static/css/base.css",
    "a missing file": "/static/css/none.css",
    "the health": "/health",
}


@pytest.mark.parametrize("request_line", EVERY_KIND.values(), ids=EVERY_KIND)
def test_every_answer_carries_the_headers_that_protect_it(
    client: TestClient, given: Given, request_line: str
) -> None:
    given.reviewer()
    given.keep()
    method, path = request_line.split() if " " in request_line else ("GET", request_line)

    answer = client.request(method, path, data={"name": "Bridge"} if method == "POST" else None)

    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]


def test_a_failing_page_and_a_refused_request_carry_them_too(client: TestClient) -> None:
    refused = client.get("/cases", headers={"host": "elsewhere.example"})
    client.app.state.clock = None  # type: ignore[attr-defined]
    client.app.state.database = None  # type: ignore[attr-defined]
    failed = client.get("/cases")

    assert (refused.status_code, failed.status_code) == (421, 500)
    assert {refused.headers["content-security-policy"],
            failed.headers["content-security-policy"]} == {CSP}


def test_pages_are_not_stored_and_style_sheets_are(client: TestClient, given: Given) -> None:
    given.reviewer()
    given.keep()
    page = client.get("/cases")
    sheet = re.search(r'href="(/static/css/base\.css\?v=[0-9a-f]+)"', page.text)

    assert page.headers["cache-control"] == "no-store"
    assert sheet
    assert "immutable" in client.get(sheet[1]).headers["cache-control"]
    assert client.get("/static/css/base.css").headers["cache-control"] == "no-cache"


def test_parts_of_pages_are_told_apart_by_who_asks(client: TestClient, given: Given) -> None:
    given.reviewer()
    given.keep()

    assert client.get("/cases").headers["vary"] == "HX-Request, HX-Target"
