"""Add a claim that no machine found, from the text of its article; long articles in parts."""

import pytest
from fastapi.testclient import TestClient

from app.domain.articles import Article
from tests.factories import Given, claim
from tests.web.markup import Markup

TEXT = ("The bridge stands on four piers. Nobody was hurt. The mayor laughed.\n\n"
        "It cost $5 million. It cost $5 million. يقف الجسر على أربع دعائم.")


@pytest.fixture
def article(given: Given) -> Article:
    made = given.article(claim(TEXT, "Nobody was hurt."), text=TEXT, title="Bridge")
    given.keep()
    return made


def address(article: Article, query: str = "?add=1") -> str:
    return f"/cases/{article.case_id}/articles/{article.id}{query}"


def texts(given: Given, article: Article) -> list[str]:
    found = [one.text for one in given.store.claims.of_article(article.id)]
    given.keep()
    return found


def test_the_form_offers_the_sentences_that_no_claim_has(
    client: TestClient, article: Article,
) -> None:
    plain = Markup.of(client.get(address(article, "")))
    assert plain.all("form#add") == []
    [link] = [each for each in plain.all("a.facts__link") if each.text == "Add a claim"]

    shown = Markup.of(client.get(link["href"]))

    assert [each.one("input")["value"] for each in shown.all("label.add__check")] == [
        "1", "3", "4", "5", "6"]
    assert "The bridge stands on four piers." in shown.one("ul.add__list").text


def test_a_sentence_becomes_a_claim_with_undo(
    client: TestClient, given: Given, article: Article,
) -> None:
    answer = client.post(f"/articles/{article.id}/claims",
                         data={"sentence": ["4"], "why": "It is a figure.", "part": "1"})

    assert answer.status_code == 303
    assert "#claim-" in answer.headers["location"]
    shown = Markup.of(client.get(answer.headers["location"]))
    told = shown.one("form.corrected")
    assert "Claim added." in told.text
    assert texts(given, article) == ["Nobody was hurt.", "It cost $5 million."]
    assert "USD 5,000,000" in shown.one("ol.entries__list").text
    client.post(told["action"], data={"back": told.one("input")["value"]})
    assert texts(given, article) == ["Nobody was hurt."]


def test_sentences_side_by_side_are_one_claim(
    client: TestClient, given: Given, article: Article,
) -> None:
    client.post(f"/articles/{article.id}/claims", data={"sentence": ["5", "4"]})

    assert texts(given, article)[-1] == "It cost $5 million. It cost $5 million."


def test_words_that_were_selected_become_a_claim(
    client: TestClient, given: Given, article: Article,
) -> None:
    for _ in range(2):
        client.post(f"/articles/{article.id}/claims", data={"words": "mayor\n laughed"})
    client.post(f"/articles/{article.id}/claims", data={"words": "على أربع دعائم"})

    assert texts(given, article) == ["Nobody was hurt.", "mayor laughed", "على أربع دعائم"]


def test_words_that_stand_twice_are_taken_where_they_are_free(
    client: TestClient, given: Given, article: Article,
) -> None:
    for _ in range(2):
        client.post(f"/articles/{article.id}/claims", data={"words": "It cost $5 million."})

    assert texts(given, article) == ["Nobody was hurt.", "It cost $5 million.",
                                     "It cost $5 million."]


@pytest.mark.parametrize(("data", "field", "words"), [
    ({}, "sentence", "Choose one sentence or more"),
    ({"sentence": ["99"]}, "sentence", "Choose one sentence or more"),
    ({"sentence": ["1", "3"]}, "sentence", "side by side"),
    ({"sentence": ["3", "4"]}, "sentence", "one paragraph"),
    ({"words": "no <b>such</b> words", "why": "So."}, "words", "do not stand in the article"),
    ({"words": "was hurt"}, "sentence", "A claim has some of these words already"),
])
def test_what_cannot_be_a_claim_is_shown_again(
    client: TestClient, given: Given, article: Article, data: dict[str, str | list[str]],
    field: str, words: str,
) -> None:
    answer = client.post(f"/articles/{article.id}/claims", data=data)

    assert answer.status_code == 422
    shown = Markup.of(answer)
    assert f"#{field}" in [link["href"] for link in shown.one("#problems").all("a")]
    assert words in shown.one("form#add").text
    assert shown.one("textarea#words").text == data.get("words", "")
    assert shown.one("title").text.startswith("Error: ")
    assert texts(given, article) == ["Nobody was hurt."]


def test_a_viewer_adds_no_claim(client: TestClient, given: Given, article: Article) -> None:
    given.store.connection.exec_driver_sql("UPDATE reviewers SET role = 'viewer'")
    given.keep()

    assert Markup.of(client.get(address(article))).all("form#add") == []
    assert client.post(f"/articles/{article.id}/claims",
                       data={"sentence": ["4"]}).status_code == 403
    assert client.post("/articles/99/claims", data={"sentence": ["4"]}).status_code == 404


def test_a_long_article_comes_in_parts_of_a_hundred_paragraphs(
    client: TestClient, given: Given,
) -> None:
    sentences = [f"Bridge {n} has {n} piers." for n in range(1, 251)]
    article = given.article(*sentences, text="\n\n".join(sentences), title="Bridges")
    given.keep()

    first, third = (Markup.of(client.get(address(article, query))) for query in ("", "?part=3"))

    assert len(first.all("p.sheet__paragraph")) == 100
    assert [link.text for link in first.all("nav.parts")[0].all("a")] == [
        "Paragraphs 1–100", "Paragraphs 101–200", "Paragraphs 201–250"]
    assert third.all("nav.parts")[0].one("a[aria-current=page]").text.endswith("201–250")
    assert third.words("span.entry__number") == [str(n) for n in range(201, 251)]
    assert "50 claims in this part" in third.text
    assert Markup.of(client.get(address(article, "?part=99"))).text == third.text
    assert client.get(address(article, "?part=x")).status_code == 422
    listed = Markup.of(client.get("/cases/1/claims?edit=240"))
    assert listed.all("a.claim-table__place")[0]["href"] == address(
        article, "?part=3#claim-240")


def test_the_articles_own_page_is_linked_where_it_is_known(
    client: TestClient, given: Given,
) -> None:
    article = given.article("The bridge stands.")
    given.store.connection.exec_driver_sql(
        "UPDATE articles SET file_name = 'https://news.example/bridge?a=1&b=2'")
    given.keep()

    [link] = [each for each in Markup.of(client.get(address(article, ""))).all("a.facts__link")
              if each.text == "Original page"]

    assert link["href"] == "https://news.example/bridge?a=1&b=2"
    assert "noreferrer" in link["rel"]


def test_the_article_leads_to_its_claims(client: TestClient, article: Article) -> None:
    shown = Markup.of(client.get(address(article, "")))

    assert shown.one("a.entries__edit")["href"] == f"/cases/1/claims?article={article.id}"
    assert shown.one("a.facts__link--source")["href"] == "/sources/1"
