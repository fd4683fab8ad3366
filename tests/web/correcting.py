"""The form that puts a claim right, for tests that read it and send it."""

from datetime import date
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from app.domain.claims import Claim
from app.domain.facts import FactKind
from app.domain.pairs import Pair
from app.services.importing import NewItem
from tests.factories import Given
from tests.web.markup import Markup

ON = date(2026, 3, 4)
LEFT = "The council of Orby approved the bridge by 13-0 on Tuesday. It is <b>made</b> of iron."
RIGHT = "The council of Orby approved the bridge by 12-1 on Tuesday."


def two_tallies(given: Given) -> Pair:
    """Two tallies of one vote, read and compared by the real engine, kept for the client."""
    given.imported(
        NewItem(name="left.txt", raw=LEFT.encode(), source="Courier & Sons", published_on=ON),
        NewItem(name="right.txt", raw=RIGHT.encode(), source="Herald", published_on=ON))
    found = next(pair for pair in given.store.pairs.of_case(given.case().id)
                 if "13-0" in given.store.claims.get(pair.key.first).text)
    given.keep()
    return found


def of(given: Given, pair: Pair) -> Claim:
    found = given.store.claims.get(pair.key.first)
    given.keep()
    return found


def article_of(given: Given, pair: Pair) -> str:
    """The address of the first claim's article."""
    number = given.store.claims.article_of(pair.key.first)
    given.keep()
    return f"/cases/{pair.case_id}/articles/{number}"


def page(client: TestClient, address: str, status: int = 200) -> Markup:
    answer = client.get(address)
    assert answer.status_code == status
    return Markup(answer.text)


def form(shown: Markup) -> dict[str, str | list[str]]:
    """What the form would send as it stands."""
    inside = shown.one("form[id=nothing]")
    several = ("value", "added", "added_words", "added_kind")
    sent: dict[str, str | list[str]] = {name: [] for name in several}
    fields = [(field["name"], field["value"]) for field in inside.all("input")
              if field.get("type") != "checkbox"]
    fields += [(field["name"], field.one("option[selected]")["value"])
               for field in inside.all("select")]
    for name, value in fields:
        sent[name] = [*sent[name], value] if name in several else value
    return sent


def opened(client: TestClient, pair: Pair, back: str = "") -> Markup:
    query = urlencode({"pair": pair.id, "back": back or f"/pairs/{pair.id}?q=mine%3Dnot_yet"})
    return page(client, f"/claims/{pair.key.first}/correct?{query}")


def save(client: TestClient, pair: Pair, **changed: str | list[str]) -> tuple[int, str, Markup]:
    """Status, address to go on to, and page of a form sent with these fields changed."""
    answer = client.post(f"/claims/{pair.key.first}/correct",
                         data=form(opened(client, pair)) | changed)
    text = answer.text or "<p></p>"
    return answer.status_code, answer.headers.get("location", ""), Markup(text)


def with_vote(given: Given, pair: Pair, typed: str) -> list[str]:
    return [typed if fact.kind is FactKind.VOTE else str(fact.value)
            for fact in of(given, pair).facts]
