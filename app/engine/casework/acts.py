"""What is done in a clause, by its sense: the family of its verb and of the acts that it names.

"Hartmoor reported the spill" and "Hartmoor told the agency about the leak" tell one act: their
verbs are of one family, and so are the nouns. The families stand in `lexicon/acts.tsv`; a verb
of none is its own family, with its synonyms.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.engine.casework.deeds import families, phrases, stretch_of
from app.engine.casework.told import Told
from app.engine.casework.verbing import TIMES, is_verb_at, may_be_noun
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind

_BREAKS = listed("and but while after when who which because whom where before although though "
                 "whose as that if unless whereas so")
_MARKS = frozenset(";:“”—")
LIGHT = listed(
    "be have do make take get give hold place pass set due expect schedule plan need want hope "
    "intend vow promise seem appear refuse continue stay remain keep happen occur come go follow "
    "lead run last start begin commence end finish conclude say add fix see "
    "put move bring carry issue impose order serve leave face could will may can should")
"""Verbs that say little: what is done is told by the noun beside them ("the vote was held")."""

_STARTING = listed("start begin commence open launch establish kick")
_ENDING = listed("end finish conclude expire")


class Act(NamedTuple):
    """`deeds` are the families of what the verb says is done, `matters` those of the acts that
    the clause names beside it; `verb` is the verb itself, None in a clause without one. `words`
    are the words of weight of the clause, times left out, `names` its names."""

    deeds: frozenset[str]
    matters: frozenset[str]
    verb: Token | None
    words: tuple[Token, ...]
    names: frozenset[str]

    @property
    def kinds(self) -> frozenset[str]:
        """The families of all that is done or named."""
        return self.deeds | self.matters


def act_at(told: Told, start: int, end: int) -> Act:
    """The act that a time at this place of the claim's own text dates."""
    return act_in(told.side.wording, start, end)


@lru_cache(maxsize=4096)
def act_in(wording: Wording, start: int, end: int) -> Act:
    """The act that a time at this place of a text dates."""
    text, tokens = wording.text, wording.tokens
    at = next((i for i, one in enumerate(tokens) if one.end > start), len(tokens))
    after = next((i for i, one in enumerate(tokens) if one.start >= end), len(tokens))
    owned = _owned(tokens, after)
    if owned:
        return _act(tokens, after, owned, -1)
    first = at
    while first and not _breaks(text, tokens, first - 1, first):
        first -= 1
    verb = _last_verb(tokens, first, at)
    if verb < 0 and first and "as" in {tokens[first].norm, tokens[first - 1].norm}:
        first = _wider(text, tokens, first - (tokens[first - 1].norm == "as"))
        verb = _last_verb(tokens, first, at)
    if verb < 0 and first and at - first <= _SHORT_LEAD and _after_comma(text, tokens, first):
        wider = _wider(text, tokens, first)
        verb = _last_verb(tokens, wider, at)
        if verb >= 0 or _ends_in_act(tokens, first):
            return _act(tokens, wider, after, verb)
    last = after
    while last < len(tokens) and not _breaks(text, tokens, last - 1, last):
        last += 1
    if verb < 0:
        verb, last = _first_verb(text, tokens, after, last)
    else:
        last = min(last, _infinitive(tokens, after, last))
    return _act(tokens, first, last, verb)


def act_of(told: Told, verb: int) -> Act:
    """The act of a verb of the claim, with the words of its clause."""
    text, tokens = told.side.text, told.side.tokens
    first, last = verb, verb + 1
    while first and not _breaks(text, tokens, first - 1, first):
        first -= 1
    while last < len(tokens) and not _breaks(text, tokens, last - 1, last):
        last += 1
    return _act(tokens, first, last, verb)


def _owned(tokens: tuple[Token, ...], after: int) -> int:
    """Where the act ends whose day it is in "Wednesday’s explosion at the mill"; 0 if none."""
    if after >= len(tokens) or tokens[after].norm != "'s":
        return 0
    for at in range(after + 1, min(after + _TAKEN_UP, len(tokens))):
        if families(tokens[at].norm, tokens[at].lemma):
            return at + 1
    return 0


_SHORT_LEAD = 3


def _after_comma(text: str, tokens: tuple[Token, ...], first: int) -> bool:
    return "," in text[tokens[first - 1].end:tokens[first].start]


def _wider(text: str, tokens: tuple[Token, ...], first: int) -> int:
    """Where what stands before the comma begins, to which a time behind it by itself belongs."""
    first -= 1
    while first and not _breaks(text, tokens, first - 1, first):
        first -= 1
    return first


def _ends_in_act(tokens: tuple[Token, ...], first: int) -> bool:
    """As in "his death, on a Sunday": the last word before the comma names an act."""
    token = tokens[first - 1]
    return token.kind is WordKind.CONTENT and bool(families(token.norm, token.lemma))


def _breaks(text: str, tokens: tuple[Token, ...], left: int, right: int) -> bool:
    """A new clause begins between two words that stand beside each other."""
    if tokens[right].norm in _BREAKS or tokens[left].norm in _BREAKS:
        return True
    between = text[tokens[left].end:tokens[right].start]
    return "," in between or not _MARKS.isdisjoint(between) or (
        ". " in between and tokens[left].norm not in _OF_CLOCKS)


_OF_CLOCKS = frozenset({"a", "p", "m", "am", "pm"})


