"""Which words for the same people: terms that carry another judgement."""

from functools import cache

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine import lexicon
from app.engine.casework.questions import Answered, Question, finding
from app.engine.casework.told import CaseWords, Told

_LABELS = {"migrants without papers": "People without legal status"}
_LEFT_OUT = frozenset({"law label", "government", "spending", "deportation"})
"""Groups whose words are too common to be a choice of term by themselves."""


def ask(case: CaseWords) -> list[Question]:
    """One question a group of terms that two claims of one event use differently."""
    found: dict[str, list[Answered]] = {}
    for told in case.told:
        for group, answer in _terms(told).items():
            found.setdefault(group, []).append(answer)
    questions = []
    for group, answers in found.items():
        if len({answer.meant for answer in answers}) > 1:
            questions.append(Question(
                label=_LABELS.get(group, group.capitalize()), reason=Reason.TERMINOLOGY,
                answers=tuple(answers), most=1,
                compare=lambda one, other: _compare(case, one, other)))
    return questions


def _terms(told: Told) -> dict[str, Answered]:
    found: dict[str, Answered] = {}
    if _starts().isdisjoint(told.words):
        return found
    lemmas = told.lemmas
    used = frozenset(lemmas)
    for group, terms in lexicon.loaded_terms():
        if group in _LEFT_OUT:
            continue
        for term in sorted(terms, key=len, reverse=True):
            at = _find(lemmas, term) if term[0] in used else None
            if at is not None and group not in found and len(term) > 1:
                last = at + len(term) - 1
                found[group] = Answered(told=told, value=told.side.words(at, last),
                                        places=(told.side.place(at, last),), meant=term[0])
    return found


@cache
def _starts() -> frozenset[str]:
    """The first words of all terms: a claim without any of them holds none."""
    return frozenset(term[0] for _, terms in lexicon.loaded_terms() for term in terms)


def _find(lemmas: tuple[str, ...], term: tuple[str, ...]) -> int | None:
    size = len(term)
    return next((at for at in range(len(lemmas) - size + 1)
                 if lemmas[at:at + size] == term), None)


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """Both name the same people in words that carry another judgement."""
    if one.meant == other.meant or not case.one_event(one.told, other.told):
        return None
    return finding(
        one, other, reason=Reason.TERMINOLOGY, relation=Relation.CONFLICT,
        strength=Strength.FRAMING, what="Term", reading="Another judgement",
        because=f"“{one.value}” and “{other.value}” name the same people with another judgement.",
    )
