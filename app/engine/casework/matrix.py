"""From the questions of a case to the rows of its matrix."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.domain.facts import FactKind
from app.domain.pairs import Finding, PairKey, Relation
from app.domain.topics import Answer, Topic
from app.engine.casework.labels import gist, sentence_case, shared_label, shortened
from app.engine.casework.questions import Answered, Question
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import Told
from app.engine.casework.weights import rank


def topics(compared: Compared) -> tuple[Topic, ...]:
    """Rows of the matrix: the questions, and groups of claims in like words. Open questions are
    rows only where their answers are in conflict."""
    asked = [held.question for held in compared.shown]
    found = [_topic(*held) for held in compared.shown]
    found += [_topic(question, list(question.compared()))
              for question in _like_questions(compared, asked)]
    return tuple(_named_apart(topic for topic in found if _compares(compared, topic)))


def _named_apart(found: Iterable[Topic]) -> Iterator[Topic]:
    """Topics whose labels differ, so that each is known again when the case is compared
    anew: the second of a name is numbered."""
    taken: Counter[tuple[str, str]] = Counter()
    for topic in found:
        key = (topic.label.casefold(), topic.reason)
        taken[key] += 1
        again = taken[key]
        yield topic if again == 1 else replace(topic, label=f"{topic.label} ({again})")


def _compares(compared: Compared, topic: Topic) -> bool:
    """Two articles answer it, or one article answers it in two ways."""
    articles = {compared.told[answer.claim_id].article for answer in topic.answers}
    return len(articles) > 1 or len({answer.version for answer in topic.answers}) > 1


def _topic(question: Question, met: list[tuple[Answered, Answered, Finding]]) -> Topic:
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


def _versions(question: Question,
              met: list[tuple[Answered, Answered, Finding]]) -> dict[str, int]:
    """A number for each value: values that agree share one; 1 is told by most sources."""
    same = {_value(answer): _value(answer) for answer in question.answers}

    def root(value: str) -> str:
        while same[value] != value:
            value = same[value]
        return value

    for one, other, finding in met:
        if finding.relation is Relation.AGREE:
            same[root(_value(one))] = root(_value(other))
    tellers: dict[str, set[int]] = defaultdict(set)
    first: dict[str, int] = {}
    for at, answer in enumerate(question.answers):
        tellers[root(_value(answer))].add(answer.told.source)
        first.setdefault(root(_value(answer)), at)
    ranked = sorted(tellers, key=lambda value: (-len(tellers[value]), first[value]))
    number = {value: at for at, value in enumerate(ranked, start=1)}
    return {value: number[root(value)] for value in same}


def _like_questions(compared: Compared, shown: list[Question]) -> list[Question]:
    """Claims that tell the same in like words and answer no other question together."""
    asked = {answer.told.id for question in shown for answer in question.answers}
    parent: dict[int, int] = {}

    def root(claim: int) -> int:
        while parent.setdefault(claim, claim) != claim:
            claim = parent[claim]
        return claim

    for key, findings in compared.found.items():
        if "like words" in compared.keys[key] and (
                findings[0].relation is not Relation.RELATED):
            parent[root(key.second)] = root(key.first)
    groups: dict[int, list[int]] = defaultdict(list)
    for claim in sorted(parent):
        groups[root(claim)].append(claim)
    inside: dict[int, list[PairKey]] = defaultdict(list)
    for key in compared.found:
        if key.first in parent and key.second in parent and root(key.first) == root(key.second):
            inside[root(key.first)].append(key)
    return [_like_question(compared, group, inside[number]) for number, group in groups.items()
            if len(group) > 1 and not set(group) <= asked]


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
