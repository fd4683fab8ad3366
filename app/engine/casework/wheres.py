"""Where it was: one happening told in two places."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from app.domain.facts import FactKind
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.happenings import WIDE
from app.engine.casework.occasions import elsewhere
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import fold

_PLACE = re.compile(r"\b(?:in|at|near|outside|on)(?: the)?(?: \w+ of)? "
                    r"(?P<place>(?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,3})")
_OF_PLACES = listed("county city town district street road lane avenue square market park bridge "
                       "hall upper lower north south east west old new inner outer central saint "
                       "the greater port lake river valley mount island university school")
_SIDES = ({"upper", "lower"}, {"north", "south", "east", "west"}, {"old", "new"},
          {"inner", "outer"})
_NOT_PLACES = listed("monday tuesday wednesday thursday friday saturday sunday january february "
                        "march april may june july august september october november december gmt "
                        "utc")


_WORD = re.compile(r"[\w-]+")


class PlaceName(NamedTuple):
    """The words of a place, folded, in order."""

    words: tuple[str, ...]

    @property
    def core(self) -> frozenset[str]:
        """The words that name it, without its kind and its side."""
        return frozenset(self.words) - _OF_PLACES

    def excludes(self, other: "PlaceName") -> bool:
        """Another place: another name, or the other side of one name."""
        mine, yours = self.core, other.core
        if mine and yours and mine.isdisjoint(yours):
            return True
        ours, theirs = set(self.words), set(other.words)
        return any(ours & side and theirs & side and ours & side != theirs & side
                   for side in _SIDES)


def ask(case: CaseWords) -> list[Question]:
    """One question a happening that two claims place. Two articles that both name both places
    go from place to place: there each tells of a happening of its own."""
    answers = [one for told in case.told for one in _read(told)]
    keys = aspects.keys_of(case, answers, _LEAST)
    answers = aspects.mixed(answers, keys, lambda one: one.meant.words)
    named: dict[int, set[frozenset[str]]] = defaultdict(set)
    for answer in answers:
        named[answer.told.article].add(answer.meant.core)

    @cache
    def nested() -> Nested:
        return _nested(case)

    def belong(one: Answered, other: Answered) -> bool:
        return aspects.of_one_matter(case, one, other, _LEAST) and _tight(one, other)

    def compare(one: Answered, other: Answered) -> Finding | None:
        ours, theirs = one.meant.core, other.meant.core
        if ours != theirs and theirs in named[one.told.article] and (
                ours in named[other.told.article]):
            return None
        return _compare(one, other, nested) if belong(one, other) else None

    return [Question(label="Place", reason=Reason.DETAIL, answers=tuple(group), compare=compare,
                     open=True)
            for group in grouped(answers, belong, lambda one: keys[id(one)])]


def _read(told: Told) -> Iterator[Answered]:
    """The one place of a claim; places of a claim that names several are not told apart."""
    found = [match for match in _PLACE.finditer(told.side.text)
             if _NOT_PLACES.isdisjoint(fold(match["place"]).split())]
    if len(found) != 1:
        return
    people = {fold(word) for fact in told.facts(FactKind.PERSON)
              for word in fact.surface.split()}
    if not people.isdisjoint(fold(found[0]["place"]).split()):
        return
    words = tuple(_WORD.findall(fold(found[0]["place"]).replace("'s", "")))
    if words and " ".join(words) not in WIDE:
        yield aspects.answer(told, found[0], PlaceName(words), group="place")


Nested = frozenset[frozenset[str]]


def _nested(case: CaseWords) -> Nested:
    """Places that some claim names together: one may lie in the other."""
    together: set[frozenset[str]] = set()
    for told in case.told:
        named = [match["place"] for match in _PLACE.finditer(told.side.text)]
        named += [fact.surface for fact in told.facts(FactKind.PLACE)]
        names = {fold(word) for words in set(named) for word in _WORD.findall(words)} - _OF_PLACES
        if 1 < len(names) < _TOO_MANY:
            together.update(map(frozenset, combinations(names, 2)))
    return frozenset(together)


_LEAST = 0.6
_TOO_MANY = 8


def _tight(one: Answered, other: Answered) -> bool:
    """Both claims are short of other words: nothing else can be what they are about."""
    own = one.own | other.own
    ours, theirs = one.told.words - own, other.told.words - own
    return (len(ours & theirs) >= 0.45 * max(len(ours), len(theirs))
            and not _figures_differ(one.told, other.told)
            and elsewhere(one.told) == elsewhere(other.told))


def _figures_differ(one: Told, other: Told) -> bool:
    """What is counted in one place is not what is counted in another."""
    ours, theirs = ({token.value for token in told.side.tokens if token.value is not None}
                    for told in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _compare(one: Answered, other: Answered, nested: Callable[[], Nested]) -> Finding | None:
    """Another place, or one place told more or less closely."""
    ours, theirs = one.meant, other.meant
    said = aspects.both(one, other)
    if ours.words == theirs.words:
        return None
    if ours.excludes(theirs):
        if any(frozenset((a, b)) in nested() for a in ours.core for b in theirs.core if a != b):
            return None
        return aspects.clash(one, other, reason=Reason.DETAIL, what="Place",
                             reading="Another place",
                             because=f"{said} are two places.")
    return aspects.accord(one, other, reason=Reason.DETAIL, what="Place",
                          reading="Told more closely",
                          because=f"{said} can be one place, told more or less closely.")
