"""What the suggestion of a pair rests on, opened on the page of the pair."""

from fastapi.testclient import TestClient

from app.domain.facts import FactKind, Named
from app.domain.pairs import Pair
from tests.factories import Given, claim
from tests.web.markup import Markup

WHY = {"HX-Request": "true", "HX-Target": "why"}
HOSTILE = '<i>The</i> council of "Tarnley" voted.'


def pair_of(given: Given) -> Pair:
    pair = given.pair(claim(HOSTILE, facts={"Tarnley": Named(
        of_kind=FactKind.PLACE, name="<b>Tarnley</b>")}), sources=("<u>Courier</u>", "Herald"))
    given.keep()
    return pair


def test_it_is_closed_at_first_and_names_its_size(client: TestClient, given: Given) -> None:
    page = Markup.of(client.get(f"/pairs/{pair_of(given).id}"))

    [link] = page.all("#why-open")
    assert link.tag == "a"
    assert link["href"] == link["hx-get"]
    assert link["href"].endswith("&why=1")
    assert link["hx-target"] == "#why"
    assert page.one(".why__size").text == "1 finding, 1 value"
    assert page.all(".grounds") == []


def test_the_link_opens_it_without_a_script(client: TestClient, given: Given) -> None:
    pair = pair_of(given)
    closed = Markup.of(client.get(f"/pairs/{pair.id}"))

    page = Markup.of(client.get(closed.one("#why-open")["href"]))

    assert page.one("details#why").get("open") is not None
    assert page.one("#why-open").tag == "summary"
    assert page.words(".why__title") == [
        "Findings", "Normalised values", "Why these two meet", "Words side by side",
        "Something is read wrongly"]
    assert page.one(".grounds").one(".tag")["data-state"] == "suggested"
    assert page.words(".grounds td")[-1] == "Decides the suggestion"


def test_htmx_is_given_the_block_and_the_links_that_keep_it_open(
    client: TestClient, given: Given
) -> None:
    answer = client.get(f"/pairs/{pair_of(given).id}?why=1", headers=WHY)

    part = Markup.of(answer)
    assert part.one("#why").tag == "details"
    assert part.all("#strip") == []
    assert part.all("blockquote") == []
    for name in ("#hints", "#foot-1", "#foot-2"):
        assert part.one(name)["hx-swap-oob"] == "true"
    for name in ("#wider-1", "#hint-marks", "#hint-context"):
        assert part.one(name)["href"].endswith("why=1")


def test_what_comes_from_articles_is_text(client: TestClient, given: Given) -> None:
    page = Markup.of(client.get(f"/pairs/{pair_of(given).id}?why=1"))

    why = page.one("#why")
    assert why.all("b") == why.all("i") == why.all("u") == []
    assert "Place <b>Tarnley</b>" in why.words(".fact")
    assert why.words(".values th")[1] == "<u>Courier</u>"


def test_a_pair_of_no_values_says_so(client: TestClient, given: Given) -> None:
    pair = given.pair()
    given.keep()

    why = Markup.of(client.get(f"/pairs/{pair.id}?why=1")).one("#why")

    assert "Neither claim commits to a value." in why.text


def test_the_opened_page_holds_nothing_that_the_policy_forbids(
    client: TestClient, given: Given
) -> None:
    text = client.get(f"/pairs/{pair_of(given).id}?why=1").text

    assert " style=" not in text
    assert " onclick=" not in text
