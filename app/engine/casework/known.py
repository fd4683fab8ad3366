"""How often words occur in a case: counted while it is read whole, kept for when it is not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Uses(NamedTuple):
    """How many claims of a case use a word; how many articles use it in a claim, as a name, as
    another word, and name it as a place."""

    claims: int
    articles: int
    named: int
    others: int
    placed: int


@dataclass(slots=True, kw_only=True)
class Known:
    """What is counted in a case: its claims, its articles, and the uses of words in them."""

    claims: int = 0
    articles: int = 0
    by_claim: Counter[str] = field(default_factory=Counter)
    by_article: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)

    def words(self) -> frozenset[str]:
        """All words that are counted here."""
        return frozenset().union(self.by_claim, self.named, self.others, self.placed)

    def uses(self, word: str) -> Uses:
        """How often a word occurs."""
        return Uses(self.by_claim[word], self.by_article[word], self.named[word],
                    self.others[word], self.placed[word])

    def grow(self, other: "Known") -> None:
        """Count what was counted elsewhere as well."""
        self.claims += other.claims
        self.articles += other.articles
        for mine, more in zip(self.counts(), other.counts(), strict=True):
            mine.update(more)

    def cover(self, other: "Known") -> None:
        """Count no less than was counted elsewhere: some of it may be newer."""
        self.claims = max(self.claims, other.claims)
        self.articles = max(self.articles, other.articles)
        for mine, more in zip(self.counts(), other.counts(), strict=True):
            for word, count in more.items():
                mine[word] = max(mine[word], count)

    def counts(self) -> tuple[Counter[str], ...]:
        """The counts of each use, in the order of `Uses`."""
        return self.by_claim, self.by_article, self.named, self.others, self.placed


def known(claims: int, articles: int, uses: Iterable[tuple[str, Uses]]) -> Known:
    """What was kept of a case, for some of its words."""
    found = Known(claims=claims, articles=articles)
    for word, use in uses:
        for counts, count in zip(found.counts(), use, strict=True):
            if count:
                counts[word] = count
    return found
