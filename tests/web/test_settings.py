"""Settings: kept for each reviewer, obeyed by every page, with and without a script."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair
from app.domain.preferences import Action
from tests.factories import Given
from tests.web.answering import tagged
from tests.web.markup import Element, Markup

CHOSEN = {"keys_on": "1", "marks_on": "1", "next_after_tag": "1", "theme": "dark",
          "space": "dense", "claim_size": "26", "times": "case", "zone": ""}


def save(client: TestClient, **fields: str) -> Response:
    return client.post("/settings", data=CHOSEN | fields)


def root(client: TestClient, path: str = "/") -> Element:
    return Markup.of(client.get(path)).one("html")


def test_until_somebody_chooses_pages_say_nothing(
    client: TestClient, given_reviewer: None
) -> None:
    assert root(client).attributes == {"lang": "en"}


def test_every_page_obeys_what_was_chosen(client: TestClient, pairs: list[Pair]) -> None:
    answer = save(client)

    assert answer.status_code == 303
    assert answer.headers["location"] == "/settings?saved=1"
    for path in ("/", "/queue", "/settings", f"/pairs/{pairs[0].id}"):
        told = root(client, path)
        assert (told["data-theme"], told["data-space"], told["data-claims"]) == (
            "dark", "dense", "26")


def test_what_was_chosen_stands_in_the_form(client: TestClient, given_reviewer: None) -> None:
    save(client, key_agree="q")

    page = Markup.of(client.get("/settings?saved=1"))

    assert page.one("#key_agree")["value"] == "Q"
    assert [each["value"] for each in page.all("input[type=radio]")
            if each.get("checked") is not None] == ["dark", "dense", "26"]
    assert "Settings saved." in page.text


def test_an_own_key_is_told_to_the_script_and_drawn_beside_its_action(
    client: TestClient, pairs: list[Pair]
) -> None:
    save(client, key_agree="Q", key_search=",")

    pair = Markup.of(client.get(f"/pairs/{pairs[0].id}"))

    assert pair.one("html")["data-keys"] == "qa ,/"
    drawn = pair.words(".key")
    assert "Q" in drawn
    assert "A" not in drawn
    assert "Q" in Markup.of(client.get("/help/keys")).words(".key")


def test_two_actions_may_change_places(client: TestClient, given_reviewer: None) -> None:
    assert save(client, key_agree="c", key_conflict="a").status_code == 303
    assert root(client)["data-keys"] == "ca ac"


def test_a_clash_is_said_beside_the_field_and_names_the_other_action(
    client: TestClient, given_reviewer: None
) -> None:
    answer = save(client, key_related="c", theme="light")

    page = Markup.of(answer)
    assert answer.status_code == 422
    assert page.one("#key_related")["value"] == "C"
    assert page.one("#key_related-error").text == (
        "Error: C is used for conflict. Choose another key")
    assert page.one("title").text.startswith("Error: ")
    assert root(client).get("data-theme") is None


@pytest.mark.parametrize("typed", ["ab", " ", "g", "3", "\t"])
def test_what_is_no_free_key_is_refused(
    client: TestClient, given_reviewer: None, typed: str
) -> None:
    assert save(client, key_skip=typed).status_code == 422


def test_an_error_among_the_folded_keys_opens_them(
    client: TestClient, given_reviewer: None
) -> None:
    page = Markup.of(save(client, key_keys="a"))

    assert page.one(".own-keys__more").get("open") is not None


def test_the_original_keys_come_back_and_the_rest_stays(
    client: TestClient, given_reviewer: None
) -> None:
    save(client, key_agree="q")

    client.post("/settings/original-keys")

    assert root(client).get("data-keys") is None
    assert root(client)["data-theme"] == "dark"


def test_keys_are_turned_off_in_the_list_of_keys(
    client: TestClient, pairs: list[Pair]
) -> None:
    answer = client.post("/settings/keys", data={}, headers={"HX-Request": "true"})

    assert answer.status_code == 204
    pair = Markup.of(client.get(f"/pairs/{pairs[0].id}"))
    assert pair.one("html").get("data-keys-off") is not None
    assert "A" not in pair.words(".key")
    assert client.post("/settings/keys", data={"keys_on": "1"}).headers["location"] == "/help/keys"
    assert root(client).get("data-keys-off") is None


def test_my_time_zone_is_a_zone(client: TestClient, given_reviewer: None) -> None:
    assert save(client, times="mine", zone="Somewhere/Else").status_code == 422
    assert save(client, times="mine", zone="").status_code == 422
    assert save(client, times="mine", zone="Asia/Tokyo").status_code == 303


def test_times_are_told_in_my_zone(client: TestClient, pairs: list[Pair]) -> None:
    client.post(f"/pairs/{pairs[0].id}/tag", data={"tag": "agree", "version": "0"})
    client.get("/").text.index("<time")

    save(client, times="mine", zone="Asia/Tokyo")

    assert 'title="20 November 2026, 21:00"' in client.get("/").text


@pytest.mark.parametrize("field", ["theme", "space", "claim_size", "times"])
def test_a_word_that_no_page_offers_is_refused(
    client: TestClient, given_reviewer: None, field: str
) -> None:
    assert client.post("/settings", data=CHOSEN | {field: "other"}).status_code == 422


def test_no_key_means_two_things_at_first() -> None:
    assert len({action.value for action in Action}) == len(Action)


def test_an_emptied_field_gets_the_original_key(client: TestClient, given_reviewer: None) -> None:
    save(client, key_agree="q")

    save(client, key_agree="")

    assert root(client).get("data-keys") is None


def test_marks_are_off_at_start_and_on_by_their_link(
    client: TestClient, given: Given
) -> None:
    pair = given.pair()
    given.keep()
    fields = {name: value for name, value in CHOSEN.items() if name != "marks_on"}

    client.post("/settings", data=fields)

    link = Markup.of(client.get(f"/pairs/{pair.id}")).one("#hint-marks")
    assert link.text.endswith("Marks on")
    assert Markup.of(client.get(link["href"])).one("#hint-marks").text.endswith("Marks off")


def test_a_tag_stays_with_its_pair_where_that_was_chosen(
    client: TestClient, pairs: list[Pair]
) -> None:
    fields = {name: value for name, value in CHOSEN.items() if name != "next_after_tag"}
    client.post("/settings", data=fields)

    answer = tagged(client, pairs[0])

    assert answer.headers["location"].startswith(f"/pairs/{pairs[0].id}?")
