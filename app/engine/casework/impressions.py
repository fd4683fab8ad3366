"""What the wording suggests: a cause for a sequence, a deed without its doer."""

import re
from collections.abc import Iterator

from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed

_CAUSE = re.compile(r"\b(?:because of|because|due to|owing to|caused by|as a result of|caused|"
                    r"led to|blamed on)\b", re.IGNORECASE)
_SEQUENCE = re.compile(r"\b(?:after|following|amid|in the wake of|when|as)\b", re.IGNORECASE)
_HARM = r"(?:shot|killed|struck|hit|beat|beaten|wounded|injured|tasered|stabbed|attacked)"
_WHO = (r"(?:police|officers?|soldiers?|troops|guards?|agents?|deput(?:y|ies)|sheriffs?|gunmen|"
        r"settlers|militants|drivers?|marshals?)")
_DOER = re.compile(rf"\b{_WHO}\b(?: have| had| has)?(?: fatally)? {_HARM}\b", re.IGNORECASE)
_HIDDEN = re.compile(
    rf"\b(?:(?:was|were|been)(?: fatally)? {_HARM}\b(?![^.;]{{0,60}}\bby\b)|"
    r"(?:died|killed|injured) (?:in|during|after) (?:an? |the )?(?:\w+ )?(?:incident|encounter|"
    r"confrontation|altercation|shooting)|officer-involved)", re.IGNORECASE)
_HARMED = listed("shot killed struck hit beat beaten wounded injured tasered stabbed attacked "
                    "died officer-involved involved")
_DEEDS = listed("shoot kill strike hit beat wound injure taser stab attack die incident "
                   "encounter confrontation altercation shooting involve dead officer police "
                   "soldier troop guard agent deputy sheriff gunman settler driver")


def ask(case: CaseWords) -> list[Question]:
    """Questions of impression: cause or sequence, and whether the doer is named."""
    return [*aspects.ask(case, _CAUSES), *aspects.ask(case, _DOERS)]


def _causes(told: Told) -> Iterator[Answered]:
    cause = _CAUSE.search(told.side.text)
    if cause is not None:
        yield aspects.answer(told, cause, "cause", own={"cause", "lead", "result", "wake"})
        return
    sequence = _SEQUENCE.search(told.side.text)
    if sequence is not None:
        yield aspects.answer(told, sequence, "sequence", own={"follow", "wake"})


def _compare_causes(one: Answered, other: Answered) -> Finding | None:
    """One tells what came after, the other what came of it."""
    if one.meant == other.meant:
        return None
    return aspects.beside(one, other, reason=Reason.EVENT_ORDER, what="Cause",
                          reading="Sequence or cause",
                          because=f"{aspects.both(one, other)}: one tells a sequence, the other "
                                  "a cause.")


def _doers(told: Told) -> Iterator[Answered]:
    doer = _DOER.search(told.side.text)
    hidden = _HIDDEN.search(told.side.text) if doer is None else None
    match = doer or hidden
    if match is not None:
        yield aspects.answer(told, match, "named" if doer else "hidden", own=_DEEDS)


def _compare_doers(one: Answered, other: Answered) -> Finding | None:
    """One says who did it, the other only what happened."""
    if one.meant == other.meant:
        return None
    named = one if one.meant == "named" else other
    return aspects.clash(one, other, reason=Reason.TERMINOLOGY, strength=Strength.FRAMING,
                         what="Who did it", reading="The doer is left out",
                         because=f"Only “{named.value}” says who did it.")


_CAUSES = Aspect(label="Cause of", reason=Reason.EVENT_ORDER, read=_causes,
                 compare=_compare_causes, least=0.6, differ=lambda one: one.meant,
                 signs=listed("because due owing caused result led blamed after following amid "
                                 "wake when"))
_DOERS = Aspect(label="Who did it", reason=Reason.TERMINOLOGY, read=_doers, signs=_HARMED,
                compare=_compare_doers, least=0.4, differ=lambda one: one.meant)
