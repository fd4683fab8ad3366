"""Fit the weights of comparing two loose sentences, and say how well they hold elsewhere.

Run: python -m bench.weights SET.jsonl ...     (a line: {"a": "...", "b": "...", "label": "..."})

A set with the labels agree and conflict is fitted on; sentences of a set paired at random, and rows
labelled unrelated, are never fitted on: they show whether the score stays low where two sentences
have nothing to do with each other. Prints AUROC of the score of conflict
  in        with the weights fitted on all sets
  left out  with the weights fitted on the other sets
  table     with the weights that stand in app/engine/weighing.py
  random    the same weights, conflicts against sentences paired at random
  all       the same weights, conflicts against agreeing and randomly paired ones of the set and
            the unrelated ones of all sets
and the fitted weights. The logistic regression is plain Python: Newton's method with a ridge of 1,
every set weighing the same.
"""

import json
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp
from pathlib import Path
from statistics import median

from app.engine.comparing import aligned_texts, findings_of
from app.engine.sides import loose
from app.engine.weighing import BASE, FITTED, WEIGHTS, evidence, same_matter

Vector = list[float]
_RIDGE, _STEPS, _MASS = 1.0, 12, 1000.0
_SEED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled pair as the weighing sees it. `others` is what the unfitted signals add."""

    source: str
    label: str
    signals: Vector
    others: float
    same: float

    @property
    def clashes(self) -> bool:
        """The label is conflict."""
        return self.label == "conflict"

    def score(self, weights: Vector) -> float:
        """The score that these weights give, the first of them being the base."""
        return self.same * _chance(_dot(weights, self.signals) + self.others)


def row(source: str, label: str, a: str, b: str) -> Row:
    """A pair of sentences as the weighing sees it."""
    both = aligned_texts(loose(a), loose(b))
    found = evidence(findings_of(both), both)
    others = sum(WEIGHTS[signal] * value for signal, value in found.items()
                 if signal not in FITTED)
    return Row(source=source, label=label, others=others, same=same_matter(both),
               signals=[1.0, *(found.get(signal, 0.0) for signal in FITTED)])


def rows_of(path: Path) -> list[Row]:
    """The labelled pairs of a file, and a third as many sentences paired at random."""
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [row(path.stem, pair["label"], pair["a"], pair["b"]) for pair in told]
    random.Random(_SEED).shuffle(told)
    return found + [row(path.stem, "random", one["a"], other["b"])
                    for one, other in zip(told[::3], told[1::3], strict=False)]


def fit(rows: Sequence[Row]) -> Vector:
    """The weights, the base first, by logistic regression."""
    sources = [one.source for one in rows]
    mass = {source: _MASS / sources.count(source) for source in set(sources)}
    weights = [0.0] * (1 + len(FITTED))
    for _ in range(_STEPS):
        slope = [-_RIDGE * weight for weight in weights]
        bend = [[_RIDGE * (i == j) for j in range(len(weights))] for i in range(len(weights))]
        slope[0], bend[0][0] = 0.0, 1e-9
        for one in rows:
            chance = _chance(_dot(weights, one.signals))
            _add(slope, bend, one.signals, mass[one.source] * (one.clashes - chance),
                 mass[one.source] * chance * (1 - chance))
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope),
                                                         strict=True)]
    return weights


def _add(slope: Vector, bend: list[Vector], signals: Vector, pull: float, stiff: float) -> None:
    told = [(i, value) for i, value in enumerate(signals) if value]
    for i, value in told:
        slope[i] += pull * value
        for j, other in told:
            bend[i][j] += stiff * value * other


def _solved(matrix: list[Vector], right: Vector) -> Vector:
    """The solution of a symmetric positive definite system, by elimination."""
    table = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(table):
        pivot[:] = [value / pivot[at] for value in pivot]
        for other in table:
            if other is not pivot and other[at]:
                factor = other[at]
                other[:] = [one - factor * two for one, two in zip(other, pivot, strict=True)]
    return [line[-1] for line in table]


def _dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def auroc(rows: Iterable[Row], weights: Vector) -> float:
    """The chance that a conflict scores higher than what is none; ties count half."""
    ranked = sorted((one.score(weights), one.clashes) for one in rows)
    below = hits = won = 0.0
    for _, tied in groupby(ranked, key=lambda told: told[0]):
        clashes = [clash for _, clash in tied]
        here = sum(clashes)
        won += here * (below + (len(clashes) - here) / 2)
        below += len(clashes) - here
        hits += here
    return won / (below * hits) if below and hits else float("nan")


def main(paths: Sequence[str]) -> None:
    """Print the figures."""
    rows = [one for path in paths for one in rows_of(Path(path))]
    table = [BASE, *(WEIGHTS[signal] for signal in FITTED)]
    labelled = [one for one in rows if one.label in {"agree", "conflict"}]
    sources = sorted({one.source for one in labelled if one.clashes})
    fitted = [one for one in labelled if one.source in sources]
    weights = fit(fitted)
    print(f"{'AUROC':24}" + "".join(f"{name:>10}" for name in COLUMNS))
    for source in sources:
        print(f"{source:24}" + "".join(
            f"{figure:10.3f}" for figure in _figures(rows, fitted, source, weights, table)))
    print(f"{'all sets together':24}{'':40}{auroc(rows, table):10.3f}")
    _print_scores(rows, table)
    for name, weight, stands in zip(["base", *FITTED], weights, table, strict=True):
        print(f"{name:40}{weight:8.2f}   in the table {stands:6.2f}")


COLUMNS = ("in", "left out", "table", "random", "all")


def _figures(rows: Sequence[Row], fitted: Sequence[Row], source: str, weights: Vector,
             table: Vector) -> tuple[float, ...]:
    own = [one for one in rows if one.source == source and one.label != "random"]
    left_out = fit([one for one in fitted if one.source != source])
    apart = [one for one in rows if one.source == source and one.label == "random"]
    clashes = [one for one in own if one.clashes]
    every = [one for one in rows if one.source == source]
    unrelated = [one for one in rows if one.label == "unrelated"]
    return (auroc(own, weights), auroc(own, left_out), auroc(own, table),
            auroc(clashes + apart, table), auroc(every + unrelated, table))


def _print_scores(rows: Sequence[Row], table: Vector) -> None:
    print("\nmiddle score by label")
    told = sorted((one.source, one.label, one.score(table)) for one in rows)
    for (source, label), scores in groupby(told, key=lambda one: one[:2]):
        print(f"{source:24}{label:12}{median(score for _, _, score in scores):8.3f}")
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
