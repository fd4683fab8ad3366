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
    ("„Der Damm hält“, Mara Lind said.", ["Der Damm hält"]),
    ("Mara Lind: “We will pass it.”", ["We will pass it"]),
    ("“We will pass it.” — Mara Lind", ["We will pass it"]),
    ("“We will pass it!” Mara Lind shouted.", ["We will pass it!"]),
    ("“Will it pass?” Bo Reed asked.", ["Will it pass?"]),
    ("“We lost,” she said. “It hurts.”", ["We lost", "It hurts"]),
    ("She told KTTV it was “over.”", ["over"]),
    ("The “final” vote is due.", ["final"]),
    ("He wrote “The Salt Ledger” in a year.", ["The Salt Ledger"]),
    ("He told me that ‘it leaks’ on Monday.", ["it leaks"]),
    ("“He said ‘go,’ so I went,” Mara Lind said.", ["He said ‘go,’ so I went"]),
    ("Mara Lind said it “will not […] hold.”", ["will not hold"]),
    ("“[It] leaks,” Mara Lind said.", ["leaks"]),
    ("Mara Lind said: 'We will pass it.'", ["We will pass it"]),
    ("Asked why, Mara Lind said “no comment.”", ["no comment"]),
    ("“I... I do not know,” Mara Lind said.", ["I... I do not know"]),
    ("“It cost $5, or 4%,” Mara Lind said.", ["It cost $5, or 4%"]),
    ("“No. 10 will decide,” Mara Lind said.", ["No. 10 will decide"]),
    ("The sign said “KEEP OUT” in red.", ["KEEP OUT"]),
    ("“Él no vino,” dijo José Peña.", ["Él no vino"]),
    ("“We’re ready,” said the boys’ coach.", ["We’re ready"]),
    ("“It’s 5 o’clock,” Mara Lind said.", ["It’s 5 o’clock"]),
    ("They call it a “city of the ‘free’” there.", ["city of the ‘free’"]),
    ("Mara Lind said “yes”; Bo Reed said “no”.", ["yes", "no"]),
    ("“A  dam   leaks,” Mara Lind said.", ["A dam leaks"]),
    ("(“It leaks,” Mara Lind said.)", ["It leaks"]),
]
LEFT = [
    "The boys' and girls' teams won.",
    "It was the '90s, they said.",
    "Rock ’n’ roll is not dead.",
    "The O’Neills left at 5 o’clock.",
    "He is 5' 11\" and she is 5' 7\" tall.",
    "The band played 'til dawn.",
    "Don't say it isn't so.",
    "The workers’ union met.",
    "In the ’60s it was built.",
    "It’s Reed’s, not Lind’s.",
    'A 6" pipe burst.',
    "Mara Lind said that it leaks.",
    "He spoke of a weak dam.",
    "The class of ’99 met.",
    "Give 'em time, they thought.",
    "The Smiths' house burned.",
    "It is Jess' dam.",
    "James' plan failed.",
    "The dam's wall, Lind's plan.",
    "Nobody is quoted here.",
    "Section 5(a) was cited.",
    "It is 40° 26' 46\" N there.",
    "The farmers' market closed.",
    "The ladies’ final was late.",
    "She’d’ve gone, they thought.",
    "Y’all are welcome there.",
    "He waved “” and left.",
    "The dam ‘ leaks.",
    "An open “ mark stands here.",
    "A close ” mark stands here.",
    "It is 3' by 4' in size.",
    "The ’tis and ’twas of old plays.",
    "Cap’n Reed sailed.",
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
