"""The how-manieth: titles and wins counted by their number, rises in a row, minutes of a match."""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Match

from app.domain.facts import Count, Fact, FactKind
from app.engine.casework.lemmas import lemma_of
from app.engine.casework.told import Told
from app.engine.casework.unread import Unread, value_of
from app.engine.lexicon import NUMBER_WORDS, ORDINAL_WORDS
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import WordKind

_RANKS = {word: int(rank) for word, rank in ORDINAL_WORDS.items() if 0 < rank <= 20}  # noqa: PLR2004
_ORDINAL = rf"(?P<rank>{'|'.join(sorted(_RANKS, key=len, reverse=True))}|\d{{1,3}}(?:st|nd|rd|th))"
_FIRST = frozenset({"debut", "maiden"})
_WINS = listed("title time victory win triumph trophy cup crown championship success medal gold "
               "shield league premiership crown")
_WORKS = listed("novel book album film movie play opera symphony season marriage child "
                "conviction offence strike bid attempt visit")
_SEQUENCE = re.compile(
    rf"\b(?:the|its|their|his|her|a|for the|[A-Z][\w]+[’']s?) {_ORDINAL} (?P<noun>[A-Za-z]+)"
    r"(?: (?P<next>[a-z]+))?", re.IGNORECASE)
_ROW = re.compile(
    rf"\b{_ORDINAL} (?:(?P<noun>[a-z]+) (?:[a-z]+ )?(?:in a row|on the trot|running|in succession)|"
    r"(?:straight|consecutive|successive) (?P<next>[a-z]+))", re.IGNORECASE)
_DEBUT = re.compile(r"\b(?P<rank>[Dd]ebut|[Mm]aiden) (?P<noun>[a-z]+)")
_MINUTE = re.compile(
    rf"\b(?:in|on) the (?P<th>\d{{1,3}})(?:st|nd|rd|th) minute\b"
    rf"|\bafter (?P<after>\d{{1,3}}|{'|'.join(NUMBER_WORDS)}) minutes\b"
    rf"|\b(?P<left>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) minutes from (?:time|the end)\b"
    r"|\bon (?P<hour>the hour)\b", re.IGNORECASE)
_PLAY = listed("score scored scores header goal goals equalise equalised equalized levelled struck "
               "strike lead front ahead penalty try minute converted booked sent off opener winner "
               "opened netted headed volleyed tapped")
_LENGTH = 90


def orders(told: Told) -> Iterator[Unread]:
    """The ranks and minutes of a claim, as figures of their own measures."""
    text = told.side.text
    if not _SIGNS.isdisjoint(told.forms):
        for match in _ranks(told.side.wording):
            found = _order(told, match)
            if found is not None:
                yield found
    if not _PLAY.isdisjoint(told.forms) and not _MINUTES.isdisjoint(told.forms):
        for match in _MINUTE.finditer(text):
            scorer = _scorer(told, match.start())
            if scorer:
                yield Unread(_fact(told, match, match.lastgroup or "th", _minute(match)),
                             f"minute of {scorer}")


@lru_cache(maxsize=4096)
def _ranks(wording: Wording) -> tuple[Match[str], ...]:
    return tuple(match for pattern in (_ROW, _SEQUENCE, _DEBUT)
                 for match in pattern.finditer(wording.text))


_SIGNS = frozenset(_RANKS) | _FIRST
_MINUTES = frozenset({"minute", "minutes", "hour"})


def _minute(match: Match[str]) -> float:
    if match["hour"]:
        return 60.0
    if match["left"]:
        return _LENGTH - value_of(match["left"])
    return value_of(match["th"] or match["after"])


def _scorer(told: Told, at: int) -> str:
    """The surname of the person named nearest to a place, else the first name of the claim."""
    base = told.side.claim.span.start
    people = [(abs(fact.start - base - at), str(fact.value).split()[-1].casefold())
              for fact in told.facts(FactKind.PERSON)]
    names = [token.norm.removesuffix("’s").removesuffix("'s") for token in told.side.tokens
             if token.kind is WordKind.NAME]
    return min(people)[1] if people else next(iter(names), "")


def _order(told: Told, match: Match[str]) -> Unread | None:
    words = match["rank"].casefold()
    rank = _RANKS.get(words) or (1 if words in _FIRST else int(words[:-2]))
    if match.re is _ROW:
        kind = "row"
    else:
        nouns = [match["noun"], match["next"] if match.re is _SEQUENCE else None]
        kind = next((kind for kind in (_kind(lemma_of(noun.casefold()), told)
                                       for noun in nouns if noun) if kind), "")
    if not kind:
        return None
    return Unread(_fact(told, match, "rank", float(rank)), f"number of the {kind}", kind)


def _kind(noun: str, told: Told) -> str:
    """What is counted in its order, "" for what is not."""
    if noun in _WINS and (noun not in _PLAIN or not _WON.isdisjoint(told.forms)):
        return "win"
    return noun if noun in _WORKS else ""


_PLAIN = frozenset({"time", "league", "success"})
_WON = listed("win wins won winning winner champion champions title beat beaten")


def _fact(told: Told, match: Match[str], group: str, value: float) -> Fact:
    base = told.side.claim.span.start
    return Fact(value=Count(low=value, high=value), surface=match[group],
                start=base + match.start(group), end=base + match.end(group))
