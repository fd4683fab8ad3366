"""Rows selected in the queue, and views kept under a name."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair, Relation
from tests.factories import NOON, Given
from tests.web.answering import relations
from tests.web.finding import followed, sent
from tests.web.markup import Markup

# --- Rows selected in the list ----------------------------------------------------------


def select(client: TestClient, *pairs: Pair, **more: object) -> Response:
    form = Markup.of(client.get("/queue")).one("form#selected")
    return client.post("/queue/selected", data=sent(form, pair=[p.id for p in pairs], **more))


def test_rows_are_selected_and_tagged_without_a_script(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    page = Markup.of(client.get("/queue"))

    done = followed(client, select(client, *slip[:2], do="unrelated"))

    assert len(page.all("form#selected input[name=pair]")) == 5
    assert done.one("form.pressed").text.startswith("2 pairs saved as unrelated")
    assert relations(given, slip[1]) == [Relation.UNRELATED]


def test_assigned_pairs_are_a_filter_of_whom_they_are_assigned_to(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer("Ada")
    given.keep()
    before = Markup.of(client.get("/queue"))

    done = followed(client, select(client, *slip[:2], do="assign", who=me.id))
    mine = Markup.of(client.get("/queue?assigned=1&suggested=conflict"))

    assert "Assigned" not in before.text
    assert done.one("form.pressed").text.startswith("2 pairs assigned to Ada")
    assert done.one("span#n-assigned-1").text == "2"
    assert len(mine.all("tr[data-row]")) == 2
    assert "assigned to me" in mine.text
    assert done.one("span#n-mine-not_yet").text == "5"


@pytest.mark.parametrize(("data", "status"), [
    ({"do": "unrelated"}, 422), ({"do": "conflict", "pair": "1"}, 422),
    ({"do": "unrelated", "pair": "x"}, 422), ({"do": "unrelated", "pair": "99999"}, 404),
    ({"do": "assign", "pair": "1", "who": "99"}, 422),
    ({"do": "assign", "pair": "1", "unknown": "1"}, 422),
])
def test_a_selection_that_cannot_be_is_refused(
    client: TestClient, slip: list[Pair], data: dict[str, str], status: int
) -> None:
    assert client.post("/queue/selected", data=data).status_code == status


def test_a_press_comes_back_to_its_page_and_to_no_other_site(
    client: TestClient, slip: list[Pair]
) -> None:
    here = select(client, slip[0], do="unrelated", back="/queue?mine=not_yet")
    away = select(client, slip[1], do="unrelated", back="//elsewhere.example/")

    assert here.headers["location"].startswith("/queue?mine=not_yet&done=")
    assert away.headers["location"].startswith("/queue?done=")


# --- Views ------------------------------------------------------------------------------


def test_a_filter_is_kept_under_a_name_opened_and_removed_with_a_way_back(
    client: TestClient, slip: list[Pair]
) -> None:
    page = Markup.of(client.get("/queue?suggested=conflict&order=number"))
    form = page.one("form.views__new")

    kept = followed(client, client.post("/views", data=sent(form, name="  My  conflicts ")))
    link = kept.one("a.views__link")
    remove = kept.one("li.views__one form")
    gone = followed(client, client.post(remove["action"], data=sent(remove)))
    undo = gone.one("form.pressed")
    again = followed(client, client.post(undo["action"], data=sent(undo)))

    assert (link.text, link["href"]) == (
        "My conflicts", "/queue?suggested=conflict&order=number")
    assert link["aria-current"] == "page"
    assert gone.all("a.views__link") == []
    assert again.words("a.views__link") == ["My conflicts"]


def test_a_view_is_its_owners_alone_and_a_name_stands_once(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    for query in ("suggested=agree", "suggested=conflict"):
        client.post("/views", data={"name": "Mine", "query": query})
    bo = given.reviewer("Bo")
    given.store.views.save(bo.id, "Bo’s", "", at=NOON)
    given.keep()

    page = Markup.of(client.get("/queue"))

    assert [(link.text, link["href"]) for link in page.all("a.views__link")] == [
        ("Mine", "/queue?suggested=conflict")]


@pytest.mark.parametrize("data", [
    {"name": " ", "query": ""}, {"name": "x" * 81, "query": ""},
    {"name": "Bad", "query": "suggested=maybe"}, {"name": "\0", "query": ""},
])
def test_a_view_without_a_name_or_with_a_strange_filter_is_refused(
    client: TestClient, slip: list[Pair], data: dict[str, str]
) -> None:
    assert client.post("/views", data=data).status_code == 422
