"""Fit the weights by which two figures are held to answer one question, and say how they carry.

Run: python -m bench.figures

Rows are the pairs of figures of one event in the working part of tests/corpus that may meet and
that nothing parts (`sameness.are_parted`): wanted where a strict conflict or an agreement of the
reason `number` is labelled on them, unwanted where they differ and no such label stands; pairs
that fit and are not labelled are left out, agreements weigh half. Where a label's words hold
several pairs the likest is taken. Prints, with each event judged by the weights fitted on the
others, how many of the labelled conflicts are reached and how many of the reached are right at
several cuts; then the weights fitted on all, to be copied to app/engine/casework/likely.py. The
logistic regression is plain Python: Newton's method with a ridge. With --list, every pair that is
wrongly told or missed.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, product
from math import exp
from typing import NamedTuple

from app.domain.pairs import Reason, Relation, Strength
from app.engine.casework.amounts import Asked, figures
from app.engine.casework.measuring import compare_amounts
from app.engine.casework.questions import Answered
from app.engine.casework.sameness import are_parted, may_meet, shares_words
from app.engine.casework.signals import Signals, signals
from app.engine.casework.slips import slip
from app.engine.casework.things import Figures
from app.engine.casework.told import CaseWords
from app.engine.claims import read_claims
from app.engine.reading import Reading
from tests.corpus.labels import Event, Label, Part, Piece, Quoted, events

Vector = list[float]
_RIDGE, _STEPS, _OF_AGREEMENTS = 3.0, 12, 0.5
_CUTS = (-0.8, -0.4, 0.0, 0.2, 0.4, 0.6, 0.8, 1.2)


class Row(NamedTuple):
    """Two figures: what speaks for one question, whether it is one, how much the row weighs."""

    event: str
    one: Answered
    other: Answered
    found: Signals
    wanted: bool
    weight: float

    @property
    def is_conflict(self) -> bool:
        """A labelled conflict."""
        return self.wanted and self.weight == 1.0


def rows_of(event: Event) -> Iterator[Row]:
    """The pairs of figures of an event."""
    case = CaseWords(_readings(event))
    pieces = dict(enumerate(event.pieces, start=1))
    answers = [answer for told in case.told for answer in figures(told)]
    known = Figures(answers)
    labelled = _labelled(event, answers, pieces)
    for at, one in enumerate(answers):
        for other in answers[at + 1:]:
            label = labelled.get(_key(one, other), "open")
            if label == "left out" or not _may_clash(case, one, other, known):
                continue
            fits = _fits(one, other)
            wanted = label == ("agree" if fits else "conflict")
            if wanted or not fits:
                yield Row(event.name, one, other, signals(case, one, other, known), wanted,
                          _OF_AGREEMENTS if fits else 1.0)


def _readings(event: Event) -> list[Reading]:
    ids = count(1)
    return [Reading(article_id=at, source_id=at, title=piece.title, published_on=piece.day,
                    text=piece.text, claims=tuple(
                        replace(claim, id=next(ids)) for claim in read_claims(
                            piece.text, title=piece.title, published_on=piece.day)))
            for at, piece in enumerate(event.pieces, start=1)]


def _may_clash(case: CaseWords, one: Answered, other: Answered, known: Figures) -> bool:
    inside = one.told.article == other.told.article
    if inside and one.told.side.claim.in_title == other.told.side.claim.in_title:
        return False
    if not may_meet(case, one, other, known) or are_parted(case, one, other, known) or (
            not shares_words(case, one, other, known)):
        return False
    found = compare_amounts(one, other, lambda *_: True)
    return found is not None and (found.relation is Relation.AGREE or (
        found.relation is Relation.CONFLICT and found.strength is Strength.STRICT))


def _fits(one: Answered, other: Answered) -> bool:
    found = compare_amounts(one, other, lambda *_: True)
    return found is not None and found.relation is Relation.AGREE


def _key(one: Answered, other: Answered) -> frozenset[int]:
    return frozenset((id(one), id(other)))


def _labelled(event: Event, answers: Sequence[Answered], pieces: dict[int, Piece]
              ) -> dict[frozenset[int], str]:
    """The pairs that a label is about, each "agree", "conflict", "other" or "left out"."""
    found: dict[frozenset[int], str] = {}
    for label in event.labels:
        ours, theirs = ([one for one in answers
                         if _lies_in(one, pieces[one.told.article], quoted)]
                        for quoted in (label.first, label.second))
        pairs = [(one, other) for one, other in product(ours, theirs)
                 if one.told.id != other.told.id and one.meant.measure == other.meant.measure]
        said = _said(label)
        meant = [pair for pair in pairs if said == "agree" or not _fits(*pair)]
        best = max((_likeness(*pair) for pair in meant), default=0)
        for pair in pairs:
            if said in {"agree", "conflict"}:
                is_it = pair in meant and _likeness(*pair) == best
                found[_key(*pair)] = said if is_it else found.get(_key(*pair), "left out")
            else:
                found.setdefault(_key(*pair), said)
    return found


def _said(label: Label) -> str:
    if label.relation is Relation.CONFLICT and label.strength is Strength.STRICT:
        return "conflict" if label.reason is Reason.NUMBER else "left out"
    is_agreement = label.relation is Relation.AGREE and label.reason is Reason.NUMBER
    return "agree" if is_agreement else "other"


def _lies_in(one: Answered, piece: Piece, quoted: Quoted) -> bool:
    place = one.places[0]
    return (quoted.article == piece.name and place.start < quoted.end
            and quoted.start < place.end)


def _likeness(one: Answered, other: Answered) -> int:
    ours: Asked = one.meant
    theirs: Asked = other.meant
    return (2 * (ours.thing == theirs.thing) + 2 * (ours.role == theirs.role)
            + len(ours.local & theirs.local)
            + 3 * bool(slip(ours.amount.low, theirs.amount.low)))


def fit(rows: Sequence[Row], names: Sequence[str]) -> Vector:
    """The weights of the signals, the base last."""
    lines = [[*(row.found.get(name, 0.0) for name in names), 1.0] for row in rows]
    weights = [0.0] * (len(names) + 1)
    for _ in range(_STEPS):
        slope = [_RIDGE * weight for weight in weights[:-1]] + [0.0]
        bend = [[0.0] * len(weights) for _ in weights]
        for row, line in zip(rows, lines, strict=True):
            _add(row, line, weights, slope, bend)
        for at in range(len(names)):
            bend[at][at] += _RIDGE
        steps = _solved(bend, slope)
        weights = [weight - step for weight, step in zip(weights, steps, strict=True)]
    return weights


def _add(row: Row, line: Vector, weights: Vector, slope: Vector, bend: list[Vector]) -> None:
    held = [at for at, value in enumerate(line) if value]
    chance = 1 / (1 + exp(-sum(weights[at] * line[at] for at in held)))
    for at in held:
        slope[at] += row.weight * (chance - row.wanted) * line[at]
        for to in held:
            bend[at][to] += row.weight * chance * (1 - chance) * line[at] * line[to]


def _solved(matrix: list[Vector], right: Vector) -> Vector:
    """Gauss's elimination; the matrix is positive definite."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for line in rows[at + 1:]:
            times = line[at] / pivot[at]
            if times:
                for to in range(at, len(line)):
                    line[to] -= times * pivot[to]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        rest = sum(rows[at][to] * found[to] for to in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - rest) / rows[at][at]
    return found


