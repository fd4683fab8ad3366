"""Whether what is told of a whole leaves room for what is told of a part.

It does not where the same is told of fewer than all, or where some fare otherwise; the two must be
taken of one group and hold of one time, as far as what is told may change or spread in time.
"""

from enum import Enum, auto
from typing import NamedTuple

from app.domain.claims import Modality
from app.engine import lexicon
from app.engine.casework.fates import Fate
from app.engine.casework.members import Members
from app.engine.casework.occasions import elsewhere, in_other_places, rounds
from app.engine.casework.openings import Extent
from app.engine.casework.portions import KIN, Portion
from app.engine.casework.questions import Answered
from app.engine.casework.things import PERSONS, nouns
from app.engine.casework.told import CaseWords
from app.engine.listing import listed


class Share(NamedTuple):
    """A portion with the words near it that a pronoun may stand for, and how many its group is
    said to have by any claim of the event (0 where none says)."""

    portion: Portion
    near: frozenset[str]
    most: float = 0.0


_ONE_NOUN = {"count": "charge", "departure": "flight", "pupil": "student"}


def noun(head: str) -> str:
    """The noun that stands for those which the press uses for one thing."""
    return _ONE_NOUN.get(head, head)


def cannot_both_be(case: CaseWords, one: Answered, other: Answered) -> bool:
    """`one` tells of all, of none or only of some: it leaves no room for `other`."""
    ours, theirs = one.meant.portion, other.meant.portion
    if _are_others(ours, theirs) or not _may_meet(case, one, other):
        return False
    group = _group(one, other)
    if group is _Group.NONE:
        return False
    contrary = _contrary(ours, theirs)
    same = contrary is None and _is_same_deed(ours, theirs)
    most = other.meant.most if group is _Group.SURE else 0.0
    return _clash(ours, theirs, same=same, contrary=contrary is not None, most=most) and (
        _of_one_time(one, other) if contrary is None else _beside(one, other, contrary))


def _may_meet(case: CaseWords, one: Answered, other: Answered) -> bool:
    return (case.one_event(one.told, other.told) and one.told.of_one_time(other.told)
            and elsewhere(one.told) == elsewhere(other.told)
            and rounds(one.told) == rounds(other.told) and not in_other_places(one, other))


class _Group(Enum):
    """How surely two portions are taken of one group."""

    NONE = auto()
    MAYBE = auto()
    SURE = auto()


def _group(one: Answered, other: Answered) -> _Group:
    ours, theirs = one.meant.portion.members, other.meant.portion.members
    if ours.names and theirs.names and ours.names.isdisjoint(theirs.names):
        return _Group.NONE
    if ours.head and theirs.head:
        if _are_one_noun(ours.head, theirs.head):
            return _Group.NONE if _are_of_other_kinds(ours, theirs) else _Group.SURE
        if ours.whole and ours.whole == theirs.whole:
            return _Group.SURE
        return _Group.MAYBE if _may_be_one(one, other) else _Group.NONE
    if ours.head or theirs.head:
        head, near = (ours.head, other.meant.near) if ours.head else (theirs.head, one.meant.near)
        known = any(_are_one_noun(head, word) for word in near)
    else:
        known = bool(one.meant.near & other.meant.near)
    return _Group.MAYBE if known else _Group.NONE


def _are_one_noun(one: str, other: str) -> bool:
    return not set(nouns(noun(one))).isdisjoint(nouns(noun(other)))


def _may_be_one(one: Answered, other: Answered) -> bool:
    """People by another noun; toddlers among children; what a headline calls otherwise."""
    ours, theirs = one.meant.portion.members, other.meant.portion.members
    heads = {ours.head, theirs.head}
    if heads <= PERSONS and "people" in heads:
        return True
    if one.meant.portion.extent is Extent.ONLY and lexicon.near(ours.head, theirs.head):
        return True
    return one.told.side.claim.in_title and theirs.head in one.meant.near


def _are_others(ours: Portion, theirs: Portion) -> bool:
    """They are told of two people: no name in common, or of the wife of the one."""
    if ours.doers & KIN != theirs.doers & KIN:
        return True
    mine, yours = ours.doers - KIN, theirs.doers - KIN
    return bool(mine and yours) and (
        mine.isdisjoint(yours) or bool(mine - yours and yours - mine))


def _are_of_other_kinds(ours: Members, theirs: Members) -> bool:
    """As the primary and the private schools."""
    return bool(ours.others and theirs.others) and not any(
        a == b or lexicon.synonyms(a, b) for a in ours.others for b in theirs.others)


