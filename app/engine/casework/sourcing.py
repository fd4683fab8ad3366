"""Who says so, and how near to it: a name, a nameless source, nobody, a second hand."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.facts import FactKind
from app.domain.pairs import Finding, Place, Reason
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.lemmas import lemma_of
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import fold

_NAMELESS = re.compile(
    r"\b(?:sources?|(?:person|people|official|officials|somebody|someone) (?:familiar|close|with "
    r"knowledge|briefed|who (?:asked|spoke))|insiders?|anonymous|on condition of anonymity|"
    r"(?:two|three|several|some) (?:people|persons|officials))\b", re.IGNORECASE)
_SECOND_HAND = re.compile(
    r"\btold (?:\w+ ){0,2}?(?:aides|colleagues|friends|associates|allies|advis[eo]rs|staff|"
    r"confidants|relatives|partners)\b", re.IGNORECASE)
_SAYING = listed("say tell note add report source person people official familiar talk "
                    "knowledge plan accord condition anonymity aide colleague friend associate "
                    "ally adviser them one two three confidant relative partner")


def ask(case: CaseWords) -> list[Question]:
    """One question a claim that two articles attribute in different ways."""
    return aspects.ask(case, _SOURCES)


def _read(told: Told) -> Iterator[Answered]:
    speaker = told.side.claim.speaker
    text = told.side.text
    second = _SECOND_HAND.search(text) if "told" in told.forms else None
    if second is not None:
        yield _of(aspects.answer(told, second, "second hand"), told)
    elif speaker is None or not speaker.name:
        if _TELLING.isdisjoint(told.forms):
            yield Answered(told=told, value="No source", places=(_whole(told),),
                           meant="nobody", own=_SAYING)
    else:
        match = _NAMELESS.search(text)
        place = told.where(speaker.name.split()[-1]) or _whole(told)
        found = Answered(told=told, value=speaker.name, places=(place,), own=_SAYING,
                         meant="nameless" if match or _NAMELESS.search(speaker.name) else "named")
        yield _of(found, told)


_TELLING = frozenset({"said", "says", "told", "according", "reported", "added"})


def _of(found: Answered, told: Told) -> Answered:
    """The words that name and describe the speaker are not what is said."""
    speaker = told.side.claim.speaker
    said = {lemma_of(word) for word in re.findall(r"[\w-]+", speaker.name)} if speaker else set()
    said |= {fold(word) for word in re.findall(r"[\w-]+", speaker.name)} if speaker else set()
    said |= {lemma_of(word) for fact in told.facts(FactKind.TITLE, FactKind.PERSON)
             for word in re.findall(r"[\w-]+", fact.surface)}
    said |= {fold(word) for fact in told.facts(FactKind.PERSON)
             for word in re.findall(r"[\w-]+", fact.surface)}
    return replace(found, own=_SAYING | said | {"owner"})


def _whole(told: Told) -> Place:
    span = told.side.claim.span
    return Place(span.start, span.end)


def _compare(one: Answered, other: Answered) -> Finding | None:
    """One stands on a name, the other on a nameless source, on nobody, or on a second hand."""
    kinds = {one.meant, other.meant}
    if len(kinds) == 1:
        return None
    if "second hand" in kinds:
        return aspects.beside(one, other, reason=Reason.ATTRIBUTION, what="Source",
                              reading="First or second hand",
                              because="One has it from the speaker, the other from people who "
                                      "were told.")
    return aspects.beside(one, other, reason=Reason.ATTRIBUTION, what="Source",
                          reading="Another strength of source",
                          because=f"{_source(one)} against {_source(other)}: the claim does not "
                                  "stand on the same ground.")


def _source(one: Answered) -> str:
    return "no source" if one.meant == "nobody" else f"“{one.value}”"


_SOURCES = Aspect(label="Source", reason=Reason.ATTRIBUTION, read=_read, compare=_compare,
                  signs=frozenset({"the", "a", "an", "said", "to", "of", "in", "will"}),
                  least=0.8, differ=lambda one: one.meant)
