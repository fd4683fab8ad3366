"""What goes in comes out: texts, claims, facts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select

from app.domain.articles import Dropped
from app.domain.claims import Modality, Polarity, Speaker, SpeakerKind, Stage
from app.domain.errors import NotFound
from app.domain.facts import (
    Age,
    Approximation,
    Count,
    DateGrain,
    Day,
    Duration,
    FactKind,
    FactValue,
    Money,
    Named,
    Ordinal,
    Percent,
    Score,
    Share,
    Vote,
)
from app.store import tables
from tests.factories import NOON, Given, claim

NAUGHTY = [
    "“Curly” – and – dashes…", "Зала суда", "市議会は全会一致", "السلام عليكم", "𝄞𝄢 beyond",
    "e\u0301 combining", "zero\u200bwidth", "'; DROP TABLE tags; --", "=1+1", "a\ttab",
]

VALUES: list[FactValue] = [
    Vote(for_=13, against=0), Vote(unanimous=True), Vote(for_=4, abstain=1),
    Count(low=12_000, high=12_000, counted="people", hedge=Approximation.ABOUT),
    Count(low=2.5, high=3, unit="ha"), Percent(low=41, high=41, of="staff"),
    Money(low=2.1e6, high=2.1e6, currency="EUR"),
    Day(first="2024-11-19", last="2024-11-19", basis="Tuesday, counted"),
    Day(words="last spring", grain=DateGrain.VAGUE),
    Duration(low=120, high=120, words="four months"), Ordinal(rank=-1, of="vote"),
    Age(low=34, high=34, holder="Mara Lind"), Score(first=2, second=1, outcome="won"),
    Share(part=1, whole=3, of="staff"), Named(of_kind=FactKind.QUOTE, name="We will not"),
    Named(of_kind=FactKind.PLACE, name="Los Alamitos"),
]


@pytest.mark.parametrize("words", NAUGHTY)
def test_text_comes_back_as_it_went_in(given: Given, words: str) -> None:
    article = given.article(f"{words} stands here.", title=words, source=words,
                            dropped=(Dropped(text=words, why="share line"),))

    found = given.store.articles.get(article.id)
    [said] = given.claims(article)

    assert found == article
    assert said.text == f"{words} stands here."
    assert found.revision.text[said.span.start:said.span.end] == said.text


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_every_kind_of_fact_comes_back_as_it_went_in(given: Given, value: FactValue) -> None:
    said = claim("It was so in the end.", facts={"so": value})

    [found] = given.claims(given.article(said))

    assert found.facts == said.facts


def test_a_claim_comes_back_with_its_speaker_mood_and_place(given: Given) -> None:
    text = "The bridge.\n\nMayor Solberg said it will not close."
    said = claim(
        text, "it will not close", paragraph=2, modality=Modality.WILL,
        polarity=Polarity.NEGATIVE, in_title=True,
        speaker=Speaker(name="Ingrid Solberg", kind=SpeakerKind.INDIRECT, verb="said", via="KTTV"),
    )

    [found] = given.claims(given.article(said, text=text))

    assert found.id > 0
    assert (found.span, found.speaker, found.modality) == (said.span, said.speaker, Modality.WILL)
    assert (found.polarity, found.paragraph, found.in_title) == (Polarity.NEGATIVE, 2, True)


def test_a_claim_comes_back_with_how_far_it_goes_and_its_steps(given: Given) -> None:
    said = replace(
        claim("All ports but one will close if the bill is signed."), hedges=("so far",),
        scope=("all", "nearly every"), condition="if the bill is signed",
        exception="but one", stages=(Stage.PASSED,), stages_ahead=(Stage.SIGNED, Stage.IN_FORCE),
    )

    [found] = given.claims(given.article(said))

    assert replace(found, id=0, span=said.span) == said


def test_the_claims_of_a_case_come_by_article_in_order_of_place(given: Given) -> None:
    one = given.article("The bridge closed.", "It opens in May.")
    other = given.article("Nobody was hurt.", source="Herald")
    given.article("Elsewhere.", case=given.case("Ferry"))

    found = given.store.claims.of_case(one.case_id)

    assert {article_id: [said.text for said in claims] for article_id, claims in found.items()} \
        == {one.id: ["The bridge closed.", "It opens in May."], other.id: ["Nobody was hurt."]}


def test_an_article_without_claims_is_kept_too(given: Given) -> None:
    article = given.article(text="Nothing.", title="Nothing")

    assert given.claims(article) == ()


def test_a_source_is_the_same_whatever_its_capitals(given: Given) -> None:
    first = given.article("The bridge closed.", source="The Courier")

    second = given.article("It opens in May.", source="THE COURIER")

    assert second.source == first.source


def test_what_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        given.store.articles.get(99)
    with pytest.raises(NotFound):
        given.store.claims.get(99)
    with pytest.raises(NotFound):
        given.store.cases.get(99)
    with pytest.raises(NotFound):
        given.store.people.get(99)
    with pytest.raises(NotFound):
        given.store.imports.job(99)


def test_a_time_is_kept_as_the_moment_it_is_whatever_its_zone(given: Given) -> None:
    tokyo = datetime(2026, 3, 1, 8, 30, 0, 123456, tzinfo=timezone(timedelta(hours=9)))

    article = given.article("The bridge closed.", at=tokyo)

    kept = given.store.articles.get(article.id).revision.imported_at
    assert kept == tokyo
    assert kept.tzinfo is UTC


def test_times_sort_in_order(given: Given) -> None:
    moments = [NOON + timedelta(microseconds=n) for n in (0, 1, 10, 999_999, 1_000_000)]
    me = given.reviewer()
    for n, moment in enumerate(reversed(moments)):
        given.store.cases.add(f"Case {n}", opened_by=me.id, at=moment)

    query = select(tables.cases.c.opened_at).order_by(tables.cases.c.opened_at)
    assert list(given.store.connection.scalars(query)) == moments


def test_a_time_without_a_zone_is_refused(given: Given) -> None:
    naive = datetime(2026, 3, 1, 8, 30)  # noqa: DTZ001  that is the point

    with pytest.raises(Exception, match="without a zone"):
        given.store.connection.execute(insert(tables.cases), {
            "name": "x", "folded": "x", "opened_by": 1, "opened_at": naive, "pairs_numbered": 0,
        })


def test_a_day_comes_back_as_a_day(given: Given) -> None:
    article = given.article("The bridge closed.", published_on=date(2018, 3, 20))

    assert given.store.articles.get(article.id).published_on == date(2018, 3, 20)
