"""One finding in many pairs, rows selected in a list: one press, a tag for each, one way back."""

import pytest

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Pair, Reason, Relation
from app.domain.people import Reviewer, Role
from app.services import reviewing, together
from app.services.together import Press
from app.store.audit import Did
from tests.factories import NOON, Given, finding, suggestion


@pytest.fixture
def slip(given: Given) -> list[Pair]:
    """Three pairs that share one finding on one topic, and one that does not."""
    made = [given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.")
            for n in (1, 2, 3)]
    given.topic(*made)
    other = given.pair("It closed on Monday.", "It closed on Friday.", reason=Reason.DATE)
    return [given.store.pairs.get(pair.id) for pair in (*made, other)]


def finding_of(given: Given, pair: Pair) -> str:
    return given.store.pages.shared.findings_of([pair.id])[pair.id]


def press(*pairs: Pair, key: str = "") -> Press:
    return Press(pair_ids=tuple(pair.id for pair in pairs), key=key, at=NOON)


def standing(given: Given, pair: Pair) -> list[Relation | None]:
    return [tag.relation for tag in given.store.tags.standing(pair.id)]


def test_pairs_on_one_topic_whose_findings_say_the_same_are_one_finding(
    given: Given, slip: list[Pair]
) -> None:
    names = {finding_of(given, pair) for pair in slip[:3]}

    assert len(names) == 1
    assert given.store.pages.shared.findings_of([slip[3].id]) == {}


def test_which_side_says_which_value_makes_no_difference(given: Given) -> None:
    one, other = finding(), finding()
    turned = type(other)(reason=other.reason, relation=other.relation, strength=other.strength,
                         because=other.because, what=other.what, reading=other.reading,
                         first_value=other.second_value, second_value=other.first_value)
    [a] = given.claims(given.article("Four piers stand."))
    [b] = given.claims(given.article("Five piers stand.", source="Herald"))
    [c] = given.claims(given.article("Piers: four.", source="Mail"))
    first = given.paired(a, b, suggestion(one))
    second = given.paired(b, c, suggestion(turned))
    given.topic(first, second)

    assert finding_of(given, first) == finding_of(given, second)


def test_a_finding_without_two_values_stands_for_its_pair_alone(given: Given) -> None:
    detail = type(finding())(
        reason=Reason.DETAIL, relation=Relation.RELATED, strength=finding().strength,
        because="One tells more.", what="Detail", reading="Only here", first_value="at noon",
        second_value="")
    [a] = given.claims(given.article("It closed at noon."))
    [b] = given.claims(given.article("It closed.", source="Herald"))
    [c] = given.claims(given.article("It was closed.", source="Mail"))

    first = given.paired(a, b, suggestion(detail))
    second = given.paired(a, c, suggestion(detail))
    given.topic(first, second)

    assert finding_of(given, first) != finding_of(given, second)


