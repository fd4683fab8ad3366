"""Articles with their claims marked, and imports with their progress."""

from datetime import timedelta

import pytest

from app.domain.articles import Dropped
from app.domain.errors import Invalid, NotFound
from app.domain.facts import Vote
from app.domain.imports import ItemState
from app.domain.pairs import Relation
from app.services import browsing, reviewing
from app.services.pages.article import ArticlePage, MarkState
from app.store.imports import WantedItem
from tests.factories import NOON, Given, claim

TEXT = "Headline here\n\nThe council voted 13–0. Nobody spoke.\n\nIt opened in May."


def article_page(given: Given, article_id: int, chosen: list[str] | None = None) -> ArticlePage:
    return browsing.article(
        given.store, given.reviewer(), given.case().id, article_id, chosen)


def test_an_article_shows_its_text_with_its_claims(given: Given) -> None:
    vote = claim(TEXT, "The council voted 13–0.", facts={"13–0": Vote(for_=13, against=0)})
    opened = claim(TEXT, "It opened in May.")
    article = given.article(vote, opened, text=TEXT, title="Headline here",
                            dropped=(Dropped(text="Read more", why="read-more line"),))

    page = article_page(given, article.id)

    assert [part.is_title for part in page.paragraphs] == [True, False, False]
    assert [(run.text, run.number) for run in page.paragraphs[1].runs] == [
        ("The council voted 13–0.", 1), (" Nobody spoke.", None)]
    assert [(entry.number, entry.values, entry.state) for entry in page.claims] == [
        (1, ("13–0",), MarkState.ALONE), (2, (), MarkState.ALONE)]
    assert page.dropped[0].text == "Read more"
    assert page.words == 12
    assert [(each.label, each.count) for each in page.filters] == [
        ("In conflict", 0), ("In agreement", 0), ("Not reviewed", 0), ("One source", 2)]


def test_a_claim_shows_its_state_as_far_as_i_may_know(given: Given) -> None:
    pair = given.pair()
    article_id = given.store.articles.of_case(pair.case_id)[0].id
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))

    before = article_page(given, article_id)
    given.tag(pair, Relation.AGREE)
    after = article_page(given, article_id)

    assert before.claims[0].state is MarkState.OPEN
    assert before.claims[0].tag is not None
    assert before.claims[0].tag.suggested
    assert before.open_pairs == 1
    assert before.open_href.startswith(f"/pairs/{pair.id}?q=")
    assert after.claims[0].state is MarkState.CONFLICT
    assert after.open_pairs == 0


def test_the_list_tells_a_long_claim_by_its_first_words_and_keeps_them_all(given: Given) -> None:
    long = "The council gave its consent to the rule on Friday, after a debate of seven hours."
    article = given.article(long, "Nobody was hurt.")

    [told, short] = browsing.article(
        given.store, given.reviewer(), article.case_id, article.id).claims

    assert told.gist == "The council gave its consent to the rule on Friday, after a …"
    assert told.whole == long
    assert (short.gist, short.whole) == ("Nobody was hurt.", "")


def test_only_chosen_states_are_drawn_and_the_list_stays_whole(given: Given) -> None:
    article = given.article("One claim.", "Another claim.")

    none = article_page(given, article.id, [""])
    alone = article_page(given, article.id, ["", "alone"])

    assert not any(run.number for part in none.paragraphs for run in part.runs)
    assert len(none.claims) == 2
    assert [run.number for part in alone.paragraphs for run in part.runs] == [1, 2]


def test_an_unknown_state_is_refused(given: Given) -> None:
    article = given.article("One claim.")

    with pytest.raises(Invalid):
        article_page(given, article.id, ["purple"])


def test_an_article_of_another_case_is_not_found(given: Given) -> None:
    article = given.article("One claim.", case=given.case("Another"))
    given.case()

    with pytest.raises(NotFound):
        article_page(given, article.id)


def test_articles_stand_in_order_of_publication_with_what_is_left_to_tag(given: Given) -> None:
    first, second = given.pair(), given.pair()
    reviewing.skip_pair(given.store, given.reviewer(), first.id, at=NOON)
    given.tag(second)

    page = browsing.articles(given.store, given.reviewer(), first.case_id)

    assert [(row.source, row.claims, row.pairs, row.to_tag) for row in page.articles] == [
        ("Courier", 1, 1, 1), ("Herald", 1, 1, 1), ("Courier", 1, 1, 0), ("Herald", 1, 1, 0)]


def test_an_import_form_keeps_what_was_typed(given: Given) -> None:
    page = browsing.import_form(
        given.store, given.reviewer(), given.case().id, "paste",
        typed={"text": "Half a text", "source": "Courier"}, errors={"text": "Paste more."})

    assert (page.way, page.text, page.source, page.errors) == (
        "paste", "Half a text", "Courier", (("text", "Paste more."),))
    assert page.head is not None


def wanted(name: str) -> WantedItem:
    return WantedItem(name=name, raw=b"Words.", title="", source="", published_on=None)


def test_an_import_tells_each_step_of_each_article(given: Given) -> None:
    imports, case = given.store.imports, given.case()
    job_id = imports.add(case.id, given.reviewer().id,
                         [wanted(f"{n}.txt") for n in range(5)], at=NOON)
    items = imports.job(job_id).items
    leased = imports.lease(at=NOON, until=NOON + timedelta(minutes=1))
    assert leased is not None
    imports.advance(leased, ItemState.CLAIMS)
    imports.fail(items[2].id, ItemState.READING, "This file is not text.")
    imports.duplicate(items[3].id, "Already in this case. Nothing was added.")
    article = given.article("A claim.", title="Read well", source="Courier", case=case)
    imports.keep(items[4].id, article.id, claims_found=1)

    page = browsing.import_job(given.store, given.reviewer(), job_id)

    assert [item.steps for item in page.items] == [
        ("done", "now", "todo"), ("todo", "todo", "todo"), ("failed", "todo", "todo"),
        ("done", "todo", "todo"), ("done", "done", "now")]
    assert [item.state for item in page.items] == [
        "Finding claims", "Waiting", "Stopped at reading",
        "Already in this case. Nothing was added.", "Comparing claims"]
    assert page.items[2].error == "This file is not text."
    assert page.items[4].name == "Read well"
    assert page.items[4].detail == "Courier, no date found"
    assert page.words == "3 in work, 1 already here, 1 needs your help."
    assert (page.title, page.is_over) == ("Importing 5 articles", False)
    assert 0 < page.share < 100


def test_a_real_import_ends_with_pairs_to_review(given: Given) -> None:
    job = given.imported(
        "The council approved the plan 13–0 on Tuesday. It counts 400 homes.",
        "The council approved the plan 9–4 on Tuesday. It counts 900 homes.")

    page = browsing.import_job(given.store, given.reviewer(), job.id)

    assert page.is_over
    assert page.share == 100
    assert {item.steps for item in page.items} == {("done", "done", "done")}
    assert page.to_review == page.head.pairs


def test_an_import_that_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        browsing.import_job(given.store, given.reviewer(), 99)
