"""Acting as somebody on this machine: choose, come back, add people, and what is refused."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text

from app.domain.pairs import Relation
from app.domain.people import Role
from app.settings import Settings
from tests.factories import Given
from tests.web.markup import Markup

COOKIE = "diptych-acting-8000"


@pytest.fixture
def people(given: Given) -> dict[str, int]:
    """Ada, whose machine it is, Bo, and somebody who settles; their ids by name."""
    made = [given.reviewer("Ada"), given.reviewer("Bo"),
            given.reviewer("Judge", Role.ADJUDICATOR)]
    given.keep()
    return {one.name: one.id for one in made}


def act(client: TestClient, reviewer_id: int, back: str = "/") -> str:
    """Press a name in the account menu; where that leads."""
    answer = client.post("/acting-as", data={"reviewer": reviewer_id, "back": back})
    assert answer.status_code == 303
    return answer.headers["location"]


def badge(client: TestClient) -> str:
    """Who the top bar says is here."""
    return Markup.of(client.get("/")).one(".topbar__account-name").text


def test_the_reviewer_of_this_machine_is_here_at_first(
    client: TestClient, people: dict[str, int]
) -> None:
    assert badge(client) == "Ada"


def test_the_account_menu_lets_choose_among_everybody(
    client: TestClient, people: dict[str, int]
) -> None:
    menu = Markup.of(client.get("/cases?after=3")).one("form.acting")

    assert menu.words(".acting__name") == ["Ada", "Bo", "Judge"]
    assert [one["value"] for one in menu.all("button")] == [str(who) for who in people.values()]
    assert menu.one("[data-chosen]").one(".acting__name").text == "Ada"
    assert menu.one("[name=back]")["value"] == "/cases?after=3"


def test_whoever_was_chosen_is_here_until_somebody_else_is(
    client: TestClient, people: dict[str, int]
) -> None:
    act(client, people["Bo"])
    first = badge(client)

    act(client, people["Ada"])

    assert (first, badge(client)) == ("Bo", "Ada")


def test_the_choice_is_kept_from_scripts_and_other_sites(
    client: TestClient, people: dict[str, int]
) -> None:
    answer = client.post("/acting-as", data={"reviewer": people["Bo"]})

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}={people['Bo']};")
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


def test_over_https_the_choice_is_bound_to_the_host(
    client: TestClient, people: dict[str, int]
) -> None:
    answer = client.post("https://127.0.0.1:8000/acting-as", data={"reviewer": people["Bo"]})

    assert answer.headers["set-cookie"].startswith(f"__Host-{COOKIE}={people['Bo']};")
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("told", ["99", "0", "-1", "two", "²", "9" * 19, "9" * 400, ""])
def test_a_choice_that_means_nobody_leaves_the_reviewer_of_this_machine(
    client: TestClient, people: dict[str, int], told: str
) -> None:
    answer = client.get("/", headers={b"cookie": f"{COOKIE}={told}".encode()})

    assert Markup.of(answer).one(".topbar__account-name").text == "Ada"


def test_somebody_disabled_is_here_no_more_with_the_next_request(
    client: TestClient, given: Given, people: dict[str, int]
) -> None:
    act(client, people["Bo"])
    statement = text("UPDATE reviewers SET is_active = :no WHERE name = 'Bo'")
    no = 0 if given.database.is_sqlite else False
    given.store.connection.execute(statement, {"no": no})
    given.keep()

    assert badge(client) == "Ada"
    assert act(client, people["Bo"]) == "/"
    assert badge(client) == "Ada"


def test_one_comes_back_to_the_page_that_one_was_on(
    client: TestClient, people: dict[str, int]
) -> None:
    assert act(client, people["Bo"], "/queue?mine=tagged") == "/queue?mine=tagged"


@pytest.mark.parametrize("back", [
    "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "", "cases",
    "/\r\nset-cookie: a=b", "/ä",
])
def test_nobody_is_sent_elsewhere(
    client: TestClient, people: dict[str, int], back: str
) -> None:
    assert act(client, people["Bo"], back) == "/"


@pytest.mark.parametrize("fields", [
    {}, {"reviewer": "Bo"}, {"reviewer": "1", "role": "admin"}, {"reviewer": "9" * 30},
])
def test_a_form_that_no_page_sends_is_refused(
    client: TestClient, people: dict[str, int], fields: dict[str, str]
) -> None:
    assert client.post("/acting-as", data=fields).status_code == 422


def test_what_one_person_tagged_stays_hidden_from_the_next(
    client: TestClient, given: Given, people: dict[str, int]
) -> None:
    pair = given.pair()
    given.tag(pair, Relation.UNRELATED, note="Hush, hush.", by=given.reviewer("Ada"))
    given.keep()

    act(client, people["Bo"])

    page = client.get(f"/pairs/{pair.id}").text
    assert "Hush, hush." not in page
    assert "1 other has tagged this pair" in page


def test_a_reviewer_can_be_added_and_chosen(
    client: TestClient, given: Given, people: dict[str, int]
) -> None:
    answer = client.post("/acting-as/reviewers", data={"name": " Cy  Young ", "role": "viewer"})
    page = Markup.of(client.get(answer.headers["location"]))

    [_, _, _, added] = given.store.people.active()
    given.keep()
    assert (added.name, added.role) == ("Cy Young", Role.VIEWER)
    assert page.one(".people__added").text == "Cy Young was added."
    act(client, added.id)
    assert badge(client) == "Cy Young"


@pytest.mark.parametrize("name", ["", "  ", "...", "bo", "BO", "x" * 101, "a\0b"])
def test_a_name_that_cannot_stand_is_shown_again(
    client: TestClient, given: Given, people: dict[str, int], name: str
) -> None:
    answer = client.post("/acting-as/reviewers", data={"name": name, "role": "adjudicator"})

    page = Markup.of(answer)
    assert answer.status_code == 422
    assert page.one("title").text.startswith("Error: ")
    assert page.one("#name")["aria-invalid"] == "true"
    assert page.one("#name")["value"].strip("\ufffd\0") == name.strip("\0")
    assert page.one("option[selected]")["value"] == "adjudicator"
    assert len(given.store.people.active()) == len(people)


def test_a_role_that_does_not_exist_is_refused(
    client: TestClient, people: dict[str, int]
) -> None:
    answer = client.post("/acting-as/reviewers", data={"name": "Cy", "role": "owner"})

    assert answer.status_code == 422


def test_where_people_sign_in_nobody_acts_as_somebody_else(
    client: TestClient, people: dict[str, int]
) -> None:
    assert isinstance(client.app, FastAPI)
    act(client, people["Bo"])
    settings: Settings = client.app.state.settings
    client.app.state.settings = settings.model_copy(update={"host": "192.0.2.1"})

    assert client.get("/acting-as").status_code == 404
    assert client.post("/acting-as", data={"reviewer": people["Bo"]}).status_code == 404
    assert badge(client) == "Ada"
    assert Markup.of(client.get("/")).all("form.acting") == []
