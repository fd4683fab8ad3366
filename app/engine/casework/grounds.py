"""Why it happened: two causes of one thing, or a cause that the other side rules out.

A cause is read where a verb or a small word gives one: "caused by", "because of", "over", "blamed",
"X sparked the fire"; what is caused is the rest of its claim. Each article may name several causes:
those that share one with the other side do not clash.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.domain.claims import Modality
from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.clauses import LIGHT
from app.engine.casework.deeds import families
from app.engine.casework.kinds import fillers
from app.engine.casework.occasions import elsewhere
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import is_word as is_known
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_SIGNS = listed("because cause caused causes due owing thanks triggered trigger sparked spark "
                "sparks started set off blamed blames blame blaming attributed attributes put "
                "points pointed citing cited over led forced result prompted down touched ignited "
                "responsible fault ruled after triggers sparks ignites causing sparking triggering")
_WORDS = r"(?P<cause>(?:[\w’'-]++[ ,]*+){1,9})"
_BEHIND = re.compile(
    r"\b(?:(?:caused|triggered|sparked|started|prompted|ignited|brought on|set off|touched off"
    r"|forced) by|because of|due to|owing to|thanks to|as a result of|(?:put|was|is|were) down to"
    r"|blamed on|blam(?:ed|es|ing|e)|attribut(?:ed|es|ing) .{0,40}?\bto|point(?:s|ed|ing) to"
    r"|cit(?:ed|es|ing)|(?:strike|walkout|action|dispute|row|protest|stoppage|quarrel|march|walked"
    r" out|resign(?:ed)?|clash|quit|sacked|dismissed|fined|arrested|is|was) over"
    r"|cause (?:of .{1,30}? )?(?:was|is)) " + _WORDS)
_BEFORE = re.compile(
    r"(?P<cause>[\w’'-]++(?:[ ,]+[\w’'-]++){0,8}?[ ,]*)(?:, not [^,]{1,40},)? "
    r"(?:(?:has |had |have |may have |might have |could have )?"
    r"(?:caused|triggers|sparks|ignites|triggered|sparked|started|set off|touched off|ignited"
    r"|brought about|forced|led to|prompted)|was (?:to blame|responsible) for|was the cause of) ",
    re.IGNORECASE)
_AFTER = re.compile(r"\bafter (?:a|an|the) " + _WORDS)
_DENIED = re.compile(r"\b(?:ruled out|rules out|not caused by|not because of|not due to"
                     r"|rather than|, not|no sign of) " + _WORDS)
_END = re.compile(r"[,;:.“”—]| (?:for|on|at|in|after|before|when|while|and then|which|who|that"
                  r"|said|says|told|has|have|had|was|were|is|are|will|may|might|could|and) ")
_OPEN = frozenset({Modality.UNCLEAR, Modality.SHOULD, Modality.DENIED})
_UNSURE = frozenset({Modality.COULD, Modality.LIKELY})
_MOST_HELD = 40
_LIKE, _KIN = 0.8, 0.4
_SAY_LITTLE = listed("cause fault reason problem error failure issue thing one what it this that "
                     "other several some people question lack result fact police official force "
                     "spark trigger start lead blame attribute point cite prompt ignite")


class Cause(NamedTuple):
    """The words of a cause, with those that go on from it; those of what it is the cause of;
    whether it is ruled out; and its form: somebody blames it, a dispute is over it, or something
    came only "after" it; and the circles of things (`kinds.py`) that it names."""

    words: tuple[Token, ...]
    wider: tuple[Token, ...]
    effect: tuple[Token, ...]
    denied: bool
    form: str
    circles: frozenset[int]


def ask(case: CaseWords) -> list[Question]:
    """One question a thing for which two claims give two causes."""
    return questions(_met(case), reason=Reason.DETAIL, label=lambda _: "Cause")


def _met(case: CaseWords) -> Iterator[Met]:
    causes = [one for told in case.told for one in _read(told)]
    given: dict[int, list[Answered]] = defaultdict(list)
    for one in causes:
        if not one.meant.denied:
            given[one.told.article].append(one)
    held: dict[int, list[Answered]] = defaultdict(list)
    for one in causes:
        known = held[case.event(one.told)]
        for other in known[-_MOST_HELD:]:
            if _clash(case, other, one, given):
                yield other, one, _finding(other, one)
        known.append(one)


def _read(told: Told) -> Iterator[Answered]:
    """The causes that a claim gives or rules out."""
    if _SIGNS.isdisjoint(told.forms) or told.side.claim.modality in _OPEN:
        return
    text = told.side.text
    taken: list[tuple[int, int]] = []
    for pattern in (_DENIED, _BEHIND, _BEFORE, _AFTER):
        for match in pattern.finditer(text):
            found = _cause(told, match)
            if found is None:
                continue
            place = found.places[0]
            if not any(start < place.end and place.start < end for start, end in taken):
                taken.append((place.start, place.end))
                yield found


def _cause(told: Told, match: re.Match[str]) -> Answered | None:
    start, end = match.span("cause")
    if match.re is _BEFORE:
        start = max([start, *(cut.end() for cut in _END.finditer(told.side.text, start, end))])
    else:
        cut = _END.search(told.side.text, start, end)
        end = cut.start() if cut else end
    tokens = [token for token in told.side.tokens if start <= token.start and token.end <= end]
    words = tuple([token for token in tokens if _weighs(token)])
    if (not words or _is_denied(told, match.start()) or tokens[-1].norm in _BEING
            or _acts_first(tokens[0])):
        return None
    low = match.start("cause")
    high = end if match.re is _BEFORE else start + _WIDER
    around = [token for token in told.side.tokens if low <= token.start < high]
    wider = tuple([token for token in around if _weighs(token)])
    effect = tuple([token for token in told.side.tokens if token not in words and _weighs(token)])
    return aspects.spoken(told, tokens[0].start, tokens[-1].end, Cause(
        words, wider, effect, match.re is _DENIED, _form(match),
        _circles(told, low, high)))


def _circles(told: Told, start: int, end: int) -> frozenset[int]:
    """The circles of the things between two places of the claim's own text."""
    tokens = told.side.tokens
    return frozenset().union(*[filler.circles for filler in fillers(told.side.wording)
                               if start <= tokens[filler.first].start < end])


