"""Which rank, and since when: firsts, largests and records."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.domain.facts import FactKind, Ordinal
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.questions import Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import ORDINAL_WORDS

_TWELFTH = 12
_ORDINALS = {word: int(rank) for word, rank in ORDINAL_WORDS.items()
             if rank <= _TWELFTH}
_MOST = ("largest|biggest|highest|lowest|longest|shortest|tallest|oldest|youngest|richest|poorest|"
         "deadliest|worst|best|fastest|strongest|hottest|coldest|wettest|driest|busiest|greatest|"
         "smallest|heaviest|steepest|deepest|costliest")
_RANKED = re.compile(
    rf"\b(?:the|its|their|his|her|for the|’s|'s) "
    rf"(?P<rank>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
    rf"(?:[- ](?P<most>{_MOST}))? (?P<noun>[a-z]+(?: [a-z]+)?)"
    rf"|\b(?P<alone>{_MOST}) (?P<of>[a-z]+)", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?P<most>{_MOST}|first|last)\b(?P<what>[^.;]{{0,50}}?) (?P<since>(?:since|in) "
    r"(?P<year>(?:1[5-9]|20)\d\d))\b", re.IGNORECASE)
_YEARS = re.compile(r"\bnot (?P<what>[^.;]{3,60}?) (?P<since>since (?P<year>(?:1[5-9]|20)\d\d))\b"
                    r"|\bno (?P<no>[^.;]{3,60}?) (?P<till>since (?P<then>(?:1[5-9]|20)\d\d))\b",
                    re.IGNORECASE)
_SKIPPED = frozenset({"time", "day", "week", "month", "year", "vote", "reading", "round", "half",
                      "hour", "minute", "place", "step", "quarter", "floor", "part", "hearing",
                      "statement", "stage", "responder", "degree", "night", "few", "two", "three"})


class _Rank(NamedTuple):
    rank: int
    noun: str
    ever: bool = False
    since: bool = False


def ask(case: CaseWords) -> list[Question]:
    """One question a rank, and one a record that goes back to some year."""
    return [*aspects.ask(case, _RANKS), *aspects.ask(case, _RECORDS)]


def _ranks(told: Told) -> Iterator[Answered]:
    for match in _RANKED.finditer(told.side.text):
        noun = (match["noun"] or match["of"] or "").split()[0].casefold()
        most = (match["most"] or match["alone"] or "").casefold()
        if noun in _SKIPPED or _is_step(told, match):
            continue
        rank = _rank(match["rank"])
        group: int | str = "rank" if match["rank"] and not most else 0
        rest = told.side.text[match.end():]
        meant = _Rank(rank, most or noun, bool(_EVER.search(told.side.text)),
                      bool(_SINCE_YEAR.search(rest)))
        found = aspects.answer(told, match, meant, group=group,
                               own={"first", "second", most, "ever"})
        yield replace(found, value=f"{found.value} {noun}") if match["rank"] else found


_EVER = re.compile(r"\bever\b|\bin (?:its|the \w+['’]s) history\b")
_SINCE_YEAR = re.compile(r"\b(?:since|in) (?:(?:1[5-9]|20)\d\d|\w+ years)\b")


def _is_step(told: Told, match: re.Match[str]) -> bool:
    """A vote or a hearing of a procedure, which is no rank."""
    start = told.side.claim.span.start + match.start()
    return any(isinstance(fact.value, Ordinal) and fact.value.of in _SKIPPED
               and fact.start <= start + len(match.group()) and start <= fact.end
               for fact in told.facts(FactKind.ORDINAL))


def _rank(words: str | None) -> int:
    if not words:
        return 1
    return _ORDINALS.get(words.casefold()) or int(re.sub(r"\D", "", words))


def _compare_ranks(one: Answered, other: Answered) -> Finding | None:
    """Another rank in the same row of things."""
    if one.meant.noun != other.meant.noun:
        return None
    said = aspects.both(one, other)
    if one.meant.rank == other.meant.rank and (
            (one.meant.ever and other.meant.since) or (one.meant.since and other.meant.ever)):
        return aspects.clash(one, other, reason=Reason.SCOPE, what="Since when",
                             reading="Ever, or since some year",
                             because="One says that it is the first ever, the other only since "
                                     "some year.")
    if one.meant.rank == other.meant.rank:
        return aspects.accord(one, other, reason=Reason.DETAIL, what="Rank", reading="Same rank",
                              because=f"{said} give the same rank.")
    return aspects.clash(one, other, reason=Reason.DETAIL, what="Rank", reading="Another rank",
                         because=f"{said} cannot both be the rank.")


def _records(told: Told) -> Iterator[Answered]:
    for match in _SINCE.finditer(told.side.text):
        yield aspects.answer(told, match, int(match["year"]), group="since",
                             own=set(_MOST.split("|")) | {match["year"], "first", "last"})
    for match in _YEARS.finditer(told.side.text):
        group = "since" if match["since"] else "till"
        yield aspects.answer(told, match, int(match["year"] or match["then"]), group=group,
                             own={match["year"] or match["then"]})


def _compare_records(one: Answered, other: Answered) -> Finding | None:
    """A record or a last time that goes back to another year."""
    said = aspects.both(one, other)
    if one.meant == other.meant:
        return aspects.accord(one, other, reason=Reason.DATE, what="Since when",
                              reading="Same year", because=f"{said} go back to the same year.")
    return aspects.clash(one, other, reason=Reason.DATE, what="Since when",
                         reading="Another year", because=f"{said} go back to different years.")


_RANKS = Aspect(label="Rank of", reason=Reason.DETAIL, read=_ranks, compare=_compare_ranks,
                signs=frozenset(_ORDINALS) | frozenset(_MOST.split("|")), least=0.35)
_RECORDS = Aspect(label="Since when", reason=Reason.DATE, read=_records, inside=True,
                  compare=_compare_records, least=0.3, dated=True,
                  signs=frozenset(_MOST.split("|")) | {"first", "last", "not", "no", "since"})
