"""A topic in time: who said it first, who copies, who changed it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, literal, select, update

from app.domain.articles import Article
from app.domain.errors import NotFound
from app.domain.facts import Day
from app.domain.origins import Origin, Origins
from app.domain.pairs import Reason, Relation
from app.domain.topics import Answer, Topic
from app.services import browsing
from app.services.browsing.timeline import NO_TIME, SAME_TIME
from app.services.pages.shell import TagShown
from app.services.pages.timeline import TimelinePage
from app.store import tables
from app.store.tables import revisions
from tests.factories import NOON, Given, claim

MONDAY = date(2026, 11, 2)


def told(given: Given, *days: int | None, versions: Sequence[int]) -> list[Article]:
    """Articles of outlets A, B, C … on these days; their topic is the first of the case."""
    made = [given.article(f"Piers {n}.", source=f"Outlet {letter}", published_on=(
        None if day is None else MONDAY + timedelta(days=day)))
        for n, (day, letter) in enumerate(zip(days, "ABCDEF", strict=False))]
    topic(given, made, versions)
    return made


def topic(given: Given, articles: Sequence[Article], versions: Sequence[int]) -> None:
    claims = [given.claims(article)[0] for article in articles]
    given.store.topics.propose(given.case().id, [Topic(
        label="Piers", reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value=f"value {version}", version=version)
            for claim, version in zip(claims, versions, strict=True)))])


def shown(given: Given) -> TimelinePage:
    found = given.store.topics.of_case(given.case().id)[0]
    return browsing.timeline(given.store, given.reviewer(), found.id)


def test_the_first_and_those_who_stand_alone_are_named(given: Given) -> None:
    told(given, 0, 1, 2, versions=[1, 1, 2])

    page = shown(given)

    assert page.sentence == "Two versions in three articles. Outlet A told it first."
    assert page.drawing is not None
    assert [label.strong for label in page.drawing.labels] == ["First to tell", "", "Stands alone"]
    assert [([one.source for one in told.first], [one.source for one in told.then],
             told.standing) for told in page.versions] == [
        (["Outlet A"], ["Outlet B"], "2 independent sources"), (["Outlet C"], [], "1 source")]


def test_two_on_the_same_day_are_first_together(given: Given) -> None:
    told(given, 0, 0, 3, versions=[1, 1, 1])

    page = shown(given)

    assert "Outlet A and Outlet B told it first." in page.sentence
    assert [one.source for one in page.versions[0].first] == ["Outlet A", "Outlet B"]


@pytest.mark.parametrize(("days", "words"), [
    ((0, 0), SAME_TIME), ((None, None), NO_TIME),
])
def test_what_cannot_be_ordered_is_not_drawn(
    given: Given, days: tuple[int | None, ...], words: str,
) -> None:
    told(given, *days, versions=[1, 2])

    page = shown(given)

    assert page.drawing is None
    assert page.empty == words
    assert len(page.versions) == 2


def test_a_copy_counts_as_one_voice(given: Given) -> None:
    first, _, copy = told(given, 0, 1, 2, versions=[1, 2, 1])
    given.store.origins.replace(given.case().id, Origins(origins=(
        Origin(first.id, first.id, 1.0), Origin(copy.id, first.id, 0.9))))

    page = shown(given)

    assert page.has_copies
    assert page.drawing is not None
    assert len(page.drawing.ties) == 1
    assert [head.note for head in page.drawing.heads][2] == "copies Outlet A"
    assert [told.standing for told in page.versions] == ["1 source", "1 source"]
    assert page.versions[0].then[0].note == "copy of Outlet A"


def test_days_that_the_claims_name_are_drawn_when_they_are_near(given: Given) -> None:
    def naming(words: str, day: str) -> Article:
        return given.article(claim(words, facts={words[-6:-1]: Day(first=day, last=day)}),
                             source=words, published_on=MONDAY)

    topic(given, [naming("It fell on Mond.", "2026-11-02"), naming("It fell on Year.",
                                                                    "2025-01-01")], [1, 2])

    assert shown(given).happenings == ((MONDAY, "named by 1 text"),)


def test_how_a_version_stands_is_what_i_may_know(given: Given) -> None:
    articles = told(given, 0, 1, versions=[1, 2])
    first, second = (given.claims(article)[0] for article in articles)
    pair = given.paired(first, second)
    topic(given, articles, [1, 2])
    given.tag(pair, Relation.UNRELATED, by=given.reviewer("Bo"))
    hidden = shown(given).versions[1].state
    given.tag(pair, Relation.CONFLICT)
    mine = shown(given).versions[1].state
    given.settlement(pair, Relation.RELATED)

    assert hidden is None
    assert mine == TagShown(relation=Relation.CONFLICT)
    assert shown(given).versions[1].state == TagShown(relation=Relation.RELATED, settled=True)


def test_a_text_that_was_changed_is_told_with_its_time(given: Given) -> None:
    articles = told(given, 0, 1, versions=[1, 2])
    second = articles[1].id
    same = (column for column in revisions.c if column.name not in {"id", "number", "sha256"})
    names = [column.name for column in same]
    execute = given.store.connection.execute
    execute(insert(revisions).from_select(
        ["number", "sha256", *names],
        select(literal(2), literal("other"), *(revisions.c[name] for name in names))
        .where(revisions.c.article_id == second)))
    execute(update(tables.articles).where(tables.articles.c.id == second)
            .values(revision_number=2))
    before = shown(given)
    execute(update(tables.claims).where(tables.claims.c.article_id == second)
            .values(quote="Now six."))

    page = shown(given)

    assert before.changed == ()
    [change] = page.changed
    assert (change.source, change.text, change.words, change.changed_at) == (
        "Outlet B", 2, "Now six.", NOON)
    assert "Outlet B changed its text." in page.sentence


def test_a_topic_that_is_not_here_is_not_found(given: Given) -> None:
    given.case()

    with pytest.raises(NotFound):
        browsing.timeline(given.store, given.reviewer(), 9)
