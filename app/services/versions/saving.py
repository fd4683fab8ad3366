"""Saving a reviewer's versions as one tag for each pair behind them, and taking that back."""

from datetime import datetime
from typing import NamedTuple

from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.pairs import Finding, PairKey, Relation, Strength, Suggestion
from app.domain.people import Reviewer
from app.domain.versions import Choices, Line
from app.services import ordering
from app.services.reviewing import LONGEST_NOTE
from app.services.typed import keepable
from app.services.versions.ground import Ground, ground_of
from app.services.versions.plan import Plan, plan_of
from app.store.audit import Did
from app.store.session import Store
from app.store.tags import Given
from app.store.version_saves import VersionSave

_BY_PEOPLE = "set by a person"
"""Stands where other suggestions name the version of the engine."""


class Undone(NamedTuple):
    """A save that was taken back; `stayed` counts pairs that were answered again since, or
    settled."""

    save: VersionSave
    stayed: int


def save_versions(
    store: Store,
    reviewer: Reviewer,
    topic_id: int,
    chosen: Choices,
    *,
    note: str,
    seen: str,
    key: str,
    at: datetime,
) -> VersionSave:
    """Give each pair of the topic the tag that follows from the choices, all in one save.

    Claims never set against each other become pairs. `seen` is the state that the page showed,
    `key` names the form, so that the same form sent twice saves once. Raises Conflict if the
    topic has changed, and Invalid, by line, where an answer is missing; then nothing is written.
    """
    _demand_part(reviewer)
    case = store.cases.hold(store.pages.one_topic.head(topic_id).case_id)
    first = store.version_saves.with_key(reviewer.id, key) if key else None
    if first is not None:
        return first
    note = keepable("note", note, longest=LONGEST_NOTE)
    ground = ground_of(store, reviewer, topic_id)
    if ground.state != seen:
        raise Conflict(
            "This topic has changed since you opened it. Nothing was saved; "
            "your choices are still here, look at them again.")
    plan = plan_of(ground, chosen)
    _demand_all(plan)
    save_id = store.version_saves.add(topic_id, reviewer.id, _used(ground, chosen), at=at,
                                      form_key=key or None)
    new = _make(store, reviewer, ground, plan, at=at)
    _tag(store, reviewer, save_id, ground, plan, note=note, at=at)
    store.audit.add(
        Did.SAVED_VERSIONS, at=at, by=reviewer.id, case_id=case.id, save=save_id, topic=topic_id,
        label=ground.topic.label, pairs=len(plan.write), new=new)
    return store.version_saves.get(save_id)


def undo_versions(store: Store, reviewer: Reviewer, save_id: int, *, at: datetime) -> Undone:
    """Take a save back with all its tags; what stood before them stands again.

    A pair that was answered again since, or settled, stays as it is. A save that was taken back
    already stays so. Raises NotFound for a save of somebody else.
    """
    _demand_part(reviewer)
    save = store.version_saves.get(save_id)
    if save.reviewer_id != reviewer.id:
        raise NotFound("Nothing was saved under this number.")
    topic = store.pages.one_topic.head(save.topic_id)
    store.cases.hold(topic.case_id)
    save = store.version_saves.get(save_id)
    if save.is_undone:
        return Undone(save, 0)
    tagged = store.version_saves.tagged(save_id)
    stayed = sum(not _take_back(store, reviewer, pair_id, tag_id, at)
                 for pair_id, tag_id in tagged.items())
    store.version_saves.undo(save_id, at=at)
    store.version_saves.take_pairs_back(save_id, topic.case_id)
    store.audit.add(
        Did.UNDID_VERSIONS, at=at, by=reviewer.id, case_id=topic.case_id, save=save_id,
        topic=topic.id, label=topic.label, pairs=len(tagged) - stayed)
    return Undone(store.version_saves.get(save_id), stayed)


def field_of(line: Line) -> str:
    """The name of the field that answers a line."""
    return f"r-{line[0]}-{line[1]}"


def _demand_part(reviewer: Reviewer) -> None:
    if not reviewer.may_tag:
        raise NotAllowed("Viewers read; ask an admin for the role of a reviewer to tag pairs.")


def _demand_all(plan: Plan) -> None:
    if plan.missing:
        raise Invalid({field_of(line): f"Choose how versions {line[0]} and {line[1]} relate"
                       for line in plan.missing})


def _used(ground: Ground, chosen: Choices) -> Choices:
    """The choices without answers for versions that no pair is of."""
    lines = {line for key in ground.keys if (line := chosen.line_of(key)) is not None}
    return Choices(versions=chosen.versions, lines={
        line: relation for line, relation in chosen.lines.items() if line in lines})


def _make(store: Store, reviewer: Reviewer, ground: Ground, plan: Plan, *, at: datetime) -> int:
    """Make the pairs that were none; how many."""
    wanted = {key for key, _ in plan.write} & set(ground.new)
    if wanted:
        store.version_saves.set_pairs(
            ground.topic.id, ground.topic.case_id,
            {key: _suggestion(ground, key) for key in sorted(wanted)}, by=reviewer.id, at=at)
    return len(wanted)


def _suggestion(ground: Ground, key: PairKey) -> Suggestion:
    """What stands where the machine found nothing to say: both answer one question."""
    topic = ground.topic
    value = {claim.id: claim.value for claim in ground.claims}
    found = Finding(
        reason=topic.reason, relation=Relation.RELATED, strength=Strength.FRAMING,
        because=f"Both answer “{topic.label}”; a person set them against each other.",
        what=topic.label, reading="Set against each other by a person",
        first_value=value[key.first], second_value=value[key.second])
    return Suggestion(relation=Relation.RELATED, strength=Strength.FRAMING, score=0.0,
                      findings=(found,), engine=_BY_PEOPLE, keys=(topic.label,))


def _tag(
    store: Store, reviewer: Reviewer, save_id: int, ground: Ground, plan: Plan, *, note: str,
    at: datetime,
) -> None:
    ids = {key: pair.id for key, pair in ground.pairs.items()}
    if any(key not in ids for key, _ in plan.write):
        ids |= {pair.key: pair.id
                for pair in store.pages.one_topic.between(ground.topic.id, reviewer.id)}
    given = [store.tags.append(ids[key], reviewer.id, relation, note=note, at=at)
             for key, relation in plan.write]
    store.version_saves.mark(save_id, [tag.id for tag in given])
    for tag in given:
        store.tags.unskip(tag.pair_id, reviewer.id)
        store.tags.forget_draft(tag.pair_id, reviewer.id)
        ordering.after_tag(store, reviewer.id, tag.id)


def _take_back(
    store: Store, reviewer: Reviewer, pair_id: int, tag_id: int, at: datetime,
) -> bool:
    """Take one tag back if it is the reviewer's newest on the pair; whether it was."""
    answers = store.tags.by(pair_id, reviewer.id)
    if store.tags.settlement(pair_id) is not None or answers[-1].tag.id != tag_id:
        return False
    before = _standing(answers[:-1])
    store.tags.append(
        pair_id, reviewer.id, before.tag.relation if before else None,
        note=before.tag.note if before else "", at=at, undoes=tag_id)
    return True


def _standing(answers: list[Given]) -> Given | None:
    """The answer that counted after all these; None if none did."""
    return answers[-1] if answers and answers[-1].tag.relation is not None else None
