"""Which office somebody holds: two ranks, a chief and a deputy, two offices of one kind.

An office is read where it stands with a name: before it ("Vice chair Denise Okafor", "the race
director, Silje Holm"), after it ("Holm, the race director") or as a verb ("Okafor, who chairs the
board"). It is a head ("director"), a grade ("deputy") and a field ("race"). Offices of which
somebody may well hold two at a time (a mayor, a party leader) are never set against each other.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.domain.facts import FactKind
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind, fold

_SPELT = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "chairs": "chair",
    "chaired": "chair", "sgt": "sergeant", "capt": "captain", "lt": "lieutenant",
    "lieut": "lieutenant", "col": "colonel", "gen": "general", "maj": "major", "cpl": "corporal",
    "insp": "inspector", "supt": "superintendent", "gov": "governor", "sen": "senator",
    "headteacher": "principal", "headmaster": "principal", "headmistress": "principal",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "comr": "commissioner",
    "adm": "admiral", "cmdr": "commander", "const": "constable",
}
_LADDER = listed("""
    constable corporal sergeant inspector superintendent lieutenant captain major colonel general
    admiral commander commissioner mayor governor senator chancellor bishop archbishop judge
    prosecutor
""")
"""Ranks and offices of which one excludes every other at a time."""

_TOP = listed("chair head leader boss chief president director officer minister mayor governor")
"""Who stands at the top is no deputy, and speaks for nobody else."""

_IN_FIELDS = listed("minister secretary director chief officer commissioner manager coach editor")
"""Heads that are held for one field each: a race director is no technical director."""

_GRADED = _LADDER | _IN_FIELDS | _TOP | listed("""
    spokesman coroner principal president sheriff treasurer curator dean registrar marshal
    ambassador conductor warden attorney
""")
_BELOW = listed("deputy vice assistant associate junior under")
_ABOVE = listed("senior chief head lead principal")
_PAST = listed("former ex then late incoming outgoing future retired acting interim")
_SAY_NO_FIELD = listed("""
    the a an its their his her our this that mr mrs ms dr sir and of for
    state national federal regional local county city town village borough district provincial
    union association club company firm party group board council team school university agency
    bank government longtime veteran new old first second executive general associate
