"""Correct this claim: the form, what it saves, what it refuses, and the way back."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from tests.factories import Given
from tests.web.correcting import (
    article_of,
    form,
    of,
    opened,
    page,
    save,
    two_tallies,
    with_vote,
)
from tests.web.markup import Markup


@pytest.fixture
def vote(given: Given) -> Pair:
    return two_tallies(given)


def test_each_claim_of_a_pair_leads_to_its_form(client: TestClient, vote: Pair) -> None:
    links = [link["href"] for link in page(client, f"/pairs/{vote.id}").all("a.claims__more")
             if "Correct this claim" in link.text]

    assert [link.partition("?")[0] for link in links] == [
        f"/claims/{claim_id}/correct" for claim_id in vote.key]
    assert page(client, links[0]).one("a.correct__back")["href"].startswith(f"/pairs/{vote.id}?")


def test_each_claim_of_an_article_leads_to_its_form(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    article = article_of(given, vote)
    shown = page(client, article)

    links = shown.all("a.entry__correct")

    assert len(links) == len(shown.all("li.entry"))
    assert links[0].text == "Correct claim 1"
    assert page(client, links[0]["href"]).one("a.correct__back")["href"] == (
        f"{article}#entry-{vote.key.first}")


def test_the_form_shows_what_was_read(client: TestClient, given: Given, vote: Pair) -> None:
    shown = opened(client, vote)

    assert shown.one(".correct__claim").text == (
        "the claim: The council of Orby approved the bridge by 13-0 on Tuesday. "
        "end of the claim")
    assert "13–0" in form(shown)["value"]
    assert "3 March 2026" in form(shown)["value"]
    assert "Tuesday, from the article's date 4 March 2026" in shown.text
    assert "Tags stay; their reviewers are told if a value in the pair changed." in shown.text
    assert shown.one("select[id=first]").all("option")[1].text == "2 council"
    assert "<b>made</b>" not in client.get(f"/claims/{vote.key.first}/correct").text


def test_a_saved_correction_is_told_where_it_was_made_with_undo(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    status, onward, _ = save(client, vote, value=with_vote(given, vote, "12-1"), why="A slip.")

    assert status == 303
    assert onward.startswith(f"/pairs/{vote.id}?q=mine%3Dnot_yet&corrected=")
    told = page(client, onward).one("form.corrected")
    assert "Vote corrected." in told.text
    assert "compared again" in told.text
    assert given.store.pairs.get(vote.id).suggestion.relation is Relation.AGREE
    given.keep()
    undone = client.post(told["action"], data={"back": told.one("input")["value"]})
    assert undone.status_code == 303
    after = page(client, undone.headers["location"]).one("form.corrected")
    assert "Vote: correction undone." in after.text
    assert after.all("button") == []
    assert given.store.pairs.get(vote.id).suggestion.relation is Relation.CONFLICT


def test_a_corrected_value_stands_beside_what_the_system_read(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    save(client, vote, value=with_vote(given, vote, "12-1"), why="<i>A slip</i>")

    shown = opened(client, vote)

    assert "The system read 13–0" in shown.text
    assert "by You" in shown.one("ol.past").text
    assert "Vote: 13–0 became 12–1" in shown.one("ol.past").text
    assert "<i>A slip</i>" in shown.one("ol.past").text
    listed = page(client, article_of(given, vote))
    assert [each.text for each in listed.all("[data-by=person]")] == ["12–1"]


@pytest.mark.parametrize(("changed", "field"), [
    ({"first": "9", "last": "2"}, "last"),
    ({"first": "9999", "last": "99999"}, "last"),
    ({"speaker": "Bo Lind"}, "how"),
    ({"speaker": "x" * 301, "how": "direct"}, "speaker"),
    ({"not_same_event": "true"}, "why"),
    ({"why": "x" * 1001}, "why"),
    ({}, "nothing"),
    ({"value": ["1"]}, "nothing"),
])
def test_what_cannot_be_used_is_shown_again(
    client: TestClient, given: Given, vote: Pair, changed: dict[str, str | list[str]],
    field: str,
) -> None:
    status, _, shown = save(client, vote, **changed)

    assert status == 422
    assert f"#{field}" in [link["href"] for link in shown.one("#problems").all("a")]
    assert shown.all(f"#{field}")
    assert shown.one("title").text.startswith("Error: ")
    assert given.store.corrections.state(vote.key.first) == 0


def test_a_value_that_cannot_be_read_says_how_to_write_it(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    status, _, shown = save(client, vote, value=with_vote(given, vote, "<many>"), speaker="Bo",
                            how="direct", not_a_claim="true")

    assert status == 422
    assert "This cannot be read as a vote. Write it like “13–0” or “unanimous”" in shown.text
    sent = form(shown)
    assert "<many>" in sent["value"]
    assert (sent["speaker"], sent["how"]) == ("Bo", "direct")
    assert shown.one("input[name=not_a_claim]").get("checked") is not None


def test_a_claim_corrected_meanwhile_is_refused_and_shown_as_it_is(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    late = form(opened(client, vote))
    save(client, vote, speaker="Bo", how="direct")

    answer = client.post(f"/claims/{vote.key.first}/correct",
                         data=late | {"not_a_claim": "true", "why": "Mine."})

    assert answer.status_code == 409
    shown = Markup(answer.text)
    assert "was corrected since you opened it" in shown.one("#problems").text
    assert form(shown)["speaker"] == "Bo"
    assert form(shown)["why"] == "Mine."
    assert of(given, vote).id not in given.store.corrections.left_out(vote.case_id)


def test_what_is_no_claim_can_be_brought_back_from_its_article(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    article = article_of(given, vote)
    before = len(page(client, article).all("li.entry"))

    _, onward, _ = save(client, vote, not_a_claim="true", back=article)

    listed = page(client, onward)
    assert "Claim left out." in listed.one("form.corrected").text
    assert len(listed.all("li.entry")) == before - 1
    shown = page(client, listed.one("li.left-out__line a")["href"])
    assert "Somebody said that this is not a claim" in shown.text
    client.post(shown.one("ol.past form")["action"], data={"back": article})
    assert len(page(client, article).all("li.entry")) == before


def test_a_pair_of_two_events_says_that_it_is_gone(client: TestClient, vote: Pair) -> None:
    _, onward, _ = save(client, vote, not_same_event="true", why="Two votes.")

    told = page(client, onward).one("form.corrected").text

    assert "Pair taken out." in told
    assert "Nothing suggests a relation any more. You can still tag." in told


@pytest.mark.parametrize("back", [
    "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:1",
    "/pairs/1\r\nx: y", "pairs/1",
])
def test_no_way_leads_back_to_another_place(
    client: TestClient, given: Given, vote: Pair, back: str,
) -> None:
    _, onward, _ = save(client, vote, not_a_claim="true", back=back)

    assert onward.startswith(f"{article_of(given, vote)}?corrected=")
    undone = client.post("/corrections/1/undo", data={"back": back})
    assert undone.headers["location"].startswith(f"/claims/{vote.key.first}/correct?")


def test_a_value_that_was_missed_is_added(client: TestClient, given: Given, vote: Pair) -> None:
    shown = opened(client, vote)
    kinds = [option["value"] for option in shown.one("select[id=kind-1]").all("option")]
    assert "law" in kinds

    status, onward, _ = save(client, vote, added_kind=["law", "count"], added=["Bridge", ""],
                             added_words=["bridge", ""])

    assert status == 303
    assert "Law corrected." in page(client, onward).one("form.corrected").text
    assert "Bridge" in form(opened(client, vote))["value"]


def test_an_added_value_that_cannot_be_read_is_shown_again(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    status, _, shown = save(client, vote, added_kind=["money", "count"], added=["5", ""],
                            added_words=["no such", ""])

    assert status == 422
    assert "#added-1" in [link["href"] for link in shown.one("#problems").all("a")]
    assert shown.one("input[id=added-1]")["value"] == "5"
    assert shown.one("select[id=kind-1]").one("option[selected]")["value"] == "money"
    assert shown.one("details.correct__more").get("open") is not None


@pytest.mark.parametrize("address", ["/claims/99/correct", "/claims/x/correct"])
def test_a_claim_that_is_not_there(
    client: TestClient, given_reviewer: None, address: str,
) -> None:
    assert client.get(address).status_code == 404


def test_a_correction_that_is_not_there_is_not_undone(
    client: TestClient, given_reviewer: None,
) -> None:
    assert client.post("/corrections/99/undo", data={"back": "/"}).status_code == 404


def test_a_field_that_no_page_has_is_refused(client: TestClient, vote: Pair) -> None:
    status, _, _ = save(client, vote, reviewer="2")

    assert status == 422
