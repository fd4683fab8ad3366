"""What the tables refuse, and the tag that counts."""

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from app.domain.pairs import Relation
from app.services import reviewing
from tests.factories import NOON, Given


def standing(connection: Connection) -> list[tuple[object, ...]]:
    found = connection.execute(text(
        "SELECT pair_id, reviewer_id, relation FROM standing_tags ORDER BY pair_id, reviewer_id",
    ))
    return [tuple(row) for row in found]


@pytest.mark.parametrize("statement", [
    "UPDATE tags SET note = 'changed'",
    "DELETE FROM tags",
    "UPDATE settlements SET why = 'changed'",
    "DELETE FROM settlements",
    "UPDATE decisions SET why = 'changed'",
    "DELETE FROM decisions",
    "UPDATE audit SET did = 'nothing'",
    "DELETE FROM audit",
    "UPDATE revisions SET text = 'changed'",
])
def test_what_was_said_cannot_be_changed(given: Given, statement: str) -> None:
    pair = given.pair()
    given.tag(pair)
    given.settlement(pair)
    given.keep()

    with pytest.raises(DBAPIError, match="refuses"), given.database.writing() as store:
        store.connection.execute(text(statement))


def test_a_pair_stands_in_one_order_only(given: Given) -> None:
    pair = given.pair()
    given.keep()
    turned = text(
        "INSERT INTO pairs (case_id, number, first_claim_id, second_claim_id, version, is_gone) "
        "SELECT case_id, 99, second_claim_id, first_claim_id, 1, is_gone FROM pairs "
        "WHERE id = :pair",
    )

    with pytest.raises(DBAPIError, match="ck_pairs_ordered"), given.database.writing() as store:
        store.connection.execute(turned, {"pair": pair.id})


def test_the_tag_that_counts_follows_every_answer(given: Given) -> None:
    pair, me, other = given.pair(), given.reviewer(), given.reviewer("Bo")
    seen = []

    given.tag(pair, Relation.AGREE, by=me)
    given.tag(pair, Relation.CONFLICT, by=other)
    seen.append(standing(given.store.connection))
    given.tag(pair, Relation.RELATED, by=me)
    seen.append(standing(given.store.connection))
    reviewing.undo_tag(given.store, me, pair.id, at=NOON)
    reviewing.undo_tag(given.store, me, pair.id, at=NOON)
    seen.append(standing(given.store.connection))

    assert seen == [
        [(pair.id, me.id, "agree"), (pair.id, other.id, "conflict")],
        [(pair.id, me.id, "related"), (pair.id, other.id, "conflict")],
        [(pair.id, other.id, "conflict")],
    ]


def test_every_decision_leaves_an_audit_row(given: Given) -> None:
    pair, me = given.pair(), given.reviewer()
    state = given.store.pairs.state(pair.id, me.id)
    reviewing.tag_pair(given.store, me, pair.id, Relation.AGREE, note="", seen=state, key="",
                       at=NOON)
    reviewing.undo_tag(given.store, me, pair.id, at=NOON)
    reviewing.skip_pair(given.store, me, pair.id, at=NOON)
    reviewing.undo_tag(given.store, me, pair.id, at=NOON)

    found = given.store.connection.execute(text("SELECT did FROM audit ORDER BY id")).scalars()

    assert list(found) == ["joined", "opened_case", "tagged", "undid", "skipped", "unskipped"]
