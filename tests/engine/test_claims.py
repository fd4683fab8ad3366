from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.claims import read_claims

NEWSY = st.lists(
    st.sampled_from(
        ["“", "”", '"', "’", ".", ",", ";", ":", "(", ")", "-", "–", "—", "$", "%", "§", "\n", " ",
         " and ", " said ", " he ", " who ", " 4 to 1 ", " 13-0", " 1,200", " percent", "Tuesday",
         " Jan. 5", " two weeks ago", "Mara Lind", " Mayor ", "the Port Council", " voted ", " if ",
         "while ", " as she ", "SB 54", " U.S.C. ", " million", " dozens of ", "é", "א", "雨。",
         "\x00"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


CLAUSES = [
    (
        "The town has 12,000 people, and local reports said views were mixed.",
        ["The town has 12,000 people", "local reports said views were mixed."],
    ),
    (
        "The council passed the law on Monday, as Mayor Mara Lind vowed to sign it soon.",
        ["The council passed the law on Monday", "Mayor Mara Lind vowed to sign it soon."],
    ),
    (
        "The dam held through the night; the bridge did not survive it.",
        ["The dam held through the night", "the bridge did not survive it."],
    ),
    (
        "Though the city has kept the rule, those steps were never made law.",
        ["Though the city has kept the rule", "those steps were never made law."],
    ),
]
WHOLE = [
    "The plant will close if the sale fails, and only then.",
    "Homes, roads, and bridges were closed.",
    "“The dam held, and the bridge did not fall,” Mara Lind said.",
    "He met Ann Reed, Bo Lind, and others.",
    "When the dam broke, the town fled.",
    "The ordinance, which passed 13-0, bars such sales.",
    "She came, saw and won.",
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_sentence_that_asserts_two_things_is_two_claims(text: str, expected: list[str]) -> None:
    assert [claim.text for claim in read_claims(text)] == expected


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_that_asserts_one_thing_is_one_claim(text: str) -> None:
    assert [claim.text for claim in read_claims(text)] == [text]


def test_a_headline_that_asserts_something_is_a_claim_in_the_title() -> None:
    text = "Council Passes Sanctuary Law\nThe council passed a law on Monday."

    claims = read_claims(text, title="Council Passes Sanctuary Law")

    assert [claim.in_title for claim in claims] == [True, False]


def test_a_headline_that_asserts_nothing_is_no_claim() -> None:
    text = "A City and Its Law\nThe council passed a law on Monday."

    claims = read_claims(text, title="A City and Its Law")

    assert [claim.in_title for claim in claims] == [False]


@pytest.mark.parametrize("title", [
    "Elena Marsh on her new novel and the sea", "Orby fire: a night of fear",
    "Dock fee shock: 14 marks a night!", "Five dead in a fire at a mill",
])
def test_a_headline_without_a_verb_is_a_claim_where_it_has_a_name_or_a_figure(title: str) -> None:
    claims = read_claims(f"{title}\nThe author Elena Marsh lives in Orby.", title=title)

    assert [claim.in_title for claim in claims] == [True, False]


def test_a_title_that_is_not_in_the_text_marks_nothing() -> None:
    claims = read_claims("The council passed a law.", title="Council Passes Law")

    assert [claim.in_title for claim in claims] == [False]


def test_a_question_of_the_article_asserts_nothing() -> None:
    assert read_claims("What happens next?") == ()


def test_a_name_carries_the_fullest_form_of_the_article() -> None:
    claims = read_claims("Bass met Mayor Karen Bass’s staff. Then Bass left.")

    names = {str(fact.value) for claim in claims for fact in claim.facts if fact.kind == "person"}

    assert names == {"Karen Bass"}


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=400), NEWSY), st.booleans())
def test_any_text_ends_with_claims_whose_places_hold(text: str, dated: bool) -> None:
    claims = read_claims(text, title=text[:20], published_on=date(2024, 11, 20) if dated else None)

    for claim in claims:
        span = claim.span
        assert text[span.start : span.end] == span.quote
        assert text[: span.start].endswith(span.before)
        assert text[span.end :].startswith(span.after)
        assert all(text[one.start : one.end] == one.surface for one in claim.facts)
        assert all(span.start <= one.start < one.end <= span.end for one in claim.facts)
    assert all(one.span.end <= other.span.start for one, other in pairwise(claims))


@settings(deadline=None, max_examples=50)
@given(NEWSY)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert read_claims(text) == read_claims(text)
