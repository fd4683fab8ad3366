"""One pair with its evidence, and the way from one pair to the next."""

import pytest

from app.domain.errors import Invalid, NotFound
from app.domain.pairs import Place, Reason, Relation
from app.services import browsing, reviewing
from app.services.pages.compare import TickState
from app.services.pages.queue import MyTag, QueueFilter, QueueOrder
from tests.factories import NOON, Given, finding, suggestion

LEFT = "The council approved the plan unanimously."
RIGHT = "The plan passed 13–0 on Tuesday."
NOT_YET = QueueFilter(mine=(MyTag.NOT_YET,))


def tag(given: Given, pair_id: int, relation: Relation = Relation.AGREE, name: str = "Ada") -> None:
    reviewer = given.reviewer(name)
    seen = given.store.pairs.state(pair_id, reviewer.id)
    reviewing.tag_pair(given.store, reviewer, pair_id, relation, note="", seen=seen, key="",
                       at=NOON)


def test_a_pair_shows_both_claims_where_they_stand(given: Given) -> None:
    one = given.claims(given.article(LEFT, text=f"Before it all.\n\n{LEFT} After it."))[0]
    other = given.claims(given.article(RIGHT, source="Herald"))[0]
    pair = given.paired(one, other)

    page = browsing.pair(given.store, given.reviewer(), pair.id)

    assert "".join(piece.text for piece in page.first.pieces) == LEFT
    assert "".join(piece.text for piece in page.second.pieces) == RIGHT
    assert (page.first.source, page.second.source) == ("Courier", "Herald")
    assert page.first.before == "Before it all."
    assert page.first.after == "After it."
    assert not page.second.same_article
    assert page.version == given.store.pairs.state(pair.id, given.reviewer().id)


def test_marks_have_the_numbers_of_the_table_and_can_be_taken_off(given: Given) -> None:
    one = given.claims(given.article(LEFT))[0]
    other = given.claims(given.article(RIGHT, source="Herald"))[0]
    vote = finding(reason=Reason.VOTE_COUNT, relation=Relation.AGREE)
    told = [Place(LEFT.index("unan"), len(LEFT) - 1)], [Place(16, 20)]
    placed = type(vote)(**{name: getattr(vote, name) for name in (
        "reason", "relation", "strength", "because", "what", "reading", "first_value",
        "second_value")}, first_places=tuple(told[0]), second_places=tuple(told[1]))
    pair = given.paired(one, other, suggestion(placed))

    marked = browsing.pair(given.store, given.reviewer(), pair.id)
    bare = browsing.pair(given.store, given.reviewer(), pair.id, marks=False)

    assert [piece.text for piece in marked.first.pieces if piece.mark == 1] == ["unanimously"]
    assert [piece.text for piece in marked.second.pieces if piece.mark == 1] == ["13–0"]
    assert [row.number for row in marked.differences] == [1]
    assert [piece.mark for piece in bare.first.pieces] == [None]
    assert [row.number for row in bare.differences] == [None]
    assert marked.question == "Do these two agree on the vote?"


def test_two_claims_of_one_article_say_so(given: Given) -> None:
    one, other = given.claims(given.article("Las Alamitos voted.", "Los Alamitos voted."))
    pair = given.paired(one, other)

    page = browsing.pair(given.store, given.reviewer(), pair.id)

    assert page.second.same_article
    assert page.second.paragraph == 2


