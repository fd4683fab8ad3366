"""What tests of the adjudication workbench share: disputes, and how they are decided."""

from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair, Relation
from app.domain.tags import Ruling
from tests.factories import Given
from tests.web.markup import Markup

HTMX = {"HX-Request": "true", "HX-Target": "workbench"}
WHY = "Both plans show four piers."


def disputed(given: Given, n: int) -> Pair:
    pair = given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.")
    given.tag(pair, Relation.AGREE, by=given.reviewer("Ada"), note="Ada counted them.")
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    return pair


def seen(client: TestClient, pair: Pair, query: str = "") -> Markup:
    answer = client.get(f"/adjudicate/{pair.id}{query}")
    assert answer.status_code == 200
    return Markup.of(answer)


def fields(page: Markup) -> dict[str, str]:
    form = page.one("form#decision-form")
    return {one["name"]: one["value"] for one in form.all("input[type=hidden]")}


def settle(
    client: TestClient, pair: Pair, decision: str = "conflict", why: str = WHY, *,
    headers: dict[str, str] | None = None, act: str = "",
) -> Response:
    form = fields(seen(client, pair)) | {"decision": decision, "why": why}
    return client.post(f"/adjudicate/{pair.id}{act}", data=form, headers=headers)


def act_as(client: TestClient, given: Given, name: str) -> None:
    [who] = [one.id for one in given.store.people.active() if one.name == name]
    given.keep()
    client.post("/acting-as", data={"reviewer": who})


def rulings(given: Given, pair: Pair) -> list[Ruling]:
    found = [one.ruling for one in given.store.decisions.of(pair.id)]
    given.keep()
    return found
