"""Questions made of answers that have met already, each pair with its finding."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.pairs import Finding, Reason
from app.engine.casework.questions import Answered, Question

Met = tuple[Answered, Answered, Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired(Question):
    """A question whose answers need not be held against each other again."""

    pairs: tuple[Met, ...] = ()

    def compared(self) -> Iterator[Met]:
        """The pairs as they met."""
        return iter(self.pairs)


def questions(met: Iterable[Met], *, reason: Reason,
              label: Callable[[tuple[Met, ...]], str]) -> list[Question]:
    """One question for all pairs that hang together by a claim in common, in order."""
    groups: list[list[Met]] = []
    group_of: dict[int, int] = {}
    for pair in met:
        ids = (pair[0].told.id, pair[1].told.id)
        known = sorted({group_of[one] for one in ids if one in group_of})
        home = known[0] if known else len(groups)
        if not known:
            groups.append([])
        for other in known[1:]:
            for one, two, _ in groups[other]:
                group_of[one.told.id] = group_of[two.told.id] = home
            groups[home] += groups[other]
            groups[other] = []
        groups[home].append(pair)
        group_of.update(dict.fromkeys(ids, home))
    return [_question(tuple(group), reason, label) for group in groups if group]


def _question(pairs: tuple[Met, ...], reason: Reason,
              label: Callable[[tuple[Met, ...]], str]) -> Question:
    answers: dict[tuple[int, str], Answered] = {}
    for one, other, _ in pairs:
        for answer in (one, other):
            answers.setdefault((answer.told.id, answer.value), answer)
    return Paired(label=label(pairs), reason=reason, answers=tuple(answers.values()),
                  compare=_never, open=True, pairs=pairs)


def _never(_one: Answered, _other: Answered) -> None:
    """Pairs that have met are not compared again."""
