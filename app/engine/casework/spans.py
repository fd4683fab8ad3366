"""The whole here, a part there: "all 22 districts", "six of the 22 districts"."""

from collections import defaultdict
from collections.abc import Iterator

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.extents import Extent, extents
from app.engine.casework.occasions import elsewhere
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best, sense
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.ways import ways
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_MOST_MET = 24
_LIKE, _KIN = 0.8, 0.4
_MATTERS = "matters"


def ask(case: CaseWords) -> list[Question]:
    """One question a whole of which another claim tells a part only."""
    return questions(_met(case), reason=Reason.SCOPE, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    one, other, _ = pairs[0]
    whole = one if one.meant.whole else other
    words = " ".join(noun.form for noun in whole.meant.nouns)
    return f"How many {words}".strip() if words else "How far it reaches"


def _met(case: CaseWords) -> Iterator[Met]:
    held: dict[tuple[int, bool], list[Answered]] = defaultdict(list)
    for told in case.told:
        event = case.event(told)
        for found in extents(told):
            one = aspects.spoken(told, found.start, found.end, found.extent)
            for other in held.get((event, not found.extent.whole), ())[-_MOST_MET:]:
                met = _compare(case, other, one)
                if met is not None:
                    yield other, one, met
            if found.extent.sort in _LIMITS:
                for other in held.get((event, False), ())[-_MOST_MET:]:
                    met = _compare_limits(case, other, one)
                    if met is not None:
                        yield other, one, met
            held[event, found.extent.whole].append(one)


_LIMITS = frozenset({"limit", "only"})


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    whole, part = (one, other) if one.meant.whole else (other, one)
    if (not _may_meet(case, one.told, other.told) or _are_namesakes(whole, part)
            or not _is_part(whole, part)):
        return None
    return aspects.clash(one, other, reason=Reason.SCOPE, what="Scope",
                         reading="The whole here, a part there",
                         because=f"“{whole.value}” is the whole, “{part.value}” a part.")


def _compare_limits(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """"Children under 12" here, "only toddlers under two" there."""
    ours: Extent = one.meant
    theirs: Extent = other.meant
    if (theirs.sort not in _LIMITS or "only" not in {ours.sort, theirs.sort}
            or not _may_meet(case, one.told, other.told)
            or not _of_one_noun(ours, theirs) or not _say_one(one, other, 1)):
        return None
    bounds = [{token.value for token in side.told.side.tokens if token.value is not None}
              for side in (one, other)]
    if not all(bounds) or bounds[0] & bounds[1]:
        return None
    return aspects.clash(one, other, reason=Reason.SCOPE, what="Scope",
                         reading="Another limit",
                         because=f"{aspects.both(one, other)} reach differently far.")


def _may_meet(case: CaseWords, one: Told, other: Told) -> bool:
    return (one.article != other.article and case.one_event(one, other)
            and one.of_one_time(other) and elsewhere(one) == elsewhere(other))


def _are_namesakes(whole: Answered, part: Answered) -> bool:
    """They share a name and have one each that the other lacks: Lena Moor, Nils Moor."""
    ours, theirs = whole.meant.names, part.meant.names
    return part.meant.sort != "split" and bool(
        ours & theirs and ours - theirs and theirs - ours)


def _is_part(whole: Answered, part: Answered) -> bool:
    """Of the same things the same is said."""
    ours: Extent = whole.meant
    theirs: Extent = part.meant
    one_total = ours.total is not None and ours.total == theirs.total
    if ours.total is not None and not one_total and (
            theirs.total is not None or (theirs.part or 0) >= ours.total):
        return False
    if theirs.sort == "split":
        return bool(ours.names & theirs.names) and not ours.sort
    if theirs.sort not in _TOLD_AS_PARTS:
        return _is_told_one_way(whole.told, theirs.sort) and (
            _share(ours.nouns + ours.words, theirs.nouns)
            or any(noun.lemma in _COUNTS for noun in ours.nouns))
    if theirs.sort == "only" and all(noun.norm.endswith("ed") for noun in ours.nouns):
        return _shares(ours, theirs) > 1
    if one_total and not ours.nouns:
        return _share(ours.words, theirs.nouns + theirs.words)
    return _of_one_noun(ours, theirs) and _say_the_same(whole, part)


def _say_the_same(whole: Answered, part: Answered) -> bool:
    """What is said of them is one thing; of a share of a "complete" thing nothing more need be,
    of a bare count more than one word."""
    ours: Extent = whole.meant
    theirs: Extent = part.meant
    if ours.sort == "adjective" and theirs.part is None and theirs.sort == "share":
        return True
    if theirs.sort == "count":
        return ours.total is not None and _say_one(whole, part, 2)
    return _say_one(whole, part, 1)


_TOLD_AS_PARTS = frozenset({"share", "count", *_LIMITS})


def _is_told_one_way(told: Told, matter: str) -> bool:
    return any(way.matter.name == matter for way in ways(told))


def _of_one_noun(ours: Extent, theirs: Extent) -> bool:
    if not ours.nouns or not theirs.nouns:
        return False
    return any(sense(a, b) >= (_LIKE if WordKind.NAME in {a.kind, b.kind} else _KIN)
               or {a.lemma, b.lemma} <= _COUNTS
               for a in _heads(ours) for b in _heads(theirs))


_COUNTS = listed("count charge offence offense")


def _heads(extent: Extent) -> tuple[Token, ...]:
    """The nouns themselves, without what names them where there is more."""
    plain = tuple([noun for noun in extent.nouns if noun.kind is WordKind.CONTENT])
    return plain or extent.nouns


def _say_one(one: Answered, other: Answered, least: int) -> bool:
    """The clauses tell one act, one matter, or share words."""
    ours: Extent = one.meant
    theirs: Extent = other.meant
    if (ours.deeds & theirs.deeds) - _SAY_LITTLE:
        return True
    mine = {(way.matter.name, way.one_way) for way in ways(one.told)}
    if mine & {(way.matter.name, way.one_way) for way in ways(other.told)}:
        return True
    return _shares(ours, theirs) >= least


_SAY_LITTLE = frozenset({"=get", "=receive", "=have", "=take", "=give", "=make", "=be", "=want"})


def _shares(ours: Extent, theirs: Extent) -> int:
    return sum(best(word, theirs.words)[0] >= _LIKE for word in set(ours.words))


def _share(ours: tuple[Token, ...], theirs: tuple[Token, ...]) -> bool:
    return any(best(word, theirs)[0] >= _KIN for word in ours)
