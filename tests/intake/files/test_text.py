"""Bytes to text: the right encoding, or one sentence that says why not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import IntakeError
from app.intake.files.text import MOST_BYTES, decode, too_large

ENGLISH = "The mayor said “yes” – it cost £40 in Zürich, at señor Martínez’s café."
WRITTEN = [
    ("cp1252", ENGLISH),
    ("cp1251", "Совет города единогласно принял постановление в среду вечером."),
    ("koi8_r", "Совет города единогласно принял постановление."),
    ("cp1253", "Το δημοτικό συμβούλιο ενέκρινε ομόφωνα το διάταγμα."),
    ("cp1256", "أقر مجلس المدينة المرسوم بالإجماع يوم الأربعاء."),
    ("shift_jis", "市議会は水曜日に条例を全会一致で可決した。"),
    ("big5", "市議會週三一致通過了這項條例，市長表示將會簽署。"),
    ("euc_kr", "시의회는 수요일에 조례를 만장일치로 통과시켰다."),
]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    words = f"A {text}"

    assert decode(words.encode().removeprefix(b"\xef\xbb\xbf")) == words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_start_names_the_encoding_and_is_not_text(encoding: str) -> None:
    assert decode(f"{ENGLISH} 𝄞".encode(encoding)) == f"{ENGLISH} 𝄞"


def test_a_mark_of_the_other_byte_order_is_understood() -> None:
    assert decode(b"\xfe\xff" + ENGLISH.encode("utf-16-be")) == ENGLISH
    assert decode(b"\x00\x00\xfe\xff" + ENGLISH.encode("utf-32-be")) == ENGLISH


@pytest.mark.parametrize(("encoding", "text"), WRITTEN, ids=[pair[0] for pair in WRITTEN])
@pytest.mark.parametrize("times", [1, 6])
def test_older_encodings_are_told_by_their_letters(encoding: str, text: str, times: int) -> None:
    assert decode((text * times).encode(encoding)) == text * times


@pytest.mark.parametrize(("raw", "sentence"), [
    (b"", "It is empty."),
    (b" \r\n\t ", "It is empty."),
    ("\ufeff \n".encode(), "It is empty."),
    (b"The bridge\0 opened.", "It holds NUL bytes"),
    ("The bridge\0 opened.".encode("utf-16"), "It holds NUL bytes"),
    ("The bridge opened.".encode("utf-16-le"), "It holds NUL bytes"),
    (b"%PDF-1.7\n%\xe2\xe3", "It is a PDF document"),
    (b"PK\x03\x04\x14\x00", "It is a zip archive or an office document"),
    (b"\x89PNG\r\n\x1a\n", "It is a picture"),
    (b"<!DOCTYPE html><html><p>Hello</p>", "It is the source of a web page."),
    (b"\n <?xml version='1.0'?> <HTML>", "It is the source of a web page."),
    (b"\x01\x02\x03\x04 not quite", "It is not text."),
    (b"\xff\xfea", "Its first bytes say UTF-16, but the rest is not."),
    ("“One” and “two” and “three”".encode() + b"\xff.", "broken character at byte 40."),
], ids=lambda part: part[:12] if isinstance(part, bytes) else "")
def test_what_is_not_text_is_refused_with_the_reason(raw: bytes, sentence: str) -> None:
    with pytest.raises(IntakeError) as refused:
        decode(raw)

    assert sentence in refused.value.sentence
    assert refused.value.sentence.count(". ") == 1, "one sentence says why, one what to do"


def test_random_bytes_are_never_text() -> None:
    bytes_of = random.Random(7).randbytes

    for size in range(20, 2000, 37):
        with pytest.raises(IntakeError):
            decode(bytes_of(size))


def test_a_size_that_is_taken_has_no_refusal() -> None:
    assert too_large(MOST_BYTES) == ""
    assert too_large(60_000_000).startswith("It has 60 MB, and at most 10 MB are taken.")
