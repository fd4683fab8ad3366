"""A whole case read and compared at once: pairs for the queue, rows for the matrix."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from app.domain.origins import UNTOLD, Origins
from app.domain.pairs import PairKey, Suggestion
from app.domain.topics import Topic
from app.engine.aliases import NONE, Aliases
from app.engine.casework.index import Index, index
from app.engine.casework.matrix import topics
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import CaseWords
from app.engine.reading import Reading

LARGE = 400
"""Claims above which a case has an index: smaller ones are compared whole in a fifth of a
second."""


class Comparison(NamedTuple):
    """Pairs with their suggestions, surest conflicts first, and the rows of the matrix; of a
    large case also its index."""

    suggested: tuple[tuple[PairKey, Suggestion], ...]
    topics: tuple[Topic, ...]
    kept: Index | None


def compare(readings: Sequence[Reading], engine: str, aliases: Aliases = NONE,
            origins: Origins = UNTOLD) -> Comparison:
    """Compare the claims of all these articles; `engine` is the version that says so, and
    `origins` tells which of them are copies."""
    with without_collecting():
        return _compared(CaseWords(readings, aliases), engine, origins)


def _compared(case: CaseWords, engine: str, origins: Origins) -> Comparison:
    """What is kept of a case; the rest is let go before anybody looks for cycles again."""
    compared = Compared(case, origins.of_articles())
    return Comparison(tuple(compared.suggestions(engine)), topics(compared),
                      index(case) if len(case.told) > LARGE else None)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let nobody look for cycles meanwhile: a case is many small things without any, and to
    look at all of them again and again took a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
