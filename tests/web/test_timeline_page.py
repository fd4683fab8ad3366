"""The timeline as a page and as a file."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Reason
from app.domain.topics import Answer, Topic
from tests.factories import Given
from tests.web.markup import Markup

WILD = "<b>Bold & “loud” " + "very " * 60 + "</b>"


@pytest.fixture
def topic_id(given: Given) -> int:
    """Two outlets on two days; the second has a wild name."""
    given.reviewer("Ada")
    claims = [given.claims(given.article(f"Piers {n}.", source=source,
                                         published_on=date(2026, 11, n)))[0]
              for n, source in ((2, "Courier"), (4, WILD))]
    given.store.topics.propose(given.case().id, [Topic(
        label=f"Number {WILD}", reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value=f"{n} {WILD}", version=n)
            for n, claim in enumerate(claims, start=1)))])
    given.keep()
    return 1


def test_the_drawing_has_a_title_and_the_tables_say_the_same(
    client: TestClient, topic_id: int,
) -> None:
    page = Markup.of(client.get(f"/topics/{topic_id}/timeline"))

    drawing = page.one("svg.time__svg")
    assert drawing["role"] == "img"
    assert drawing["aria-labelledby"] == page.one("svg title")["id"]
    assert page.words(".time-table__table thead th") == [
        "Version", "First told by", "Then by", "State now"]
    assert [words[:1] for words in page.words(".time-table__version bdi")] == ["1", "2"]
    assert page.all("[style]") == []


def test_the_file_is_an_image_of_its_own(client: TestClient, topic_id: int) -> None:
    answer = client.get(f"/topics/{topic_id}/timeline.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.text.startswith("<svg xmlns=")
    assert "<b>" not in answer.text


@pytest.mark.parametrize("path", ["/topics/9/timeline", "/topics/9/timeline.svg"])
def test_a_topic_that_is_not_here_is_404(
    client: TestClient, topic_id: int, path: str,
) -> None:
    assert client.get(path).status_code == 404


def test_what_cannot_be_drawn_says_why_and_is_no_file(client: TestClient, given: Given) -> None:
    given.reviewer("Ada")
    pair = given.pair()
    given.topic(pair)
    given.keep()

    page = Markup.of(client.get("/topics/1/timeline"))

    assert "so there is nothing to order" in page.one(".time-none").text
    assert page.all("svg.time__svg") == []
    assert client.get("/topics/1/timeline.svg").status_code == 404
