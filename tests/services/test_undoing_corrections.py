"""Taking corrections back, and bringing back what they left out."""

import pytest

from app.domain.errors import Conflict, NotAllowed
from app.domain.facts import FactKind
from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from app.services import comparing, correcting, reporting
from app.services.correcting import Change
from tests.factories import NOON, Given
from tests.services.corrections import MAYOR, claim_of, correct, values


def test_undoing_brings_back_what_stood_before(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    made = correct(given, claim, Change(values=values(claim, FactKind.VOTE, "12–1")))

    undone = correcting.undo(given.store, given.reviewer(), made, at=NOON)

    assert claim_of(given, vote) == claim
    assert given.store.pairs.get(vote.id).suggestion == vote.suggestion
    assert undone.undone_at == NOON
    assert undone.compared >= 1


def test_undoing_one_correction_leaves_the_others(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    first = correct(given, claim, Change(values=values(claim, FactKind.VOTE, "12–1")))
    correct(given, claim, Change(speaker=MAYOR), by="Bo")

    correcting.undo(given.store, given.reviewer(), first, at=NOON)

    read = claim_of(given, vote)
    assert read.facts == claim.facts
    assert read.speaker is not None


def test_a_correction_is_undone_once(given: Given, vote: Pair) -> None:
    made = correct(given, claim_of(given, vote), Change(speaker=MAYOR))
    correcting.undo(given.store, given.reviewer(), made, at=NOON)

    with pytest.raises(Conflict, match="undone already"):
        correcting.undo(given.store, given.reviewer(), made, at=NOON)


def test_what_somebody_else_put_right_stays(given: Given, vote: Pair) -> None:
    made = correct(given, claim_of(given, vote), Change(speaker=MAYOR), by="Bo")

    with pytest.raises(NotAllowed):
        correcting.undo(given.store, given.reviewer(), made, at=NOON)

    judge = given.reviewer("Judge", Role.ADJUDICATOR)
    assert correcting.undo(given.store, judge, made, at=NOON).undone_by == judge.id


def test_what_is_no_claim_has_no_pairs_until_that_is_undone(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    given.tag(vote, Relation.AGREE)

    made = correct(given, claim, Change(is_claim=False))

    assert given.store.pairs.of_claim(claim.id) == ()
    assert claim.id not in {one.id for found in given.store.claims.of_case(
        vote.case_id).values() for one in found}
    assert vote.number not in {row.number for row in reporting.report(
        given.store, given.reviewer(), vote.case_id).rows}
    correcting.undo(given.store, given.reviewer(), made, at=NOON)
    assert vote.id in {pair.id for pair in given.store.pairs.of_claim(claim.id)}
    assert [tag.relation for tag in given.store.tags.standing(vote.id)] == [Relation.AGREE]


def test_claims_of_different_events_are_not_paired_until_that_is_undone(
    given: Given, vote: Pair,
) -> None:
    claim = claim_of(given, vote)

    made = correct(given, claim, Change(apart_from=vote.id), why="Two votes.")
    comparing.compare_case(given.store, vote.case_id, at=NOON)

    assert vote.id not in {pair.id for pair in given.store.pairs.of_claim(claim.id)}
    correcting.undo(given.store, given.reviewer(), made, at=NOON)
    assert vote.id in {pair.id for pair in given.store.pairs.of_claim(claim.id)}


def test_a_pair_parted_by_two_stays_parted_while_one_holds(given: Given, vote: Pair) -> None:
    one, other = claim_of(given, vote), claim_of(given, vote, 1)
    first = correct(given, one, Change(apart_from=vote.id), why="Two votes.")
    correct(given, other, Change(apart_from=vote.id), why="So I think.", by="Bo")

    correcting.undo(given.store, given.reviewer(), first, at=NOON)

    assert given.store.corrections.parted(vote.case_id) == {vote.key}