def test_each_open_pair_of_a_finding_gets_a_tag_and_the_log_a_row(
    given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer()

    done = together.tag_finding(given.store, me, finding_of(given, slip[0]), Relation.CONFLICT,
                                press(*slip[:3]))

    assert (done.changed, done.kept) == (3, 0)
    assert [standing(given, pair) for pair in slip] == [[Relation.CONFLICT]] * 3 + [[]]
    last = given.store.audit.last(slip[0].case_id, Did.TAGGED)
    assert last is not None
    assert last.details["together"] == "finding"


def test_pairs_that_i_tagged_or_that_are_settled_stay_as_they_are(
    given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer()
    given.tag(slip[0], Relation.AGREE, by=me)
    given.settlement(slip[1], Relation.RELATED)

    done = together.tag_finding(given.store, me, finding_of(given, slip[0]), Relation.CONFLICT,
                                press(*slip[:3]))

    assert (done.changed, done.kept) == (1, 2)
    assert standing(given, slip[0]) == [Relation.AGREE]
    assert standing(given, slip[1]) == []


def test_the_same_form_sent_twice_tags_once(given: Given, slip: list[Pair]) -> None:
    me, name = given.reviewer(), finding_of(given, slip[0])
    first = together.tag_finding(given.store, me, name, Relation.CONFLICT,
                                 press(*slip[:3], key="form"))

    second = together.tag_finding(given.store, me, name, Relation.AGREE,
                                  press(*slip[:3], key="form"))

    assert second.batch_id == first.batch_id
    assert len(given.store.tags.of(slip[0].id)) == 1


def test_a_pair_that_is_no_longer_part_of_the_finding_refuses_all(
    given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer()

    with pytest.raises(Conflict, match="has changed since"):
        together.tag_finding(given.store, me, finding_of(given, slip[0]), Relation.CONFLICT,
                             press(*slip))

    assert standing(given, slip[0]) == []


@pytest.mark.parametrize("name", ["", "nothing", "0123456789abcdef-0", "x-1-2", "'-1"])
def test_a_finding_that_is_not_here_is_not_found(
    given: Given, slip: list[Pair], name: str
) -> None:
    with pytest.raises(NotFound):
        together.tag_finding(given.store, given.reviewer(), name, Relation.AGREE, press(slip[0]))


def test_one_undo_takes_all_of_them_back_and_a_second_nothing_more(
    given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer()
    done = together.tag_finding(given.store, me, finding_of(given, slip[0]), Relation.CONFLICT,
                                press(*slip[:3]))

    back = together.undo(given.store, me, done.batch_id, at=NOON)
    again = together.undo(given.store, me, done.batch_id, at=NOON)

    assert (back.changed, back.kept, again.changed) == (3, 0, 0)
    assert [standing(given, pair) for pair in slip] == [[]] * 4


def test_undo_leaves_what_was_answered_or_settled_since(given: Given, slip: list[Pair]) -> None:
    me = given.reviewer()
    done = together.tag_finding(given.store, me, finding_of(given, slip[0]), Relation.CONFLICT,
                                press(*slip[:3]))
    reviewing.tag_pair(given.store, me, slip[0].id, Relation.RELATED, note="", key="", at=NOON,
                       seen=given.store.pairs.state(slip[0].id, me.id))
    given.settlement(slip[1])

    back = together.undo(given.store, me, done.batch_id, at=NOON)

    assert (back.changed, back.kept) == (1, 2)
    assert standing(given, slip[0]) == [Relation.RELATED]
    assert standing(given, slip[1]) == [Relation.CONFLICT]


def test_nobody_takes_back_what_somebody_else_gave(given: Given, slip: list[Pair]) -> None:
    done = together.tag_selected(given.store, given.reviewer(), press(slip[0]))

    with pytest.raises(NotFound):
        together.undo(given.store, given.reviewer("Bo"), done.batch_id, at=NOON)


def test_selected_rows_are_tagged_as_unrelated_and_a_draft_stays(
    given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer()
    reviewing.save_draft(given.store, me, slip[0].id, "Two bridges?", at=NOON)
    reviewing.skip_pair(given.store, me, slip[1].id, at=NOON)

    together.tag_selected(given.store, me, press(slip[0], slip[1], slip[3]))

    assert [standing(given, pair) for pair in slip] == [
        [Relation.UNRELATED], [Relation.UNRELATED], [], [Relation.UNRELATED]]
    assert given.store.tags.draft(slip[0].id, me.id) == "Two bridges?"
    assert not given.store.tags.unskip(slip[1].id, me.id)


def test_pairs_are_assigned_once_and_given_back_with_one_undo(
    given: Given, slip: list[Pair]
) -> None:
    me, bo = given.reviewer(), given.reviewer("Bo")
    together.assign(given.store, me, press(slip[0]), bo.id)
    done = together.assign(given.store, me, press(*slip[:2]), bo.id)

    told = given.store.batches.told(done.batch_id, me.id)
    back = together.undo(given.store, me, done.batch_id, at=NOON)

    assert (done.changed, done.kept, back.changed) == (1, 1, 1)
    assert told is not None
    assert (told.person, told.pairs) == ("Bo", 1)
    assert given.store.batches.assigned(done.batch_id) == []


@pytest.mark.parametrize(("pairs", "who"), [((), 1), ((1,), 0), ((1,), 999)])
def test_nothing_selected_or_nobody_chosen_is_refused(
    given: Given, slip: list[Pair], pairs: tuple[int, ...], who: int
) -> None:
    with pytest.raises(Invalid):
        together.assign(given.store, given.reviewer(),
                        Press(pair_ids=pairs, key="", at=NOON), who)


def test_a_viewer_gives_nothing(given: Given, slip: list[Pair]) -> None:
    viewer: Reviewer = given.reviewer("Vera", Role.VIEWER)

    with pytest.raises(NotAllowed):
        together.tag_selected(given.store, viewer, press(slip[0]))
    with pytest.raises(NotAllowed):
        together.assign(given.store, viewer, press(slip[0]), 1)
    with pytest.raises(NotAllowed):
        together.tag_finding(given.store, viewer, finding_of(given, slip[0]), Relation.AGREE,
                             press(slip[0]))
