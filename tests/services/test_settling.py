from dataclasses import replace

import pytest
from sqlalchemy import select

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Pair, Relation
from app.domain.people import Reviewer, Role
from app.domain.tags import Ruling, Stage
from app.services import reviewing, settling
from app.store.audit import Did
from app.store.tables import audit
from tests.factories import NOON, Given

WHY = "Both plans say so."


def disputed(given: Given) -> Pair:
    """A pair that Ada and Bo answered differently."""
    pair = given.pair()
    given.tag(pair, Relation.AGREE)
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    return pair


def judge(given: Given) -> Reviewer:
    return given.reviewer("Judge", Role.ADJUDICATOR)


def settle(given: Given, pair: Pair, relation: Relation | None = Relation.CONFLICT) -> None:
    settling.settle(given.store, judge(given), pair.id, relation, why=WHY, at=NOON)


def stage(given: Given, pair: Pair) -> Stage | None:
    dispute = given.store.decisions.dispute(pair.id)
    return None if dispute is None else dispute.stage


def again(given: Given, pair: Pair, relation: Relation, *, by: str = "Bo") -> None:
    """The reviewer tags the pair once more, as the compare page does."""
    who = given.reviewer(by)
    reviewing.tag_pair(given.store, who, pair.id, relation, note="", key="", at=NOON,
                       seen=given.store.pairs.state(pair.id, who.id))


def test_a_settlement_is_kept_beside_the_tags(given: Given) -> None:
    pair = disputed(given)

    settling.settle(given.store, judge(given), pair.id, Relation.CONFLICT, why=" Counted. ",
                    at=NOON)

    settled = given.store.tags.settlement(pair.id)
    assert settled is not None
    assert (settled.relation, settled.why) == (Relation.CONFLICT, "Counted.")
    assert len(given.store.tags.of(pair.id)) == 2
    assert stage(given, pair) is Stage.SETTLED


def test_a_settlement_makes_every_open_page_old(given: Given) -> None:
    pair, me = disputed(given), given.reviewer()
    seen = given.store.pairs.state(pair.id, me.id)

    settle(given, pair)

    assert given.store.pairs.state(pair.id, me.id) > seen


def test_a_pair_left_unresolved_is_decided_but_not_settled(given: Given) -> None:
    pair = disputed(given)

    settle(given, pair, None)

    assert given.store.tags.settlement(pair.id) is None
    assert [one.ruling for one in given.store.decisions.of(pair.id)] == [Ruling.UNRESOLVED]
    assert stage(given, pair) is Stage.UNRESOLVED
    with pytest.raises(Conflict, match="left unresolved"):
        settle(given, pair)


def test_a_changed_tag_brings_back_what_was_left_unresolved_and_a_new_note_does_not(
    given: Given,
) -> None:
    pair = disputed(given)
    settle(given, pair, None)

    again(given, pair, Relation.CONFLICT)
    before = stage(given, pair)
    again(given, pair, Relation.UNRELATED)

    assert (before, stage(given, pair)) == (Stage.UNRESOLVED, Stage.OPEN)


def test_reviewers_who_discuss_bring_the_dispute_back_or_end_it(given: Given) -> None:
    pair = disputed(given)
    settling.ask_to_discuss(given.store, judge(given), pair.id, why="", at=NOON)
    asked = stage(given, pair)

    again(given, pair, Relation.CONFLICT)
    answered = stage(given, pair)
    again(given, pair, Relation.AGREE)

    assert (asked, answered) == (Stage.DISCUSSED, Stage.OPEN)
    assert given.store.decisions.dispute(pair.id) is None


def test_a_dispute_begins_with_the_tag_that_differs_and_ends_when_it_is_taken_back(
    given: Given,
) -> None:
    pair, bo = given.pair(), given.reviewer("Bo")
    given.tag(pair, Relation.AGREE)
    at_one = given.store.decisions.dispute(pair.id)
    given.tag(pair, Relation.RELATED, by=bo)
    differing = stage(given, pair)

    reviewing.undo_tag(given.store, bo, pair.id, at=NOON)

    assert (at_one, differing) == (None, Stage.OPEN)
    assert given.store.decisions.dispute(pair.id) is None


def test_what_was_settled_is_opened_again_with_a_reason_and_nothing_is_lost(
    given: Given,
) -> None:
    pair = disputed(given)
    settle(given, pair, Relation.CONFLICT)

    settling.reopen(given.store, judge(given), pair.id, why="A new plan was found.", at=NOON)
    opened = stage(given, pair), given.store.tags.settlement(pair.id)
    settle(given, pair, Relation.AGREE)

    assert opened == (Stage.OPEN, None)
    assert [(one.ruling, one.relation, one.why) for one in given.store.decisions.of(pair.id)] == [
        (Ruling.SETTLED, Relation.CONFLICT, WHY),
        (Ruling.REOPENED, None, "A new plan was found."),
        (Ruling.SETTLED, Relation.AGREE, WHY),
    ]
    settled = given.store.tags.settlement(pair.id)
    assert settled is not None
    assert settled.relation is Relation.AGREE


