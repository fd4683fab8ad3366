"""Answering a pair: tag, undo, skip, and what is refused."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from tests.factories import Given
from tests.web.markup import Markup

HTMX = {"HX-Request": "true", "HX-Target": "workbench"}
NOTE = "The plan of 1962 shows four."


@pytest.fixture
def pairs(given: Given) -> list[Pair]:
    """Three pairs of one case, and Ada to tag them."""
    given.reviewer("Ada")
    made = [given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.",
                       score=0.9 - n / 10) for n in (1, 2, 3)]
    given.keep()
    return made


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


def test_a_tag_is_kept_and_leads_to_the_next_pair(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    first, second, _ = pairs

    answer = tagged(client, first, "conflict", note=NOTE)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/pairs/{second.id}?q=")
    assert answer.headers["location"].endswith(f"&saved={first.id}")
    [tag] = given.store.tags.of(first.id)
    assert (tag.relation, tag.note) == (Relation.CONFLICT, NOTE)


def test_the_next_pair_says_what_was_saved_and_offers_to_undo_it(
    client: TestClient, pairs: list[Pair]
) -> None:
    onward = tagged(client, pairs[0], "related").headers["location"]

    page = Markup.of(client.get(onward))

    saved = page.one("form.saved")
    assert saved["action"] == f"/pairs/{pairs[0].id}/undo"
    assert "Pair 1 saved as related" in saved.text


def test_a_saved_message_that_nothing_stands_behind_is_not_believed(
    client: TestClient, pairs: list[Pair]
) -> None:
    page = Markup.of(client.get(f"/pairs/{pairs[1].id}?saved={pairs[0].id}"))

    assert page.all("form.saved") == []


def test_the_same_form_sent_twice_makes_one_tag(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    form = opened(client, pairs[0]) | {"tag": "agree"}

    once = client.post(f"/pairs/{pairs[0].id}/tag", data=form)
    twice = client.post(f"/pairs/{pairs[0].id}/tag", data=form)

    assert twice.status_code == 303
    assert twice.headers["location"] == once.headers["location"]
    assert relations(given, pairs[0]) == [Relation.AGREE]


def test_htmx_gets_the_next_pair_with_its_strip_counts_and_status(
    client: TestClient, pairs: list[Pair]
) -> None:
    answer = tagged(client, pairs[0], headers=HTMX)

    assert answer.status_code == 200
    assert answer.headers["hx-push-url"].startswith(f"/pairs/{pairs[1].id}?q=")
    assert answer.headers["hx-push-url"].endswith(f"&saved={pairs[0].id}")
    part = Markup.of(answer)
    assert part.one("title").text.startswith("Pair 2,")
    assert part.one("#workbench").one("h1").text
    assert part.one("#strip")["hx-swap-oob"] == "true"
    assert part.one("#nav-counts")["hx-swap-oob"] == "true"
    status = part.one("[hx-swap-oob=innerHTML:#status]").text
    assert status.startswith("Pair 1 saved as agree. Next:")
    assert part.all("html") == []


def test_the_queue_is_carried_from_pair_to_pair(client: TestClient, pairs: list[Pair]) -> None:
    query = f"case={pairs[0].case_id}&mine=not_yet"

    answer = tagged(client, pairs[0], query=query)

    address = client.get(answer.headers["location"])
    assert Markup.of(address).fields()["q"] == query


def test_the_last_pair_of_a_queue_leads_to_the_end(
    client: TestClient, given: Given, pairs: list[Pair]
) -> None:
    query = f"case={pairs[0].case_id}&mine=not_yet"
    for pair in pairs[:2]:
        tagged(client, pair, query=query)

    answer = tagged(client, pairs[2], query=query)

    end = Markup.of(client.get(answer.headers["location"]))
    assert answer.headers["location"].startswith("/queue/done?")
    assert end.one("h1").text == "You have tagged all 3 pairs"
    assert end.one("form.saved")["action"] == f"/pairs/{pairs[2].id}/undo"


def test_htmx_gets_the_end_in_place_of_the_workbench(
    client: TestClient, pairs: list[Pair]
) -> None:
    query = f"case={pairs[0].case_id}&mine=not_yet"
    for pair in pairs[:2]:
        tagged(client, pair, query=query)

    answer = tagged(client, pairs[2], query=query, headers=HTMX)

    part = Markup.of(answer)
    assert answer.headers["hx-push-url"].startswith("/queue/done?")
    assert part.one("#workbench").one("h1").text == "You have tagged all 3 pairs"
    assert part.one("#strip").text == ""


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


def test_htmx_is_told_to_put_a_refusal_into_the_workbench(
    client: TestClient, pairs: list[Pair]
) -> None:
    old = opened(client, pairs[0])
    tagged(client, pairs[0], "agree")

    answer = client.post(f"/pairs/{pairs[0].id}/tag", data=old | {"tag": "conflict"}, headers=HTMX)

    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#workbench"
    assert "was not counted" in Markup.of(answer).one("#workbench").text


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
