"""Claims and facts that no machine found, added by hand."""

import pytest

from app.domain.corrections import What
from app.domain.errors import Invalid, NotFound
from app.domain.facts import FactKind
from app.domain.pairs import Pair, Place, Relation
from app.services import correcting
from app.services.correcting import Change, NewFact
from app.services.correcting.adding import passages
from tests.factories import NOON, Given
from tests.services.corrections import (
    LEFT,
    RIGHT,
    claim_of,
    correct,
    everything,
    of_article,
    undo,
)


def test_words_of_what_is_no_claim_can_be_added_as_one(given: Given, vote: Pair) -> None:
    claims = of_article(given, vote)
    article = given.store.claims.article_of(vote.key.first)
    correct(given, claims[0], Change(is_claim=False))
    place = Place(claims[0].span.start, claims[0].span.end)

    made = correcting.add_claim(given.store, given.reviewer(), article, place, why="", at=NOON)

    assert made is not None
    added, other = of_article(given, vote)
    assert (added.text, added.id > other.id) == (claims[0].text, True)
    assert "13–0" in {str(fact.value) for fact in added.facts}
    assert [part.what for part in made.parts] == [What.BOUNDARY]
    assert made.compared >= 1


def test_the_same_words_are_added_once(given: Given, vote: Pair) -> None:
    claims = of_article(given, vote)
    place = Place(claims[0].span.start, claims[0].span.end)

    again = correcting.add_claim(given.store, given.reviewer(),
                                 given.store.claims.article_of(vote.key.first), place, why="",
                                 at=NOON)

    assert again is None
    assert of_article(given, vote) == claims


@pytest.mark.parametrize("place", [(0, 0), (5, 2), (0, 9999), (-1, 4), (0, 20), (59, 60)])
def test_a_claim_needs_free_words_of_the_text(
    given: Given, vote: Pair, place: tuple[int, int],
) -> None:
    article = given.store.claims.article_of(vote.key.first)
    before = everything(given)

    with pytest.raises(Invalid) as refused:
        correcting.add_claim(given.store, given.reviewer(), article, Place(*place), why="",
                             at=NOON)

    assert set(refused.value.fields) == {"sentence"}
    assert everything(given) == before


def test_an_added_claim_is_taken_back(given: Given, vote: Pair) -> None:
    claims = of_article(given, vote)
    article = given.store.claims.article_of(vote.key.first)
    correct(given, claims[0], Change(is_claim=False))
    made = correcting.add_claim(given.store, given.reviewer(), article,
                                Place(claims[0].span.start, claims[0].span.end), why="", at=NOON)
    assert made is not None

    undo(given, made.id)

    assert of_article(given, vote) == claims[1:]
    with pytest.raises(NotFound):
        correcting.add_claim(given.store, given.reviewer(), 99, Place(0, 3), why="", at=NOON)


def test_the_sentences_of_a_text_tell_which_are_taken(given: Given, vote: Pair) -> None:
    claims = of_article(given, vote)

    found = passages(LEFT, [Place(claims[0].span.start, claims[0].span.end)])

    assert [LEFT[each.place.start:each.place.end] for each in found] == [
        sentence.text for sentence in claims]
    assert [each.is_taken for each in found] == [True, False]
    assert [each.number for each in found] == [1, 2]


@pytest.mark.parametrize(("kind", "typed", "words", "shown", "surface"), [
    (FactKind.COUNT, "about 40 people", "bridge", "about 40 people", "bridge"),
    (FactKind.LAW, "Bridge", "", "Bridge", "bridge"),
    (FactKind.DATE, "4 March 2026", "on Tuesday", "4 March 2026", "on Tuesday"),
    (FactKind.MONEY, "$5 million", "", "USD 5,000,000", LEFT.split(". ")[0] + "."),
])
def test_a_fact_that_the_machine_missed_is_added(
    given: Given, vote: Pair, kind: FactKind, typed: str, words: str, shown: str, surface: str,
) -> None:
    claim = claim_of(given, vote)

    made = correct(given, claim, Change(added=[NewFact(kind=kind, typed=typed, words=words)]))

    added = [fact for fact in claim_of(given, vote).facts if fact not in claim.facts]
    assert [(str(fact.value), fact.surface) for fact in added] == [(shown, surface)]
    undo(given, made)
    assert claim_of(given, vote) == claim


def test_an_added_fact_can_settle_a_pair_at_once(given: Given, vote: Pair) -> None:
    claim = claim_of(given, vote, 1)
    dropped = ["" if fact.kind is FactKind.VOTE else str(fact.value) for fact in claim.facts]
    correct(given, claim, Change(values=dropped))

    correct(given, claim_of(given, vote, 1), Change(added=[
        NewFact(kind=FactKind.VOTE, typed="13–0", words="12-1")]))

    assert "12-1" in RIGHT
    assert given.store.pairs.get(vote.id).suggestion.relation is Relation.AGREE


@pytest.mark.parametrize(("new", "field"), [
    (NewFact(kind=FactKind.VOTE, typed="many"), "added-1"),
    (NewFact(kind=FactKind.VOTE, typed="12-1", words="no such words"), "words-1"),
    (NewFact(kind=FactKind.MONEY, typed="5"), "added-1"),
    (NewFact(kind=FactKind.DATE, typed="", words="Tuesday"), "added-1"),
    (NewFact(kind=FactKind.PERSON, typed="x" * 301), "added-1"),
])
def test_a_fact_that_cannot_be_read_is_refused_by_its_field(
    given: Given, vote: Pair, new: NewFact, field: str,
) -> None:
    before = everything(given)

    with pytest.raises(Invalid) as refused:
        correct(given, claim_of(given, vote), Change(added=[new]))

    assert set(refused.value.fields) == {field}
    assert everything(given) == before
