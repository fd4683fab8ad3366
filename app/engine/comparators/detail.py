"""Another word in the same place."""

from dataclasses import replace

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.denials import one_denied
from app.engine.facing import Swap
from app.engine.frames import is_period
from app.engine.slots import other_filling
from app.engine.tokens import WordKind

_WORDS = frozenset({WordKind.NAME, WordKind.CONTENT})
_UNITS = frozenset({"time", "unit", "mass", "area"})
_BOTH_SIDES = 2
_AHEAD = frozenset({"lead", "ahead", "leader"})
_LEVEL = frozenset({"tie", "tied", "level", "neck", "even", "deadlocked", "deadlock"})
_ONE_MATTER = 0.1


def compare(both: Alignment, /) -> Finding | None:
    """Another name, or another word that means something else, stands in the same place of
    sentences that otherwise match, or after the same verb ("directed by", "born in")."""
    swaps = [swap for swap in both.swaps
             if swap.kind in _WORDS and swap.frame and not _counted(both, swap)
             and not one_denied(both, swap) and not _measured(both, swap)]
    if both.shared < _ONE_MATTER:
        return None
    return _swapped(both, swaps) or _filled(both)


def _swapped(both: Alignment, swaps: list[Swap]) -> Finding | None:
    if not swaps:
        return None
    best = max(swaps, key=lambda swap: (_excludes(both, swap), swap.kind is WordKind.NAME,
                                        swap.frame))
    if not _is_strict(both, best):
        filled = _filled(both)
        if filled is not None:
            return filled
    ours, theirs = both.first.words(*best.first), both.second.words(*best.second)
    if _standing(both, best):
        told = _finding(both, best.first, best.second,
                        f"“{ours}” and “{theirs}”: a lead here is a tie there.", Strength.TENSION)
        return replace(told, relation=Relation.RELATED, reading="Ahead or level")
    return _finding(both, best.first, best.second,
                    f"“{ours}” stands where the other says “{theirs}”.",
                    Strength.STRICT if _is_strict(both, best) else Strength.TENSION)


def _measured(both: Alignment, swap: Swap) -> bool:
    """The periods that two figures are measured over: for the figures to tell."""
    return is_period(both, swap) and any(
        other.kind is WordKind.NUMBER for other in both.swaps)


def _standing(both: Alignment, swap: Swap) -> bool:
    one = both.first.tokens[swap.first[0]].lemma
    other = both.second.tokens[swap.second[0]].lemma
    return (one in _AHEAD and other in _LEVEL) or (one in _LEVEL and other in _AHEAD)


def _is_strict(both: Alignment, swap: Swap) -> bool:
    return _excludes(both, swap) or (swap.kind is WordKind.NAME and swap.frame == _BOTH_SIDES
                                     and _of_one_sort(both, swap))


def _filled(both: Alignment) -> Finding | None:
    """One place of one verb is filled with another name."""
    found = other_filling(both)
    if found is None:
        return None
    slot, other = found
    verb = both.first.words(slot.verb)
    ours, theirs = both.first.words(*slot.filled), both.second.words(*other.filled)
    return _finding(both, slot.filled, other.filled,
                    f"After “{verb} {slot.small}” one has “{ours}”, the other “{theirs}”.",
                    Strength.STRICT)


def _finding(both: Alignment, mine: tuple[int, ...], its: tuple[int, ...], because: str,
             strength: Strength) -> Finding:
    return Finding(
        reason=Reason.DETAIL, relation=Relation.CONFLICT, strength=strength, because=because,
        what="Detail", reading="Another detail",
        first_value=both.first.words(*mine), second_value=both.second.words(*its),
        first_places=(both.first.place(*mine),), second_places=(both.second.place(*its),),
    )


def _excludes(both: Alignment, swap: Swap) -> bool:
    """Both words belong to one closed class, whose members exclude one another."""
    one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
    if lexicon.two_places(one.norm, other.norm):
        return True
    return not lexicon.class_of(one.norm).isdisjoint(lexicon.class_of(other.norm))


def _of_one_sort(both: Alignment, swap: Swap) -> bool:
    """A nationality is no other name for a person or a title ("American", "Game")."""
    one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
    return bool(lexicon.class_of(one.norm)) == bool(lexicon.class_of(other.norm))


def _counted(both: Alignment, swap: Swap) -> bool:
    """The units of two figures ("five decades", "50 years"): for the figures to tell."""
    return all(at[0] > 0 and side.tokens[at[0] - 1].kind is WordKind.NUMBER
               and not _UNITS.isdisjoint(lexicon.class_of(side.tokens[at[0]].norm))
               for side, at in ((both.first, swap.first), (both.second, swap.second)))
