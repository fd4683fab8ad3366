"""How many, how much, how large: figures that answer one question about one thing."""

from collections.abc import Hashable, Iterator
from functools import lru_cache

from app.domain.claims import Modality
from app.domain.pairs import Reason
from app.engine import lexicon
from app.engine.casework.amounts import Asked, figures
from app.engine.casework.labels import shared_label
from app.engine.casework.measuring import compare_amounts, slip
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.roles import ROLES
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.units import UNITS


def ask(case: CaseWords) -> list[Question]:
    """One question a thing that two claims count or measure."""
    answers = [answer for told in case.told for answer in figures(told)]
    groups = grouped(answers, lambda one, other: _same_thing(case, one, other),
                     lambda one: _keys(case, one))
    return [_question(case, group) for group in groups]


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    """Where a figure may meet others of its kind: its role, its noun, or a word next to it."""
    event, asked = case.event(one.told), one.meant
    if asked.role:
        yield event, asked.measure, asked.role
        return
    if asked.thing and asked.measure == "count":
        for noun in _nouns(asked.thing):
            yield event, asked.measure, noun
        return
    for word in one.told.words:
        if case.is_rare(word):
            yield event, asked.measure, word


def _question(case: CaseWords, group: list[Answered]) -> Question:
    labels = {role: label for role, label, _ in ROLES}
    role, thing = group[0].meant.role, group[0].meant.thing
    fallback = thing.capitalize() or "Figure"
    if not role and thing and group[0].meant.measure == "count":
        label = _plural(group)
    else:
        label = labels.get(role) or shared_label(case, group, fallback, without=UNITS)
    return Question(
        label=label, reason=Reason.NUMBER, answers=tuple(group), inside=True,
        compare=lambda one, other: (
            compare_amounts(one, other, firm=_firm(case, one, other))
            if _same_thing(case, one, other) else None))


def _plural(group: list[Answered]) -> str:
    """The thing counted in the words of an article: "Homes"."""
    words = min((one.value.split()[-1] for one in group if not one.value[-1:].isdecimal()),
                key=lambda word: (not word.endswith("s"), len(word)), default="figure")
    return words.capitalize()


_ONE_NOUN = {"municipality": "city", "house": "home", "household": "home", "resident": "people",
             "person": "people", "man": "man", "robber": "man", "thief": "man"}


def _nouns(thing: str) -> Iterator[Hashable]:
    """The noun and its synonym groups: figures of one of them may be of one thing."""
    yield _ONE_NOUN.get(thing, thing)
    yield from lexicon.groups(thing, thing)


def _same_thing(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Both figures may be of one thing: one role, or one noun or measure in like surroundings."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    if (one.told.id == other.told.id or ours.measure != theirs.measure
            or not case.one_event(one.told, other.told) or not one.told.of_one_time(other.told)):
        return False
    if ours.role != theirs.role and ((ours.role and theirs.role) or ours.measure == "count"):
        return False
    if ours.per != theirs.per and ours.per and theirs.per:
        return False
    if ours.role:
        return ours.new == theirs.new
    if ours.thing and theirs.thing and ours.measure == "count":
        return ours.new == theirs.new and not set(_nouns(ours.thing)).isdisjoint(
            _nouns(theirs.thing))
    return bool(_near(ours, theirs) or len(case.shared(one.told, other.told)) > 1)


def _near(ours: Asked, theirs: Asked) -> frozenset[str]:
    """Words next to both figures, their nouns and units left out."""
    without = {ours.thing, theirs.thing}
    return frozenset([stem for word, stem in _telling(ours.local) if word not in without]
                     ).intersection([stem for word, stem in _stems(theirs.local)
                                     if word not in without])


@lru_cache(maxsize=4096)
def _stems(local: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Words with their stems."""
    return tuple((word, _stem(word)) for word in local)


@lru_cache(maxsize=4096)
def _telling(local: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Words that tell two figures apart, with their stems."""
    return tuple((word, stem) for word, stem in _stems(local)
                 if word not in UNITS and word not in _SAY_LITTLE and not word.isdecimal())


_STEM = 6


def _stem(word: str) -> str:
    """The start of a long word: "vaccinate" and "vaccination" are one."""
    return word[:_STEM] if len(word) > _STEM + 1 else word


_ANYBODY = frozenset({"people", "person", "resident", "man", "woman", "child", "thing", "time",
                      "member", "part"})
"""Nouns that count too many things for two counts of them to clash by themselves."""

_SAY_LITTLE = frozenset({"percent", "point", "percentage", "million", "billion", "year", "day",
                         "month", "week", "time", "people", "say", "rise", "fall", "up", "down",
                         "more", "new", "dollar", "pound", "euro", "cent", "be", "have", "the",
                         "a", "of", "to", "in", "on", "at", "for", "by", "with", "from", "it",
                         "its", "their", "as", "that", "this", "will", "an", "his", "her", "he",
                         "she", "they", "about", "between", "into", "over", "worth", "offer",
                         "demand", "agree", "get", "make", "take", "give", "than", "only", "per",
                         "around", "some", "nearly", "least", "all", "one", "two", "not"})
_UNLIKE = ({"day", "running"}, {"day", "span"}, {"running", "span"})
_ELSEWHERE = frozenset({"second", "another", "similar", "previous", "neighboring", "earlier"})


def _firm(case: CaseWords, one: Answered, other: Answered) -> bool:
    """The figures are so surely of one thing that they clash where they differ."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    if (one.told.forms & _ELSEWHERE) != (other.told.forms & _ELSEWHERE) or (
            case.is_elsewhere(one.told) != case.is_elsewhere(other.told)):
        return False
    if _of_others(ours, theirs) or _one_is_ahead(one.told, other.told):
        return False
    if (ours.acts and theirs.acts and not ours.acts & theirs.acts) or (
            {ours.tally, theirs.tally} in _UNLIKE):
        return False
    if ours.measure == "percent" and (bool(ours.way) != bool(theirs.way)):
        return False
    return bool(ours.role and ours.role == theirs.role) or _alike(case, one, other)


def _of_others(ours: Asked, theirs: Asked) -> bool:
    """Two clauses that name other people or places, a part and a whole, or what a figure was
    before and what it is now."""
    return (bool(ours.names and theirs.names) and ours.names.isdisjoint(theirs.names)
            or ours.part != theirs.part or ours.former != theirs.former)


def _one_is_ahead(one: Told, other: Told) -> bool:
    """A forecast or a plan here, what came of it there."""
    ours, theirs = (told.side.claim.modality in _AHEAD for told in (one, other))
    return ours != theirs and one.published_on != other.published_on


_AHEAD = frozenset({Modality.WILL, Modality.LIKELY, Modality.COULD, Modality.SHOULD})


def _alike(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Enough of the words around the figures is the same: less where a slip of the pen would
    turn one figure into the other, more where anybody is counted."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    near = _near(ours, theirs)
    shared = case.shared(one.told, other.told) - {ours.thing, theirs.thing}
    if slip(ours.amount.low, theirs.amount.low):
        return bool(near) or len(shared) > 1
    if ours.measure == "count":
        if ours.thing in _ANYBODY and theirs.thing in _ANYBODY:
            return len(near) > 1
        return bool(near) or len(shared) > 1 or ours.thing in case.central
    return bool(near) and len(shared) > 0
