"""Is it the same quotation: whole, in part, with words changed, or by somebody else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from app.domain.claims import SpeakerKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.casework.lemmas import is_grammar, lemma_of
from app.engine.casework.persons import people
from app.engine.casework.questions import Answered, Question, finding, grouped
from app.engine.casework.spellings import near_given
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import fold

_MARK = re.compile(r"[“”\"]")
_INSERTED = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,80}\)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FEWEST, _PARTS, _LONG = 3, 2, 6
_MOST = 80
_ENOUGH = 0.5
_TURNS = frozenset({"unless", "if", "until", "except", "but", "when", "provided", "only"})
"""Words that begin what a cut must not leave out."""

_SHOWN, _LABEL = 48, 24


class _Said(NamedTuple):
    words: tuple[str, ...]
    speaker: str


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
        if len(words) >= (_LONG if indirect else _PARTS) and not all(map(is_grammar, words)):
            found.append(Answered(
                told=told, value=_short(text), places=(Place(start + first, start + last),),
                meant=_Said(words, name)))
    return found


def _next_to(told: Told, marks: Sequence[tuple[int, int]], first: int, last: int) -> str:
    """Whom a claim names right beside its quotation, where its verb is none that reading knows
    ("roared Per Holm"); "" for nobody or for two, and for a term in quotation marks, which
    nobody says ("a “sanctuary city” ordinance")."""
    if len(_WORD.findall(told.side.text[first:last])) < _FEWEST:
        return ""
    names = {told.side.text[one.start:one.end] for one in people(told)
             if not any(start <= one.start < end for start, end in marks)
             and min(abs(first - one.end), abs(one.start - last)) <= _BESIDE}
    return next(iter(names)) if len(names) == 1 else ""


_BESIDE = 32
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


def _block(one: _Said, other: _Said) -> int:
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return matcher.find_longest_match().size


def _alike(one: _Said, other: _Said) -> bool:
    shared = set(one.words) & set(other.words)
    least = min(len(one.words), len(other.words))
    if least < _FEWEST:
        return _inside(*sorted((one.words, other.words), key=len)) is not None
    if len(shared) < min(_FEWEST, least) or len(shared) < _ENOUGH * least:
        return False
    return _block(one, other) >= max(_FEWEST, _ENOUGH * least) or _is_retold(one, other)


def _is_retold(one: _Said, other: _Said) -> bool:
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
    if not _alike(ours, theirs) or not _two_people(ours, theirs):
        return None
    return finding(one, other, reason=Reason.ATTRIBUTION, relation=Relation.CONFLICT,
                   strength=Strength.STRICT, what="Speaker", reading="Another speaker",
                   because=f"The same words are given to {ours.speaker} and to "
                           f"{theirs.speaker}.")


def _compare_words(one: Answered, other: Answered) -> Finding | None:
    """Two quotations are word for word the same, or cut, or changed."""
    ours: _Said = one.meant
    theirs: _Said = other.meant
    if not _alike(ours, theirs):
        return _translated(one, other)
    if ours.words == theirs.words:
        return _quote(one, other, Relation.AGREE, Strength.STRICT, "Same words",
                      "Both give the quotation in the same words.")
    short, long = sorted((ours.words, theirs.words), key=len)
    at = _inside(short, long)
    if at is None:
        return _changed(one, other)
    turn = "" if _denied_outside(_shorter(one, other)) else _turn(short, long, at)
    if turn:
        return _quote(one, other, Relation.CONFLICT, Strength.STRICT, "Cut changes the sense",
                      f"{one.value} and {other.value} differ: the shorter quotation leaves out "
                      f"“{turn}”.")
    return _quote(one, other, Relation.AGREE, Strength.STRICT, "Part of the quotation",
                  f"{_shorter(one, other).value} is part of the longer quotation.")


_DENIED = re.compile(r"\b(?:not|never|refus\w+|n[’']t|no)\b[^.]{0,24}$", re.IGNORECASE)


def _denied_outside(answer: Answered) -> bool:
    """The words before the quotation mark say "not": the cut has moved it, not lost it."""
    start = answer.places[0].start - answer.told.side.claim.span.start
    return bool(_DENIED.search(answer.told.side.text[:start]))


def _turn(short: tuple[str, ...], long: tuple[str, ...], at: int) -> str:
    """The word next to a cut that turns the sense, "" for none."""
    after = long[at + len(short):][:1]
    before = long[max(0, at - 2):at]
    if after and after[0] in _TURNS:
        return after[0]
    return next((word for word in before if word in _NOT or word.endswith("n't")), "")


_NOT = frozenset({"not", "never", "no", "hardly"})


def _two_people(ours: _Said, theirs: _Said) -> bool:
    """Two named or described speakers, neither of whom can be the other: of one surname only
    with given names that are not easily confused."""
    one, other = (fold(said.speaker).replace("-", " ").split() for said in (ours, theirs))
    if not one or not other or {*one, *other} & _PRONOUNS:
        return False
    if one[-1] == other[-1] and len(one) > 1 and len(other) > 1:
        return not near_given(one[-2], other[-2]) and not set(one[:-1]) & set(other[:-1])
    return not set(one) & set(other)


_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})


def _changed(one: Answered, other: Answered) -> Finding:
    """Words differ: strictly where what they mean does, not only their form."""
    ours, theirs = set(one.meant.words), set(other.meant.words)
    only, others = ours - theirs, theirs - ours
    mean = {lemma_of(word) for word in only} ^ {lemma_of(word) for word in others}
    weighty = [word for word in mean if not is_grammar(word)]
    strict = bool((only | others) & _NOT) or (bool(only) and bool(others) and bool(weighty))
    if strict and _all_synonyms(only, others):
        return _quote(one, other, Relation.AGREE, Strength.STRICT, "In other words",
                      f"{one.value} and {other.value} mean the same; one may be a translation.")
    return _quote(one, other, Relation.CONFLICT,
                  Strength.STRICT if strict else Strength.TENSION, "Words changed",
                  f"{one.value} and {other.value} give one quotation in different words.")


_FEELINGS = frozenset({"sad", "mourning", "mourn", "grief", "grieve", "grieving", "sorrow",
                       "heartbroken", "devastated", "saddened"})
_MUSTS = frozenset({"must", "have", "need"})


def _all_synonyms(ours: set[str], theirs: set[str]) -> bool:
    """Every weighty word of one side has its like on the other."""
    one, other = (_weighty(words) for words in (ours, theirs))
    if not one or not other or (ours | theirs) & _NOT:
        return False
    return (all(any(_alike_words(a, b) for b in other) for a in one)
            and all(any(_alike_words(a, b) for a in one) for b in other))


def _weighty(words: Iterable[str]) -> set[str]:
    return {word for word in words if not is_grammar(word)
            and word not in _MUSTS}


def _alike_words(one: str, other: str) -> bool:
    ours, theirs = lemma_of(one), lemma_of(other)
    return (ours == theirs or {one, other} <= _FEELINGS or lexicon.synonyms(ours, theirs)
            or lexicon.near(ours, theirs) or lexicon.kin(ours, theirs))


_SHORT_QUOTE = 10


def _translates(one: _Said, other: _Said) -> bool:
    """Two short quotations of one speaker that say the same in other words."""
    if max(len(one.words), len(other.words)) > _SHORT_QUOTE or one.words[0] != other.words[0]:
        return False
    same = set(fold(one.speaker).split()[-1:]) & set(fold(other.speaker).split()[-1:])
    return bool(same) and _all_synonyms(set(one.words), set(other.words))


def _translated(one: Answered, other: Answered) -> Finding | None:
    if not _translates(one.meant, other.meant):
        return None
    return _quote(one, other, Relation.AGREE, Strength.STRICT, "In other words",
                  f"{one.value} and {other.value} mean the same; one may be a translation.")


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
