"""The articles of a case, and one with its claims in the text."""

import pytest
from fastapi.testclient import TestClient

from app.domain.articles import Article, Dropped
from app.domain.pairs import Relation
from tests.factories import Given, claim
from tests.web.markup import Markup

TEXT = ("Bridge closes\n\nThe bridge stands on four piers, and it was closed on Friday. "
        "Nobody was hurt.\n\nيقف الجسر على أربع دعائم.")
PIERS = "The bridge stands on four piers"
CLOSED = "it was closed on Friday"
HURT = "Nobody was hurt."


@pytest.fixture
def article(given: Given) -> Article:
    """Three claims: in conflict, not reviewed, and told by one source only."""
    article = given.article(
        claim(TEXT, PIERS, paragraph=2), claim(TEXT, CLOSED, paragraph=2),
        claim(TEXT, HURT, paragraph=2), text=TEXT, title="Bridge closes",
        dropped=(Dropped(text="top of page", why="page navigation"),),
    )
    piers, closed, _ = given.claims(article)
    other = given.claims(given.article("Five piers carry it.", "It closed on Thursday.",
                                       source="Herald"))
    given.tag(given.paired(piers, other[0]), Relation.CONFLICT)
    given.paired(closed, other[1])
    given.keep()
    return article


def page_of(client: TestClient, article: Article, query: str = "") -> Markup:
    return Markup.of(client.get(f"/cases/{article.case_id}/articles/{article.id}{query}"))


def test_claims_are_marked_by_state_with_the_number_of_the_list(
    client: TestClient, article: Article
) -> None:
    page = page_of(client, article)

    assert [mark["data-state"] for mark in page.all("a.passage")] == ["conflict", "open", "alone"]
    assert page.words("a.passage") == [
        f"claim 1: {PIERS}", f"claim 2: {CLOSED}", f"claim 3: {HURT}"]
    assert page.words(".entry__number") == ["1", "2", "3"]
    assert page.words(".entry .tag") == ["Conflict", "Suggested: Conflict"]
    assert page.words(".entry__alone") == ["One source"]


def test_text_and_list_lead_to_each_other(client: TestClient, article: Article) -> None:
    page = page_of(client, article)

    for mark, entry in zip(page.all("a.passage"), page.all("li.entry"), strict=True):
        assert mark["href"] == f"#{entry['id']}"
        assert entry.one("a.entry__gist")["href"] == f"#{mark['id']}"
        assert mark["data-claim"] == entry["data-claim"]


def test_the_text_is_whole_and_each_paragraph_has_its_direction(
    client: TestClient, article: Article
) -> None:
    page = page_of(client, article)

    paragraphs = page.all("p.sheet__paragraph")
    shown = paragraphs[0].text
    for number in "123":
        shown = shown.replace(f"claim {number}: ", "")
    assert [page.one("h2.sheet__title").text, shown, paragraphs[1].text] == TEXT.split("\n\n")
    assert {each["dir"] for each in paragraphs} == {"auto"}


def test_marks_can_be_left_out_by_state(client: TestClient, article: Article) -> None:
    page = page_of(client, article, "?show=&show=conflict")
    none = page_of(client, article, "?show=")

    assert [mark["data-state"] for mark in page.all("a.passage")] == ["conflict"]
    chosen = [box["value"] for box in page.all("input[type=checkbox][checked]")]
    assert chosen == ["conflict"]
    assert len(page.all("li.entry")) == 3
    assert none.all("a.passage") == []


def test_lines_left_out_are_told_with_their_reason(client: TestClient, article: Article) -> None:
    details = page_of(client, article).all("details.facts__more")[0]

    assert details.one("summary").text == "1 line left out"
    assert details.words(".left-out__text") == ["top of page"]
    assert details.words(".left-out__why") == ["page navigation"]


def test_an_unknown_state_is_refused(client: TestClient, article: Article) -> None:
    address = f"/cases/{article.case_id}/articles/{article.id}?show=loud"

    assert client.get(address).status_code == 422


def test_an_article_of_another_case_is_404(
    client: TestClient, given: Given, article: Article
) -> None:
    other = given.case("Another story")
    given.keep()

    assert client.get(f"/cases/{other.id}/articles/{article.id}").status_code == 404
    assert client.get(f"/cases/{article.case_id}/articles/999").status_code == 404


def test_the_list_leads_to_each_article(client: TestClient, article: Article) -> None:
    page = Markup.of(client.get(f"/cases/{article.case_id}/articles"))

    links = page.all("tbody th a")
    assert [link.text for link in links] == ["Bridge closes", "Five piers carry it."]
    assert all(client.get(link["href"]).status_code == 200 for link in links)


def test_a_case_without_articles_offers_to_import_some(client: TestClient, given: Given) -> None:
    case = given.case()
    given.keep()

    page = Markup.of(client.get(f"/cases/{case.id}/articles"))

    assert page.one(".empty").one("a")["href"] == f"/cases/{case.id}/import"
