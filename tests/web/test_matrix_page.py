"""The matrix as a page."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from app.domain.topics import Topic
from tests.factories import Given
from tests.web.markup import Markup


@pytest.fixture
def told(given: Given) -> tuple[Pair, Topic]:
    """Two sources on one topic, and a third that is silent."""
    pair = given.pair("The bridge stands on four piers.", "Five piers carry the bridge.")
    topic = given.topic(pair)
    given.article("It rained.", source="Observer")
    given.keep()
    return pair, topic


def matrix(client: TestClient, pair: Pair, query: str = "") -> Markup:
    return Markup.of(client.get(f"/cases/{pair.case_id}{query}"))


def test_topics_are_rows_and_sources_are_columns(
    client: TestClient, told: tuple[Pair, Topic]
) -> None:
    page = matrix(client, told[0])

    assert page.words("thead th") == [
        "1 topic", "Courier no date · 1 claim", "Herald no date · 1 claim",
        "Observer no date · 1 claim", "State"]
    assert page.words("tbody th") == ["Number of piers Number"]
    assert {head["scope"] for head in page.all("thead th")} == {"col"}
    assert page.one("tbody th")["scope"] == "row"
    assert page.one("caption").text


def test_silence_is_written_out_and_counts_for_nothing(
    client: TestClient, told: tuple[Pair, Topic]
) -> None:
    cells = matrix(client, told[0]).all("td.matrix__cell")

    assert cells[2].text == "– Not mentioned"
    assert cells[2].get("data-differs") is None


def test_a_cell_opens_what_stands_behind_it(
    client: TestClient, given: Given, told: tuple[Pair, Topic]
) -> None:
    first = matrix(client, told[0]).all("td.matrix__cell")[0].one("a")

    behind = Markup.of(client.get(first["href"]))
    assert behind.words(".said__words") == ["The bridge stands on four piers."]
    assert behind.words(".said__pair a") == ["Pair 1"]
    assert behind.words(".said__pair .tag") == ["Suggested: Conflict"]
    assert "Review 1 open pair" in behind.one(".said__ways").text
    review = behind.one(".said__ways .button--primary")["href"]
    assert client.get(review).status_code == 200


def test_the_details_come_alone_for_the_script_and_leave_the_address(
    client: TestClient, told: tuple[Pair, Topic]
) -> None:
    headers = {"HX-Request": "true", "HX-Target": f"row-{told[1].id}"}

    opened = client.get(f"/topics/{told[1].id}/row?src=1", headers=headers)
    closed = client.get(f"/topics/{told[1].id}/row?closed=1", headers=headers)

    assert "<html" not in opened.text
    assert opened.headers["hx-push-url"] == "false"
    assert f'<div id="row-{told[1].id}"></div>' in closed.text


def test_details_tell_my_tags_and_settlements_but_not_what_others_tagged(
    client: TestClient, given: Given, told: tuple[Pair, Topic]
) -> None:
    def states() -> list[str]:
        given.keep()
        return Markup.of(client.get(f"/topics/{told[1].id}/row")).words(".said__pair .tag")

    given.tag(told[0], Relation.UNRELATED, by=given.reviewer("Bo"))
    before = states()
    given.tag(told[0], Relation.AGREE)
    tagged = states()
    given.settlement(told[0], Relation.RELATED)

    assert before == ["Suggested: Conflict"] * 2
    assert tagged == ["Agree"] * 2
    assert states() == ["Related"] * 2


@pytest.mark.parametrize(("query", "status"), [
    ("?src=3", 404), ("?src=x", 422), ("?src=99", 404), ("", 200),
])
def test_details_of_what_is_not_here(
    client: TestClient, told: tuple[Pair, Topic], query: str, status: int
) -> None:
    assert client.get(f"/topics/{told[1].id}/row{query}").status_code == status


def test_a_phone_leads_to_open_pairs_and_to_all_sources(
    client: TestClient, told: tuple[Pair, Topic]
) -> None:
    [block] = matrix(client, told[0]).all(".block")

    ways = {link.text: link["href"] for link in block.all(".block__foot a")}
    assert ways["Review 1 open pair"].endswith(f"/pairs?topic={told[1].id}&mine=not_yet")
    assert ways["Compare all"] == f"/topics/{told[1].id}/compare"
    assert all(client.get(href).status_code == 200 for href in ways.values())


def test_a_suggestion_tints_nothing_and_a_confirmed_conflict_does(
    client: TestClient, given: Given, told: tuple[Pair, Topic]
) -> None:
    pair, _ = told
    before = matrix(client, pair)

    given.tag(pair, Relation.CONFLICT)
    given.keep()
    after = matrix(client, pair)

    assert before.all("[data-differs]") == []
    assert before.words(".matrix__state .tag") == ["Not reviewed"]
    assert [cell.get("data-differs") is not None for cell in after.all("td.matrix__cell")] == [
        False, True, False]
    assert after.words("td.matrix__state") == ["Conflict 1 of 1 pair"]


def test_what_others_tagged_does_not_show_before_the_viewer_has_tagged(
    client: TestClient, given: Given, told: tuple[Pair, Topic]
) -> None:
    given.tag(told[0], Relation.CONFLICT, by=given.reviewer("Bo"))
    given.keep()

    assert matrix(client, told[0]).words(".matrix__state .tag") == ["Not reviewed"]


def test_the_same_stands_there_for_a_phone(client: TestClient, told: tuple[Pair, Topic]) -> None:
    [block] = matrix(client, told[0]).all(".block")

    assert block.one("h2").text == "Number of piers"
    assert len(block.all(".block__version")) == 2
    assert block.one(".block__silent").text == "– Not mentioned by Observer"


@pytest.mark.parametrize("show", ["values", "claims", "versions"])
def test_each_view_says_which_one_it_is(
    client: TestClient, told: tuple[Pair, Topic], show: str
) -> None:
    page = matrix(client, told[0], f"?show={show}&order=topic")

    current = page.one("nav[aria-label=Show]").one("[aria-current=true]")
    assert current["href"] == f"?show={show}&order=topic"
    assert page.one(".menu__list [aria-current=true]").text == "Topic"
    assert [sign.text for sign in page.all("td .version")] == ["version 1", "version 2"]


def test_versions_only_keeps_the_value_for_those_who_listen(
    client: TestClient, told: tuple[Pair, Topic]
) -> None:
    cell = matrix(client, told[0], "?show=versions").all("td.matrix__cell")[0]

    assert cell.one("bdi.hidden-text").text == "value 1"


def test_the_cells_are_one_tab_stop_for_the_script(
    client: TestClient, told: tuple[Pair, Topic]
) -> None:
    assert len(matrix(client, told[0]).all("table[data-grid]")) == 1


@pytest.mark.parametrize(("articles", "words"), [
    (0, "Compare your first articles"), (1, "A comparison needs a second article"),
    (2, "These articles share no topic yet"),
])
def test_an_empty_matrix_says_what_is_missing(
    client: TestClient, given: Given, articles: int, words: str
) -> None:
    case = given.case()
    for n in range(articles):
        given.article(f"Bridge {n} is long.", source=f"Outlet {n}")
    given.keep()

    page = Markup.of(client.get(f"/cases/{case.id}"))

    assert page.one(".empty").one("h2").text == words
    assert page.one(".empty").one("a")["href"] == f"/cases/{case.id}/import"
    assert page.all("table") == []


@pytest.mark.parametrize("query", ["?show=all", "?order=random", "?after=9999", "?after=x"])
def test_an_address_that_no_page_wrote_is_refused(
    client: TestClient, told: tuple[Pair, Topic], query: str
) -> None:
    assert client.get(f"/cases/{told[0].case_id}{query}").status_code == 422


def test_a_case_that_is_not_here_is_404(client: TestClient, given: Given) -> None:
    given.reviewer()
    given.keep()

    assert client.get("/cases/7").status_code == 404
