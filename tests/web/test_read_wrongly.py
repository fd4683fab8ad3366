"""Something is read wrongly: the short form beside the reasons of a pair."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient

from app.domain.facts import FactKind
from app.domain.pairs import Pair, Relation
from app.services.importing import NewItem
from tests.factories import NOON, Given
from tests.web.markup import Markup

ON = date(2026, 3, 4)
LEFT = "The council of Orby approved the bridge by 13-0 on Tuesday."
RIGHT = "The council of Orby approved the bridge by 12-1 on Tuesday."


@pytest.fixture
def vote(given: Given) -> Pair:
    given.imported(
        NewItem(name="left.txt", raw=LEFT.encode(), source="Courier", published_on=ON),
        NewItem(name="right.txt", raw=RIGHT.encode(), source="Herald", published_on=ON),
        NewItem(name="third.txt", raw=RIGHT.encode() + b" Then it closed.", source="Wire",
                published_on=ON))
    found = next(pair for pair in given.store.pairs.of_case(given.case().id)
                 if "13-0" in given.store.claims.get(pair.key.first).text)
    given.keep()
    return found


def opened(client: TestClient, pair: Pair) -> Markup:
    return Markup.of(client.get(f"/pairs/{pair.id}?why=1"))


def sent(shown: Markup, what: str, **typed: str) -> dict[str, str]:
    form = shown.one("form#wrong")
    chosen = next(option["value"] for option in form.all("option") if what in option.text)
    hidden = {field["name"]: field["value"] for field in form.all("input[type=hidden]")}
    return hidden | {"what": chosen, "should_be": "", "why": "", **typed}


def test_the_form_names_what_is_read_now_and_the_other_pairs(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    shown = opened(client, vote)

    options = shown.one("form#wrong").words("option")
    assert "Vote, Courier: 13–0" in options
    assert "Vote, Herald: 12–1" in options
    assert "Speaker, Courier: the outlet itself" in options
    others = [link["href"] for link in shown.one("form#wrong").all("a")]
    assert f"/pairs/{vote.id}" not in others
    assert others


def test_a_value_put_right_works_the_suggestion_out_again_in_place(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    answer = client.post(f"/pairs/{vote.id}/wrongly", data=sent(
        opened(client, vote), "Vote, Courier", should_be="12-1", why="A slip."))

    assert answer.status_code == 303
    shown = Markup.of(client.get(answer.headers["location"]))
    assert "Vote corrected." in shown.one("form.corrected").text
    assert shown.all("details#why")
    assert "Vote, Courier: 12–1" in shown.one("form#wrong").words("option")
    assert given.store.pairs.get(vote.id).suggestion.relation is Relation.AGREE
    given.keep()
    assert "You corrected the vote" in shown.one("ol.history").text


def test_a_speaker_is_put_right(client: TestClient, given: Given, vote: Pair) -> None:
    client.post(f"/pairs/{vote.id}/wrongly", data=sent(
        opened(client, vote), "Speaker, Herald", should_be="Ann Marlow"))

    speaker = given.store.claims.get(vote.key.second).speaker
    assert speaker is not None
    assert speaker.name == "Ann Marlow"


def test_two_events_are_taken_apart_with_a_sentence_and_undone(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    form = sent(opened(client, vote), "Vote, Courier", apart="true")
    refused = client.post(f"/pairs/{vote.id}/wrongly", data=form)
    assert refused.status_code == 422
    assert "Say in one sentence why" in refused.text

    answer = client.post(f"/pairs/{vote.id}/wrongly", data=form | {"why": "Two votes."})

    told = Markup.of(client.get(answer.headers["location"])).one("form.corrected")
    assert "Pair taken out." in told.text
    assert "Nothing suggests a relation any more. You can still tag." in told.text
    assert given.store.pairs.is_gone(vote.id)
    given.keep()
    client.post(told["action"], data={"back": told.one("input")["value"]})
    assert not given.store.pairs.is_gone(vote.id)


def test_a_tag_is_kept_and_told_what_changed_since(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    given.tag(vote, Relation.CONFLICT, by=given.reviewer("Ada"), at=NOON - timedelta(hours=1))
    given.keep()
    assert "Put right since your tag" not in opened(client, vote).text

    answer = client.post(f"/pairs/{vote.id}/wrongly", data=sent(
        opened(client, vote), "Vote, Courier", should_be="12-1"))

    rail = Markup.of(client.get(answer.headers["location"])).one("aside.rail").text
    assert "Put right since your tag" in rail
    assert "Vote: 13–0 became 12–1" in rail
    assert "Conflict" in rail


@pytest.mark.parametrize(("typed", "field"), [
    ({"should_be": "many"}, "should_be"), ({"should_be": "13–0"}, "should_be"),
    ({"what": "99-1"}, "what"), ({"what": "x"}, "what"), ({"should_be": "x" * 301}, "should_be"),
    ({"should_be": "12-1", "why": "x" * 1001}, "why-reason"),
])
def test_what_cannot_be_used_is_shown_again(
    client: TestClient, given: Given, vote: Pair, typed: dict[str, str], field: str,
) -> None:
    answer = client.post(f"/pairs/{vote.id}/wrongly",
                         data=sent(opened(client, vote), "Vote, Courier") | typed)

    assert answer.status_code == 422
    shown = Markup.of(answer)
    assert f"#{field}" in [link["href"] for link in shown.one("#problems").all("a")]
    assert shown.all(f"#{field}")
    assert shown.one("input#should_be")["value"] == typed.get("should_be", "")
    assert given.store.corrections.of_claims(vote.key) == ()


def test_a_claim_corrected_meanwhile_is_refused(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    late = sent(opened(client, vote), "Vote, Courier", should_be="11-2")
    client.post(f"/pairs/{vote.id}/wrongly", data=late | {"should_be": "12-1"})

    answer = client.post(f"/pairs/{vote.id}/wrongly", data=late)

    assert answer.status_code == 409
    assert Markup.of(answer).one("input#should_be")["value"] == "11-2"
    votes = [str(fact.value) for fact in given.store.claims.get(vote.key.first).facts
             if fact.kind is FactKind.VOTE]
    assert votes == ["12–1"]


def test_a_viewer_has_no_such_form(client: TestClient, given: Given, vote: Pair) -> None:
    form = sent(opened(client, vote), "Vote, Courier", should_be="12-1")
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'viewer'")
    given.keep()

    assert opened(client, vote).all("form#wrong") == []
    assert client.post(f"/pairs/{vote.id}/wrongly", data=form).status_code == 403
    assert client.post("/pairs/999/wrongly", data=form).status_code == 403
