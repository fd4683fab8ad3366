"""Is it the same name: spellings of one person or place that differ by a slip or an accent."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.domain.facts import FactKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.questions import Answered, Question, finding
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import fold

_SHORTEST = 3
_COMMON = frozenset({"city", "county", "state", "council", "department", "party", "street",
                     "river", "north", "south", "east", "west", "new", "san", "saint", "lake"})


class _Spelt(NamedTuple):
    """A name as one claim spells it."""

    words: tuple[str, ...]
    kind: FactKind
    title: str


def ask(case: CaseWords) -> list[Question]:
    """One question a name that is spelt two ways in articles of one event."""
    mentions = [answer for told in case.told for answer in _mentions(told)]
    by_rest: dict[tuple[str, ...], list[Answered]] = defaultdict(list)
    for answer in mentions:
        for key in _rests(answer.meant):
            by_rest[key].append(answer)
    groups: list[set[str]] = []
    for answers in by_rest.values():
        for names in _variants(answers):
            if case.aliases.same(*names):
                continue
            mine = [group for group in groups if group & names]
            groups = [group for group in groups if group not in mine]
            groups.append(set(names).union(*mine))
    return [_question(case, tuple(one for one in mentions if one.value in group))
            for group in sorted(groups, key=sorted)]


def _mentions(told: Told) -> list[Answered]:
    found = []
    start = told.side.claim.span.start
    titles = told.facts(FactKind.TITLE)
    for fact in told.facts(FactKind.PERSON, FactKind.PLACE):
        words = tuple(fact.surface.replace("’s", "").replace("'s", "").split())
        title = next((str(one.value) for one in titles if 0 <= fact.start - one.end <= 1), "")
        if words and fact.start >= start:
            found.append(Answered(
                told=told, value=" ".join(words), meant=_Spelt(words, fact.kind, title),
                places=(Place(fact.start, fact.start + len(" ".join(words))),)))
    return found


def _rests(spelt: _Spelt) -> list[tuple[str, ...]]:
    """Keys under which two spellings meet: all words without accents, and all but one word."""
    folded = tuple(map(fold, spelt.words))
    keys = [("=", *folded[-1:])] if spelt.kind is FactKind.PERSON else [("=", *folded)]
    if len(folded) > 1:
        keys += [(str(at), *folded[:at], "", *folded[at + 1:]) for at in range(len(folded))
                 if set(folded[:at] + folded[at + 1:]) - _COMMON]
    return keys


def _variants(answers: list[Answered]) -> list[frozenset[str]]:
    spellings: dict[str, _Spelt] = {}
    for answer in answers:
        spellings.setdefault(answer.value, answer.meant)
    return [frozenset({one, other}) for one, other in combinations(sorted(spellings), 2)
            if _one_name(spellings[one], spellings[other])]


def _one_name(one: _Spelt, other: _Spelt) -> bool:
    """Two spellings of one name: an accent more, or one letter in a word that is not a given
    name (people who share a surname are not one person)."""
    if one.kind is not other.kind:
        return False
    if one.kind is FactKind.PERSON and _accent_apart(one.words[-1], other.words[-1]):
        return True
    if len(one.words) != len(other.words):
        return False
    apart = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if _accent_apart(a, b):
        return True
    given = one.kind is FactKind.PERSON and (a, b) == (one.words[0], other.words[0])
    return not given and min(len(a), len(b)) >= _SHORTEST and _slip(fold(a), fold(b))


def _accent_apart(one: str, other: str) -> bool:
    return one != other and fold(one) == fold(other) and one.casefold() != other.casefold()


def _slip(one: str, other: str) -> bool:
    """One letter more, less, other or moved."""
    return one != other and OSA.distance(one, other) == 1 and not (
        one + "s" == other or other + "s" == one)


def _question(case: CaseWords, answers: tuple[Answered, ...]) -> Question:
    if len({fold(one.meant.words[-1]) for one in answers}) == 1 and len(
            {one.meant.words[-1] for one in answers}) > 1:
        answers = tuple(_by_surname(one) for one in answers)
    return Question(label=_label(answers), reason=Reason.NAME_SPELLING, answers=answers,
                    compare=lambda one, other: _compare(case, one, other), inside=True)


def _by_surname(answer: Answered) -> Answered:
    """Only the surname is spelt two ways, so it alone is the answer."""
    surname, place = answer.meant.words[-1], answer.places[0]
    return replace(answer, value=surname, meant=answer.meant._replace(words=(surname,)),
                   places=(place._replace(start=place.end - len(surname)),))


def _label(answers: tuple[Answered, ...]) -> str:
    titles = Counter(one.meant.title for one in answers if one.meant.title)
    if titles:
        return f"{titles.most_common(1)[0][0].capitalize()}’s name"
    if answers[0].meant.kind is FactKind.PLACE:
        text = " ".join(one.told.side.text.casefold() for one in answers)
        return "City name" if "city" in text or "council" in text else "Place name"
    return f"{Counter(one.value.split()[-1] for one in answers).most_common(1)[0][0]}’s name"


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """One name is spelt two ways: a letter or an accent apart, in articles of one event."""
    if not _one_name(one.meant, other.meant) or not case.one_event(one.told, other.told):
        return None
    accent = fold(one.value).split()[-1] == fold(other.value).split()[-1] and (
        fold(one.value) == fold(other.value) or len(one.meant.words) != len(other.meant.words))
    inside = " Both stand in the same article." if one.told.article == other.told.article else ""
    return finding(
        one, other, reason=Reason.NAME_SPELLING, relation=Relation.CONFLICT,
        strength=Strength.TENSION if accent else Strength.STRICT, what="Name",
        reading="An accent differs" if accent else "One letter differs",
        because=f"“{one.value}” and “{other.value}” differ by "
                f"{'an accent' if accent else 'one letter'}.{inside}",
    )

