"""A claim in its surroundings: what it is about, where and when, and how rare its words are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from app.domain.facts import Day, Fact, FactKind
from app.domain.pairs import Place
from app.engine.aliases import NONE, Aliases
from app.engine.casework.happenings import Happenings, main_place
from app.engine.reading import Reading
from app.engine.sides import Side, side_of
from app.engine.tokens import WordKind

_SAYS_LITTLE = frozenset({WordKind.FUNCTION, WordKind.NEGATION, WordKind.NUMBER, WordKind.YEAR,
                          WordKind.ORDINAL, WordKind.MONTH, WordKind.WEEKDAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim of a case. `words` are its lemmas that say something; `near` those of the
    claims just before and after it in the article; `main_place` is what its article is about.
    `forms` are all its words, folded: what a question looks for before it looks closer.
    """

    side: Side
    words: frozenset[str]
    forms: frozenset[str]
    near: frozenset[str]
    main_place: str
    published_on: date | None

    @property
    def id(self) -> int:
        """The claim's id."""
        return self.side.claim.id

    @property
    def article(self) -> int:
        """The id of the article it stands in."""
        return self.side.article_id

    @property
    def source(self) -> int:
        """The id of who published it."""
        return self.side.source_id

    @property
    def lemmas(self) -> tuple[str, ...]:
        """All its lemmas, in order."""
        return tuple(token.lemma for token in self.side.tokens)

    def facts(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """Its facts of these kinds, in order of place."""
        return tuple(fact for fact in self.side.claim.facts if fact.kind in kinds)

    def days(self) -> tuple[tuple[date, date, Fact], ...]:
        """Its dates that could be resolved: first day, last day, fact."""
        found = []
        for fact in self.facts(FactKind.DATE):
            value = fact.value
            if isinstance(value, Day) and value.first and value.last:
                found.append((date.fromisoformat(value.first), date.fromisoformat(value.last),
                              fact))
        return tuple(found)

    def where(self, words: str) -> Place | None:
        """The first place of these words in the claim, ignoring capitals."""
        at = self.side.text.casefold().find(words.casefold())
        start = self.side.claim.span.start
        return None if at < 0 else Place(start + at, start + at + len(words))


def place_of(fact: Fact) -> Place:
    """Where a fact stands."""
    return Place(fact.start, fact.end)


class CaseWords:
    """All claims of a case, with what its words are worth.

    A word that few claims use is worth more: ln(1 + claims / claims with the word).
    """

    def __init__(self, readings: Sequence[Reading], aliases: Aliases = NONE) -> None:
        self.aliases = aliases
        self.readings = sorted(readings, key=lambda reading: reading.article_id)
        self.titles = {reading.article_id: reading.title for reading in self.readings}
        self.told = [told for reading in self.readings for told in _told(reading)]
        self.happenings = Happenings(self.readings)
        self._spread = Counter(word for told in self.told for word in told.words)
        self._worth = {word: log(1 + len(self.told) / spread)
                       for word, spread in self._spread.items()}

    def worth(self, word: str) -> float:
        """How much it says that two claims share the word; 0 for a word nobody uses."""
        return self._worth.get(word, 0.0)

    def is_rare(self, word: str) -> bool:
        """At most a sixth of the claims use the word (but four claims always may)."""
        return self._spread[word] <= max(4, len(self.told) / 6)

    def shared(self, one: Told, other: Told) -> frozenset[str]:
        """Rare words that both use."""
        return frozenset(word for word in one.words & other.words if self.is_rare(word))

    def likeness(self, one: Told, other: Told) -> tuple[float, float]:
        """How much of the shorter and of the longer claim's worth is shared, 0 to 1 each."""
        return self.overlap(one.words, other.words)

    def overlap(self, ours: frozenset[str], theirs: frozenset[str]) -> tuple[float, float]:
        """How much of the worth of the lesser and of the greater set both share."""
        worth = self._worth
        common = sum(worth[word] for word in ours & theirs)
        one, other = (sum(worth.get(word, 0.0) for word in words) for words in (ours, theirs))
        low, high = min(one, other), max(one, other)
        return (common / low, common / high) if low else (0.0, 0.0)

    def one_event(self, one: Told, other: Told) -> bool:
        """Their articles may tell of one event."""
        if one.article == other.article:
            return True
        return self.happenings.are_one(one.article, other.article)

    def event(self, told: Told) -> int:
        """The number of the event that its article tells of: only claims of one number can be
        about one event."""
        return self.happenings.number(told.article)


def _told(reading: Reading) -> list[Told]:
    sides = [side_of(claim, article_id=reading.article_id, source_id=reading.source_id,
                     published_on=reading.published_on) for claim in reading.claims]
    words = [_words(side) for side in sides]
    main = main_place(reading)
    return [
        Told(side=side, words=words[at], forms=frozenset(token.norm for token in side.tokens),
             main_place=main, published_on=reading.published_on,
             near=frozenset().union(*words[max(0, at - 1):at + 2]))
        for at, side in enumerate(sides)
    ]


def _words(side: Side) -> frozenset[str]:
    return frozenset(token.lemma for token in side.tokens
                     if token.kind not in _SAYS_LITTLE and len(token.lemma) > 1)
