"""The log: every kind of row in words, blind where it must be, and what is new since a visit."""

from datetime import timedelta

import pytest

from app.domain.errors import Invalid
from app.domain.pairs import Relation
from app.domain.people import Reviewer, Role
from app.domain.tags import Ruling
from app.services import browsing, choosing, reviewing, settling
from app.services.browsing.visits import since_visit
from app.services.pages.activity import Deed
from app.services.telling_deeds import BRIEFLY, KINDS, WORDS, tell
from app.store.audit import Did
from app.store.pages.activity import DeedRow
from tests.factories import NOON, Given

HOUR = timedelta(hours=1)


def log(given: Given, by: Reviewer, case_id: int | None = None, **looked: object) -> list[str]:
    """The lines as they are read."""
    page = browsing.activity(given.store, by, browsing.Looked(**looked), case_id,  # type: ignore[arg-type]
                             now=NOON)
    return [line(deed) for deed in page.deeds]


def line(deed: Deed) -> str:
    parts = (deed.who or "The system", deed.did, deed.thing, deed.rest, deed.relation or "")
    return " ".join(part for part in parts if part)


def tag(given: Given, pair_id: int, by: Reviewer, relation: Relation = Relation.AGREE,
        note: str = "") -> None:
    seen = given.store.pairs.state(pair_id, by.id)
    reviewing.tag_pair(given.store, by, pair_id, relation, note=note, seen=seen, key="", at=NOON)


@pytest.mark.parametrize("did", Did)
def test_every_kind_of_row_has_its_words(did: Did) -> None:
    assert did in WORDS
    row = DeedRow(id=1, reviewer_id=2, name="Bo", letter="B", did=did, at=NOON, case_id=1,
                  case="Bridge", pair_id=3, number=3, reason=None, relation=None, details={})

    told = tell(row, Reviewer(id=1, name="Ada", letter="A"))

    assert told.did
    assert "_" not in told.did


def test_every_kind_of_row_is_in_one_kind_of_the_filter() -> None:
    listed = [did for _, kinds in KINDS.values() for did in kinds]

    assert sorted(listed) == sorted(Did)
    assert set(Did) > BRIEFLY


def test_the_log_tells_what_was_decided(given: Given) -> None:
    bo, cy = given.reviewer("Bo"), given.reviewer("Cy")
    judge = given.reviewer("Judge", Role.ADJUDICATOR)
    pair = given.pair()
    tag(given, pair.id, bo)
    tag(given, pair.id, cy, Relation.CONFLICT)
    settling.settle(given.store, judge, pair.id, Relation.RELATED, why="Both may be true.",
                    at=NOON)
    settling.reopen(given.store, judge, pair.id, why="New facts.", at=NOON)
    settling.settle(given.store, judge, pair.id, None, why="Nobody knows.", at=NOON)

    assert log(given, bo, pair.case_id)[:5] == [
        "Judge left pair 1 unresolved", "Judge opened pair 1 again",
        "Judge settled pair 1 related", "Cy tagged pair 1 conflict", "You tagged pair 1 agree",
    ]


def test_what_others_tagged_and_that_tags_differ_is_not_told_before_my_own_tag(
    given: Given,
) -> None:
    bo, cy = given.reviewer("Bo"), given.reviewer("Cy")
    ada, judge = given.reviewer("Ada"), given.reviewer("Judge", Role.ADJUDICATOR)
    pair = given.pair()
    tag(given, pair.id, bo)
    tag(given, pair.id, cy, Relation.CONFLICT)
    settling.ask_to_discuss(given.store, judge, pair.id, why="Talk.", at=NOON)

    seen = log(given, ada, pair.case_id)

    assert seen[:2] == ["Cy tagged pair 1", "Bo tagged pair 1"]
    assert not any("discuss" in one for one in seen)
    assert any("discuss" in one for one in log(given, bo, pair.case_id))
    assert any("discuss" in one for one in log(given, judge, pair.case_id))


def test_what_somebody_skipped_is_their_own_business(given: Given) -> None:
    bo, ada = given.reviewer("Bo"), given.reviewer("Ada")
    pair = given.pair()
    reviewing.skip_pair(given.store, bo, pair.id, at=NOON)

    assert "You skipped pair 1" in log(given, bo)
    assert not any("skipped" in one for one in log(given, ada))


def test_the_log_is_limited_to_a_person_a_kind_and_a_case(given: Given) -> None:
    bo, ada = given.reviewer("Bo"), given.reviewer("Ada")
    pair = given.pair()
    other = given.pair("Six.", "Seven.", case=given.case("Tunnel"))
    tag(given, pair.id, bo)
    tag(given, other.id, ada)

    assert log(given, ada, who=bo.id, kind="tags") == ["Bo tagged pair 1"]
    assert log(given, ada, other.case_id, kind="tags") == ["You tagged pair 1 agree"]
    assert log(given, ada, kind="topics") == []


