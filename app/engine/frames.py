"""What two claims measure against: the period, the base."""

from app.engine import lexicon
from app.engine.alignment import Alignment

_PERIODS = frozenset({"time", "periodic"})
_PERIOD_NOUNS = frozenset({"quarter", "season", "term"})


def other_period(both: Alignment) -> bool:
    """One claim measures over another period than the other ("on the quarter", "on the year"):
    then figures and directions may differ and both be right."""
    for swap in both.swaps:
        one, other = both.first.tokens[swap.first[0]], both.second.tokens[swap.second[0]]
        if _is_period(one.lemma) and _is_period(other.lemma):
            return True
    return False


def _is_period(lemma: str) -> bool:
    return lemma in _PERIOD_NOUNS or not _PERIODS.isdisjoint(lexicon.class_of(lemma))
