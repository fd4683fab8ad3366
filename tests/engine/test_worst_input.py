"""Linear in steps, whatever comes: counted, not timed, so that a busy machine fails nothing."""

import sys
import time
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.claims import read_claims
from app.intake.boilerplate import clean

PATTERNS = [
    '"', "“", "“”", "1", "1 ", "1,111,1", "1-", "(", ". ", "A. ", "a.", "Abc ", "Department of ",
    "one ", "hundred ", "said ", "he said, ", "Smith, ", ", and he was ", "4 to ", "vote 4 to 1 ",
    "$", "Monday ", "May 5 ", "John Smith ", "a-", "a'", "((a", "of the ", "which was ", "word ",
    "§ 1 ", "SB 54 ", "the mayor said ", "second ", "dozens of ", "By A. ", "\n", "\nA\n", "א",
    "雨。",
    ".", "?!", "…", "。", "'", "- ", "A/B ",
    "“A,” he said. ", "5 percent of the ", "two weeks ago ", "Photo: ", "date 2024-11-20 ",
]  # fmt: skip
PATTERNS_OF_NAMES = [
    "Mr. {} Lee left. ", "Mr. {} Lee met J. Lee and Lee left. ", "Ms. A. {} Lee met Lee. ",
    "{} Lee, the mayor of {}, said that he left. ", "“It holds,” said {} Lee, {}’s aide. ",
    "The {} Council met the {} Board. ", "Ann {} and he said that they left. ",
]  # fmt: skip
SMALL, LARGE = 2_000, 8_000


def calls(work: Callable[[], object]) -> int:
    """How many calls of Python functions the work makes."""
    count = 0

    def tell(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def name(number: int) -> str:
    """A name of its own for each number."""
    return "Bra" + "".join("dfgklmnprs"[int(digit)] + "o" for digit in str(number))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_reading_takes_steps_in_proportion(pattern: str) -> None:
    small, large = pattern * (SMALL // len(pattern)), pattern * (LARGE // len(pattern))

    few, many = calls(lambda: read_claims(small)), calls(lambda: read_claims(large))

    assert many <= few * (LARGE / SMALL) * 1.3 + 500


@pytest.mark.parametrize("pattern", PATTERNS_OF_NAMES)
def test_reading_thousands_of_names_takes_steps_in_proportion(pattern: str) -> None:
    small, large = (
        "".join(pattern.format(name(at), name(at + 1)) for at in range(many)) for many in (60, 240)
    )

    few, many = calls(lambda: read_claims(small)), calls(lambda: read_claims(large))

    assert many <= few * 4 * 1.3 + 500


@pytest.mark.parametrize(
    "part", ["bird; ", ";", "&amp;", "old bird; the ", "bird, and old ", "he, ", "he said that ",
             "adding, ", "May 5, ", "not to ", "of it, as ", "1:", "1:1 "],
)  # fmt: skip
def test_a_long_sentence_takes_steps_in_proportion(part: str) -> None:
    small, large = (f"The {part * many}bird." for many in (60, 240))

    few, many = calls(lambda: read_claims(small)), calls(lambda: read_claims(large))

    assert many <= few * 4 * 1.3 + 500


def test_a_first_word_without_end_costs_no_more_at_each_stop() -> None:
    begun = time.process_time()

    read_claims("a" * 100_000 + " b…" * 20_000)

    assert time.process_time() - begun < 4, "8 s when the first word was looked through each time"


@pytest.mark.parametrize("pattern", PATTERNS)
def test_cleaning_takes_steps_in_proportion(pattern: str) -> None:
    small, large = pattern * (SMALL // len(pattern)), pattern * (LARGE // len(pattern))

    few, many = calls(lambda: clean(small)), calls(lambda: clean(large))

    assert many <= few * (LARGE / SMALL) * 1.3 + 500


@pytest.mark.parametrize(
    "pattern", ['"', "1 ", "(", "word ", "Abc ", "\n", ".", "?!", "…", "。", ". ", "'", "“”", "-"]
)
def test_a_hundred_kilobytes_of_one_pattern_are_read(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern))

    assert isinstance(read_claims(clean(text).text), tuple)


@pytest.mark.parametrize("words", ["and the council of the town ", "12 of 40, ", "町議会"])
def test_a_run_of_words_without_an_end_claims_nothing(words: str) -> None:
    assert read_claims(words * (1_000_000 // len(words))) == ()


def test_a_table_of_figures_claims_nothing_and_its_neighbours_do() -> None:
    table = "Rovers 12 7 3 2 31-14 24, United 12 6 3 3 25-19 21, " * 20

    claims = read_claims(f"The season ended.\n\n{table}\n\nRovers won the cup.")

    assert [claim.text for claim in claims] == ["The season ended.", "Rovers won the cup."]


def test_a_long_sentence_of_news_is_read() -> None:
    text = "The council, " + "which met in the old hall by the river, " * 40 + "passed the plan."

    assert len(read_claims(text)) == 1


ODD = st.lists(
    st.sampled_from(
        ['"', "“", "”", "‘", "’", "«", "1", "1,", "1-", "$", "%", ".", "...", "?!", "…", "。", "(",
         "[", "\n", " ", "A", "a", "é", "א", "ש", "ع", "雨", "é", "\u202e", "\x00", "\ud7ff",
         " said ", " he ", "Mara Lind", " to ", " voted ", " of ", "—", "'", "’s", "10²", "①", "½",
         "May", "May 5", "a.m.", "U.S.", "St.", "Nov.", "99999999999999999999", "0", "000", "1e9"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(ODD, st.integers(1, 60))
def test_whatever_is_repeated_ends_with_claims_or_none(piece: str, times: int) -> None:
    text = clean(piece * times).text

    claims = read_claims(text, title=text[:30], published_on=date(2024, 2, 29))

    assert all(text[one.span.start : one.span.end] == one.span.quote for one in claims)


@pytest.mark.parametrize(
    "text",
    ["“" * 300_000, "7" * 300_000, "7 " * 150_000, "שלום עולם " * 30_000, "مرحبا " * 50_000,
     "word " * 1_000_000, "no stop at all and no capital " * 10_000, "\u202eabc " * 50_000],
    ids=["quotes", "one number", "figures", "hebrew", "arabic", "five megabytes", "no stop",
         "overridden"],
)  # fmt: skip
def test_a_text_without_a_sentence_claims_nothing(text: str) -> None:
    assert read_claims(clean(text).text) == ()
