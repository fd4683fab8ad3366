"""Which of two ways a matter stands in a claim: open or closed, told or kept in the dark.

A phrase of the table (`matters.py`) is read with what it is told of: the words of its clause,
whoever does it, whether it is denied there, and whether it is still to come.
"""

from typing import NamedTuple

from app.domain.claims import Modality
from app.engine.casework.matters import Matter, Phrase, phrases_in
from app.engine.casework.once import once_a_text
from app.engine.casework.told import Told
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind


class Way(NamedTuple):
    """One way in which a matter stands in a claim.

    `start` and `end` are places in the claim's own text; `subject` are the words before it in its
    clause, `rest` those after it; `carried` are words of what stands before where the clause has
    no subject of its own or a pronoun; `whole` says that it is told of all or none, `none` of
    none, `some` of a few; `ahead` that it is to come; `act` is its first word; `names` are of
    those who do it or whom it befalls.
    """

    told: Told
    matter: Matter
    one_way: bool
    start: int
    end: int
    subject: tuple[Token, ...]
    rest: tuple[Token, ...]
    carried: tuple[Token, ...]
    whole: bool
    none: bool
    some: bool
    ahead: bool
    act: str
    passive: bool
    denied: bool
    pronoun: str
    names: frozenset[str]


def ways(told: Told) -> list[Way]:
    """What a claim tells of the matters of the table, none where it tells one both ways."""
    return [held[0] for held in _by_matter(told) if len({one.one_way for one in held}) == 1]


def _by_matter(told: Told) -> list[list[Way]]:
    unclear = told.side.claim.modality is Modality.UNCLEAR
    found: dict[Matter, list[Way]] = {}
    for phrase, way in _every(told):
        if not unclear or _UNCLEAR & phrase.places[0]:
            found.setdefault(phrase.matter, []).append(way._replace(told=told))
    return list(found.values())


@once_a_text
def _every(told: Told) -> tuple[tuple[Phrase, Way], ...]:
    """Every phrase that tells a way, in order."""
    if told.side.text.rstrip('”"').endswith("?"):
        return ()
    read = [(phrase, _read(told, phrase, first, end))
            for phrase, first, end in phrases_in(told.side.text, told.side.tokens)]
    return tuple((phrase, way) for phrase, way in read if way is not None)


_UNCLEAR = frozenset({"unknown", "unclear", "unexplained", "undetermined", "unresolved"})
_BREAKS = frozenset({"and", "but", "while", "after", "when", "because", "before", "although",
                     "though", "where", "as", "that", "who", "which", "whose", "whom", "if",
                     "unless", "until", "whether", "once", "so", "since", "or"})
_MARKS = frozenset(",;:—–()")
_STATING = listed("say tell add state note insist claim argue report announce warn comment speak "
                  "write explain stress believe think know show")
_IFFY = frozenset({"if", "unless", "whether", "until", "before", "could", "may", "might", "should",
                   "must", "once", "or"})
_WISHING = listed("want demand urge hope propose consider fear threaten call ask seek risk avoid "
                  "prevent threat danger plea need wish beg request discuss debate oppose fight "
                  "ban prohibit stop block halt accept reject support criticise criticize protest "
                  "resist")
_DOING = listed("refuse vow decide agree vote plan promise force order able begin start continue "
                "manage fail decline tell set due expect intend pledge go forced told ready "
                "prepare is are was were be compel make try willing deny")
"""Words before "to" by which it is told that something is, was or will be done."""

_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_ONE_MORE = frozenset({"further", "another", "second", "more", "additional", "other", "similar"})
_RISKS = frozenset({"danger", "risk", "threat", "fear"})
_THEN = frozenset({"after", "when", "as", "before"})
_AHEAD = listed("will would shall 'll plan intend vow promise expect due set pledge")
_DENYING = frozenset({"not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor",
                      "without", "hardly", "cannot"})
_DENIERS = listed("deny refuse fail decline refute dispute lack")
_NO_DENIAL = frozenset({"only", "just", "merely", "later", "doubt", "necessarily", "until",
                        "least", "yet", "longer"})
_WHOLE = frozenset({"nobody", "none", "never", "all", "every", "everyone", "everybody",
                    "throughout", "nothing", "neither", "whole", "entire"})
