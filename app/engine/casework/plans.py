"""Is it planned or done: one act told as to come and as past."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import lemma, part_of_speech
from app.engine.listing import listed

_AHEAD = re.compile(
    r"\b(?:will|would|(?:plans?|planned|intends?|hopes?|wants?|vow(?:s|ed)|promis(?:es|ed)|"
    r"is|are|set|due|expected|going|about) to|has promised to|may|might|could)"
    r"(?: also| soon| now| likely| be| up to| pay)* (?P<verb>[a-z]{3,})\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:(?:has|have|had|was|were)(?: now| already| also| been| since)* )?"
                   r"(?P<verb>[a-z]{3,})\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|n't|n’t)\b", re.IGNORECASE)
_SIGNS = listed("will would plan plans planned intends hopes wants vows vowed promises promised "
                   "is are set due expected going about may might could")
_DAYS = 1


class _Act(NamedTuple):
    verb: str
    ahead: bool


def ask(case: CaseWords) -> list[Question]:
    """One question an act that one claim tells as planned and another as done."""
    return aspects.ask(case, _PLANS)


def _read(told: Told) -> Iterator[Answered]:
    text = told.side.text
    if _NOT.search(text):
        return
    match = _AHEAD.search(text)
    if match is not None:
        yield aspects.answer(told, match, _Act(lemma(match["verb"].casefold()), ahead=True),
                             own={"will", "plan"})
        return
    for done in _DONE.finditer(text):
        word = done["verb"].casefold()
        base = lemma(word)
        if base != word and (word.endswith("ed") or (
                not word.endswith(("s", "ing")) and part_of_speech(base) == "v")):
            yield aspects.answer(told, done, _Act(base, ahead=False))


_LIGHT = frozenset({"hold", "have", "take", "make", "get", "give", "keep", "do", "go", "come"})
"""Verbs that say too little for a plan and a deed to be the same act: what is held or taken is."""


def _planned(case: CaseWords, answers: list[Answered]) -> list[Answered]:
    """Acts that some claim of the event tells as to come and another as done."""
    told = {(case.event(one.told), one.meant.verb, one.meant.ahead) for one in answers}
    return [one for one in answers if one.meant.verb not in _LIGHT
            and (case.event(one.told), one.meant.verb, not one.meant.ahead) in told]


def _compare(one: Answered, other: Answered) -> Finding | None:
    """A plan here, a fact there; a later article may tell that it has been done."""
    if one.meant.verb != other.meant.verb or one.meant.ahead == other.meant.ahead:
        return None
    said = aspects.both(one, other)
    order = aspects.in_time(one, other)
    if order is not None and not order[1].meant.ahead:
        return aspects.beside(one, other, reason=Reason.MODALITY, what="Plan or fact",
                              reading="Done since",
                              because=f"{said}: the later article tells it as done.")
    return aspects.clash(one, other, reason=Reason.MODALITY, what="Plan or fact",
                         reading="Plan or fact",
                         because=f"{said}: one tells a plan, the other a fact.")


_PLANS = Aspect(label="Planned or done", reason=Reason.MODALITY, read=_read, compare=_compare,
                signs=_SIGNS | {"has", "have", "had", "was", "were", "the"}, least=0.5,
                narrow=_planned, differ=lambda one: one.meant.ahead)
