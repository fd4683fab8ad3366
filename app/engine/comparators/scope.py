"""How far a claim reaches: all, most, some, only."""

from collections.abc import Mapping
from functools import cache

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.phrases import Phrases
from app.engine.sides import Side
from app.engine.tokens import WordKind

_A_PART = "a part"
_NEAR = 2
_ONE_STORY = 0.25
_ALL_SHARED = 0.8
_SO_FAR = frozenset({"since", "altogether", "cumulatively"})
_DAYS = frozenset({"yesterday", "today", "overnight"})
_CONDITIONS = frozenset({"if", "unless", "provided", "except"})


def compare(both: Alignment, /) -> Finding | None:
    """The claims speak of the same but reach differently far: "all" against "some", or "only",
    "exclusively", "partly" on one side, or "in any way" against an exception."""
    return (_quantified(both) or _excepted(both) or _conditional(both)
            or _running(both) or _restricted(both))


def _running(both: Alignment) -> Finding | None:
    """One figure is told as a day's and as the sum so far ("on Friday", "since May")."""
    if not any(both.first.tokens[i].kind is WordKind.NUMBER for i in both.links):
        return None
    for turned in (False, True):
        summed, daily = (both.second, both.first) if turned else (both.first, both.second)
        links, back = (both.back, both.links) if turned else (both.links, both.back)
        so_far, on = _since(summed, links), _that_day(daily, back)
        if so_far and on and not _since(daily, {}):
            ours, theirs = (on, so_far) if turned else (so_far, on)
            return _finding(both.first.words(*ours), both.second.words(*theirs), Strength.STRICT,
                            (both.first.place(*ours),), (both.second.place(*theirs),))
    return None


def _since(side: Side, linked: Mapping[int, int]) -> tuple[int, ...]:
    if _SO_FAR.isdisjoint(side.forms):
        return ()
    return next(((i,) for i, token in enumerate(side.tokens)
                 if token.norm in _SO_FAR and i not in linked), ())


def _that_day(side: Side, linked: Mapping[int, int]) -> tuple[int, ...]:
    return next(((i,) for i, token in enumerate(side.tokens) if i not in linked and (
        token.kind is WordKind.WEEKDAY or token.norm in _DAYS)), ())


def _conditional(both: Alignment) -> Finding | None:
    """A condition that only one side tells ("if the sale fails"), all else being shared."""
    if max(both.covered_first, both.covered_second) < _ALL_SHARED:
        return None
    ours, theirs = _conditions(both.first, both.links), _conditions(both.second, both.back)
    if bool(ours) == bool(theirs):
        return None
    one = both.first.words(ours[0]) if ours else "—"
    other = both.second.words(theirs[0]) if theirs else "—"
    return _finding(one, other, Strength.STRICT, tuple(map(both.first.place, ours)),
                    tuple(map(both.second.place, theirs)))


def _conditions(side: Side, linked: Mapping[int, int]) -> tuple[int, ...]:
    if _CONDITIONS.isdisjoint(side.forms):
        return ()
    return tuple(i for i, token in enumerate(side.tokens)
                 if i not in linked and token.norm in _CONDITIONS)


def _excepted(both: Alignment) -> Finding | None:
    """"in any way" against "except under limited circumstances"."""
    if max(both.covered_first, both.covered_second) < _ONE_STORY:
        return None
    ours, theirs = _phrase(both.first, "absolute"), _phrase(both.second, "absolute")
    if bool(ours) == bool(theirs):
        return None
    if ours:
        theirs = _phrase(both.second, "exception")
    else:
        ours = _phrase(both.first, "exception")
    if not (ours and theirs):
        return None
    return _finding(both.first.words(*ours), both.second.words(*theirs), Strength.STRICT,
                    (both.first.place(*ours),), (both.second.place(*theirs),))


@cache
def _phrases(kind: str) -> Phrases[str]:
    return Phrases((phrase, kind) for phrase in lexicon.scope_phrases(kind))


