"""What follows inside a question: who clashes with one of two equal answers clashes with both.

"Caged for 14 years" clashes with "sentenced to four years"; "locked him up for four years" answers
the same question with the same value, in words too few to be set against the first by themselves.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.casework.questions import Answered, Question

Met = tuple[Answered, Answered, Finding]

_REASONS = frozenset({Reason.NUMBER, Reason.DETAIL, Reason.SCOPE})
"""Reasons whose answers are the same where their values are. Of a hundred that follow from these
on the working part of tests/corpus eight in ten are labelled so; of those that follow from names
and denials, half."""

_MOST_HELD = 24


def following(question: Question, met: Sequence[Met]) -> Iterator[Met]:
    """The conflicts that follow from those of a question, one step far."""
    clashes = [one for one in met if one[2].reason in _REASONS
               and one[2].relation is Relation.CONFLICT and one[2].strength is Strength.STRICT]
    if not clashes or len(question.answers) > _MOST_HELD:
        return
    alike: dict[Hashable, list[Answered]] = defaultdict(list)
    told: dict[Hashable, set[int]] = defaultdict(set)
    for answer in question.answers:
        alike[_value(answer)].append(answer)
        told[_value(answer)].add(answer.told.article)
    known = {frozenset((one.told.id, other.told.id)) for one, other, _ in met}
    for first, second, finding in clashes:
        for one, other in ((first, second), (second, first)):
            for third in alike[_value(other)]:
                pair = frozenset((one.told.id, third.told.id))
                if pair in known or len(pair) == 1 or (
                        third.told.article in told[_value(one)]
                        or one.told.article in told[_value(third)]):
                    continue
                known.add(pair)
                yield one, third, _clash(finding, one, third)


def _value(answer: Answered) -> Hashable:
    """A figure by its size and measure, anything else by its words."""
    amount = getattr(answer.meant, "amount", None)
    if amount is None:
        return answer.value.casefold()
    return amount.low, amount.high, amount.measure, amount.currency


def _clash(finding: Finding, one: Answered, other: Answered) -> Finding:
    return replace(
        finding, because=f"“{one.value}” and “{other.value}” cannot both be right.",
        first_value=one.value, second_value=other.value, first_places=one.places,
        second_places=other.places)
