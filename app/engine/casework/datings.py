"""A time that a claim tells, and of which act; whether two times are of one act."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.facts import DateGrain
from app.engine.casework.acts import Act
from app.engine.casework.deeds import families, once
from app.engine.casework.occasions import elsewhere
from app.engine.casework.questions import Answered
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import kin
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_GENERAL = listed("report announce start end law make deal appeal pay investigate test vote "
                  "meet fine ban")
"""Families of acts of which there are many in one event: they are one only with their matter."""

_OF_PERSONS = listed("win play arrest charge die kill convict sentence appoint meet marry born")
"""Families of acts that are others where they are told of other persons or teams."""

_MEASURING = listed("=stand =be =have =remain =total =number =average =amount =reach =rise =fall "
                    "=increase =drop =grow =climb =count =measure =cost =live =decline =hold "
                    "=turn =work =say")
"""Verbs of what is measured or lasts: it is so on one day and otherwise on another."""

_HAPPENING = listed("crash fire blast quake flood slide storm sink spill land launch breach kill")
"""Families of what an event is all about: it is one, wherever it is said to be."""

_BOUNDS = frozenset({"start", "end"})
_ALIKE = 0.8
_PRONOUNS = listed("it he she they this that")


class When(NamedTuple):
    """A time and what is told of it: `edge` is "start" or "end" where the time bounds what is
    done, "" where it is the time of the deed; `ahead` says that it lies after the article; `span`
    is from when to when what is done goes on."""

    first: date
    last: date
    grain: DateGrain
    edge: str
    act: Act
    ahead: bool
    denied: bool
    late: bool = False
    early: bool = False
    zoned: bool = False
    weekday: bool = False
    span: tuple[date, date] | None = None


def meet(ours: When, theirs: When) -> bool:
    """Both can be one time."""
    return ours.first <= theirs.last and theirs.first <= ours.last


def of_one_act(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Two claims tell when one and the same was done."""
    ours: When = one.meant
    theirs: When = other.meant
    if (one.told.id == other.told.id or not case.one_event(one.told, other.told)
            or (ours.grain is DateGrain.YEAR) != (theirs.grain is DateGrain.YEAR)
            or (ours.edge == "end") != (theirs.edge == "end") or ours.denied != theirs.denied):
        return False
    if apart(one.told, other.told) or not _may_be_one(ours, theirs):
        return False
    if ours.span and theirs.span:
        return ours.edge == theirs.edge and share_a_thing(ours.act, theirs.act) and (
            ours.span[0] <= theirs.span[1] and theirs.span[0] <= ours.span[1])
    if ours.edge == theirs.edge == "end" and not (ours.act.deeds and theirs.act.deeds):
        return share_a_thing(ours.act, theirs.act)
    if deeds_meet(ours.act, theirs.act):
        return not _in_passing(one, other) and of_one_thing(
            case, one, other, near=_close_by(ours, theirs))
    return _starts_meet(case, one, other)


def _may_be_one(ours: When, theirs: When) -> bool:
    """What is done once cannot be done and to come; what may come again is another one where
    one lies ahead, or where weeks lie between."""
    if ours.act.deeds & theirs.act.deeds & once() or (starts(ours) and starts(theirs)):
        return True
    return ours.ahead == theirs.ahead and (
        ours.ahead or ours.grain is DateGrain.YEAR or _close_by(ours, theirs))


_WEEKS, _MONTHS = timedelta(days=13), timedelta(days=60)


def _starts_meet(case: CaseWords, one: Answered, other: Answered) -> bool:
    """Both say from when something holds that lies ahead, in the same surroundings."""
    ours: When = one.meant
    theirs: When = other.meant
    if not (starts(ours) and starts(theirs) and ours.ahead and theirs.ahead):
        return False
    if sum(best(word, theirs.act.words)[0] >= _ALIKE for word in ours.act.words) > 1:
        return True
    shared = one.told.near & other.told.near
    return sum(case.is_rare(word) for word in shared) >= _SURROUNDED


_SURROUNDED = 3


def apart(one: Told, other: Told) -> bool:
    """One claim says that it tells of another occasion."""
    return _occasion(one) != _occasion(other) or (
        one.forms & _SEPARATE != other.forms & _SEPARATE)


def _occasion(told: Told) -> frozenset[str]:
    """Another occasion; "had earlier told" is none, "an earlier fire" is."""
    words = elsewhere(told)
    return words if _EARLIER.search(told.side.text) else words - {"earlier"}


_EARLIER = re.compile(r"\b(?:an|the|two|three) earlier \w")
_SEPARATE = frozenset({"separate", "separately", "unrelated", "elsewhere"})


def share_a_thing(ours: Act, theirs: Act) -> bool:
    """Both clauses name one thing."""
    return any(best(word, theirs.words)[0] >= _ALIKE for word in ours.words)


def starts(when: When) -> bool:
    """The time is that from which something holds."""
    return when.edge == "start" or "start" in when.act.deeds


def deeds_meet(ours: Act, theirs: Act) -> bool:
    """Two clauses tell one deed: by their verbs, or by the noun of what happened."""
    deed = ours.deeds & theirs.deeds
    if any(ours.deeds & one and theirs.deeds & other for one, other in _CONTRARY):
        return False
    return (bool(deed) and not deed <= _MEASURING) or _one_verb(ours.verb, theirs.verb)