def _phrase(side: Side, kind: str) -> tuple[int, ...]:
    phrases = _phrases(kind)
    if not phrases.may_stand_in(side.forms):
        return ()
    return next((words for words, _ in phrases.found(side.tokens)), ())


def _reaches(side: Side, linked: Mapping[int, int]) -> dict[int, tuple[int, str]]:
    """Quantifiers that did not match: the word they stand on, where they stand, and how far
    they reach."""
    found: dict[int, tuple[int, str]] = {}
    for i, token in enumerate(side.tokens):
        reach = lexicon.QUANTIFIERS.get(token.norm) or _part(side, i)
        if reach is None or i in linked:
            continue
        for on in range(i + 1, min(i + 2 + _NEAR, len(side.tokens))):
            found.setdefault(on, (i, reach))
    return found


def _part(side: Side, at: int) -> str | None:
    """The "two" of "two of the miners" reaches over a part of them."""
    if side.tokens[at].kind is not WordKind.NUMBER or at + 1 == len(side.tokens):
        return None
    return _A_PART if side.tokens[at + 1].norm == "of" else None


def _quantified(both: Alignment) -> Finding | None:
    if lexicon.QUANTIFIERS.keys().isdisjoint(both.first.forms | both.second.forms):
        return None
    ours, theirs = _reaches(both.first, both.links), _reaches(both.second, both.back)
    for on, (i, reach) in sorted(ours.items()):
        j, other = theirs.get(both.links.get(on, -1), (-1, reach))
        if j >= 0 and other != reach and (
                _A_PART not in {reach, other} or "all" in {reach, other}):
            return _finding(both.first.words(i), both.second.words(j), Strength.STRICT,
                            (both.first.place(i),), (both.second.place(j),))
    return None


def _restricted(both: Alignment) -> Finding | None:
    ours, theirs = _restrictors(both.first, both.links), _restrictors(both.second, both.back)
    if bool(ours) == bool(theirs):
        return None
    strength = Strength.TENSION
    if both.covered >= _ALIKE:
        free = _anybody(both.second, both.back) if ours else _anybody(both.first, both.links)
        ours, theirs = (ours, free) if ours else (free, theirs)
        strength = Strength.STRICT if free else strength
    one = both.first.words(ours[0]) if ours else "—"
    other = both.second.words(theirs[0]) if theirs else "—"
    return _finding(one, other, strength, tuple(map(both.first.place, ours)),
                    tuple(map(both.second.place, theirs)))


_ALIKE = 0.5
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "all", "any"})


def _anybody(side: Side, linked: Mapping[int, int]) -> tuple[int, ...]:
    """"Only members" against "anyone"."""
    if _ANYBODY.isdisjoint(side.forms):
        return ()
    return tuple(i for i, token in enumerate(side.tokens)
                 if i not in linked and token.norm in _ANYBODY)


def _restrictors(side: Side, linked: Mapping[int, int]) -> tuple[int, ...]:
    if lexicon.RESTRICTORS.isdisjoint(side.forms):
        return ()
    return tuple(i for i, token in enumerate(side.tokens)
                 if i not in linked and token.norm in lexicon.RESTRICTORS)


def _finding(one: str, other: str, strength: Strength, ours: tuple[Place, ...],
             theirs: tuple[Place, ...]) -> Finding:
    told = [word for word in (one, other) if word != "—"]
    because = (f"“{told[0]}” and “{told[1]}” reach differently far." if len(told) > 1
               else f"Only one of them says “{told[0]}”.")
    return Finding(
        reason=Reason.SCOPE,
        relation=Relation.CONFLICT if strength is Strength.STRICT else Relation.RELATED,
        strength=strength, because=because, what="Scope", reading="Reaches differently far",
        first_value=one, second_value=other, first_places=ours, second_places=theirs,
    )
