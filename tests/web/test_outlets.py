"""The pages of sources: the list, a profile, its drawing and its words."""

from fastapi.testclient import TestClient

from tests.factories import Given
from tests.services.test_browsing_outlets import many, source_id
from tests.web.markup import Markup


def shown(client: TestClient, given: Given, query: str = "") -> Markup:
    number = source_id(given, "Courier")
    given.keep()
    answer = client.get(f"/sources/{number}{query}")
    assert answer.status_code == 200
    return Markup.of(answer)


def test_a_profile_tells_shares_with_their_range_beside_the_drawing(
    client: TestClient, given: Given,
) -> None:
    many(given, 10, 4)

    page = shown(client, given)

    assert page.one("h1").text == "Courier"
    assert page.words("div.outlet__figure dd") == ["10", "4", "17%–69%", "0"]
    row = page.all("tr.profile__row")[0]
    assert row.words("td")[2] == "40% (17% to 69%)"
    assert row.one("rect.profile__part")["width"] == "40"
    assert row.one("rect.profile__tick")["x"] == "33"
    assert row.one("svg").get("aria-hidden") == "true"
    assert "Alone is not wrong." in page.one("p.outlet__note").text
    for link in page.all("a.profile__figure"):
        assert shown(client, given, "?" + link["href"].partition("?")[2].partition("#")[0]).all(
            "section#list")


def test_too_few_topics_have_no_share(client: TestClient, given: Given) -> None:
    many(given, 3, 1)

    assert "Too few topics for a share" in shown(client, given).one("table").text


def test_an_outlet_without_topics_says_what_is_needed(
    client: TestClient, given: Given,
) -> None:
    given.article("The bridge stands.", source="Courier")

    page = shown(client, given)

    assert "Courier has no topic with three or more sources yet" in page.text
    assert page.all("table") == []


def test_all_sources_are_listed_and_lead_to_their_profiles(
    client: TestClient, given: Given,
) -> None:
    given.article("The bridge stands.", source="<b>Courier</b> " + "x" * 180)
    given.keep()

    listed = Markup.of(client.get("/sources"))

    assert listed.one("th.outlets__name").text.startswith("<b>Courier</b> x")
    assert client.get(listed.one("th.outlets__name a")["href"]).status_code == 200
    assert [link["href"] for link in listed.all("a.menu__item") if link.text == "Sources"] == [
        "/sources"]


def test_no_source_says_the_next_step(client: TestClient, given_reviewer: None) -> None:
    assert "No source yet" in client.get("/sources").text


def test_what_no_page_wrote_is_refused(client: TestClient, given: Given) -> None:
    given.article("The bridge stands.")
    given.keep()

    assert client.get("/sources/99").status_code == 404
    assert client.get("/sources/99999999999999999999").status_code == 404
    assert client.get("/sources/1?list=colour").status_code == 422
    assert client.get("/sources/1?after=-1").status_code == 422
    assert client.get("/sources/1?alone=perhaps").status_code == 422
