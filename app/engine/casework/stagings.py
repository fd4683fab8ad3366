"""How far an act has come, as one claim tells it: by the words before a verb or around a noun.

"Has reopened" is done, "will reopen" to come, "may reopen" only possible, "has yet to reopen" not
yet done; "awaits a vote" tells the same of a noun. What stands in quotation marks is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.engine.casework import aspects
from app.engine.casework.acts import Act, act_at, act_of
from app.engine.casework.deeds import families_at
from app.engine.casework.questions import Answered
from app.engine.casework.told import Told
from app.engine.casework.verbing import in_small_letters, is_verb_at
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind


class State(StrEnum):
    """How far an act has come, as a claim tells it."""

    DONE = "done"
    COMING = "to come"
    OPEN = "only possible"
    PENDING = "not yet done"
    NEVER = "not to come"
    OFF = "called off"


_BETWEEN = listed("be been being also now soon only again finally likely still already just even "
                  "never not n't yet have eventually all both then either")
_NOT = listed("never not n't no nor without")
_OPENING = listed("could may might whether if consider considering considers considered weighing "
                  "weighs mulling mulls examining possibly perhaps")
_WILLING = listed("will shall would 'll")
_HAVING = listed("has have 've had")
_LEADS_TO = {
    State.COMING: listed("set due going about plan plans planned promised promises vowed vows "
                         "pledged agreed certain intends poised is are scheduled decided"),
    State.OPEN: listed("threatens threatened threatening whether asked likely proposes proposed "
                       "urged considering"),
    State.PENDING: listed("yet still needs has have remains awaits waits waiting"),
}
"""Words before "to" and a verb, with what they make of it."""

_SIGNS_OF_TIME = listed("since by until before")
_NOUN_STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    (State.PENDING, re.compile(
        r"\b(?:await(?:s|ing)?|still needs?|pending|waits? for|waiting for) (?:\w+ ){0,3}?@"
        r"|\bno (?:\w+ )?@\w* (?:has|have) (?:yet )?been\b|\bno (?:\w+ )?@ yet\b",
        re.IGNORECASE)),
    (State.OFF, re.compile(
        r"@,? (?:\S+ ){0,6}?(?:had been (?:set|due|scheduled|planned)|was (?:to have|due|supposed)|"
        r"(?:was|were|has been|have been|had been) (?:called off|cancell?ed|suspended|scrapped))\b",
        re.IGNORECASE)),
    (State.OFF, re.compile(
        r"\b(?:called off|cancell?ed|suspended|scrapped) (?:\w+ ){0,3}?@", re.IGNORECASE)),
    (State.OPEN, re.compile(
        r"\b(?:decision on|considering|weighing|possible|threat of) (?:\w+ ){0,3}?@",
        re.IGNORECASE)),
)
"""What the words around an act told as a noun (@) make of it."""

_MOST_ACTS = 4
_TELLING = listed("report announce start end meet school show stay extend delay")
"""Families that say too little for two verbs to be one act."""


class Stated(NamedTuple):
    """An act with how far it has come; `day` is the first day that the claim tells for it."""

    act: Act
    state: State
    day: date | None


def read(told: Told) -> Iterator[Answered]:
    """The acts of a claim with their states; what is done only where a family tells it."""
    told = in_small_letters(told)
    forms = told.forms
    undecided = None if _DECIDED.isdisjoint(forms) else _UNDECIDED.search(told.side.text)
    if not _GIVEN.isdisjoint(forms):
        yield from _sentences(told)
    signs = (not _AUXILIARIES.isdisjoint(forms), not _NOUN_SIGNS.isdisjoint(forms))
    found = 0
    for at in range(len(told.side.tokens)):
        answer = _stated(told, at, signs, undecided.end() if undecided else -1)
        if answer is not None:
            yield answer
            found += 1
            if found == _MOST_ACTS:
                return
    if undecided is not None and not found:
        act = act_at(told, undecided.start(), undecided.end())
        yield aspects.answer(told, undecided, Stated(
            act._replace(deeds=frozenset({ANYTHING})), State.OPEN, _day(told)))


def _sentences(told: Told) -> Iterator[Answered]:
    """A term of prison that somebody gets, in the words of headlines."""
    match = _SENTENCED.search(told.side.text)
    if match is not None:
        act = Act(frozenset({"sentence"}), frozenset(), None, (), frozenset())
        yield aspects.answer(told, match, Stated(act, State.DONE, _day(told)))


def _day(told: Told) -> date | None:
    return next((first for first, _, _ in told.days()), None)


def in_full(one: Answered) -> Answered:
    """The answer with the words of the clause, which are read only where two answers meet."""
    stated: Stated = one.meant
    verb = stated.act.verb
    if verb is None or stated.act.words:
        return one
    at = one.told.side.tokens.index(verb)
    act = act_of(one.told, at)._replace(deeds=stated.act.deeds, verb=verb)
    return replace(one, meant=stated._replace(act=act))


ANYTHING = "?"
"""The family of an act that is still to be decided on, whatever it may be."""

_UNDECIDED = re.compile(
    r"\b(?:decision on [^.;]{3,60}? (?:put off|postponed|delayed|pending|expected|due)|"
    r"will be decided|(?:has|have|had|is|was|are) (?:still )?(?:not|n[’']t) (?:yet )?"
    r"(?:been )?decided|un(?:decided|clear) (?:whether|if)|yet to (?:be decided|decide)|"
    r"remains to be (?:seen|decided)|(?:still|are|is) considering whether|"
    r"nothing (?:is|was|has been|will be) (?:decided|settled|agreed)|"
    r"(?:will|to) decide (?:\w+ ){0,4}(?:whether|if))\b", re.IGNORECASE)
_SENTENCED = re.compile(
    r"\b(?:gets?|got|(?:was|were|been) (?:given|handed)|(?:jailed|caged|locked up|sent (?:down|to "
    r"(?:prison|jail))) (?:\w+ )?for) (?:\w+ )?(?:[\w-]+) (?:years?|months?)"
    r"(?: in (?:prison|jail))?\b"
    r"|\b(?:gets?|got|given) life\b", re.IGNORECASE)


def _stated(told: Told, at: int, signs: tuple[bool, bool], undecided: int) -> Answered | None:
    """The act of one word of a claim, None for a word that tells none. Behind `undecided`, where
    the words that nothing is decided end, all is open."""
    token = told.side.tokens[at]
    if token.kind is not WordKind.CONTENT:
        return None
    own = families_at(told.side.tokens, at) or _carried(told, at)
    if not own and not signs[0]:
        return None
    is_verb = is_verb_at(told.side.tokens, at)
    if undecided >= 0 and ((own and own <= _DECIDING) or token.lemma == "decide"):
        return None
    state = _of_verb(told, at) if is_verb else (
        _of_noun(told, token) if own and signs[1] else None)
    if undecided >= 0 and (own or token.start > undecided) and (state is not None or is_verb):
        state = State.OPEN
    if state is None or (state is State.DONE and not own) or _quoted(
            told.side.text, token.start):
        return None
    deeds = own or frozenset({f"={token.lemma}"})
    if deeds <= _TELLING:
        return None
    act = Act(deeds, frozenset(), token, (), frozenset())
    return aspects.spoken(told, token.start, token.end, Stated(act, state, _day(told)))


_AUXILIARIES = listed("""
    will would shall could may might whether if to not n't never yet still has have considering
    consider considers weighing mulling examining possibly perhaps awaits await pending
