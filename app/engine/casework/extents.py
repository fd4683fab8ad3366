"""How much of a whole a claim is told of: all of it, or a part that it names.

"All", "every", "the entire", "complete" tell a whole; "three of five", "two thirds of", "only those
over 65", "workers with ten years of service", "divided between", "shut to lorries but open to cars"
tell a part. Two claims meet where what is counted is the same and what is said of it is, too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.engine.casework.acts import act_at
from app.engine.casework.told import Told
from app.engine.casework.ways import ways_of
from app.engine.lexicon import NUMBER_WORDS
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind


class Extent(NamedTuple):
    """`whole` or a part; `nouns` are what it is of, none where a pronoun stands for it; `total` is
    the figure of the whole and `part` that of the part, where told; `sort` says how the part is
    told; `deeds` are families of what is done, `words` what else the clause says; `carried` are
    words of the claim before the clause."""

    whole: bool
    nouns: tuple[Token, ...]
    total: float | None
    part: float | None
    sort: str
    deeds: frozenset[str]
    words: tuple[Token, ...]
    names: frozenset[str]


class Found(NamedTuple):
    """An extent with its place in the claim's own text."""

    extent: Extent
    start: int
    end: int


_ALL = frozenset({"all", "every", "each", "entire", "whole", "complete", "everyone", "everybody",
                  "intact"})
_ADJECTIVES = frozenset({"entire", "whole", "complete", "intact"})
_NOT_ALL = frozenset({"not", "n't", "nearly", "almost", "virtually", "practically", "for", "of",
                      "at", "above", "first", "most", "hardly", "about"})
"""Words before "all" that take it back or give it another sense ("above all", "for all")."""

_TIMES = listed("day week month year time hour minute night morning evening season side sort kind "
                "way round case day end summer winter weekend thing world country life")
"""Nouns of which "all" and "every" say little ("every day", "all the time")."""

_SMALL = listed("of the its their his her our your my these those single and last other a an s 's "
                "this that")
_PART_OF = re.compile(
    r"\b(?:(?P<n>\d[\d,]*|[A-Za-z]+) (?:out )?of (?:the|its|their|his|her|all|those|these|them|our|"
    r"[A-Z]\w+[’']s)|"
    r"(?P<share>half|most|some|many|several|part|parts|(?:a|one|two|three)[ -](?:third|quarter|"
    r"fifth|half)s?|(?:three|two|four)[ -](?:thirds|quarters|fifths)|\d+(?:\.\d+)? ?"
    r"(?:percent|per cent|%)) of (?:the |its |their |his |her |all )?|"
    r"(?P<count>\d[\d,]*|[a-z]+) of (?=\d|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve))", re.IGNORECASE)
_LIMIT = frozenset({"with", "who", "whose", "under", "over", "aged", "older", "younger", "above",
                    "below", "without", "living", "born"})
_SPLIT = re.compile(r"\b(?:divided|split|shared|spread) (?:up )?(?:between|among|over)\b")
_ONLY = re.compile(r"(?<!not )\b[Oo]nly (?!\d|(?:a|one|two|three|if|when|after|in|on|at|by|for|to|"
                   r"the)\b)")
_SIGNS = _ALL | NUMBER_WORDS.keys() | listed("of only divided split shared spread but with who "
                                             "under over aged whose")


def extents(told: Told) -> list[Found]:
    """What a claim is told of, in whole or in part."""
    if _SIGNS.isdisjoint(told.forms) and not any(map(str.isdecimal, told.forms)):
        return []
    if told.side.claim.condition or told.side.text.rstrip('”"').endswith("?"):
        return []
    return [*_wholes(told), *_parts(told)]


def _wholes(told: Told) -> Iterator[Found]:
    tokens = told.side.tokens
    for at, token in enumerate(tokens):
        before = tokens[at - 1].norm if at else ""
        if token.norm not in _ALL or before in _NOT_ALL - (
                {"of", "at", "for"} if token.norm in _ADJECTIVES else frozenset()):
            continue
        nouns, total, last = _noun(tokens, at + 1)
        if any(noun.lemma in _TIMES for noun in nouns) or (
                not nouns and total is None and token.norm in _ADJECTIVES | {"each"}):
            continue
        yield _found(told, token.start, tokens[last].end, nouns, whole=True, total=total,
                     sort="adjective" if token.norm in _ADJECTIVES else "")


def _noun(tokens: tuple[Token, ...], at: int) -> tuple[tuple[Token, ...], float | None, int]:
    """The words of the noun that begins here, the figure before it, and where it ends."""
    total: float | None = None
    nouns: list[Token] = []
    last = at - 1
    while at < len(tokens) and at - last <= _GAP:
        token = tokens[at]
        if token.value is not None and not nouns:
            total = token.value
        elif token.kind in _NOUNS and not (nouns and token.lemma in _LIGHT):
            nouns.append(token)
        elif token.norm not in _SMALL or nouns:
            break
        last = at
        at += 1
        if len(nouns) == _MOST:
            break
    return tuple(nouns), total, max(0, last)


