"""Is it the same quotation: whole, in part, with words changed, or by somebody else."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from app.domain.claims import SpeakerKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.questions import Answered, Question, finding, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import fold

_MARK = re.compile(r"[“”\"]")
_INSERTED = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,80}\)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FEWEST = 3
_MOST = 80
_ENOUGH = 0.5
_TURNS = frozenset({"unless", "if", "until", "except", "but", "when", "provided", "only"})
"""Words that begin what a cut must not leave out."""

_SHOWN = 48


class _Said(NamedTuple):
    words: tuple[str, ...]
    speaker: str


def ask(case: CaseWords) -> list[Question]:
    """One question a quotation that two claims of one event give."""
    answers = [answer for told in case.told for answer in _quotations(told)]
    groups = grouped(answers, lambda one, other: (
        one.told.id != other.told.id and case.one_event(one.told, other.told)
        and _alike(one.meant, other.meant)), lambda one: _keys(case, one))
    return [Question(label=_label(group), reason=Reason.QUOTE_WORDING, answers=tuple(group),
                     compare=_compare) for group in groups]


def _keys(case: CaseWords, one: Answered) -> set[tuple[int, str]]:
    """A quotation meets others of its event by its words; by runs of three where it has none
    that are rare."""
    event = case.event(one.told)
    words = one.meant.words
    runs = {" ".join(words[at:at + _FEWEST]) for at in range(len(words) - _FEWEST + 1)}
    return {(event, run) for run in runs}


def _quotations(told: Told) -> list[Answered]:
    speaker = told.side.claim.speaker
    if speaker is None or speaker.kind is SpeakerKind.INDIRECT:
        return []
    start, found = told.side.claim.span.start, []
    for first, last in _inside_marks(told.side.text):
        text = told.side.text[first:last]
        words = tuple(map(fold, _WORD.findall(_INSERTED.sub(" ", text))))[:_MOST]
        if len(words) >= _FEWEST:
            found.append(Answered(
                told=told, value=_short(text), places=(Place(start + first, start + last),),
                meant=_Said(words, speaker.name)))
    return found


def _inside_marks(text: str) -> Iterator[tuple[int, int]]:
    """Ranges between quotation marks. A quotation may have begun before the claim or go on
    after it; straight marks open and close in turn."""
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        closes = sign == "”" or (sign == '"' and (opened is not None or at + 1 == len(text)))
        if not closes:
            opened = at + 1
        elif opened is not None or at:
            yield (opened or 0), at
            opened = None
    if opened is not None:
        yield opened, len(text)


def _short(words: str) -> str:
    words = words.strip().rstrip(",.")
    return f"“{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"


def _label(group: list[Answered]) -> str:
    fewest = min(group, key=lambda one: len(one.meant.words))
    shown = fewest.value.strip("“”").split("[")[0].split()
    return f"“{' '.join(shown[:4])}” quote"


def _block(one: _Said, other: _Said) -> int:
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return matcher.find_longest_match().size


def _alike(one: _Said, other: _Said) -> bool:
    shared = set(one.words) & set(other.words)
    least = min(len(one.words), len(other.words))
    if len(shared) < min(_FEWEST, least) or len(shared) < _ENOUGH * least:
        return False
    return _block(one, other) >= max(_FEWEST, _ENOUGH * least)


def _compare(one: Answered, other: Answered) -> Finding | None:
    """Two quotations are word for word the same, or cut, or changed, or given to two people."""
    ours: _Said = one.meant
    theirs: _Said = other.meant
    if not _alike(ours, theirs):
        return None
    if ours.words == theirs.words:
        return _same_words(one, other)
    short, long = sorted((ours.words, theirs.words), key=len)
    at = _inside(short, long)
    if at is None:
        return _quote(one, other, Relation.CONFLICT, Strength.TENSION, "Words changed",
                      f"{one.value} and {other.value} give one quotation in different words.")
    after = long[at + len(short):][:1]
    if after and after[0] in _TURNS:
        return _quote(one, other, Relation.CONFLICT, Strength.STRICT, "Cut changes the sense",
                      f"{one.value} and {other.value} differ: the shorter quotation leaves out "
                      f"what follows “{after[0]}”.")
    return _quote(one, other, Relation.AGREE, Strength.STRICT, "Part of the quotation",
                  f"{_shorter(one, other).value} is part of the longer quotation.")


def _same_words(one: Answered, other: Answered) -> Finding:
    ours, theirs = one.meant.speaker, other.meant.speaker
    if ours and theirs and fold(ours).split()[-1] != fold(theirs).split()[-1]:
        return finding(one, other, reason=Reason.ATTRIBUTION, relation=Relation.CONFLICT,
                       strength=Strength.STRICT, what="Speaker", reading="Another speaker",
                       because=f"The same words are given to {ours} and to {theirs}.")
    return _quote(one, other, Relation.AGREE, Strength.STRICT, "Same words",
                  "Both give the quotation in the same words.")


def _shorter(one: Answered, other: Answered) -> Answered:
    return min(one, other, key=lambda answer: len(answer.meant.words))


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    return next((at for at in range(len(long) - len(short) + 1)
                 if long[at:at + len(short)] == short), None)


def _quote(
    one: Answered, other: Answered, relation: Relation, strength: Strength, reading: str,
    because: str,
) -> Finding:
    return finding(one, other, reason=Reason.QUOTE_WORDING, relation=relation,
                   strength=strength, what="Quotation", reading=reading, because=because)
