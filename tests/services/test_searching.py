"""Search as a reviewer meets it, on both databases."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as any_of
from hypothesis import strategies as st
from sqlalchemy import event

from app.domain.facts import Vote
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.services import searching
from app.services.pages.search import Group, SearchPage, Words
from tests.factories import Given, claim


def found(
    given: Given, words: str, *, by: Reviewer | None = None, more: Mapping[str, str] | None = None,
    **also: str,
) -> SearchPage:
    """The page for these words; `more` holds parameters whose names are words of Python."""
    who = by or given.reviewer()
    given.keep()
    asked = {"s": [words]} | {name: [value] for name, value in {**also, **(more or {})}.items()}
    shown = searching.search(given.store, who, searching.read(asked))
    given.keep()
    return shown


def group(shown: SearchPage, kind: str) -> Group:
    return next(one for one in shown.groups if one.kind == kind)


def told(pieces: Sequence[Words]) -> str:
    """A snippet with what was found between stars."""
    return "".join(f"*{piece.text}*" if piece.found else piece.text for piece in pieces)


def quotes(shown: SearchPage) -> list[str]:
    return [told(one.pieces) for each in shown.groups for one in each.claims]


def test_all_forms_of_a_word_are_found_and_told_in_bold(given: Given) -> None:
    given.article("Members voted on Monday.", "The votes were counted.", "Nobody spoke.")

    shown = found(given, "vote")

    assert quotes(shown) == ["The *votes* were counted.", "Members *voted* on Monday."]


def test_the_words_in_a_row_come_before_the_words_apart(given: Given) -> None:
    given.article("It returns for a second vote.", "A vote in the second week came first.",
                  "The second time they voted, it rained.")

    shown = found(given, "second vote")

    assert quotes(shown) == [
        "It returns for a *second vote*.",
        "A *vote* in the *second* week came first.",
        "The *second* time they *voted*, it rained.",
    ]


def test_quotation_marks_find_the_exact_words_only(given: Given) -> None:
    given.article("It returns for a second vote.", "A vote in the second week came first.")

    assert quotes(found(given, '"second vote"')) == ["It returns for a *second vote*."]
    assert quotes(found(given, "“second votes”")) == []


def test_a_figure_in_words_finds_the_figure_and_says_why(given: Given) -> None:
    text = "The council voted 13-0 on it."
    given.article(claim(text, facts={"13-0": Vote(for_=13, against=0)}))

    [one] = group(found(given, "thirteen to nil"), "claims").claims

    assert told(one.pieces) == "The council voted *13-0* on it."
    assert one.found_as
    assert (one.found_as.left, one.found_as.right) == ("thirteen to nil", "13–0")


def test_a_figure_finds_the_words_that_mean_it_and_says_why(given: Given) -> None:
    text = "The council voted thirteen to nil on it."
    given.article(claim(text, facts={"thirteen to nil": Vote(for_=13, against=0)}))

    [one] = group(found(given, "13-0"), "claims").claims

    assert told(one.pieces) == "The council voted *thirteen to nil* on it."
    assert one.found_as
    assert (one.found_as.left, one.found_as.right) == ("13–0", "thirteen to nil")


def test_a_claim_is_found_by_what_it_answers_to_its_topic(given: Given) -> None:
    topic = given.topic(given.pair())

    shown = found(given, topic.answers[0].value)

    [one] = group(shown, "claims").claims
    assert one.found_as
    assert one.found_as.where == topic.label


@pytest.mark.parametrize("typed", [
    '"', '""', "*", "bridge*", "NEAR(bridge, piers)", "bridge NOT piers", "words : bridge",
    "bridge' OR 1=1 --", "\\", "bridge\0piers", "(((", "^bridge", "a" * 1_000, "!!", "'b':A",
    "bridge:*", "<-> &", "{}", "%s", "½", "ﷺ", "١٢", "🏛 bridge",
])
def test_signs_of_a_query_language_are_only_words(given: Given, typed: str) -> None:
    given.pair()

    shown = found(given, typed)

    assert not shown.errors


@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@any_of(typed=st.text(max_size=60))
def test_whatever_is_typed_is_answered(given: Given, typed: str) -> None:
    given.reviewer()

    assert found(given, typed).title


def test_more_than_a_thousand_characters_are_refused_beside_the_field(given: Given) -> None:
    shown = found(given, "a" * 1_001)

    assert shown.errors == (("s", "Use 1,000 characters or fewer"),)


@pytest.mark.parametrize("typed", ["", " ", "x"])
def test_under_two_characters_the_field_explains_itself(given: Given, typed: str) -> None:
    shown = found(given, typed)

    assert "two letters" in shown.explain
    assert shown.groups == ()


def test_notes_of_others_are_found_only_on_pairs_that_i_tagged(given: Given) -> None:
    ada, bo = given.reviewer("Ada"), given.reviewer("Bo")
    pair = given.pair()
    given.tag(pair, Relation.AGREE, by=bo, note="Ask the desk.")

    before = found(given, "desk", by=ada)
    given.tag(pair, Relation.CONFLICT, by=ada)
    after = found(given, "desk", by=ada)

    assert before.groups == ()
    assert before.nothing
    assert before.nothing.spelling == ""
    assert before.notes_blind
    [one] = group(after, "notes").notes
    assert (one.who, told(one.pieces), one.relation) == ("Bo", "Ask the *desk*.", Relation.AGREE)


def test_a_note_that_was_taken_back_is_not_found(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE, note="Ask the desk.")
    given.tag(pair, Relation.AGREE, note="All is clear.")

    assert found(given, "desk").groups == ()
    assert group(found(given, "clear"), "notes").count == "1"


def test_my_notes_are_not_told_to_others_by_counts_or_spelling(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE, note="Zanzibar")

    shown = found(given, "zanzibat", by=given.reviewer("Bo"))

    assert shown.nothing
    assert shown.nothing.spelling == ""


def test_the_state_of_a_claim_is_what_i_may_see_of_its_pairs(given: Given) -> None:
    pair = given.pair("Four piers carry it.", "Five piers carry it.")
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))

    before = group(found(given, "piers"), "claims").claims
    given.tag(pair, Relation.RELATED)
    after = group(found(given, "piers"), "claims").claims

    assert [one.state and one.state.relation for one in before] == [None, None]
    assert all(one.state for one in before)
    assert [one.state and one.state.relation for one in after] == [Relation.RELATED] * 2


def test_filters_leave_what_fits_and_count_what_other_values_would(given: Given) -> None:
    bridge, tunnel = given.case("Bridge"), given.case("Tunnel")
    given.article("The piers stand.", source="Courier", case=bridge,
                  published_on=date(2024, 11, 19))
    given.article("Two piers fell.", source="Herald", case=bridge,
                  published_on=date(2024, 11, 21))
    given.article("No piers here.", source="Courier", case=tunnel)

    shown = found(given, "piers", case=str(bridge.id), kind="claims")
    later = found(given, "piers", kind="claims", more={"from": "20 November 2024"})

    assert group(shown, "claims").count == "2"
    facets = {facet.name: {one.label: one.count for one in facet.options}
              for facet in shown.facets}
    assert facets["case"] == {"Bridge": 2, "Tunnel": 1}
    assert facets["source"] == {"Courier": 1, "Herald": 1}
    assert facets["kind"] == {"Claims": 2, "Articles": 2, "Notes": 0}
    assert quotes(later) == ["Two *piers* fell."]


def test_only_claims_with_an_open_pair_or_with_my_note_are_left(given: Given) -> None:
    one = given.pair("Four piers stand.", "Five piers stand.")
    given.pair("Six piers fell.", "Seven piers fell.")
    given.tag(one, Relation.AGREE, note="Count them.")

    waiting = found(given, "piers", open="1", kind="claims")
    noted = found(given, "piers", noted="1", kind="claims")

    assert sorted(quotes(waiting)) == ["Seven *piers* fell.", "Six *piers* fell."]
    assert sorted(quotes(noted)) == ["Five *piers* stand.", "Four *piers* stand."]


def test_a_day_that_is_none_is_said_beside_its_field_and_kept(given: Given) -> None:
    shown = found(given, "piers", more={"from": "soon"})

    assert [field for field, _ in shown.errors] == ["from"]
    assert shown.since == "soon"


def test_where_nothing_is_found_the_closest_spelling_is_offered(given: Given) -> None:
    given.article("The harbour closed at noon.")

    shown = found(given, "harbuor closed")

    assert shown.nothing
    assert shown.nothing.spelling == "harbour closed"


def test_where_nothing_is_found_the_first_filter_to_remove_is_named(given: Given) -> None:
    given.article("The harbour closed.")
    empty = given.case("Tunnel")

    shown = found(given, "harbour", case=str(empty.id))

    assert shown.nothing
    assert shown.nothing.filter_words == "Tunnel"
    assert shown.nothing.without_href == "/search?s=harbour"


def test_the_whole_list_is_paged_without_gap_or_double(given: Given) -> None:
    given.article(*(f"Pier {n} stands." for n in range(60)))
    pages, query = [], "/search?s=pier&all=claims"

    while query:
        parts = dict(part.split("=") for part in query.partition("?")[2].split("&"))
        shown = found(given, parts.pop("s"), more=parts)
        pages.append(quotes(shown))
        query = shown.next_href

    assert [len(page) for page in pages] == [25, 25, 10]
    assert len({quote for page in pages for quote in page}) == 60


def test_of_very_many_the_newest_are_shown_and_paged_to_the_end(given: Given) -> None:
    for start in range(0, 240, 60):
        given.article(*(f"Pier {n} stands." for n in range(start, start + 60)))
    seen: list[str] = []
    shown = found(given, "pier", all="claims")
    first = shown
    while True:
        seen += quotes(shown)
        if not shown.next_href:
            break
        shown = found(given, "pier", all="claims", after=shown.next_href.partition("after=")[2])

    assert first.title.startswith("More than 200 results")
    assert group(first, "claims").count == "200+"
    assert seen[0] == "*Pier* 239 stands."
    assert len(seen) == len(set(seen)) == 240


def test_a_search_costs_as_many_queries_for_many_results_as_for_few(given: Given) -> None:
    counts = []
    for size in (3, 60):
        given.article(*(f"Pier {size} {n} stands." for n in range(size)))
        given.article("A pier fell.")
        given.keep()
        statements: list[str] = []
        connection = given.store.connection
        event.listen(connection, "before_cursor_execute",
                     lambda *told, kept=statements: kept.append(told[2]))
        searching.search(given.store, given.store.people.active()[0],
                         searching.read({"s": ["pier"]}))
        counts.append(len(statements))
        given.keep()

    assert counts[0] == counts[1] <= 22
