from collections.abc import Iterable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute

from app.web.dependencies import StoreDep
from tests.factories import Given

SAFE = {"GET", "HEAD", "OPTIONS"}
STRANGERS: dict[str, dict[str, str]] = {
    "another site": {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8000"},
    "another port of this machine": {"sec-fetch-site": "same-site"},
    "a typed address": {"sec-fetch-site": "none"},
    "an older browser elsewhere": {"origin": "https://elsewhere.example"},
    "a sandboxed page": {"origin": "null"},
    "no browser": {},
}


def unsafe_routes(routes: Iterable[BaseRoute]) -> Iterator[tuple[str, str]]:
    """Method and address of every route that is not only read, included ones too."""
    for route in routes:
        if isinstance(route, APIRoute):
            for method in (route.methods or set()) - SAFE:
                yield method, route.path.format(**dict.fromkeys(route.param_convertors, 1))
        elif hasattr(route, "original_router"):
            yield from unsafe_routes(route.original_router.routes)


@pytest.mark.parametrize("headers", STRANGERS.values(), ids=STRANGERS)
def test_no_route_takes_a_form_from_a_stranger(
    client: TestClient, headers: dict[str, str]
) -> None:
    client.headers.pop("sec-fetch-site")
    assert isinstance(client.app, FastAPI)
    routes = list(unsafe_routes(client.app.routes))

    answers = {(method, path): client.request(method, path, headers=headers).status_code
               for method, path in routes}

    assert answers.keys() >= {("POST", "/cases"), ("POST", "/pairs/1/tag"), ("POST", "/sample")}
    assert set(answers.values()) == {403}


def test_a_refused_form_changes_nothing(client: TestClient, given: Given) -> None:
    given.reviewer()
    given.keep()

    client.post("/cases", data={"name": "Bridge"}, headers={"sec-fetch-site": "cross-site"})

    assert given.store.cases.all() == ()


def test_an_older_browser_is_known_by_its_origin(client: TestClient, given: Given) -> None:
    given.reviewer()
    given.keep()
    client.headers.pop("sec-fetch-site")

    answer = client.post(
        "/cases", data={"name": "Bridge"}, headers={"origin": "http://127.0.0.1:8000"}
    )

    assert answer.status_code == 303


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_this_machine_is_served_under_all_its_names(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", ""])
def test_a_name_that_was_bent_to_this_machine_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"host": host}).status_code == 421


def test_get_routes_are_given_a_store_that_cannot_write(client: TestClient) -> None:
    assert isinstance(client.app, FastAPI)

    @client.app.get("/write")
    def write(store: StoreDep) -> None:
        store.connection.exec_driver_sql("DELETE FROM cases")

    assert client.get("/write").status_code >= 500
