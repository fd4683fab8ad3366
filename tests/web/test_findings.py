"""The queue as findings: one block, one press, one way back."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair, Relation
from tests.factories import Given
from tests.web.answering import relations
from tests.web.finding import findings, followed, sent
from tests.web.markup import Markup


def press(client: TestClient, page: Markup, relation: str = "conflict") -> Response:
    [form] = page.all("form.finding__answers")
    return client.post(form["action"], data=sent(form, tag=relation))


def test_a_finding_in_many_pairs_is_one_block(client: TestClient, slip: list[Pair]) -> None:
    page = findings(client)

    assert page.words("span.finding__size") == ["5 pairs"]
    assert page.words("h2.finding__question") == ["Is it the same figure for the number of piers?"]
    assert page.words("li.finding__value") == [
        "version 1 4 Courier, paragraph 1", "version 2 5 Herald, paragraph 1"]
    assert page.words("p.panel__foot") == ["2 more pairs: 4, 5Show all 5"]
    assert "They come from 1 finding." in page.text


def test_all_pairs_of_a_block_can_be_shown(client: TestClient, slip: list[Pair]) -> None:
    [link] = findings(client).all("p.panel__foot a")

    page = Markup.of(client.get(link["href"].partition("#")[0]))

    assert len(page.all("article.finding tr[data-row]")) == 5


def test_one_press_tags_the_open_pairs_and_one_undo_takes_all_back(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    given.tag(slip[0], Relation.AGREE)
    given.keep()
    first = findings(client)

    page = followed(client, press(client, first))

    assert "Tag the 4 open pairs at once" in first.text
    assert page.one("form.pressed").text.startswith("4 pairs saved as conflict")
    assert [relations(given, pair) for pair in slip] == [
        [Relation.AGREE], *[[Relation.CONFLICT]] * 4]
    undo = page.one("form.pressed")
    back = followed(client, client.post(undo["action"], data=sent(undo)))
    assert back.one("form.pressed").text == "4 tags taken back"
    assert relations(given, slip[1]) == [Relation.CONFLICT, None]


def test_two_presses_of_one_form_are_one(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    page = findings(client)
    press(client, page)

    again = followed(client, press(client, page))

    assert again.one("form.pressed").text.startswith("5 pairs saved as conflict")
    assert relations(given, slip[0]) == [Relation.CONFLICT]


def test_a_pair_taken_out_stands_for_itself(client: TestClient, slip: list[Pair]) -> None:
    links = findings(client).all("td.queue__keep a")

    page = Markup.of(client.get(links[1]["href"]))

    assert page.words("span.finding__size") == ["4 pairs"]
    assert len(page.all("table.queue--findings tr[data-row]")) == 1
    [form] = page.all("form.finding__answers")
    assert len(form.all("input[name=pair]")) == 4


def test_a_block_shows_once_however_the_list_is_paged(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    for n in range(40):
        given.pair(f"Day {n}.", f"Night {n}.", score=0.85 - n / 100)
    given.keep()

    first = findings(client)
    onward = first.one("a[rel=next]")["href"]
    second = Markup.of(client.get(onward))

    assert len(first.all("article.finding") + second.all("article.finding")) == 1
    numbers = [row.text for page in (first, second)
               for row in page.all("td.queue__number")]
    assert len(set(numbers)) == len(numbers)


def test_what_changed_meanwhile_is_refused_and_nothing_is_written(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    page = findings(client)
    given.topic(slip[0], label="Another matter")
    given.keep()

    answer = press(client, page)

    assert answer.status_code in {404, 409}
    assert [relations(given, pair) for pair in slip] == [[]] * 5


@pytest.mark.parametrize("query", ["out=x", "out=0", "after=zz", "as=other", "kept=1"])
def test_an_address_that_no_page_wrote_is_refused(
    client: TestClient, slip: list[Pair], query: str
) -> None:
    assert client.get(f"/queue?{query}").status_code == 422 or query == "out=0"
    assert client.get(f"/queue?as=findings&{query}").status_code == 422


def test_others_tags_stay_hidden_in_a_block(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    given.tag(slip[0], Relation.UNRELATED, by=given.reviewer("Bo"))
    given.tag(slip[1], Relation.UNRELATED, by=given.reviewer("Bo"))
    given.tag(slip[1], Relation.AGREE)
    given.keep()

    page = findings(client)

    assert page.words("td.queue__mine")[:2] == ["Not yet", "Agree with an adjudicator"]
    assert page.all("span[data-relation=unrelated][data-state=tagged]") == []