def test_what_is_open_cannot_be_opened_again(given: Given) -> None:
    pair = disputed(given)

    with pytest.raises(Conflict, match="open already"):
        settling.reopen(given.store, judge(given), pair.id, why=WHY, at=NOON)


def test_every_decision_is_written_down(given: Given) -> None:
    pair, who = disputed(given), judge(given)

    settling.ask_to_discuss(given.store, who, pair.id, why="", at=NOON)
    settle(given, pair, None)
    settling.reopen(given.store, who, pair.id, why=WHY, at=NOON)
    settle(given, pair, Relation.RELATED)

    rows = given.store.connection.execute(
        select(audit).where(audit.c.reviewer_id == who.id, audit.c.pair_id == pair.id)
        .order_by(audit.c.id)).all()
    assert [row.did for row in rows] == [
        Did.ASKED_TO_DISCUSS, Did.LEFT_UNRESOLVED, Did.REOPENED, Did.SETTLED]
    assert rows[-1].details == {"relation": "related"}


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER])
@pytest.mark.parametrize("act", ["settle", "discuss", "reopen"])
def test_to_others_than_adjudicators_no_dispute_is_here(
    given: Given, role: Role, act: str
) -> None:
    pair, who = disputed(given), given.reviewer("Cy", role)

    with pytest.raises(NotFound):
        do(act, given, who, pair)

    assert given.store.decisions.of(pair.id) == []


@pytest.mark.parametrize("act", ["settle", "discuss", "reopen"])
def test_whoever_tagged_a_pair_does_not_decide_about_it(given: Given, act: str) -> None:
    pair, who = disputed(given), judge(given)
    given.tag(pair, by=who)

    with pytest.raises(NotAllowed, match="You tagged this pair"):
        do(act, given, who, pair)

    assert given.store.decisions.of(pair.id) == []


def do(act: str, given: Given, who: Reviewer, pair: Pair) -> None:
    if act == "settle":
        settling.settle(given.store, who, pair.id, Relation.AGREE, why=WHY, at=NOON)
    elif act == "discuss":
        settling.ask_to_discuss(given.store, who, pair.id, why="", at=NOON)
    else:
        settling.reopen(given.store, who, pair.id, why=WHY, at=NOON)


@pytest.mark.parametrize("act", ["settle", "discuss", "reopen"])
def test_a_pair_that_is_not_there_cannot_be_decided(given: Given, act: str) -> None:
    pair = disputed(given)

    with pytest.raises(NotFound):
        do(act, given, judge(given), replace(pair, id=99))


@pytest.mark.parametrize("why", ["", "  \n", "x" * 10_001, "a\0b"])
def test_a_reason_is_demanded_and_must_fit(given: Given, why: str) -> None:
    pair = disputed(given)

    with pytest.raises(Invalid) as refused:
        settling.settle(given.store, judge(given), pair.id, Relation.AGREE, why=why, at=NOON)

    assert set(refused.value.fields) == {"why"}
    assert stage(given, pair) is Stage.OPEN


def test_a_pair_is_settled_once(given: Given) -> None:
    pair = disputed(given)
    settle(given, pair, Relation.CONFLICT)

    with pytest.raises(Conflict):
        settling.settle(given.store, given.reviewer("Second", Role.ADJUDICATOR), pair.id,
                        Relation.AGREE, why="No.", at=NOON)

    settled = given.store.tags.settlement(pair.id)
    assert settled is not None
    assert settled.relation is Relation.CONFLICT


def test_nothing_is_settled_where_nobody_differs(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE)

    with pytest.raises(Conflict, match="Nobody differs"):
        settle(given, pair)


def test_a_decision_on_tags_that_changed_meanwhile_is_not_counted(given: Given) -> None:
    pair, who = disputed(given), judge(given)
    seen = given.store.decisions.state(pair.id)
    again(given, pair, Relation.UNRELATED)

    with pytest.raises(Conflict, match="has changed since you opened it"):
        settling.settle(given.store, who, pair.id, Relation.AGREE, why=WHY, at=NOON, seen=seen)
    with pytest.raises(Conflict, match="has changed since you opened it"):
        settling.ask_to_discuss(given.store, who, pair.id, why=WHY, at=NOON, seen=seen)

    assert given.store.decisions.of(pair.id) == []


def test_the_same_form_sent_twice_decides_once(given: Given) -> None:
    pair, who = disputed(given), judge(given)
    seen = given.store.decisions.state(pair.id)

    made = [settling.settle(given.store, who, pair.id, Relation.AGREE, why=WHY, at=NOON,
                            seen=seen, key="form 1") for _ in range(2)]

    assert made[0] == made[1]
    assert len(given.store.decisions.of(pair.id)) == 1
