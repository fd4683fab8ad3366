"""Profiles of outlets: what counts, how often an outlet stands alone, what stays hidden."""

from datetime import date

import pytest

from app.domain.claims import Claim
from app.domain.errors import Invalid, NotFound
from app.domain.origins import Origin, Origins
from app.domain.pairs import Pair, Reason, Relation, Strength
from app.domain.topics import Answer, Topic
from app.services import browsing
from app.services.pages.outlets import OutletPage
from tests.factories import Given, finding, suggestion

SOURCES = ("Courier", "Herald", "Wire")


def source_id(given: Given, name: str) -> int:
    return given.store.articles.source_named(name).id


def profile(given: Given, name: str = "Courier", **asked: object) -> OutletPage:
    return browsing.outlet(given.store, given.reviewer(), source_id(given, name), **asked)  # type: ignore[arg-type]


def told(
    given: Given, number: int, versions: tuple[int, ...] = (1, 2, 2), *,
    tag: Relation | None = Relation.CONFLICT, reason: Reason = Reason.NUMBER,
    strength: Strength = Strength.STRICT, sources: tuple[str, ...] = SOURCES,
) -> tuple[list[Topic], Pair, list[Claim]]:
    """A topic told by these sources in these versions; its first pair is tagged by me."""
    claims = [given.claims(given.article(f"Bridge {number} has {n} piers.", source=source,
                                         published_on=date(2026, 3, 1 + number % 28)))[0]
              for n, source in enumerate(sources, start=1)]
    pair = given.paired(claims[0], claims[1],
                        suggestion(finding(reason=reason, strength=strength)))
    if tag is not None:
        given.tag(pair, tag)
    topic = Topic(label=f"Piers {number}", reason=reason, answers=tuple(
        Answer(claim_id=claim.id, value=f"{version} piers", version=version)
        for claim, version in zip(claims, versions, strict=True)))
    return [topic], pair, claims


def many(given: Given, count: int, alone: int, **told_with: object) -> None:
    """Topics of which the Courier stands alone on the first ones."""
    topics: list[Topic] = []
    for number in range(count):
        made, _, _ = told(given, number, (1, 2, 2) if number < alone else (1, 1, 2),
                          **told_with)  # type: ignore[arg-type]
        topics += made
    given.store.topics.propose(given.case().id, topics)


def test_an_outlet_stands_alone_where_no_other_tells_its_version(given: Given) -> None:
    many(given, 10, 4)

    page = profile(given)

    assert (page.total.topics, page.total.alone) == (10, 4)
    assert page.total.share is not None
    assert (page.total.share.percent, page.total.share.low, page.total.share.high) == (40, 17, 69)
    assert page.total.everybody is not None
    assert page.total.everybody.percent == round(100 * 10 / 30)
    assert [(line.words, line.topics, line.alone) for line in page.lines] == [("Number", 10, 4)]
    assert [each.is_alone for each in page.latest] == [True] * 4
    assert [(other.value, other.sources) for other in page.latest[0].others] == [
        ("2 piers", "Herald and Wire")]


def test_fewer_than_eight_topics_have_no_share(given: Given) -> None:
    many(given, 7, 2)

    page = profile(given)

    assert (page.total.topics, page.total.share) == (7, None)
    assert page.lines[0].share is None


@pytest.mark.parametrize("tag", [None, Relation.AGREE, Relation.UNRELATED])
def test_a_difference_that_nobody_confirmed_is_none(given: Given, tag: Relation | None) -> None:
    many(given, 8, 8, tag=tag)

    page = profile(given)

    assert page.total.topics == (0 if tag is None else 8)
    assert page.total.alone == 0


def test_what_others_tagged_does_not_count_before_i_tag(given: Given) -> None:
    topics, pair, _ = told(given, 1, tag=None)
    given.store.topics.propose(given.case().id, topics)
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Zoe"))
    assert profile(given).total.topics == 0

    given.tag(pair, Relation.CONFLICT)

    assert profile(given).total.alone == 1


def test_a_disputed_topic_counts_once_it_is_settled(given: Given) -> None:
    topics, pair, _ = told(given, 1)
    given.store.topics.propose(given.case().id, topics)
    given.tag(pair, Relation.AGREE, by=given.reviewer("Zoe"))
    assert profile(given).total.topics == 0

    given.settlement(pair, Relation.CONFLICT)

    page = profile(given)
    assert page.total.alone == 1
    assert page.latest[0].tag.settled


def test_two_sources_are_too_few(given: Given) -> None:
    topics, _, _ = told(given, 1, (1, 2), sources=SOURCES[:2])
    given.store.topics.propose(given.case().id, topics)

    assert profile(given).total.topics == 0


def test_a_copy_is_no_voice_of_its_own(given: Given) -> None:
    topics, _, claims = told(given, 1, (1, 2, 2))
    given.store.topics.propose(given.case().id, topics)
    first, _, third = (given.store.claims.article_of(claim.id) for claim in claims)

    given.store.origins.replace(given.case().id, Origins(origins=(
        Origin(article_id=third, origin_id=first, share=0.9),)))

    assert profile(given).total.topics == 0
    assert profile(given, "Wire").total.topics == 0


def test_framing_is_counted_apart(given: Given) -> None:
    many(given, 9, 9, strength=Strength.FRAMING, reason=Reason.TERMINOLOGY)

    page = profile(given)

    assert page.total.topics == 0
    assert page.framing is not None
    assert (page.framing.topics, page.framing.alone) == (9, 9)
    assert page.lines == ()
    assert page.latest == ()


def test_every_figure_has_its_list(given: Given) -> None:
    many(given, 30, 28)

    page = profile(given, line="number", alone=True)

    assert page.shown is not None
    assert (len(page.shown), page.shown_total) == (25, 28)
    assert page.shown_words == "Topics where it stood alone, number"
    rest = profile(given, line="number", alone=True, after=25)
    assert rest.shown is not None
    assert (len(rest.shown), rest.next_href) == (3, "")
    assert len(profile(given, line="framing").shown or ()) == 0


def test_what_is_not_there_is_refused(given: Given) -> None:
    given.article("The bridge stands.")

    with pytest.raises(NotFound):
        browsing.outlet(given.store, given.reviewer(), 99)
    with pytest.raises(Invalid):
        profile(given, line="colour")
    assert [row.name for row in browsing.outlets(given.store, given.reviewer()).sources] == [
        "Courier"]
