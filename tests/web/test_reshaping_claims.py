"""Merge, split, move and leave out claims from their list."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from tests.factories import Given
from tests.web.claiming import ids, listed, sent, texts, two_tallies
from tests.web.markup import Markup


@pytest.fixture
def vote(given: Given) -> Pair:
    return two_tallies(given)


def test_merging_asks_which_words_stay_and_is_undone(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    first, second, third = ids(given, vote)
    shown = listed(client, f"?claim={first}&claim={second}&do=merge")
    assert [each.text.split()[0] for each in shown.all("label.reshape__words")] == [
        "All", "1", "2"]
    assert "compared again" in shown.text
    form = sent(shown)
    assert client.post("/claims/merge", data=form).status_code == 422

    answer = client.post("/claims/merge", data=form | {"words": "0"})

    assert answer.status_code == 303
    after = Markup(client.get(answer.headers["location"]).text)
    told = after.one("form.corrected")
    assert "2 claims merged." in told.text
    assert len(ids(given, vote)) == 2
    assert client.post("/claims/merge", data=form | {"words": "0"}).status_code == 409
    client.post(told["action"], data={"back": told.one("input")["value"]})
    assert ids(given, vote) == [first, second, third]


def test_claims_that_cannot_be_merged_say_why(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    first = ids(given, vote)[0]

    for query in (f"?claim={first}&do=merge", "?do=merge",
                  f"?claim={first}&claim={vote.key.second}&do=merge"):
        shown = listed(client, query, 422)
        assert "Choose two claims or more of one article" in shown.one("#problems").text
    assert "Choose one claim to split it" in listed(client, "?do=split", 422).text
    assert "Choose a claim first" in listed(client, "?do=leave_out", 422).text


def test_splitting_moves_the_cut_and_tells_the_facts_of_each_part(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    [third] = [claim for claim in given.store.claims.of_article(
        given.store.claims.article_of(vote.key.first)) if "5 million" in claim.text]
    given.keep()
    shown = listed(client, f"?claim={third.id}&do=split")
    cut = int(str(sent(shown)["cut"]))
    earlier = Markup(client.get(shown.one("a#earlier")["href"]).text)
    assert int(str(sent(earlier)["cut"])) == cut - 1

    answer = client.post(f"/claims/{third.id}/split", data=sent(earlier) | {"cut": "4"})

    assert answer.status_code == 303
    told = Markup(client.get(answer.headers["location"]).text)
    assert f"Claim {3} split." in told.one("form.corrected").text
    assert "Mayor Ann Marlow said" in texts(told)
    wrong = client.post(f"/claims/{third.id}/split",
                        data=sent(listed(client, f"?split={third.id}")) | {"cut": "99"})
    assert wrong.status_code == 422
    assert "Choose a word inside the claim to cut after" in wrong.text


def test_claims_are_left_out_and_brought_back(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    first, second, _ = ids(given, vote)
    shown = listed(client, f"?claim={first}&claim={second}&do=leave_out")

    answer = client.post("/claims/leave-out", data=sent(shown) | {"why": "Talk."})

    told = Markup(client.get(answer.headers["location"]).text)
    assert "Claims 1 and 2 left out." in told.one("form.corrected").text
    out = listed(client, "?state=left_out")
    assert len(texts(out)) == 2
    back = out.all("td.claim-table__state form")[0]
    client.post(back["action"], data={"back": "/cases/1/claims"})
    assert len(texts(listed(client))) == 4


def test_a_viewer_proposes_and_chooses_nothing(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    first, second, _ = ids(given, vote)
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'viewer'")
    given.keep()

    shown = listed(client, f"?claim={first}&claim={second}&do=merge&proposed=1")

    assert shown.all("input[name=claim]") == []
    assert "Propose a correction" in shown.one("table").text
    assert "Sent as a proposal." in shown.text
    for address, more in (("/claims/merge", {"claim": [first, second], "words": 0}),
                          ("/claims/leave-out", {"claim": [first]}),
                          (f"/claims/{first}/split", {"cut": 2})):
        assert client.post(address, data={"version": 0, **more}).status_code == 403


@pytest.mark.parametrize(("address", "data"), [
    ("/claims/merge", {"claim": ["99"], "words": "99", "version": "0"}),
    ("/claims/leave-out", {"claim": ["99"], "version": "0"}),
    ("/claims/99/split", {"cut": "1", "version": "0"}),
])
def test_claims_that_are_not_there(
    client: TestClient, given_reviewer: None, address: str, data: dict[str, str],
) -> None:
    assert client.post(address, data=data).status_code == 404


@pytest.mark.parametrize("data", [
    {"version": "0"}, {"claim": ["1"], "version": "x"}, {"claim": ["x"], "version": "0"},
    {"claim": ["1"], "version": "0", "colour": "1"},
])
def test_torn_forms_are_refused(
    client: TestClient, vote: Pair, data: dict[str, str | list[str]],
) -> None:
    assert client.post("/claims/leave-out", data=data).status_code == 422


def test_claims_move_to_another_topic_or_a_new_one_and_back(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    first, second, _ = ids(given, vote)
    shown = listed(client, f"?claim={first}&claim={second}&do=move")
    assert "Move claims 1 and 2" in shown.one("form.reshape h2").text
    form = sent(shown)
    wrong = client.post("/claims/move", data=form)
    assert wrong.status_code == 422
    assert "#name" in [link["href"] for link in Markup(wrong.text).one("#problems").all("a")]

    answer = client.post("/claims/move", data=form | {"name": "Opening <day>"})

    assert answer.status_code == 303
    after = Markup(client.get(answer.headers["location"]).text)
    told = after.one("form.corrected")
    assert "2 claims moved to “Opening <day>”." in told.text
    assert after.words("td.claim-table__topic bdi")[:2] == ["Opening <day>"] * 2
    again = client.post("/claims/move", data=form | {"name": "Opening <day>"})
    assert again.headers["location"] == answer.headers["location"]
    assert client.post(told["action"]).status_code == 303
    assert "Opening <day>" not in listed(client).one("table").text


def test_a_claim_without_a_topic_is_given_one(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    third = ids(given, vote)[2]
    form = sent(listed(client, f"?claim={third}&do=move"))
    topic = next(option["value"] for option in listed(
        client, f"?claim={third}&do=move").one("select[id=topic]").all("option")
        if option["value"])

    answer = client.post("/claims/move", data=form | {"topic": topic})

    assert answer.status_code == 303
    assert third in {each.claim_id for each in next(
        one for one in given.store.topics.of_case(1) if one.id == int(topic)).answers}
    given.keep()
    key = sent(listed(client, f"?claim={third}&do=move"))["key"]
    there = client.post("/claims/move", data=form | {"topic": topic, "key": key})
    assert "These claims answer this topic already" in there.text
    assert client.post("/claims/move", data=form | {"topic": "999", "key": "new"}
                       ).status_code == 422
    assert client.post("/claims/move", data={"claim": ["999"], "key": "x"}).status_code == 404
