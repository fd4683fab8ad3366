"""Corrections proposed by viewers, taken over or declined by reviewers."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from tests.factories import Given
from tests.web.correcting import form, opened, page, two_tallies, with_vote


@pytest.fixture
def vote(given: Given) -> Pair:
    return two_tallies(given)


def test_a_viewer_sends_the_same_form_as_a_proposal(
    client: TestClient, given: Given, vote: Pair,
) -> None:
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'viewer'")
    given.keep()
    shown = opened(client, vote)
    assert shown.one("form[id=nothing] button").text == "Send as a proposal"

    answer = client.post(f"/claims/{vote.key.first}/correct", data=form(shown) | {
        "value": with_vote(given, vote, "12-1"), "why": "Twelve to one."})

    assert answer.status_code == 303
    assert "proposed=1" in answer.headers["location"]
    [kept] = given.store.proposals.waiting(vote.key.first)
    assert kept.why == "Twelve to one."
    assert given.store.corrections.of_claim(vote.key.first) == ()


def proposed(client: TestClient, given: Given, pair: Pair) -> None:
    """A proposal of a viewer, for the reviewer who is here."""
    sent = form(opened(client, pair))
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'viewer'")
    given.keep()
    client.post(f"/claims/{pair.key.first}/correct", data=sent | {
        "value": with_vote(given, pair, "12-1"), "why": "<Twelve> to one."})
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'reviewer'")
    given.keep()


def test_a_reviewer_takes_a_proposal_over(client: TestClient, given: Given, vote: Pair) -> None:
    proposed(client, given, vote)
    told = opened(client, vote).one("div.proposal")
    assert "Vote: 13–0 would become 12–1" in told.text
    assert "<Twelve> to one." in told.text

    shown = page(client, told.one("a.button")["href"])
    sent = form(shown)
    assert "12-1" in sent["value"]
    answer = client.post(f"/claims/{vote.key.first}/correct", data=sent)

    assert answer.status_code == 303
    assert given.store.proposals.waiting(vote.key.first) == ()
    [made] = given.store.corrections.of_claim(vote.key.first)
    assert made.why == "<Twelve> to one."
    given.keep()
    again = client.post(f"/claims/{vote.key.first}/correct",
                        data=sent | {"version": "1", "speaker": "Bo", "how": "direct"})
    assert again.status_code == 409
    assert len(given.store.corrections.of_claim(vote.key.first)) == 1


def test_a_proposal_is_declined(client: TestClient, given: Given, vote: Pair) -> None:
    proposed(client, given, vote)
    told = opened(client, vote).one("div.proposal")

    answer = client.post(told.one("form")["action"], data={"back": "/"})

    assert answer.headers["location"] == "/"
    assert opened(client, vote).all("div.proposal") == []
    assert client.post(told.one("form")["action"], data={"back": "/"}).status_code == 409
    assert client.post("/proposals/99/decline", data={"back": "/"}).status_code == 404
