"""Putting claims right: what is read, what is compared again, what is refused."""


import pytest

from app.domain.claims import SpeakerKind
from app.domain.corrections import What
from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.facts import Day, FactKind
from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from app.services import comparing, correcting, reviewing
from app.services.correcting import Change, Spoken
from app.services.correcting.changes import numbers_of, words_around
from tests.factories import NOON, Given
from tests.services.corrections import (
    LEFT,
    MAYOR,
    claim_of,
    correct,
    everything,
    said,
    values,
)


def test_a_vote_put_right_settles_the_conflict_at_once(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    assert vote.suggestion.relation is Relation.CONFLICT

    made = correcting.correct_claim(
        given.store, given.reviewer(), claim.id, Change(values=values(
            claim, FactKind.VOTE, "12–1")), why="A typing slip.", seen=0, at=NOON)

    after = given.store.pairs.get(vote.id)
    assert after.suggestion.relation is Relation.AGREE
    assert after.version == vote.version + 1
    assert after.number == vote.number
    assert made.compared >= 1
    assert made.changed >= 1
    assert [part.what for part in made.parts] == [What.FACT]


def test_what_the_machine_read_stays_beside_it(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)

    correct(given, claim, Change(values=values(claim, FactKind.VOTE, "12–1")))

    read = claim_of(given, vote)
    assert "12–1" in {str(fact.value) for fact in read.facts}
    assert given.store.corrections.machine_reading(read) == claim


def test_tags_stay_and_the_reviewer_sees_that_the_pair_has_changed(
    given: Given, vote: Pair,
) -> None:
    claim, me = claim_of(given, vote), given.reviewer()
    given.tag(vote, Relation.CONFLICT, by=me)
    seen = given.store.pairs.state(vote.id, me.id)

    correct(given, claim, Change(values=values(claim, FactKind.VOTE, "12–1")))

    assert [tag.relation for tag in given.store.tags.standing(vote.id)] == [Relation.CONFLICT]
    with pytest.raises(Conflict):
        reviewing.tag_pair(given.store, me, vote.id, Relation.AGREE, note="", seen=seen,
                           key="", at=NOON)


def test_a_pair_that_comes_out_the_same_keeps_its_version(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)

    correct(given, claim, Change(first=2))

    assert given.store.pairs.get(vote.id).version == vote.version
    assert claim_of(given, vote).text == claim.text.removeprefix("The ")


def test_comparing_the_case_again_keeps_corrections(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    correct(given, claim, Change(values=values(claim, FactKind.VOTE, "12–1")))

    comparing.compare_case(given.store, vote.case_id, at=NOON)

    assert given.store.pairs.get(vote.id).suggestion.relation is Relation.AGREE


def test_what_was_compared_before_a_correction_does_not_undo_it(
    given: Given, vote: Pair,
) -> None:
    claim = claim_of(given, vote)
    late = comparing.compare(comparing.material(given.store, vote.case_id))
    correct(given, claim, Change(values=values(claim, FactKind.VOTE, "12–1")))

    comparing.record(given.store, late, at=NOON)

    assert given.store.pairs.get(vote.id).suggestion.relation is Relation.AGREE


def test_a_date_put_right_is_read_from_the_words_typed(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)

    made = correct(given, claim, Change(values=values(claim, FactKind.DATE, "2026-02-24")))

    [day] = [fact.value for fact in claim_of(given, vote).facts if fact.kind is FactKind.DATE]
    assert isinstance(day, Day)
    assert day.first == "2026-02-24"
    assert [part.what for part in given.store.corrections.get(made).parts] == [What.DATE]


def test_an_empty_value_is_dropped(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)

    correct(given, claim, Change(values=values(claim, FactKind.VOTE, "  ")))

    assert FactKind.VOTE not in {fact.kind for fact in claim_of(given, vote).facts}
    assert not any(pair.suggestion.findings[0].reason.value == "vote_count"
                   for pair in given.store.pairs.of_claim(claim.id))


def test_a_speaker_is_named_and_taken_away(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)

    correct(given, claim, Change(speaker=MAYOR))
    named = claim_of(given, vote).speaker
    correct(given, claim, Change(speaker=Spoken(name="", how=None)))

    assert named is not None
    assert (named.name, named.kind, named.via) == ("Bo Lind", SpeakerKind.DIRECT, "Radio Orby")
    assert claim_of(given, vote).speaker is None


def test_fewer_words_hold_only_the_values_that_stand_in_them(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    words = words_around(LEFT, claim.span)
    vote_word = next(n for n, word in enumerate(words, 1)
                     if LEFT[word.start:word.end] == "13-0")

    correct(given, claim, Change(last=vote_word))

    read = claim_of(given, vote)
    assert read.text == "The council of Orby approved the bridge by 13-0"
    assert read.span.after.startswith(" on Tuesday.")
    assert {fact.kind for fact in read.facts} == {
        fact.kind for fact in claim.facts} - {FactKind.DATE}


def test_words_of_another_claim_are_not_taken(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    words = words_around(LEFT, claim.span)
    before = everything(given)

    with pytest.raises(Invalid) as refused:
        correct(given, claim, Change(last=len(words)))

    assert set(refused.value.fields) == {"last"}
    assert everything(given) == before


def test_words_of_what_is_no_claim_can_be_taken(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    article = given.store.claims.article_of(claim.id)
    other = next(one for one in given.store.claims.of_article(article) if one.id != claim.id)
    left_out = correct(given, other, Change(is_claim=False))

    correct(given, claim, Change(last=len(words_around(LEFT, claim.span))))

    assert claim_of(given, vote).text == LEFT
    with pytest.raises(Conflict, match="taken some of these words"):
        correcting.undo(given.store, given.reviewer(), left_out, at=NOON)


def test_what_is_no_claim_is_corrected_no_further(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    correct(given, claim, Change(is_claim=False))

    with pytest.raises(Conflict, match="no claim"):
        correct(given, claim, Change(speaker=MAYOR))


def test_parting_two_claims_wants_a_reason(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    before = everything(given)

    with pytest.raises(Invalid) as refused:
        correct(given, claim, Change(apart_from=vote.id), why=" ")

    assert set(refused.value.fields) == {"why"}
    assert everything(given) == before


def test_a_pair_of_other_claims_is_no_reason_to_part(given: Given, vote: Pair) -> None:
    stranger = given.pair("The tower fell.", "The tower stands.")

    with pytest.raises(Invalid):
        correct(given, claim_of(given, vote), Change(apart_from=stranger.id), why="So.")


@pytest.mark.parametrize("typed", ["many", "13–0 or so", "\0", "x" * 301])
def test_a_value_that_cannot_be_read_is_refused_by_its_field(
    given: Given, vote: Pair, typed: str,
) -> None:
    claim = claim_of(given, vote)
    before = everything(given)
    at = next(n for n, fact in enumerate(claim.facts, 1) if fact.kind is FactKind.VOTE)

    with pytest.raises(Invalid) as refused:
        correct(given, claim, Change(values=values(claim, FactKind.VOTE, typed)))

    assert set(refused.value.fields) == {f"value-{at}"}
    assert everything(given) == before


def test_all_that_is_wrong_is_told_at_once(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    change = Change(first=9, last=2, speaker=Spoken(name="Bo", how=None),
                    values=values(claim, FactKind.VOTE, "many"))

    with pytest.raises(Invalid) as refused:
        correct(given, claim, change, why="\0")

    assert {field.partition("-")[0] for field in refused.value.fields} == {
        "last", "how", "value", "why"}


@pytest.mark.parametrize("change", [
    Change(), Change(values=[]), Change(speaker=Spoken(name="", how=None)),
])
def test_a_change_that_changes_nothing_is_refused(
    given: Given, vote: Pair, change: Change,
) -> None:
    with pytest.raises(Invalid):
        correct(given, claim_of(given, vote), change)


def test_a_claim_that_somebody_corrected_meanwhile_is_refused(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote)
    correct(given, claim, Change(speaker=MAYOR), by="Bo")
    before = everything(given)

    with pytest.raises(Conflict):
        correcting.correct_claim(given.store, given.reviewer(), claim.id,
                                 Change(is_claim=False), why="", seen=0, at=NOON)

    assert everything(given) == before


def test_a_viewer_puts_nothing_right(given: Given, vote: Pair) -> None:
    claim, viewer = claim_of(given, vote), given.reviewer("Eve", Role.VIEWER)
    made = correct(given, claim, Change(speaker=MAYOR))

    with pytest.raises(NotAllowed):
        correcting.correct_claim(given.store, viewer, claim.id, Change(is_claim=False),
                                 why="", seen=1, at=NOON)
    with pytest.raises(NotAllowed):
        correcting.undo(given.store, viewer, made, at=NOON)


def test_a_claim_that_is_not_there_is_not_corrected(given: Given) -> None:
    with pytest.raises(NotFound):
        correcting.correct_claim(given.store, given.reviewer(), 99, Change(is_claim=False),
                                 why="", seen=0, at=NOON)


def test_every_correction_leaves_an_audit_row(given: Given, vote: Pair) -> None:
    made = correct(given, claim_of(given, vote), Change(speaker=MAYOR))
    correcting.undo(given.store, given.reviewer(), made, at=NOON)

    [done], [undone] = said(given, "corrected"), said(given, "undid_correction")

    assert '"what":["speaker"]' in done
    assert f'"correction":{made}' in undone


def test_the_words_of_a_claim_are_those_of_its_sentence_and_the_next(
    given: Given, vote: Pair,
) -> None:
    claim = claim_of(given, vote)

    words = words_around(LEFT, claim.span)
    first, last = numbers_of(words, claim.span)

    assert [LEFT[word.start:word.end] for word in words] == LEFT.split()
    assert (first, LEFT.split()[last - 1]) == (1, "Tuesday.")
