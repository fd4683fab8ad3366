"""What people do to topics, replayed over what the machine proposes.

The machine proposes topics anew with each run; people name, merge, split, order and make them.
Neither is ever written into the other: the topics that everybody sees are worked out from the
newest proposals and from all edits that stand, in the order in which they were made. So an edit
outlasts every run, and taking it back is leaving it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.domain.pairs import Reason
from app.domain.topics import Answer

_ALIKE = 1 / 3
"""Share of common claims (of all that either has) from which on two proposals are the same."""


class Deed(StrEnum):
    """What somebody did to topics in one save."""

    RENAMED = "renamed"
    MERGED = "merged"
    MOVED = "moved"
    SPLIT = "split"
    MADE = "made"
    ORDERED = "ordered"


class PartKind(StrEnum):
    """A step of a deed: name a topic; give all claims of a topic to another; give one claim to
    another topic (or, without a topic to leave, add it); let a topic stand before or after
    another."""

    NAME = "name"
    MERGE = "merge"
    MOVE = "move"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One step. `words` is the name that is given, or the value that a moved claim brings.

    MERGE and MOVE go from `topic_id` to `to_topic_id`; a MOVE without `topic_id` adds the claim.
    BEFORE and AFTER put `topic_id` beside `to_topic_id`.
    """

    kind: PartKind
    topic_id: int | None = None
    to_topic_id: int | None = None
    claim_id: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEdit:
    """What one reviewer did in one save. Append-only: undoing adds to it."""

    id: int
    case_id: int
    did: Deed
    reviewer_id: int
    made_at: datetime
    parts: tuple[Part, ...]
    undone_by: int | None = None
    undone_at: datetime | None = None

    @property
    def topic_ids(self) -> frozenset[int]:
        """The topics that it changed; one that only moved up or down is not changed."""
        return frozenset(
            each for part in self.parts if part.kind not in {PartKind.BEFORE, PartKind.AFTER}
            for each in (part.topic_id, part.to_topic_id) if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A topic as the machine proposed it, and the topic that it is at home in."""

    id: int
    topic_id: int
    label: str
    reason: Reason
    answers: tuple[Answer, ...]


class Told(NamedTuple):
    """Who tells a claim, and its rank in order of publication and place."""

    voice: int
    rank: int


Group = tuple[int, int | str]
"""Answers that tell the same: the proposal that says so (0: people), and its number there."""


class Said(NamedTuple):
    """What a claim answers, and the answers that it tells the same as."""

    value: str
    group: Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """A topic after all edits, with what each claim says."""

    label: str
    reason: Reason
    said: dict[int, Said]


def standing(edits: Iterable[TopicEdit]) -> Iterator[Part]:
    """The steps of all edits that were not taken back, in the order in which they were made."""
    for edit in edits:
        if edit.undone_at is None:
            yield from edit.parts


def arranged(
    proposed: Sequence[Proposed], made: Mapping[int, Reason], parts: Iterable[Part],
) -> dict[int, Arranged]:
    """Every topic by its id, in the order in which they stand; some have no claims left.

    `proposed` in the machine's order, `made` the topics that people made (the edit that made one
    names it), `parts` what people did, in order; see `standing`.
    """
    found: dict[int, Arranged] = {}
    for one in proposed:
        topic = found.setdefault(
            one.topic_id, Arranged(label=one.label, reason=one.reason, said={}))
        for answer in one.answers:
            topic.said.setdefault(
                answer.claim_id, Said(answer.value, (one.id, answer.version)))
    for topic_id, reason in made.items():
        found.setdefault(topic_id, Arranged(label="", reason=reason, said={}))
    order = list(found)
    for part in parts:
        _take(part, found, order)
    return {topic_id: found[topic_id] for topic_id in order}


def _take(part: Part, found: dict[int, Arranged], order: list[int]) -> None:
    """Do one step. What a run of the machine or another undo left nothing of is passed over."""
    topic = found.get(part.topic_id or 0)
    other = found.get(part.to_topic_id or 0)
    if part.kind is PartKind.NAME and topic is not None:
        found[part.topic_id or 0] = replace(topic, label=part.words)
    elif part.kind is PartKind.MERGE and topic is not None and other is not None:
        other.said.update({claim: said for claim, said in topic.said.items()
                           if claim not in other.said})
        topic.said.clear()
    elif part.kind is PartKind.MOVE and other is not None and part.claim_id is not None:
        left = topic.said.pop(part.claim_id, None) if topic is not None else None
        value = left.value if left is not None else part.words
        other.said.setdefault(part.claim_id, Said(value, (0, value.casefold())))
    elif topic is not None and other is not None and topic is not other:
        order.remove(part.topic_id or 0)
        at = order.index(part.to_topic_id or 0)
        order.insert(at + (part.kind is PartKind.AFTER), part.topic_id or 0)


def numbered(said: Mapping[int, Said], told: Mapping[int, Told]) -> tuple[Answer, ...]:
    """The answers of a topic in order of publication, versions counted from 1 without a gap.

    1 is the version that most voices tell, of equals the earliest. Claims that are not in
    `told` (nobody reads them any more) are left out.
    """
    claims = sorted((claim for claim in said if claim in told), key=lambda one: told[one].rank)
    same = _same_groups([said[claim] for claim in claims])
    voices: dict[Group, set[int]] = defaultdict(set)
    first: dict[Group, int] = {}
    for claim in claims:
        group = same[said[claim].group]
        voices[group].add(told[claim].voice)
        first.setdefault(group, told[claim].rank)
    ranked = sorted(voices, key=lambda group: (-len(voices[group]), first[group]))
    number = {group: at for at, group in enumerate(ranked, start=1)}
    return tuple(Answer(claim_id=claim, value=said[claim].value,
                        version=number[same[said[claim].group]]) for claim in claims)


def _same_groups(said: Sequence[Said]) -> dict[Group, Group]:
    """Each group with the one that it is counted as: groups of different origin that hold the
    same value are one."""
    same: dict[Group, Group] = {}
    by_value: dict[str, list[Group]] = defaultdict(list)
    for one in said:
        if one.group in same:
            continue
        value = one.value.casefold()
        twin = next((group for group in by_value[value] if group[0] != one.group[0]), None)
        same[one.group] = same[twin] if twin is not None else one.group
        by_value[value].append(one.group)
    return same


class Known(NamedTuple):
    """What a topic is known again by: its label, its reason and its claims."""

    label: str
    reason: Reason
    claims: frozenset[int]


def known_again(old: Mapping[int, Known], new: Sequence[Known]) -> dict[int, int]:
    """Which of the new proposals (by place) is which of the old ones (by id); each at most once.

    First those of the same name that share a claim, then those that share a good part of their
    claims, and last those of the same name alone: then the claims were read anew.
    """
    near = _Near(old)
    ways = sorted(
        (_tier(old[known], one), -_alike(old[known], one), at, known)
        for at, one in enumerate(new) for known in near.to(one))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for tier, _, at, known in ways:
        if tier != _FAR and at not in found and known not in taken:
            found[at] = known
            taken.add(known)
    return found


class _Near:
    """Old proposals by what they might be known again by."""

    def __init__(self, old: Mapping[int, Known]) -> None:
        self._by_claim: dict[int, list[int]] = defaultdict(list)
        self._by_name: dict[tuple[str, Reason], list[int]] = defaultdict(list)
        for known, one in old.items():
            self._by_name[one.label, one.reason].append(known)
            for claim in one.claims:
                self._by_claim[claim].append(known)

    def to(self, one: Known) -> set[int]:
        """Those that share a claim or the name."""
        return {*self._by_name[one.label, one.reason],
                *(known for claim in one.claims for known in self._by_claim[claim])}


_FAR = 9


def _tier(one: Known, other: Known) -> int:
    is_same_name = (one.label, one.reason) == (other.label, other.reason)
    likeness = _alike(one, other)
    if is_same_name:
        return 0 if likeness else 2
    return 1 if likeness >= _ALIKE else _FAR


def _alike(one: Known, other: Known) -> float:
    common = len(one.claims & other.claims)
    return common / max(len(one.claims | other.claims), 1)
