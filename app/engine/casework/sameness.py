"""Whether two figures are of one thing, and so surely that they clash where they differ."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

from app.domain.claims import Modality
from app.engine import lexicon
from app.engine.casework.amounts import Asked
from app.engine.casework.occasions import elsewhere, in_other_places, opening, rounds
from app.engine.casework.questions import Answered
from app.engine.casework.senses import sense
from app.engine.casework.slips import slip
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.units import UNITS
from app.engine.lexicon import NUMBER_WORDS
from app.engine.listing import listed

_ONE_NOUN = {"municipality": "city", "house": "home", "household": "home", "resident": "people",
             "person": "people", "man": "man", "robber": "man", "thief": "man"}


def nouns(thing: str) -> Iterator[Hashable]:
    """The noun and its synonym groups: figures of one of them may be of one thing."""
    yield _ONE_NOUN.get(thing, thing)
    yield from lexicon.groups(thing, thing)


_ANYBODY = frozenset({"people", "person", "resident", "man", "woman", "child", "thing", "time",
                      "member", "part"})
"""Nouns that count too many things for two counts of them to clash by themselves."""

class Figures:
    """Which figures each article tells of a thing: a thing that it counts once is not easily
    confused with another."""

    def __init__(self, answers: Sequence[Answered]) -> None:
        self._told: dict[tuple[int, frozenset[int], str, Hashable], set[float]] = defaultdict(set)
        for answer in answers:
            for key in _things(answer.meant):
                self._told[answer.told.article, answer.told.years, answer.meant.measure, key].add(
                    answer.meant.amount.low)

    def are_alone(self, one: Answered, other: Answered) -> bool:
        """Each article has but one figure of the thing."""
        return all(len(self._of(side)) == 1 for side in (one, other)) and (
            one.meant.measure != "count" or not {one.meant.thing, other.meant.thing} & _ANYBODY)

    def are_apart(self, one: Answered, other: Answered) -> bool:
        """Neither article has the figure of the other."""
        return (other.meant.amount.low not in self._of(one)
                and one.meant.amount.low not in self._of(other))

    def _of(self, answer: Answered) -> set[float]:
        return set().union(*(
            self._told[answer.told.article, answer.told.years, answer.meant.measure, key]
            for key in _things(answer.meant)))


def _things(asked: Asked) -> Iterator[Hashable]:
    """The noun counted; the currency, the measure by itself."""
    if asked.measure == "count" and asked.thing:
        yield from nouns(asked.thing)
    else:
        yield asked.amount.currency


MEASURES = frozenset({"length", "area", "weight", "speed", "volume", "power"})


def same_thing(case: CaseWords, one: Answered, other: Answered, known: "Figures") -> bool:
    """Both figures may be of one thing: one role, or one noun or measure in like surroundings."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    if (one.told.id == other.told.id or ours.measure != theirs.measure
            or not case.one_event(one.told, other.told) or not one.told.of_one_time(other.told)):
        return False
    if ours.role != theirs.role and ((ours.role and theirs.role) or ours.measure == "count"):
        return False
    if ours.per and theirs.per and ours.per != theirs.per:
        return False
    if ours.role and ours.role == theirs.role:
        return ours.new == theirs.new
    if ours.thing and theirs.thing and ours.measure == "count":
        return _are_people_exchanged(ours, theirs) or (
            ours.new == theirs.new and not set(nouns(ours.thing)).isdisjoint(nouns(theirs.thing)))
    return _in_like_words(case, one, other, known)


PERSONS = _ANYBODY - {"thing", "time", "part"} | listed(
    "student pupil worker employee passenger patient customer resident homeowner household family "
    "voter protester visitor teacher migrant refugee soldier officer villager citizen")


def in_order(figure: float) -> str:
    """The digits of a figure, sorted: those of a slip of the pen are the same."""
    return "".join(sorted(f"{figure:g}".replace(".", "")))


_MANY_DIGITS = 4


