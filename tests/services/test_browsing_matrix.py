"""The matrix: who says what about what, as far as the viewer may know."""

from collections.abc import Sequence

import pytest

from app.domain.claims import Claim
from app.domain.errors import Invalid, NotFound
from app.domain.pairs import Pair, Reason, Relation, Strength
from app.domain.topics import Answer, Topic
from app.services import browsing
from app.services.pages.matrix import MatrixPage, Show, TopicOrder, TopicRow
from app.services.pages.shell import TagShown
from tests.factories import Given, finding, suggestion


def matrix(given: Given, name: str = "Ada", **view: object) -> MatrixPage:
    return browsing.matrix(
        given.store, given.reviewer(name), given.case().id, **view)  # type: ignore[arg-type]


def topics(given: Given, *told: Topic) -> None:
    given.store.topics.propose(given.case().id, told)


def topic(label: str, claims: Sequence[Claim], versions: Sequence[int],
          reason: Reason = Reason.NUMBER) -> Topic:
    return Topic(label=label, reason=reason, answers=tuple(
        Answer(claim_id=claim.id, value=f"{label} {version}", version=version)
        for claim, version in zip(claims, versions, strict=True)))


def claim_of(given: Given, text: str, source: str) -> Claim:
    return given.claims(given.article(text, source=source))[0]


@pytest.fixture
def bridge(given: Given) -> tuple[Pair, tuple[Claim, ...]]:
    """Three sources on one topic, the third alone against two; a fourth is silent."""
    claims = (claim_of(given, "It has four piers.", "Courier"),
              claim_of(given, "Four piers carry it.", "Herald"),
              claim_of(given, "Five piers carry it.", "Mail"))
    given.article("It opened in spring.", source="Silent Times")
    pair = given.paired(claims[0], claims[2])
    given.paired(claims[0], claims[1], suggestion(finding(relation=Relation.AGREE), score=0.1))
    topics(given, topic("Piers", claims, [1, 1, 2]))
    return pair, claims


def row(page: MatrixPage, label: str = "Piers") -> TopicRow:
    return next(row for row in page.topics if row.label == label)


def test_each_source_has_a_cell_and_silence_is_one_too(
    given: Given, bridge: tuple[Pair, tuple[Claim, ...]],
) -> None:
    page = matrix(given)

    assert [source.name for source in page.sources] == [
        "Courier", "Herald", "Mail", "Silent Times"]
    assert [cell.versions for cell in row(page).cells] == [(1,), (1,), (2,), ()]
    assert row(page).cells[2].value == "Piers 2"
    assert row(page).cells[2].gist == "Five piers carry it."
    assert row(page).silent == "Silent Times"
    assert [(group.version, group.sources) for group in row(page).groups] == [
        (1, "Courier and Herald"), (2, "Mail")]
    assert (row(page).tagged, row(page).waiting, row(page).pairs) == (0, 2, 2)


def test_a_suggested_conflict_never_tints(
    given: Given, bridge: tuple[Pair, tuple[Claim, ...]],
) -> None:
    page = matrix(given)

    assert row(page).state == TagShown(relation=None)
    assert not any(cell.differs for cell in row(page).cells)
    assert [(state.relation, state.count) for state in page.states] == [(None, 1)]


def test_a_confirmed_conflict_tints_the_cells_that_differ(
    given: Given, bridge: tuple[Pair, tuple[Claim, ...]],
) -> None:
    given.tag(bridge[0], Relation.CONFLICT)

    shown = row(matrix(given))

    assert shown.state is not None
    assert shown.state.relation is Relation.CONFLICT
    assert [cell.differs for cell in shown.cells] == [False, False, True, False]
    assert [group.differs for group in shown.groups] == [False, True]


def test_what_others_tagged_is_not_in_the_state_until_i_tagged(
    given: Given, bridge: tuple[Pair, tuple[Claim, ...]],
) -> None:
    given.tag(bridge[0], Relation.CONFLICT, by=given.reviewer("Bo"))
    hidden = row(matrix(given))

    given.tag(bridge[0], Relation.AGREE)
    shown = row(matrix(given))

    assert hidden.state is not None
    assert hidden.state.relation is None
    assert not any(cell.differs for cell in hidden.cells)
    assert shown.state is not None
    assert shown.state.relation is Relation.CONFLICT


def test_a_settled_tag_outranks_single_ones_and_carries_the_scales(
    given: Given, bridge: tuple[Pair, tuple[Claim, ...]],
) -> None:
    given.tag(bridge[0], Relation.CONFLICT)
    given.tag(bridge[0], Relation.AGREE, by=given.reviewer("Bo"))
    given.settlement(bridge[0], Relation.RELATED)

    state = row(matrix(given)).state

    assert state is not None
    assert state.relation is Relation.RELATED
    assert state.settled


def test_a_topic_of_one_source_has_no_state(given: Given) -> None:
    only = claim_of(given, "It cost a million.", "Courier")
    topics(given, topic("Cost", [only], [1]))

    page = matrix(given)

    assert row(page, "Cost").state is None
    assert page.one_source == 1
    assert page.states == ()
    assert row(page, "Cost").cells[0].href == f"/topics/{row(page, 'Cost').id}/row?src=1"