def test_the_log_is_paged_without_gap_or_double(given: Given) -> None:
    ada = given.reviewer("Ada")
    for n in range(130):
        given.store.audit.add(Did.NAMED_ALIAS, at=NOON, by=ada.id, name=f"Name {n}")
    seen, before = [], None

    while True:
        page = browsing.activity(given.store, ada, browsing.Looked(before=before,
                                                                   kind="corrections"), now=NOON)
        seen += [deed.thing for deed in page.deeds]
        if not page.older_href:
            break
        before = int(page.older_href.partition("before=")[2].partition("&")[0])

    assert seen == [f"“Name {n}”" for n in reversed(range(130))]


@pytest.mark.parametrize("looked", [{"kind": "gossip"}, {"before": -1}, {"since": 2**70}])
def test_what_no_page_wrote_is_refused(looked: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        browsing.Looked(**looked)  # type: ignore[arg-type]


def test_on_the_first_visit_nothing_is_called_new(given: Given) -> None:
    ada = given.reviewer("Ada")

    assert since_visit(given.store, ada, now=NOON) is None


def test_what_others_did_since_my_last_visit_is_counted(given: Given) -> None:
    ada, bo = given.reviewer("Ada"), given.reviewer("Bo")
    pair, other = given.pair(), given.pair("Six piers.", "Seven piers.")
    tag(given, pair.id, ada)
    tag(given, pair.id, bo, Relation.CONFLICT)
    tag(given, other.id, bo)
    given.store.audit.add(Did.IMPORTED, at=NOON, case_id=pair.case_id, title="T", source="S")
    given.store.audit.add(Did.COMPARED, at=NOON, case_id=pair.case_id, new=7, pairs=9)
    given.store.audit.add(Did.CORRECTED, at=NOON, by=bo.id, case_id=pair.case_id,
                          claim=pair.key.first)

    told = since_visit(given.store, ada, now=NOON + 2 * HOUR)

    assert told
    assert told.since == NOON
    assert [(one.count, one.words) for one in told.changes] == [
        ("1 article", "came in"), ("7 new pairs", "suggested"), ("2 tags", "by others"),
        ("1 tag", "of yours touched by corrections"),
    ]


def test_only_settlements_of_my_pairs_are_counted(given: Given) -> None:
    ada, judge = given.reviewer("Ada"), given.reviewer("Judge", Role.ADJUDICATOR)
    pair, other = given.pair(), given.pair("Six piers.", "Seven piers.")
    tag(given, pair.id, ada)
    for one in (pair, other):
        given.store.decisions.add(one.id, judge.id, Ruling.SETTLED, Relation.AGREE, why="So.",
                                  at=NOON)
        given.store.audit.add(Did.SETTLED, at=NOON, by=judge.id, case_id=one.case_id,
                              pair_id=one.id, relation=Relation.AGREE)

    told = since_visit(given.store, ada, now=NOON + 2 * HOUR)

    assert told
    assert [(one.count, one.words) for one in told.changes] == [("1 pair", "of yours settled")]


def test_a_visit_goes_on_while_i_work(given: Given) -> None:
    ada = given.reviewer("Ada")
    for minutes in (0, 200, 230, 280):
        given.store.audit.add(Did.NAMED_ALIAS, at=NOON + timedelta(minutes=minutes), by=ada.id,
                              name="x")

    told = since_visit(given.store, ada, now=NOON + timedelta(minutes=300))

    assert told
    assert told.since == NOON


def test_what_is_marked_as_seen_is_not_new_and_what_comes_later_is(given: Given) -> None:
    ada, bo = given.reviewer("Ada"), given.reviewer("Bo")
    pair, other = given.pair(), given.pair("Six piers.", "Seven piers.")
    tag(given, pair.id, ada)
    tag(given, pair.id, bo)
    before = since_visit(given.store, ada, now=NOON + 2 * HOUR)
    assert before

    choosing.mark_seen(given.store, ada, before.seen, at=NOON + 2 * HOUR)
    tag(given, other.id, bo)

    after = since_visit(given.store, ada, now=NOON + 2 * HOUR)
    assert after
    assert [one.count for one in after.changes] == ["1 tag"]


def test_an_old_form_does_not_make_seen_things_new_again(given: Given) -> None:
    ada = given.reviewer("Ada")
    given.pair()
    newest = given.store.pages.activity.newest()
    choosing.mark_seen(given.store, ada, newest, at=NOON)

    choosing.mark_seen(given.store, ada, 0, at=NOON)
    choosing.mark_seen(given.store, ada, newest + 1_000, at=NOON)

    seen = given.store.settings.seen(ada.id)
    assert seen
    assert seen.audit_id == newest
