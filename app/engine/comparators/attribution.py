"""Who said it."""

from app.domain.claims import Speaker
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.tokens import fold

_SAME_WORDS = 0.65


def compare(both: Alignment, /) -> Finding | None:
    """The same words are put into the mouths of two people, or one claim names who said it and
    the other tells it as a fact of its own."""
    if both.covered < _SAME_WORDS:
        return None
    ours, theirs = both.first.claim.speaker, both.second.claim.speaker
    if ours is None and theirs is None:
        return None
    if ours is None or theirs is None:
        return _finding(both, _told(ours), _told(theirs), Relation.RELATED, Strength.TENSION)
    if not ours.name or not theirs.name or _one_person(ours.name, theirs.name):
        return None
    return _finding(both, ours.name, theirs.name, Relation.CONFLICT, Strength.STRICT)


def _told(speaker: Speaker | None) -> str:
    return speaker.name if speaker is not None and speaker.name else "—"


def _one_person(one: str, other: str) -> bool:
    """The shorter name's words all stand in the longer one."""
    a, b = sorted((set(fold(one).split()), set(fold(other).split())), key=len)
    return a <= b


def _finding(both: Alignment, one: str, other: str, relation: Relation,
             strength: Strength) -> Finding | None:
    named = [name for name in (one, other) if name != "—"]
    if not named:
        return None
    because = (f"The same words are given to “{one}” and to “{other}”." if len(named) > 1
               else f"Only one of them says who told it: “{named[0]}”.")
    ours, theirs = both.first.claim.span, both.second.claim.span
    return Finding(
        reason=Reason.ATTRIBUTION, relation=relation, strength=strength, because=because,
        what="Who said it", reading="Another speaker" if len(named) > 1 else "Named once",
        first_value=one, second_value=other,
        first_places=(Place(ours.start, ours.end),),
        second_places=(Place(theirs.start, theirs.end),),
    )
