"""What needs me now, and all cases."""

from datetime import timedelta

import pytest

from app.domain.errors import Invalid
from app.domain.imports import ItemState
from app.domain.pairs import Relation
from app.domain.people import Role
from app.services import browsing, reviewing, settling
from app.services.pages.overview import OverviewPage
from app.store.imports import WantedItem
from tests.factories import NOON, Given


def overview(given: Given, name: str = "Ada", *, days: int = 0) -> OverviewPage:
    return browsing.overview(given.store, given.reviewer(name), now=NOON + timedelta(days=days))


def tag(given: Given, pair_id: int, relation: Relation, name: str = "Ada") -> None:
    reviewer = given.reviewer(name)
    seen = given.store.pairs.state(pair_id, reviewer.id)
    reviewing.tag_pair(given.store, reviewer, pair_id, relation, note="", seen=seen, key="",
                       at=NOON)


def failed_import(given: Given) -> int:
    refused = WantedItem(name="a.bin", raw=b"", title="", source="", published_on=None,
                         refused="This file is not text.")
    return given.store.imports.add(given.case().id, given.reviewer().id, [refused], at=NOON)


def test_a_first_visit_has_no_case_and_can_load_the_sample(given: Given) -> None:
    page = overview(given)

    assert page.case_count == 0
    assert page.sample_available
    assert page.next_action is None
    assert page.figures == ()


def test_untagged_pairs_are_the_next_action_and_open_the_likeliest(given: Given) -> None:
    given.pair(score=0.2, relation=Relation.AGREE)
    likely = given.pair(score=0.9)

    action = overview(given).next_action

    assert action is not None
    assert action.title == "2 pairs wait for your tag"
    assert action.words == "1 is a likely conflict."
    assert action.button == "Start review"
    assert action.href == f"/pairs/{likely.id}?q=case%3D{likely.case_id}%26mine%3Dnot_yet"


def test_a_case_with_likely_conflicts_goes_before_a_larger_one(given: Given) -> None:
    quiet = given.case("Quiet")
    for _ in range(3):
        given.pair(relation=Relation.AGREE, case=quiet)
    loud = given.pair(relation=Relation.CONFLICT)

    action = overview(given).next_action

    assert action is not None
    assert f"/pairs/{loud.id}?" in action.href


def test_review_goes_on_in_the_case_where_it_stopped(given: Given) -> None:
    here = given.case("Here")
    first, second = given.pair(case=here), given.pair(case=here)
    for _ in range(3):
        given.pair(case=given.case("There"))
    tag(given, first.id, Relation.CONFLICT)

    action = overview(given).next_action

    assert action is not None
    assert action.case == "Here"
    assert action.button == "Continue review"
    assert f"/pairs/{second.id}?" in action.href


def test_an_import_that_needs_help_comes_first_and_after_a_day_waits_beside(
    given: Given,
) -> None:
    given.pair()
    job_id = failed_import(given)

    today, later = overview(given), overview(given, days=2)

    assert today.next_action is not None
    assert today.next_action.title == "1 article could not be read"
    assert today.next_action.href == f"/imports/{job_id}"
    assert today.waiting == ()
    assert later.next_action is not None
    assert later.next_action.button == "Start review"
    assert [line.href for line in later.waiting] == [f"/imports/{job_id}"]


def test_when_all_is_tagged_nothing_waits_and_the_report_is_offered(given: Given) -> None:
    pair = given.pair()
    tag(given, pair.id, Relation.CONFLICT)

    page = overview(given)

    assert page.next_action is None
    assert page.last_report_href == f"/cases/{pair.case_id}/report"


def test_skipped_pairs_alone_are_offered_as_a_list(given: Given) -> None:
    pair = given.pair()
    reviewing.skip_pair(given.store, given.reviewer(), pair.id, at=NOON)

    action = overview(given).next_action

    assert action is not None
    assert action.title == "1 pair skipped by you"
    assert action.href == f"/cases/{pair.case_id}/pairs?mine=skipped"


