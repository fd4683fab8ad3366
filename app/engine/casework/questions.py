"""A question, the claims that answer it, and what two answers are to each other."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one claim answers: a short value for the matrix, and where it stands.

    `meant` is whatever the question's own comparing needs; `own` are the lemmas that belong to
    the answer, so that they say nothing about whether two claims answer the same question.
    """

    told: Told
    value: str
    places: tuple[Place, ...]
    meant: Any = None
    own: frozenset[str] = frozenset()


Compare = Callable[[Answered, Answered], Finding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a case: its label, what kind of reason it gives, its answers.

    `inside` lets answers of one article be set against each other too; `most` is how many
    answers of one article are set against others (more would only repeat it). `open` keeps it
    out of the matrix unless some of its answers are in conflict, and then shows those only.
    """

    label: str
    reason: Reason
    answers: tuple[Answered, ...]
    compare: Compare
    inside: bool = False
    most: int = 3
    open: bool = False

    def compared(self) -> Iterator[tuple[Answered, Answered, Finding]]:
        """Every pair of answers that may meet and about which something can be said."""
        agreed: Counter[int] = Counter()
        best: dict[tuple[int, int], tuple[Answered, Answered, Finding]] = {}
        for one, other in combinations(_representatives(self.answers, self.most), 2):
            same = one.told.article == other.told.article
            if one.told.id == other.told.id or (same and not self.inside):
                continue
            finding = self.compare(one, other)
            if finding is None or (same and finding.relation is not Relation.CONFLICT):
                continue
            if finding.relation is Relation.AGREE:
                if max(agreed[one.told.id], agreed[other.told.id]) >= MOST_AGREEING:
                    continue
                agreed.update((one.told.id, other.told.id))
            key = (one.told.id, other.told.id)
            if key not in best or _first(finding) < _first(best[key][2]):
                best[key] = (one, other, finding)
        yield from best.values()


MOST_AGREEING = 4
"""Agreements that one claim is shown in for one question; more tell nobody anything new."""


def _first(finding: Finding) -> int:
    """Where claims give several values, those that belong together count: the same measure
    told two ways, then values that fit, then all others."""
    return 0 if finding.reading == ANOTHER_MEASURE else 1 + (
        finding.relation is not Relation.AGREE)


ANOTHER_MEASURE = "Another measure"


def _representatives(answers: Sequence[Answered], most: int) -> list[Answered]:
    """The answers that are compared: a headline only where the text does not say the same."""
    taken: Counter[tuple[int, str]] = Counter()
    per: Counter[int] = Counter()
    kept = []
    for answer in sorted(answers, key=lambda one: one.told.side.claim.in_title):
        key = (answer.told.article, answer.value.casefold())
        if taken[key] or per[answer.told.article] >= most:
            continue
        taken[key] += 1
        per[answer.told.article] += 1
        kept.append(answer)
    return kept[:_MOST_COMPARED]


_MOST_COMPARED = 60
"""Answers of one question that are set against each other; more would fill no queue better."""


_MOST_MET = 32
"""How many earlier answers under one key an answer is held against: enough for the articles of
one event, and it keeps a case about one word from growing with its square."""


def grouped(
    answers: Sequence[Answered], belong: Callable[[Answered, Answered], bool],
    keys: Callable[[Answered], Iterable[Hashable]],
) -> list[list[Answered]]:
    """Answers that belong together, transitively, in order; groups of two or more. Only
    answers that share a key are held against each other."""
    roots = list(range(len(answers)))
    met: dict[Hashable, list[int]] = {}
    for at, answer in enumerate(answers):
        held = [met.setdefault(key, []) for key in keys(answer)]
        for other in sorted({other for one in held for other in one[-_MOST_MET:]}):
            ours, theirs = _root(roots, at), _root(roots, other)
            if ours != theirs and belong(answers[other], answer):
                roots[max(ours, theirs)] = min(ours, theirs)
        for one in held:
            one.append(at)
    groups: dict[int, list[Answered]] = {}
    for at, answer in enumerate(answers):
        groups.setdefault(_root(roots, at), []).append(answer)
    return [group for group in groups.values() if len(group) > 1]


def _root(roots: list[int], at: int) -> int:
    while roots[at] != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def finding(
    one: Answered, other: Answered, *, reason: Reason, relation: Relation, strength: Strength,
    because: str, what: str, reading: str,
) -> Finding:
    """A finding on the values and places of two answers."""
    return Finding(
        reason=reason, relation=relation, strength=strength, because=because, what=what,
        reading=reading, first_value=one.value, second_value=other.value,
        first_places=one.places, second_places=other.places,
    )
