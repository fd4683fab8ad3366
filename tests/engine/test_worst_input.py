"""Linear in steps, whatever comes: counted, not timed, so that a busy machine fails nothing."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from app.engine.claims import read_claims
from app.intake.boilerplate import clean

PATTERNS = [
    '"', "“", "“”", "1", "1 ", "1,111,1", "1-", "(", ". ", "A. ", "a.", "Abc ", "Department of ",
    "one ", "hundred ", "said ", "he said, ", "Smith, ", ", and he was ", "4 to ", "vote 4 to 1 ",
    "$", "Monday ", "May 5 ", "John Smith ", "a-", "a'", "((a", "of the ", "which was ", "word ",
    "§ 1 ", "SB 54 ", "the mayor said ", "second ", "dozens of ", "By A. ", "\n", "\nA\n", "א",
    "雨。",
    "“A,” he said. ", "5 percent of the ", "two weeks ago ", "Photo: ", "date 2024-11-20 ",
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


@pytest.mark.parametrize("pattern", PATTERNS)
def test_reading_takes_steps_in_proportion(pattern: str) -> None:
    small, large = pattern * (SMALL // len(pattern)), pattern * (LARGE // len(pattern))

    few, many = calls(lambda: read_claims(small)), calls(lambda: read_claims(large))

    assert many <= few * (LARGE / SMALL) * 1.3 + 500


@pytest.mark.parametrize("pattern", PATTERNS)
def test_cleaning_takes_steps_in_proportion(pattern: str) -> None:
    small, large = pattern * (SMALL // len(pattern)), pattern * (LARGE // len(pattern))

    few, many = calls(lambda: clean(small)), calls(lambda: clean(large))

    assert many <= few * (LARGE / SMALL) * 1.3 + 500


@pytest.mark.parametrize("pattern", ['"', "1 ", "(", "word ", "Abc ", "\n"])
def test_a_hundred_kilobytes_of_one_pattern_are_read(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern))

    assert isinstance(read_claims(clean(text).text), tuple)


def test_one_sentence_of_a_megabyte_is_read() -> None:
    text = "and the council of the town " * 36_000

    assert len(read_claims(text)) >= 1
