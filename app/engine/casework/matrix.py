"""From the questions of a case to the rows of its matrix."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from app.domain.facts import FactKind
from app.domain.pairs import Finding, PairKey, Reason, Relation
from app.domain.topics import Answer, Topic
from app.engine.casework.apart import named_apart
from app.engine.casework.groups import Groups
from app.engine.casework.labels import gist, sentence_case, shared_label, shortened
from app.engine.casework.questions import Answered, Question
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import Told
from app.engine.casework.weights import rank

Met = tuple[Answered, Answered, Finding]


def topics(compared: Compared) -> tuple[Topic, ...]:
    """Rows of the matrix: the questions, and groups of claims in like words. Open questions are
    rows only where their answers are in conflict."""
    asked = [held.question for held in compared.shown]
    found = [_topic(question, met) for held in compared.shown for question, met in _parts(*held)]
    found += [_topic(question, list(question.compared()))
              for question in _like_questions(compared, asked)]
    return tuple(named_apart(
        compared.told, [topic for topic in found if _compares(compared, topic)]))


def _parts(question: Question, met: list[Met]) -> Iterator[tuple[Question, list[Met]]]:
    """The question for each group of figures that say something about each other.

    Homes damaged in one town and homes damaged in the next are both asked for by "Homes", and
    nothing is found between them: each town is a row of its own. Where no article gives two
    figures there is one thing to ask, and the row stays whole.
    """
    if question.reason is not Reason.NUMBER or not _tells_several(question):
        yield question, met
        return
    groups = Groups(answer.told.id for answer in question.answers)
    for one, other, _ in met:
        groups.join(one.told.id, other.told.id)
    _join_equal(question, groups)
    _join_capped(question, groups)
    inside: dict[int, list[Met]] = defaultdict(list)
    for held in met:
        inside[groups.of(held[0].told.id)].append(held)
    said: dict[int, list[Answered]] = defaultdict(list)
    for answer in question.answers:
        said[groups.of(answer.told.id)].append(answer)
    for group, answers in said.items():
        yield replace(question, answers=tuple(answers)), inside[group]


def _tells_several(question: Question) -> bool:
    values: dict[int, str] = {}
    return any(values.setdefault(answer.told.article, _value(answer)) != _value(answer)
               for answer in question.answers)


_TELLING = re.compile(r"\d[\d.,]*\d")
_LONG = 3


def _join_equal(question: Question, groups: Groups[int]) -> None:
    """One article that repeats a value is compared once; and a figure of three signs or more
    ("2.6 million", "1,240") is hardly given twice by chance."""
    first: dict[object, int] = {}
    for answer in question.answers:
        figure = _TELLING.search(answer.value)
        article = None if figure and len(figure[0]) >= _LONG else answer.told.article
        known = first.setdefault((article, _value(answer)), answer.told.id)
        groups.join(known, answer.told.id)


def _join_capped(question: Question, groups: Groups[int]) -> None:
    """Of many answers that agree not all pairs are kept: groups whose first answers fit are one."""
    heads: dict[int, Answered] = {}
    for answer in question.answers:
        heads.setdefault(groups.of(answer.told.id), answer)
    for one, other in combinations(list(heads.values())[:_MOST_GROUPS], 2):
        if (groups.of(one.told.id) != groups.of(other.told.id)
                and one.told.article != other.told.article and question.compare(one, other)):
            groups.join(one.told.id, other.told.id)


_MOST_GROUPS = 60
"""As many answers as a question sets against each other."""


def _compares(compared: Compared, topic: Topic) -> bool:
    """Two articles answer it, or one article answers it in two ways."""
    articles = {compared.told[answer.claim_id].article for answer in topic.answers}
    return len(articles) > 1 or len({answer.version for answer in topic.answers}) > 1


def _topic(question: Question, met: list[Met]) -> Topic:
    version = _versions(question, met)
    answers: dict[int, Answer] = {}
    for answer in question.answers:
        answers.setdefault(answer.told.id, Answer(
            claim_id=answer.told.id, value=shortened(answer.value),
            version=version[_value(answer)]))
    return Topic(label=sentence_case(question.label), reason=question.reason,
                 answers=tuple(answers.values()))


def _value(answer: Answered) -> str:
    return answer.value.casefold()


def _versions(question: Question, met: list[Met]) -> dict[str, int]:
    """A number for each value: values that agree share one; 1 is told by most sources."""
    same = Groups(_value(answer) for answer in question.answers)
    for one, other, finding in met:
        if finding.relation is Relation.AGREE:
            same.join(_value(one), _value(other))
    tellers: dict[str, set[int]] = defaultdict(set)
    first: dict[str, int] = {}
    for at, answer in enumerate(question.answers):
        tellers[same.of(_value(answer))].add(answer.told.source)
        first.setdefault(same.of(_value(answer)), at)
    ranked = sorted(tellers, key=lambda value: (-len(tellers[value]), first[value]))
    number = {value: at for at, value in enumerate(ranked, start=1)}
    return {_value(answer): number[same.of(_value(answer))] for answer in question.answers}


def _like_questions(compared: Compared, shown: list[Question]) -> list[Question]:
    """Claims that tell the same in like words and answer no other question together."""
    asked = {answer.told.id for question in shown for answer in question.answers}
    alike = [key for key, findings in compared.found.items() if "like words" in compared.keys[key]
             and findings[0].relation is not Relation.RELATED]
    groups = Groups(claim for key in alike for claim in key)
    for key in alike:
        groups.join(key.first, key.second)
    inside: dict[int, list[PairKey]] = defaultdict(list)
    for key in compared.found:
        if key.first in groups and key.second in groups and (
                groups.of(key.first) == groups.of(key.second)):
            inside[groups.of(key.first)].append(key)
    return [_like_question(compared, sorted(group), inside[groups.of(group[0])])
            for group in groups.all() if not set(group) <= asked]


def _like_question(compared: Compared, group: list[int], keys: list[PairKey]) -> Question:
    told = [compared.told[claim] for claim in group]
    decided = _decided(compared, keys)
    answers = tuple(Answered(told=one, value=decided.get(one.id) or gist(one), places=())
                    for one in told)
    reason = min((finding for key in keys for finding in compared.found[key]), key=rank).reason
    label = shared_label(compared.case, answers, _person(told) or reason.words)
    return Question(label=label, reason=reason, answers=answers,
                    compare=lambda one, other: _said(compared, one, other))


def _person(told: list[Told]) -> str:
    """The person whom all the claims name, "" for none."""
    named = [{fact.surface for fact in one.facts(FactKind.PERSON)} for one in told]
    return min(set.intersection(*named), default="")


def _decided(compared: Compared, keys: list[PairKey]) -> dict[int, str]:
    """What each claim says where one of its findings is a conflict: the words that clash."""
    found: dict[int, str] = {}
    for key in keys:
        clash = min(compared.found[key], key=rank)
        if clash.relation is Relation.CONFLICT:
            found.setdefault(key.first, sentence_case(clash.first_value))
            found.setdefault(key.second, sentence_case(clash.second_value))
    return found


def _said(compared: Compared, one: Answered, other: Answered) -> Finding | None:
    findings = compared.found.get(PairKey.of(one.told.id, other.told.id), [])
    return min(findings, key=rank, default=None)