def _are_people_exchanged(ours: Asked, theirs: Asked) -> bool:
    """"1,350 students", "1,530 children": people go by many nouns, and four digits in another
    order are hardly chance."""
    return {ours.thing, theirs.thing} <= PERSONS and ours.amount.low != theirs.amount.low and (
        len(f"{ours.amount.low:g}".rstrip("0")) >= _MANY_DIGITS - 1) and (
        ours.amount.low >= 10 ** (_MANY_DIGITS - 1)) and (
        in_order(ours.amount.low) == in_order(theirs.amount.low))


def _in_like_words(case: CaseWords, one: Answered, other: Answered, known: "Figures") -> bool:
    common = _common(case, one, other)
    if is_slip(one, other, known):
        return len(case.shared(one.told, other.told) - {one.meant.thing, other.meant.thing}) > 0
    if one.meant.measure in MEASURES and known.are_alone(one, other):
        return bool(common)
    if bool(one.meant.role) != bool(other.meant.role):
        return len(common) > 1
    return bool(_near(one.meant, other.meant)) or len(common) > (one.meant.measure != "percent")


def _near(ours: Asked, theirs: Asked) -> frozenset[str]:
    """Words next to both figures, their nouns and units left out."""
    without = {ours.thing, theirs.thing}
    return frozenset([stem for word, stem in _telling(ours.local) if word not in without]
                     ).intersection([stem for word, stem in _stems(theirs.local)
                                     if word not in without])


