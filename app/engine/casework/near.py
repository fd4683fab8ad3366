"""Some articles of a large case, compared with those near to them as if all had been read.

An index keeps, for each claim, its rarest words, and how often each word of the case occurs.
Through it come the articles that new or changed claims can meet; they are read, those of another
event are put aside again, and the rest is compared with the worth that words have in the whole
case.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from app.domain.pairs import PairKey, Suggestion
from app.engine.aliases import NONE, Aliases
from app.engine.casework.known import Known
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import CaseWords
from app.engine.casework.whole import without_collecting
from app.engine.copies import copies
from app.engine.reading import Reading

MOST_CLAIMS = 400
"""Claims that are read beside the new ones: enough for the articles of one event, and what can
be compared while somebody waits."""

_MOST_HOLDERS = 100
"""A word that more claims of the case use leads to nobody in particular."""


def wanted(case: CaseWords) -> frozenset[str]:
    """The words under which other claims are looked for."""
    words = frozenset[str]().union(*(told.words for told in case.told))
    return frozenset(word for word in words if case.whole.by_claim[word] <= _MOST_HOLDERS)


def nearest(case: CaseWords, under: Iterable[tuple[str, int]]) -> list[int]:
    """Article ids, the one first that meets these claims under the most telling words. `under`
    are words with the ids of articles that stand in the index under them."""
    here = {reading.article_id for reading in case.readings}
    found: Counter[int] = Counter()
    for word, article in set(under):
        if article not in here:
            found[article] += round(case.worth(word) * 1000)
    return sorted(found, key=lambda article: (-found[article], article))


def of_their_events(readings: Sequence[Reading], fresh: Iterable[int], whole: Known,
                    ) -> tuple[Reading, ...]:
    """Of these articles those that may tell of an event of a fresh one (by id), itself too."""
    happenings = CaseWords(readings, whole=whole).happenings
    events = {happenings.number(article) for article in fresh}
    return tuple(reading for reading in readings
                 if happenings.number(reading.article_id) in events)


def compare(readings: Sequence[Reading], claims: frozenset[int], whole: Known, engine: str,
            aliases: Aliases = NONE) -> tuple[tuple[PairKey, Suggestion], ...]:
    """What these articles make of the pairs of some claims, by id."""
    with without_collecting():
        origins = copies(readings).of_articles()
        compared = Compared(CaseWords(readings, aliases, whole), origins)
        return tuple((key, suggestion) for key, suggestion in compared.suggestions(engine)
                     if not claims.isdisjoint(key))
