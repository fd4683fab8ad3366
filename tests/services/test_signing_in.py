import pytest

from app.domain.errors import SignInNeeded
from app.domain.people import Role
from app.services import signing_in
from tests.factories import NOON, Given


def test_a_new_installation_gets_a_reviewer_who_may_do_everything(given: Given) -> None:
    reviewer = signing_in.ensure_local_reviewer(given.store, "Mara Lind", NOON)

    assert (reviewer.name, reviewer.letter, reviewer.role) == ("Mara Lind", "M", Role.ADMIN)
    assert signing_in.local_reviewer(given.store) == reviewer


def test_the_reviewer_of_this_machine_stays_the_same_person(given: Given) -> None:
    first = signing_in.ensure_local_reviewer(given.store, "Mara", NOON)

    second = signing_in.ensure_local_reviewer(given.store, "Somebody else", NOON)

    assert second == first


def test_without_anybody_somebody_must_sign_in(given: Given) -> None:
    with pytest.raises(SignInNeeded):
        signing_in.local_reviewer(given.store)


@pytest.mark.parametrize(("names", "letters"), [
    (["Ada", "Bo"], ["A", "B"]),
    (["Ada", "Anna Berg", "Anna Bell", "Al"], ["A", "AB", "A2", "AA"]),
    (["7 of 9", "Élise"], ["O", "É"]),
    (["42"], ["R"]),
    (["Reviewer A", "Reviewer B"], ["A", "B"]),
])
def test_everybody_has_a_letter_of_their_own(
    given: Given, names: list[str], letters: list[str],
) -> None:
    joined = [signing_in.join(given.store, name, Role.REVIEWER, at=NOON) for name in names]

    assert [reviewer.letter for reviewer in joined] == letters
