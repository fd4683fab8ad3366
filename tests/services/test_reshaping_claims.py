"""Claims merged, split and left out together, each with one undo."""

import pytest

from app.domain.claims import Claim
from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.facts import FactKind
from app.domain.pairs import Pair, Place, Relation
from app.domain.people import Role
from app.services import comparing, correcting
from app.services.correcting import ALL_WORDS, Change
from app.services.correcting.changes import words_of
from tests.factories import NOON, Given
from tests.services.corrections import (
    LEFT,
    claim_of,
    correct,
    everything,
    of_article,
    said,
    undo,
)

CUT = 9
"""Words of "The council of Orby approved the bridge by 13-0"."""


def split(given: Given, claim: Claim, cut: int = CUT) -> int:
    return correcting.split_claim(
        given.store, given.reviewer(), claim.id, cut=cut, why="", at=NOON,
        seen=given.store.corrections.state(claim.id)).id


def merge(given: Given, claims: list[Claim], words: int) -> int:
    return correcting.merge_claims(
        given.store, given.reviewer(), [claim.id for claim in claims], words=words, why="",
        at=NOON, seen=sum(given.store.corrections.state(claim.id) for claim in claims)).id


def test_a_split_claim_becomes_two_with_the_facts_of_each(given: Given, vote: Pair) -> None:
    split(given, claim_of(given, vote))

    first, second, _ = of_article(given, vote)
    assert first.text == "The council of Orby approved the bridge by 13-0"
    assert second.text == "on Tuesday."
    assert FactKind.VOTE in {fact.kind for fact in first.facts}
    assert {fact.kind for fact in second.facts} == {FactKind.DATE}
    assert first.id == vote.key.first


