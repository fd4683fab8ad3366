"""How much of a group a claim tells something of: all, none, three of five, most, only those who.

A portion is read with what is told of it: the acts of its clause (`deeds.py`) and the fates of
the table (`fates.py`), turned where the clause denies them.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.engine.casework.deeds import families_at
from app.engine.casework.fates import Fate, fates_in
from app.engine.casework.members import Members, members_at
from app.engine.casework.openings import Extent, Opened, fits, opened
from app.engine.casework.verbing import is_verb_at
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import Token, WordKind


class Portion(NamedTuple):
    """`start` and `end` are places in the claim's own text; `many` is how many are told of, or
    which `share` (0 to 1) of all; `verbs` are what is done, as lemmas, `acts` the families of
    that, `fates` what becomes of them; `doers` are the names and the kin before it that no
    preposition leads to."""

    extent: Extent
    members: Members
    start: int
    end: int
    many: float | None
    share: float | None
    verbs: frozenset[str]
    acts: frozenset[str]
    fates: frozenset[Fate]
    denied: bool
    doers: frozenset[str]


@lru_cache(maxsize=4096)
def portions(wording: Wording) -> tuple[Portion, ...]:
    """The portions of a claim, in order."""
    return tuple(_portions(wording.text, wording.tokens))


def _portions(text: str, tokens: tuple[Token, ...]) -> Iterator[Portion]:
    at, parted = 0, False
    while at < len(tokens):
        begun = opened(tokens, at)
        members = _members(text, tokens, at, begun) if begun else None
        if begun is None or members is None or not fits(tokens, begun, members):
            at += 1
            continue
        if begun.extent is Extent.COUNT and not members.head and parted:
            begun = begun._replace(extent=Extent.PART)
        parted = parted or (begun.extent is Extent.PART and members.known)
        yield _portion(text, tokens, at, begun, members)
        at = max(at + 1, members.end)


def _members(text: str, tokens: tuple[Token, ...], at: int, begun: Opened) -> Members | None:
    if begun.alone:
        anybody = begun.extent in {Extent.ALL, Extent.NONE}
        return Members(at + 1, "people" if anybody else "")
    found = members_at(text, tokens, begun.next) if begun.next < len(tokens) else None
    if found is None and tokens[at].norm in _PRONOUNS and (
            begun.next >= len(tokens) or not _is_noun(tokens, begun.next)):
        return Members(at + 1)
    return found


_PRONOUNS = frozenset({"all", "both", "none", "others"})


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].kind in {WordKind.CONTENT, WordKind.NAME} and not is_verb_at(tokens, at) and (
        not tokens[at].norm.endswith("ed"))


_BREAKS = listed("and but while after when because before although though whereas as if unless "
                 "until since where so who which that")
_MARKS = frozenset(",;:“”—–()")
_LIGHT = listed("be have do will would can could may might shall should must say tell get go come "
                "make take give put set see need want plan expect seek call use let keep find "
                "add report confirm lead show include accord estimate count number bring leave "
                "total remain become")
_DENYING = frozenset({"not", "n't", "never", "neither", "nor", "hardly"})
_OF_CLAIM = frozenset({Extent.ONLY, Extent.LIMITED})
"""What is told of those who are named by a clause stands behind that clause."""


def _portion(text: str, tokens: tuple[Token, ...], at: int, begun: Opened,
             members: Members) -> Portion:
    of_claim = begun.extent in _OF_CLAIM or tokens[at].norm == "any"
    first, last = (0, len(tokens)) if of_claim else _clause(text, tokens, at, members.end)
    around = [place for place in range(first, last) if not at <= place < members.end
              and tokens[place].kind is WordKind.CONTENT and tokens[place].lemma not in _LIGHT]
    fates = _fates(tokens, range(first, last), range(at, members.end))
    named = 0 if _OF_PERSONS & {fate.name for fate in fates} else first
    start = at - (begun.share is not None and at > 0 and tokens[at - 1].value is not None)
    return Portion(
        begun.extent, members, tokens[start].start, tokens[members.end - 1].end,
        begun.many, begun.share,
        frozenset([tokens[place].lemma for place in around if is_verb_at(tokens, place)]),
        frozenset().union(*[families_at(tokens, place) for place in around]), fates,
        any(tokens[place].norm in _DENYING for place in range(first, last) if place != at),
        _doers(tokens[named:at]))


_REACH = 4


def _fates(tokens: tuple[Token, ...], clause: range, own: range) -> frozenset[Fate]:
    """What becomes of the members: what the clause tells outside the words for them."""
    found = set()
    for fate, start, _ in fates_in(tokens[clause.start:clause.stop]):
        at = clause.start + start
        if at not in own:
            led = tokens[max(clause.start, at - _REACH):at]
            denied = any(token.norm in _DENYING for token in led)
            found.add(fate.contrary if denied else fate)
    return frozenset(found)


KIN = listed("wife husband brother sister son daughter father mother accomplice deputy "
             "predecessor successor partner girlfriend boyfriend widow")
"""Who stands beside the one whom an article is about."""
_PREPOSITIONS = listed("from in at near of for to on with by than")
_OF_PERSONS = frozenset({"convicted or cleared", "admitted or denied", "free or held"})
"""Fates of one person, who may be named in another clause."""


def _doers(before: tuple[Token, ...]) -> frozenset[str]:
    found: set[str] = set()
    led = False
    for token in before:
        if token.kind is WordKind.NAME:
            if not led:
                found.add(token.lemma)
        else:
            led = token.norm in _PREPOSITIONS or (led and token.norm == "the")
            if token.norm in KIN:
                found.add(token.norm)
    return frozenset(found)


def _clause(text: str, tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """The indexes where the clause around these words begins and ends."""
    while first and not _ends(text, tokens, first - 1):
        first -= 1
    while last < len(tokens) and not _ends(text, tokens, last - 1):
        last += 1
    return first, last


def _ends(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    token, after = tokens[at], tokens[at + 1]
    if token.norm in _BREAKS or after.norm in _BREAKS:
        return True
    between = text[token.end:after.start]
    return not _MARKS.isdisjoint(between) or ". " in between
