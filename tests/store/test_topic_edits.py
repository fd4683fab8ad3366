"""What people did to topics outlasts what the machine proposes next."""

from collections.abc import Sequence

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.arranging import Deed, Part, PartKind
from app.domain.claims import Claim
from app.domain.pairs import Reason
from app.domain.topics import Answer, Topic
from tests.factories import NOON, Given


@pytest.fixture
def claims(given: Given) -> tuple[Claim, ...]:
    """Four claims of four sources."""
    return tuple(given.claims(given.article(f"Bridge {n} is long.", source=f"Outlet {n}"))[0]
                 for n in range(1, 5))


def topic(label: str, claims: Sequence[Claim], reason: Reason = Reason.NUMBER) -> Topic:
    return Topic(label=label, reason=reason, answers=tuple(
        Answer(claim_id=claim.id, value=f"value {claim.id}", version=n)
        for n, claim in enumerate(claims, start=1)))


def propose(given: Given, *topics: Topic) -> None:
    given.store.topics.propose(given.case().id, topics)


def edited(given: Given, did: Deed, *parts: Part) -> int:
    made = given.store.topic_edits.add(
        given.case().id, did, parts, by=given.reviewer().id, at=NOON)
    given.store.topics.work_out(given.case().id)
    return made


def shown(given: Given) -> dict[str, list[int]]:
    return {one.label: [answer.claim_id for answer in one.answers]
            for one in given.store.topics.of_case(given.case().id)}


def ids(given: Given) -> dict[str, int]:
    return {one.label: one.id for one in given.store.topics.of_case(given.case().id)}


def test_a_renamed_topic_keeps_its_name_when_the_machine_calls_it_something_else(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    propose(given, topic("Piers", claims[:2]))
    before = ids(given)["Piers"]
    edited(given, Deed.RENAMED, Part(kind=PartKind.NAME, topic_id=before, words="Pillars"))

    propose(given, topic("Number of piers", claims[:3]))

    assert ids(given) == {"Pillars": before}
    assert shown(given) == {"Pillars": [claim.id for claim in claims[:3]]}


def test_merged_topics_stay_merged_and_take_the_claims_that_come_in(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    propose(given, topic("Piers", claims[:2]), topic("Pillars", claims[2:3]))
    found = ids(given)
    edit = edited(given, Deed.MERGED, Part(kind=PartKind.MERGE, topic_id=found["Pillars"],
                                           to_topic_id=found["Piers"]))

    propose(given, topic("Piers", claims[:2]), topic("Pillars", claims[2:]))
    merged = shown(given)
    given.store.topic_edits.undo(edit, by=given.reviewer().id, at=NOON)
    given.store.topics.work_out(given.case().id)

    assert merged == {"Piers": [claim.id for claim in claims]}
    assert ids(given) == found
    assert shown(given)["Pillars"] == [claim.id for claim in claims[2:]]


def test_what_the_machine_parts_anew_inside_a_merged_topic_stays_in_it(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    propose(given, topic("Piers", claims[:2]), topic("Pillars", claims[2:]))
    found = ids(given)
    edited(given, Deed.MERGED, Part(kind=PartKind.MERGE, topic_id=found["Pillars"],
                                    to_topic_id=found["Piers"]))

    propose(given, topic("Piers", claims[:2]), topic("Pillars", claims[2:]),
            topic("Columns", claims[1:3]))

    assert list(shown(given)) == ["Piers"]


def test_a_moved_claim_stays_where_it_was_put(given: Given, claims: tuple[Claim, ...]) -> None:
    propose(given, topic("Piers", claims[:2]), topic("Cost", claims[2:]))
    found = ids(given)
    edited(given, Deed.MOVED, Part(
        kind=PartKind.MOVE, topic_id=found["Piers"], to_topic_id=found["Cost"],
        claim_id=claims[1].id, words="two"))

    propose(given, topic("Piers", claims[:2]), topic("Cost", claims[2:]))

    assert shown(given) == {"Piers": [claims[0].id], "Cost": [claim.id for claim in claims[1:]]}


def test_a_topic_that_people_touched_stays_when_the_machine_finds_it_no_more(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    propose(given, topic("Piers", claims[:2]), topic("Cost", claims[2:]))
    found = ids(given)
    edited(given, Deed.RENAMED, Part(kind=PartKind.NAME, topic_id=found["Piers"], words="Pillars"))

    propose(given)

    assert shown(given) == {"Pillars": [claim.id for claim in claims[:2]]}


def test_a_topic_of_a_persons_own_has_no_claims_once_it_is_taken_back(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    propose(given, topic("Piers", claims))
    own = given.store.topic_edits.make_topic(given.case().id, "Length", Reason.DETAIL)
    edit = edited(given, Deed.MADE, Part(kind=PartKind.NAME, topic_id=own, words="Length"),
                  Part(kind=PartKind.MOVE, to_topic_id=own, claim_id=claims[3].id, words="long"))

    propose(given, topic("Piers", claims))
    made = shown(given)["Length"]
    given.store.topic_edits.undo(edit, by=given.reviewer().id, at=NOON)
    given.store.topics.work_out(given.case().id)

    assert made == [claims[3].id]
    assert list(shown(given)) == ["Piers"]


def test_an_edit_cannot_be_changed(given: Given, claims: tuple[Claim, ...]) -> None:
    propose(given, topic("Piers", claims))
    edited(given, Deed.RENAMED,
           Part(kind=PartKind.NAME, topic_id=ids(given)["Piers"], words="Pillars"))
    given.keep()

    with pytest.raises(DBAPIError, match="refuses"), given.database.writing() as store:
        store.connection.execute(text("UPDATE topic_edit_parts SET words = 'x'"))