def test_figures_tell_my_tags_and_only_disputes_that_i_may_know(given: Given) -> None:
    pairs = [given.pair() for _ in range(3)]
    tag(given, pairs[0].id, Relation.CONFLICT)
    tag(given, pairs[0].id, Relation.AGREE, "Bo")
    tag(given, pairs[1].id, Relation.AGREE, "Bo")
    tag(given, pairs[1].id, Relation.CONFLICT, "Cy")

    page = overview(given)

    assert {figure.label: figure.value for figure in page.figures} == {
        "pairs suggested": "3", "tagged by you": "1", "conflicts you confirmed": "1",
        "open disputes": "1", "also tagged by others": "1"}
    assert [(line.count, line.words) for line in page.waiting] == [
        ("1 pair", "of yours is with an adjudicator")]
    row = page.cases[0]
    assert (row.conflicts, row.disputed, row.tagged, row.pairs, row.share) == (1, 1, 1, 3, 33)


def test_every_figure_opens_the_list_behind_it(given: Given) -> None:
    pairs = [given.pair() for _ in range(3)]
    tag(given, pairs[0].id, Relation.CONFLICT)
    tag(given, pairs[0].id, Relation.AGREE, "Bo")
    tag(given, pairs[1].id, Relation.AGREE)

    for figure in overview(given).figures[:4]:
        wanted = browsing.queries.read_query(figure.href.partition("?")[2])
        listed = browsing.queue(given.store, given.reviewer(), wanted)
        assert f"{listed.total}" == figure.value, figure


def test_activity_tells_that_others_tagged_but_not_what(given: Given) -> None:
    pair, mine = given.pair(), given.pair()
    tag(given, pair.id, Relation.CONFLICT, "Bo")
    tag(given, mine.id, Relation.RELATED)
    tag(given, mine.id, Relation.AGREE, "Bo")

    told = [(deed.who, deed.thing, deed.relation) for deed in overview(given).activity
            if deed.thing.startswith("pair")]

    assert told == [("Bo", "pair 2", Relation.AGREE), ("You", "pair 2", Relation.RELATED),
                    ("Bo", "pair 1", None)]


def test_an_import_under_way_is_shown_with_its_progress(given: Given) -> None:
    items = [WantedItem(name=f"{n}.txt", raw=b"Words.", title="", source="", published_on=None)
             for n in range(3)]
    job_id = given.store.imports.add(given.case().id, given.reviewer().id, items, at=NOON)
    first = given.store.imports.job(job_id).items[0]
    given.store.imports.fail(first.id, ItemState.READING, "This file is not text.")

    [running] = overview(given).running

    assert (running.job_id, running.done, running.total) == (job_id, 1, 3)
    assert running.words == "Reading 1.txt."


def test_five_cases_with_most_waiting_stand_on_the_overview(given: Given) -> None:
    for n in range(7):
        for _ in range(n):
            given.pair(case=given.case(f"Case {n}"))

    page = overview(given)

    assert [row.name for row in page.cases] == [f"Case {n}" for n in (6, 5, 4, 3, 2)]
    assert page.case_count == 6


def test_all_cases_are_paged_newest_first(given: Given) -> None:
    for n in range(30):
        given.case(f"Case {n}")

    first = browsing.cases(given.store, given.reviewer())
    second = browsing.cases(given.store, given.reviewer(), after=first.next_key)

    names = [row.name for row in (*first.cases, *second.cases)]
    assert names == [f"Case {n}" for n in range(29, -1, -1)]
    assert len(first.cases) == 25
    assert second.next_key is None
    assert first.cases[0].share is None


@pytest.mark.parametrize("key", ["x", "-1", "1.5", "9" * 40, "٣"])
def test_a_key_that_no_page_gave_is_refused(given: Given, key: str) -> None:
    with pytest.raises(Invalid):
        browsing.cases(given.store, given.reviewer(), after=key)


def test_disputes_wait_for_adjudicators_and_wishes_to_discuss_for_reviewers(given: Given) -> None:
    pair, ada = given.pair(), given.reviewer("Ada")
    judge = given.reviewer("Judge", Role.ADJUDICATOR)
    given.tag(pair, Relation.AGREE, by=ada)
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))

    before = browsing.overview(given.store, judge, now=NOON).waiting
    settling.ask_to_discuss(given.store, judge, pair.id, why="", at=NOON)
    after = browsing.overview(given.store, judge, now=NOON).waiting
    for_ada = browsing.overview(given.store, ada, now=NOON).waiting

    assert [(line.count, line.href) for line in before] == [("1 pair", "/adjudicate")]
    assert after == ()
    assert (for_ada[0].words, for_ada[0].href) == (
        "of yours to discuss: an adjudicator asks", f"/pairs/{pair.id}")
