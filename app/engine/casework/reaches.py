"""How far it reaches: all, most or some; on what condition; which group."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.domain.claims import Modality
from app.domain.pairs import Finding, Reason, Strength
from app.engine import lexicon
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.lemmas import lemma_of
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import WordKind

_ALL, _MOST, _SOME, _NO = "all", "most", "some", "no"
_QUANTIFIERS = {
    "all": _ALL, "every": _ALL, "each": _ALL, "entire": _ALL, "most": _MOST, "majority": _MOST,
    "many": _SOME, "some": _SOME, "several": _SOME, "few": _SOME, "no": _NO, "none": _NO,
    "whole": _ALL, "everyone": _ALL, "everybody": _ALL, "half": _SOME, "minority": _SOME,
    "handful": _SOME, "nobody": _NO,
}
_LIMITED = re.compile(r"\b(?P<noun>[A-Za-z]{3,}) (?P<limit>(?:aged )?(?:under|over|above|below|"
                      r"older than|younger than) (?:the age of )?"
                      r"(?:\d{1,3}|two|three|four|five|six|ten|twelve))\b")
_REACH, _NOUNS = 4, 3
_CONDITION = re.compile(r"\b(?:if|unless|provided(?: that)?|as long as|on condition that|"
                        r"only if)\b", re.IGNORECASE)
_REGARDLESS = re.compile(r"\b(?:whatever|regardless of|no matter)\b", re.IGNORECASE)
_WIDE = frozenset({"staff", "worker", "employee", "personnel", "crew"})
_NARROW = frozenset({"teacher", "nurse", "doctor", "driver", "pilot", "cook", "caretaker",
                     "firefighter", "professor", "guard", "welder", "miner", "engineer",
                     "midwife", "librarian", "conductor", "cleaner", "porter", "physician"})


def ask(case: CaseWords) -> list[Question]:
    """Questions of scope: quantifiers, conditions, groups."""
    return [*aspects.ask(case, _QUANTITY), *aspects.ask(case, _CONDITIONS),
            *aspects.ask(case, _EXCEPTIONS), *aspects.ask(case, _GROUPS)]


class _Reach(NamedTuple):
    reach: str
    nouns: frozenset[str]


def _quantities(told: Told) -> Iterator[Answered]:
    tokens = told.side.tokens
    for at, token in enumerate(tokens):
        reach = _QUANTIFIERS.get(token.norm)
        after = tokens[at + 1:at + 1 + _REACH]
        if reach is None or (token.norm == "some" and after[:1]
                             and after[0].kind is WordKind.NUMBER):
            continue
        nouns = frozenset([one.lemma for one in tokens[at + 1:] if one.lemma in told.words]
                          [:_NOUNS])
        if nouns:
            yield aspects.spoken(told, token.start, token.end, _Reach(reach, nouns))
    for match in _LIMITED.finditer(told.side.text):
        yield aspects.answer(told, match, _Reach(
            match["limit"].lower(), frozenset({lemma_of(match["noun"].lower())})),
            group="limit", own=_LIMITS)


def _compare_quantities(one: Answered, other: Answered) -> Finding | None:
    """All of them here, most or some of them there."""
    ours, theirs = one.meant, other.meant
    if ours.reach == theirs.reach or not ours.nouns & theirs.nouns or not _are_close(one, other):
        return None
    limited = {ours.reach, theirs.reach} - _REACHES
    if limited and len(limited) == 1 and _ALL not in {ours.reach, theirs.reach}:
        return None
    return aspects.clash(one, other, reason=Reason.SCOPE, what="Scope",
                         reading="Reaches differently far",
                         because=f"{aspects.both(one, other)} reach differently far.")


_REACHES = frozenset({_ALL, _MOST, _SOME, _NO})
_LIMITS = listed("under over above below age old young than two three four five six ten twelve")
_CLOSE = 0.45


def _are_close(one: Answered, other: Answered) -> bool:
    """The claims share nearly half of the words of the shorter one, or a figure of the whole."""
    ours, theirs = one.told.words - one.own, other.told.words - other.own
    if len(ours & theirs) >= _CLOSE * min(len(ours), len(theirs)):
        return True
    figures = [{token.value for token in side.told.side.tokens
                if token.value is not None and token.value > _WHOLE} for side in (one, other)]
    return bool(figures[0] & figures[1])


_WHOLE = 12
"""Figures above this are seldom shared by chance."""


def _conditions(told: Told) -> Iterator[Answered]:
    """The condition of a claim, or that it has none, on the words it is about."""
    text = told.side.text
    match = _CONDITION.search(text) or _REGARDLESS.search(text)
    if match is not None and match.start() > _FAR_ENOUGH:
        held = bool(_CONDITION.match(match.group()))
        after = {token.lemma for token in told.side.tokens if token.start >= match.start()}
        found = aspects.answer(told, match, "held" if held else "free", own=after)
        yield replace(found, value=text[match.start():].rstrip('.”"'))
    elif match is None and told.side.claim.modality in {Modality.WILL, Modality.LIKELY,
                                                               Modality.COULD}:
        will = _WILL.search(text)
        if will is not None:
            yield replace(aspects.answer(told, will, "free"), value="No condition")


_WILL = re.compile(r"\b(?:will|is to|are to|plans? to|is set to|vowed to)\b", re.IGNORECASE)
_FAR_ENOUGH = 8


def _compare_conditions(one: Answered, other: Answered) -> Finding | None:
    """One tells the condition, the other leaves it out."""
    if one.meant == other.meant or _without(one) or _without(other):
        return None
    held = one if one.meant == "held" else other
    return aspects.clash(one, other, reason=Reason.SCOPE, what="Condition",
                         reading="Condition left out",
                         because=f"Only one of them says on what condition (“{held.value}”).")


def _without(one: Answered) -> bool:
    return not one.told.words - one.own


_EXCEPT = re.compile(r"\b(?:except(?: for| in| under| when)?|apart from|other than|with the "
                     r"exception of|but not)\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:in any (?:way|circumstances|case)|at all|under no circumstances|no "
                  r"exceptions?|without exception|any \w+ (?:resources?|help|cooperation))\b",
                  re.IGNORECASE)
_BARS = re.compile(r"\b(?:not|no|never|bars?|bans?|prohibits?|refuses?|prevents?|forbids?|all|"
                   r"every|any)\b", re.IGNORECASE)


def _exceptions(told: Told) -> Iterator[Answered]:
    """An exception, or that a bar reaches "in any way"; what bars and tells none may have one."""
    text = told.side.text
    match = _EXCEPT.search(text)
    if match is not None and match.start() > _FAR_ENOUGH:
        after = {token.lemma for token in told.side.tokens if token.start >= match.start()}
        found = aspects.answer(told, match, "except", own=after)
        yield replace(found, value=text[match.start():].rstrip('.”"'))
        return
    whole = _ANY.search(text)
    if whole is not None:
        yield aspects.answer(told, whole, "any", own=_BARRING)
        return
    bars = _BARS.search(text)
    if bars is not None and not told.side.claim.exception:
        yield aspects.answer(told, bars, "bars", own=_BARRING)


_BARRING = listed("bar ban prohibit refuse prevent forbid not no never any all every way")


def _compare_exceptions(one: Answered, other: Answered) -> Finding | None:
    """One tells an exception where the other says that there is none, or leaves it out."""
    kinds = {one.meant, other.meant}
    if "except" not in kinds or len(kinds) == 1:
        return None
    held = one if one.meant == "except" else other
    if "any" in kinds:
        return aspects.clash(one, other, reason=Reason.SCOPE, what="Exception",
                             reading="No exception here, one there",
                             because=f"{aspects.both(one, other)}: one allows an exception, the "
                                     "other none.")
    return aspects.clash(one, other, reason=Reason.SCOPE, what="Exception",
                         strength=Strength.TENSION, reading="Exception left out",
                         because=f"Only one of them tells the exception (“{held.value}”).")


def _groups(told: Told) -> Iterator[Answered]:
    for token in told.side.tokens:
        if token.lemma in _WIDE or token.lemma in _NARROW:
            yield aspects.spoken(told, token.start, token.end, token.lemma)
            return


def _compare_groups(one: Answered, other: Answered) -> Finding | None:
    """One names a part of the group, the other the whole."""
    if (one.meant in _WIDE) == (other.meant in _WIDE) or lexicon.synonyms(one.meant, other.meant):
        return None
    return aspects.clash(one, other, reason=Reason.SCOPE, what="Who",
                         reading="Another group",
                         because=f"{aspects.both(one, other)} are groups of different reach.")


_QUANTITY = Aspect(label="", reason=Reason.SCOPE, read=_quantities, inside=True,
                   compare=_compare_quantities, least=0.3,
                   signs=frozenset(_QUANTIFIERS) | listed("under over above below older younger"),
                   differ=lambda one: one.meant.reach)
_CONDITIONS = Aspect(label="Condition", reason=Reason.SCOPE, read=_conditions, least=0.7,
                     compare=_compare_conditions, differ=lambda one: one.meant,
                     signs=listed("if unless provided long condition will is are plan "
                                     "plans vowed whatever regardless matter"))
_EXCEPTIONS = Aspect(label="Exception", reason=Reason.SCOPE, read=_exceptions, least=0.3,
                     compare=_compare_exceptions, differ=lambda one: one.meant == "except",
                     signs=listed("except apart exception other any all no not never but bar bars "
                                  "ban bans prohibit prohibits refuse refuses prevent prevents"))
_GROUPS = Aspect(label="Who", reason=Reason.SCOPE, read=_groups, compare=_compare_groups,
                 signs=_WIDE | _NARROW | {one + "s" for one in _WIDE | _NARROW}, least=0.55,
                 differ=lambda one: one.meant in _WIDE)
