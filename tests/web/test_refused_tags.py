"""Tags that are not counted: too late, not allowed, or sent by no page of ours."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from tests.factories import Given
from tests.web.answering import HTMX, NOTE, opened, relations, tagged
from tests.web.markup import Markup


def test_an_old_page_is_refused_in_place_and_its_note_stays(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    old = opened(client, pairs[0])
    tagged(client, pairs[0], "agree")

    answer = client.post(f"/pairs/{pairs[0].id}/tag", data=old | {"tag": "conflict", "note": NOTE})

    assert answer.status_code == 409
    page = Markup.of(answer)
    refused = page.one("section.refused")
    assert refused["role"] == "alert"
    assert "was not counted" in refused.text
    assert page.one("title").text.startswith("Error: Pair 1")
    assert page.fields()["note"] == NOTE
    assert relations(given, pairs[0]) == [Relation.AGREE]


def test_what_was_refused_can_be_applied_again_with_one_press(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    old = opened(client, pairs[0])
    tagged(client, pairs[0], "agree")
    late = client.post(f"/pairs/{pairs[0].id}/tag", data=old | {"tag": "conflict", "note": NOTE})
    page = Markup.of(late)
    again = page.one("section.refused").one("button")

    answer = client.post(f"/pairs/{pairs[0].id}/tag",
                         data=page.fields() | {again["name"]: again["value"]})

    assert answer.status_code == 303
    assert relations(given, pairs[0]) == [Relation.AGREE, Relation.CONFLICT]


def test_a_settled_pair_takes_no_tag_and_shows_what_was_settled(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    old = opened(client, pairs[0])
    given.settlement(pairs[0], Relation.RELATED, why="Two different bridges.")
    given.keep()

    answer = client.post(f"/pairs/{pairs[0].id}/tag", data=old | {"tag": "conflict", "note": NOTE})

    page = Markup.of(answer)
    assert answer.status_code == 409
    assert page.one("section.refused").one("h2").text.startswith("This pair was settled")
    assert NOTE in page.one("section.refused").text
    assert page.all("form#tag-form") == []
    assert "Two different bridges." in page.one("aside").text


@pytest.mark.parametrize("way", ["tag", "undo", "skip", "draft"])
def test_a_viewer_reads_but_answers_nothing(client: TestClient, given: Given, way: str) -> None:
    given.reviewer("Vi", Role.VIEWER)
    pair = given.pair()
    given.keep()

    page = Markup.of(client.get(f"/pairs/{pair.id}"))
    data = {"tag": "agree", "version": "0"} if way == "tag" else {}
    answer = client.post(f"/pairs/{pair.id}/{way}", data=data)

    assert answer.status_code == 403
    assert page.all("button[name=tag]") == []
    assert relations(given, pair) == []


@pytest.mark.parametrize("way", ["tag", "undo", "skip", "draft"])
@pytest.mark.parametrize("pair_id", ["999", "0", "-1", "9" * 30, "first"])
def test_a_pair_that_is_not_here_is_404(
    client: TestClient, pairs: list[Pair], way: str, pair_id: str
) -> None:
    data = {"tag": "agree", "version": "0"} if way == "tag" else {}

    assert client.get(f"/pairs/{pair_id}").status_code == 404
    assert client.post(f"/pairs/{pair_id}/{way}", data=data).status_code == 404


@pytest.mark.parametrize("fields", [
    {"tag": "maybe"},
    {"tag": ""},
    {"version": "old"},
    {"q": "order=sideways"},
    {"q": "case=first"},
    {"reviewer_id": "7"},
    {"note": "x" * 10_001},
    {"key": "k" * 65},
])
def test_what_no_page_sends_is_refused_and_nothing_is_written(
    client: TestClient, given: Given, pairs: list[Pair], fields: dict[str, str]
) -> None:
    form = opened(client, pairs[0]) | {"tag": "agree"} | fields

    answer = client.post(f"/pairs/{pairs[0].id}/tag", data=form)

    assert answer.status_code == 422
    assert relations(given, pairs[0]) == []


def test_a_tag_from_another_site_is_refused(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    answer = tagged(client, pairs[0], headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert relations(given, pairs[0]) == []


@pytest.mark.parametrize("way", ["tag", "undo", "skip", "draft"])
def test_nothing_is_answered_by_reading(
    client: TestClient, given: Given, pairs: list[Pair], way: str
) -> None:
    assert client.get(f"/pairs/{pairs[0].id}/{way}").status_code == 405


def test_htmx_is_told_to_put_a_refusal_into_the_workbench(
    client: TestClient, pairs: list[Pair]
) -> None:
    old = opened(client, pairs[0])
    tagged(client, pairs[0], "agree")

    answer = client.post(f"/pairs/{pairs[0].id}/tag", data=old | {"tag": "conflict"}, headers=HTMX)

    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#workbench"
    assert "was not counted" in Markup.of(answer).one("#workbench").text
