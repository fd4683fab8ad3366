"""A claim in its surroundings: what it is about, where and when, and how rare its words are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter

from app.domain.claims import Modality
from app.domain.facts import DateGrain, Day, Fact, FactKind
from app.domain.pairs import Place
from app.engine.aliases import NONE, Aliases
from app.engine.casework.closeness import Closeness
from app.engine.casework.happenings import Happenings, Words, main_place
from app.engine.casework.known import Known
from app.engine.casework.rarity import Rarity
from app.engine.reading import Reading
from app.engine.sides import Side, Wording, side_of, wording_of
from app.engine.tokens import Token, WordKind

_SAYS_LITTLE = frozenset({WordKind.FUNCTION, WordKind.NEGATION, WordKind.NUMBER, WordKind.YEAR,
                          WordKind.ORDINAL, WordKind.MONTH, WordKind.WEEKDAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim of a case, with the ids of its article and of who published that.

    `words` are its lemmas that say something; `around` those of the claims just before and
    after it in the article; `main_place` is what its article is about. `forms` are all its
    words, folded: what a question looks for before it looks closer. `years` are the past years
    and months that it tells of ("in 2017"), none for what it tells as news.
    """

    id: int
    article: int
    source: int
    side: Side
    words: frozenset[str]
    forms: frozenset[str]
    around: tuple[frozenset[str], ...]
    main_place: str
    published_on: date | None
    years: frozenset[int] = frozenset()

    @property
    def near(self) -> frozenset[str]:
        """Its own words and those of the claims just before and after it."""
        return self.words.union(*self.around)

    @property
    def lemmas(self) -> tuple[str, ...]:
        """All its lemmas, in order."""
        return tuple(token.lemma for token in self.side.tokens)

    def facts(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """Its facts of these kinds, in order of place."""
        found = self.side.claim.facts
        return tuple([fact for fact in found if fact.value.kind in kinds]) if found else ()

    def days(self) -> tuple[tuple[date, date, Fact], ...]:
        """Its dates that could be resolved: first day, last day, fact."""
        found = []
        for fact in self.facts(FactKind.DATE):
            value = fact.value
            if isinstance(value, Day) and value.first and value.last:
                found.append((date.fromisoformat(value.first), date.fromisoformat(value.last),
                              fact))
        return tuple(found)

    def of_one_time(self, other: "Told") -> bool:
        """Neither tells of a past year that the other does not name."""
        return self.years == other.years or not self.years.isdisjoint(other.years)

    def where(self, words: str) -> Place | None:
        """The first place of these words in the claim, ignoring capitals."""
        at = self.side.text.casefold().find(words.casefold())
        start = self.side.claim.span.start
        return None if at < 0 else Place(start + at, start + at + len(words))


def place_of(fact: Fact) -> Place:
    """Where a fact stands."""
    return Place(fact.start, fact.end)


class CaseWords:
    """Claims of a case, with what its words are worth.

    Where only some of its articles are read, `whole` tells how often words occur in all of it.
    """

    def __init__(self, readings: Sequence[Reading], aliases: Aliases = NONE,
                 whole: Known | None = None) -> None:
        self.aliases = aliases
        self.closeness = Closeness()
        self.readings = sorted(readings, key=lambda reading: reading.article_id)
        self.titles = {reading.article_id: reading.title for reading in self.readings}
        main = {reading.article_id: main_place(reading) for reading in self.readings}
        texts = _Texts()
        self.told = [told for reading in self.readings
                     for told in _told(reading, main[reading.article_id], texts)]
        words = _article_words(self.readings, self.told)
        if whole is None:
            whole = _counted(self.readings, self.told, words)
        self.whole = whole
        self.happenings = Happenings(self.readings, words, main, whole)
        self.rarity = Rarity(whole.by_claim, whole.claims)
        self.worth = self.rarity.worth
        self.is_rare = self.rarity.is_rare
        self.any_rare = self.rarity.any_rare
        self._total = {words: self.rarity.of_all(words)
                       for words in {told.words for told in self.told}}
        self._ordered: dict[frozenset[str], tuple[str, ...]] = {}

    def shared(self, one: Told, other: Told) -> frozenset[str]:
        """Rare words that both use."""
        return (one.words & other.words) - self.rarity.common

    def likeness(self, one: Told, other: Told) -> tuple[float, float]:
        """How much of the shorter and of the longer claim's worth is shared, 0 to 1 each."""
        return self.rarity.shares(self.rarity.of_all(one.words & other.words),
                                  self._total[one.words], self._total[other.words])

    def overlap(self, ours: frozenset[str], theirs: frozenset[str]) -> tuple[float, float]:
        """How much of the worth of the lesser and of the greater set both share."""
        worth = self.rarity.of_all
        return self.rarity.shares(worth(ours & theirs), worth(ours), worth(theirs))

    def total(self, told: Told) -> float:
        """What all words of a claim are worth together."""
        return self._total[told.words]

    def by_worth(self, told: Told) -> tuple[str, ...]:
        """The words of a claim, the rarest first."""
        known = self._ordered.get(told.words)
        if known is None:
            worth = self.rarity.worth
            known = tuple(sorted(told.words, key=lambda word: (-worth(word), word)))
            self._ordered[told.words] = known
        return known

    def one_event(self, one: Told, other: Told) -> bool:
        """Their articles may tell of one event."""
        return self.happenings.are_one(one.article, other.article)

    @cached_property
    def central(self) -> frozenset[str]:
        """Words that a good part of the articles use: what the case turns on."""
        least = max(3, self.whole.articles / 2)
        return frozenset(word for word, articles in self.whole.by_article.items()
                         if articles >= least)

    def is_elsewhere(self, told: Told) -> bool:
        """The claim opens with a place that no other article names: it tells of something else
        there ("In the port city of Sorvo, ...")."""
        match = _OPENS_IN.match(told.side.text)
        return (match is not None and self.whole.articles > 1
                and self.whole.placed[match[1].casefold()] <= 1
                and match[1].casefold() not in told.main_place.split())

    def event(self, told: Told) -> int:
        """The number of the event that its article tells of: only claims of one number can be
        about one event."""
        return self.happenings.number(told.article)


def _article_words(readings: Sequence[Reading], told: Sequence[Told]) -> dict[int, Words]:
    found = {reading.article_id: Words(Counter(), Counter()) for reading in readings}
    for article, claims in groupby(told, key=attrgetter("article")):
        tokens = list(chain.from_iterable([one.side.tokens for one in claims]))
        names, others = found[article]
        names.update([token.norm for token in tokens if token.kind is WordKind.NAME])
        others.update([token.lemma for token in tokens if token.kind is WordKind.CONTENT])
    return found


def count_words(readings: Sequence[Reading]) -> Known:
    """How often words occur in these articles by themselves."""
    texts = _Texts()
    told = [told for reading in readings for told in _told(reading, "", texts)]
    return _counted(readings, told, _article_words(readings, told))


def _counted(readings: Sequence[Reading], told: Sequence[Told],
             words: Mapping[int, Words]) -> Known:
    found = Known(claims=len(told), articles=len(readings))
    found.by_claim.update(chain.from_iterable(one.words for one in told))
    for _, same in groupby(told, key=attrgetter("article")):
        claims = list(same)
        found.by_article.update(frozenset().union(*(one.words for one in claims)))
        found.placed.update({word for one in claims for word in _places(one)})
    for own in words.values():
        found.named.update(own.names.keys())
        found.others.update(own.others.keys())
    return found


def _places(told: Told) -> Iterator[str]:
    for fact in told.facts(FactKind.PLACE, FactKind.ORGANISATION):
        yield from str(fact.value).casefold().split()


class _Texts(dict[str, tuple[Wording, frozenset[str]]]):
    """The words of each text of a case, and those that say something: what several articles
    print (a quotation, a paragraph of an agency) is read and kept once."""

    def __missing__(self, text: str) -> tuple[Wording, frozenset[str]]:
        wording = wording_of(text)
        self[text] = wording, _words(wording.tokens)
        return self[text]


def _told(reading: Reading, main: str, texts: _Texts) -> list[Told]:
    said = [texts[claim.text] for claim in reading.claims]
    words = [own for _, own in said]
    sides = [side_of(claim, article_id=reading.article_id, source_id=reading.source_id,
                     published_on=reading.published_on, wording=wording)
             for claim, (wording, _) in zip(reading.claims, said, strict=True)]
    return [
        Told(id=side.claim.id, article=reading.article_id, source=reading.source_id,
             side=side, words=words[at], forms=said[at][0].norms,
             main_place=main, published_on=reading.published_on,
             years=_times(side, reading.published_on),
             around=tuple(words[max(0, at - 1):at] + words[at + 1:at + 2]))
        for at, side in enumerate(sides)
    ]


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset([token.lemma for token in tokens
                      if token.kind not in _SAYS_LITTLE and len(token.lemma) > 1])


_YEAR = re.compile(r"\b(?:[Ii]n|[Oo]f|[Ff]rom) (?:[A-Z][a-z]+ )?((?:1[5-9]|20)\d\d)\b"
                   r"|\b([Ll]ast) (?:year|season|summer|winter|autumn|spring)\b"
                   r"|\bsince ((?:1[5-9]|20)\d\d), when\b")


_NO_YEARS: frozenset[int] = frozenset()
_YEAR_SIGN = re.compile("1[5-9]|20|ast ")
_PAST = timedelta(days=30)
_SINCE = re.compile(r"\bsince (?:[a-z]+ ){0,5}$", re.IGNORECASE)


def _times(side: Side, published_on: date | None) -> frozenset[int]:
    """The past years that a claim names, and the months (as year * 100 + month) of its dates
    that lie more than thirty days before its article; a claim of what will be tells of none."""
    found = set(_years(side.text, published_on))
    if published_on is not None and side.claim.modality is not Modality.WILL:
        base = side.claim.span.start
        for fact in side.claim.facts:
            value = fact.value
            if (isinstance(value, Day) and value.first and value.last
                    and value.grain in {DateGrain.DAY, DateGrain.MONTH}):
                first = date.fromisoformat(value.first)
                if date.fromisoformat(value.last) < published_on - _PAST and not _SINCE.search(
                        side.text[:fact.start - base]):
                    found.add(first.year * 100 + first.month)
    return frozenset(found) if found else _NO_YEARS


def _years(text: str, published_on: date | None) -> frozenset[int]:
    """Years before the article's own that a claim tells of; without a date of the article
    every year counts."""
    if not _YEAR_SIGN.search(text):
        return _NO_YEARS
    now = published_on.year if published_on else _LATEST
    found = {now - 1 if match[2] else int(match[1] or match[3])
             for match in _YEAR.finditer(_RELATIVE.sub("", text))}
    return frozenset(year for year in found if year < now)


_RELATIVE = re.compile(r", (?:who|whose|which|where) [^,;]*"
                       r"|\b(?:Act|Law|Treaty|Code|Order|Convention|Accord|Constitution) of \d{4}")
"""What a claim says in passing: "Lene Brandt, who was mayor from 1998", "the Water Act of 1991"."""

_LATEST = 9999
_OPENS_IN = re.compile(r"(?:But |And )?[Ii]n (?:the (?:[a-z]+ ){1,4}of )?([A-Z]\w+)[,\w ]*?,")
