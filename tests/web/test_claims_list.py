"""The claims of a case: filter, pages, and the forms that open in the list."""

from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.domain.claims import Modality, Stage
from app.domain.facts import FactKind
from app.domain.pairs import Pair, Relation
from app.services.importing import NewItem
from tests.factories import Given, claim
from tests.web.markup import Element, Markup

ON = date(2026, 3, 4)
LEFT = ("The council of Orby approved the bridge by 13-0 on Tuesday; it opens in May. "
        "Mayor Ann Marlow said the work would cost $5 million.")
RIGHT = "The council of Orby approved the bridge by 12-1 on Tuesday."
LONG_NAME = "<b>Courier</b> & Sons " + "x" * 150


@pytest.fixture
def vote(given: Given) -> Pair:
    """Two tallies of one vote, read and compared by the real engine, kept for the client."""
    given.imported(
        NewItem(name="left.txt", raw=LEFT.encode(), source=LONG_NAME, published_on=ON),
        NewItem(name="right.txt", raw=RIGHT.encode(), source="Herald", published_on=ON))
    found = next(pair for pair in given.store.pairs.of_case(given.case().id)
                 if "13-0" in given.store.claims.get(pair.key.first).text)
    given.keep()
    return found


def listed(client: TestClient, query: str = "", status: int = 200) -> Markup:
    answer = client.get(f"/cases/1/claims{query}")
    assert answer.status_code == status, answer.text[:400]
    return Markup(answer.text)


def texts(shown: Element) -> list[str]:
    return shown.words("th.claim-table__words")


def ids(given: Given, pair: Pair) -> list[int]:
    found = [claim.id for claim in given.store.claims.of_article(
        given.store.claims.article_of(pair.key.first))]
    given.keep()
    return found


def sent(shown: Element) -> dict[str, str | list[str]]:
    """What the open form sends as it stands."""
    form = shown.one("form[id=nothing]")
    told: dict[str, str | list[str]] = {"claim": []}
    for field in form.all("input"):
        if field.get("type") in {"hidden", None} and field.get("name") == "claim":
            told["claim"] = [*told["claim"], field["value"]]
        elif field.get("type") == "hidden":
            told[field["name"]] = field["value"]
    for field in form.all("select"):
        if field["name"] != "added_kind":
            told[field["name"]] = (
                field.all("option[selected]") or field.all("option"))[0]["value"]
    return {name: value for name, value in told.items() if value != []}


def test_a_claim_is_listed_with_what_was_read_in_it(client: TestClient, vote: Pair) -> None:
    shown = listed(client)

    assert shown.one("h2.claim-tools__count").text == "4 claims"
    row = shown.all("table.claim-table tbody tr")[0]
    assert row.one("th").text.startswith("The council of Orby approved the bridge by 13-0")
    assert "Vote 13–0" in row.one("td.claim-table__facts").text
    assert "para 1" in row.one("td.claim-table__source").text
    assert LONG_NAME in row.one("td.claim-table__source").text
    assert "Suggested: Conflict" in row.one("td.claim-table__state").text
    assert shown.one("a[aria-current=page]").text == "Claims 4"


@pytest.mark.parametrize(("query", "count"), [
    ("?state=open", 2), ("?state=alone", 2), ("?state=conflict", 0), ("?state=corrected", 0),
    ("?state=left_out", 0), ("?state=proposed", 0), ("?kind=money", 1), ("?kind=vote", 2),
    ("?topic=none&kind=money", 1), ("?article=2", 1),
    ("?source=2", 1), ("?source=1&article=2", 0), ("?source=&article=&kind=&topic=&state=", 4),
])
def test_the_list_is_narrowed(client: TestClient, vote: Pair, query: str, count: int) -> None:
    assert len(texts(listed(client, query))) == count


def test_claims_are_found_by_how_sure_they_are_and_by_their_steps(
    client: TestClient, given: Given,
) -> None:
    text = "It opens in May. It was passed. It stands."
    given.article(
        claim(text, "It opens in May.", modality=Modality.WILL),
        replace(claim(text, "It was passed."), stages=(Stage.PASSED,)),
        claim(text, "It stands."), text=text)
    given.keep()

    assert texts(listed(client, "?kind=modality")) == ["It opens in May."]
    assert texts(listed(client, "?kind=stage")) == ["It was passed."]
    assert "Stage passed" in listed(client, "?kind=stage").one("table").text
    assert len(texts(listed(client, "?kind=nothing"))) == 3


