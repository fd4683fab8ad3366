"""Tagging a pair: what is kept, and what comes next."""

from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from tests.factories import Given
from tests.web.answering import HTMX, NOTE, opened, relations, tagged
from tests.web.markup import Markup


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
