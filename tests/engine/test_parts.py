"""Two claims cut into parts that stand beside each other."""

from dataclasses import replace

import pytest

from app.domain.pairs import Place, Reason, Relation, Strength
from app.engine.alignment import align
from app.engine.comparing import compare_texts
from app.engine.parts import Standing, parts
from app.engine.sides import loose
from tests.factories import finding

ONE = "The council approved the ordinance unanimously; it returns for a second vote."
OTHER = "The ordinance, which passed 13–0 on Tuesday, is likely to please."

TEXTS = [
    (ONE, OTHER),
    ("Police put the crowd at 8,000.", "Organisers counted 40,000 marchers, police said."),
    ("It was so.", "He did."),
    ("Nobody came.", ""),
    ("", ""),
    ("قال الرئيس إن 12 شخصا قتلوا", "12 people died, the president said"),
    ("one two one two one", "two one two one two"),
]


def told(first: str, second: str) -> list[tuple[str, str, str]]:
    found = parts(align(loose(first), loose(second)), compare_texts(first, second).findings)
    return [(first[part.first.start:part.first.end] if part.first else "", part.standing.value,
             second[part.second.start:part.second.end] if part.second else "") for part in found]


def test_parts_tell_what_is_the_same_what_fits_and_what_stands_alone() -> None:
    assert told(ONE, OTHER) == [
        ("The council", "Only here", ""),
        ("approved", "Same meaning", "which passed"),
        ("the ordinance", "Same words", "The ordinance"),
        ("unanimously", "Fits", "13–0"),
        ("", "Only here", "on Tuesday, is likely to please"),
        ("it returns for a second vote", "Only here", ""),
    ]


def test_words_in_one_anothers_place_differ() -> None:
    assert told("The bridge opened in May.", "The bridge opened in June.") == [
        ("The bridge opened in", "Same words", "The bridge opened in"),
        ("May", "Differs", "June"),
    ]


@pytest.mark.parametrize(("first", "second"), TEXTS)
def test_every_word_is_in_one_part(first: str, second: str) -> None:
    both = align(loose(first), loose(second))
    found = parts(both, compare_texts(first, second).findings)

    for side, places in ((both.first, [part.first for part in found]),
                         (both.second, [part.second for part in found])):
        for token in side.tokens:
            holding = [place for place in places
                       if place and place.start <= token.start and token.end <= place.end]
            assert len(holding) == 1, token.form


@pytest.mark.parametrize(("first", "second"), TEXTS)
def test_the_same_two_texts_turned_have_the_same_parts(first: str, second: str) -> None:
    turned = [(one, standing, other) for other, standing, one in told(second, first)]

    assert sorted(told(first, second)) == sorted(turned)


def test_a_finding_on_the_whole_claim_is_told_by_its_words() -> None:
    first, second = "Nine people were hurt.", "Nine people were hurt."
    whole = replace(
        finding(reason=Reason.NUMBER, relation=Relation.AGREE, strength=Strength.STRICT),
        first_places=(Place(0, 400),), second_places=(Place(400, 800),))

    [part] = parts(align(loose(first), loose(second)), [whole])

    assert part.standing is Standing.SAME_WORDS
    assert part.finding is None
