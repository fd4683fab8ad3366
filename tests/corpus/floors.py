"""The figures below which the engine may not fall, as `python -m tests.corpus --pin` wrote them.

A floor lies a little below the figure that was reached: by 0.02, or by one pair where there are
so few that one pair weighs more. A single pair that moves is noise; two are a loss that somebody
should look at. Where the engine suggested nothing there is no precision to hold.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from math import floor
from typing import NamedTuple

from app.domain.pairs import Reason
from tests.corpus.labels import FOLDER, Part, events
from tests.corpus.measuring import Outcome, Tally, measure, tallies, total

_FILE = FOLDER / "floors.tsv"
_SLACK = 0.02
ALL = "all"


class Row(NamedTuple):
    """One line of the gate: a part, conflicts or agreements, and a reason or `ALL`."""

    part: Part
    what: str
    reason: Reason | str


class Floor(NamedTuple):
    """The least precision and recall of a row, 0 to 1."""

    precision: float
    recall: float


@cache
def measured(part: Part) -> tuple[Outcome, ...]:
    """Every event of a part, measured once."""
    return tuple(measure(event) for event in events() if event.part is part)


def reached(part: Part) -> Iterator[tuple[Row, Tally]]:
    """What the engine reaches now, row by row."""
    for what, agreements in (("conflict", False), ("agree", True)):
        counted = tallies(measured(part), agreements=agreements)
        for reason, tally in counted.items():
            yield Row(part, what, reason), tally
        yield Row(part, what, ALL), total(counted.values())


def floors() -> dict[Row, Floor]:
    """The pinned floors."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {Row(Part(line["part"]), line["what"], line["reason"]):
                Floor(float(line["precision"]), float(line["recall"]))
                for line in csv.DictReader(lines, delimiter="\t")}


def pin() -> None:
    """Write floors a little below what the engine reaches now."""
    rows = ((row, tally) for part in Part for row, tally in reached(part))
    with _FILE.open("w", encoding="utf-8", newline="") as lines:
        lines.writelines("\t".join(line) + "\n" for line in _lines(rows))


def _lines(rows: Iterable[tuple[Row, Tally]]) -> Iterator[tuple[str, ...]]:
    yield ("part", "what", "reason", "precision", "recall")
    for row, tally in rows:
        precision = _below(tally.precision, tally.verdicts.total())
        recall = _below(tally.recall, tally.sought)
        yield (row.part, row.what, row.reason, f"{precision:.2f}", f"{recall:.2f}")


def _below(share: float, of: int) -> float:
    """A share of so many pairs, less the slack, cut to two digits; 0 of nothing."""
    if not of:
        return 0.0
    return max(0.0, floor(100 * (share - max(_SLACK, 1 / of)) + 1e-9) / 100)