def test_others_stay_hidden_until_i_have_tagged(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"), note="Look at the plan")

    before = browsing.pair(given.store, given.reviewer(), pair.id)
    tag(given, pair.id, Relation.AGREE)
    after = browsing.pair(given.store, given.reviewer(), pair.id)

    assert before.others == ()
    assert before.others_count == 1
    assert not before.tags_differ
    assert "Look at the plan" not in repr(before)
    assert [event.relation for event in before.history if event.who == "Bo"] == [None]
    assert all("conflict" not in event.did for event in before.history)
    assert [(other.name, other.relation, other.note) for other in after.others] == [
        ("Bo", Relation.CONFLICT, "Look at the plan")]
    assert after.tags_differ
    assert [event.did for event in after.history] == [
        "Suggested by the system", "tagged conflict and wrote a note", "tagged agree"]


def test_taking_my_tag_back_hides_the_others_again(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    tag(given, pair.id)

    reviewing.undo_tag(given.store, given.reviewer(), pair.id, at=NOON)

    page = browsing.pair(given.store, given.reviewer(), pair.id)
    assert page.others == ()
    assert page.my_tag is None
    assert [event.relation for event in page.history if event.who == "Bo"] == [None]


def test_a_settlement_is_seen_by_everybody_and_the_single_tags_are_not(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE, by=given.reviewer("Bo"))
    given.settlement(pair, Relation.CONFLICT, why="The plan says five.")

    page = browsing.pair(given.store, given.reviewer(), pair.id)

    assert page.settled is not None
    assert page.settled.relation is Relation.CONFLICT
    assert page.settled_why == "The plan says five."
    assert page.others == ()


def test_the_strip_has_a_tick_for_each_pair_by_number(given: Given) -> None:
    pairs = [given.pair() for _ in range(4)]
    tag(given, pairs[0].id)
    reviewing.skip_pair(given.store, given.reviewer(), pairs[1].id, at=NOON)

    strip = browsing.pair(given.store, given.reviewer(), pairs[2].id).strip

    assert strip.ticks == (
        TickState.TAGGED, TickState.SKIPPED, TickState.CURRENT, TickState.OPEN)
    assert (strip.tagged, strip.skipped, strip.total, strip.number) == (1, 1, 4, 3)


def test_neighbours_follow_the_filter_and_its_order(given: Given) -> None:
    low, high, middle = (given.pair(score=score) for score in (0.1, 0.9, 0.5))

    by_score = browsing.pair(given.store, given.reviewer(), middle.id, NOT_YET, "mine=not_yet")
    by_number = browsing.pair(given.store, given.reviewer(), middle.id,
                              QueueFilter(order=QueueOrder.NUMBER), "order=number")

    assert (by_score.strip.previous_id, by_score.strip.next_id) == (high.id, low.id)
    assert (by_number.strip.previous_id, by_number.strip.next_id) == (high.id, None)


def test_without_a_queue_the_neighbours_are_those_of_the_case_by_number(given: Given) -> None:
    first, second = given.pair(score=0.1), given.pair(score=0.9)
    given.pair(case=given.case("Another"))

    page = browsing.pair(given.store, given.reviewer(), second.id)

    assert (page.strip.previous_id, page.strip.next_id) == (first.id, None)
    assert page.query == f"case={second.case_id}&order=number"


def test_what_i_tagged_last_can_be_undone_from_any_pair_of_the_case(given: Given) -> None:
    first, second = given.pair(), given.pair()
    tag(given, first.id, Relation.RELATED)

    undo = browsing.pair(given.store, given.reviewer(), second.id).can_undo
    reviewing.undo_tag(given.store, given.reviewer(), first.id, at=NOON)
    undone = browsing.pair(given.store, given.reviewer(), second.id).can_undo

    assert undo is not None
    assert (undo.pair_id, undo.number, undo.relation) == (first.id, 1, Relation.RELATED)
    assert undone is None


def test_a_draft_is_mine_alone(given: Given) -> None:
    pair = given.pair()
    reviewing.save_draft(given.store, given.reviewer(), pair.id, "Half a thought", at=NOON)

    assert browsing.pair(given.store, given.reviewer(), pair.id).draft == "Half a thought"
    assert browsing.pair(given.store, given.reviewer("Bo"), pair.id).draft == ""


def test_the_topic_is_told_in_all_sources_with_the_silent_ones(given: Given) -> None:
    pair = given.pair()
    other = given.pair("Six piers, says one.", "Seven piers, says another.",
                       sources=("Courier", "Mail"))
    given.article("Nothing about piers.", source="Silent Times")
    given.topic(pair, other)
    tag(given, other.id, Relation.RELATED)

    page = browsing.pair(given.store, given.reviewer(), pair.id)

    assert page.topic == "Number of piers"
    assert {cell.source: (len(cell.values), cell.here) for cell in page.elsewhere} == {
        "Courier": (2, True), "Herald": (1, True), "Mail": (1, False), "Silent Times": (0, False)}
    assert [(line.pair_id, line.words, line.my_tag) for line in page.on_topic] == [
        (other.id, "Courier and Mail", Relation.RELATED)]


def test_a_pair_that_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        browsing.pair(given.store, given.reviewer(), 999)


def test_a_saved_message_can_be_asked_for_by_the_pair_alone(given: Given) -> None:
    first, second = given.pair(), given.pair()
    tag(given, first.id, Relation.RELATED)

    told = browsing.pair(given.store, given.reviewer(), second.id, saved=first.id).saved
    foreign = browsing.pair(given.store, given.reviewer("Bo"), second.id, saved=first.id).saved

    assert told is not None
    assert (told.number, told.relation) == (1, Relation.RELATED)
    assert foreign is None


class TestPairAfter:
    """The pair that opens after a tag or a skip."""

    def test_it_is_the_next_in_the_order_and_then_on_from_the_start(self, given: Given) -> None:
        first, second, third = (given.pair(score=score) for score in (0.9, 0.5, 0.1))
        reviewer = given.reviewer()

        def after(pair_id: int) -> int | None:
            return browsing.pair_after(given.store, reviewer, NOT_YET, pair_id)

        tag(given, second.id)
        assert after(second.id) == third.id
        tag(given, third.id)
        assert after(third.id) == first.id
        tag(given, first.id)
        assert after(first.id) is None

    def test_skipped_pairs_come_last_and_go_round(self, given: Given) -> None:
        pairs = [given.pair(score=score) for score in (0.9, 0.5, 0.1)]
        reviewer = given.reviewer()
        opened = [pairs[0].id]

        for minute in range(7):
            at = NOON.replace(minute=minute)
            reviewing.skip_pair(given.store, reviewer, opened[-1], at=at)
            following = browsing.pair_after(given.store, reviewer, NOT_YET, opened[-1])
            assert following is not None
            opened.append(following)

        assert opened == [pair.id for pair in [*pairs, *pairs, *pairs[:2]]]

    def test_a_list_of_all_pairs_ends_when_all_are_tagged(self, given: Given) -> None:
        first, second = given.pair(score=0.9), given.pair(score=0.1)
        tag(given, second.id)
        everything = QueueFilter()

        assert browsing.pair_after(
            given.store, given.reviewer(), everything, second.id) == first.id
        tag(given, first.id)
        assert browsing.pair_after(given.store, given.reviewer(), everything, first.id) is None

    def test_a_settled_pair_is_never_opened_for_a_tag(self, given: Given) -> None:
        first, second = given.pair(score=0.9), given.pair(score=0.1)
        given.settlement(second)
        tag(given, first.id)

        assert browsing.pair_after(given.store, given.reviewer(), NOT_YET, first.id) is None

    def test_tagged_pairs_are_gone_through_once(self, given: Given) -> None:
        pairs = [given.pair(score=score) for score in (0.9, 0.5)]
        for pair in pairs:
            tag(given, pair.id)
        tagged = QueueFilter(mine=(MyTag.TAGGED,))

        assert browsing.pair_after(
            given.store, given.reviewer(), tagged, pairs[0].id) == pairs[1].id
        assert browsing.pair_after(given.store, given.reviewer(), tagged, pairs[1].id) is None


def test_all_done_counts_what_i_tagged_and_what_others_made_of_it(given: Given) -> None:
    first, second = given.pair(), given.pair()
    for pair in (first, second):
        tag(given, pair.id, Relation.AGREE)
    given.tag(second, Relation.CONFLICT, by=given.reviewer("Bo"))

    page = browsing.all_done(
        given.store, given.reviewer(), QueueFilter(case_id=first.case_id), saved=second.id)

    assert (page.pairs, page.second_tags, page.disputes) == (2, 1, 1)
    assert page.case == "Harbour bridge"
    assert page.saved is not None
    assert page.saved.number == 2


def test_a_context_beyond_measure_is_only_the_widest(given: Given) -> None:
    pair = given.pair()

    assert browsing.pair(given.store, given.reviewer(), pair.id, context=10**9).context == 12


def test_a_foreign_page_key_is_refused(given: Given) -> None:
    with pytest.raises(Invalid):
        browsing.queue(given.store, given.reviewer(), QueueFilter(), after="1; DROP TABLE pairs")