_GAP, _MOST = 1, 3
_NOUNS = frozenset({WordKind.CONTENT, WordKind.NAME})


def _parts(told: Told) -> Iterator[Found]:
    text, tokens = told.side.text, told.side.tokens
    for match in _PART_OF.finditer(text):
        found = _part_of(told, match)
        if found is not None:
            yield found
    for match in _SPLIT.finditer(text):
        lead = tuple([one for one in tokens if one.end <= match.start() and one.kind in _NOUNS])
        yield _found(told, match.start(), match.end(), lead[:_MOST], whole=False, sort="split")
    for match in _ONLY.finditer(text):
        at = next((i for i, one in enumerate(tokens) if one.start >= match.end()), len(tokens))
        nouns, _, last = _noun(tokens, at)
        if nouns:
            yield _found(told, match.start(), tokens[last].end, nouns, whole=False, sort="only")
    yield from _limited(told)
    yield from _counted(told)
    yield from _both_ways(told)


def _part_of(told: Told, match: re.Match[str]) -> Found | None:
    tokens = told.side.tokens
    at = next((i for i, one in enumerate(tokens) if one.start >= match.end()), len(tokens))
    nouns, total, last = _noun(tokens, at)
    part = None
    if not match["share"]:
        part = next((one.value for one in tokens
                     if match.start() <= one.start < match.end() and one.value is not None), None)
        if part is None or (total is not None and part >= total):
            return None
    if match["share"] and match["share"].lower() in {"some", "many", "several", "part"} and (
            total is None and not nouns):
        return None
    if not nouns and not match.group().lower().endswith("them"):
        return None
    if total is None and match.group().lower().endswith("them"):
        total = next((one.value for one in tokens
                      if one.value is not None and one.end < match.start()), None)
    return _found(told, match.start(), tokens[min(last, len(tokens) - 1)].end, nouns,
                  whole=False, total=total, part=part, sort="share")


def _limited(told: Told) -> Iterator[Found]:
    """"Workers with more than ten years", "children under 12", where the claim opens with them."""
    tokens = told.side.tokens
    for at, token in enumerate(tokens[:_OPENS]):
        if token.norm in _LIMIT and at and tokens[at - 1].kind is WordKind.CONTENT and (
                tokens[at - 1].norm.endswith(("s", "n")) and any(
                    one.value is not None for one in tokens[at:at + _REACH])):
            bound = next(one for one in tokens[at:at + _REACH] if one.value is not None)
            yield _found(told, tokens[at - 1].start, bound.end, (tokens[at - 1],), whole=False,
                         part=bound.value, sort="limit")


_OPENS, _REACH = 5, 5


def _counted(told: Told) -> Iterator[Found]:
    """"Six districts": a part only beside a whole that is told elsewhere."""
    tokens = told.side.tokens
    for at, token in enumerate(tokens[:-1]):
        before = tokens[at - 1].norm if at else ""
        after = tokens[at + 1]
        if (token.value is not None and token.kind is WordKind.NUMBER
                and before not in _ALL | {"of", "the", "another", "other"}
                and after.kind is WordKind.CONTENT and after.norm.endswith("s")):
            yield _found(told, token.start, after.end, (after,), whole=False, part=token.value,
                         sort="count")


def _both_ways(told: Told) -> Iterator[Found]:
    """A claim that tells one matter both ways, "shut to lorries but open to cars"."""
    if not told.forms & {"but", "and", "though", "while"}:
        return
    for one, other in ways_of(told):
        if one.subject and other.names <= one.names:
            yield _found(told, one.start, max(one.end, other.end), one.subject[-_MOST:],
                         whole=False, sort=one.matter.name)


def _found(told: Told, start: int, end: int, nouns: tuple[Token, ...], *, whole: bool,
           total: float | None = None, part: float | None = None, sort: str = "") -> Found:
    act = act_at(told, start, end)
    own = {noun.lemma for noun in nouns}
    words = tuple([token for token in told.side.tokens
                   if token.kind is WordKind.CONTENT and token.lemma not in _LIGHT
                   and token.norm not in _ALL and not start <= token.start < end
                   and token.lemma not in own])
    names = frozenset([token.lemma for token in told.side.tokens
                       if token.kind is WordKind.NAME])
    return Found(Extent(whole, nouns, total, part, sort, act.kinds, words, names), start, end)


_LIGHT = listed("be have do say tell make take get go come will would can could may might shall "
                "should must add give see keep use put such day week month year time people one "
                "ever also still only just now new monday tuesday wednesday thursday friday "
                "saturday sunday")
