"""What people type in the field of a value is read as an article would be, or not at all."""

from datetime import date

import pytest

from app.domain.facts import (
    Approximation,
    Count,
    Day,
    Duration,
    FactKind,
    FactValue,
    Money,
    Named,
    Ordinal,
    Percent,
    Vote,
)
from app.engine.typed import read_value

VOTE = Vote(for_=12, against=1)
PEOPLE = Count(low=1, high=1, counted="people")
DAY = Day(words="Tuesday")
WEDNESDAY = date(2024, 11, 20)
EUROS = Money(low=1, high=1, currency="EUR")


@pytest.mark.parametrize(("typed", "like", "shown"), [
    ("13–0", VOTE, "13–0"),
    ("13-0", VOTE, "13–0"),
    ("unanimous", VOTE, "unanimous"),
    ("4 for, 1 abstaining", VOTE, "4 for, 1 abstaining"),
    ("19 November 2024", DAY, "19 November 2024"),
    ("November 19, 2024", DAY, "19 November 2024"),
    ("2024-11-19", DAY, "19 November 2024"),
    ("Tuesday", DAY, "19 November 2024"),
    ("November 2024", DAY, "November 2024"),
    ("2024", DAY, "2024"),
    ("about 12,000 people", PEOPLE, "about 12,000 people"),
    ("10 to 12 people", PEOPLE, "10 to 12 people"),
    ("12,000", PEOPLE, "12,000 people"),
    ("40", Count(low=1, high=1, unit="ha"), "40 ha"),
    ("at least 45%", Percent(low=1, high=1), "at least 45%"),
    ("$5 million", EUROS, "USD 5,000,000"),
    ("about EUR 5,000", EUROS, "about EUR 5,000"),
    ("5,000", EUROS, "EUR 5,000"),
    ("three days", Duration(low=1, high=1, words="a day"), "three days"),
    ("second vote", Ordinal(rank=1), "2nd vote"),
    ("2nd vote", Ordinal(rank=1), "2nd vote"),
])
def test_words_that_say_a_value_are_read(typed: str, like: FactValue, shown: str) -> None:
    value = read_value(typed, like, published_on=WEDNESDAY)

    assert str(value) == shown
    assert value is not None
    assert value.kind is like.kind


@pytest.mark.parametrize(("typed", "like"), [
    ("many", VOTE),
    ("13–0 and a dog", VOTE),
    ("4 for, 5 for", VOTE),
    ("19 November 2024 or so", DAY),
    ("31 February 2024", DAY),
    ("45%", PEOPLE),
    ("a lot", PEOPLE),
    ("", PEOPLE),
    ("5 people and 6 dogs", PEOPLE),
    ("\U0001d11e", EUROS),
    ("{}", PEOPLE),
    ("12%. It was 13%", Percent(low=1, high=1)),
])
def test_words_that_do_not_are_refused(typed: str, like: FactValue) -> None:
    assert read_value(typed, like, published_on=WEDNESDAY) is None


def test_a_name_is_what_was_typed() -> None:
    mayor = Named(of_kind=FactKind.TITLE, name="mayor", holder="Ann Marlow")

    assert read_value("deputy mayor", mayor) == Named(
        of_kind=FactKind.TITLE, name="deputy mayor", holder="Ann Marlow")


def test_a_hedge_in_front_is_kept() -> None:
    value = read_value("nearly EUR 5,000", EUROS)

    assert isinstance(value, Money)
    assert value.hedge is Approximation.NEARLY
