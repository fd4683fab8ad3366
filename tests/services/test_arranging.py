"""Naming, merging, splitting, ordering and making topics, and taking that back."""

from collections.abc import Callable

import pytest

from app.domain.arranging import TopicEdit
from app.domain.claims import Claim
from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Pair, Reason, Relation
from app.domain.people import Reviewer, Role
from app.domain.topics import Answer, Topic
from app.services import arranging
from app.services.arranging import Going, Late
from app.store.audit import Did
from tests.factories import NOON, Given


@pytest.fixture
def claims(given: Given) -> tuple[Claim, ...]:
    """Four claims; the first two answer Piers, the others Cost."""
    made = tuple(given.claims(given.article(f"Bridge {n} is long.", source=f"Outlet {n}"))[0]
                 for n in range(1, 5))
    propose(given, made)
    return made


def propose(given: Given, claims: tuple[Claim, ...]) -> None:
    """What the machine makes of the claims, run after run."""
    given.store.topics.propose(given.case().id, [
        Topic(label=label, reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value=f"value {claim.id}", version=n)
            for n, claim in enumerate(part, start=1)))
        for label, part in (("Piers", claims[:2]), ("Cost", claims[2:]))])


def ids(given: Given) -> dict[str, int]:
    return {topic.label: topic.id for topic in given.store.topics.of_case(given.case().id)}


def shown(given: Given) -> dict[str, int]:
    """The topics in their order, with how many claims answer each."""
    return {topic.label: len(topic.answers)
            for topic in given.store.topics.of_case(given.case().id)}


def rename(given: Given, name: str = "Pillars", *, seen: int = 0, key: str = "",
           by: Reviewer | None = None) -> TopicEdit:
    topic = ids(given).get("Piers") or ids(given)["Pillars"]
    return arranging.rename_topic(given.store, by or given.reviewer(), topic, name, seen=seen,
                                  key=key, at=NOON)


def merge(given: Given, name: str = "Both") -> TopicEdit:
    seen = {ids(given)["Cost"]: 0, ids(given)["Piers"]: 0}
    return arranging.merge_topics(given.store, given.reviewer(), seen, name, key="", at=NOON)


def move(given: Given, *going: tuple[Claim, str | None], new: str = "") -> TopicEdit:
    targets = {claim.id: ids(given)[to] if to else None for claim, to in going}
    return arranging.move_claims(
        given.store, given.reviewer(), ids(given)["Piers"], Going(claims=targets, new=new),
        seen=0, key="", at=NOON)


def order(given: Given, *labels: str, up: bool) -> TopicEdit:
    return arranging.order_topics(
        given.store, given.reviewer(), given.case().id, [ids(given)[one] for one in labels],
        up=up, key="", at=NOON)


DEEDS: dict[str, tuple[Callable[[Given, tuple[Claim, ...]], TopicEdit], dict[str, int]]] = {
    "rename": (lambda given, _: rename(given), {"Pillars": 2, "Cost": 2}),
    "merge": (lambda given, _: merge(given), {"Both": 4}),
    "move": (lambda given, claims: move(given, (claims[0], "Cost")), {"Piers": 1, "Cost": 3}),
    "split": (lambda given, claims: move(given, (claims[0], None), (claims[1], None),
                                         new="Length"), {"Cost": 2, "Length": 2}),
    "make": (lambda given, claims: arranging.make_topic(
        given.store, given.reviewer(), given.case().id, "Height", [claims[3].id], key="",
        at=NOON), {"Piers": 2, "Cost": 2, "Height": 1}),
    "order": (lambda given, _: order(given, "Cost", up=True), {"Cost": 2, "Piers": 2}),
}

every_deed = pytest.mark.parametrize("name", DEEDS)


@every_deed
def test_a_deed_is_one_row_of_the_audit_and_one_undo(
    given: Given, claims: tuple[Claim, ...], name: str,
) -> None:
    deed, after = DEEDS[name]

    made = deed(given, claims)
    done = shown(given)
    noted = given.store.audit.last(given.case().id, Did.ARRANGED_TOPICS)
    arranging.undo_edit(given.store, given.reviewer(), made.id, at=NOON)

    assert list(done.items()) == list(after.items())
    assert noted is not None
    assert noted.details["edit"] == made.id
    assert list(shown(given).items()) == [("Piers", 2), ("Cost", 2)]


@every_deed
def test_a_deed_and_its_undo_outlast_the_next_run(
    given: Given, claims: tuple[Claim, ...], name: str,
) -> None:
    deed, after = DEEDS[name]
    made = deed(given, claims)

    propose(given, claims)
    outlasted = shown(given)
    arranging.undo_edit(given.store, given.reviewer(), made.id, at=NOON)
    propose(given, claims)

    assert list(outlasted.items()) == list(after.items())
    assert list(shown(given).items()) == [("Piers", 2), ("Cost", 2)]


