"""Copies in a case: kept when it is compared, told in findings, counted as one voice."""

import csv
from datetime import date

from app.domain.origins import Origin
from app.domain.pairs import Reason, Relation
from app.exporters import EXPORTERS
from app.services import browsing, comparing, reporting
from app.services.importing import NewItem
from tests.factories import NOON, Given

TEXT = """The council of Selm approved the new bridge by 9 votes to 2 on Tuesday evening.

The bridge will cost 14 million euros and open to lorries in the spring of next year.

Residents of the harbour quarter had asked for a tunnel in place of it for many years.

SELM (AP)
"""
OWN = """The council of Selm approved the bridge by 8 votes to 3 on Tuesday.

Lorries may use it from spring. The price is put at 14 million euros.
"""

POST = """The council of Selm voted 8-3 for the new bridge on Tuesday.

Farmers welcomed it.
"""


def imported(given: Given) -> dict[str, int]:
    """Source to article: an agency's text, its reprint a day later, and another report."""
    given.imported(*(
        NewItem(name=f"{source}.txt", source=source, raw=text.encode(), published_on=day)
        for source, text, day in (
            ("Reprint", f"Selm builds\n\n{TEXT}", date(2026, 3, 5)),
            ("Courier", TEXT, date(2026, 3, 4)), ("Herald", OWN, date(2026, 3, 5)),
            ("Post", POST, date(2026, 3, 5)))))
    return {article.source.name: article.id
            for article in given.store.articles.of_case(given.case().id)}


def test_a_reprint_is_kept_with_its_origin_and_the_agency_it_credits(given: Given) -> None:
    articles = imported(given)

    found = given.store.origins.of_case(given.case().id)

    copy = found[articles["Reprint"]]
    assert copy.origin_id == articles["Courier"]
    assert copy.share > 0.9
    assert copy.agency == "Associated Press"
    assert found[articles["Courier"]] == Origin(
        articles["Courier"], articles["Courier"], 0.0, "Associated Press")
    assert articles["Herald"] not in found


def test_each_article_tells_with_which_others_it_shares_paragraphs(given: Given) -> None:
    articles = imported(given)

    [reprint] = given.store.origins.shared_with(articles["Reprint"])
    [courier] = given.store.origins.shared_with(articles["Courier"])

    assert (reprint.source, reprint.article_id, reprint.is_earlier) == (
        "Courier", articles["Courier"], True)
    assert (courier.source, courier.is_earlier) == ("Reprint", False)
    assert reprint.paragraphs == courier.paragraphs >= 3
    assert given.store.origins.shared_with(articles["Herald"]) == ()


def test_the_same_words_in_a_copy_agree_and_are_not_independent(given: Given) -> None:
    imported(given)
    pairs = given.store.pairs.of_case(given.case().id)

    said = {one.reading for pair in pairs for one in pair.suggestion.findings
            if one.reason is Reason.PARAPHRASE and one.relation is Relation.AGREE}

    assert "Same text, not independent" in said


def test_two_copies_are_fewer_voices_than_two_reports(given: Given) -> None:
    articles = imported(given)
    votes = next(topic for topic in given.store.topics.of_case(given.case().id)
                 if topic.reason is Reason.VOTE_COUNT)
    by_article = {given.store.claims.article_of(answer.claim_id): answer
                  for answer in votes.answers}

    assert {source: by_article[article].version for source, article in articles.items()} == {
        "Courier": 2, "Reprint": 2, "Herald": 1, "Post": 1}


def test_comparing_again_doubles_nothing(given: Given) -> None:
    imported(given)
    before = given.store.origins.of_case(given.case().id), given.store.origins.passages(
        given.case().id)

    comparing.compare_case(given.store, given.case().id, at=NOON)

    assert before == (given.store.origins.of_case(given.case().id),
                      given.store.origins.passages(given.case().id))


def test_pages_tell_of_copies(given: Given) -> None:
    articles = imported(given)
    ada, case_id = given.reviewer(), given.case().id

    page = browsing.article(given.store, ada, case_id, articles["Reprint"])
    rows = {topic.reason: topic for topic in browsing.matrix(given.store, ada, case_id).topics}

    assert [(one.words, one.source) for one in page.shared] == [
        ("Shares 3 paragraphs with", "Courier")]
    assert page.agency == "Associated Press"
    assert rows[Reason.VOTE_COUNT].voices == "4 sources, 3 origins"


def test_the_report_tells_what_is_a_copy(given: Given) -> None:
    articles = imported(given)

    made = reporting.report(given.store, given.reviewer(), given.case().id)

    told = {article.source: (article.origin, article.copy_of) for article in made.articles}
    assert told == {"Reprint": (articles["Courier"], "Courier"), "Courier": (None, ""),
                    "Herald": (None, ""), "Post": (None, "")}
    page = EXPORTERS["html"].write(made).decode()
    assert "Prints the text of <bdi>Courier</bdi>" in page
    assert "one copy among them" in page
    row = next(csv.DictReader(EXPORTERS["csv"].write(made).decode("utf-8-sig").splitlines()))
    assert {"first_origin", "second_origin"} <= row.keys()
