"""Answering a pair as a browser does: open its page, send its form."""

from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair, Relation
from tests.factories import Given
from tests.web.markup import Markup

HTMX = {"HX-Request": "true", "HX-Target": "workbench"}
NOTE = "The plan of 1962 shows four."


def opened(client: TestClient, pair: Pair, query: str = "") -> dict[str, str]:
    """The form as the page of the pair shows it."""
    answer = client.get(f"/pairs/{pair.id}", params={"q": query})
    assert answer.status_code == 200
    return Markup.of(answer).fields()


def tagged(
    client: TestClient, pair: Pair, relation: str = "agree", *,
    query: str = "", headers: dict[str, str] | None = None, **fields: str,
) -> Response:
    """Open the pair and press a button of the tag bar."""
    form = opened(client, pair, query) | {"tag": relation} | fields
    return client.post(f"/pairs/{pair.id}/tag", data=form, headers=headers)


def relations(given: Given, pair: Pair) -> list[Relation | None]:
    found = [tag.relation for tag in given.store.tags.of(pair.id)]
    given.keep()
    return found