_NONE = frozenset({"nobody", "none", "never", "nothing", "neither", "no", "any"})
_SOME = frozenset({"some", "several", "many", "others", "other", "another", "few", "most",
                   "half", "more", "one"})
_PRONOUNS = listed("he she it they his her its their this that who which we i")


def _read(told: Told, phrase: Phrase, first: int, end: int) -> Way | None:
    """The phrase with what it is told of; None where it is supposed, asked for or open."""
    tokens, text = told.side.tokens, told.side.text
    start, last = _bounds(text, tokens, first, end)
    before = tokens[start:first]
    flips = _denials(told, start, first, end)
    if _is_open(tokens, start, first, denied=bool(flips % 2)) or (
            not told.side.claim.in_title and _is_aimed_at(tokens, start, first)):
        return None
    if phrase.denied and not flips % 2:
        return None
    subject = tuple([token for token in before if _weighs(token)
                     and token.lemma not in _NO_SUBJECT])
    norms = {token.norm for token in before}
    carried = _carried(tokens, start)
    if subject and not norms & _PRONOUNS and not _is_resumed(text, tokens, start):
        carried = ()
    inside = {token.norm for token in tokens[max(start, first - 1):end + 1]}
    return Way(
        told, phrase.matter, phrase.one_way if flips % 2 == 0 else not phrase.one_way,
        tokens[first].start, tokens[end - 1].end, subject,
        tuple([token for token in (*_within(phrase, tokens[first + 1:end]), *tokens[end:last])
               if _weighs(token)]),
        carried,
        whole="no" in norms | inside or not _WHOLE.isdisjoint(
            norms | inside | {token.norm for token in tokens[end:end + _REACH]}),
        none=bool(flips) and not (norms | inside).isdisjoint(_NONE),
        some=_is_of_some(before) or _is_of_counts(tokens[end - 1:end + _REACH]),
        ahead=any(token.lemma in _AHEAD or token.norm in _AHEAD for token in before),
        act=tokens[first].lemma, denied=bool(flips), pronoun=next(
            (token.norm for token in before if token.norm in _PRONOUNS), ""),
        passive=any(token.norm in _PASSIVE for token in tokens[max(start, first - 2):first]),
        names=_names(tokens, start if subject else 0, first))


