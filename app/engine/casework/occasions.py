"""Of which occasion, round or part of a place a claim tells."""

import re
from functools import lru_cache

from app.engine.casework.questions import Answered
from app.engine.casework.told import Told
from app.engine.lexicon import MONTHS, WEEKDAYS

_ELSEWHERE = frozenset({"second", "another", "similar", "previous", "neighboring", "earlier"})
_ROUNDS = re.compile(r"\b(?:first|second|third|fourth|last|previous|next) (?:\w+ )?"
                     r"(?:round|phase|stage|leg|wave|trial|vote|ballot)\b"
                     r"|\b(?:first|second|third|fourth) (?:half|quarter)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:In|At|On|Among|Around|Near) (?:the |its |their )?([a-z]+(?: [a-z]+)?)"
                      r"(?:,| (?=[A-Z\d]|he |she |it |they |the |about |some |more |only ))")


_AT = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear)(?: the)? ((?:[A-Z][\w-]+)(?: [A-Z][\w-]+)*)")


def in_other_places(one: Answered, other: Answered) -> bool:
    """Each claim places its figure where the other does not."""
    ours, theirs = (places_in(side.told.side.text) for side in (one, other))
    return bool(ours and theirs) and not any(
        set(a.split()) & set(b.split()) for a in ours for b in theirs)


@lru_cache(maxsize=4096)
def places_in(text: str) -> frozenset[str]:
    """What a claim names after "in", "at" or "near"."""
    return (frozenset([match[1].casefold() for match in _AT.finditer(text)])
            - MONTHS - WEEKDAYS)


def elsewhere(told: Told) -> frozenset[str]:
    """Words by which a claim says that it tells of another occasion."""
    return told.forms & _ELSEWHERE


def rounds(told: Told) -> frozenset[str]:
    """Which round or half of something a claim tells of."""
    return _rounds_in(told.side.text)


@lru_cache(maxsize=4096)
def _rounds_in(text: str) -> frozenset[str]:
    return frozenset([match.group().casefold() for match in _ROUNDS.finditer(text)])


_NOWHERE: frozenset[str] = frozenset()


def opening(told: Told) -> frozenset[str]:
    """Where a claim opens with a part of the place: "In the harbour district she won"."""
    match = _OPENING.match(told.side.text)
    if match is None:
        return _NOWHERE
    return frozenset(token.lemma for token in told.side.tokens
                     if match.start(1) <= token.start < match.end(1)
                     and token.lemma in told.words)
