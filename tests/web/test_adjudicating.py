"""The adjudication workbench: look, settle, give back, open again."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from app.domain.tags import Ruling
from app.services import browsing
from tests.factories import Given
from tests.web.disputing import HTMX, WHY, act_as, disputed, fields, rulings, seen, settle
from tests.web.markup import Element, Markup


@pytest.fixture
def disputes(given: Given) -> list[Pair]:
    """Judge is here first, so that the machine is theirs; Ada and Bo differ on three pairs."""
    given.reviewer("Judge", Role.ADJUDICATOR)
    made = [disputed(given, n) for n in (1, 2, 3)]
    given.keep()
    return made


def in_list(page: Element) -> list[str]:
    return page.words(".disputes__top strong")


def test_the_oldest_dispute_is_open_and_the_others_are_listed(
    client: TestClient, disputes: list[Pair]
) -> None:
    page = Markup.of(client.get("/adjudicate"))

    assert page.one("title").text.startswith("Pair 1, adjudicate")
    assert in_list(page) == ["Pair 1", "Pair 2", "Pair 3"]
    assert page.one(".disputes__link[aria-current]").text.startswith("Pair 1")
    assert "Reviewers differ on 3 pairs in 1 case." in page.one(".page__words").text
    assert page.one("a.nav__link[href=/adjudicate]").text == "Adjudicate 3"


def test_readings_have_no_names_until_they_are_asked_for(
    client: TestClient, disputes: list[Pair]
) -> None:
    hidden = seen(client, disputes[0])
    shown = seen(client, disputes[0], "?names=1")

    assert hidden.words(".readings__who") == ["Reading 1", "Reading 2"]
    assert "Bo" not in hidden.one("main").text.replace("Both", "")
    assert hidden.one("#hide-names")["aria-checked"] == "true"
    assert set(shown.words(".readings__who bdi")) == {"Ada", "Bo"}
    assert shown.one("#hide-names")["aria-checked"] == "false"
    notes = [page.words(".readings__one")[0].split()[0] for page in (hidden, shown)]
    assert notes[0] == notes[1]


def test_every_choice_says_how_many_have_it_and_what_the_report_will_say(
    client: TestClient, disputes: list[Pair]
) -> None:
    page = seen(client, disputes[0])

    assert page.words("label.decide") == [
        "Agree , 1 tag A", "Conflict , 1 tag C", "Related R", "Unrelated U",
        "Leave unresolved X"]
    told = {one["data-preview"]: one.text for one in page.all("[data-preview]")}
    assert told["related"] == ("Related, settled by an adjudicator. "
                               "Tagged by 2 people: 1 agree, 1 conflict.")
    assert told["unresolved"] == ("Left unresolved by an adjudicator. "
                                  "Tags differ: 1 agree, 1 conflict.")


def test_a_decision_is_kept_opens_the_next_dispute_and_stands_in_the_report(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    answer = settle(client, disputes[0], "related")
    page = Markup.of(client.get(answer.headers["location"]))
    report = client.get(f"/cases/{disputes[0].case_id}/report?anyway=1").text

    assert answer.status_code == 303
    assert page.one("title").text.startswith("Pair 2,")
    assert page.one(".saved__words").text == "Pair 1 settled as related"
    assert rulings(given, disputes[0]) == [Ruling.SETTLED]
    assert WHY in report
    assert "Related, settled by an adjudicator. Tagged by 2 people" in report


def test_a_pair_left_unresolved_goes_from_the_list_and_stays_a_dispute_in_the_report(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    settle(client, disputes[0], "unresolved", "Neither plan can be found.")
    page = Markup.of(client.get("/adjudicate"))
    files = {form: client.get(f"/cases/{disputes[0].case_id}/report.{form}?anyway=1").text
             for form in ("json", "csv")}

    assert in_list(page) == ["Pair 2", "Pair 3", "Pair 1"]
    assert page.words(".disputes__title") == ["Decided"]
    assert rulings(given, disputes[0]) == [Ruling.UNRESOLVED]
    assert '"unresolved":{' in files["json"].replace(" ", "")
    assert "Neither plan can be found." in files["json"]
    assert "left unresolved" in files["csv"]


def test_the_last_decision_leads_to_the_empty_workbench_with_how_often_people_agree(
    client: TestClient, disputes: list[Pair]
) -> None:
    for pair in disputes:
        answer = settle(client, pair)

    page = Markup.of(client.get(answer.headers["location"]))
    assert answer.headers["location"] == f"/adjudicate?decided={disputes[2].id}"
    assert page.one(".empty__title").text == "No dispute is open"
    assert "0 of 3 pairs tagged twice have the same tag." in page.one(".empty__words").text
    assert page.one(".saved__words").text == "Pair 3 settled as conflict"


def test_htmx_gets_the_next_dispute_with_list_counts_and_status(
    client: TestClient, disputes: list[Pair]
) -> None:
    answer = settle(client, disputes[0], headers=HTMX)

    part = Markup.of(answer)
    assert answer.status_code == 200
    assert answer.headers["hx-push-url"] == (
        f"/adjudicate/{disputes[1].id}?decided={disputes[0].id}")
    assert part.one("#workbench").one("h2[data-heading]").text
    for beside in ("disputes", "nav-counts", "adjudge-head"):
        assert part.one(f"#{beside}")["hx-swap-oob"] == "true"
    assert part.one("a.nav__link[href=/adjudicate]").text == "Adjudicate 2"
    status = part.one("[hx-swap-oob=innerHTML:#status]").text
    assert status.startswith("Pair 1 settled as conflict. Next:")
    assert part.all("html") == []


def test_more_context_and_names_leave_the_form_alone(
    client: TestClient, disputes: list[Pair]
) -> None:
    for target in ("evidence", "readings"):
        part = Markup.of(client.get(f"/adjudicate/{disputes[0].id}?context=2&names=1",
                                    headers={"HX-Request": "true", "HX-Target": target}))

        assert len(part.all(f"#{target}")) == 1
        assert part.all("textarea") == []


def test_the_tab_of_a_case_holds_its_disputes_alone(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    other = given.case("Town hall")
    pair = given.pair("The hall has a tower.", "The hall has no tower.", case=other)
    given.tag(pair, Relation.AGREE, by=given.reviewer("Ada"))
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    given.keep()

    page = Markup.of(client.get(f"/cases/{other.id}/adjudication"))

    assert page.one("h1").text == "Town hall"
    assert page.one("a.tabs__link[aria-current]").text == "Adjudication 1"
    assert in_list(page) == ["Pair 1"]
    assert fields(page)["case"] == str(other.id)
    assert client.get(f"/adjudicate/{disputes[0].id}?case={other.id}").status_code == 404


def test_the_same_form_sent_twice_decides_once(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    form = fields(seen(client, disputes[0])) | {"decision": "agree", "why": WHY}

    answers = [client.post(f"/adjudicate/{disputes[0].id}", data=form) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {303}
    assert answers[0].headers["location"] == answers[1].headers["location"]
    assert rulings(given, disputes[0]) == [Ruling.SETTLED]


def test_the_reviewers_are_asked_to_discuss_and_see_it_on_the_pair(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    answer = settle(client, disputes[0], "", "Which plan is meant?", act="/discuss")
    page = Markup.of(client.get(answer.headers["location"]))
    act_as(client, given, "Ada")
    pair = Markup.of(client.get(f"/pairs/{disputes[0].id}"))

    assert page.one(".saved__words").text == "Pair 1 is with its reviewers"
    assert page.one("a.nav__link[href=/adjudicate]").text == "Adjudicate 2"
    assert page.words(".disputes__title") == ["With their reviewers"]
    assert "asks you to discuss" in pair.one(".others__asked").text
    assert "Which plan is meant?" in pair.one(".others__asked").text


def test_who_has_not_tagged_does_not_learn_that_tags_differ(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    given.reviewer("Cy")
    settle(client, disputes[0], "", "Which plan is meant?", act="/discuss")
    act_as(client, given, "Cy")

    pair = client.get(f"/pairs/{disputes[0].id}").text

    assert "discuss" not in pair
    assert "Which plan is meant?" not in pair


def test_what_was_decided_is_opened_again_with_a_reason(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    settle(client, disputes[0])
    action = seen(client, disputes[0]).one("form.decision__again")["action"]

    silent = client.post(action, data={"why": ""})
    answer = client.post(action, data={"why": "A third plan was found."})

    page = Markup.of(client.get(answer.headers["location"]))
    assert (silent.status_code, answer.status_code) == (422, 303)
    assert len(page.all("form#decision-form")) == 1
    assert "opened it again" in page.one(".steps-taken").text
    assert "A third plan was found." in page.one(".steps-taken").text
    assert rulings(given, disputes[0]) == [Ruling.SETTLED, Ruling.REOPENED]


def test_many_disputes_are_paged(client: TestClient, given: Given, disputes: list[Pair]) -> None:
    for n in range(4, 30):
        disputed(given, n)
    given.keep()

    first = Markup.of(client.get("/adjudicate"))
    link = first.one(".disputes__more a")["href"]
    second = Markup.of(client.get(link))

    assert len(in_list(first)) == 25
    assert in_list(second) == [f"Pair {n}" for n in range(26, 30)]


def test_the_workbench_links_no_more_than_40_kilobytes_of_style(
    client: TestClient, disputes: list[Pair]
) -> None:
    sheets = Markup.of(client.get("/adjudicate")).all("link[rel=stylesheet]")

    assert sum(len(client.get(sheet["href"]).content) for sheet in sheets) <= 40_960


def test_as_many_queries_are_asked_for_many_disputes_as_for_three(
    client: TestClient, given: Given, disputes: list[Pair]
) -> None:
    few = asked(given)
    for n in range(4, 20):
        disputed(given, n)
    given.keep()

    assert asked(given) == few
    assert few <= 22


def asked(given: Given) -> int:
    """How many statements the workbench sends."""
    judge = given.reviewer("Judge")
    seen: list[str] = []

    def count(*told: object) -> None:
        seen.append(str(told[2]))

    engine = given.store.connection.engine
    event.listen(engine, "before_cursor_execute", count)
    browsing.adjudication(given.store, judge)
    event.remove(engine, "before_cursor_execute", count)
    given.keep()
    return len(seen)
