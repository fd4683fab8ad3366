from datetime import UTC, date, datetime, timedelta

import pytest

from app.web import wording

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(("before", "words"), [
    (timedelta(seconds=-3), "now"),
    (timedelta(seconds=59), "now"),
    (timedelta(minutes=1), "1 minute ago"),
    (timedelta(minutes=59, seconds=59), "59 minutes ago"),
    (timedelta(hours=1), "1 hour ago"),
    (timedelta(hours=23, minutes=59), "23 hours ago"),
])
def test_up_to_a_day_a_time_is_told_from_now(before: timedelta, words: str) -> None:
    assert wording.ago(NOW - before, NOW) == words


def test_then_by_the_clock_of_yesterday() -> None:
    at = NOW.astimezone().replace(hour=9, minute=5) - timedelta(days=1)
    now = at + timedelta(hours=25)

    assert wording.ago(at, now) == "Yesterday, 09:05"


def test_then_by_the_day_and_in_another_year_by_the_year() -> None:
    assert wording.ago(datetime(2026, 11, 14, 12, tzinfo=UTC), NOW) == "14 November"
    assert wording.ago(datetime(2024, 11, 14, 12, tzinfo=UTC), NOW) == "14 November 2024"


def test_the_full_time_is_in_the_element_and_on_hover() -> None:
    shown = wording.when(NOW - timedelta(minutes=8), NOW)

    assert 'datetime="2026-11-18T11:52:00+00:00"' in shown
    assert "18 November 2026" in shown
    assert ">8 minutes ago<" in shown


def test_days_and_figures_read_as_people_write_them() -> None:
    assert wording.day(date(2024, 11, 9)) == "9 Nov 2024"
    assert wording.long_day(date(2024, 11, 9)) == "9 November 2024"
    assert wording.day(None) == "no date"
    assert wording.figure(12345) == "12,345"


@pytest.mark.parametrize(("words", "first", "rest"), [
    ("unanimously", "unanimously", ""),
    ("a second vote", "a", " second vote"),
    (" a vote", " a", " vote"),
    ("", "", ""),
])
def test_the_number_of_a_mark_stays_with_its_first_word(
    words: str, first: str, rest: str
) -> None:
    assert (wording.first_word(words), wording.other_words(words)) == (first, rest)
