"""Three tags that do not fit together, on the page."""

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Relation
from tests.factories import Given
from tests.web.finding import findings, followed, sent
from tests.web.markup import Markup


@pytest.fixture
def misfit(given: Given) -> str:
    """Three tags of Ada that do not fit together; the id of their check."""
    claims = [claim for source in ("Courier", "Herald", "Mail")
              for claim in given.claims(given.article(f"The {source} counts.", source=source))]
    made = [given.paired(claims[a], claims[b]) for a, b in ((0, 1), (1, 2), (0, 2))]
    given.topic(*made)
    for pair, relation in zip(
            made, (Relation.AGREE, Relation.AGREE, Relation.CONFLICT), strict=True):
        given.tag(pair, relation)
    given.keep()
    return f"{made[2].id}-{made[0].id}-{made[1].id}"


def test_a_misfit_is_drawn_and_told_and_the_queue_counts_it(
    client: TestClient, misfit: str
) -> None:
    page = findings(client, "mine=not_yet")

    assert "1 warning" in client.get("/queue").text
    assert page.one("svg.triangle title").text == (
        "A and B: agree; B and C: agree; A and C: conflict")
    assert len(page.all("li.misfit__edge")) == 3
    assert "1 of 1 warning. Only your own tags are checked here." in page.text


def test_it_is_kept_with_a_reason_and_shown_again(client: TestClient, misfit: str) -> None:
    form = findings(client).one("form.misfit__form")

    kept = followed(client, client.post(form["action"], data=sent(form, why="Two questions.")))
    undo = kept.one("form.pressed")
    again = followed(client, client.post(undo["action"], data=sent(undo)))

    assert form["action"] == f"/checks/{misfit}/keep"
    assert kept.all("article.misfit") == []
    assert len(again.all("article.misfit")) == 1


@pytest.mark.parametrize(("path", "data", "status"), [
    ("/checks/1-2-3/keep", {"why": "No"}, 404), ("/checks/x/keep", {"why": "No"}, 404),
    ("/checks/{}/keep", {"why": " "}, 422), ("/checks/{}/keep", {"why": "x" * 2_001}, 422),
    ("/checks/9-9-9/show", {}, 404), ("/batches/77/undo", {}, 404),
    ("/findings/none-1/tag", {"tag": "agree", "pair": "1"}, 404),
])
def test_a_check_that_is_not_there_or_has_no_reason_is_refused(
    client: TestClient, misfit: str, path: str, data: dict[str, str], status: int
) -> None:
    assert client.post(path.format(misfit), data=data).status_code == status


def test_after_a_tag_that_does_not_fit_the_next_page_says_so(
    client: TestClient, given: Given, misfit: str
) -> None:
    conflict = int(misfit.partition("-")[0])

    page = Markup.of(client.get(f"/pairs/{conflict}?saved={conflict}"))

    assert "Three of your tags do not fit together" in page.one("p.question__misfit").text
    assert page.one("p.question__misfit a")["href"] == "/queue?as=findings#misfits"
