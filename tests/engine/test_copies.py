"""Which articles print one text, and which only tell of one thing."""

from datetime import date

import pytest
from hypothesis import given, strategies

from app.domain.origins import Origins
from app.engine.copies import agency_of, copies
from app.engine.reading import Reading

FERRY = ("The ferry to Selm struck a pier in thick fog early on Tuesday and took on water.",
         "Forty passengers were brought ashore by fishing boats within an hour of the collision.",
         "The master had reported trouble with the radar twice in the week before, records show.",
         "Inspectors will raise the ferry on Friday and take its radar apart in the yard at Orby.")
OTHER = ("A ferry bound for Selm ran into a pier on Tuesday morning, when fog hid the harbour.",
         "Boats from the fishing port carried its 40 passengers to land before breakfast.",
         "Its radar had failed before: two complaints stand in the log of the harbour office.",
         "On Friday the wreck is to be lifted, and experts from Orby will look at the radar.")
SPEECH = ("“We did everything that people could do in such a fog, and we will go on doing it "
          "until the last passenger is home with the family,” the mayor of Selm said.")


def case(*texts: str, days: tuple[int, ...] = ()) -> Origins:
    return copies([
        Reading(article_id=n, source_id=n, title="", text=text, claims=(),
                published_on=date(2026, 3, days[n - 1]) if days else date(2026, 3, 3))
        for n, text in enumerate(texts, start=1)])


def origins(found: Origins) -> dict[int, int]:
    return found.of_articles()


def lines(*parts: str) -> str:
    return "\n\n".join(parts)


def test_a_reprint_has_its_origin_in_the_earliest() -> None:
    found = case(lines(*FERRY), lines("By our own staff", *FERRY), days=(4, 3))

    assert origins(found) == {1: 2, 2: 2}


def test_two_reports_of_one_event_are_no_copies() -> None:
    found = case(lines(*FERRY), lines(*OTHER))

    assert found == Origins()


def test_one_speech_that_both_quote_makes_no_copy() -> None:
    found = case(lines(SPEECH, *OTHER[:2]), lines(*FERRY[:2], SPEECH))

    assert found == Origins()


def test_a_text_that_was_edited_here_and_there_is_still_one() -> None:
    edited = [line.replace("thick fog", "dense fog").replace("within an hour", "in an hour")
              for line in FERRY]

    found = case(lines(*FERRY), lines(*edited))

    assert origins(found) == {1: 1, 2: 1}
    assert found.origins[1].share > 0.5


def test_a_cut_text_needs_an_agencys_credit() -> None:
    mixed = lines(*FERRY[:1], *OTHER[1:])

    assert origins(case(lines(*FERRY), mixed)) == {}
    assert origins(case(lines(*FERRY), mixed + "\n\nReuters contributed to this report.")) == {
        1: 1, 2: 1}


def test_shared_paragraphs_are_counted_and_the_longest_stands_in_both_texts() -> None:
    first, second = lines(*FERRY[:2], *OTHER[2:]), lines(OTHER[0], *FERRY[:2])

    [shared] = case(first, second).passages

    assert (shared.article_id, shared.with_id, shared.paragraphs) == (2, 1, 2)
    assert 0.5 < shared.share < 0.9
    words = second[shared.place.start:shared.place.end]
    assert words == first[shared.with_place.start:shared.with_place.end]
    assert words.startswith("The ferry to Selm")


def test_forty_reprints_are_one_origin() -> None:
    found = case(*(lines(f"Paper {n} reports", *FERRY) for n in range(40)))

    assert set(origins(found).values()) == {1}
    assert len(origins(found)) == 40


@pytest.mark.parametrize(("text", "agency"), [
    ("SELM (AP) — The ferry struck a pier.", "Associated Press"),
    ("The ferry sank.\n\nReuters", "Reuters"),
    ("The ferry sank.\n\nBy Ann Lind, Associated Press", "Associated Press"),
    ("The ferry sank.\n\nAdditional reporting by AFP.", "Agence France-Presse"),
    ("The ferry sank. — with agency material", "an agency"),
    ("The mayor told Reuters that the ferry sank.", ""),
    ("The Associated Press asked the mayor about the ferry.", ""),
    ("The AP route was closed.", ""),
])
def test_credit_lines_name_the_agency_and_mentions_do_not(text: str, agency: str) -> None:
    assert agency_of(text) == agency


@given(strategies.lists(strategies.text(max_size=200), max_size=5))
def test_any_text_is_looked_at(texts: list[str]) -> None:
    found = case(*texts)

    assert all(0 < one.share <= 1 for one in found.passages)


def test_the_order_in_which_articles_are_given_changes_nothing() -> None:
    readings = [Reading(article_id=n, source_id=n, title="", published_on=None, claims=(),
                        text=lines(*FERRY[:n], *OTHER[n:])) for n in (1, 2, 3, 4)]

    assert copies(readings) == copies(readings[::-1])
