"""Did it happen or not: what one claim of an event denies and another affirms."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

from app.domain.claims import Modality, SpeakerKind
from app.domain.facts import FactKind
from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.denials import LIGHT, Denial, denials, kept_from
from app.engine.casework.looks import stem
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best, covered
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind, fold

_DENIED, _OF_SUBJECT, _HALF = 0.65, 0.45, 0.4
"""Shares of the denied words, and of those that say of whom, that the other claim must hold."""

_FEWEST = 2
_MET = 0.8
_MOST_HOLDERS, _MOST_MET = 48, 24
_OPEN = frozenset({Modality.UNCLEAR, Modality.SHOULD, Modality.DENIED})
_SUPPOSED = listed("if whether unless until")
_ONCE = frozenset({"after", "once", "when", "before"})
_SO_FAR = re.compile(r"\b(?:has|have|is|are|yet|so far|still)\b", re.IGNORECASE)
_STATING = listed("say tell add state note insist claim argue report announce warn comment speak")
_PRONOUNS = listed("he she it they his her its their")


def ask(case: CaseWords) -> list[Question]:
    """One question an act that one claim of an event affirms and another denies."""
    return questions(_met(case), reason=Reason.NEGATION, label=_label)


def _met(case: CaseWords) -> Iterator[Met]:
    denied = [(told, one) for told in case.told for one in denials(told)]
    wanted: dict[int, set[str]] = defaultdict(set)
    for told, one in denied:
        wanted[case.event(told)].update(_starts(one))
    holders = _holders(case, wanted)
    affirmed: dict[int, tuple[Token, ...]] = {}
    for told, one in denied:
        acts = _acts(told, one)
        near = Counter(chain.from_iterable(
            holders.get((case.event(told), start), ()) for start in _starts(one)))
        for at in sorted(near, key=lambda at: (-near[at], at))[:_MOST_MET]:
            other = case.told[at]
            if at not in affirmed:
                affirmed[at] = _affirmed(other)
            found = _compare(case, told, one, other, affirmed[at]) if _words_of(
                acts, affirmed[at]) else None
            if found is not None:
                yield found


def _starts(one: Denial) -> set[str]:
    """Under which starts of words a denial meets other claims."""
    return {stem(token.norm) for token in (*one.denied, *one.subject)}


def _acts(told: Told, one: Denial) -> tuple[Token, ...]:
    """What is denied first, names apart: some of it the other claim must affirm."""
    of_whom = {word.lemma for word in one.subject}
    acts = [word for word in one.denied if word.kind is WordKind.CONTENT
            and word.lemma not in of_whom]
    return tuple(acts[:_HEADS if told.side.tokens[one.first].norm in _NO_THING else 1])


def _holders(case: CaseWords,
             wanted: dict[int, set[str]]) -> dict[tuple[int, str], list[int]]:
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, told in enumerate(case.told):
        event = case.event(told)
        if event in wanted:
            for start in wanted[event].intersection(map(stem, told.forms)):
                found[event, start].append(at)
    return {key: held for key, held in found.items() if len(held) <= _MOST_HOLDERS}


def _compare(case: CaseWords, told: Told, one: Denial, other: Told,
             affirmed: tuple[Token, ...]) -> Met | None:
    """One says that it was so, the other that it was not."""
    if told.id == other.id or not case.one_event(told, other) or not told.of_one_time(other):
        return None
    hits = _words_of((*one.denied, *one.subject), affirmed)
    support = _is_near(told, one, other) + _is_carried(told, one, other)
    if not hits or not _denies_it(case, told, one, affirmed, len(hits) + support):
        return None
    if _are_two_opinions(told, other) or (
            _is_of_more(told, one) and _MORE.isdisjoint(other.forms)):
        return None
    if not _of_one_subject(case, told, one, other, affirmed) or _of_two_days(told, other):
        return None
    first, second = _answer_denied(told, one), _answer_affirmed(other, hits)
    return first, second, _finding(first, second, told, other)


def _affirmed(other: Told) -> tuple[Token, ...]:
    """The words of a claim that stand under no denial and no condition."""
    modality = other.side.claim.modality
    if modality in _OPEN or (modality is Modality.COULD and "would" not in other.forms):
        return ()
    if other.side.text.rstrip('”"').endswith("?"):
        return ()
    tokens = other.side.tokens
    under = {at for one in denials(other) for at in range(one.first, one.last + 1)}
    under.update(kept_from(other))
    ahead = _SUPPOSED | (_ONCE if other.side.claim.stages_ahead else frozenset())
    supposed = next((at for at, token in enumerate(tokens) if token.norm in ahead), len(tokens))
    return tuple([token for at, token in enumerate(tokens[:supposed])
                  if at not in under and token.kind is not WordKind.FUNCTION
                  and token.lemma not in LIGHT])


_CARRIERS = listed("issue impose lodge file submit launch hold conduct give make take send find")
_REACH = 8


def _is_carried(told: Told, one: Denial, other: Told) -> bool:
    """A verb that says little by itself stands in both: "no warning was issued"."""
    after = told.side.tokens[one.first:one.first + _REACH]
    return not other.words.isdisjoint(_CARRIERS & {token.lemma for token in after})


def _is_near(told: Told, one: Denial, other: Told) -> bool:
    """The other claim means the same people: it opens with a pronoun for them, or stands next to
    the denial ("Oldmoor have appealed; the club denied having lodged an appeal")."""
    apart = other.side.claim.span.start - told.side.claim.span.start
    denies = told.side.tokens[one.first].lemma == "deny"
    return (denies and told.article == other.article and abs(apart) < _NEXT_TO) or (
        bool(one.subject) and _stands_in(other, list(one.subject)))


def _are_two_opinions(told: Told, other: Told) -> bool:
    """Two people are quoted: each is of an opinion of their own."""
    ours, theirs = told.side.claim.speaker, other.side.claim.speaker
    return (ours is not None and theirs is not None and ours.name != theirs.name
            and SpeakerKind.INDIRECT not in {ours.kind, theirs.kind}
            and not set(fold(ours.name).split()) & set(fold(theirs.name).split()))


_NEXT_TO = 220
_MORE = frozenset({"further", "second", "another", "more", "new", "next", "final", "third"})


def _is_of_more(told: Told, one: Denial) -> bool:
    """What is denied is one more of something: "no further vote"."""
    return any(token.norm == "further"
               for token in told.side.tokens[one.first:one.last + 1])


def _denies_it(case: CaseWords, told: Told, one: Denial, affirmed: tuple[Token, ...],
               hits: int) -> bool:
    """Most of what is denied is affirmed; of one word only where the claim says nothing else
    ("no fine has been imposed")."""
    if len(one.denied) == 1 and not _is_denied_itself(told, one):
        return False
    if hits >= _FEWEST:
        least = _DENIED if len(one.denied) > _FEWEST or not one.subject else _HALF
        return covered(case, one.denied, affirmed) >= least
    return hits == 1 and len(one.denied) == 1 and not one.subject and _says_no_more(told, one)


_PREPOSITIONS = frozenset({"from", "to", "in", "on", "at", "for", "with", "by", "this"})


def _is_denied_itself(told: Told, one: Denial) -> bool:
    """The one word is what is denied ("no fine has been imposed"), not where it goes or of what it
    is ("will not go to the university", "none from the bank")."""
    tokens = told.side.tokens
    word = one.denied[0]
    if tokens[one.first].norm == "not" and tokens[one.first + 1].norm in {"the", "a", "an"}:
        return False
    return word.kind is not WordKind.NAME and not any(
        token.norm in _PREPOSITIONS for token in tokens[one.first + 1:one.last])


_HEADS = 2
_NO_THING = frozenset({"no", "none", "nobody", "nothing", "neither", "deny", "denied", "denies"})


def _says_no_more(told: Told, one: Denial) -> bool:
    """The claim has no word of weight beside its denial and who says so."""
    tokens = told.side.tokens
    ends = next((at for at in range(one.last + 1, len(tokens))
                 if "," in told.side.text[tokens[at - 1].end:tokens[at].start]), len(tokens))
    rest = [token for at, token in enumerate(tokens)
            if one.last < at < ends and token.kind in {WordKind.NAME, WordKind.CONTENT}
            and token.lemma not in LIGHT]
    after = [token.norm for token in tokens[ends:]]
    return not rest and not any(word in _IN for word in after)


_IN = frozenset({"in", "at", "on", "among", "inside", "during"})


def _words_of(wanted: tuple[Token, ...], affirmed: tuple[Token, ...]) -> list[Token]:
    found = []
    for word in wanted:
        near, held = best(word, [token for token in affirmed if token.lemma not in _STATING
                                 or token.lemma == word.lemma])
        if held is not None and near >= _MET and held not in found:
            found.append(held)
    return found


def _of_one_subject(case: CaseWords, told: Told, one: Denial, other: Told,
                    affirmed: tuple[Token, ...]) -> bool:
    """The other claim speaks of the same people or things, if only as "he" or "it"."""
    if not one.subject:
        return True
    names = [word for word in one.subject if word.kind is WordKind.NAME]
    if names:
        offices = tuple(word for word in one.subject if word.kind is WordKind.CONTENT)
        return bool(_words_of(tuple(names), affirmed)) or _stands_in(other, names) or (
            bool(_words_of(offices, affirmed)) and not other.facts(FactKind.PERSON))
    if told.article == other.article and _is_near(told, one, other):
        return True
    return covered(case, one.subject, affirmed) >= _OF_SUBJECT


def _stands_in(other: Told, names: list[Token]) -> bool:
    """The other claim opens with a pronoun for somebody named just before."""
    first = other.side.tokens[0].norm if other.side.tokens else ""
    return first in _PRONOUNS and any(word.lemma in near for near in other.around
                                      for word in names)


def _of_two_days(told: Told, other: Told) -> bool:
    """Both name a day, and not the same."""
    ours, theirs = told.days(), other.days()
    return bool(ours and theirs) and not any(
        first <= last and start <= end for start, last, _ in ours for first, end, _ in theirs)


def _answer_denied(told: Told, one: Denial) -> Answered:
    tokens = told.side.tokens
    return aspects.spoken(told, tokens[one.first].start, tokens[one.last].end, True)  # noqa: FBT003  denied


def _answer_affirmed(told: Told, hits: list[Token]) -> Answered:
    start, end = min(hit.start for hit in hits), max(hit.end for hit in hits)
    return aspects.spoken(told, start, end, False)  # noqa: FBT003  affirmed


def _finding(first: Answered, second: Answered, told: Told, other: Told) -> Finding:
    if _may_have_happened(told, other):
        return aspects.beside(first, second, reason=Reason.NEGATION, what="Whether it is so",
                              reading="Since then",
                              because=f"{aspects.both(first, second)}: it may have happened "
                                      "between the two articles.")
    return aspects.clash(first, second, reason=Reason.NEGATION, what="Whether it is so",
                         reading="One denies it",
                         because=f"One says “{first.value}”, the other “{second.value}”.")




def _may_have_happened(told: Told, other: Told) -> bool:
    """The denial is the earlier one and tells of its own day: "has not", "no one is"."""
    ours, theirs = told.published_on, other.published_on
    if ours is None or theirs is None or ours >= theirs:
        return False
    return _SO_FAR.search(told.side.text) is not None or (
        told.side.claim.modality is Modality.WILL)


def _label(pairs: tuple[Met, ...]) -> str:
    first, second, _ = pairs[0]
    shared = first.own & second.own
    word = next((token.form for token in first.told.side.tokens if token.lemma in shared), "")
    return f"{word[:1].upper()}{word[1:]}: yes or no".lstrip(": ")
