"""The names of a case that mean the same: added, told, withdrawn, refused."""

import pytest
from fastapi.testclient import TestClient

from tests.factories import Given
from tests.web.markup import Markup

LEFT = "Mayor Ann Marlow opened the bridge in Orby."
RIGHT = "Mayor Ann Marlaw opened the bridge in Orby."


@pytest.fixture
def address(given: Given) -> str:
    """The page of a case in which one name is spelt two ways."""
    case_id = given.imported(LEFT, RIGHT).case_id
    given.keep()
    return f"/cases/{case_id}/names"


def say(client: TestClient, address: str, name: str = "Ann Marlaw",
        means: str = "Ann Marlow", **more: str) -> tuple[int, str]:
    answer = client.post(address, data={"name": name, "means": means, "kind": "person"} | more)
    return answer.status_code, answer.headers.get("location", "") or answer.text


def shown(client: TestClient, address: str) -> Markup:
    answer = client.get(address)
    assert answer.status_code == 200
    return Markup(answer.text)


def test_the_articles_lead_to_the_names(client: TestClient, address: str) -> None:
    links = shown(client, address.replace("names", "articles")).all(f'a[href="{address}"]')

    assert [link.text for link in links] == ["Names that mean the same"]


def test_a_name_is_added_and_told_with_what_followed(client: TestClient, address: str) -> None:
    status, onward = say(client, address, "<b>Ann</b> Marlaw")

    page = shown(client, onward)
    assert status == 303
    assert page.one("p.saved").text.startswith(
        "“<b>Ann</b> Marlaw” means “Ann Marlow”. 1 pair was compared again")
    assert [cell.text for cell in page.all("tbody tr")[0].all("td")][:2] == [
        "Ann Marlow", "Person"]
    assert "You" in page.one("tbody").text


def test_a_name_is_withdrawn(client: TestClient, address: str) -> None:
    _, onward = say(client, address)

    answer = client.post(shown(client, onward).one("tbody form")["action"])

    page = shown(client, answer.headers["location"])
    assert page.one("p.saved").text.startswith("“Ann Marlaw” no longer means “Ann Marlow”.")
    assert page.all("table") == []


def test_the_page_tells_nothing_of_what_was_done_before(
    client: TestClient, address: str,
) -> None:
    say(client, address)
    _, onward = say(client, address, "A. Marlow")

    assert shown(client, address).all("p.saved") == []
    assert shown(client, onward.replace("done=2", "done=1")).all("p.saved") == []


@pytest.mark.parametrize(("name", "means", "field"), [
    ("", "Ann Marlow", "name"), ("Ann Marlow", "", "means"),
    ("Ann Marlow", "ann marlow", "means"), ("x" * 301, "Ann Marlow", "name"),
])
def test_a_name_that_says_nothing_is_shown_again(
    client: TestClient, address: str, name: str, means: str, field: str,
) -> None:
    status, text = say(client, address, name, means)

    page = Markup(text)
    assert status == 422
    assert [link["href"] for link in page.one("#problems").all("a")] == [f"#{field}"]
    assert page.one("#name").get("value") == name
    assert page.all("table") == []


@pytest.mark.parametrize("more", [{"kind": "colour"}, {"case": "1"}])
def test_a_form_that_no_page_has_is_refused(
    client: TestClient, address: str, more: dict[str, str],
) -> None:
    assert say(client, address, **more)[0] == 422


def test_a_viewer_reads_the_names_and_adds_none(
    client: TestClient, given: Given, address: str,
) -> None:
    say(client, address)
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'viewer'")
    given.keep()

    page = shown(client, address)

    assert page.all("main form") == []
    assert "Ann Marlaw" in page.text
    assert say(client, address, "A")[0] == 403
    assert client.post("/names/1/withdraw").status_code == 403


@pytest.mark.parametrize("missing", ["/cases/99/names", "/cases/x/names"])
def test_a_case_that_is_not_there(
    client: TestClient, given_reviewer: None, missing: str,
) -> None:
    assert client.get(missing).status_code == 404
    assert say(client, missing)[0] == 404


def test_a_name_that_is_not_there_is_not_withdrawn(
    client: TestClient, given_reviewer: None,
) -> None:
    assert client.post("/names/99/withdraw").status_code == 404
