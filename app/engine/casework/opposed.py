"""Did it happen or not: one act affirmed by one claim and denied by another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.claims import Modality
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_NOT = frozenset({"not", "never", "no", "nobody", "none", "nothing", "neither", "without", "nor"})
_DENIERS = frozenset({"deny", "refuse", "fail", "decline", "refute"})
_BREAKS = frozenset({"but", "although", "though", "while", "because", "whether", "if", "unless",
                     "that", "who", "which", "until", "before"})
_LIGHT = listed("be have do say tell make take get go come will would can could may might shall "
                   "should must add call ask know think want need give let see keep use put show "
                   "find found lead include say report accord state note believe continue plan")
_LATER = frozenset({"since", "until", "before", "yet"})
_REACH, _ABOUT = 5, 5
_FAR = 10


class _Told(NamedTuple):
    """An act: its verb, whether it is denied, the words next to it that say who and what."""

    verb: str
    denied: bool
    about: frozenset[str]


def ask(case: CaseWords) -> list[Question]:
    """One question an act that one claim of an event affirms and another denies."""
    answers = [one for told in case.told
               if told.side.claim.modality in {Modality.DID, Modality.WILL, Modality.DENIED}
               for one in _read(told)]
    denied = {(case.event(one.told), one.meant.verb) for one in answers if one.meant.denied}
    answers = [one for one in answers if (case.event(one.told), one.meant.verb) in denied]
    groups = grouped(answers, lambda one, other: _one_act(case, one, other),
                     lambda one: [(case.event(one.told), one.meant.verb, word)
                                  for word in one.meant.about if case.is_rare(word)])
    return [Question(label=_label(group), reason=Reason.NEGATION, answers=tuple(group), open=True,
                     compare=lambda one, other: _compare(case, one, other))
            for group in groups if len({one.meant.denied for one in group}) > 1]


def _label(group: list[Answered]) -> str:
    shared = frozenset.intersection(*(one.meant.about for one in group[:2]))
    tokens = group[0].told.side.tokens
    word = next((token.form for token in tokens if token.lemma in shared), "")
    return f"{word[:1].upper()}{word[1:]}: {group[0].meant.verb} or not".lstrip(": ")


def _read(told: Told) -> Iterator[Answered]:
    tokens = told.side.tokens
    if told.side.text.rstrip().endswith("?"):
        return
    for at, token in enumerate(tokens):
        if not _is_act(token):
            continue
        if _under_condition(tokens, at):
            continue
        denied, first = _denied(tokens, at)
        if denied and any(one.norm in _LATER for one in tokens[at + 1:at + 1 + _FAR]):
            continue
        about = frozenset(
            one.lemma.removesuffix("ing") for one in tokens[max(0, at - _ABOUT):at + _ABOUT + 1]
            if one.lemma in told.words and one.lemma != token.lemma and one.lemma not in _LIGHT
            and one.lemma not in _DENIERS)
        start = tokens[first].start if denied else token.start
        if not denied and at and tokens[at - 1].lemma in {"have", "be"}:
            start = tokens[at - 1].start
        yield aspects.spoken(told, start, token.end, _Told(token.lemma, denied, about))


def _is_act(token: Token) -> bool:
    return (token.kind is WordKind.CONTENT and token.lemma not in _LIGHT
            and token.lemma not in _DENIERS and not token.norm.endswith("ing")
            and (part_of_speech(token.lemma) == "v" or token.norm.endswith("ed")))


def _under_condition(tokens: tuple[Token, ...], at: int) -> bool:
    return any(token.norm in {"if", "whether", "unless", "until", "before"}
               for token in tokens[max(0, at - _FAR):at])


def _denied(tokens: tuple[Token, ...], at: int) -> tuple[bool, int]:
    """Whether an act is denied, an even number of times being none, and the first denial."""
    found = []
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = tokens[place]
        if token.norm in _BREAKS:
            break
        if token.norm in {"only", "longer"} or (
                token.norm == "not" and tokens[place + 1].norm in {"only", "just"}):
            return False, at
        if token.norm in _NOT or token.lemma in _DENIERS:
            found.append(place)
    if not found:
        return False, at
    return len(found) % 2 == 1, min(found)


def _one_act(case: CaseWords, one: Answered, other: Answered) -> bool:
    if one.meant.verb != other.meant.verb or one.told.id == other.told.id:
        return False
    shared = one.meant.about & other.meant.about
    if not any(map(case.is_rare, shared)) or not case.one_event(one.told, other.told):
        return False
    return case.overlap(one.meant.about, other.meant.about)[0] >= 0.5  # noqa: PLR2004  half of what the act is about


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """One says that it was so, the other that it was not."""
    if one.meant.denied == other.meant.denied or not _one_act(case, one, other):
        return None
    if re.search(r"\bwill\b|\bto\b", one.told.side.text) and _later(one, other):
        return None
    return aspects.clash(one, other, reason=Reason.NEGATION, what="Whether it is so",
                         reading="One denies it",
                         because=f"One says “{one.value}”, the other “{other.value}”.")


def _later(one: Answered, other: Answered) -> bool:
    """What was still open in the earlier article may have happened since."""
    order = aspects.in_time(one, other)
    return (order is not None and not order[1].meant.denied
            and order[0].told.side.claim.modality is Modality.WILL)