def test_pairs_follow_their_claims_into_the_merged_topic_with_their_tags(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    pair = given.paired(claims[2], claims[3])
    given.tag(pair, Relation.CONFLICT)

    merge(given)

    assert topic_of(given, pair) == ids(given)["Both"]
    assert given.store.tags.standing(pair.id)[0].relation is Relation.CONFLICT


def test_a_topic_without_claims_is_not_counted(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    merge(given)

    [row] = given.store.pages.cases.rows([given.case().id], given.reviewer().id)
    assert row.topics == 1


def topic_of(given: Given, pair: Pair) -> int | None:
    return given.store.pages.one_pair.around(pair.id, given.reviewer().id).topic_id


def test_the_same_form_twice_does_it_once(given: Given, claims: tuple[Claim, ...]) -> None:
    assert rename(given, key="k") == rename(given, key="k")


def test_what_somebody_changed_meanwhile_is_told_and_nothing_is_written(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    theirs = rename(given, "Columns", by=given.reviewer("Bo"))

    with pytest.raises(Late) as refused:
        arranging.rename_topic(given.store, given.reviewer(), ids(given)["Columns"], "Pillars",
                               seen=0, key="", at=NOON)

    assert refused.value.edits == (theirs,)
    assert "Columns" in shown(given)


def test_moving_up_and_down_changes_no_topic(given: Given, claims: tuple[Claim, ...]) -> None:
    order(given, "Cost", up=True)

    assert rename(given, seen=0).undone_at is None


def test_an_undo_is_refused_while_a_later_change_stands(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    first = rename(given)
    second = rename(given, "Columns", seen=1)

    with pytest.raises(Conflict, match="changed again since"):
        arranging.undo_edit(given.store, given.reviewer(), first.id, at=NOON)
    arranging.undo_edit(given.store, given.reviewer(), second.id, at=NOON)
    arranging.undo_edit(given.store, given.reviewer(), first.id, at=NOON)

    assert list(shown(given)) == ["Piers", "Cost"]
    with pytest.raises(Conflict, match="undone already"):
        arranging.undo_edit(given.store, given.reviewer(), first.id, at=NOON)


def test_whoever_did_it_undoes_it_or_an_adjudicator(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    made = rename(given)

    with pytest.raises(NotAllowed):
        arranging.undo_edit(given.store, given.reviewer("Bo"), made.id, at=NOON)

    judge = given.reviewer("Judge", Role.ADJUDICATOR)
    assert arranging.undo_edit(given.store, judge, made.id, at=NOON).undone_by == judge.id


@pytest.mark.parametrize(("name", "message"), [
    ("  ", "Type a name"), ("x" * 121, "Shorten"), ("cost", "Another topic"),
    ("Piers", "its name already"), ("a\0b", "cannot be kept"),
])
def test_a_name_that_cannot_be_used_is_refused(
    given: Given, claims: tuple[Claim, ...], name: str, message: str,
) -> None:
    with pytest.raises(Invalid, match=message):
        rename(given, name)


def test_nothing_moves_to_nowhere(given: Given, claims: tuple[Claim, ...]) -> None:
    case_id, piers = given.case().id, ids(given)["Piers"]
    other = given.store.topic_edits.make_topic(given.case("Other").id, "x", Reason.DATE)

    for going in (Going(claims={}), Going(claims={claims[3].id: None}, new="New"),
                  Going(claims={claims[0].id: other}), Going(claims={claims[0].id: piers}),
                  Going(claims={claims[0].id: None})):
        with pytest.raises(Invalid):
            arranging.move_claims(given.store, given.reviewer(), piers, going, seen=0, key="",
                                  at=NOON)
    with pytest.raises(Invalid):
        arranging.make_topic(given.store, given.reviewer(), case_id, "New", [999], key="", at=NOON)
    with pytest.raises(Invalid):
        order(given, "Piers", up=True)
    with pytest.raises(Invalid):
        arranging.merge_topics(given.store, given.reviewer(), {piers: 0}, "x", key="", at=NOON)


def test_topics_of_two_cases_are_not_merged(given: Given, claims: tuple[Claim, ...]) -> None:
    other = given.store.topic_edits.make_topic(given.case("Other").id, "x", Reason.DATE)

    with pytest.raises(NotFound):
        arranging.merge_topics(given.store, given.reviewer(), {ids(given)["Piers"]: 0, other: 0},
                               "x", key="", at=NOON)


def test_viewers_change_nothing(given: Given, claims: tuple[Claim, ...]) -> None:
    with pytest.raises(NotAllowed):
        rename(given, by=given.reviewer("Eve", Role.VIEWER))
