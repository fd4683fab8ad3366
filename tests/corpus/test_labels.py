"""The corpus itself: its quotes are where its labels say, and it is as large as promised."""

from collections import Counter

import pytest

from app.domain.pairs import Reason, Relation
from tests.corpus.labels import Event, Part, Quoted, events

EACH = pytest.mark.parametrize("event", events(), ids=lambda event: event.name)


@EACH
def test_every_quote_occurs_once_in_its_article_and_in_what_intake_makes_of_it(
    event: Event,
) -> None:
    pieces = {piece.name: piece for piece in event.pieces}
    quotes = {quoted for label in event.labels for quoted in (label.first, label.second)}

    lost = [quoted for quoted in quotes if not _stands_once(quoted, pieces[quoted.article].raw)
            or not _stands_once(quoted, pieces[quoted.article].text)]

    assert lost == []


def _stands_once(quoted: Quoted, text: str) -> bool:
    return text.count(quoted.quote) == 1


@EACH
def test_two_passages_are_labelled_once_for_a_reason(event: Event) -> None:
    told = Counter((frozenset((label.first, label.second)), label.reason)
                   for label in event.labels)

    assert [pair for pair, times in told.items() if times > 1 or len(pair[0]) != 2] == []


@EACH
def test_conflicts_have_a_strength_and_other_pairs_a_trap_where_they_could_mislead(
    event: Event,
) -> None:
    for label in event.labels:
        assert (label.strength is not None) == (label.relation is Relation.CONFLICT)
        assert bool(label.trap) == (label.relation in {Relation.RELATED, Relation.UNRELATED})


@EACH
def test_articles_are_short_and_from_different_outlets(event: Event) -> None:
    assert all(80 <= len(piece.raw.split()) <= 320 for piece in event.pieces)
    assert len({piece.source for piece in event.pieces}) == len(event.pieces) >= 3


def test_the_corpus_is_as_large_and_as_mixed_as_its_readme_says() -> None:
    labels = [label for event in events() for label in event.labels]
    negatives = [label for label in labels
                 if label.relation in {Relation.RELATED, Relation.UNRELATED}]

    assert len({event.kind for event in events()}) >= 12
    assert sum(len(event.pieces) for event in events()) >= 40
    assert len(labels) >= 400
    assert 3 * len(negatives) >= len(labels)
    assert {label.reason for label in labels} == set(Reason) - {Reason.SECOND_OPINION}


def test_the_part_held_out_is_large_enough_to_tell_something() -> None:
    held_out = [event for event in events() if event.part is Part.HELD_OUT]
    strict = [label for event in held_out for label in event.labels if label.is_strict_conflict]

    assert len(held_out) >= 5
    assert len(strict) >= 60
