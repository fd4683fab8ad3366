"""Figures as a claim tells them: how much, of what, per what, over which time, which way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from app.domain.facts import Approximation, Count, Fact, FactKind, Percent
from app.engine.casework.clauses import clause_in
from app.engine.casework.lemmas import lemma_of
from app.engine.casework.measuring import Amount
from app.engine.casework.orders import orders
from app.engine.casework.periods import per_what, period_of, tally_of
from app.engine.casework.questions import Answered
from app.engine.casework.roles import BREAKS, CURRENCIES, role_of
from app.engine.casework.told import Told, place_of
from app.engine.casework.tolls import told_without_noun
from app.engine.casework.unread import Unread, unread
from app.engine.casework.valued import SHARES, TIMES, amount_of
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.sides import Wording
from app.engine.tokens import Token

_KINDS = (FactKind.COUNT, FactKind.MONEY, FactKind.PERCENT, FactKind.DURATION)

_ACTS = {"offer": "offer", "propose": "offer", "demand": "demand", "want": "demand",
         "ask": "demand", "request": "demand", "seek": "demand", "agree": "agree",
         "settle": "agree",
         "order": "order", "send": "send"}
_FRACTION = re.compile(
    r"\b(a|one|two|three)[ -](half|third|quarter|fifth|tenth)s? of (?:the |its |their |all )?"
    r"(staff|jobs|workers|workforce|employees|homes|houses|members|students|pupils|schools|"
    r"teachers|residents|population|voters|posts)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"^ (?:out )?of (?:(?!\d)[\w’']+ ){0,3}\d")
_OF_THEM = re.compile(r"^(?: \w+)? of (?:them|those|whom)\b")
_OF_THE = re.compile(r"^\w+ of the\b")
_UP = listed("rise increase grow up climb gain jump raise higher soar surge leap rally rebound "
             "swell advance edge widen")
_DOWN = listed("fall decrease drop down shrink decline lower cut lose slip tank sink plunge slump "
               "slide tumble plummet dip nosedive shed slash halve crash")
_NEW = frozenset({"new", "more", "additional", "further", "other", "another"})
_REACH = 8
_PARTING = frozenset(",;:.“”")


class Asked(NamedTuple):
    """What a figure is of: how it is measured, the role or thing counted, the words next to it;
    per what, over which period, which way it went, of what base; the `names` of its clause;
    whether it is a `part` of another figure what a figure was before (`former`)
    or by how much it changed or led (`change`)."""

    measure: str
    role: str
    thing: str
    amount: Amount
    local: frozenset[str] = frozenset()
    per: str = ""
    period: str = ""
    way: int = 0
    base: str = ""
    tally: str = ""
    new: bool = False
    voice: str = ""
    names: frozenset[str] = frozenset()
    verbs: tuple[Token, ...] = ()
    part: bool = False
    former: bool = False
    change: bool = False

    @property
    def acts(self) -> frozenset[str]:
        """Whether it is offered, demanded or agreed."""
        return frozenset(_ACTS[word] for word in self.local & _ACTS.keys())


_VOICE = re.compile(r"\b(police|officials|organi[sz]ers|union|league|authorities|council|"
                    r"participants|protesters|government|ministry)\b", re.IGNORECASE)


def figures(told: Told) -> Iterator[Answered]:
    """The figures of a claim; "one resident told us" counts nobody, "two of the men" a part."""
    facts = told.facts(*_KINDS)
    others = [*orders(told), *unread(told)]
    speaker = told.side.claim.speaker
    base, text = told.side.claim.span.start, told.side.text
    for fact in facts:
        if (speaker is not None and fact.surface.casefold() in speaker.name.casefold()) or (
                _OF_WHOLE.match(text[fact.end - base:])
                or text[:fact.start - base].endswith("per ")):
            continue
        inside = any(one.fact.start <= fact.start and fact.end <= one.fact.end
                     for one in others if one.measure != "percent")
        part = inside or (isinstance(fact.value, Count) and (
            _OF_THEM.match(text[fact.end - base:]) or _OF_THE.match(fact.surface)
            or " of them" in fact.surface))
        found = _answer(told, fact)
        yield replace(found, meant=found.meant._replace(part=True)) if part else found
    yield from _fraction(told)
    for fact in told_without_noun(told):
        yield _answer(told, fact)
    for one in others:
        yield _told_otherwise(told, one)


def _told_otherwise(told: Told, one: Unread) -> Answered:
    """A figure that no fact holds; what its words say of its measure and role stands."""
    found = _answer(told, one.fact)
    asked: Asked = found.meant
    if one.measure:
        amount = asked.amount._replace(measure="percent" if one.measure == "percent" else "")
        asked = asked._replace(measure=one.measure, role=one.role, amount=amount,
                               base=one.base or asked.base)
    return replace(found, meant=asked._replace(
        change=asked.change or one.change, part=asked.part or one.part))


def _fraction(told: Told) -> Iterator[Answered]:
    """A share of a whole that is not told: "a third of the staff"."""
    match = None if _PARTS.isdisjoint(told.forms) else _FRACTION.search(told.side.text)
    if match is None:
        return
    base = told.side.claim.span.start
    times = SHARES[match[2].lower()] * TIMES.get(match[1].lower(), 1)
    thing = lemma_of(match[3])
    fact = Fact(value=Count(low=times, high=times, counted=thing), surface=match[0],
                start=base + match.start(), end=base + match.end())
    speaker = told.side.claim.speaker
    amount = Amount(times, times, Approximation.ABOUT, "", place_of(fact),
                    speaker.name if speaker else "", told.published_on, whole=1.0)
    role = "jobs" if thing in _JOBS else ""
    yield Answered(told=told, value=match[0], places=(amount.place,),
                   meant=Asked("count", role, thing, amount,
                               _local(told.side.wording, *match.span())))


_PARTS = frozenset(SHARES) | {f"{part}s" for part in SHARES}
_JOBS = frozenset({"staff", "job", "worker", "workforce", "employee", "post"})


def _answer(told: Told, fact: Fact) -> Answered:
    amount = amount_of(told, fact)
    base, text = told.side.claim.span.start, told.side.text
    value = fact.value
    thing = _thing(value, fact.surface)
    around = _around(told.side.wording, fact.start - base, fact.end - base)
    local = around.local
    surface = text[amount.place.start - base:amount.place.end - base]
    measure = _measure(amount, text, fact, base)
    lead = measure == "margin"
    return Answered(
        told=told, value=surface, places=(amount.place,),
        meant=Asked(
            measure, "margin" if lead else role_of(told, fact, thing, local),
            thing, amount, local, around.per, period_of(told), _way(local),
            value.of if isinstance(value, Percent) else "",
            tally_of(text) if thing and not amount.measure else "",
            bool(_NEW & {word.lower() for word in surface.split()}) and "than" not in surface,
            around.voice, around.names, around.verbs, around.part, around.former,
            around.change and not lead))


class _Around(NamedTuple):
    """What the words around a figure say, whichever article prints them: as in `Asked`."""

    local: frozenset[str]
    per: str
    voice: str
    names: frozenset[str]
    verbs: tuple[Token, ...]
    part: bool
    former: bool
    change: bool


@lru_cache(maxsize=4096)
def _around(wording: Wording, start: int, end: int) -> _Around:
    before, after = wording.text[:start], wording.text[end:]
    clause = clause_in(wording, start, end)
    return _Around(
        _local(wording, start, end), per_what(after), _voice(wording.text),
        clause.names, tuple(filter(_is_verb, clause.words)), bool(_INCLUDED.search(before)),
        bool(_FROM.search(before) or _BEFORE.search(before)),
        bool(_BY.search(before) or _THAN.match(after) or _LEAD.search(before)))


def _measure(amount: Amount, text: str, fact: Fact, base: int) -> str:
    """What a figure measures; a time by which somebody leads is a margin."""
    measure = amount.measure or type(fact.value).__name__.lower()
    if measure == "duration" and (_AHEAD.match(text[fact.end - base:])
                                  or _BY.search(text[:fact.start - base])):
        return "margin"
    return measure


_AHEAD = re.compile(r" (?:clear|ahead|behind|adrift|in front|slower|faster|quicker)\b")
_BY = re.compile(r"\b(?:wo?n|wins?|beat|beaten|lost|led|leads?|ahead|rose|risen|fell|fallen|grew|"
                 r"grown|cut|reduced|raised|up|down|increased|dropped|missed|short)\b[^.;]{0,40}"
                 r"\bby(?: about| some| nearly| only| just| at least)? [$€£]?$", re.IGNORECASE)
_THAN = re.compile(r" ?(?:\w+ ){0,2}(?:more|less|fewer|higher|lower|longer|shorter|older|younger|"
                   r"up|down|above|below|short)\b(?: \w+)? (?:than|on|from|of)\b")
_LEAD = re.compile(r"\b(?:lead|majority|margin|gap|advantage)\b[^.;,]{0,25}$", re.IGNORECASE)
"""By how much more or less: "two cents more than now", "her lead was 4,600 votes"."""
_INCLUDED = re.compile(r"\b(?:including|among them|of whom|of them|of those|of which)(?: \w+)? $",
                       re.IGNORECASE)
_FROM = re.compile(r"\b(?:(?:up|down|compared|increase|rise|fall|rose|fell|grew|dropped|risen|"
                   r"fallen|cut|raised|reduced)(?: \w+){0,2} from|from|compared (?:with|to)|"
                   r"(?<!more )(?<!less )(?<!fewer )than|against)(?: about| some| nearly)? [$€£]?$",
                   re.IGNORECASE)


_BEFORE = re.compile(
    r"\bhad (?:first |earlier |previously |initially |originally )?(?:put|said|estimated|reported|"
    r"announced|counted|given|spoken|feared)\b[^.;]*$|"
    r"\b(?:initially|originally|at first)(?: \w+){0,4} $", re.IGNORECASE)
"""What somebody had said before: "they had put the number at nine"."""


def _is_verb(token: Token) -> bool:
    return (token.lemma not in _SAYS_NOTHING
            and not token.norm.endswith("ing")
            and (token.norm != token.lemma or token.norm.endswith(("ed", "en")))
            and part_of_speech(token.lemma) == "v")


_LIGHT = listed("count leave mean bring estimate expect number total set last start reach stand "
                "amount record confirm")
_SAYS_NOTHING = _LIGHT | CURRENCIES | _UP | _DOWN


def _voice(text: str) -> str:
    match = _VOICE.search(text)
    return match[1].casefold().replace("s", "z") if match else ""


def _thing(value: object, surface: str) -> str:
    """The noun counted; a verb right after a figure says that people are meant."""
    if not isinstance(value, Count):
        return ""
    crowd = any(lemma_of(word) in _VERBS_OF_CROWDS for word in surface.split()[1:])
    return "people" if crowd else value.counted


_VERBS_OF_CROWDS = frozenset({"rampage", "march", "attend", "gather", "protest", "rally", "pack",
                              "watch", "come", "turn"})


def _way(local: frozenset[str]) -> int:
    return bool(local & _UP) - bool(local & _DOWN)


def _local(wording: Wording, start: int, end: int) -> frozenset[str]:
    """The words of the figure's own clause, near to it."""
    text, tokens = wording.text, wording.tokens
    left = [token for token in tokens if token.end <= start][-_REACH:]
    right = [token for token in tokens if token.start >= end][:_REACH]
    own = [token for token in tokens if start <= token.start < end]
    kept = {token.lemma for token in own}
    for side, step in ((reversed(left), -1), (iter(right), 1)):
        edge = start if step < 0 else end
        for token in side:
            between = text[token.end:edge] if step < 0 else text[edge:token.start]
            if token.norm in BREAKS or not _PARTING.isdisjoint(between):
                break
            kept.add(token.lemma)
            edge = token.start if step < 0 else token.end
    return frozenset(kept)
