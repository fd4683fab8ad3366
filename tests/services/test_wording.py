"""What the pages say."""

import pytest

from app.domain.imports import ItemOutcome, ItemState
from app.domain.pairs import Reason, Relation
from app.services import wording
from app.services.pages.queue import MyTag, QueueFilter, QueueOrder


@pytest.mark.parametrize(("reason", "topic", "asked"), [
    (Reason.VOTE_COUNT, "Council vote", "Do these two agree on the council vote?"),
    (Reason.VOTE_COUNT, "Los Angeles vote", "Do these two agree on the Los Angeles vote?"),
    (Reason.NUMBER, "Homes flooded", "Is it the same figure for the homes flooded?"),
    (Reason.NUMBER, "", "Is it the same figure?"),
    (Reason.DATE, "The second vote", "Is it the same date for the second vote?"),
    (Reason.DATE, "Day of the council vote", "Is it the same date for the council vote?"),
    (Reason.QUOTE_WORDING, "“Clear message” quote", "Is this the same quote?"),
    (Reason.TITLE, "Kim", "Is it the same office for Kim?"),
    (Reason.NUMBER, "Promised a relief fund",
     "Is it the same figure for “Promised a relief fund”?"),
    (Reason.PARAPHRASE, "Holm dam were opened",
     "Do both say the same about “Holm dam were opened”?"),
    (Reason.NAME_SPELLING, "City name", "Is this the same city name?"),
    (Reason.NAME_SPELLING, "Fire chief’s name", "Is this the same name?"),
    (Reason.PARAPHRASE, "Is it law yet?", "Do both say the same about “Is it law yet?”?"),
])
def test_each_reason_asks_its_question(reason: Reason, topic: str, asked: str) -> None:
    assert wording.question(reason, topic) == asked


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("topic", ["", "Council vote", "13–0", "§ 5", "a"])
def test_every_reason_has_a_question_that_reads(reason: Reason, topic: str) -> None:
    asked = wording.question(reason, topic)

    assert asked.endswith("?")
    assert "{" not in asked
    assert "  " not in asked


def test_a_name_question_says_what_kind_of_name() -> None:
    asked = wording.question(Reason.NAME_SPELLING, "City", what="Place name")

    assert asked == "Is this the same place name?"


def test_a_name_that_the_claims_write_with_a_capital_keeps_it() -> None:
    claims = ["The plan of Blumenfield passed."]

    assert wording.subject_of("Blumenfield amendment", claims) == "the Blumenfield amendment"
    assert wording.subject_of("Council amendment", claims) == "the council amendment"


def test_counts_name_one_and_many() -> None:
    assert wording.count_of(1, "pair") == "1 pair"
    assert wording.count_of(1200, "pair") == "1,200 pairs"
    assert wording.count_of(0, "story", "stories") == "0 stories"


def test_an_order_is_told_in_words() -> None:
    wanted = QueueFilter(mine=(MyTag.NOT_YET,), suggested=(Relation.AGREE, Relation.CONFLICT),
                         order=QueueOrder.NUMBER)

    assert wording.order_words(wanted) == (
        "Not yet tagged by me, suggested agree or conflict, pair number")
    assert wording.order_words(QueueFilter()) == "All pairs, likely conflicts"


def test_an_item_says_how_far_it_came() -> None:
    item = ItemOutcome(id=1, job_id=1, name="a.txt", state=ItemState.DONE, claims=1, pairs=14)
    stopped = ItemOutcome(id=2, job_id=1, name="b.txt", state=ItemState.FAILED,
                          failed_at=ItemState.READING, message="This file is not text.")

    assert wording.item_state(item) == "1 claim, 14 pairs"
    assert wording.item_state(stopped) == "Stopped at reading"


def test_an_import_is_told_in_one_sentence() -> None:
    assert wording.import_words(4, 1, 1, 0) == "4 ready, 1 in work, 1 needs your help."
    assert wording.import_words(0, 0, 0, 0) == "Nothing to read."
