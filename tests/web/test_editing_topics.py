"""Topics in editing mode: forms, what they refuse, and what somebody else did meanwhile."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.claims import Claim
from app.domain.pairs import Reason
from app.domain.people import Role
from app.domain.topics import Answer, Topic
from app.services import arranging
from tests.factories import NOON, Given
from tests.web.markup import Markup

EDIT = "/cases/1/topics/edit"


@pytest.fixture
def claims(given: Given) -> tuple[Claim, ...]:
    """Topics 1 (Piers) and 2 (Cost) of two claims each, of the same two outlets."""
    given.reviewer("Ada")
    return told(given)


def told(given: Given) -> tuple[Claim, ...]:
    first = given.claims(given.article("Four piers.", "It cost a million.", source="Courier"))
    second = given.claims(given.article("Five piers.", "It cost two millions.", source="Herald"))
    given.paired(first[0], second[0])
    given.store.topics.propose(given.case().id, [
        Topic(label=label, reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value=claim.text[:12], version=n)
            for n, claim in enumerate(part, start=1)))
        for label, part in (("Piers", (first[0], second[0])), ("Cost", (first[1], second[1])))])
    given.keep()
    return (*first, *second)


def shown(client: TestClient, query: str = "") -> Markup:
    answer = client.get(f"{EDIT}{query}")
    assert answer.status_code == 200
    return Markup.of(answer)


def fields(page: Markup, form: str) -> dict[str, str | list[str]]:
    """What a browser would send of a form that nobody has touched."""
    found: dict[str, str | list[str]] = {}
    for field in page.all(f"{form} input"):
        if field.get("name") and field.get("type") not in {"checkbox", "radio"}:
            name, value = field["name"], field.get("value") or ""
            found[name] = [*found[name], value] if name in found else value
    return found


def followed(client: TestClient, answer: Response) -> Markup:
    assert answer.status_code == 303, answer.text
    return Markup.of(client.get(answer.headers["location"]))


def labels(page: Markup) -> list[str]:
    return page.words(".arrange__topic .matrix__label")


def test_a_name_is_typed_in_its_place_and_undone(
    client: TestClient, claims: tuple[Claim, ...],
) -> None:
    form = fields(shown(client, "?rename=1"), ".arrange__rename") | {"name": "Pillars"}

    page = followed(client, client.post("/topics/1/name", data=form))
    undone = followed(client, client.post(page.one(".arrange__saved")["action"]))

    assert labels(page) == ["Pillars", "Cost"]
    assert "You renamed “Piers” to “Pillars”" in page.one(".arrange__saved").text
    assert labels(undone) == ["Piers", "Cost"]


def merge_form(client: TestClient) -> dict[str, object]:
    page = Markup.of(client.get("/topics/merge?topic=1&topic=2"))
    rows = [(field["name"], field["value"]) for field in page.all("#merge input[type=hidden]")]
    return {"topic": [value for name, value in rows if name == "topic"],
            "seen": [value for name, value in rows if name == "seen"],
            "key": next(value for name, value in rows if name == "key"), "name": "Both"}


def test_merging_shows_before_and_after_and_then_does_it(
    client: TestClient, claims: tuple[Claim, ...],
) -> None:
    panel = Markup.of(client.get("/topics/merge?topic=1&topic=2")).one("#merge")

    page = followed(client, client.post("/topics/merge", data=merge_form(client)))

    assert panel.one("#name")["value"] == "Piers"
    assert panel.one(".merging__counts").text == (
        "1 pair stays with its tags. 2 pairs of claims more can be compared. "
        "2 outlets now give two values.")
    assert [len(side.all("tbody tr")) for side in panel.all(".merging__side")] == [2, 1]
    assert labels(page) == ["Both"]
    assert "merged “Piers” and “Cost” into “Both”" in page.one(".arrange__saved").text
    assert page.words(".emptied__one strong") == ["Cost"]


def test_claims_are_split_off_into_a_new_topic(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    form = fields(shown(client, "?split=1"), "#claims") | {
        "name": "Pillars", f"claim-{claims[0].id}": "new", f"claim-{claims[2].id}": "new"}

    page = followed(client, client.post("/topics/1/claims", data=form))

    assert labels(page) == ["Cost", "Pillars"]
    assert "moved 2 claims out of “Piers” to the new topic “Pillars”" in page.text
    assert page.words(".emptied__one strong") == ["Piers"]


def test_a_claim_goes_to_another_topic(client: TestClient, claims: tuple[Claim, ...]) -> None:
    form = fields(shown(client, "?move=1"), "#claims") | {
        f"claim-{claims[0].id}": "2", f"claim-{claims[2].id}": "stay"}

    page = followed(client, client.post("/topics/1/claims", data=form))

    assert "You moved 1 claim out of “Piers”" in page.one(".arrange__saved").text


def test_a_topic_is_made_by_hand(client: TestClient, claims: tuple[Claim, ...]) -> None:
    found = shown(client, "?do=make&find=million")
    form = fields(found, ".making__body") | {
        "name": "Price", "claim": [box["value"] for box in found.all(".making__claim input")]}

    page = followed(client, client.post("/cases/1/topics", data=form))

    assert len(found.all(".making__claim")) == 2
    assert labels(page) == ["Piers", "Cost", "Price"]


def test_topics_move_up_and_stay_selected(client: TestClient, claims: tuple[Claim, ...]) -> None:
    page = followed(client, client.post("/cases/1/topics/order",
                                        data={"topic": ["2"], "way": "up", "key": "k"}))

    assert labels(page) == ["Cost", "Piers"]
    assert page.one(".bulk__words strong").text == "1 topic selected"
    arranged = Markup.of(client.get("/cases/1?order=arranged"))
    assert arranged.words(".matrix__label") == ["Cost", "Piers"]


@pytest.mark.parametrize(("path", "form", "kept"), [
    ("/topics/1/name", {"name": "Cost", "seen": "0"}, "Cost"),
    ("/topics/merge", {"topic": ["1", "2"], "seen": ["0", "0"], "name": " "}, ""),
    ("/topics/1/claims", {"seen": "0", "name": "Typed"}, "Typed"),
    ("/cases/1/topics", {"name": "Typed"}, "Typed"),
])
def test_what_cannot_be_used_is_said_beside_what_was_typed(
    client: TestClient, claims: tuple[Claim, ...], path: str, form: dict[str, str], kept: str,
) -> None:
    answer = client.post(path, data=form)
    page = Markup.of(answer)

    assert answer.status_code == 422
    assert page.one("title").text.startswith("Error: ")
    assert page.all("#problems a")
    assert (page.one("#name").get("value") or "").strip() == kept


def test_somebody_elses_change_is_told_with_both_states(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    form = fields(shown(client, "?rename=1"), ".arrange__rename") | {"name": "Pillars"}
    arranging.rename_topic(given.store, given.reviewer("Bo"), 1, "Columns", seen=0, key="",
                           at=NOON)
    given.keep()

    answer = client.post("/topics/1/name", data=form)
    page = Markup.of(answer)

    assert answer.status_code == 409
    assert "Bo renamed “Piers” to “Columns”" in page.one(".arrange__late").text
    assert page.words(".arrange__states dd")[-1] == "Pillars"
    assert page.one("#name")["value"] == "Pillars"
    assert "Was: Columns" in page.one(".arrange__rename").text


def test_a_topic_that_was_merged_away_meanwhile_is_told_too(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    form = fields(shown(client, "?rename=2"), ".arrange__rename") | {"name": "Price"}
    arranging.merge_topics(given.store, given.reviewer("Bo"), {1: 0, 2: 0}, "Both", key="",
                           at=NOON)
    given.keep()

    answer = client.post("/topics/2/name", data=form)

    assert answer.status_code == 409
    late = Markup.of(answer).one(".arrange__late")
    assert "Bo merged “Piers” and “Cost” into “Both”" in late.text
    assert "Price" in late.text


@pytest.mark.parametrize(("path", "status"), [
    ("/cases/9/topics/edit", 404), (f"{EDIT}?rename=9", 404), (f"{EDIT}?move=x", 422),
    (f"{EDIT}?after=9", 422), ("/topics/merge?topic=1", 422), ("/topics/merge", 422),
    ("/topics/merge?topic=1&topic=9", 404), (f"{EDIT}?saved=77", 200),
])
def test_addresses_that_no_page_wrote(
    client: TestClient, claims: tuple[Claim, ...], path: str, status: int,
) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize(("path", "form", "status"), [
    ("/topics/9/name", {"name": "x", "seen": "0"}, 404),
    ("/topics/1/name", {"name": "x"}, 422),
    ("/topics/1/claims", {"seen": "0", "claim-1": "somewhere"}, 422),
    ("/topics/merge", {"topic": ["1", "2"], "seen": ["0"], "name": "x"}, 422),
    ("/cases/1/topics/order", {"topic": ["1"], "way": "left"}, 422),
    ("/topics/edits/9/undo", {}, 404),
])
def test_forms_that_no_page_sent(
    client: TestClient, claims: tuple[Claim, ...], path: str, form: dict[str, str], status: int,
) -> None:
    assert client.post(path, data=form).status_code == status


def test_a_viewer_sees_no_form(client: TestClient, given: Given) -> None:
    given.reviewer("Eve", Role.VIEWER)
    told(given)

    page = shown(client)

    assert [page.all(name) for name in (".bulk", ".arrange__links", ".arrange__check")] == [
        [], [], []]
    assert client.post("/topics/1/name", data={"name": "x", "seen": "0"}).status_code == 403
