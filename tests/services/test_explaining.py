"""Why a pair is suggested, on the page of the pair and for loose texts."""

from dataclasses import replace
from datetime import date

from app.domain.facts import Day, FactKind, Vote
from app.domain.pairs import Place, Reason, Relation, Strength
from app.services import browsing, comparing
from app.services.browsing import why
from app.services.explaining import MOST_IN_ROW, explain_texts
from app.services.pages.compare import Weighs, Why, WordsPart
from tests.factories import NOON, Given, claim, finding, suggestion

LEFT = "The council approved the plan unanimously."
RIGHT = "The plan passed 13–0 on Tuesday."
TUESDAY = Day(first="2026-11-17", last="2026-11-17",
              basis="Tuesday, from the article's date 18 November 2026", words="Tuesday")


def explained(given: Given, *, marks: bool = True) -> Why:
    one, = given.claims(given.article(claim(LEFT, facts={"unanimously": Vote(unanimous=True)})))
    other, = given.claims(given.article(
        claim(RIGHT, facts={"13–0": Vote(for_=13, against=0), "Tuesday": TUESDAY}),
        source="Herald"))
    vote = replace(finding(reason=Reason.VOTE_COUNT, relation=Relation.AGREE),
                   first_places=(Place(30, 41),), second_places=(Place(16, 20),))
    loaded = finding(reason=Reason.TERMINOLOGY, relation=Relation.CONFLICT,
                     strength=Strength.FRAMING)
    also = finding(reason=Reason.DATE, relation=Relation.AGREE)
    pair = given.paired(one, other, replace(
        suggestion(vote, also, loaded), keys=("like words", "plan", "council")))

    page = browsing.pair(given.store, given.reviewer(), pair.id, why=True, marks=marks)

    assert page.values == 3
    assert page.why is not None
    return page.why


def test_a_page_says_why_only_when_asked(given: Given) -> None:
    pair = given.pair()

    assert browsing.pair(given.store, given.reviewer(), pair.id).why is None


def test_each_finding_says_what_it_weighs(given: Given) -> None:
    grounds = explained(given).grounds

    assert [(ground.reason, ground.weighs) for ground in grounds] == [
        (Reason.VOTE_COUNT, Weighs.DECIDES), (Reason.DATE, Weighs.BEARS_OUT),
        (Reason.TERMINOLOGY, Weighs.LITTLE)]
    assert [ground.number for ground in grounds] == [1, None, None]
    assert all(ground.says.suggested for ground in grounds)


def test_findings_have_no_number_where_marks_are_off(given: Given) -> None:
    told = explained(given, marks=False)

    assert {ground.number for ground in told.grounds} == {None}
    assert {part.number for band in told.bands for part in band} == {None}


def test_values_stand_by_kind_with_the_words_they_came_from(given: Given) -> None:
    vote, day = explained(given).values

    assert (vote.kind, day.kind) == (FactKind.VOTE, FactKind.DATE)
    assert [(value.shown, value.origin) for value in (*vote.first, *vote.second)] == [
        ("unanimous", "from “unanimously”"), ("13–0", "")]
    assert day.first == ()
    assert [(value.shown, value.origin) for value in day.second] == [
        ("17 November 2026", "“Tuesday”, counted from the article's date 18 November 2026")]


def test_the_words_of_a_finding_carry_its_number(given: Given) -> None:
    told = explained(given)

    parts = [part for band in told.bands for part in band]
    assert [(part.first, part.reading, part.second) for part in parts if part.number] == [
        ("unanimously", "Fits", "13–0")]
    assert told.parts == len(parts)
    assert told.differing == sum(part.reading in {"Only here", "Differs"} for part in parts)


def test_keys_are_counted_in_the_claims_of_the_case(given: Given) -> None:
    told = explained(given)

    assert [(key.words, key.is_question, key.claims) for key in told.keys] == [
        ("plan", False, 2), ("council", False, 1)]
    assert told.claims == 2
    assert told.engine == "rules for tests"


def test_a_key_that_is_a_question_of_the_case_counts_its_answers(given: Given) -> None:
    pair = given.pair()
    made = replace(pair.suggestion, keys=("Number of piers",))
    given.store.pairs.suggest(pair.case_id, [(pair.key, made)], among=set(pair.key))
    given.topic(pair)

    told = browsing.pair(given.store, given.reviewer(), pair.id, why=True).why

    assert told is not None
    assert [(key.words, key.is_question, key.claims) for key in told.keys] == [
        ("Number of piers", True, 2)]


def test_a_large_case_is_not_counted_while_somebody_waits(given: Given) -> None:
    given.article(*(f"The bridge has pier {n}." for n in range(why.MOST_CLAIMS)))

    told = explained(given)

    assert told.claims is None
    assert told.one_event is None
    assert [key.claims for key in told.keys] == [None, None]


def test_the_time_is_that_of_the_last_comparison(given: Given) -> None:
    pair = given.pair()
    before = browsing.pair(given.store, given.reviewer(), pair.id, why=True).why

    comparing.compare_case(given.store, pair.case_id, at=NOON)
    after = browsing.pair(given.store, given.reviewer(), pair.id, why=True).why

    assert before is not None
    assert after is not None
    assert (before.compared_at, after.compared_at) == (None, NOON)


def test_loose_texts_are_explained_without_a_store() -> None:
    made, told = explain_texts(
        "The council voted 13-0 on Tuesday.", "The council voted 7-2 on Tuesday.",
        a_date=date(2026, 11, 18), b_date=date(2026, 11, 18))

    assert made.relation is Relation.CONFLICT
    assert told.grounds[0].weighs is Weighs.DECIDES
    assert {row.kind for row in told.values} >= {FactKind.VOTE, FactKind.DATE}
    assert "council" in {key.words for key in told.keys}
    assert told.compared_at is None


def test_long_claims_stand_in_rows_that_fit_the_page() -> None:
    words = [f"thing{n} did{n} because{n}" for n in range(30)]

    _, told = explain_texts(". ".join(words), ". ".join(reversed(words)))

    assert len(told.bands) > 1
    assert all(0 < len(band) <= MOST_IN_ROW for band in told.bands)


def test_names_that_people_say_mean_the_same_differ_no_more(given: Given) -> None:
    pair = given.pair("Mayor Ann Marlow opened the bridge in Orby.",
                      "Mayor Ann Quist opened the bridge in Orby.")
    ada = given.reviewer()
    before = browsing.pair(given.store, ada, pair.id, why=True).why

    given.store.aliases.add(pair.case_id, "Quist", "Marlow", FactKind.PERSON, by=ada.id, at=NOON)

    after = browsing.pair(given.store, ada, pair.id, why=True).why
    assert before is not None
    assert after is not None
    assert "Marlow" in {part.first for part in parts_of(before) if part.reading == "Differs"}
    assert after.differing == before.differing - 1
    assert next(part for part in parts_of(after)
                if "Marlow" in part.first).reading == "Same meaning"


def test_a_stored_finding_stands_where_it_was_found_whatever_the_alignment(given: Given) -> None:
    told = explained(given)

    marked = [part for part in parts_of(told) if part.number == 1]

    assert [(part.first, part.second) for part in marked] == [("unanimously", "13–0")]


def parts_of(why: Why) -> list[WordsPart]:
    return [part for band in why.bands for part in band]
