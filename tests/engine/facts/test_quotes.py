from itertools import pairwise

import pytest

from app.domain.facts import FactKind
from app.engine.claims import read_claims
from tests.engine.facts.reading import read

READ = [
    ("“We will pass it,” said Mara Lind.", ["We will pass it"]),
    ('"We will pass it," said Mara Lind.', ["We will pass it"]),
    ("Mara Lind called it “a disaster.”", ["a disaster"]),
    ("Mara Lind said it was ‘humane’.", ["humane"]),
    ("Mara Lind said: «We will pass it».", ["We will pass it"]),
    ("“Why now?” asked Mara Lind.", ["Why now?"]),
    ("“Never!” said Mara Lind.", ["Never!"]),
    ("“We will pass [the ordinance] today,” Mara Lind said.", ["We will pass today"]),
    ("“It is a ‘humane’ law,” Mara Lind said.", ["It is a ‘humane’ law"]),
    ("It was “good” and “cheap.”", ["good", "cheap"]),
    ("“We can’t … wait,” Mara Lind said.", ["We can’t … wait"]),
    ("“Wait,” Mara Lind said, “until the dam is built.”", ["Wait", "until the dam is built"]),
    ("“The dam leaks. We must act,” Mara Lind said.", ["The dam leaks", "We must act"]),
    ("Mara Lind spoke of a “weak dam” on Monday.", ["weak dam"]),
]
LEFT = [
    "Mara Lind said the dam leaks.",
    "It’s the council’s dam.",
    "The rivers' banks broke.",
    "It is 6' 2\" tall.",
    "He said “” and left.",
    "“…” she said.",
    "Rock 'n' roll is not dead.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_quoted_words_are_read(text: str, expected: list[str]) -> None:
    assert read(FactKind.QUOTE, text) == expected


@pytest.mark.parametrize("text", LEFT)
def test_what_nobody_is_quoted_with_is_left_alone(text: str) -> None:
    assert read(FactKind.QUOTE, text) == []


@pytest.mark.parametrize("text", [text for text, _ in READ])
def test_the_span_lies_inside_the_marks_and_inside_the_claim(text: str) -> None:
    for claim in read_claims(text):
        for fact in claim.facts:
            assert text[fact.start : fact.end] == fact.surface
            assert claim.span.start <= fact.start <= fact.end <= claim.span.end
            if fact.kind is FactKind.QUOTE:
                assert not {'"', "“", "”", "«", "»"} & set(fact.surface)
        assert all(one.start <= other.start for one, other in pairwise(claim.facts))
