"""All of a group here, a part of it there."""

from datetime import date, timedelta

import pytest

from app.domain.pairs import Reason, Relation, Strength
from app.engine.casework.openings import Extent
from app.engine.casework.portions import portions
from app.engine.sides import wording_of
from tests.engine.casework.telling import DAY, Piece, both_orders, findings, told

STRICT = (Relation.CONFLICT, Reason.SCOPE, Strength.STRICT)
LATER = DAY + timedelta(days=2)


def _overreaches(*pieces: Piece | str) -> bool:
    return any(one.what == "How far it reaches" for one in findings(*pieces))


@pytest.mark.parametrize(("text", "expected"), [
    ("All 40 boats of Orby sank.", (Extent.ALL, "boat", 40.0, None)),
    ("Every single tram was stopped.", (Extent.ALL, "tram", None, None)),
    ("The whole harbour burned.", (Extent.ALL, "harbor", None, None)),
    ("Three of the town's 12 bakeries closed.", (Extent.PART, "bakery", 12.0, 3.0)),
    ("Two-thirds of the orchard froze.", (Extent.PART, "orchard", None, 2 / 3)),
    ("Not all of the nurses walked out.", (Extent.PART, "nurse", None, None)),
    ("None of the divers returned.", (Extent.NONE, "diver", None, None)),
    ("Only tenants over 60 may stay.", (Extent.ONLY, "tenant", None, None)),
    ("Tenants with a garden pay more.", (Extent.LIMITED, "tenant", None, None)),
    ("Police seized 17 rifles.", (Extent.COUNT, "rifle", None, 17.0)),
])
def test_a_portion_is_read_with_its_group(
    text: str, expected: tuple[Extent, str, float | None, float | None],
) -> None:
    found = portions(wording_of(text))[0]
    much = found.many if found.share is None else found.share

    assert (found.extent, found.members.head, found.members.whole, much) == expected


@pytest.mark.parametrize("text", [
    "It did not help at all.", "After all, they won.", "She worked all day.",
    "Every effort was made.", "It rained for the whole week.", "They looked at each other.",
    "Most of all she slept.", "It is the most beautiful bridge.", "Both sides agreed.",
    "No doubt it was late.", "It was no longer open.", "All further flights were stopped.",
])
def test_what_only_sounds_like_a_whole_is_none(text: str) -> None:
    assert all(one.extent not in {Extent.ALL, Extent.NONE, Extent.ONLY}
               for one in portions(wording_of(text)))


@pytest.mark.parametrize(("one", "other"), [
    ("All 90 ferries from Orby were cancelled.", "Orby: 41 of the 90 ferries were called off."),
    ("All 90 ferries from Orby were cancelled.", "Of 90 departures in Orby, 49 went ahead."),
    ("Every house in the village of Orby burned down.", "Half of the houses in Orby were gutted."),
    ("The whole orchard in Orby is under water.", "Two-thirds of the orchard in Orby was flooded."),
    ("Everybody aboard the Orby ferry survived.", "Two people died aboard the Orby ferry."),
    ("Moor was convicted on every charge in Orby.", "Moor was cleared of two charges in Orby."),
    ("Moor was found guilty on all counts in Orby.",
     "The court in Orby found Moor guilty on three of five counts."),
    ("All 30 paintings of the Orby museum were destroyed.",
     "Twelve of the Orby museum's paintings were recovered."),
    ("All shops in Orby stayed open.", "Several shops in Orby were closed."),
    ("All tenants in Orby will receive 500 euros.",
     "Tenants with children in Orby will get 500 euros."),
    ("Only pensioners over 70 in Orby are exempt.", "All pensioners in Orby are exempt."),
    ("None of the 14 mills in Orby will close.", "Three of the 14 mills in Orby will close."),
    ("Not one of the Orby pupils was vaccinated.", "Most of the Orby pupils were vaccinated."),
    ("All of the horses in Orby are vaccinated.", "Nine of the horses in Orby are unvaccinated."),
    ("The entire crew of the Orby trawler was sacked.",
     "Four of the crew of the Orby trawler were laid off."),
    ("All 22 wards in Orby will be counted again.", "Orby will recount the votes in five wards."),
])
def test_a_part_clashes_with_the_whole(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert STRICT in told(*pieces)


@pytest.mark.parametrize(("one", "other"), [
    ("All 90 ferries from Orby were cancelled.", "Orby: 12,000 passengers were stranded."),
    ("All 90 ferries from Orby were cancelled.", "The 90 ferries from Orby were called off."),
    ("All ferries from Orby were cancelled.", "Some 300 flights from Orby were called off."),
    ("All schools in Orby were closed on Monday.", "Some schools in Orby reopened on Tuesday."),
    ("All 30 paintings of the Orby museum were destroyed.", "The Orby museum has 30 paintings."),
    ("Everybody in Orby knows the baker.", "Two people in Orby died."),
    ("All visitors to Orby are welcome.", "Three of the visitors to Orby were fined."),
    ("All further trams in Orby were cancelled.", "Nine trams in Orby ran before the storm."),
    ("All primary schools in Orby will close.", "Four of the private schools in Orby will close."),
    ("Lena Moor of Orby was acquitted on all counts.",
     "Erik Moor of Orby was convicted on three of five counts."),
    ("Moor had pleaded not guilty on all five counts in Orby.",
     "Moor was convicted on three of the counts in Orby."),
    ("All 17 protesters in Orby were released.", "Police in Orby detained 17 protesters."),
    ("Schools in Orby will be shut for the rest of the week.", "All schools in Orby will close."),
])
def test_what_may_stand_beside_a_whole_does_not_clash(one: str, other: str) -> None:
    for pieces in both_orders(one, other):
        assert not _overreaches(*pieces)


@pytest.mark.parametrize(("first", "then"), [
    ("Five of the nine divers in Orby were rescued.", "All nine divers in Orby were rescued."),
    ("All mills in Orby will stay open.", "Two of the mills in Orby were closed."),
    ("All shops in Orby are without power.", "Power is back in 12 shops in Orby."),
])
def test_what_a_later_article_tells_is_news(first: str, then: str) -> None:
    for pieces in both_orders(Piece(first), Piece(then, LATER)):
        assert not _overreaches(*pieces)


def test_what_all_had_already_is_not_still_missing_for_some_a_day_later() -> None:
    one = Piece("By Sunday night all homes in Orby had power again.", date(2026, 3, 3))
    other = Piece("In Orby 300 homes were still without power on Monday morning.",
                  date(2026, 3, 3))

    for pieces in both_orders(one, other):
        assert STRICT in told(*pieces)
