"""What came first: two acts that one claim tells in one order and another in the other.

"Police used tear gas after officers had been attacked" sets the attack before the gas; "officers
were injured after police had used tear gas" sets it behind. A way told from A to B there and from
B to A here is the same kind of clash.
"""

import re
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.acts import LIGHT, Act, act_of
from app.engine.casework.deeds import families_at
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.verbing import is_verb_at
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_ORDERING = listed("after before following once since")
_WAY = re.compile(r"\bfrom (?:the |its |their )?(?P<one>[A-Za-z][\w’' -]{2,40}?) (?:to|into) "
                  r"(?:the |its |their )?(?P<other>[A-Za-z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_ALIKE = 0.8
_REACH = 12
_NOT_ORDER = listed("looked look named sought shortly day days hours minutes week weeks year years")


class Order(NamedTuple):
    """Two acts, the first of them told as the earlier one."""

    early: Act
    late: Act


class Way(NamedTuple):
    """From where to where, in folded words."""

    start: frozenset[str]
    end: frozenset[str]


def ask(case: CaseWords) -> list[Question]:
    """One question a pair of acts or of places that two claims set in some order."""
    orders = [one for told in case.told if not _ORDERING.isdisjoint(told.forms)
              for one in _orders(told)]
    ways = [one for told in case.told if {"from", "to"} <= told.forms for one in _ways(told)]
    return [*_questions(case, orders, _reversed, "Order of events"),
            *_questions(case, ways, _turned, "From where to where")]


def _questions(case: CaseWords, answers: list[Answered],
               clash: Callable[[Answered, Answered], bool], label: str) -> Iterator[Question]:
    def belong(one: Answered, other: Answered) -> bool:
        return (one.told.id != other.told.id and case.one_event(one.told, other.told)
                and clash(one, other))

    def compare(one: Answered, other: Answered) -> Finding | None:
        if not belong(one, other):
            return None
        return aspects.clash(one, other, reason=Reason.EVENT_ORDER, what=label,
                             reading="The other way round",
                             because=f"{aspects.both(one, other)} tell it the other way round.")

    for group in grouped(answers, belong, lambda one: _keys(case, one)):
        yield Question(label=label, reason=Reason.EVENT_ORDER, answers=tuple(group), inside=True,
                       open=True, compare=compare)


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    event = case.event(one.told)
    if isinstance(one.meant, Way):
        for word in one.meant.start | one.meant.end:
            yield event, word
        return
    for act in one.meant:
        for deed in act.deeds:
            yield event, deed


def _orders(told: Told) -> Iterator[Answered]:
    """The two acts on either side of "after" or "before"."""
    tokens = told.side.tokens
    for at, token in enumerate(tokens):
        if token.norm not in _ORDERING or not 0 <= at < len(tokens) - 1:
            continue
        if tokens[at + 1].value is not None or (token.norm == "since" and at == 0):
            continue
        behind = _next_act(told, at)
        ahead = _last_act(told, at) if at else _after_comma(told, at)
        if behind is None or ahead is None or behind.deeds & ahead.deeds:
            continue
        early, late = (ahead, behind) if token.norm == "before" else (behind, ahead)
        if token.norm == "after" and tokens[at + 1].norm == "which":
            early, late = late, early
        yield aspects.spoken(told, token.start, token.end, Order(early, late))


def _next_act(told: Told, at: int) -> Act | None:
    """The first act behind a word: a verb, or a noun that tells one."""
    for place in range(at + 1, min(at + _REACH, len(told.side.tokens))):
        if place > at + 1 and told.side.tokens[place].norm in _ORDERING:
            return None
        act = _act(told, place)
        if act is not None:
            return act
    return None


def _last_act(told: Told, at: int) -> Act | None:
    for place in range(at - 1, max(-1, at - _REACH), -1):
        act = _act(told, place) if is_verb_at(told.side.tokens, place) else None
        if act is not None:
            return act
    return None


def _after_comma(told: Told, at: int) -> Act | None:
    """The act of the main clause behind "After ..., "."""
    comma = told.side.text.find(",", told.side.tokens[at].end)
    if comma < 0:
        return None
    place = next((i for i, token in enumerate(told.side.tokens) if token.start > comma), -1)
    return _next_act(told, place - 1) if place > 0 else None


def _act(told: Told, at: int) -> Act | None:
    """The act of one word, only what that word itself tells."""
    token: Token = told.side.tokens[at]
    if token.kind is not WordKind.CONTENT or token.norm in _NOT_ORDER:
        return None
    deeds = families_at(told.side.tokens, at)
    if not deeds and token.lemma not in LIGHT and is_verb_at(told.side.tokens, at):
        deeds = frozenset({f"={token.lemma}"})
    if not deeds:
        return None
    return act_of(told, at)._replace(deeds=deeds, verb=token)


def _reversed(one: Answered, other: Answered) -> bool:
    """What is early here is late there, and the other way round."""
    ours: Order = one.meant
    theirs: Order = other.meant
    return _same(ours.early, theirs.late) and _same(ours.late, theirs.early)


def _same(one: Act, other: Act) -> bool:
    """One deed, and nobody else’s or on nothing else."""
    if not one.deeds & other.deeds:
        return False
    return not (one.words and other.words and one.names and other.names
                and not one.names & other.names
                and not any(best(a, other.words)[0] >= _ALIKE for a in one.words))


def _ways(told: Told) -> Iterator[Answered]:
    for match in _WAY.finditer(told.side.text):
        start, end = (frozenset(match[group].casefold().split()) for group in ("one", "other"))
        if start and end and not start & end and not any(
                word.isdecimal() for word in start | end):
            yield aspects.answer(told, match, Way(start, end))


def _turned(one: Answered, other: Answered) -> bool:
    """Two names of places stand in the other order."""
    ours: Way = one.meant
    theirs: Way = other.meant
    return _one_place(ours.start, theirs.end) and _one_place(ours.end, theirs.start)


def _one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
