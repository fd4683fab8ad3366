"""Second thoughts: undo, skip, a note in between."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from tests.factories import Given
from tests.web.answering import HTMX, NOTE, opened, relations, tagged
from tests.web.markup import Markup


def test_undo_opens_the_pair_again_with_its_note(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    tagged(client, pairs[0], "conflict", note=NOTE)

    answer = client.post(f"/pairs/{pairs[0].id}/undo", data={"q": ""})

    assert answer.status_code == 303
    page = Markup.of(client.get(answer.headers["location"]))
    assert page.fields()["note"] == NOTE
    assert page.all("button[aria-pressed=true]") == []
    assert relations(given, pairs[0])[-1] is None


def test_undo_with_htmx_brings_the_pair_into_the_workbench(
    client: TestClient, pairs: list[Pair]
) -> None:
    tagged(client, pairs[0])

    answer = client.post(f"/pairs/{pairs[0].id}/undo", data={"q": ""}, headers=HTMX)

    assert answer.headers["hx-push-url"] == f"/pairs/{pairs[0].id}"
    assert Markup.of(answer).one("title").text.startswith("Pair 1,")


def test_a_skipped_pair_keeps_its_note_and_comes_later(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    query = f"case={pairs[0].case_id}&mine=not_yet"
    form = opened(client, pairs[0], query) | {"note": NOTE}

    answer = client.post(f"/pairs/{pairs[0].id}/skip", data=form)

    page = Markup.of(client.get(answer.headers["location"]))
    assert page.one("form.saved").text.startswith("Pair 1 skipped")
    assert relations(given, pairs[0]) == []
    assert opened(client, pairs[0], query)["note"] == NOTE


def test_a_draft_is_kept_without_a_word(client: TestClient, pairs: list[Pair]) -> None:
    answer = client.post(f"/pairs/{pairs[0].id}/draft", data={"note": NOTE}, headers=HTMX)

    assert (answer.status_code, answer.text) == (204, "")
    assert opened(client, pairs[0])["note"] == NOTE


def test_a_note_can_be_changed_later_and_the_pair_stays_open(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    tagged(client, pairs[0], "conflict")
    form = opened(client, pairs[0]) | {"tag": "conflict", "note": NOTE}

    answer = client.post(f"/pairs/{pairs[0].id}/tag?stay=1", data=form)

    assert answer.headers["location"].startswith(f"/pairs/{pairs[0].id}?")
    assert given.store.tags.of(pairs[0].id)[-1].note == NOTE


def test_the_same_undo_pressed_twice_takes_one_tag_back(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    tagged(client, pairs[0], "agree")
    onward = tagged(client, pairs[0], "conflict").headers["location"]
    saved = Markup.of(client.get(onward)).one("form.saved")
    form = {field["name"]: field["value"] for field in saved.all("input")}

    once = client.post(saved["action"], data=form)
    twice = client.post(saved["action"], data=form)

    assert (once.status_code, twice.status_code) == (303, 303)
    assert relations(given, pairs[0]) == [Relation.AGREE, Relation.CONFLICT, Relation.AGREE]


@pytest.mark.parametrize("newest", ["-1", "last", "9" * 30])
def test_an_undo_of_what_cannot_be_is_refused(
    client: TestClient, given: Given, pairs: list[Pair], newest: str
) -> None:
    tagged(client, pairs[0])

    answer = client.post(f"/pairs/{pairs[0].id}/undo", data={"newest": newest})

    assert answer.status_code == 422
    assert relations(given, pairs[0]) == [Relation.AGREE]


def test_after_a_tagged_pair_is_passed_over_there_is_nothing_to_take_back(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    tagged(client, pairs[0], "agree")

    for headers in ({}, HTMX):
        passed = client.post(f"/pairs/{pairs[0].id}/skip", data={"q": ""}, headers=headers)
        page = Markup.of(passed if headers else client.get(passed.headers["location"]))

        assert page.all("form.saved") == []
    assert relations(given, pairs[0]) == [Relation.AGREE]
