"""From the questions of a case to its pairs and topics."""

from collections import Counter, defaultdict

from app.domain.pairs import Finding, PairKey, Place, Reason, Relation, Suggestion
from app.engine.alignment import Alignment
from app.engine.casework import (
    contests,
    courts,
    figures,
    impressions,
    likes,
    names,
    opposed,
    persons,
    plans,
    quotes,
    ranks,
    reaches,
    replies,
    sourcing,
    steps,
    terms,
    votes,
    whens,
    wheres,
)
from app.engine.casework.corrections import Corrections
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.weights import rank, score
from app.engine.tokens import WordKind

ASKED = (
    votes.ask, figures.ask, contests.ask, ranks.ask, persons.ask, steps.ask, courts.ask,
    whens.ask, wheres.ask, names.ask, quotes.ask, plans.ask, reaches.ask, replies.ask,
    opposed.ask, sourcing.ask, impressions.ask, terms.ask,
)
"""Every kind of question, in the order in which findings of a pair decide where equal."""

_PER_CLAIM = 10
_SAID_ALREADY = frozenset({Reason.PARAPHRASE, Reason.NUMBER, Reason.DATE, Reason.DETAIL})
"""What like words add only where no question has said anything of a pair."""


class Compared:
    """A case, compared: every pair with its findings, and every question with its answers."""

    def __init__(self, case: CaseWords) -> None:
        self.case = case
        self.told = {told.id: told for told in case.told}
        self.found: dict[PairKey, list[Finding]] = defaultdict(list)
        self.keys: dict[PairKey, list[str]] = defaultdict(list)
        self.alignments: dict[PairKey, Alignment] = {}
        self.corrections = Corrections(case)
        self.questions = [question for ask in ASKED for question in ask(case)]
        self.differing: set[int] = set()
        for at, question in enumerate(self.questions):
            for one, other, finding in question.compared():
                self._add(one.told, other.told, finding, question.label)
                if finding.relation is Relation.CONFLICT:
                    self.differing.add(at)
        self._compare_words()

    def _add(self, one: Told, other: Told, finding: Finding, label: str) -> None:
        if self.case.aliases.settles(finding):
            return
        key = PairKey.of(one.id, other.id)
        known = self.found[key]
        finding = self.corrections.judge(one, other, finding)
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
                   and not (said - {Reason.ATTRIBUTION}
                            and finding.reason in _SAID_ALREADY)]
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
        findings = sorted(self.found[key], key=rank)
        both = self.alignment(key)
        decisive = findings[0]
        shared = sorted(self.case.shared(self.told[key.first], self.told[key.second]),
                        key=lambda word: (-self.case.worth(word), word))
        return Suggestion(
            relation=decisive.relation, strength=decisive.strength,
            score=round(score(findings, both.covered), 4), findings=tuple(findings), engine=engine,
            only_first=_alone(both, first=True), only_second=_alone(both, first=False),
            aligned=round(both.covered, 4), keys=(*self.keys[key][:2], *shared[:3]),
        )


_WEIGHTY = frozenset({WordKind.NAME, WordKind.NUMBER, WordKind.ORDINAL, WordKind.YEAR,
                      WordKind.MONTH, WordKind.WEEKDAY, WordKind.NEGATION})


def _alone(both: Alignment, *, first: bool) -> tuple[Place, ...]:
    """Names, figures, dates and negations with no counterpart (design.md, section 7.3)."""
    side = both.first if first else both.second
    alone = both.only_first if first else both.only_second
    return tuple(side.place(at) for at in alone if side.tokens[at].kind in _WEIGHTY)
