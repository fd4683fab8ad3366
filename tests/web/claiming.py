"""The list of claims of a case, for tests that read it and send its forms."""

from datetime import date

from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from app.services.importing import NewItem
from tests.factories import Given
from tests.web.markup import Element, Markup

ON = date(2026, 3, 4)
LEFT = ("The council of Orby approved the bridge by 13-0 on Tuesday; it opens in May. "
        "Mayor Ann Marlow said the work would cost $5 million.")
RIGHT = "The council of Orby approved the bridge by 12-1 on Tuesday."
LONG_NAME = "<b>Courier</b> & Sons " + "x" * 150


def two_tallies(given: Given) -> Pair:
    """Two tallies of one vote, read and compared by the real engine, kept for the client."""
    given.imported(
        NewItem(name="left.txt", raw=LEFT.encode(), source=LONG_NAME, published_on=ON),
        NewItem(name="right.txt", raw=RIGHT.encode(), source="Herald", published_on=ON))
    found = next(pair for pair in given.store.pairs.of_case(given.case().id)
                 if "13-0" in given.store.claims.get(pair.key.first).text)
    given.keep()
    return found


def listed(client: TestClient, query: str = "", status: int = 200) -> Markup:
    answer = client.get(f"/cases/1/claims{query}")
    assert answer.status_code == status, answer.text[:400]
    return Markup(answer.text)


def texts(shown: Element) -> list[str]:
    return shown.words("th.claim-table__words")


def ids(given: Given, pair: Pair) -> list[int]:
    found = [claim.id for claim in given.store.claims.of_article(
        given.store.claims.article_of(pair.key.first))]
    given.keep()
    return found


def sent(shown: Element) -> dict[str, str | list[str]]:
    """What the open form sends as it stands."""
    form = shown.one("form[id=nothing]")
    told: dict[str, str | list[str]] = {"claim": []}
    for field in form.all("input"):
        if field.get("type") in {"hidden", None} and field.get("name") == "claim":
            told["claim"] = [*told["claim"], field["value"]]
        elif field.get("type") == "hidden":
            told[field["name"]] = field["value"]
    for field in form.all("select"):
        if field["name"] != "added_kind":
            told[field["name"]] = (
                field.all("option[selected]") or field.all("option"))[0]["value"]
    return {name: value for name, value in told.items() if value != []}