def odds(row: Row, names: Sequence[str], weights: Vector) -> float:
    """The logarithm of the odds that these weights give."""
    return weights[-1] + sum(weight * row.found.get(name, 0.0)
                             for name, weight in zip(names, weights, strict=False))


def main(arguments: Sequence[str]) -> None:
    """Print the figures; with "--list" also what is wrongly told or missed."""
    rows = [row for event in events() if event.part is Part.WORKING for row in rows_of(event)]
    names = sorted({name for row in rows for name in row.found})
    judged = []
    for event in sorted({row.event for row in rows}):
        weights = fit([row for row in rows if row.event != event], names)
        judged += [(odds(row, names, weights), row) for row in rows if row.event == event]
    labelled = sum(row.is_conflict for row in rows)
    sys.stdout.write(f"{len(rows)} rows, {labelled} conflicts\n")
    for cut in _CUTS:
        told = [row for found, row in judged
                if found >= cut and (row.is_conflict or not row.wanted)]
        right = sum(row.is_conflict for row in told)
        sys.stdout.write(f"cut {cut:5.1f}: reached {right / labelled:.2f}, "
                         f"right {right / max(1, len(told)):.2f} of {len(told)}\n")
    weights = fit(rows, names)
    sys.stdout.write(f"BASE = {weights[-1]:.2f}\n")
    for name, weight in sorted(zip(names, weights, strict=False), key=lambda one: -one[1]):
        many = sum(bool(row.found.get(name)) for row in rows)
        sys.stdout.write(f'    "{name}": {weight:.2f},  # in {many}\n')
    if "--list" in arguments:
        _list(judged)


def _list(judged: list[tuple[float, Row]]) -> None:
    for found, row in sorted(judged, key=lambda one: one[0]):
        if (row.wanted and not row.is_conflict) or row.wanted == (found > 0):
            continue
        word = "missed" if row.wanted else "false"
        sys.stdout.write(f"{word} {found:5.2f} {row.event}: {row.one.value} | {row.other.value}\n"
                         f"    {row.one.told.side.text}\n    {row.other.told.side.text}\n"
                         f"    {', '.join(row.found)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
