"""Saying of all claims of a topic at once which tell the same."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.domain.claims import Claim
from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Pair, Reason, Relation
from app.domain.people import Role
from app.domain.topics import Answer, Topic
from app.domain.versions import Choices
from app.services import versions
from app.services.versions import Ground, ground_of, plan_of
from app.store.audit import Did
from app.store.version_saves import VersionSave
from tests.factories import NOON, Given

FOUR = ("Courier", "Herald", "Mail", "Post")


@pytest.fixture
def claims(given: Given) -> tuple[Claim, ...]:
    """Four sources with a claim each; the machine set the first against the third alone, and
    thinks that the third and the fourth tell something else."""
    made = tuple(given.claims(given.article(f"{source} saw piers.", source=source))[0]
                 for source in FOUR)
    given.paired(made[0], made[2])
    topic(given, made)
    return made


def topic(given: Given, claims: tuple[Claim, ...]) -> None:
    given.store.topics.propose(given.case().id, [Topic(
        label="Piers", reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value=f"value {n}", version=n)
            for claim, n in zip(claims, (1, 1, 2, 3), strict=True)))])


def topic_id(given: Given) -> int:
    return given.store.topics.of_case(given.case().id)[0].id


def ground(given: Given, name: str = "Ada") -> Ground:
    return ground_of(given.store, given.reviewer(name), topic_id(given))


def choices(given: Given, lines: Mapping[tuple[int, int], Relation], name: str = "Ada") -> Choices:
    return replace(ground(given, name).start, lines=dict(lines))


ALL = {(1, 2): Relation.CONFLICT, (1, 3): Relation.RELATED, (2, 3): Relation.UNRELATED}


def saved(
    given: Given, chosen: Choices | None = None, *, name: str = "Ada", key: str = "",
    seen: str | None = None, note: str = "",
) -> VersionSave:
    return versions.save_versions(
        given.store, given.reviewer(name), topic_id(given), chosen or choices(given, ALL, name),
        note=note, seen=seen or ground(given, name).state, key=key, at=NOON)


def tags(given: Given, claims: tuple[Claim, ...], name: str = "Ada") -> dict[str, Relation | None]:
    """My standing tags, by the first letters of both sources."""
    letter = {claim.id: source[0] for claim, source in zip(claims, FOUR, strict=True)}
    me = given.reviewer(name).id
    return {letter[pair.key.first] + letter[pair.key.second]: tag.relation
            for pair in given.store.pairs.of_case(given.case().id)
            for tag in given.store.tags.standing(pair.id) if tag.reviewer_id == me}


EVERY = {"CH": Relation.AGREE, "CM": Relation.CONFLICT, "HM": Relation.CONFLICT,
         "CP": Relation.RELATED, "HP": Relation.RELATED, "MP": Relation.UNRELATED}


def test_three_choices_answer_every_pair_of_four_sources(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    saved(given, note="Seen from the quay.")

    assert tags(given, claims) == EVERY
    told = [tag.note for pair in given.store.pairs.of_case(given.case().id)
            for tag in given.store.tags.standing(pair.id)]
    assert set(told) == {"Seen from the quay."}


def test_pairs_that_were_none_get_numbers_and_outlast_the_next_run(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    saved(given)
    numbers = {pair.key: pair.number for pair in given.store.pairs.of_case(given.case().id)}

    given.store.pairs.suggest(given.case().id, [], among={claim.id for claim in claims})

    left = given.store.pairs.of_case(given.case().id)
    assert sorted(numbers.values()) == [1, 2, 3, 4, 5, 6]
    assert [pair.number for pair in left] == [2, 3, 4, 5, 6]
    assert all("person" in pair.suggestion.findings[0].because for pair in left)


def test_one_undo_takes_every_tag_back_and_the_pairs_that_were_made(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    before = given.store.pairs.of_case(given.case().id)
    save = saved(given)

    undone = versions.undo_versions(given.store, given.reviewer(), save.id, at=NOON)
    again = versions.undo_versions(given.store, given.reviewer(), save.id, at=NOON)

    assert undone.stayed == again.stayed == 0
    assert tags(given, claims) == {}
    assert given.store.pairs.of_case(given.case().id) == before


def test_saving_after_an_undo_brings_the_same_pairs_back(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    versions.undo_versions(given.store, given.reviewer(), saved(given).id, at=NOON)

    saved(given)

    assert tags(given, claims) == EVERY
    assert len(given.store.pairs.of_case(given.case().id)) == 6


def test_undo_leaves_a_pair_that_was_tagged_again_since(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    save = saved(given)
    first = given.store.pairs.of_case(given.case().id)[0]
    given.tag(first, Relation.RELATED)

    undone = versions.undo_versions(given.store, given.reviewer(), save.id, at=NOON)

    assert undone.stayed == 1
    assert list(tags(given, claims).values()) == [Relation.RELATED]


def test_a_missing_choice_is_named_and_nothing_is_written(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    chosen = choices(given, {(1, 2): Relation.CONFLICT, (1, 3): Relation.RELATED})

    with pytest.raises(Invalid) as refused:
        saved(given, chosen)

    assert refused.value.fields == {"r-2-3": "Choose how versions 2 and 3 relate"}
    assert tags(given, claims) == {}


def first_pair(given: Given) -> Pair:
    return given.store.pairs.of_case(given.case().id)[0]


def test_my_earlier_tag_fills_its_line_and_is_not_given_twice(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    given.tag(first_pair(given), Relation.CONFLICT)

    start = ground(given).start
    saved(given)

    assert start.lines == {(1, 2): Relation.CONFLICT}
    assert len(given.store.tags.of(first_pair(given).id)) == 1


def test_an_earlier_tag_that_says_otherwise_stays_unless_its_line_is_changed(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    saved(given)
    given.tag(first_pair(given), Relation.RELATED)
    chosen = ground(given).start

    kept = plan_of(ground(given), chosen)
    changed = plan_of(ground(given), replace(
        chosen, lines={**chosen.lines, (1, 2): Relation.UNRELATED}))

    assert [key for key in kept.kept] == [first_pair(given).key]  # noqa: C416
    assert kept.write == ()
    assert (first_pair(given).key, Relation.UNRELATED) in changed.write


def test_moving_a_claim_to_another_version_changes_its_earlier_tags(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    saved(given)
    start = ground(given).start

    saved(given, Choices(versions={**start.versions, claims[2].id: 1}, lines=start.lines))

    assert tags(given, claims)["CM"] is Relation.AGREE
    assert tags(given, claims)["MP"] is Relation.RELATED


def test_a_settled_pair_is_left_alone(given: Given, claims: tuple[Claim, ...]) -> None:
    given.settlement(first_pair(given))

    saved(given)

    assert "CM" not in tags(given, claims)
    assert len(tags(given, claims)) == 5


def test_the_same_form_sent_twice_saves_once(given: Given, claims: tuple[Claim, ...]) -> None:
    seen = ground(given).state

    first = saved(given, key="k", seen=seen)
    second = saved(given, key="k", seen=seen)

    assert first == second
    assert len(given.store.tags.of(first_pair(given).id)) == 1


def test_a_topic_that_changed_meanwhile_is_refused(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    seen = ground(given).state
    given.tag(first_pair(given), Relation.RELATED)

    with pytest.raises(Conflict):
        saved(given, seen=seen)


def test_what_others_tagged_changes_nothing_that_i_see(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    before = ground(given)

    saved(given, name="Bo")

    assert ground(given).start.lines == before.start.lines == {}


def test_a_save_is_one_row_of_the_audit(given: Given, claims: tuple[Claim, ...]) -> None:
    save = saved(given)

    last = given.store.audit.last(given.case().id, Did.SAVED_VERSIONS, Did.TAGGED)

    assert last is not None
    assert last.details == {
        "save": save.id, "topic": topic_id(given), "label": "Piers", "pairs": 6, "new": 5}


@pytest.mark.parametrize("versions_given", [{}, {1: 1}, {1: 1, 2: 1, 3: 1, 4: 10}])
def test_choices_that_do_not_fit_the_topic_are_refused(
    given: Given, claims: tuple[Claim, ...], versions_given: dict[int, int],
) -> None:
    with pytest.raises(Invalid):
        saved(given, Choices(versions=versions_given, lines=ALL))


def test_viewers_save_nothing_and_strangers_undo_nothing(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    viewer = given.reviewer("Eve", Role.VIEWER)
    save = saved(given)

    with pytest.raises(NotAllowed):
        versions.save_versions(given.store, viewer, topic_id(given), save.choices, note="",
                               seen="", key="", at=NOON)
    with pytest.raises(NotFound):
        versions.undo_versions(given.store, given.reviewer("Bo"), save.id, at=NOON)


def test_a_pair_of_another_topic_is_not_answered_here(
    given: Given, claims: tuple[Claim, ...],
) -> None:
    given.store.topics.propose(given.case().id, [
        Topic(label="First", reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value="x", version=1) for claim in claims[:3])),
        Topic(label="Second", reason=Reason.DATE, answers=tuple(
            Answer(claim_id=claim.id, value="y", version=1) for claim in claims)),
    ])
    second = given.store.topics.of_case(given.case().id)[1]

    keys = ground_of(given.store, given.reviewer(), second.id).keys

    assert first_pair(given).key not in keys
    assert len(keys) == 5
