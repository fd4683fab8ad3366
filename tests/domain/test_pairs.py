import pytest

from app.domain.errors import Invalid
from app.domain.imports import ImportJob, ItemOutcome, ItemState
from app.domain.pairs import Finding, PairKey, Place, Reason, Relation, Strength
from app.domain.people import Reviewer, Role
from tests.factories import NOON


def test_two_claims_make_one_key_in_either_order() -> None:
    assert PairKey.of(7, 3) == PairKey.of(3, 7) == PairKey(3, 7)


def test_a_claim_is_not_paired_with_itself() -> None:
    with pytest.raises(ValueError, match="itself"):
        PairKey.of(3, 3)


def test_a_finding_turned_twice_is_the_same() -> None:
    finding = Finding(
        reason=Reason.NUMBER, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because="Four is not five.", what="Piers", reading="Another figure", first_value="4",
        second_value="5", first_places=(Place(0, 4),), second_places=(Place(2, 6),),
    )

    turned = finding.turned()

    assert (turned.first_value, turned.first_places) == ("5", (Place(2, 6),))
    assert turned.turned() == finding


def test_a_reason_reads_as_words() -> None:
    assert Reason.NAME_SPELLING.words == "Name spelling"


def test_only_viewers_may_not_tag() -> None:
    may = {role for role in Role
           if Reviewer(id=1, name="Ada", letter="A", role=role).may_tag}

    assert may == set(Role) - {Role.VIEWER}


def test_a_job_is_over_when_every_item_has_its_outcome() -> None:
    def job(*states: ItemState) -> ImportJob:
        items = tuple(ItemOutcome(id=n, job_id=1, name="a", state=state)
                      for n, state in enumerate(states))
        return ImportJob(id=1, case_id=1, requested_at=NOON, items=items)

    assert job(ItemState.DONE, ItemState.DUPLICATE, ItemState.FAILED).is_over
    assert not job(ItemState.DONE, ItemState.COMPARING).is_over


def test_an_invalid_form_says_all_that_is_wrong() -> None:
    error = Invalid({"name": "Give a name.", "text": "Paste a text."})

    assert error.sentence == "Give a name. Paste a text."
    assert error.fields["text"] == "Paste a text."
