"""Which group a claim takes a portion of: the noun behind "all", "three of the" or "most"."""

from typing import NamedTuple

from app.engine.casework.verbing import is_verb_at
from app.engine.lexicon import lemma, part_of_speech
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_LEADING = listed("the his her their its our my your this that these those of 's such some about "
                  "roughly nearly almost around over")
_MAKE_KNOWN = _LEADING - {"of", "some", "about"}
_PRONOUNS = listed("them us whom which it")
_TIMES = listed("day week weekend month year morning evening night afternoon noon hour minute "
                "second time moment season summer winter spring autumn decade century today term "
                "half mile kilometre kilometer metre meter foot inch ton tonne percent dollar "
                "pound euro cent million billion thousand hundred degree knot acre hectare "
                "gallon litre liter kilo gram")
_SAYING_LITTLE = listed("thing way world nation country life point sort kind effort reason chance "
                        "intention right attention word name step case part side hand eye detail "
                        "sign respect place number lot bit matter fact event age aspect "
                        "affair idea question corner front level odds doubt hope money")
"""Heads behind which "all" and "every" only sound like a whole: "every effort", "all sides"."""
_GROUPS = listed("consignment collection group batch shipment load fleet set crew team party cargo "
                 "haul hoard convoy squad gang contingent stock stash lot")
"""Nouns for the group itself, whose members go by another noun."""
_FURTHER = listed("further other new future more additional remaining")
_LIMITING = listed("with without who whose whom aged under over above below older younger born "
                   "living earning")
_PASTS = listed("left found fell lay lost won led held cut hit set put shut")
"""Forms that look like nouns and tell what is done, right behind a noun."""
_MOST_WORDS = 7


class Members(NamedTuple):
    """A group as it is told: its head noun ("" for "them"), the other words with it, its names,
    how many it is said to have, whether it is a known one ("the", "their"), the words that limit
    it ("with ten years of service"), and the index behind its last word."""

    end: int
    head: str = ""
    plural: bool = True
    others: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    whole: float | None = None
    known: bool = False
    limit: frozenset[str] = frozenset()


class _Nouns(NamedTuple):
    """The words of a group, with how many it has, whether it is known and where it ends."""

    words: tuple[Token, ...]
    whole: float | None
    known: bool
    end: int


def members_at(text: str, tokens: tuple[Token, ...], at: int) -> Members | None:
    """The group that is told from this word on, None where no noun comes, or one that says
    little."""
    nouns = _nouns(text, tokens, at)
    if not nouns.words:
        if not nouns.known and nouns.whole is None:
            return None
        return Members(nouns.end, whole=nouns.whole, known=nouns.known)
    head = nouns.words[-1]
    if tokens[at].norm == "of" and len(nouns.words) == 1 and _is_done(head) and nouns.known:
        return Members(nouns.end, whole=nouns.whole, known=True)
    others = frozenset([one.lemma for one in nouns.words[:-1]])
    if not {head.lemma, head.norm}.isdisjoint(_TIMES | _SAYING_LITTLE) or (
            not others.isdisjoint(_FURTHER)):
        return None
    is_group = head.lemma in _GROUPS and not is_plural(head)
    return Members(
        nouns.end, "" if is_group else head.lemma, is_group or is_plural(head), others,
        frozenset([one.lemma for one in nouns.words if one.kind is WordKind.NAME]),
        nouns.whole, nouns.known, _limit(text, tokens, nouns.end))


def _nouns(text: str, tokens: tuple[Token, ...], first: int) -> _Nouns:
    found: list[Token] = []
    whole: float | None = None
    known, at = False, first
    while at < min(len(tokens), first + _MOST_WORDS) and not (
            at > first and _is_parted(text, tokens, at)):
        token = tokens[at]
        if not found and token.norm in _PRONOUNS:
            return _Nouns((), whole, known=True, end=at + 1)
        if token.norm in _LEADING and (not found or token.norm == "'s"):
            known = known or token.norm in _MAKE_KNOWN
            found = []
        elif token.kind is WordKind.NUMBER and not found:
            whole = token.value
        elif _may_be_noun(tokens, at) and (_goes_on if found else _begins)(tokens, at):
            found.append(token)
        else:
            break
        at += 1
    return _Nouns(tuple(found), whole, known, at)


def _is_done(token: Token) -> bool:
    """As in "all of those affected"."""
    return token.norm.endswith("ed")


def _is_parted(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    between = text[tokens[at - 1].end:tokens[at].start]
    return not between.isspace() and between not in {"", "-"}


def _may_be_noun(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return token.kind is WordKind.NAME or (
        token.kind is WordKind.CONTENT and not token.norm.endswith("ly"))


def _begins(tokens: tuple[Token, ...], at: int) -> bool:
    """No verb behind a bare figure ("eight of the 14 leave")."""
    return not (at and tokens[at - 1].kind is WordKind.NUMBER and is_verb_at(tokens, at)
                and not _is_done(tokens[at]))


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """No verb behind the noun ("schools closed")."""
    token, before = tokens[at], tokens[at - 1]
    if token.kind is WordKind.NAME:
        return True
    if token.norm in _PASTS:
        return False
    if part_of_speech(before.lemma) == "a" or _is_done(before):
        return True
    return not is_verb_at(tokens, at) and not (token.norm == token.lemma and is_plural(before))


_IRREGULAR = listed("people children men women police staff teeth feet geese mice crew personnel")


def is_plural(token: Token) -> bool:
    """The noun is told of several."""
    return token.norm in _IRREGULAR or (
        token.norm.endswith("s") and not token.norm.endswith("ss") and (
            token.norm != token.lemma or lemma(token.norm) != token.norm))


def _limit(text: str, tokens: tuple[Token, ...], end: int) -> frozenset[str]:
    """The words that say which of them are meant, right behind the noun and no comma between."""
    if end >= len(tokens) or tokens[end].norm not in _LIMITING or _is_parted(text, tokens, end):
        return frozenset()
    last = end + 1
    while last < min(len(tokens), end + _MOST_WORDS) and not _is_parted(text, tokens, last):
        last += 1
    return frozenset([token.lemma for token in tokens[end:last]])
