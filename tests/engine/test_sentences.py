from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.sentences import paragraphs, sentences

CUT = [
    ("It rained. It snowed.", ["It rained.", "It snowed."]),
    ("Mr. Reed came. He left.", ["Mr. Reed came.", "He left."]),
    ("Dr. J. A. Lind spoke.", ["Dr. J. A. Lind spoke."]),
    ("The U.S. Senate met. It rose.", ["The U.S. Senate met.", "It rose."]),
    ("He moved to the U.S. The family followed.", ["He moved to the U.S.", "The family followed."]),
    ("It rose 2.5 percent. Nobody knew.", ["It rose 2.5 percent.", "Nobody knew."]),
    ("“Go.” He went.", ["“Go.”", "He went."]),
    ('"Go!" He went.', ['"Go!"', "He went."]),
    ("“A bad day,” he said. “We lost.”", ["“A bad day,” he said.", "“We lost.”"]),
    ("“A bad day! It rained.” So he said.", ["“A bad day!", "It rained.”", "So he said."]),
    ("Why? Nobody knows…", ["Why?", "Nobody knows…"]),
    ("It met at 9 a.m. on Friday.", ["It met at 9 a.m. on Friday."]),
    ("It met at 9 a.m. All 38 branches stayed shut.",
     ["It met at 9 a.m.", "All 38 branches stayed shut."]),
    ("It met at 9 a.m. EST. Officials left at 5 p.m. Monday.",
     ["It met at 9 a.m. EST.", "Officials left at 5 p.m. Monday."]),
    ("It came on Nov. 19 at noon.", ["It came on Nov. 19 at noon."]),
    ("Acme Inc. Chief Ann Reed quit.", ["Acme Inc. Chief Ann Reed quit."]),
    ("See No. 5 below. It is red.", ["See No. 5 below.", "It is red."]),
    ("The party posted it on X. “It is late.”", ["The party posted it on X.", "“It is late.”"]),
    ("Élan fell. Überall rose.", ["Élan fell.", "Überall rose."]),
    ("東京で雨。大阪は晴れ。", ["東京で雨。", "大阪は晴れ。"]),
    ("no stop at all", ["no stop at all"]),
    ("It ended... Then it began.", ["It ended...", "Then it began."]),
    ("He won (see p. 12). She lost.", ["He won (see p. 12).", "She lost."]),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    [paragraph] = paragraphs(text)

    found = [text[start:end] for start, end in sentences(text, paragraph)]

    assert found == expected


def test_each_line_is_a_paragraph() -> None:
    text = "One line.\nAnother line.\n\n  A third, set apart.  "

    found = [text[start:end] for start, end in paragraphs(text)]

    assert found == ["One line.", "Another line.", "A third, set apart."]


def test_a_hard_wrapped_line_goes_on() -> None:
    text = "The council voted on the\nordinance. It passed."

    found = [text[start:end] for start, end in paragraphs(text)]

    assert found == ["The council voted on the\nordinance. It passed."]


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    for paragraph in paragraphs(text):
        found = sentences(text, paragraph)

        joined = "".join(text[start:end] for start, end in found)
        assert "".join(joined.split()) == "".join(text[paragraph.start : paragraph.end].split())
        assert all(one.end <= other.start for one, other in pairwise(found))
