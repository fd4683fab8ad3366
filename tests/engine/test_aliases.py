import pytest

from app.domain.pairs import Reason
from app.engine.aliases import Aliases
from tests.factories import finding

LEEDS = Aliases({"Ann Lees": "Ann Leeds", "the Mill": "Old Mill Theatre", "Mill": "the Mill"})


@pytest.mark.parametrize(("one", "other"), [
    ("Ann Lees", "Ann Leeds"),
    ("ann LEES", "Ann Leeds"),
    ("Ann Lees’s", "Ann Leeds"),
    ("Mayor Ann Lees", "Mayor Ann Leeds"),
    ("Lees", "Leeds"),
    ("the Mill", "Old Mill Theatre"),
])
def test_names_that_mean_the_same_are_the_same_both_ways(one: str, other: str) -> None:
    assert LEEDS.same(one, other)
    assert LEEDS.same(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("Ann Lees", "Ann Lee"),
    ("Tom Lees", "Ann Leeds"),
    ("Leeds", "Leeds"),
    ("Ann", "Leeds"),
    ("", "Leeds"),
])
def test_other_names_are_not(one: str, other: str) -> None:
    assert not LEEDS.same(one, other)


def test_meanings_that_go_round_in_circles_end() -> None:
    round_about = Aliases({"Lees": "Leeds", "Leeds": "Lees"})

    assert round_about.same("Lees", "Leeds") in {True, False}


def test_without_aliases_no_two_names_mean_the_same() -> None:
    assert not Aliases({}).same("Lees", "Leeds")


def test_only_findings_about_names_are_settled_by_them() -> None:
    spelling = finding(reason=Reason.NAME_SPELLING)
    figures = Aliases({"4": "5"})

    assert figures.settles(spelling)
    assert not figures.settles(finding(reason=Reason.NUMBER))
