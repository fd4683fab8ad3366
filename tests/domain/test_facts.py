"""Values as people read them, and as they travel."""

import json

import pytest

from app.domain.fact_values import fact_value, to_json
from app.domain.facts import (
    Age,
    Approximation,
    Count,
    DateGrain,
    Day,
    Duration,
    FactKind,
    FactValue,
    Money,
    Named,
    Ordinal,
    Percent,
    Score,
    Share,
    Vote,
)

SHOWN: list[tuple[FactValue, str]] = [
    (Vote(for_=13, against=0), "13–0"),
    (Vote(unanimous=True), "unanimous"),
    (Vote(for_=13, against=0, unanimous=True), "13–0"),
    (Vote(for_=4, abstain=1), "4 for, 1 abstaining"),
    (Count(low=12_000, high=12_000, counted="people", hedge=Approximation.ABOUT),
     "about 12,000 people"),
    (Count(low=200, high=300, counted="marcher"), "200 to 300 marchers"),
    (Count(low=2.5, high=2.5, unit="ha"), "2.5 ha"),
    (Count(low=1, high=1, counted="home"), "1 home"),
    (Count(low=1, high=1, counted="people"), "1 person"),
    (Count(low=3, high=3, counted="policewoman"), "3 policewomen"),
    (Count(low=13, high=13, counted="municipality"), "13 municipalities"),
    (Count(low=6, high=6, counted="dead", hedge=Approximation.AT_LEAST), "at least 6 dead"),
    (Day(first="2025-11-17", last="2025-11-19"), "17 to 19 November 2025"),
    (Day(first="2025-12-30", last="2026-01-02"), "30 December 2025 to 2 January 2026"),
    (Percent(low=41, high=41), "41%"),
    (Percent(low=2, high=2, points=True), "2 percentage points"),
    (Money(low=2_100_000, high=2_100_000, currency="EUR"), "EUR 2,100,000"),
    (Day(first="2024-11-19", last="2024-11-19"), "19 November 2024"),
    (Day(first="2018-03-01", last="2018-03-31", grain=DateGrain.MONTH), "March 2018"),
    (Day(words="last spring", grain=DateGrain.VAGUE), "last spring"),
    (Duration(low=120, high=120, words="four months"), "four months"),
    (Ordinal(rank=1), "1st"),
    (Ordinal(rank=2, of="vote"), "2nd vote"),
    (Ordinal(rank=12), "12th"),
    (Ordinal(rank=23), "23rd"),
    (Ordinal(rank=111), "111th"),
    (Ordinal(rank=-1, of="vote"), "last vote"),
    (Named(of_kind=FactKind.PLACE, name="Los Alamitos"), "Los Alamitos"),
    (Age(low=34, high=34, holder="Mara Lind"), "34 years old"),
    (Age(low=8, high=11), "8 to 11 years old"),
    (Age(low=1, high=1), "1 year old"),
    (Score(first=2, second=1), "2–1"),
    (Score(first=1, second=2, outcome="lost"), "lost 1–2"),
    (Share(part=1, whole=3, of="staff"), "1/3 of staff"),
    (Share(part=2, whole=3, hedge=Approximation.NEARLY), "nearly 2/3"),
]


@pytest.mark.parametrize(("value", "shown"), SHOWN, ids=[shown for _, shown in SHOWN])
def test_a_value_reads_as_people_write_it(value: FactValue, shown: str) -> None:
    assert str(value) == shown


@pytest.mark.parametrize("value", [value for value, _ in SHOWN], ids=[shown for _, shown in SHOWN])
def test_a_value_survives_the_way_through_json(value: FactValue) -> None:
    fields = json.loads(json.dumps(to_json(value)))

    assert fields["shown"] == str(value)
    assert fact_value(value.kind, fields) == value


def test_foreign_fields_are_refused() -> None:
    with pytest.raises(TypeError):
        fact_value(FactKind.PERCENT, {"low": 1, "high": 2, "colour": "red"})