def test_a_source_against_itself_shows_both_versions(given: Given) -> None:
    article = given.article("Las Alamitos voted.", "Los Alamitos voted.")
    claims = given.claims(article)
    pair = given.paired(claims[0], claims[1])
    topics(given, topic("City", claims, [1, 2], Reason.NAME_SPELLING))
    given.tag(pair, Relation.CONFLICT)

    shown = row(matrix(given), "City")

    assert shown.cells[0].versions == (1, 2)
    assert shown.cells[0].more == 1
    assert shown.cells[0].differs
    assert shown.state is not None


def test_the_three_views_show_more_or_less_of_a_claim(given: Given) -> None:
    long = claim_of(given, "Piers, " * 40 + "and a quay.", "Courier")
    topics(given, topic("Piers", [long], [1]))

    gists = {show: row(matrix(given, show=show)).cells[0].gist for show in Show}

    assert gists[Show.CLAIMS] == long.text
    assert gists[Show.VALUES].endswith("…")
    assert gists[Show.VERSIONS] == ""


def paired_topic(given: Given, label: str, strength: Strength, relation: Relation,
                 ) -> tuple[Topic, Pair]:
    claims = (claim_of(given, f"{label} one.", "Courier"), claim_of(given, f"{label} two.", "Mail"))
    made = suggestion(finding(strength=strength, relation=relation))
    return topic(label, claims, [1, 2]), given.paired(*claims, made)


def test_strict_conflicts_come_before_tension_and_framing(given: Given) -> None:
    told = [paired_topic(given, *each) for each in (
        ("Related", Strength.TENSION, Relation.RELATED),
        ("Framing", Strength.FRAMING, Relation.CONFLICT),
        ("Likely", Strength.STRICT, Relation.CONFLICT),
        ("Strict", Strength.STRICT, Relation.CONFLICT),
        ("Agreed", Strength.STRICT, Relation.AGREE),
    )]
    topics(given, *(made for made, _ in told))
    for (_, pair), relation in zip(told, (
        Relation.RELATED, Relation.CONFLICT, None, Relation.CONFLICT, Relation.AGREE,
    ), strict=True):
        if relation:
            given.tag(pair, relation)

    page = matrix(given)

    assert [row.label for row in page.topics] == [
        "Strict", "Framing", "Likely", "Related", "Agreed"]


def test_topics_can_stand_by_name_and_by_share_tagged(given: Given) -> None:
    tagged, pair = paired_topic(given, "B tagged", Strength.STRICT, Relation.CONFLICT)
    untouched, _ = paired_topic(given, "A untouched", Strength.STRICT, Relation.AGREE)
    zero, _ = paired_topic(given, "C untouched", Strength.STRICT, Relation.AGREE)
    topics(given, tagged, untouched, zero)
    given.tag(pair, Relation.CONFLICT)

    by_name = matrix(given, order=TopicOrder.TOPIC)
    by_share = matrix(given, order=TopicOrder.TAGGED)

    assert [row.label for row in by_name.topics] == ["A untouched", "B tagged", "C untouched"]
    assert [row.label for row in by_share.topics] == ["A untouched", "C untouched", "B tagged"]


def test_topics_can_stand_as_people_arranged_them(given: Given) -> None:
    likely, _ = paired_topic(given, "Z likely", Strength.STRICT, Relation.CONFLICT)
    agreed, _ = paired_topic(given, "A agreed", Strength.STRICT, Relation.AGREE)
    topics(given, agreed, likely)

    page = matrix(given, order=TopicOrder.ARRANGED)

    assert [row.label for row in page.topics] == ["A agreed", "Z likely"]


def test_signs_count_up_though_a_claim_holds_two_values(given: Given) -> None:
    """The second value of a claim has no cell; its number is not left open."""
    claims = [claim_of(given, f"It is {n} high.", f"Outlet {n}") for n in range(3)]
    topics(given, topic("Level", [claims[0], claims[0], claims[1], claims[2]], [1, 2, 1, 3]))

    assert [cell.versions for cell in row(matrix(given), "Level").cells] == [(1,), (1,), (2,)]


def test_more_than_forty_topics_are_paged_by_key(given: Given) -> None:
    claim = claim_of(given, "It all happened.", "Courier")
    topics(given, *(topic(f"Topic {n:02}", [claim], [1]) for n in range(45)))

    first = matrix(given)
    second = matrix(given, after=first.next_key)

    assert (len(first.topics), len(second.topics)) == (40, 5)
    assert first.topic_count == second.topic_count == 45
    assert second.next_key is None
    assert not {row.id for row in first.topics} & {row.id for row in second.topics}


def test_a_key_that_no_page_gave_is_refused(given: Given) -> None:
    given.case()

    with pytest.raises(Invalid):
        matrix(given, after="x")


def test_a_case_that_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        browsing.matrix(given.store, given.reviewer(), 99)


@pytest.mark.parametrize(("value", "once"), [
    ("The council gave its consent …", True),
    ("“The council gave its consent”", True),
    ("The council …", True),
    ("The council", False),
    ("Consent", False),
])
def test_words_that_value_and_claim_share_are_shown_once(
    given: Given, value: str, once: bool,
) -> None:
    said = claim_of(given, "The council gave its consent on Friday.", "Courier")
    topics(given, Topic(label="Piers", reason=Reason.PARAPHRASE, answers=(
        Answer(claim_id=said.id, value=value, version=1),)))

    cells = {show: row(matrix(given, show=show)).cells[0] for show in Show}

    assert cells[Show.VALUES].value == value
    assert cells[Show.VALUES].gist == ("" if once else said.text)
    assert cells[Show.CLAIMS].value == ("" if once else value)
    assert cells[Show.CLAIMS].gist == said.text
