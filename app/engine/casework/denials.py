"""What a claim denies: the words under its "no", "not", "never", "denied that", "ruled out"."""

from collections.abc import Iterator
from typing import NamedTuple

from app.engine.casework.told import Told
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_NOT = frozenset({"not", "never", "no", "nobody", "none", "nothing", "neither", "nor",
                  "n't"})
_DENIERS = listed("deny refuse fail decline refute reject lack")
_BEFORE_TO = listed("fail decline")
"""Verbs that deny only what stands after "to": a line that failed did so."""
_PHRASES: tuple[tuple[str, ...], ...] = (
    ("rule", "out"), ("stop", "short", "of"))
_VERBS = _DENIERS | {phrase[0] for phrase in _PHRASES}
_BREAKS = listed("and but although though while because whether if unless who which whom until "
                 "before after when as since than so")
LIGHT = listed("be have do say tell make take get go come will would can could may might shall "
                "should must add call ask need give let see keep use put add accord any such "
                "plan more anything something much further all ever yet still even also without "
                "impose lodge file submit issue launch hold carry conduct place receive "
                "one")
_TRACES = listed("sign evidence indication trace question hint proof word")
_NO_DENIAL = frozenset({"only", "just", "merely", "later", "longer", "less", "fewer", "doubt",
                        "matter", "necessarily"})
_MODALS = frozenset({"may", "might", "could", "can"})
_MOST, _SUBJECT, _NEXT = 8, 5, 3
_MARKS = frozenset(',;:—–()“”"')
_STATING = listed("say tell add state note insist claim argue report announce warn")


class Denial(NamedTuple):
    """The denied words of a claim, those before them that say of whom, and the places, as
    indexes of tokens, of the denying word and of the last denied one."""

    denied: tuple[Token, ...]
    subject: tuple[Token, ...]
    first: int
    last: int


def denials(told: Told) -> Iterator[Denial]:
    """What a claim denies; two denials in a row take each other back."""
    if _NOT.isdisjoint(told.forms) and _VERBS.isdisjoint(told.words):
        return
    tokens = told.side.tokens
    if told.side.text.rstrip('”"').endswith("?"):
        return
    at = 0
    while at < len(tokens):
        size = _denies(told, at)
        again = next((place for place in range(at + size, min(at + size + _NEXT, len(tokens)))
                      if size and _denies(told, place)), None)
        if again is not None:
            at = again + _denies(told, again)
            continue
        found = _under(told, at, at + size) if size else None
        if found is not None and not _is_plea(told, found):
            yield found
        at = found.last + 1 if found else at + 1


_KEEPING = listed("prohibit forbid bar ban prevent block refuse without avoid stop halt outlaw "
                  "oppose reject against")


def kept_from(told: Told) -> Iterator[int]:
    """Places of words that a claim says are kept from happening ("bar officers from asking",
    "without fear"): to deny them elsewhere is to say the same."""
    if _KEEPING.isdisjoint(told.side.forms):
        return
    for at, token in enumerate(told.side.tokens):
        if token.lemma in _KEEPING or token.norm in _KEEPING:
            yield from range(at, _list_end(told, at + 1))


def _list_end(told: Told, at: int) -> int:
    """Where the clause ends, beyond an "and" that only joins two things."""
    end = _clause_end(told, at)
    tokens = told.side.tokens
    return _list_end(told, end + 1) if end < len(tokens) and tokens[end].norm == "and" else end


