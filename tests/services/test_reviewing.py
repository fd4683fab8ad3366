from datetime import timedelta

import pytest

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Pair, Relation
from app.domain.people import Reviewer, Role
from app.services import reviewing
from app.services.pages.shell import Saved
from tests.factories import NOON, Given


def tag(
    given: Given, pair: Pair, relation: Relation = Relation.AGREE, *,
    by: Reviewer | None = None, note: str = "", seen: int | None = None, key: str = "",
) -> Saved:
    who = by or given.reviewer()
    shown = given.store.pairs.state(pair.id, who.id) if seen is None else seen
    return reviewing.tag_pair(given.store, who, pair.id, relation, note=note, seen=shown,
                              key=key, at=NOON)


def standing(given: Given, pair: Pair) -> list[Relation | None]:
    return [tag.relation for tag in given.store.tags.standing(pair.id)]


def test_a_tag_is_kept_with_its_note(given: Given) -> None:
    pair = given.pair()

    saved = tag(given, pair, Relation.CONFLICT, note="  Counted on the plan.\r\n")

    [kept] = given.store.tags.of(pair.id)
    assert (kept.relation, kept.note) == (Relation.CONFLICT, "Counted on the plan.")
    assert saved == Saved(pair_id=pair.id, number=1, relation=Relation.CONFLICT,
                          newest=given.store.tags.of(pair.id)[-1].id)


def test_the_newest_tag_counts_and_the_older_ones_stay(given: Given) -> None:
    pair = given.pair()
    tag(given, pair, Relation.AGREE)

    tag(given, pair, Relation.RELATED)

    assert standing(given, pair) == [Relation.RELATED]
    assert [kept.relation for kept in given.store.tags.of(pair.id)] == ["agree", "related"]


def test_the_same_form_sent_twice_answers_once(given: Given) -> None:
    pair = given.pair()
    first = tag(given, pair, Relation.AGREE, key="form 1", seen=1)

    second = tag(given, pair, Relation.AGREE, key="form 1", seen=1)

    assert second == first
    assert len(given.store.tags.of(pair.id)) == 1


def test_two_reviewers_may_use_the_same_form_key(given: Given) -> None:
    pair = given.pair()
    tag(given, pair, Relation.AGREE, key="form 1")

    tag(given, pair, Relation.CONFLICT, key="form 1", by=given.reviewer("Bo"))

    assert standing(given, pair) == [Relation.AGREE, Relation.CONFLICT]


def test_a_tag_on_an_old_state_is_refused_and_nothing_is_written(given: Given) -> None:
    pair = given.pair()
    seen = given.store.pairs.state(pair.id, given.reviewer().id)
    tag(given, pair, Relation.AGREE)

    with pytest.raises(Conflict, match="has changed since you opened it"):
        tag(given, pair, Relation.CONFLICT, seen=seen)

    assert standing(given, pair) == [Relation.AGREE]


def test_what_others_answer_does_not_make_my_page_old(given: Given) -> None:
    pair = given.pair()
    seen = given.store.pairs.state(pair.id, given.reviewer().id)
    tag(given, pair, Relation.CONFLICT, by=given.reviewer("Bo"))

    tag(given, pair, Relation.AGREE, seen=seen)

    assert standing(given, pair) == [Relation.AGREE, Relation.CONFLICT]


def test_a_late_tag_is_refused_and_nothing_is_written(given: Given) -> None:
    pair = given.pair()
    given.settlement(pair, Relation.CONFLICT, at=NOON - timedelta(minutes=2))

    with pytest.raises(Conflict, match=r"settled 2 minutes ago\. Your tag was not counted\."):
        tag(given, pair)

    assert given.store.tags.of(pair.id) == []


def test_a_viewer_may_not_tag(given: Given) -> None:
    pair = given.pair()

    with pytest.raises(NotAllowed):
        tag(given, pair, by=given.reviewer("Guest", Role.VIEWER))

    assert given.store.tags.of(pair.id) == []


def test_a_pair_that_is_not_there_cannot_be_tagged(given: Given) -> None:
    with pytest.raises(NotFound):
        reviewing.tag_pair(given.store, given.reviewer(), 99, Relation.AGREE, note="", seen=1,
                           key="", at=NOON)


@pytest.mark.parametrize("note", ["x" * 10_001, "a\0b", "half of \ud834"])
def test_a_note_that_cannot_be_kept_is_refused(given: Given, note: str) -> None:
    pair = given.pair()

    with pytest.raises(Invalid) as refused:
        tag(given, pair, note=note)

    assert set(refused.value.fields) == {"note"}
    assert given.store.tags.of(pair.id) == []


