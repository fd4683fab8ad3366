"""What people do to topics, replayed over what the machine proposes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.arranging import (
    Deed,
    Known,
    Part,
    PartKind,
    Proposed,
    Said,
    Told,
    TopicEdit,
    arranged,
    known_again,
    numbered,
    standing,
)
from app.domain.pairs import Reason
from app.domain.topics import Answer
from tests.factories import NOON


def proposed(topic_id: int, label: str, *claims: int) -> Proposed:
    return Proposed(id=topic_id * 10, topic_id=topic_id, label=label, reason=Reason.NUMBER,
                    answers=tuple(Answer(claim_id=claim, value=f"v{claim}", version=n)
                                  for n, claim in enumerate(claims, start=1)))


def edit(*parts: Part, number: int = 1, did: Deed = Deed.RENAMED) -> TopicEdit:
    return TopicEdit(id=number, case_id=1, did=did, reviewer_id=1, made_at=NOON, parts=parts)


def name(topic_id: int, words: str) -> Part:
    return Part(kind=PartKind.NAME, topic_id=topic_id, words=words)


def merge(topic_id: int, to: int) -> Part:
    return Part(kind=PartKind.MERGE, topic_id=topic_id, to_topic_id=to)


def move(claim: int, topic_id: int | None, to: int, words: str = "typed") -> Part:
    return Part(kind=PartKind.MOVE, topic_id=topic_id, to_topic_id=to, claim_id=claim,
                words=words)


PIERS, COST = proposed(1, "Piers", 1, 2), proposed(2, "Cost", 3, 4)


def shown(*edits: TopicEdit, machine: tuple[Proposed, ...] = (PIERS, COST)) -> list[object]:
    made = {9: Reason.DETAIL}
    return [(topic_id, topic.label, sorted(topic.said))
            for topic_id, topic in arranged(machine, made, standing(edits)).items()]


def test_without_edits_the_proposals_are_the_topics() -> None:
    assert shown() == [(1, "Piers", [1, 2]), (2, "Cost", [3, 4]), (9, "", [])]


@pytest.mark.parametrize(("part", "expected"), [
    (name(1, "Pillars"), [(1, "Pillars", [1, 2]), (2, "Cost", [3, 4])]),
    (merge(2, 1), [(1, "Piers", [1, 2, 3, 4]), (2, "Cost", [])]),
    (move(2, 1, 2), [(1, "Piers", [1]), (2, "Cost", [2, 3, 4])]),
    (move(7, None, 2), [(1, "Piers", [1, 2]), (2, "Cost", [3, 4, 7])]),
    (Part(kind=PartKind.BEFORE, topic_id=2, to_topic_id=1),
     [(2, "Cost", [3, 4]), (1, "Piers", [1, 2])]),
    (Part(kind=PartKind.AFTER, topic_id=1, to_topic_id=2),
     [(2, "Cost", [3, 4]), (1, "Piers", [1, 2])]),
])
def test_each_step_does_what_it_says(part: Part, expected: list[object]) -> None:
    assert shown(edit(part))[:2] == expected


def test_what_was_taken_back_was_never_done() -> None:
    undone = replace(edit(merge(2, 1), name(1, "Both")), undone_at=NOON)

    assert shown(undone) == shown()


def test_a_merge_takes_what_the_machine_finds_later() -> None:
    later = (PIERS, proposed(2, "Costs", 3, 4, 5))

    assert shown(edit(merge(2, 1)), machine=later)[0] == (1, "Piers", [1, 2, 3, 4, 5])


def test_a_moved_claim_stays_moved_though_the_machine_reads_it_no_more() -> None:
    without = (proposed(1, "Piers", 1), COST)

    assert shown(edit(move(2, 1, 2)), machine=without)[1] == (2, "Cost", [2, 3, 4])


def test_a_step_on_a_topic_that_is_not_there_is_passed_over() -> None:
    assert shown(edit(merge(5, 1), name(5, "x"), move(1, 1, 5))) == shown()


TOLD = {claim: Told(voice, claim) for claim, voice in ((1, 1), (2, 2), (3, 3), (4, 1))}


def test_versions_count_up_and_the_one_told_by_most_is_the_first() -> None:
    said = {1: Said("four", (1, 1)), 2: Said("five", (1, 3)), 3: Said("five", (1, 3))}

    answers = numbered(said, TOLD)

    assert [(one.claim_id, one.version) for one in answers] == [(1, 2), (2, 1), (3, 1)]


def test_of_equals_the_earliest_is_the_first_and_unread_claims_are_left_out() -> None:
    said = {8: Said("six", (1, 9)), 3: Said("five", (1, 1)), 1: Said("four", (1, 7))}

    answers = numbered(said, TOLD)

    assert [(one.claim_id, one.version) for one in answers] == [(1, 1), (3, 2)]


def test_the_same_value_of_two_origins_is_one_version() -> None:
    said = {1: Said("Four", (1, 1)), 2: Said("four", (2, 1)), 3: Said("four", (0, "four"))}

    assert {one.version for one in numbered(said, TOLD)} == {1}


groups = st.tuples(st.integers(0, 2), st.integers(1, 4))


@given(st.dictionaries(st.integers(1, 30), st.builds(Said, st.sampled_from("abc"), groups)))
def test_versions_never_leave_a_gap(said: dict[int, Said]) -> None:
    told = {claim: Told(claim % 5, claim) for claim in said}

    versions = {answer.version for answer in numbered(said, told)}

    assert versions == set(range(1, len(versions) + 1))


def known(label: str, *claims: int) -> Known:
    return Known(label, Reason.NUMBER, frozenset(claims))


@pytest.mark.parametrize(("old", "new", "expected"), [
    ({1: known("Piers", 1, 2)}, [known("Pillars", 1, 2, 3)], {0: 1}),
    ({1: known("Piers", 1, 2)}, [known("Piers", 8, 9)], {0: 1}),
    ({1: known("Piers", 1, 2), 2: known("Cost", 1, 2)},
     [known("Length", 1, 2), known("Piers", 1, 2)], {0: 2, 1: 1}),
    ({1: known("Piers", 1, 2)}, [known("Cost", 2, 5, 6, 7)], {}),
    ({1: known("Piers", 1, 2, 3)}, [known("Piers", 9), known("Pillars", 1, 2, 3)], {1: 1}),
])
def test_a_proposal_is_known_again_by_its_name_and_its_claims(
    old: dict[int, Known], new: list[Known], expected: dict[int, int],
) -> None:
    assert known_again(old, new) == expected


names = st.builds(Known, st.sampled_from(["a", "b"]), st.just(Reason.NUMBER),
                  st.frozensets(st.integers(1, 6), max_size=4))


@given(st.lists(names, max_size=5), st.lists(names, max_size=5))
def test_nothing_is_known_again_twice(old: list[Known], new: list[Known]) -> None:
    found = known_again(dict(enumerate(old)), new)

    assert len(set(found.values())) == len(found)


@given(st.lists(names, max_size=5, unique_by=lambda one: (one.label, one.claims)))
def test_the_same_proposals_are_all_known_again(told: list[Known]) -> None:
    assert len(known_again(dict(enumerate(told)), told)) == len(told)