def _is_denied(told: Told, at: int) -> bool:
    """As in "don’t blame the customers"."""
    return bool(_NOT_SO.search(told.side.text[max(0, at - _BACK):at]))


_NOT_SO = re.compile(r"\b(?:not|never|no|n[’']t) (?:\w+ ){0,2}$|n[’']t $", re.IGNORECASE)
_BACK = 24
_BEING = listed("was were is are be been being")


def _acts_first(token: Token) -> bool:
    """The words begin with a verb, so that they are no thing: "due to end", "destroyed it and"."""
    return token.kind is WordKind.CONTENT and part_of_speech(token.lemma) == "v" and not (
        token.norm.endswith("ing"))


_WIDER = 60
"""Signs from the start of a cause that may still say what it is ("customers who buy less")."""


def _form(match: re.Match[str]) -> str:
    said = match.group()[:match.start("cause") - match.start()].casefold()
    if match.re is _AFTER:
        return "after"
    if "over " in said:
        return "over"
    return "blame" if any(sign in said for sign in ("blam", "attribut", "point")) else ""


def _weighs(token: Token) -> bool:
    is_word = token.kind is WordKind.CONTENT or (
        token.kind is WordKind.NAME and token.form.isupper() and is_known(token.norm))
    return (is_word and token.lemma not in LIGHT and token.lemma not in _SAY_LITTLE
            and token.norm not in _SIGNS)


def _clash(case: CaseWords, one: Answered, other: Answered,
           given: dict[int, list[Answered]]) -> bool:
    """Two causes of one thing that are nothing alike, or a cause that the other side rules out."""
    first, second = one.told, other.told
    if (first.article == second.article or not case.one_event(first, second)
            or not first.of_one_time(second) or elsewhere(first) != elsewhere(second)):
        return False
    ours: Cause = one.meant
    theirs: Cause = other.meant
    if ours.denied or theirs.denied:
        return ours.denied != theirs.denied and _is_ruled_out(
            *((ours, theirs) if ours.denied else (theirs, ours)))
    if "after" in {ours.form, theirs.form} or _are_alike(ours, theirs) or (
            not _have_one_effect(ours, theirs)):
        return False
    return not any(_are_alike(theirs, known.meant) for known in given[first.article]) and not any(
        _are_alike(ours, known.meant) for known in given[second.article])


def _is_ruled_out(denied: Cause, told: Cause) -> bool:
    """What is ruled out is what the other side gives; of what only came before, word for word."""
    if told.form != "after":
        return _are_alike(denied, told)
    return all(best(word, told.words)[0] >= _KIN for word in denied.words)


def _are_alike(ours: Cause, theirs: Cause) -> bool:
    return bool(ours.circles & theirs.circles) or any(
        best(word, theirs.wider)[0] >= _KIN for word in ours.wider)


def _have_one_effect(ours: Cause, theirs: Cause) -> bool:
    """What they cause shares a word or an act; what is blamed, and what a dispute is over, is asked
    by itself."""
    if ours.form and ours.form == theirs.form:
        return True
    shared = sum(best(word, theirs.effect)[0] >= _LIKE for word in ours.effect)
    shared += bool(_acts(ours.effect) & _acts(theirs.effect))
    return shared >= 1 + (min(len(ours.effect), len(theirs.effect)) > _LONG_EFFECT)


_LONG_EFFECT = 7
"""Words beside a cause from which one in common may be chance."""


@lru_cache(maxsize=4096)
def _acts(words: tuple[Token, ...]) -> frozenset[str]:
    return frozenset().union(*[families(word.norm, word.lemma) for word in words])


def _finding(one: Answered, other: Answered) -> Finding:
    denied = one.meant.denied or other.meant.denied
    given = other if one.meant.denied else one
    unsure = bool({side.told.side.claim.modality for side in (one, other)} & _UNSURE)
    because = (f"One gives “{given.value}” as the cause, the other rules it out." if denied else
               f"{aspects.both(one, other)} are two causes of one thing.")
    return aspects.clash(one, other, reason=Reason.DETAIL, what="Cause", because=because,
                         reading="Ruled out as the cause" if denied else "Another cause",
                         strength=Strength.TENSION if unsure else Strength.STRICT)
