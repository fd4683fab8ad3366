"""What two claims measure against: the period, the base."""

from functools import lru_cache

from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.facing import Swap
from app.engine.sides import Side

_SHARES = frozenset({"%", "percent", "percentage", "half", "third", "quarter", "share"})
_BASE = 2  # how many words at least stand before the base of a share
_PERIODS = frozenset({"time", "periodic"})
_PERIOD_NOUNS = frozenset({"quarter", "season", "term"})


def other_period(both: Alignment) -> bool:
    """One claim measures over another period than the other ("on the quarter", "on the year"):
    then figures and directions may differ and both be right."""
    return any(is_period(both, swap) for swap in both.swaps)


def is_period(both: Alignment, swap: Swap) -> bool:
    """Both words that face each other name a period."""
    return all(_is_period(side.tokens[at[0]].lemma)
               for side, at in ((both.first, swap.first), (both.second, swap.second)))


def is_base(side: Side, at: int) -> bool:
    """A word tells of whom or what a share is taken ("6% of pupils")."""
    if at < _BASE or side.tokens[at - 1].norm != "of":
        return False
    return side.tokens[at - 2].norm in _SHARES


@lru_cache(maxsize=4096)
def _is_period(lemma: str) -> bool:
    return lemma in _PERIOD_NOUNS or not _PERIODS.isdisjoint(lexicon.class_of(lemma))