def test_a_tag_uses_up_the_draft_and_the_skip(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    reviewing.save_draft(given.store, me, pair.id, "Not sure yet", at=NOON)
    reviewing.skip_pair(given.store, me, pair.id, at=NOON)

    tag(given, pair)

    assert given.store.tags.draft(pair.id, me.id) == ""
    assert not given.store.tags.unskip(pair.id, me.id)


def test_undo_takes_the_tag_back_and_the_note_is_a_draft_again(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    tag(given, pair, Relation.AGREE, note="Same plan")

    saved = reviewing.undo_tag(given.store, me, pair.id, at=NOON)

    assert saved.relation is None
    assert standing(given, pair) == []
    assert given.store.tags.draft(pair.id, me.id) == "Same plan"
    assert [kept.relation for kept in given.store.tags.of(pair.id)] == [Relation.AGREE, None]


def test_undo_of_a_second_thought_lets_the_first_stand_again(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    tag(given, pair, Relation.AGREE)
    tag(given, pair, Relation.CONFLICT)

    once = reviewing.undo_tag(given.store, me, pair.id, at=NOON)
    twice = reviewing.undo_tag(given.store, me, pair.id, at=NOON)

    assert (once.relation, twice.relation) == (Relation.AGREE, None)
    assert standing(given, pair) == []


def test_undo_then_another_tag_then_undo_comes_back_to_the_start(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    tag(given, pair, Relation.AGREE)
    reviewing.undo_tag(given.store, me, pair.id, at=NOON)
    tag(given, pair, Relation.CONFLICT)

    reviewing.undo_tag(given.store, me, pair.id, at=NOON)

    assert standing(given, pair) == []
    with pytest.raises(Conflict):
        reviewing.undo_tag(given.store, me, pair.id, at=NOON)


def test_the_same_undo_sent_twice_takes_one_tag_back(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    tag(given, pair, Relation.AGREE)
    newest = tag(given, pair, Relation.CONFLICT).newest

    once = reviewing.undo_tag(given.store, me, pair.id, at=NOON, newest=newest)
    twice = reviewing.undo_tag(given.store, me, pair.id, at=NOON, newest=newest)

    assert once == twice
    assert standing(given, pair) == [Relation.AGREE]


def test_the_same_undo_of_a_skip_sent_twice_changes_nothing_more(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    reviewing.skip_pair(given.store, me, pair.id, at=NOON)

    once = reviewing.undo_tag(given.store, me, pair.id, at=NOON, newest=0)
    twice = reviewing.undo_tag(given.store, me, pair.id, at=NOON, newest=0)

    assert once == twice


def test_there_is_nothing_to_undo_in_what_others_tagged(given: Given) -> None:
    pair = given.pair()
    tag(given, pair, by=given.reviewer("Bo"))

    with pytest.raises(Conflict, match="no tag of yours"):
        reviewing.undo_tag(given.store, given.reviewer(), pair.id, at=NOON)


def test_a_settled_pair_keeps_its_tags(given: Given) -> None:
    pair = given.pair()
    tag(given, pair, Relation.AGREE)
    given.settlement(pair)

    with pytest.raises(Conflict, match="was settled"):
        reviewing.undo_tag(given.store, given.reviewer(), pair.id, at=NOON)

    assert standing(given, pair) == [Relation.AGREE]


def test_the_tag_to_undo_is_the_newest_in_the_case_that_stands(given: Given) -> None:
    one, other = given.pair(), given.pair("It opened in May.", "It opened in June.")
    me = given.reviewer()
    tag(given, one)
    tag(given, other)
    reviewing.undo_tag(given.store, me, other.id, at=NOON)

    found = given.store.tags.undoable(me.id, one.case_id)

    assert found is not None
    assert found.pair_id == one.id


def test_a_skip_can_be_undone(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    reviewing.skip_pair(given.store, me, pair.id, at=NOON)

    reviewing.undo_tag(given.store, me, pair.id, at=NOON)

    assert not given.store.tags.unskip(pair.id, me.id)


def test_skipping_a_tagged_pair_leaves_the_tag(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    tag(given, pair, Relation.AGREE)

    saved = reviewing.skip_pair(given.store, me, pair.id, at=NOON)

    assert not saved.skipped
    assert standing(given, pair) == [Relation.AGREE]
    assert not given.store.tags.unskip(pair.id, me.id)


def test_a_draft_is_kept_for_its_writer_alone_and_the_newest_counts(given: Given) -> None:
    pair, me, other = given.pair(), given.reviewer(), given.reviewer("Bo")
    reviewing.save_draft(given.store, me, pair.id, "Per", at=NOON)

    reviewing.save_draft(given.store, me, pair.id, "Perhaps", at=NOON)

    assert given.store.tags.draft(pair.id, me.id) == "Perhaps"
    assert given.store.tags.draft(pair.id, other.id) == ""


@pytest.mark.parametrize("act", [reviewing.undo_tag, reviewing.skip_pair])
def test_viewers_change_nothing(given: Given, act: type) -> None:
    pair = given.pair()

    with pytest.raises(NotAllowed):
        act(given.store, given.reviewer("Guest", Role.VIEWER), pair.id, at=NOON)
