"""Is it planned or done: one act told as to come and as past."""

import re
from collections.abc import Iterator
from functools import lru_cache
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
                "is are set due expected going about may might could has have had was were the")
_COMING = (_SIGNS | {"intend", "hope", "want"}) - {"has", "have", "had", "was", "were", "the"}


class _Act(NamedTuple):
    verb: str
    ahead: bool


def ask(case: CaseWords) -> list[Question]:
    """One question an act that one claim of an event tells as planned and another as done."""
    acts = {told.id: list(_acts(told)) for told in case.told if not _SIGNS.isdisjoint(told.forms)}
    known = {(case.event(told), act) for told in case.told for _, act in acts.get(told.id, ())}

    def read(told: Told) -> Iterator[Answered]:
        event = case.event(told)
        for match, act in acts[told.id]:
            if act.verb not in _LIGHT and (event, act._replace(ahead=not act.ahead)) in known:
                yield aspects.answer(told, match, act, own=_WORDS_AHEAD if act.ahead else ())

    return aspects.ask(case, Aspect(
        label="Planned or done", reason=Reason.MODALITY, signs=_SIGNS, read=read,
        compare=_compare, least=0.5, differ=lambda one: one.meant.ahead))


_WORDS_AHEAD = ("will", "plan")
_NOTS = frozenset({"not", "never", "no"})


def _acts(told: Told) -> Iterator[tuple[re.Match[str], _Act]]:
    """What a claim tells as planned, or else what it tells as done."""
    text, forms = told.side.text, told.forms
    if not _NOTS.isdisjoint(forms) and _NOT.search(text):
        return
    match = None if _COMING.isdisjoint(forms) else _AHEAD.search(text)
    if match is not None:
        yield match, _Act(lemma(match["verb"].casefold()), ahead=True)
        return
    for done in _DONE.finditer(text):
        base = _base_of_done(done["verb"].casefold())
        if base:
            yield done, _Act(base, ahead=False)


@lru_cache(maxsize=16384)
def _base_of_done(word: str) -> str:
    """The dictionary form of a verb that stands in the past, "" for any other word."""
    base = lemma(word)
    is_done = base != word and (word.endswith("ed") or (
        not word.endswith(("s", "ing")) and part_of_speech(base) == "v"))
    return base if is_done else ""


_LIGHT = frozenset({"hold", "have", "take", "make", "get", "give", "keep", "do", "go", "come"})
"""Verbs that say too little for a plan and a deed to be the same act: what is held or taken is."""


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
