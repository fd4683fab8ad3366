"""Names that people say mean the same: kept, compared again at once, withdrawn."""

import pytest

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.facts import FactKind
from app.domain.pairs import Reason
from app.domain.people import Role
from app.services import correcting
from app.services.correcting.names import Named
from tests.factories import NOON, Given

LEFT = "Mayor Ann Marlow opened the bridge in Orby."
RIGHT = "Mayor Ann Marlaw opened the bridge in Orby."


@pytest.fixture
def slip(given: Given) -> int:
    """The id of a case in which one name is spelt two ways."""
    case_id = given.imported(LEFT, RIGHT).case_id
    assert Reason.NAME_SPELLING in reasons(given, case_id)
    return case_id


def reasons(given: Given, case_id: int) -> set[Reason]:
    return {finding.reason for pair in given.store.pairs.of_case(case_id)
            for finding in pair.suggestion.findings}


def say(given: Given, case_id: int, name: str = "Ann Marlaw", means: str = "Ann Marlow",
        kind: FactKind = FactKind.PERSON) -> Named:
    return correcting.name_alias(given.store, given.reviewer(), case_id, name, means, kind=kind,
                                 at=NOON)


def test_names_that_mean_the_same_are_no_slip_any_more(given: Given, slip: int) -> None:
    named = say(given, slip, "  Ann   Marlaw ")

    assert Reason.NAME_SPELLING not in reasons(given, slip)
    assert named.alias.name == "Ann Marlaw"
    assert named.again.compared >= 1
    assert named.again.changed >= 1


def test_a_name_that_is_withdrawn_is_a_slip_again(given: Given, slip: int) -> None:
    alias = say(given, slip).alias

    gone = correcting.withdraw_alias(given.store, given.reviewer("Bo"), alias.id, at=NOON)

    assert Reason.NAME_SPELLING in reasons(given, slip)
    assert gone.alias.withdrawn_at == NOON
    assert given.store.aliases.of_case(slip) == ()
    with pytest.raises(Conflict):
        correcting.withdraw_alias(given.store, given.reviewer(), alias.id, at=NOON)


def test_a_name_means_what_it_means_in_its_own_case_only(given: Given, slip: int) -> None:
    say(given, given.case("Another").id)

    assert Reason.NAME_SPELLING in reasons(given, slip)


def test_a_withdrawn_name_can_be_given_another_meaning(given: Given, slip: int) -> None:
    alias = say(given, slip, means="Ann Marlon").alias
    correcting.withdraw_alias(given.store, given.reviewer(), alias.id, at=NOON)

    assert say(given, slip).alias.means == "Ann Marlow"


@pytest.mark.parametrize(("name", "means", "kind", "field"), [
    ("", "Ann Marlow", FactKind.PERSON, "name"),
    ("Ann Marlaw", "  ", FactKind.PERSON, "means"),
    ("Ann Marlow", "ANN MARLOW", FactKind.PERSON, "means"),
    ("x" * 301, "Ann Marlow", FactKind.PERSON, "name"),
    ("Ann \0", "Ann Marlow", FactKind.PERSON, "name"),
    ("13-0", "13–0", FactKind.VOTE, "kind"),
])
def test_a_name_that_says_nothing_is_refused(
    given: Given, slip: int, name: str, means: str, kind: FactKind, field: str,
) -> None:
    with pytest.raises(Invalid) as refused:
        say(given, slip, name, means, kind)

    assert set(refused.value.fields) == {field}
    assert given.store.aliases.of_case(slip) == ()


def test_a_name_means_one_thing_at_a_time(given: Given, slip: int) -> None:
    say(given, slip)

    with pytest.raises(Invalid, match="means “Ann Marlow” already"):
        say(given, slip, "ann marlaw", "Ann Marlin")


def test_a_viewer_names_nothing(given: Given, slip: int) -> None:
    alias, viewer = say(given, slip).alias, given.reviewer("Eve", Role.VIEWER)

    with pytest.raises(NotAllowed):
        correcting.name_alias(given.store, viewer, slip, "A", "B", at=NOON)
    with pytest.raises(NotAllowed):
        correcting.withdraw_alias(given.store, viewer, alias.id, at=NOON)


def test_a_case_or_a_name_that_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        say(given, 99)
    with pytest.raises(NotFound):
        correcting.withdraw_alias(given.store, given.reviewer(), 99, at=NOON)