def test_a_corrected_value_follows_its_words_into_its_part(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    values = ["11–0" if fact.kind is FactKind.VOTE else str(fact.value) for fact in claim.facts]
    correct(given, claim, Change(values=values))

    split(given, claim)

    assert "11–0" in {str(fact.value) for fact in of_article(given, vote)[0].facts}


def test_pairs_follow_the_part_that_they_were_about(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    given.tag(vote, Relation.CONFLICT)
    words = [LEFT[place.start:place.end] for place in words_of(claim.span)]

    split(given, claim, words.index("bridge") + 1)

    first, second, _ = of_article(given, vote)
    assert first.text.endswith("the bridge")
    moved = given.store.pairs.get(vote.id)
    assert second.id in moved.key
    assert moved.number == vote.number
    assert [tag.relation for tag in given.store.tags.standing(vote.id)] == [Relation.CONFLICT]


def test_undoing_a_split_brings_the_claim_and_its_pairs_back(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    given.tag(vote, Relation.CONFLICT)
    before = of_article(given, vote)

    undo(given, split(given, claim, 6))

    assert of_article(given, vote) == before
    back = given.store.pairs.get(vote.id)
    assert back.key == vote.key
    assert back.suggestion == vote.suggestion
    assert not given.store.pairs.is_gone(vote.id)


@pytest.mark.parametrize("cut", [0, -1, 99])
def test_a_cut_outside_the_claim_is_refused(given: Given, vote: Pair, cut: int) -> None:
    before = everything(given)

    with pytest.raises(Invalid) as refused:
        split(given, claim_of(given, vote), cut)

    assert set(refused.value.fields) == {"cut"}
    assert everything(given) == before


def test_claims_merge_into_the_words_from_the_first_to_the_last(
    given: Given, vote: Pair,
) -> None:
    claims = list(of_article(given, vote))

    merge(given, claims, ALL_WORDS)

    [one] = of_article(given, vote)
    assert one.text == LEFT
    assert one.id == claims[0].id
    assert {fact.kind for claim in claims for fact in claim.facts} <= {
        fact.kind for fact in one.facts}


def test_merged_claims_keep_the_words_that_were_chosen(given: Given, vote: Pair) -> None:
    claims = list(of_article(given, vote))

    merge(given, claims, claims[1].id)

    assert of_article(given, vote) == (claims[1],)


def test_tags_of_merged_claims_follow_or_stay(given: Given, vote: Pair) -> None:
    claims = list(of_article(given, vote))
    given.tag(vote, Relation.CONFLICT)

    merge(given, claims, claims[1].id)

    kept = given.store.pairs.get(vote.id)
    assert claims[1].id in kept.key
    assert [tag.relation for tag in given.store.tags.standing(vote.id)] == [Relation.CONFLICT]


def test_undoing_a_merge_brings_all_claims_back_with_their_pairs(
    given: Given, vote: Pair,
) -> None:
    claims = of_article(given, vote)
    pairs = given.store.pairs.of_case(vote.case_id)

    undo(given, merge(given, list(claims), ALL_WORDS))

    assert of_article(given, vote) == claims
    after = given.store.pairs.of_case(vote.case_id)
    assert {(pair.id, pair.key, pair.suggestion) for pair in pairs} <= {
        (pair.id, pair.key, pair.suggestion) for pair in after}


def test_any_part_of_a_merge_undoes_all_of_it(given: Given, vote: Pair) -> None:
    claims = of_article(given, vote)
    merge(given, list(claims), ALL_WORDS)
    [part] = given.store.corrections.of_claim(claims[1].id)

    undo(given, part.id)

    assert of_article(given, vote) == claims


def test_claims_of_two_articles_are_not_merged(given: Given, vote: Pair) -> None:
    claims = [claim_of(given, vote, side) for side in (0, 1)]
    before = everything(given)

    with pytest.raises(Invalid):
        merge(given, claims, claims[0].id)
    with pytest.raises(Invalid):
        merge(given, claims[:1], claims[0].id)

    assert everything(given) == before


def test_merging_asks_which_words_stay(given: Given, vote: Pair) -> None:
    with pytest.raises(Invalid) as refused:
        merge(given, list(of_article(given, vote)), 999)

    assert set(refused.value.fields) == {"words"}


def test_claims_left_out_together_come_back_together(given: Given, vote: Pair) -> None:
    claims = of_article(given, vote)

    made = correcting.leave_out(given.store, given.reviewer(), [claim.id for claim in claims],
                                why="Talk.", seen=0, at=NOON)

    assert of_article(given, vote) == ()
    undo(given, made.id)
    assert of_article(given, vote) == claims
    assert len(said(given, "corrected")) == len(said(given, "undid_correction")) == 2


def test_who_saw_something_older_reshapes_nothing(given: Given, vote: Pair) -> None:
    claims = list(of_article(given, vote))
    correct(given, claims[0], Change(last=3))
    before = everything(given)
    ids = [claim.id for claim in claims]

    with pytest.raises(Conflict):
        correcting.merge_claims(given.store, given.reviewer(), ids, words=ids[0], why="",
                                seen=0, at=NOON)
    with pytest.raises(Conflict):
        correcting.split_claim(given.store, given.reviewer(), ids[0], cut=1, why="", seen=0,
                               at=NOON)
    with pytest.raises(Conflict):
        correcting.leave_out(given.store, given.reviewer(), ids, why="", seen=0, at=NOON)

    assert everything(given) == before


def test_a_viewer_reshapes_nothing(given: Given, vote: Pair) -> None:
    viewer, claims = given.reviewer("Eve", Role.VIEWER), of_article(given, vote)
    ids = [claim.id for claim in claims]

    with pytest.raises(NotAllowed):
        correcting.merge_claims(given.store, viewer, ids, words=ids[0], why="", seen=0, at=NOON)
    with pytest.raises(NotAllowed):
        correcting.split_claim(given.store, viewer, ids[0], cut=1, why="", seen=0, at=NOON)
    with pytest.raises(NotAllowed):
        correcting.leave_out(given.store, viewer, ids, why="", seen=0, at=NOON)
    with pytest.raises(NotAllowed):
        correcting.add_claim(given.store, viewer, 1, Place(0, 5), why="", at=NOON)


def test_what_was_reshaped_outlasts_the_next_run(given: Given, vote: Pair) -> None:
    split(given, claim_of(given, vote))
    claims = of_article(given, vote)

    comparing.compare_case(given.store, vote.case_id, at=NOON)

    assert of_article(given, vote) == claims


def test_a_split_part_can_be_split_again_and_blocks_the_first_undo(
    given: Given, vote: Pair,
) -> None:
    first = split(given, claim_of(given, vote))
    again = split(given, of_article(given, vote)[1], 1)

    with pytest.raises(Conflict):
        undo(given, first)
    undo(given, again)
    undo(given, first)

    assert of_article(given, vote)[0].text == LEFT.split(". ")[0] + "."
