"""Where and with what: names and things of one class that stand for each other in one act.

"The tram derailed at Corn Market" and "derailed at Fish Market" tell of one act; what stands in
the place of the other is what differs. Only words that exclude each other are held against each
other: places that no article names together, numbered things, words of one closed class.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.domain.facts import Fact, FactKind
from app.domain.pairs import Finding, Reason
from app.engine import lexicon
from app.engine.casework import aspects
from app.engine.casework.clauses import Clause, clause_of
from app.engine.casework.occasions import elsewhere
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.wheres import PlaceName
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind, fold

_PLACE = re.compile(r"\b(?P<prep>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Ff]rom|[Tt]o|[Ii]nto)"
                    r"(?: the)?"
                    r"(?: (?:\w+ ){1,2}of)? (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_DIRECTIONS = {"from": "from", "to": "to", "into": "to"}
_WAYS = frozenset({"at", "from", "to"})
_KINDS = ("Line", "Route", "Flight", "Gate", "Room", "Platform", "Terminal", "Pier", "Hall",
          "Unit", "Reactor", "Block", "Track", "Highway", "Court", "Ward", "District", "Bus",
          "Tram", "Train", "Car")
_NUMBERED = re.compile(rf"\b(?P<kind>{'|'.join(_KINDS)}) (?P<number>[A-Z]?\d{{1,4}})\b")
_BY_NUMBER = frozenset(kind.lower() for kind in _KINDS) | {"sex"}
_NOT_PLACES = frozenset(lexicon.MONTHS) | frozenset(lexicon.WEEKDAYS)
_CLASSES = frozenset({"season", "meal", "direction"})
_SEX = {"man": "male", "woman": "female", "boy": "male", "girl": "female", "male": "male",
        "female": "female"}
_OTHER_NAMES = (FactKind.LAW, FactKind.ORGANISATION, FactKind.TITLE, FactKind.DATE)
_WORD = re.compile(r"[\w-]+")
_MET = 0.8
_MOST_HELD = 40


class _Slot(NamedTuple):
    """What stands there: its kind (a place by its direction, a class of words, a numbered
    thing), the words that name it, and the clause around it."""

    kind: str
    words: frozenset[str]
    clause: Clause


def ask(case: CaseWords) -> list[Question]:
    """One question an act of which two claims tell another place, thing or number."""
    return questions(_met(case), reason=Reason.DETAIL, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    kind = str(pairs[0][0].meant.kind)
    return "Place" if kind in _WAYS else kind.capitalize()


def _met(case: CaseWords) -> Iterator[Met]:
    slots = [slot for told in case.told for slot in _read(told)]
    named = _named(case)
    held: dict[tuple[int, str], dict[str, list[int]]] = defaultdict(dict)
    for at, one in enumerate(slots):
        of_kind = held[case.event(one.told), one.meant.kind]
        near = [of_kind.setdefault(word, []) for word in _keys(case, one)]
        words = one.meant.words
        for place in sorted(set().union(*[known[-_MOST_HELD:] for known in near])):
            if slots[place].meant.words == words:
                continue
            found = _compare(case, slots[place], one, named)
            if found is not None:
                yield slots[place], one, found
        for known in near:
            known.append(at)


def _keys(case: CaseWords, one: Answered) -> frozenset[str]:
    clause: Clause = one.meant.clause
    words = clause.names.union([token.lemma for token in clause.words])
    return (words - case.rarity.common) | _holders(one)


def _read(told: Told) -> Iterator[Answered]:
    text = told.side.text
    if told.side.claim.in_title:
        return
    yield from _placed(told)
    for match in () if _BY_NUMBER.isdisjoint(told.forms) else _NUMBERED.finditer(text):
        yield _slot(told, match.start(), match.end(), match["kind"].lower(),
                    frozenset({match["number"]}))
    yield from _classed(told)


def _placed(told: Told) -> Iterator[Answered]:
    """What stands after "in", "at", "from" and is neither a day nor a person nor a law."""
    found = _places_in(told.side.wording)
    if not found:
        return
    people = {fold(word) for fact in told.facts(FactKind.PERSON)
              for word in fact.surface.split()}
    base = told.side.claim.span.start
    other = [(fact.start - base, fact.end - base) for fact in told.facts(*_OTHER_NAMES)]
    for one in found:
        if any(start < one.end and one.start < end for start, end in other):
            continue
        if one.words.isdisjoint(people):
            yield _slot(told, *one)


class _Stands(NamedTuple):
    """Where in a text something of a kind stands, and the words that name it."""

    start: int
    end: int
    kind: str
    words: frozenset[str]


@lru_cache(maxsize=4096)
def _places_in(wording: Wording) -> tuple[_Stands, ...]:
    """What stands after "in", "at", "from" and is no day."""
    found = [_Stands(match.start("place"), match.end("place"),
                     _DIRECTIONS.get(match["prep"].lower(), "at"),
                     frozenset(_WORD.findall(fold(match["place"]).replace("'s", ""))))
             for match in _PLACE.finditer(wording.text)]
    return tuple(one for one in found if one.words.isdisjoint(_NOT_PLACES))


def _classed(told: Told) -> Iterator[Answered]:
    for one in _classes_in(told.side.wording):
        yield _slot(told, *one)


@lru_cache(maxsize=4096)
def _classes_in(wording: Wording) -> tuple[_Stands, ...]:
    found = []
    for token in wording.tokens:
        lemma = token.lemma
        if token.kind is not WordKind.CONTENT:
            continue
        if lemma in _SEX:
            found.append(_Stands(token.start, token.end, "sex", frozenset({_SEX[lemma]})))
        elif token.norm in {lemma, f"{lemma}s"}:
            found += [_Stands(token.start, token.end, name, frozenset({lemma}))
                      for name in _classes(lemma)]
    return tuple(found)


@lru_cache(maxsize=16384)
def _classes(lemma: str) -> tuple[str, ...]:
    """The classes of a word whose members exclude each other."""
    return tuple(sorted(lexicon.class_of(lemma) & _CLASSES))


def _slot(told: Told, start: int, end: int, kind: str, words: frozenset[str]) -> Answered:
    clause = clause_of(told, start, end)
    kept = tuple(token for token in clause.words if not start <= token.start < end)
    return aspects.spoken(told, start, end, _Slot(kind, words, clause._replace(
        words=kept, names=clause.names - words)))


def _named(case: CaseWords) -> dict[int, frozenset[str]]:
    """The words with capitals and the numbers that each article has."""
    found: dict[int, set[str]] = defaultdict(set)
    for told in case.told:
        found[told.article].update(told.side.forms)
    return {article: frozenset(words) for article, words in found.items()}


def _compare(case: CaseWords, one: Answered, other: Answered,
             named: dict[int, frozenset[str]]) -> Finding | None:
    """Another place or thing in one act, that the other article does not know."""
    ours: _Slot = one.meant
    theirs: _Slot = other.meant
    if (one.told.article == other.told.article or ours.words <= theirs.words
            or theirs.words <= ours.words or not case.one_event(one.told, other.told)
            or not one.told.of_one_time(other.told)):
        return None
    if _are_of_other_things(ours, theirs) or _are_of_others(one.told, other.told) or (
            not _are_apart(one, other, named)):
        return None
    if elsewhere(one.told) != elsewhere(other.told) or not _in_one_act(one, other):
        return None
    return aspects.clash(one, other, reason=Reason.DETAIL,
                         what="Place" if ours.kind in _WAYS else "Detail",
                         reading=_READINGS.get(ours.kind, "Another word of one class"),
                         because=f"{aspects.both(one, other)} exclude each other in what is "
                                 "otherwise told alike.")


def _are_of_other_things(ours: _Slot, theirs: _Slot) -> bool:
    """Places of which one may lie in the other; or what is counted here is not counted there."""
    if ours.kind in _WAYS and not PlaceName(tuple(ours.words)).excludes(
            PlaceName(tuple(theirs.words))):
        return True
    return ours.kind not in _BY_NUMBER and _figures_differ(ours.clause, theirs.clause)


def _are_of_others(one: Told, other: Told) -> bool:
    """Each claim tells of people whom the other does not name."""
    ours = one.facts(FactKind.PERSON)
    theirs = other.facts(FactKind.PERSON) if ours else ()
    return bool(theirs) and _surnames(ours).isdisjoint(_surnames(theirs))


def _surnames(facts: tuple[Fact, ...]) -> set[str]:
    return {fold(str(fact.value)).split()[-1] for fact in facts}


def _figures_differ(ours: Clause, theirs: Clause) -> bool:
    """Each clause has figures of its own: what is counted here is not what is counted there."""
    return bool(ours.figures and theirs.figures) and not ours.figures & theirs.figures


_READINGS = {"at": "Another place", "from": "Another place", "to": "Another place",
             "sex": "Another sex"}


def _are_apart(one: Answered, other: Answered, named: dict[int, frozenset[str]]) -> bool:
    """Neither article names what the other does; what both names share does not count."""
    ours, theirs = one.meant.words - other.meant.words, other.meant.words - one.meant.words
    if one.meant.kind == "sex":
        return True
    return (not ours & named[other.told.article]) and not theirs & named[one.told.article]


_HALF = 0.5


def _in_one_act(one: Answered, other: Answered) -> bool:
    """The clauses tell one act: much of the shorter is in the other, and a verb or a thing that
    carries the difference."""
    ours, theirs = one.meant.clause, other.meant.clause
    if ours.names and theirs.names and not ours.names & theirs.names:
        return False
    acts = [word for word in ours.words if best(word, theirs.words)[0] >= _MET]
    least = min(len(ours.words), len(theirs.words))
    close = one.meant.words & other.meant.words
    if one.meant.kind == "sex":
        return _of_one_person(one, other)
    if not acts or len(acts) < (_HALF / 2 if close else _HALF) * least:
        return False
    return bool(close) or len(acts) + bool(ours.names & theirs.names) > 1 or (
        any(_acts(word) for word in acts))


def _acts(word: Token) -> bool:
    return lexicon.part_of_speech(word.lemma) == "v"


def _of_one_person(one: Answered, other: Answered) -> bool:
    """Both say it of the same "driver": a noun for a person before it, in apposition."""
    return bool(_holders(one) & _holders(other))


_APPOSED = re.compile(r"\b([Tt]he|[Hh]is|[Hh]er|[Aa]n?) (?P<noun>[a-z]+), (?:a|an) "
                      r"(?:[\w-]+ ){0,2}$")


def _holders(one: Answered) -> frozenset[str]:
    if ", a" not in one.told.side.text:
        return _NOBODY
    start = one.places[0].start - one.told.side.claim.span.start
    match = _APPOSED.search(one.told.side.text[:start])
    return frozenset({match["noun"]}) if match else _NOBODY


_NOBODY: frozenset[str] = frozenset()