def _last_verb(tokens: tuple[Token, ...], first: int, at: int) -> int:
    """The verb that stands nearest before a time: one that is surely a verb and says what is
    done, then one that says little, then a word that can be a noun too; -1 without one."""
    verbs = [i for i in range(first, at) if is_verb_at(tokens, i)]
    sure = [i for i in verbs if not may_be_noun(tokens, i)]
    for held in (sure, verbs):
        if held:
            return next((i for i in reversed(held) if tokens[i].lemma not in LIGHT), held[-1])
    return -1


def _first_verb(text: str, tokens: tuple[Token, ...], after: int, last: int) -> tuple[int, int]:
    """The verb that stands first behind a time, also behind commas: "On Monday, it closed", "On
    Monday the bench, sitting alone, convicted him"."""
    begun = -1
    for _ in range(_COMMAS):
        for at in range(after, last):
            if is_verb_at(tokens, at):
                if not tokens[at].norm.endswith("ing"):
                    return at, last
                begun = at if begun < 0 else begun
        if last >= len(tokens) or tokens[last].norm in _BREAKS:
            break
        after, last = last, last + 1
        while last < len(tokens) and not _breaks(text, tokens, last - 1, last):
            last += 1
    return begun, last


_COMMAS = 3


def _infinitive(tokens: tuple[Token, ...], after: int, last: int) -> int:
    """Where "to charge visitors" begins behind the time, else the end."""
    return next((at for at in range(after, last - 1) if tokens[at].norm == "to"
                 and is_verb_at(tokens, at + 1)), last)


def _act(tokens: tuple[Token, ...], first: int, last: int, verb: int) -> Act:
    head = tokens[verb] if verb >= 0 else None
    light = head is None or head.lemma in LIGHT
    deeds: set[str] = set()
    matters: set[str] = set()
    telling: set[int] = {verb}
    lead = _antecedent(tokens, first)
    first_verb = next((at for at in range(first, last) if is_verb_at(tokens, at)
                       and not may_be_noun(tokens, at)), verb)
    for places, names in _told_in(tokens, lead, last):
        telling.update(places)
        is_subject = (places[-1] < first_verb and not tokens[places[0]].norm.endswith("ed")
                      and (places[0] < first or not _led(tokens, first, places[0])))
        is_deed = verb in places or light or is_subject
        (deeds if is_deed else matters).update(names)
    if head is not None and not light and not deeds:
        deeds.add(f"={head.lemma}")
    words = tuple([tokens[at] for at in range(lead, last)
                   if at not in telling and _weighs(tokens[at])])
    names = frozenset([token.lemma for token in tokens[lead:last]
                       if token.kind is WordKind.NAME])
    return Act(frozenset(deeds), frozenset(matters - deeds), head, words, names)


def _antecedent(tokens: tuple[Token, ...], first: int) -> int:
    """Where what "which", "who" or "that" takes up begins: "the blast which destroyed"."""
    if not first or tokens[first - 1].norm not in _RELATIVE or first < _TAKEN_UP:
        return first
    if tokens[first - 1].norm == "that" and not _ends_in_act(tokens, first - 1):
        return first
    return max(0, first - _TAKEN_UP)


_RELATIVE = frozenset({"which", "that", "who"})
_TAKEN_UP = 4
_PREPOSITIONS = listed("of by in after over about from for on with at to during against into "
                       "before following amid")
_LED_WITHIN = 3


def _led(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """A preposition leads to the noun, so that it is not what the verb is said of."""
    return any(token.norm in _PREPOSITIONS
               for token in tokens[max(first, at - _LED_WITHIN):at])


def _told_in(tokens: tuple[Token, ...], first: int, last: int
             ) -> Iterator[tuple[range, frozenset[str]]]:
    """Each act that stretch names, by a word or by a phrase, with its families."""
    at = first
    while at < last:
        token = tokens[at]
        for phrase, names in phrases().get(token.lemma, ()):
            covered = stretch_of(tokens, at, phrase)
            if covered:
                yield range(at, at + covered), names
                at += covered
                break
        else:
            found = families(token.norm, token.lemma)
            if found and token.kind is WordKind.CONTENT:
                yield range(at, at + 1), found
            at += 1


def _weighs(token: Token) -> bool:
    return token.kind is WordKind.CONTENT and token.lemma not in LIGHT and (
        token.norm not in TIMES and token.lemma not in TIMES)


def edge_of(told: Told, act: Act, start: int) -> str:
    """Whether a time is the "start" or the "end" of what is done, the day "until" which it
    lasts, or neither, ""."""
    before = told.side.text[max(0, start - 30):start]
    if _UNTIL.search(before) or ("extend" in act.kinds and before.endswith(" to ")):
        return "until"
    verb = act.verb.lemma if act.verb is not None else ""
    if _FROM.search(before) or verb in _STARTING:
        return "start"
    return "end" if verb in _ENDING or _PUT_OUT.search(told.side.text) else ""


_PUT_OUT = re.compile(r"\b(?:put out|extinguish\w*|declared out|under control|contained|died down|"
                      r"was out|were out|called off|brought to an end)\b", re.IGNORECASE)


_UNTIL = re.compile(r"\b(?:until|till|through)(?: the)?"
                    r"(?: end of| early| late| \S+ [ap]\.?m\.?| noon| midnight)?(?: on)? ?$",
                    re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|since|between|starting|beginning|as of|effective)"
                   r"(?: on| in| early| late| next)*(?: the)? ?$", re.IGNORECASE)
