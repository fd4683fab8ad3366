"""The queue as findings as a browser has it: open it, send a form, follow the answer."""

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.web.markup import Element, Markup


def findings(client: TestClient, query: str = "") -> Markup:
    answer = client.get(f"/queue?{query}&as=findings")
    assert answer.status_code == 200
    return Markup.of(answer)


def sent(form: Element, **more: object) -> dict[str, object]:
    """The hidden fields of a form, lists kept, and what is added."""
    fields: dict[str, list[str]] = {}
    for each in form.all("input[type=hidden]"):
        fields.setdefault(each["name"], []).append(each["value"])
    return {**fields, **more}


def followed(client: TestClient, answer: Response) -> Markup:
    assert answer.status_code == 303, answer.text[:400]
    return Markup.of(client.get(answer.headers["location"]))
