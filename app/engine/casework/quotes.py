"""Is it the same quotation: whole, in part, with words changed, or by somebody else."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.domain.claims import SpeakerKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.cuts import (
    NOT,
    Said,
    all_synonyms,
    bare,
    inside,
    is_named,
    say_other,
    turn,
    two_people,
)
from app.engine.casework.lemmas import is_grammar, lemma_of
from app.engine.casework.persons import people
from app.engine.casework.questions import Answered, Question, finding, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import fold

_MARK = re.compile(r"[“”\"]")
_INSERTED = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,80}\)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FEWEST, _PARTS, _LONG = 3, 2, 6
_MOST = 80
_ENOUGH = 0.5
_SHOWN, _LABEL = 48, 24


def ask(case: CaseWords) -> list[Question]:
    """One question a quotation that two claims of one event give."""
    answers = [answer for told in case.told for answer in _quotations(told)]
    groups = grouped(answers, lambda one, other: (
        one.told.id != other.told.id and case.one_event(one.told, other.told)
        and (_alike(one.meant, other.meant) or _translates(one.meant, other.meant))),
        lambda one: _keys(case, one))
    return [Question(label=_label(group), reason=reason, answers=tuple(group), compare=compare)
            for group in groups for reason, compare in (
                (Reason.QUOTE_WORDING, _compare_words), (Reason.ATTRIBUTION, _compare_speakers))]


def _keys(case: CaseWords, one: Answered) -> set[tuple[int, str]]:
    """A quotation meets others of its event by its words; by runs of two, which it has even
    where it is short."""
    event = case.event(one.told)
    words = one.meant.words
    runs = {" ".join(words[at:at + _PARTS]) for at in range(len(words) - _PARTS + 1)}
    found = {(event, run) for run in runs}
    if len(words) <= _SHORT_QUOTE and one.meant.speaker:
        found.add((event, fold(one.meant.speaker).split()[-1]))
    return found


def _quotations(told: Told) -> list[Answered]:
    speaker = told.side.claim.speaker
    start, found = told.side.claim.span.start, []
    indirect = speaker is not None and speaker.kind is SpeakerKind.INDIRECT
    if _MARK.search(told.side.text) is None:
        return []
    marks = list(_inside_marks(told.side.text))
    for first, last in marks:
        name = speaker.name if speaker and not indirect else _next_to(told, marks, first, last)
        text = told.side.text[first:last]
        words = tuple(map(fold, _WORD.findall(_INSERTED.sub(" ", text))))[:_MOST]
        if len(words) >= (_LONG if indirect else _PARTS) and (
                len(words) > _FEWEST or not all(map(is_grammar, words))):
            found.append(Answered(
                told=told, value=_short(text), places=(Place(start + first, start + last),),
                meant=Said(words, name, _stops(text))))
    return found


def _stops(text: str) -> frozenset[int]:
    plain = _INSERTED.sub(" ", text)
    return frozenset([at for at, match in enumerate(_WORD.finditer(plain))
                      if plain[match.end():match.end() + 1] in _STOPS])


_STOPS = frozenset(",;:.!?—–")


def _next_to(told: Told, marks: Sequence[tuple[int, int]], first: int, last: int) -> str:
    """Whom a claim names right beside its quotation, where its verb is none that reading knows
    ("roared Per Holm"); "" for nobody or for two, and for a term in quotation marks, which
    nobody says ("a “sanctuary city” ordinance")."""
    if len(_WORD.findall(told.side.text[first:last])) < _FEWEST:
        return ""
    text = told.side.text
    places = [(one.start, one.end) for one in people(told)] or [
        match.span() for match in _CODE.finditer(text)]
    names = {text[start:end] for start, end in places
             if not any(low <= start < high for low, high in marks)
             and min(abs(first - end), abs(start - last)) <= _BESIDE}
    return next(iter(names)) if len(names) == 1 else ""


_CODE = re.compile(r"\b[A-Z]\d{1,3}\b")
"""What stands for a name that a court keeps: "K4"."""

_BESIDE = 48
"""Characters between a quotation and the name of who says it: a verb and an office."""


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
    kept = next(shown[:size] for size in range(4, 0, -1)
                if size == 1 or len(" ".join(shown[:size])) <= _LABEL)
    return f"“{' '.join(kept)}” quote"


def _block(one: Said, other: Said) -> int:
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return matcher.find_longest_match().size


def _alike(one: Said, other: Said) -> bool:
    shared = set(one.words) & set(other.words)
    least = min(len(one.words), len(other.words))
    short, long = sorted((one.words, other.words), key=len)
    if least < _FEWEST or (least == _FEWEST and len(shared) < _FEWEST):
        return inside(bare(short, long), long) is not None
    if len(shared) < min(_FEWEST, least) or len(shared) < _ENOUGH * least:
        return False
    return _block(one, other) >= max(_FEWEST, _ENOUGH * least) or _is_retold(one, other)


def _is_retold(one: Said, other: Said) -> bool:
    """One speaker, words changed here and there: "bring my father back", "my dad back"."""
    ours, theirs = ({word for word in said.speaker.split() if word[:1].isupper()}
                    for said in (one, other))
    if not ours & theirs or min(len(one.words), len(other.words)) < _LONG:
        return False
    return SequenceMatcher(None, one.words, other.words, autojunk=False).ratio() >= _RETOLD


_RETOLD = 0.65


def _compare_speakers(one: Answered, other: Answered) -> Finding | None:
    """The same words are given to two people."""
    ours, theirs = one.meant, other.meant
    if not _alike(ours, theirs) or not two_people(ours, theirs) or say_other(ours, theirs):
        return None
    return finding(one, other, reason=Reason.ATTRIBUTION, relation=Relation.CONFLICT,
                   strength=Strength.STRICT, what="Speaker", reading="Another speaker",
                   because=f"The same words are given to {ours.speaker} and to "
                           f"{theirs.speaker}.")


def _compare_words(one: Answered, other: Answered) -> Finding | None:
    """Two quotations are word for word the same, or cut, or changed."""
    ours: Said = one.meant
    theirs: Said = other.meant
    if not _alike(ours, theirs):
        return _translated(one, other)
    if ours.words == theirs.words:
        return _quote(one, other, Relation.AGREE, Strength.STRICT, "Same words",
                      "Both give the quotation in the same words.")
    short, long = sorted((ours, theirs), key=lambda said: len(said.words))
    cut = bare(short.words, long.words)
    at = inside(cut, long.words)
    if at is None:
        others = (is_named(ours) and is_named(theirs) and two_people(ours, theirs)
                  and say_other(ours, theirs))
        return None if others else _changed(one, other)
    turned = "" if _denied_outside(_shorter(one, other)) else turn(cut, long, at)
    if turned:
        return _quote(one, other, Relation.CONFLICT, Strength.STRICT, "Cut changes the sense",
                      f"{one.value} and {other.value} differ: the shorter quotation leaves out "
                      f"“{turned}”.")
    return _quote(one, other, Relation.AGREE, Strength.STRICT, "Part of the quotation",
                  f"{_shorter(one, other).value} is part of the longer quotation.")


_DENIED = re.compile(r"\b(?:not|never|refus\w+|n[’']t|no)\b[^.]{0,24}$", re.IGNORECASE)


def _denied_outside(answer: Answered) -> bool:
    """The words before the quotation mark say "not": the cut has moved it, not lost it."""
    start = answer.places[0].start - answer.told.side.claim.span.start
    return bool(_DENIED.search(answer.told.side.text[:start]))


def _changed(one: Answered, other: Answered) -> Finding:
    """Words differ: strictly where what they mean does, not only their form."""
    ours, theirs = set(one.meant.words), set(other.meant.words)
    only, others = ours - theirs, theirs - ours
    mean = {lemma_of(word) for word in only} ^ {lemma_of(word) for word in others}
    weighty = [word for word in mean if not is_grammar(word)]
    strict = bool((only | others) & NOT) or (bool(only) and bool(others) and bool(weighty))
    if strict and all_synonyms(only, others):
        return _quote(one, other, Relation.AGREE, Strength.STRICT, "In other words",
                      f"{one.value} and {other.value} mean the same; one may be a translation.")
    return _quote(one, other, Relation.CONFLICT,
                  Strength.STRICT if strict else Strength.TENSION, "Words changed",
                  f"{one.value} and {other.value} give one quotation in different words.")


_SHORT_QUOTE = 10


def _translates(one: Said, other: Said) -> bool:
    """Two short quotations of one speaker that say the same in other words."""
    if max(len(one.words), len(other.words)) > _SHORT_QUOTE or one.words[0] != other.words[0]:
        return False
    same = set(fold(one.speaker).split()[-1:]) & set(fold(other.speaker).split()[-1:])
    return bool(same) and all_synonyms(set(one.words), set(other.words))


def _translated(one: Answered, other: Answered) -> Finding | None:
    if not _translates(one.meant, other.meant):
        return None
    return _quote(one, other, Relation.AGREE, Strength.STRICT, "In other words",
                  f"{one.value} and {other.value} mean the same; one may be a translation.")


def _shorter(one: Answered, other: Answered) -> Answered:
    return min(one, other, key=lambda answer: len(answer.meant.words))


def _quote(
    one: Answered, other: Answered, relation: Relation, strength: Strength, reading: str,
    because: str,
) -> Finding:
    return finding(one, other, reason=Reason.QUOTE_WORDING, relation=relation,
                   strength=strength, what="Quotation", reading=reading, because=because)
