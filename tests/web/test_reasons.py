"""The page on how often each reason is right."""

from fastapi.testclient import TestClient

from app.domain.pairs import Relation
from app.domain.people import Role
from tests.factories import Given
from tests.web.markup import Markup


def test_an_admin_finds_it_under_the_account(client: TestClient, given: Given) -> None:
    given.reviewer("Root", Role.ADMIN)
    for _ in range(8):
        given.tag(given.pair(), Relation.CONFLICT)
    given.keep()

    link = Markup.of(client.get("/")).one(".menu__item[href=/admin/reasons]")
    page = Markup.of(client.get(link["href"]))

    assert page.words("h1") == ["Reasons"]
    assert page.words("tbody th") == ["Number"]
    cells = page.words("tbody td")
    assert cells[0].startswith("8")
    assert cells[1:3] == ["8", "8"]
    assert cells[3].startswith("100%")
    assert cells[4] == "× 0.80"
    assert page.one("tbody a")["href"] == "/queue?reason=number"


def test_too_few_decisions_give_no_share(client: TestClient, given: Given) -> None:
    given.reviewer("Root", Role.ADMIN)
    given.tag(given.pair(), Relation.CONFLICT)
    given.keep()

    page = Markup.of(client.get("/admin/reasons"))

    assert page.words("tbody td")[1:] == ["1", "–", "Too few for a share", "–"]


def test_an_empty_store_says_what_the_page_is_for(client: TestClient, given: Given) -> None:
    given.reviewer("Root", Role.ADMIN)
    given.keep()

    assert "No suggestion yet" in client.get("/admin/reasons").text


def test_nobody_else_finds_or_opens_it(client: TestClient, given: Given) -> None:
    given.reviewer("Ada", Role.ADJUDICATOR)
    given.keep()

    assert "/admin/reasons" not in client.get("/").text
    answer = client.get("/admin/reasons")
    assert answer.status_code == 403
    assert "Only admins" in answer.text
