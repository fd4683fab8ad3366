"""From the questions of a case to its pairs and topics."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from app.domain.pairs import Finding, PairKey, Reason, Relation, Suggestion
from app.engine.casework import (
    callings,
    clocks,
    contests,
    countings,
    courts,
    crossed,
    figures,
    grades,
    grounds,
    headlines,
    impressions,
    likes,
    manners,
    names,
    opposed,
    persons,
    plans,
    quotes,
    ranks,
    reaches,
    replies,
    sequences,
    slots,
    sourcing,
    standins,
    steps,
    sureness,
    terms,
    votes,
    whens,
    wheres,
    wholes,
)
from app.engine.casework.corrections import Corrections
from app.engine.casework.following import following
from app.engine.casework.questions import MOST_AGREEING, Answered, Question
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.weights import rank, score

ASKED = (
    votes.ask, figures.ask, contests.ask, ranks.ask, persons.ask, grades.ask,
    steps.ask, courts.ask,
    whens.ask, clocks.ask, countings.ask, sequences.ask,
    wheres.ask, slots.ask, standins.ask, callings.ask, manners.ask, grounds.ask,
    names.ask, quotes.ask, plans.ask, sureness.ask, headlines.ask,
    reaches.ask, wholes.ask, replies.ask, opposed.ask, crossed.ask,
    sourcing.ask, impressions.ask, terms.ask,
)
"""Every kind of question, in the order in which findings of a pair decide where equal."""

_PER_CLAIM = 10
_OF_WHOM = frozenset({Reason.ATTRIBUTION})
_LIKE_WORDS = ("like words",)
_SAID_ALREADY = frozenset({Reason.PARAPHRASE, Reason.NUMBER, Reason.DATE, Reason.DETAIL})
"""What like words add only where no question has said anything of a pair."""


class Held(NamedTuple):
    """A question with what its answers came to when they were held against each other."""

    question: Question
    met: list[tuple[Answered, Answered, Finding]]


class Compared:
    """A case, compared: every pair with its findings, and the questions that the matrix shows:
    those that are not open, and open ones whose answers are in conflict."""

    def __init__(self, case: CaseWords, origins: Mapping[int, int] | None = None) -> None:
        """`origins` are the articles that are copies, each with the one it is a copy of."""
        self.case = case
        self.origins = origins or {}
        self.told = {told.id: told for told in case.told}
        self.found: dict[PairKey, list[Finding]] = defaultdict(list)
        self.keys: dict[PairKey, tuple[str, ...]] = {}
        self.corrections = Corrections(case)
        self.shown: list[Held] = []
        for ask in ASKED:
            for question in ask(case):
                self._hold(question)
        self._compare_words()

    def _hold(self, question: Question) -> None:
        """Set the answers of a question against each other; keep it if the matrix shows it."""
        met = list(question.compared())
        met += following(question, met)
        differs = False
        label = (question.label,)
        for one, other, finding in met:
            self._add(one.told, other.told, finding, label)
            differs = differs or finding.relation is Relation.CONFLICT
        if differs or not question.open:
            self.shown.append(Held(question, met))

    def _add(self, one: Told, other: Told, finding: Finding, label: tuple[str]) -> None:
        if self.case.aliases.settles(finding):
            return
        key = PairKey.of(one.id, other.id)
        known = self.found[key]
        finding = self.corrections.judge(one, other, finding)
        finding = finding if one.id == key.first else finding.turned()
        if all((f.reason, f.first_value, f.second_value)
               != (finding.reason, finding.first_value, finding.second_value) for f in known):
            known.append(finding)
            self.keys[key] = self.keys[key] + label if key in self.keys else label

    def _compare_words(self) -> None:
        """Claims in like words: further findings, where no question has said more already."""
        met = dict.fromkeys(self.told, 0)
        alike = likes.Likes(self.case)
        for like in likes.alike(self.case):
            one, other = like.one, like.other
            found = self.found.get(PairKey.of(one.id, other.id), ())
            said = {finding.reason for finding in found}
            told = not said <= _OF_WHOM or (
                max(met[one.id], met[other.id]) >= MOST_AGREEING)
            met[one.id] += 1
            met[other.id] += 1
            for finding in alike.findings(like, said=told):
                if finding.reason not in said and not (told and finding.reason in _SAID_ALREADY):
                    self._add(one, other, finding, _LIKE_WORDS)

    def suggestions(self, engine: str) -> list[tuple[PairKey, Suggestion]]:
        """The pairs that people should see, surest conflicts first, capped per claim."""
        sure = sorted((-score(findings), key) for key, findings in self.found.items())
        taken = dict.fromkeys(self.told, 0)
        kept = []
        for _, key in sure:
            first, second = key
            if taken[first] < _PER_CLAIM and taken[second] < _PER_CLAIM:
                taken[first] += 1
                taken[second] += 1
                kept.append(key)
        made = [(key, self._suggestion(key, engine)) for key in sorted(kept)]
        return sorted(made, key=lambda one: (-one[1].score, one[0]))

    def _are_copies(self, one: Told, other: Told) -> bool:
        """Both articles print one text."""
        origin = self.origins
        return one.article != other.article and (
            origin.get(one.article, one.article) == origin.get(other.article, other.article))

    def _suggestion(self, key: PairKey, engine: str) -> Suggestion:
        findings = self.found[key]
        if len(findings) > 1:
            findings = sorted(findings, key=rank)
        first, second = self.told[key.first], self.told[key.second]
        shape = self.case.closeness.shape(first.side, second.side)
        if shape.covered >= _WORD_FOR_WORD and self._are_copies(first, second):
            findings = [_of_one_text(finding) for finding in findings]
        rare = self.case.shared(first, second)
        shared = (word for word in self.case.by_worth(first) if word in rare)
        return Suggestion(
            relation=findings[0].relation, strength=findings[0].strength,
            score=round(score(findings, shape.covered), 4), findings=tuple(findings),
            engine=engine, only_first=shape.only_first, only_second=shape.only_second,
            aligned=round(shape.covered, 4), keys=(*self.keys[key][:2], *islice(shared, 3)),
        )


_WORD_FOR_WORD = 0.9
"""Share of words in common from which a claim of a copy is the claim of its origin."""


def _of_one_text(finding: Finding) -> Finding:
    """The same told in a copy bears nothing out."""
    if finding.relation is not Relation.AGREE or finding.reason is not Reason.PARAPHRASE:
        return finding
    return replace(finding, reading="Same text, not independent",
                   because="Both articles print one text, so that they count as one voice here.")
