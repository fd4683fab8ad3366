"""The index of search: in step with what is written, and alike on both databases."""

from dataclasses import replace

from app.domain.claims import Claim
from app.domain.facts import Vote
from app.domain.pairs import Relation
from app.domain.searching import Wanted, words_of
from tests.factories import Given, claim


def said(given: Given, kind: str, *phrases: str, literally: bool = True) -> set[int]:
    """The ids that hold all of these phrases."""
    given.keep()
    way = tuple((words_of(phrase),) for phrase in phrases)
    found = given.store.search.ids(kind, Wanted(ways=(way,)), limit=100, literally=literally)
    given.keep()
    return found


def kept(given: Given, *claims: Claim | str) -> tuple[int, ...]:
    article = given.article(*claims)
    return tuple(one.id for one in given.store.claims.of_article(article.id))


def test_a_claim_is_found_by_its_words_in_any_case_and_without_accents(given: Given) -> None:
    first, _ = kept(given, "Hugo Soto-Martínez spoke.", "The mayor was silent.")

    assert said(given, "claims", "SOTO-martinez") == {first}
    assert said(given, "claims", "spoke", "hugo") == {first}
    assert said(given, "claims", "hugo spoke") == set()


def test_a_claim_is_found_by_the_value_that_its_words_mean(given: Given) -> None:
    text = "The council voted thirteen to nil."
    vote = claim(text, facts={"thirteen to nil": Vote(for_=13, against=0)})
    (first,) = kept(given, vote)

    assert said(given, "claims", "13-0", literally=False) == {first}
    assert said(given, "claims", "13-0") == set()
    assert said(given, "claims", "0 13", literally=False) == set()


def test_a_corrected_claim_is_found_by_its_new_value_only(given: Given) -> None:
    text = "The council voted thirteen to nil."
    (first,) = kept(given, claim(text, facts={"thirteen to nil": Vote(for_=13, against=0)}))
    given.keep()
    right = claim(text, facts={"thirteen to nil": Vote(for_=12, against=1)})
    given.store.claims.replace(replace(given.store.claims.get(first), facts=right.facts))

    assert said(given, "claims", "13-0", literally=False) == set()
    assert said(given, "claims", "12-1", literally=False) == {first}


def test_an_article_is_found_by_title_and_text(given: Given) -> None:
    one = given.article("Nobody was hurt.", title="Crane falls on quay")

    assert said(given, "articles", "crane falls") == {one.id}
    assert said(given, "articles", "hurt") == {one.id}


def test_a_note_is_found(given: Given) -> None:
    pair = given.pair()
    tag = given.tag(pair, Relation.AGREE, note="Ask the desk about this.")

    assert said(given, "notes", "ask the desk") == {tag.id}


def test_words_of_scripts_without_spaces_and_with_signs_are_found(given: Given) -> None:
    first, second = kept(given, "市議会は条例を可決した。", "परिषद ने विधेयक पारित किया।")

    assert said(given, "claims", "条例") == {first}
    assert said(given, "claims", "विधेयक") == {second}


def test_figures_are_found_with_and_without_their_commas(given: Given) -> None:
    (first,) = kept(given, "About 12,500 people came.")

    assert said(given, "claims", "12500") == {first}
    assert said(given, "claims", "12,500") == {first}


def test_words_of_articles_are_told_by_their_beginning_and_those_of_notes_are_not(
    given: Given,
) -> None:
    pair = given.pair("The harbour closed.", "The harbours closed.")
    given.tag(pair, Relation.AGREE, note="Harbinger of trouble.")
    given.keep()

    assert sorted(given.store.search.words_like({"har"}, 10)) == ["harbour", "harbours"]


def test_nothing_waits_when_a_unit_of_work_is_over(given: Given) -> None:
    given.pair()
    given.keep()

    waiting = given.store.connection.exec_driver_sql("SELECT count(*) FROM search_waiting")
    assert waiting.scalar() == 0
