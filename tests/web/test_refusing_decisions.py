"""What the adjudication workbench refuses: nothing is written, and what was typed is kept."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from app.domain.tags import Ruling
from app.services import settling
from tests.factories import NOON, Given
from tests.web.disputing import HTMX, WHY, act_as, disputed, fields, rulings, seen, settle
from tests.web.markup import Markup


@pytest.fixture
def disputes(given: Given) -> list[Pair]:
    """Judge is here first, so that the machine is theirs; Ada and Bo differ on three pairs."""
    given.reviewer("Judge", Role.ADJUDICATOR)
    made = [disputed(given, n) for n in (1, 2, 3)]
    given.keep()
    return made


@pytest.mark.parametrize(("decision", "why", "wrong"), [
    ("conflict", "", ["why"]), ("conflict", "  \n", ["why"]), ("", WHY, ["decision"]),
    ("", "", ["decision", "why"]), ("conflict", "a\0b", ["why"]),
    ("conflict", "x" * 10_001, ["why"]),
])
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    client: TestClient, given: Given, disputes: list[Pair], decision: str, why: str,
    wrong: list[str],
) -> None:
    answer = settle(client, disputes[0], decision, why)

    page = Markup.of(answer)
    assert answer.status_code == 422
    assert page.one("title").text.startswith("Error: ")
    assert [link["href"] for link in page.all(".problems__list a")] == [f"#{on}" for on in wrong]
    assert page.one("textarea#why").text == " ".join(why.replace("\0", "\ufffd").split())
    chosen = [one["value"] for one in page.all("input[checked]")]
    assert chosen == ([decision] if decision else [])
    assert rulings(given, disputes[0]) == []


def test_what_was_settled_meanwhile_is_said_and_the_reason_is_kept(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    form = fields(seen(client, disputes[0])) | {"decision": "agree", "why": WHY}
    other = given.reviewer("Second judge", Role.ADMIN)
    settling.settle(given.store, other, disputes[0].id, Relation.RELATED, why="So.", at=NOON)
    given.keep()

    answer = client.post(f"/adjudicate/{disputes[0].id}", data=form, headers=HTMX)

    page = Markup.of(answer)
    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#workbench"
    assert page.one("#refused").text == "This pair is settled already"
    assert "An adjudicator set Related" in page.one(".refused").text
    assert page.one("textarea#why").text == WHY
    assert rulings(given, disputes[0]) == [Ruling.SETTLED]


def test_a_tag_that_changed_meanwhile_is_shown_and_the_decision_can_be_sent_again(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    form = fields(seen(client, disputes[0])) | {"decision": "agree", "why": WHY}
    given.tag(disputes[0], Relation.UNRELATED, by=given.reviewer("Bo"))
    given.keep()

    late = client.post(f"/adjudicate/{disputes[0].id}", data=form)
    page = Markup.of(late)
    again = client.post(f"/adjudicate/{disputes[0].id}",
                        data=fields(page) | {"decision": "agree", "why": WHY})

    assert (late.status_code, again.status_code) == (409, 303)
    assert [one["value"] for one in page.all("input[checked]")] == ["agree"]
    assert page.one("textarea#why").text == WHY
    assert rulings(given, disputes[0]) == [Ruling.SETTLED]


def test_where_the_reviewers_agree_meanwhile_the_reason_is_shown_once_more(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    form = fields(seen(client, disputes[0])) | {"decision": "agree", "why": WHY}
    given.tag(disputes[0], Relation.AGREE, by=given.reviewer("Bo"))
    given.keep()

    late = client.post(f"/adjudicate/{disputes[0].id}", data=form)

    assert late.status_code == 409
    assert WHY in Markup.of(late).one(".refused__note").text
    assert client.get(f"/adjudicate/{disputes[0].id}").status_code == 404


@pytest.mark.parametrize("name", ["Ada", "Vi"])
def test_to_everybody_else_there_is_no_workbench(
    client: TestClient, given: Given, disputes: list[Pair], name: str
) -> None:
    given.reviewer("Vi", Role.VIEWER)
    act_as(client, given, name)
    here, form = disputes[0], {"decision": "agree", "why": WHY}

    answers = [client.get("/adjudicate"), client.get(f"/adjudicate/{here.id}"),
               client.get(f"/cases/{here.case_id}/adjudication")]
    answers += [client.post(f"/adjudicate/{here.id}{act}", data=form)
                for act in ("", "/discuss", "/reopen")]

    assert {answer.status_code for answer in answers} == {404}
    bars = Markup.of(client.get(f"/cases/{here.case_id}")).words("nav")
    assert not any("Adjudicat" in bar for bar in bars)
    assert rulings(given, here) == []


def test_an_adjudicator_who_tagged_a_pair_neither_sees_nor_settles_its_dispute(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    given.tag(disputes[0], by=given.reviewer("Judge"))
    given.keep()

    page = Markup.of(client.get("/adjudicate"))
    answer = client.post(f"/adjudicate/{disputes[0].id}",
                         data={"decision": "agree", "why": WHY, "version": 0})

    assert page.words(".disputes__top strong") == ["Pair 2", "Pair 3"]
    assert client.get(f"/adjudicate/{disputes[0].id}").status_code == 403
    assert answer.status_code == 403
    assert rulings(given, disputes[0]) == []


@pytest.mark.parametrize("path", [
    "/adjudicate/99", "/adjudicate/x", "/adjudicate/99999999999999999999",
    "/cases/99/adjudication",
])
def test_what_is_not_there_is_not_found(
    client: TestClient, disputes: list[Pair], path: str
) -> None:
    assert client.get(path).status_code == 404


def test_a_pair_on_which_nobody_differs_is_no_dispute(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    pair = given.pair("A.", "B.")
    given.tag(pair, Relation.AGREE, by=given.reviewer("Ada"), note="Hush.")
    given.keep()

    answer = client.get(f"/adjudicate/{pair.id}")

    assert answer.status_code == 404
    assert "Hush." not in answer.text


@pytest.mark.parametrize("fields", [
    {"decision": "settled"}, {"decision": "agree", "reviewer": "2"}, {"version": "new"},
])
def test_a_form_that_no_page_sends_is_refused(
    client: TestClient, disputes: list[Pair], fields: dict[str, str]
) -> None:
    assert client.post(f"/adjudicate/{disputes[0].id}", data=fields).status_code == 422
