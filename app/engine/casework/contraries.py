"""Opposites told of one thing: open here, closed there; she stays, she leaves."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from app.domain.claims import Modality
from app.domain.pairs import Finding, Reason
from app.engine import lexicon
from app.engine.casework import aspects
from app.engine.casework.clauses import clause_of
from app.engine.casework.denials import LIGHT, denials, kept_from
from app.engine.casework.occasions import elsewhere
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import part_of_speech
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind

_MOST_HOLDERS = 16
_LIKE, _SHARE = 0.8, 0.5
_OPEN = frozenset({Modality.UNCLEAR, Modality.SHOULD, Modality.DENIED, Modality.LIKELY})
_NO_PIVOT = listed("first last one other former latter new old big small high low long short more "
                   "less most least up down early late before after many few good bad great "
                   "right left man woman day night north south east west day week yes say")
"""Opposites that qualify a thing rather than tell what became of it."""


def ask(case: CaseWords) -> list[Question]:
    """One question a thing of which two claims tell the contrary."""
    return questions(_met(case), reason=Reason.NEGATION, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    first, second, _ = pairs[0]
    return f"{first.value} or {second.value}"


def _met(case: CaseWords) -> Iterator[Met]:
    """Claims of one event meet where one has a word that the tables set against a word of the
    other, each word with the latest few claims that have it."""
    holders: dict[tuple[int, str], list[tuple[Told, Token]]] = defaultdict(list)
    for told in case.told:
        event = case.event(told)
        for token in _affirmed(told):
            for contrary in lexicon.opposites(token.lemma):
                for other, held in holders.get((event, contrary), ())[-_MOST_HOLDERS:]:
                    found = _compare(case, other, held, told, token)
                    if found is not None:
                        yield found
            holders[event, token.lemma].append((told, token))


def _compare(case: CaseWords, one: Told, a: Token, other: Told, b: Token) -> Met | None:
    """Of one thing both tell what cannot both hold."""
    if (one.article == other.article or _has(other, a) or _has(one, b)
            or not case.one_event(one, other) or not one.of_one_time(other)
            or elsewhere(one) != elsewhere(other) or not _of_one_thing(one, a, other, b)):
        return None
    first = aspects.spoken(one, a.start, a.end, None)
    second = aspects.spoken(other, b.start, b.end, None)
    return first, second, _finding(first, second)


def _has(told: Told, token: Token) -> bool:
    """The claim has the word itself, in any form: "closed today, will reopen on Monday"."""
    return token.norm in told.forms or token.lemma in told.words


_OF_TWO_SIDES = listed("win lose beat defeat buy sell give receive lend borrow send employer "
                       "employee teach learn ask answer lead follow import export husband wife")
"""What two sides do to each other is no contrary."""

_NO_CONTRARY = LIGHT | _NO_PIVOT | _OF_TWO_SIDES


def _affirmed(told: Told) -> list[Token]:
    """The words of a claim that can be a contrary: under no denial, neither small nor light."""
    if told.side.claim.modality in _OPEN or told.side.claim.condition:
        return []
    pivots = [(at, token) for at, token in enumerate(told.side.tokens)
              if token.kind is WordKind.CONTENT and _is_pivot(token.lemma)
              and token.norm not in _NO_CONTRARY]
    if not pivots:
        return []
    under = {at for one in denials(told) for at in range(one.first, one.last + 1)}
    under.update(kept_from(told))
    return [token for at, token in pivots if at not in under and not _qualifies(told, at)
            and not _is_ahead(told, at)]


@lru_cache(maxsize=16384)
def _is_pivot(lemma: str) -> bool:
    """The tables set some word against it, and it is neither small nor light."""
    return lemma not in _NO_CONTRARY and bool(lexicon.opposites(lemma))


_BEFORE = frozenset({"before", "until", "if", "unless", "whether", "once"})


def _is_ahead(told: Told, at: int) -> bool:
    """The word stands under "before" or "if", or is what somebody may or wants to do ("the
    authority to veto")."""
    tokens = told.side.tokens
    to = at > 0 and tokens[at - 1].norm == "to" and told.side.claim.modality is not Modality.WILL
    return to or (not _BEFORE.isdisjoint(told.forms)
                  and any(token.norm in _BEFORE for token in tokens[:at]))


def _qualifies(told: Told, at: int) -> bool:
    """An adjective right before its noun says which thing is meant, not what became of it
    ("federal government", "local government")."""
    token, after = told.side.tokens[at], told.side.tokens[at + 1:at + 2]
    return (part_of_speech(token.lemma) == "a" and bool(after)
            and after[0].kind in {WordKind.CONTENT, WordKind.NAME}
            and part_of_speech(after[0].lemma) == "n"
            and told.side.text[token.end:after[0].start] == " ")


def _of_one_thing(one: Told, a: Token, other: Told, b: Token) -> bool:
    """The clauses around the two words share their subject and half of what else they say."""
    if _on_other_days(one, other):
        return False
    ours, theirs = clause_of(one, a.start, a.end), clause_of(other, b.start, b.end)
    if ours.names and theirs.names and not ours.names & theirs.names:
        return False
    if ours.figures and theirs.figures and not ours.figures & theirs.figures:
        return False
    mine = [word for word in ours.words if word is not a]
    yours = [word for word in theirs.words if word is not b]
    shared = sum(best(word, yours)[0] >= _LIKE for word in mine)
    least = min(len(mine), len(yours))
    if not least:
        return bool(ours.names & theirs.names) and _is_about_names(one, other)
    return shared >= max(1, _SHARE * least) and (
        shared > 1 or bool(ours.names & theirs.names) or least == 1)


def _is_about_names(one: Told, other: Told) -> bool:
    """Two short claims with nothing but a name and what is told of it."""
    return max(len(one.words), len(other.words)) <= _SHORT


_SHORT = 6


def _on_other_days(one: Told, other: Told) -> bool:
    """What holds on one day need not hold on another: days told, or days of publication."""
    ours, theirs = one.days(), other.days()
    if ours and theirs:
        return not any(first <= last and start <= end
                       for start, last, _ in ours for first, end, _ in theirs)
    return one.published_on != other.published_on


def _finding(one: Answered, other: Answered) -> Finding:
    return aspects.clash(one, other, reason=Reason.NEGATION, what="What became of it",
                         reading="The contrary",
                         because=f"{aspects.both(one, other)} are opposites.")