""") | _BELOW | _ABOVE
_OFFICERS = {"ceo": "executive", "cfo": "financial", "coo": "operating", "cto": "technology",
             "cio": "information", "cmo": "medical", "ciso": "security"}
_FIELDS = {"finance": "financial", "operations": "operating", "technical": "technology",
           "managing": "executive", "fire-fighting": "fire"}
"""Fields that are told in two ways."""

_SIGNS = _GRADED | frozenset(_SPELT) | frozenset(_OFFICERS) | {"executive"}
_MOST_WORDS, _MOST_NAMES = 4, 3
_FOLLOWS = re.compile(r"\.? (?=[A-Z])|, (?=[A-Z])"
                      r"|(?: (?:of|for|at) (?:the |its |their )?[\w’-]+){1,2}, (?=[A-Z])")
_APPOSED = re.compile(r", (?:(?:the|a|an|its|their|his|her|who) )?(?:[A-Z]\w+’s )?")


class Office(NamedTuple):
    """An office as it stands with a name."""

    name: tuple[str, ...]
    head: str
    below: bool
    above: bool
    field: str


def ask(case: CaseWords) -> list[Question]:
    """One question a person whose office two claims give."""
    claims = [told for told in case.told if not _SIGNS.isdisjoint(told.forms)]
    known = _known(case)
    answers = [answer for told in claims for answer in _offices(told, known[case.event(told)])]

    def keys(one: Answered) -> Iterator[Hashable]:
        yield case.event(one.told), one.meant.name[0]

    groups = grouped(answers, lambda one, other: _of_one(case, one, other), keys)
    return [Question(label=f"Office of {group[0].meant.name[-1].title()}", reason=Reason.TITLE,
                     answers=tuple(group), compare=_compare, inside=True, open=True)
            for group in groups]


Known = Mapping[str, frozenset[tuple[str, ...]]]
"""Surnames of an event with the full names that bear them."""


def _known(case: CaseWords) -> Mapping[int, Known]:
    found: dict[int, dict[str, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
    for told in case.told:
        for fact in told.facts(FactKind.PERSON):
            name = tuple(re.findall(r"[\w-]+", fold(str(fact.value))))
            if name:
                found[case.event(told)][name[-1]].add(name)
    return defaultdict(dict, {
        event: {surname: frozenset(names) for surname, names in held.items()}
        for event, held in found.items()})


def _offices(told: Told, known: Known) -> Iterator[Answered]:
    tokens = told.side.tokens
    for at, token in enumerate(tokens):
        if token.norm not in _SIGNS:
            continue
        first, last = _phrase(told.side.text, tokens, at)
        if last < at:
            continue
        name = _named_after(told, last, known) or _named_before(told, first, known)
        office = _office(tokens[first:last + 1], name) if name else None
        if office is not None:
            yield aspects.spoken(told, tokens[first].start, tokens[last].end, office)


def _phrase(text: str, tokens: tuple[Token, ...], at: int) -> tuple[int, int]:
    """The first and last word of the office that ends at a head; (0, -1) inside another one."""
    last = at
    if last + 1 < len(tokens) and tokens[last + 1].norm in _SIGNS and _touch(text, tokens, last):
        return 0, -1
    first = at
    while first > 0 and at - first < _MOST_WORDS and _touch(text, tokens, first - 1) and (
            tokens[first - 1].kind in _WORDS and not _is_told(tokens[first - 1].form)):
        first -= 1
    return first, last


_WORDS = frozenset({WordKind.CONTENT, WordKind.NAME})


def _touch(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    return text[tokens[at].end:tokens[at + 1].start] in {" ", "-"}


def _named_after(told: Told, last: int, known: Known) -> tuple[str, ...]:
    """The name that follows: at most a comma apart, or after what the office is of."""
    tokens, text = told.side.tokens, told.side.text
    follows = _FOLLOWS.match(text, tokens[last].end)
    if follows is None:
        return ()
    at = next((at for at in range(last + 1, len(tokens)) if tokens[at].start >= follows.end()), 0)
    return _name_from(tokens[at:at + _MOST_WORDS], text, known) if at else ()


def _named_before(told: Told, first: int, known: Known) -> tuple[str, ...]:
    """The name to which the office stands in apposition."""
    tokens, text = told.side.tokens, told.side.text
    for end in range(first - 1, max(-1, first - 4), -1):
        if tokens[end].form[:1].isupper():
            if not _APPOSED.fullmatch(text[tokens[end].end:tokens[first].start]):
                return ()
            begin = end
            while begin > 0 and end - begin < _MOST_NAMES and (
                    tokens[begin - 1].form[:1].isupper()
                    and text[tokens[begin - 1].end:tokens[begin].start] in {" ", ". "}):
                begin -= 1
            return _name_from(tokens[begin:end + 1], text, known)
    return ()


def _name_from(tokens: tuple[Token, ...], text: str, known: Known) -> tuple[str, ...]:
    """The run of capitals, as the full name of somebody known; () for anybody else."""
    run: list[Token] = []
    for token in tokens:
        if not token.form[:1].isupper() or (
                run and text[run[-1].end:token.start] not in {" ", ". "}):
            break
        run.append(token)
    words = tuple(fold(token.form) for token in run)
    if len(words) != 1:
        return words
    full = sorted((name for name in known.get(words[0], ()) if len(name) > 1), key=len)
    is_one = all(name[-len(full[0]):] == full[0] for name in full)
    return full[0] if full and is_one else ()


def _office(tokens: tuple[Token, ...], name: tuple[str, ...]) -> Office | None:
    """What the words of an office say; None for one that is past, to come or held for a time."""
    words = [fold(token.form).strip(".") for token in tokens]
    if not _PAST.isdisjoint(words):
        return None
    *before, head = [_SPELT.get(word, word) for word in words]
    field = _field(tokens, before)
    if head in _OFFICERS:
        head, field = "officer", _OFFICERS[head]
    elif [*before[-1:], head] == ["chief", "executive"]:
        head, field = "officer", "executive"
    elif head == "officer" and "chief" not in before:
        return None
    elif (head, field) == ("chief", "financial"):
        head = "officer"
    if head not in _GRADED:
        return None
    return Office(name, head, not _BELOW.isdisjoint(before), not _ABOVE.isdisjoint(before), field)


def _field(tokens: tuple[Token, ...], before: list[str]) -> str:
    """The word before the head, if it is a field: no verb, no name of a place or body."""
    if not before or before[-1] in _SAY_NO_FIELD:
        return ""
    told = _FIELDS.get(before[-1])
    field, head = tokens[-2], tokens[-1]
    is_name = field.form.isupper() or (
        field.form[:1].isupper() and not head.form[:1].isupper() and field.start > 0)
    return told or ("" if is_name else before[-1])


_SAID = listed("said told says tells met made became says")


def _is_told(word: str) -> bool:
    """A verb that stands before an office: "said", "added", "thanked"."""
    return word in _SAID or word.endswith("ed")


def _of_one(case: CaseWords, one: Answered, other: Answered) -> bool:
    """One person, a slip in the surname allowed, in articles of one event. What else a claim
    tells may be long past: the office is the one of the day of its article."""
    ours, theirs = one.meant.name, other.meant.name
    if one.told.id == other.told.id or not case.one_event(one.told, other.told):
        return False
    if ours[-1] != theirs[-1]:
        return len(ours) > 1 and ours[:-1] == theirs[:-1] and (
            OSA.distance(ours[-1], theirs[-1]) <= 1)
    return set(ours) <= set(theirs) or set(theirs) <= set(ours)


def _compare(one: Answered, other: Answered) -> Finding | None:
    """Two steps of one ladder, a chief and a deputy, or two fields of one office."""
    ours: Office = one.meant
    theirs: Office = other.meant
    heads = {ours.head, theirs.head}
    if ours.head != theirs.head:
        clashes = heads <= _LADDER or ("spokesman" in heads and not heads.isdisjoint(_TOP)) or (
            heads <= _TOP and ours.below != theirs.below)
    elif ours.below != theirs.below:
        clashes = True
    else:
        clashes = ours.head in _IN_FIELDS and "" != ours.field != theirs.field != ""
    if not clashes:
        return None
    return aspects.clash(one, other, reason=Reason.TITLE, what="Office", reading="Another office",
                         because=f"{aspects.both(one, other)} are two offices of one person.")
