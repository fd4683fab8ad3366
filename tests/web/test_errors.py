import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from app.domain.errors import (
    Conflict,
    DiptychError,
    Invalid,
    NotAllowed,
    NotFound,
    TooLarge,
    TooMany,
    Unavailable,
)

HTMX = {"hx-request": "true", "hx-target": "workbench"}


def failing(client: TestClient, error: Exception) -> TestClient:
    """The client, with an address that fails like this."""
    assert isinstance(client.app, FastAPI)

    @client.app.get("/fail")
    def fail() -> None:
        raise error

    client.app.router.routes.insert(0, client.app.router.routes.pop())
    return client


@pytest.mark.parametrize(("error", "status"), [
    (NotFound("No pair 7 is here."), 404),
    (NotAllowed("Viewers read."), 403),
    (Conflict("This pair was settled."), 409),
    (Invalid({"name": "Give it a name."}), 422),
    (TooLarge("This has 60 MB."), 413),
    (TooMany("Wait a minute."), 429),
    (Unavailable("The database is busy."), 503),
])
def test_an_error_of_the_domain_is_a_page_with_its_sentence(
    client: TestClient, error: DiptychError, status: int
) -> None:
    answer = failing(client, error).get("/fail")

    assert answer.status_code == status
    assert error.sentence in answer.text
    assert "<h1" in answer.text
    assert "</html>" in answer.text


def test_htmx_is_told_in_a_message_beside_the_control(client: TestClient) -> None:
    answer = failing(client, Conflict("This pair was settled.")).get("/fail", headers=HTMX)

    assert answer.status_code == 409
    assert 'class="message"' in answer.text
    assert "This pair was settled." in answer.text
    assert "</html>" not in answer.text


def test_a_bug_is_a_page_with_a_number_and_one_line_in_the_log(client: TestClient) -> None:
    with capture_logs() as logged:
        answer = failing(client, ZeroDivisionError("secret detail")).get("/fail")

    number = re.search(r"[0-9A-F]{4}-[0-9A-F]{4}", answer.text)
    assert answer.status_code == 500
    assert number
    assert [line["reference"] for line in logged] == [number[0]]
    assert "secret detail" not in answer.text
    assert "Nothing you saved is lost" in answer.text


def test_htmx_is_told_the_number_too(client: TestClient) -> None:
    answer = failing(client, ZeroDivisionError()).get("/fail", headers=HTMX)

    assert re.search(r"[0-9A-F]{4}-[0-9A-F]{4}\.", answer.text)
    assert "</html>" not in answer.text


def test_a_busy_server_says_when_to_try_again(client: TestClient) -> None:
    answer = failing(client, Unavailable("The database is busy.")).get("/fail?a=1&b=2")

    assert answer.headers["retry-after"] == "5"
    assert 'href="/fail?a=1&amp;b=2"' in answer.text


@pytest.mark.parametrize("path", ["/nowhere", "/cases/seven", "/cases/999", "/cases/1/nowhere"])
def test_what_is_not_here_is_a_page(client: TestClient, given_reviewer: None, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert "Go to the overview" in answer.text


def test_an_address_that_only_takes_forms_says_so(client: TestClient) -> None:
    answer = client.get("/sample")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"
    assert "only answers a form" in answer.text


def test_a_number_beyond_every_database_is_not_here(
    client: TestClient, given_reviewer: None
) -> None:
    assert client.get(f"/cases/{10**30}").status_code == 404
    assert client.post(f"/pairs/{2**63}/undo").status_code == 404


def test_a_field_that_no_form_has_refuses_the_form(
    client: TestClient, given_reviewer: None
) -> None:
    answer = client.post("/cases", data={"name": "Bridge", "opened_by": "7"})

    assert answer.status_code == 422