def _denies(told: Told, at: int) -> int:
    """How many words deny from here on, 0 for none."""
    tokens = told.side.tokens
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if any(one.norm in _MODALS for one in tokens[max(0, at - 2):at]):
        return 0
    if token.norm in _NOT:
        taken_back = after is not None and (after.norm in _NO_DENIAL or (
            token.norm == "no" and after.norm == "more"))
        return 0 if taken_back or _is_open(told, at) else 1
    if token.lemma in _DENIERS and token.kind is WordKind.CONTENT:
        return token.lemma not in _BEFORE_TO or (after is not None and after.norm == "to")
    for phrase in _PHRASES:
        if tuple(one.lemma if one.kind is not WordKind.FUNCTION else one.norm
                 for one in tokens[at:at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_open(told: Told, at: int) -> bool:
    """A denial up to or from some time ("not won since 2011", "no new cases", "not until
    Monday") says nothing of other times."""
    tokens = told.side.tokens
    ends = next((place for place in range(at + 1, len(tokens))
                 if told.side.text[tokens[place - 1].end:tokens[place].start].strip() in _STOPS),
                len(tokens))
    return (any(token.norm in _TIMES for token in tokens[at + 1:ends])
            or told.side.text.rstrip(".”").endswith(("any more", "anymore"))
            or (tokens[at].norm == "no" and tokens[at + 1:at + 2] != ()
                and tokens[at + 1].norm in _OTHERS))


_STOPS = frozenset({",", ";", ".", "”", "”,", ",”"})
_TIMES = frozenset({"since", "until", "yet"})
_OTHERS = frozenset({"new", "other", "additional", "more"})


_PLEAS = listed("charge allegation accusation wrongdoing offence offense count rumour rumor "
                "responsibility involvement guilt")


def _is_plea(told: Told, denial: Denial) -> bool:
    """"She had denied all charges": that there are charges is not what she denies."""
    return told.side.tokens[denial.first].lemma == "deny" and all(
        token.lemma in _PLEAS for token in denial.denied)


def _under(told: Told, first: int, start: int) -> Denial | None:
    tokens = told.side.tokens
    ends = _clause_end(told, start)
    denied = tuple(token for at, token in enumerate(tokens[start:ends], start)
                   if _says(token) and not _is_trace(tokens, at))[:_MOST]
    done = _done_with(tokens, start)
    subject = _subject(told, first) if done else ()
    if subject:
        return Denial(subject, (), first, done)
    if not denied or (len(denied) == 1 and _is_half(told, denied[0])):
        return None
    return Denial(denied, _subject(told, first), first,
                  max(at for at in range(start, ends) if tokens[at] in denied))


_DONE_WITH = frozenset({"use", "hold", "issue", "give", "impose", "place", "launch", "submit",
                        "find", "send", "file", "lodge"})
"""What is done with a thing and says little: "tear gas was not used" denies the gas."""


def _done_with(tokens: tuple[Token, ...], start: int) -> int:
    """Where it stands that a thing was used, held or issued, 0 where it does not."""
    at = start + (start < len(tokens) and tokens[start].norm == "been")
    if at < len(tokens) and tokens[at].lemma in _DONE_WITH and (
            tokens[at].norm != tokens[at].lemma):
        return at
    return 0


def _is_half(told: Told, word: Token) -> bool:
    """Half of a word with a hyphen: the "sick" of "sick-out"."""
    return told.side.text[word.end:word.end + 1] == "-"


def _subject(told: Told, first: int) -> tuple[Token, ...]:
    """Of whom or what it is denied: the words before, beyond an apposition or a verb of saying
    where the clause itself has only a pronoun or no word of weight."""
    tokens = told.side.tokens
    begins = _clause_start(told, first)
    own = [token for token in tokens[begins:first] if _says(token)]
    if not own and first > begins:
        own = [token for token in tokens[:first] if _says(token)
               and token.lemma not in _STATING]
    return tuple(own[-_SUBJECT:])


def _is_trace(tokens: tuple[Token, ...], at: int) -> bool:
    """The "sign" of "no sign of a fault"."""
    return (tokens[at].lemma in _TRACES and at + 1 < len(tokens)
            and tokens[at + 1].norm in {"of", "that", "for"})


def _says(token: Token) -> bool:
    return (token.kind not in {WordKind.FUNCTION, WordKind.NEGATION}
            and token.lemma not in LIGHT and token.norm not in LIGHT)


def _clause_end(told: Told, at: int) -> int:
    tokens, text = told.side.tokens, told.side.text
    for place in range(at, len(tokens)):
        between = text[tokens[place - 1].end:tokens[place].start] if place else ""
        if place > at and (tokens[place].norm in _BREAKS or not _MARKS.isdisjoint(between)
                           or ". " in between):
            return place
    return len(tokens)


def _clause_start(told: Told, at: int) -> int:
    tokens, text = told.side.tokens, told.side.text
    for place in range(at - 1, -1, -1):
        after = text[tokens[place].end:tokens[place + 1].start]
        if (tokens[place].norm in _BREAKS or tokens[place].lemma in _STATING
                or tokens[place].norm == "that" or not _MARKS.isdisjoint(after)
                or ". " in after):
            return place + 1
    return 0