_BEGUN, _OVER = listed("open reopen start"), listed("shut end")
_CONTRARY = ((_BEGUN, _OVER), (_OVER, _BEGUN))
"""Deeds that undo each other, whatever is opened and closed."""


def _one_verb(one: Token | None, other: Token | None) -> bool:
    """Two verbs of one sense, in no family of acts."""
    if one is None or other is None:
        return False
    return not one.groups.isdisjoint(other.groups) and kin(one.lemma, other.lemma)


def of_one_thing(case: CaseWords, one: Answered, other: Answered, *, near: bool) -> bool:
    """The two clauses speak of the same people or things as far as they name any. `near` says
    that they tell of one time, so that other words may be other words for the same."""
    deed = one.meant.act.deeds & other.meant.act.deeds
    ours, theirs = _things(one.meant.act, deed), _things(other.meant.act, deed)
    shared = any(best(word, theirs)[0] >= _ALIKE for word in ours)
    names, others = _names(one.told), _names(other.told)
    strange = not names & others and not shared
    if strange and one.meant.act.names and other.meant.act.names and not (
            near and deed & _HAPPENING and not (_named(one) and _named(other))):
        return False
    if deed & _OF_PERSONS and _one_verb_of_others(one, other):
        return False
    matters = one.meant.act.matters & other.meant.act.matters - _BOUNDS
    if ours and theirs and not (_says_little(one.told) or _says_little(other.told)):
        return shared or _share_a_name(one, other) or bool(matters) or (
            near and (not strange or not names or not others
                     or bool(deed & _HAPPENING))
            and bool(deed & once()) and _hangs_together(case, one, other))
    if not near and not names & others and ((names and theirs) or (others and ours)) and not (
            _says_little(one.told) or _says_little(other.told)):
        return False
    return bool(matters) or not deed <= _GENERAL or _hangs_together(case, one, other)


def _in_passing(one: Answered, other: Answered) -> bool:
    """Two years told with a verb of no family, and no name in common."""
    if one.meant.grain is not DateGrain.YEAR or _share_a_name(one, other):
        return False
    deed = one.meant.act.deeds & other.meant.act.deeds
    if all(name[0] == "=" for name in deed):
        return True
    ours, theirs = _things(one.meant.act, deed), _things(other.meant.act, deed)
    if bool(ours) == bool(theirs) or _says_little(one.told) or _says_little(other.told):
        return False
    lone, whole = (ours, other.told) if ours else (theirs, one.told)
    return all(best(word, whole.side.tokens)[0] < _ALIKE for word in lone)


def _close_by(ours: When, theirs: When) -> bool:
    apart = max(ours.first, theirs.first) - min(ours.last, theirs.last)
    often = not (ours.act.deeds & theirs.act.deeds & once())
    return ours.ahead == theirs.ahead and apart <= (_WEEKS if often else _MONTHS)


def _names(told: Told) -> frozenset[str]:
    """The names of a claim, without those of whom somebody told it; capitals tell none."""
    if told.side.text.isupper():
        return frozenset()
    found: set[str] = set()
    for token in told.side.tokens:
        if token.norm in _TOLD:
            break
        if token.kind is WordKind.NAME:
            found.add(token.lemma)
    return frozenset(found)


_TOLD = frozenset({"told", "tells"})


def _share_a_name(one: Answered, other: Answered) -> bool:
    """A name is in both clauses, and not in both only to say where."""
    common = one.meant.act.names & other.meant.act.names
    return not common <= _only_where(one) & _only_where(other)


def _one_verb_of_others(one: Answered, other: Answered) -> bool:
    """As in "beat Selm" and "beat Korvik": each names whom the other does not."""
    ours, theirs = one.meant.act.verb, other.meant.act.verb
    if ours is None or theirs is None or ours.lemma != theirs.lemma:
        return False
    return bool(_named(one) - _named(other) and _named(other) - _named(one))


def _named(one: Answered) -> frozenset[str]:
    """The names of a clause that say who or what."""
    act: Act = one.meant.act
    return act.names - _only_where(one)


def _only_where(one: Answered) -> frozenset[str]:
    """Names that a clause has only to say where: "in Selm", "near Korvik"."""
    found: set[str] = set()
    led = False
    for token in one.told.side.tokens:
        led = token.norm in _WHERE or (led and token.kind is WordKind.NAME)
        if led and token.kind is WordKind.NAME:
            found.add(token.lemma)
    return frozenset(found)


_WHERE = listed("in at near from to through for of off around outside above")


def _says_little(told: Told) -> bool:
    """The claim opens with "it" or "she": what it speaks of stands before it."""
    return told.side.tokens[0].norm in _PRONOUNS if told.side.tokens else False


def _things(act: Act, deed: frozenset[str]) -> list[Token]:
    """The words of a clause that say whose or of what its act is."""
    return [word for word in act.words if deed.isdisjoint(families(word.norm, word.lemma))]


def _hangs_together(case: CaseWords, one: Answered, other: Answered) -> bool:
    """A clause that says little hangs on the sentence before it: "It opened in 1947"."""
    return not case.rarity.common.issuperset(one.told.near & other.told.near)