""") | {"'ll"}
_NOUN_SIGNS = listed("""
    awaits awaiting await still pending waits waiting no yet been was were called canceled cancelled
    suspended scrapped decision considering weighing possible threat
""")
_DECIDED = listed("decided decide decision undecided unclear remains considering")
_GIVEN = listed("get gets got given handed jailed caged locked sent")


def _carried(told: Told, at: int) -> frozenset[str]:
    """The families of the noun that a verb like "impose" carries, next behind it."""
    tokens = told.side.tokens
    if tokens[at].lemma not in _CARRYING:
        return frozenset()
    return next((found for place in range(at + 1, min(at + 1 + _LED_WITHIN, len(tokens)))
                 if (found := families_at(tokens, place))), frozenset())


_DECIDING = frozenset({"vote"})
_CARRYING = listed("hold pass impose take give issue make lodge cast carry")
"""Verbs that only carry an act told as a noun: a vote is held, a fine imposed."""


def _quoted(text: str, at: int) -> bool:
    """The place lies between quotation marks."""
    return text.count("“", 0, at) > text.count("”", 0, at)


def _of_noun(told: Told, token: Token) -> State | None:
    text = f"{told.side.text[:token.start]}@{told.side.text[token.end:]}"
    return next((state for state, words in _NOUN_STATES if words.search(text)), None)


def _of_verb(told: Told, at: int) -> State | None:
    """How far the act of a verb has come, by the words right before it; None where it is denied
    or not told."""
    tokens = told.side.tokens
    lead = at - 1
    while lead >= 0 and tokens[lead].norm in _BETWEEN:
        lead -= 1
    chain = {token.norm for token in tokens[lead + 1:at]}
    denied = not chain.isdisjoint(_NOT)
    before = tokens[lead].norm if lead >= 0 else ""
    led = {token.norm for token in tokens[max(0, lead - _LED_WITHIN):lead + 1]}
    if not led.isdisjoint(_NOBODY):
        return None
    if before == "to" and "have" not in chain:
        return _led_to(tokens, lead, denied=denied, in_title=told.side.claim.in_title)
    if before in _WILLING:
        return State.NEVER if denied else State.COMING
    if before in _OPENING:
        return None if denied else State.OPEN
    if denied:
        pending = before in _HAVING - {"had"} or "yet" in chain or before == "yet"
        return State.PENDING if pending and told.forms.isdisjoint(_SIGNS_OF_TIME) else None
    return State.DONE if _is_past(told, at) else None


_NOBODY = listed("no nobody none neither nor")


def _led_to(tokens: Sequence[Token], at: int, *, denied: bool, in_title: bool
            ) -> State | None:
    """What stands before "to" and a verb: "set to close", "yet to vote", "whether to sue"."""
    near = [token.norm for token in tokens[max(0, at - _LED_WITHIN):at]]
    if not _WAS.isdisjoint(near):
        return None
    for word in reversed(near):
        for state, words in _LEADS_TO.items():
            if word in words:
                if "not" in near or denied:
                    return State.NEVER if word == "decided" else None
                return State.PENDING if "still" in near else state
    return State.COMING if not denied and in_title and _is_headline(tokens) else None


_LED_WITHIN = 4
_WAS = frozenset({"was", "were"})


def _is_headline(tokens: Sequence[Token]) -> bool:
    """No auxiliary and no past: "Halden to close plant"."""
    return all(token.norm not in _HAVING | _BE for token in tokens)


_BE = listed("is are was were")


def _is_past(told: Told, at: int) -> bool:
    tokens = told.side.tokens
    token = tokens[at]
    if token.norm == token.lemma or token.norm.endswith(("ing", "er", "or", "est")):
        return False
    if not token.norm.endswith("s"):
        return True
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return told.side.claim.in_title and after not in _WILLING | _OPENING | _BE