def test_what_others_tagged_is_no_state_until_i_tagged(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    given.tag(vote, Relation.CONFLICT, by=given.reviewer("Zoe"))
    given.keep()
    assert texts(listed(client, "?state=conflict")) == []
    assert "Suggested: Conflict" in listed(client).one("table").text

    given.tag(vote, Relation.AGREE, by=given.reviewer("Ada"))
    given.keep()

    assert len(texts(listed(client, "?state=conflict"))) == 2


@pytest.mark.parametrize("query", [
    "?kind=colour", "?state=lost", "?source=x", "?article=-1", "?topic=0",
    "?topic=9999999999999999999999", "?after=999", "?edit=999", "?split=999", "?claim=999",
    "?edit=0", "?after=x",
])
def test_a_filter_that_no_page_wrote_is_refused(
    client: TestClient, vote: Pair, query: str,
) -> None:
    listed(client, query, 422)


def test_no_claim_matches(client: TestClient, vote: Pair) -> None:
    shown = listed(client, "?state=left_out")

    assert "No claim matches these filters" in shown.text


def test_a_case_without_claims_says_the_next_step(client: TestClient, given: Given) -> None:
    given.case()
    given.keep()

    assert "Import articles" in listed(client).one("section.empty").text
    assert client.get("/cases/99/claims").status_code == 404


def test_a_thousand_claims_come_in_pages_of_25(client: TestClient, given: Given) -> None:
    given.article(*(f"Bridge {n} has {n} piers." for n in range(1, 61)))
    given.keep()

    first = listed(client)
    second = Markup(client.get(first.one("a[rel=next]")["href"]).text)
    third = Markup(client.get(second.one("a[rel=next]")["href"]).text)
    back = Markup(client.get(third.one("a[rel=prev]")["href"]).text)

    assert len(texts(first)) == 25
    assert "1–25 of 60" in first.text
    assert "51–60 of 60" in third.text
    assert third.all("a[rel=next]") == []
    assert texts(back) == texts(second)
    assert "26–50 of 60" in back.text
    assert Markup(client.get(back.one("a[rel=prev]")["href"]).text).all("a[rel=prev]") == []


def test_correcting_opens_in_the_row_and_returns_to_it(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    link = next(each["href"] for each in listed(client, "?state=open").all("a.claim-table__edit")
                if each.text.startswith("Correct"))
    assert link == f"/cases/1/claims?state=open&edit={vote.key.first}#claim-{vote.key.first}"
    shown = Markup(client.get(link).text)
    assert shown.one("h3.claim-table__title").text == "Correct claim 1"
    form = sent(shown) | {"value": [
        "12-1" if fact.kind is FactKind.VOTE else str(fact.value)
        for fact in given.store.claims.get(vote.key.first).facts]}
    given.keep()

    answer = client.post(f"/claims/{vote.key.first}/correct", data=form)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/cases/1/claims?state=open&corrected=")
    after = Markup(client.get(answer.headers["location"]).text)
    assert "Vote corrected." in after.one("form.corrected").text
    assert [chip.text for chip in after.all("span.fact--person")][1:] == ["Vote 12–1"]


def test_what_is_wrong_is_told_in_the_row(client: TestClient, vote: Pair) -> None:
    shown = listed(client, f"?edit={vote.key.first}&state=open")

    answer = client.post(f"/claims/{vote.key.first}/correct",
                         data=sent(shown) | {"speaker": "Bo", "value": []})

    assert answer.status_code == 422
    again = Markup(answer.text)
    assert again.one("h3.claim-table__title").text == "Correct claim 1"
    assert "#how" in [link["href"] for link in again.one("#problems").all("a")]
    assert again.one("input[id=speaker]")["value"] == "Bo"
    assert len(texts(again)) == 2


def test_the_selection_is_named_by_the_server(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    first, second, _ = ids(given, vote)[:3]

    answer = client.get(f"/cases/1/claims?claim={first}&claim={second}",
                        headers={"hx-request": "true", "hx-target": "bulk"})

    bulk = Markup(answer.text).one("div#bulk")
    assert "2 selected" in bulk.text
    assert f"claims 1 and 2, {LONG_NAME}" in bulk.text
    assert "<table" not in answer.text
    assert [button["value"] for button in bulk.all("button[disabled]")] == ["split"]


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