@lru_cache(maxsize=4096)
def _stems(local: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Words with their stems."""
    return tuple((word, stem(word)) for word in local)


@lru_cache(maxsize=4096)
def _telling(local: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Words that tell two figures apart, with their stems."""
    return tuple((word, stem) for word, stem in _stems(local)
                 if word not in UNITS and word not in _SAY_LITTLE and not word.isdecimal()
                 and word not in NUMBER_WORDS)


def _common(case: CaseWords, one: Answered, other: Answered) -> frozenset[str]:
    """Stems of rare words that both claims have, nouns and units left out."""
    without = {one.meant.thing, other.meant.thing}
    ours, theirs = ({stem(word) for word in side.told.words - _NOUNS - case.rarity.common - without}
                    for side in (one, other))
    return frozenset(ours & theirs)


_STEM = 6


def stem(word: str) -> str:
    """The start of a long word: "vaccinate" and "vaccination" are one."""
    return word[:_STEM]


_SAY_LITTLE = frozenset({"percent", "point", "percentage", "million", "billion", "year", "day",
                         "month", "week", "time", "people", "say", "rise", "fall", "up", "down",
                         "more", "new", "dollar", "pound", "euro", "cent", "be", "have", "the",
                         "a", "of", "to", "in", "on", "at", "for", "by", "with", "from", "it",
                         "its", "their", "as", "that", "this", "will", "an", "his", "her", "he",
                         "she", "they", "about", "between", "into", "over", "worth", "offer",
                         "demand", "agree", "get", "make", "take", "give", "than", "only", "per",
                         "long", "high", "tall", "wide", "deep", "length", "height",
                         "weigh", "weight", "minute", "hour", "second", "decade", "century", "last",
                         "around", "some", "nearly", "least", "all", "one", "two", "not"})
_NOUNS = frozenset(UNITS) | _SAY_LITTLE
_UNLIKE = ({"day", "running"}, {"day", "span"}, {"running", "span"})


def is_firm(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    """The figures are so surely of one thing that they clash where they differ."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    slipped = is_slip(one, other, known)
    if not ours.role and not (ours.per and ours.per == theirs.per) and (
            ours.amount.low != theirs.amount.low) and (
            not known.are_apart(one, other)):
        return False
    if _of_other_things(case, one, other) or _of_others(ours, theirs) or (
            not slipped and _may_move(one, other)):
        return False
    if (ours.role and ours.role == theirs.role) or _are_people_exchanged(ours, theirs):
        return True
    if slipped:
        counted = ours.measure == "count" and not {ours.thing, theirs.thing} & _ANYBODY
        return counted or bool(_near(ours, theirs) or _common(case, one, other))
    if known.are_alone(one, other) and _are_close(ours, theirs):
        return True
    return _alike(case, one, other) and (_of_one_act(ours, theirs) or (
        known.are_alone(one, other) and _are_within(ours, theirs, _ALIKE)))


def _are_close(ours: Asked, theirs: Asked) -> bool:
    """Two counts of a thing that differ by little ("38 branches", "36 branches"): where each
    article counts it once they are hardly of two things."""
    return ours.measure == "count" and ours.amount.low >= _SEVERAL and (
        _are_within(ours, theirs, _CLOSE))


def _are_within(ours: Asked, theirs: Asked, factor: float) -> bool:
    low, high = sorted((ours.amount.low, theirs.amount.low))
    return high <= low * factor


_SEVERAL, _CLOSE, _ALIKE = 10, 1.25, 4.0
"""How many are worth a second count; how far two counts of one thing lie from each other where
the words say little, and where they say that another thing is done to it."""


def _of_other_things(case: CaseWords, one: Answered, other: Answered) -> bool:
    """One claim tells of another place or another occasion, another act (offered, demanded), or
    another stretch of time than the other."""
    ours, theirs = one.meant, other.meant
    return (elsewhere(one.told) != elsewhere(other.told)
            or case.is_elsewhere(one.told) != case.is_elsewhere(other.told)
            or bool(ours.acts and theirs.acts and not ours.acts & theirs.acts)
            or {ours.tally, theirs.tally} in _UNLIKE
            or rounds(one.told) != rounds(other.told) or in_other_places(one, other)
            or not opening(one.told) <= other.told.words
            or not opening(other.told) <= one.told.words)


def _may_move(one: Answered, other: Answered) -> bool:
    """A forecast here, what came of it there; a share here, how it has changed there."""
    ours, theirs = one.meant, other.meant
    if ours.measure == "percent":
        return bool(ours.way) != bool(theirs.way) and ours.amount.points == theirs.amount.points
    return ours.measure not in _PRICED and _one_is_ahead(one.told, other.told)


def is_slip(one: Answered, other: Answered, known: Figures) -> bool:
    """A slip of the pen would turn one figure into the other, and neither article tells both."""
    ours, theirs = one.meant.amount, other.meant.amount
    return bool(slip(ours.low, theirs.low)) and known.are_apart(one, other)


def _of_one_act(ours: Asked, theirs: Asked) -> bool:
    """The same was done to the things, as far as the clauses say it."""
    if not ours.verbs or not theirs.verbs or (ours.per and ours.per == theirs.per) or (
            ours.base and ours.base == theirs.base and ours.names & theirs.names):
        return True
    return any(sense(one, other) >= _LIKE_VERB for one in ours.verbs for other in theirs.verbs)


def _of_others(ours: Asked, theirs: Asked) -> bool:
    """Two clauses that name other people or places, a part and a whole, or what a figure was
    before and what it is now."""
    return ((bool(ours.names and theirs.names) and ours.names.isdisjoint(theirs.names))
            or ours.part != theirs.part or ours.former != theirs.former
            or (ours.change != theirs.change and ours.measure == "count"))


_LIKE_VERB = 0.4
"""How near in sense what was done to the things counted must be: "bury" is a kind of "cover"."""


def _one_is_ahead(one: Told, other: Told) -> bool:
    """A forecast or a plan here, what came of it there."""
    ours, theirs = (told.side.claim.modality in _AHEAD for told in (one, other))
    return ours != theirs and one.published_on != other.published_on


_PRICED = frozenset({"money", "percent", "duration"})
_AHEAD = frozenset({Modality.WILL, Modality.LIKELY, Modality.COULD, Modality.SHOULD})


def _alike(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Enough of the words around the figures is the same, more where anybody is counted."""
    ours: Asked = one.meant
    theirs: Asked = other.meant
    near = _near(ours, theirs)
    shared = _common(case, one, other)
    if ours.measure == "count":
        if ours.thing in _ANYBODY and theirs.thing in _ANYBODY:
            return len(near) > 1
        return bool(near) or len(shared) > 1
    if ours.measure in MEASURES or (ours.way and ours.way == theirs.way):
        return bool(shared)
    return bool(near) and (len(shared) > 0 or bool(ours.per and ours.per == theirs.per))
