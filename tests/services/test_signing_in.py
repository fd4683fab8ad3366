import pytest
from sqlalchemy import select

from app.domain.errors import Invalid, SignInNeeded
from app.domain.people import Role
from app.services import signing_in
from app.store.audit import Did
from app.store.tables import audit
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


def test_the_chosen_one_of_the_people_is_here_and_else_the_first(given: Given) -> None:
    people = (given.reviewer("Ada"), given.reviewer("Bo"))

    assert signing_in.acting(people, people[1].id) == people[1]
    assert signing_in.acting(people, 99) == people[0]
    assert signing_in.acting(people, None) == people[0]


def test_a_person_is_added_by_somebody_and_that_is_written_down(given: Given) -> None:
    ada = given.reviewer("Ada")

    added = signing_in.add_reviewer(given.store, ada, " Bo\t Bell ", Role.ADJUDICATOR, at=NOON)

    assert (added.name, added.role) == ("Bo Bell", Role.ADJUDICATOR)
    row = given.store.connection.execute(select(audit).order_by(audit.c.id.desc()).limit(1)).one()
    assert (row.did, row.reviewer_id) == (Did.JOINED, ada.id)
    assert row.details == {"role": "adjudicator", "person": added.id}


@pytest.mark.parametrize("name", ["", "\n", "?!", "ADA", "x" * 101, "a\ud800"])
def test_a_person_without_a_name_of_their_own_is_not_added(given: Given, name: str) -> None:
    ada = given.reviewer("Ada")

    with pytest.raises(Invalid) as refused:
        signing_in.add_reviewer(given.store, ada, name, Role.REVIEWER, at=NOON)

    assert set(refused.value.fields) == {"name"}
    assert given.store.people.active() == (ada,)
