"""From the questions of a case to its pairs and topics."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from app.domain.pairs import Finding, PairKey, Place, Reason, Relation, Strength, Suggestion
from app.domain.topics import Answer, Topic
from app.engine.alignment import Alignment
from app.engine.casework import figures, likes, names, quotes, steps, terms, votes
from app.engine.casework.questions import Answered, Question, shared_label
from app.engine.casework.told import CaseWords, Told

ASKED = (votes.ask, figures.ask, steps.ask, names.ask, quotes.ask, terms.ask)
"""Every kind of question, in the order in which findings of a pair decide where equal."""

_CONFLICT_SCORES: dict[tuple[Reason, Strength], float] = {
    (Reason.VOTE_COUNT, Strength.STRICT): 0.97,
    (Reason.NUMBER, Strength.STRICT): 0.94,
    (Reason.NAME_SPELLING, Strength.STRICT): 0.92,
    (Reason.DATE, Strength.STRICT): 0.90,
    (Reason.QUOTE_WORDING, Strength.STRICT): 0.88,
    (Reason.EVENT_ORDER, Strength.STRICT): 0.86,
    (Reason.ATTRIBUTION, Strength.STRICT): 0.80,
    (Reason.NEGATION, Strength.STRICT): 0.78,
    (Reason.SCOPE, Strength.STRICT): 0.70,
    (Reason.DETAIL, Strength.STRICT): 0.60,
    (Reason.NUMBER, Strength.TENSION): 0.55,
    (Reason.EVENT_ORDER, Strength.TENSION): 0.50,
    (Reason.NAME_SPELLING, Strength.TENSION): 0.48,
    (Reason.QUOTE_WORDING, Strength.TENSION): 0.46,
    (Reason.TERMINOLOGY, Strength.FRAMING): 0.20,
}
"""How sure of a strict conflict each finding makes, 0 to 1. Set by hand from how often each was
right on the sample cases: typed values of one question first, words in one another's place
last, loaded words never above them (engine.md: framing must not drown strict conflicts)."""

_SOFT, _NONE = 0.35, 0.05
_PER_CLAIM = 10


class Compared:
    """A case, compared: every pair with its findings, and every question with its answers."""

    def __init__(self, case: CaseWords) -> None:
        self.case = case
        self.told = {told.id: told for told in case.told}
        self.found: dict[PairKey, list[Finding]] = defaultdict(list)
        self.keys: dict[PairKey, list[str]] = defaultdict(list)
        self.alignments: dict[PairKey, Alignment] = {}
        self.questions = [question for ask in ASKED for question in ask(case)]
        for question in self.questions:
            for one, other, finding in question.compared():
                self._add(one.told, other.told, finding, question.label)
        self._compare_words()

    def _add(self, one: Told, other: Told, finding: Finding, label: str) -> None:
        if self.case.aliases.settles(finding):
            return
        key = PairKey.of(one.id, other.id)
        known = self.found[key]
        finding = finding if one.id == key.first else finding.turned()
        if all((f.reason, f.first_value, f.second_value)
               != (finding.reason, finding.first_value, finding.second_value) for f in known):
            known.append(finding)
            self.keys[key].append(label)

    def _compare_words(self) -> None:
        """Claims in like words: further findings, where no question has said more already."""
        alike: list[tuple[Told, Told, list[Finding]]] = []
        for one, other in likes.alike(self.case):
            both = likes.aligned(one, other)
            key = PairKey.of(one.id, other.id)
            said = {finding.reason for finding in self.found.get(key, ())}
            new = [finding for finding in likes.findings(both, self.case.likeness(one, other))
                   if finding.reason not in said
                   and not (said and finding.reason in {Reason.PARAPHRASE, Reason.NUMBER,
                                                        Reason.DATE, Reason.DETAIL})]
            alike.append((one, other, new))
        for one, other, new in alike:
            for finding in new:
                self._add(one, other, finding, "like words")

    def alignment(self, key: PairKey) -> Alignment:
        """The words of a pair against each other."""
        if key not in self.alignments:
            self.alignments[key] = likes.aligned(self.told[key.first], self.told[key.second])
        return self.alignments[key]

    def suggestions(self, engine: str) -> list[tuple[PairKey, Suggestion]]:
        """The pairs that people should see, surest conflicts first, capped per claim."""
        made = sorted(((key, self._suggestion(key, engine)) for key in self.found),
                      key=lambda one: (-one[1].score, one[0]))
        taken: Counter[int] = Counter()
        kept = []
        for key, suggestion in made:
            if max(taken[key.first], taken[key.second]) < _PER_CLAIM:
                taken.update(key)
                kept.append((key, suggestion))
        return kept

    def _suggestion(self, key: PairKey, engine: str) -> Suggestion:
        findings = sorted(self.found[key], key=_rank)
        both = self.alignment(key)
        decisive = findings[0]
        shared = sorted(self.case.shared(self.told[key.first], self.told[key.second]),
                        key=lambda word: (-self.case.worth(word), word))
        return Suggestion(
            relation=decisive.relation, strength=decisive.strength,
            score=round(_score(findings, both), 4), findings=tuple(findings), engine=engine,
            only_first=_alone(both, first=True), only_second=_alone(both, first=False),
            aligned=round(both.covered, 4), keys=(*self.keys[key][:2], *shared[:3]),
        )


def _rank(finding: Finding) -> tuple[int, float]:
    """Strict conflicts decide, then agreement, then what only leaves another impression."""
    if finding.relation is Relation.CONFLICT:
        order = {Strength.STRICT: 0, Strength.TENSION: 2, Strength.FRAMING: 4}[finding.strength]
    else:
        order = {Relation.AGREE: 1, Relation.RELATED: 3}.get(finding.relation, 5)
    return order, -_CONFLICT_SCORES.get((finding.reason, finding.strength), 0.0)


def _score(findings: Sequence[Finding], both: Alignment) -> float:
    """The surest conflict among the findings, a little surer where more words align."""
    conflicts = [_CONFLICT_SCORES.get((one.reason, one.strength), _SOFT) for one in findings
                 if one.relation is Relation.CONFLICT]
    if not conflicts:
        return _NONE * (1 - both.covered)
    agreed = any(one.relation is Relation.AGREE and one.strength is Strength.STRICT
                 for one in findings) and findings[0].relation is not Relation.CONFLICT
    return max(conflicts) * (0.5 if agreed else 0.96 + 0.04 * both.covered)


def _alone(both: Alignment, *, first: bool) -> tuple[Place, ...]:
    side = both.first if first else both.second
    return tuple(side.place(at) for at in (both.only_first if first else both.only_second))


def topics(compared: Compared) -> tuple[Topic, ...]:
    """Rows of the matrix: the questions, and groups of claims in like words."""
    asked = [*compared.questions, *_like_questions(compared)]
    found = [_topic(question) for question in asked]
    return tuple(topic for topic in found if _compares(compared, topic))


def _compares(compared: Compared, topic: Topic) -> bool:
    """Two articles answer it, or one article answers it in two ways."""
    articles = {compared.told[answer.claim_id].article for answer in topic.answers}
    return len(articles) > 1 or len({answer.version for answer in topic.answers}) > 1


def _topic(question: Question) -> Topic:
    version = _versions(question)
    answers: dict[int, Answer] = {}
    for answer in question.answers:
        answers.setdefault(answer.told.id, Answer(
            claim_id=answer.told.id, value=answer.value, version=version[_value(answer)]))
    return Topic(label=question.label, reason=question.reason, answers=tuple(answers.values()))


def _value(answer: Answered) -> str:
    return answer.value.casefold()


def _versions(question: Question) -> dict[str, int]:
    """A number for each value: values that agree share one; 1 is told by most sources."""
    same = {_value(answer): _value(answer) for answer in question.answers}

    def root(value: str) -> str:
        while same[value] != value:
            value = same[value]
        return value

    for one, other, finding in replace(question, inside=True).compared():
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


def _like_questions(compared: Compared) -> list[Question]:
    """Claims that tell the same in like words and answer no other question together."""
    asked = {answer.told.id for question in compared.questions for answer in question.answers}
    parent: dict[int, int] = {}

    def root(claim: int) -> int:
        while parent.setdefault(claim, claim) != claim:
            claim = parent[claim]
        return claim

    for key, findings in compared.found.items():
        if all(label == "like words" for label in compared.keys[key]) and (
                findings[0].relation is not Relation.RELATED):
            parent[root(key.second)] = root(key.first)
    groups: dict[int, list[int]] = defaultdict(list)
    for claim in sorted(parent):
        groups[root(claim)].append(claim)
    return [_like_question(compared, group) for group in groups.values()
            if len(group) > 1 and not set(group) <= asked]


def _like_question(compared: Compared, group: list[int]) -> Question:
    told = [compared.told[claim] for claim in group]
    answers = tuple(Answered(told=one, value=_gist(one.side.text), places=()) for one in told)
    reasons = [finding for key, findings in compared.found.items()
               if key.first in group and key.second in group for finding in findings]
    reason = min(reasons, key=_rank).reason
    return Question(label=shared_label(compared.case, answers, reason.words), reason=reason,
                    answers=answers, compare=lambda one, other: _said(compared, one, other))


def _said(compared: Compared, one: Answered, other: Answered) -> Finding | None:
    findings = compared.found.get(PairKey.of(one.told.id, other.told.id), [])
    return min(findings, key=_rank, default=None)


_GIST = 40


def _gist(text: str) -> str:
    return text if len(text) <= _GIST else text[:_GIST].rsplit(" ", 1)[0] + " …"