def _within(phrase: Phrase, inside: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words that stand between those of the phrase: "took the mill to court"."""
    own = frozenset().union(*phrase.places)
    return tuple([token for token in inside
                  if token.norm not in own and token.lemma not in own])


def _bounds(text: str, tokens: tuple[Token, ...], first: int, end: int) -> tuple[int, int]:
    start = first
    while start and not _ends(text, tokens, start - 1):
        start -= 1
    last = end
    while last < len(tokens) and not _ends(text, tokens, last - 1):
        last += 1
    return start, last


def _ends(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """A clause ends behind this word."""
    token, after = tokens[at], tokens[at + 1]
    if after.norm in _BREAKS or token.norm in _BREAKS or token.lemma in _STATING:
        return True
    between = text[token.end:after.start]
    return not _MARKS.isdisjoint(between) or ". " in between


def _is_open(tokens: tuple[Token, ...], start: int, first: int, *, denied: bool) -> bool:
    """It is supposed, asked for or feared, not told: "if it closes", "called for a ban". What is
    in no danger of happening does not happen."""
    led = tokens[max(0, start - 1):first]
    if any(token.norm in _IFFY and token.kind is WordKind.FUNCTION for token in led):
        return True
    head = tokens[first]
    if any(token.norm in _ONE_MORE for token in tokens[max(start, first - 2):first]):
        return True
    if led and led[0].norm in _THEN and head.norm in {head.lemma, f"{head.lemma}s"} and (
            start and head.kind is WordKind.CONTENT and len(led) > 1):
        return True
    if start > 1 and tokens[start - 1].norm == "that" and tokens[start - 2].lemma in _WISHING:
        return True
    return any(tokens[at].lemma in _WISHING and tokens[at + 1].kind is not WordKind.FUNCTION
               and not (denied and tokens[at].lemma in _RISKS)
               for at in range(max(start, first - _REACH), first))


def _is_aimed_at(tokens: tuple[Token, ...], start: int, first: int) -> bool:
    """It is what somebody may or wants to do: "the authority to veto it"."""
    led = tokens[max(0, start - 1):first]
    return first > start and tokens[first - 1].norm == "to" and _DOING.isdisjoint(
        {token.lemma for token in led} | {token.norm for token in led})


_REACH, _FAR = 3, 8


def _denials(told: Told, start: int, first: int, end: int) -> int:
    """How many words deny the phrase: before it in its clause, within it, right behind it, or
    before the "that" that leads to the clause."""
    tokens = told.side.tokens
    count = 0
    for at in range(max(start, first - _FAR), first):
        count += _denies(tokens, at) and (
            first - at <= _REACH or tokens[at].norm not in _OF_NOUNS)
    count += sum(_denies(tokens, at) for at in range(first + 1, end - 1)
                 if tokens[at].norm in _IN_GAPS)
    if end < len(tokens) and tokens[end].norm == "no" and _denies(tokens, end):
        count += 1
    if start and tokens[start - 1].norm == "that":
        count += any(_denies(tokens, at) for at in range(max(0, start - _REACH - 1), start - 1))
    return count


_OF_NOUNS = frozenset({"without", "lack", "lacks", "lacked"})
_AGAINST = frozenset({"decide", "advise", "opt"})
_IN_GAPS = frozenset({"not", "n't", "never", "no"})


def _denies(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if token.norm in _DENYING:
        return after not in _NO_DENIAL or (token.norm == "no" and after == "longer")
    before = tokens[at - 1].lemma if at else ""
    return token.lemma in _DENIERS or (after == "out" and token.lemma == "rule") or (
        token.norm == "against" and before in _AGAINST)


def _carried(tokens: tuple[Token, ...], start: int) -> tuple[Token, ...]:
    """The words before the clause in the claim."""
    return tuple([token for token in tokens[:start] if _weighs(token)])


def _is_resumed(text: str, tokens: tuple[Token, ...], start: int) -> bool:
    """The clause goes on behind a comma or "and": "The report, seen by us, lists defects"."""
    if not start or tokens[start].norm in _BREAKS:
        return False
    return tokens[start - 1].norm == "and" or (
        "," in text[tokens[start - 1].end:tokens[start].start])


def _is_of_some(before: tuple[Token, ...]) -> bool:
    """A few of them are meant: "two", "others" or "some" of whom the clause speaks."""
    for at, token in enumerate(before[:-1]):
        led = before[at - 1].norm if at else ""
        if (token.norm in _SOME or token.value is not None) and led not in _DEFINITE:
            return True
    return False


def _is_of_counts(after: tuple[Token, ...]) -> bool:
    """As in "acquitted of one count", "cleared of a fourth charge"."""
    return any(token.norm in {"of", "on"} for token in after[:2]) and any(
        token.value is not None for token in after)


_DEFINITE = _WHOLE | {"no", "the", "both", "these", "those", "its", "their", "his", "her"}


def _names(tokens: tuple[Token, ...], start: int, first: int) -> frozenset[str]:
    """Names before the phrase that no preposition leads to ("a man from Dunmore")."""
    return frozenset([token.lemma for at, token in enumerate(tokens[start:first], start)
                      if token.kind is WordKind.NAME and not (
                          at and _led_in(tokens, at))])


def _led_in(tokens: tuple[Token, ...], at: int) -> bool:
    while at and tokens[at - 1].kind is WordKind.NAME:
        at -= 1
    return at > 0 and tokens[at - 1].norm in _PREPOSITIONS


_PREPOSITIONS = frozenset({"from", "in", "at", "near", "of", "for", "to", "on", "with", "by"})
_NO_SUBJECT = listed("find rule deny refuse fail decline vote decide able back insist")


_LIGHT = listed("be have do say tell make take get go come will would can could may might shall "
                "should must add call ask need give let see keep use put any such more anything "
                "something much further all ever yet still even also one day week month year hour "
                "morning evening night afternoon today yesterday tomorrow time monday tuesday "
                "wednesday thursday friday saturday sunday people person man woman thing way "
                "percent number total first last new old")


def _weighs(token: Token) -> bool:
    return (token.kind in {WordKind.CONTENT, WordKind.NAME} and token.lemma not in _LIGHT
            and token.norm not in _LIGHT and token.lemma not in _STATING
            and not token.norm.endswith("ly"))