_GENERAL = listed("vote report announce meet deal pay start end show discover elect make own")
"""Families of which nearly every claim of an event may tell."""


def _is_same_deed(ours: Portion, theirs: Portion) -> bool:
    if ours.fates & theirs.fates:
        return True
    return ours.denied == theirs.denied and (
        bool((ours.acts & theirs.acts) - _GENERAL)
        or any(a == b or lexicon.synonyms(a, b) for a in ours.verbs for b in theirs.verbs))


def _contrary(ours: Portion, theirs: Portion) -> Fate | None:
    """The fate that the first tells where the other tells what becomes of the others."""
    if ours.fates & theirs.fates:
        return None
    return next((fate for fate in sorted(ours.fates) if fate.contrary in theirs.fates), None)


def _clash(ours: Portion, theirs: Portion, *, same: bool, contrary: bool, most: float) -> bool:
    """What is told of the whole leaves no room for what is told of the part."""
    against = theirs.extent
    if ours.extent is Extent.ALL:
        if ours.members.limit and theirs.members.limit != ours.members.limit:
            return False
        if contrary:
            return against in {Extent.PART, Extent.COUNT}
        return same and (_is_part(ours, theirs, most) or against in _LESS)
    if ours.extent is Extent.NONE:
        return same and against in {Extent.PART, Extent.COUNT} and theirs.many != 0
    if against is Extent.LIMITED:
        return same and ours.members.limit != theirs.members.limit
    return same and against is Extent.ALL


_LESS = frozenset({Extent.NONE, Extent.LIMITED, Extent.ONLY})


def _is_part(ours: Portion, theirs: Portion, most: float) -> bool:
    """What is told of fewer than all; `most` is how many there are."""
    if theirs.extent is Extent.PART:
        return theirs.share is None or theirs.share < 1
    return (theirs.extent is Extent.COUNT and theirs.many is not None
            and theirs.many < (ours.members.whole or most if most else 0.0))


_PLANS = frozenset({Modality.WILL, Modality.SHOULD, Modality.COULD, Modality.LIKELY})


def _is_planned(one: Answered) -> bool:
    return one.told.side.claim.modality in _PLANS


def _of_one_time(one: Answered, other: Answered) -> bool:
    """The same is told of all and of some, and neither what comes after nor a part that grew into
    the whole since."""
    if _is_planned(one) != _is_planned(other):
        return _is_planned(other) or not _is_later(other, one)
    if _order(one, other):
        return False
    return not (_is_later(one, other) and _grows(one.meant.portion, other.meant.portion))


def _beside(one: Answered, other: Answered, contrary: Fate) -> bool:
    """All fare so and some otherwise at one time, as far as a fate may change."""
    if _is_planned(one) != _is_planned(other):
        return contrary.changes != "either" if _is_planned(other) else not _is_later(other, one)
    order = _order(one, other)
    if order:
        return contrary.changes == "onward" and contrary.first and order > 0
    if not _EARLIER.isdisjoint(one.told.forms | other.told.forms):
        return False
    if _is_planned(one) and one.told.published_on != other.told.published_on:
        return False
    if contrary.changes == "onward" and contrary.first:
        return not _STILL.isdisjoint(other.told.forms)
    return contrary.changes == "fixed" or not _is_later(other, one)


def _order(one: Answered, other: Answered) -> int:
    """1 where the days of the other all come after those of the first, -1 before; 0 where they
    share one or tell none."""
    mine, yours = one.told.days(), other.told.days()
    if not mine or not yours:
        return 0
    if max(last for _, last, _ in mine) < min(first for first, _, _ in yours):
        return 1
    return -(max(last for _, last, _ in yours) < min(first for first, _, _ in mine))


def _grows(ours: Portion, theirs: Portion) -> bool:
    """What is done to one after the other, so that a part becomes the whole in time."""
    return bool((ours.acts | theirs.acts) & _GROWING) or any(
        fate.changes == "onward" for fate in ours.fates & theirs.fates)


_GROWING = listed("arrest rescue evacuate discover die kill free repair vaccinate charge treat "
                  "arrive infect missing")
_EARLIER = listed("before until earlier previously originally initially again")
_STILL = listed("still remain remains remained stay stays stayed keep keeps kept retain retains "
                "yet remaining")


def _is_later(one: Answered, other: Answered) -> bool:
    ours, theirs = one.told.published_on, other.told.published_on
    return ours is not None and theirs is not None and ours > theirs
