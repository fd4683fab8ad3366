"""The claims of a case: filter, pages, and the form that opens in a row."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from app.domain.claims import Modality, Stage
from app.domain.facts import FactKind
from app.domain.pairs import Pair, Relation
from tests.factories import Given, claim
from tests.web.claiming import LONG_NAME, ids, listed, sent, texts, two_tallies
from tests.web.markup import Markup


@pytest.fixture
def vote(given: Given) -> Pair:
    return two_tallies(given)


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


def test_a_form_keeps_its_place_over_pages(client: TestClient, given: Given) -> None:
    given.article(*(f"Bridge {n} has {n} piers." for n in range(1, 61)))
    given.keep()

    shown = listed(client, "?edit=40")

    assert shown.one("h3.claim-table__title").text == "Correct claim 40"
    assert texts(shown)[0] == "Bridge 40 has 40 piers."
    assert "40–60 of 60" in shown.text
    assert str(sent(shown)["back"]).endswith("?after=39#claim-40")
    assert texts(listed(client, "?edit=20"))[0] == "Bridge 1 has 1 piers."
