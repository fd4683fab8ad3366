"""The log as a page, in a case and in all, and marking it as seen."""

from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from tests.web.answering import tagged
from tests.web.markup import Markup


def test_the_tab_tells_what_was_done_in_the_case(client: TestClient, pairs: list[Pair]) -> None:
    tagged(client, pairs[0], "agree")

    page = Markup.of(client.get(f"/cases/{pairs[0].case_id}/activity"))

    assert page.words(".events__event")[0].startswith("A You tagged pair 1 Agree")
    assert page.one("a.tabs__link[aria-current]").text == "Activity"


def test_the_overview_tells_the_newest_and_links_to_all(
    client: TestClient, pairs: list[Pair]
) -> None:
    tagged(client, pairs[0], "agree")

    page = Markup.of(client.get("/"))

    assert "You tagged pair 1" in page.one("ol.events").text
    assert client.get("/activity").status_code == 200


def test_filters_of_no_page_are_refused_and_a_foreign_case_is_not_there(
    client: TestClient, pairs: list[Pair]
) -> None:
    assert client.get("/activity?kind=gossip").status_code == 422
    assert client.get("/activity?who=x").status_code == 422
    assert client.get("/activity?before=-1").status_code == 422
    assert client.get("/activity?kind=&who=").status_code == 200
    assert client.get("/cases/999/activity").status_code == 404


def test_seen_comes_back_to_the_page_and_to_no_other_site(
    client: TestClient, pairs: list[Pair]
) -> None:
    back = client.post("/seen", data={"seen": "1", "back": "/cases/1/activity"})
    away = client.post("/seen", data={"seen": "1", "back": "//elsewhere.example"})

    assert (back.status_code, back.headers["location"]) == (303, "/cases/1/activity")
    assert away.headers["location"] == "/"
    assert client.post("/seen", data={"seen": "-1"}).status_code == 422


def test_reports_of_all_cases_are_listed(client: TestClient, pairs: list[Pair]) -> None:
    tagged(client, pairs[0], "conflict")

    page = Markup.of(client.get("/reports"))

    [row] = page.all("tbody tr")
    assert [cell.text for cell in row.all("td")][:4] == ["3", "1", "2", "1"]
    assert page.one("a.nav__link[aria-current]").text == "Reports"
