"""The subject of a verb of saying: a name, a pronoun, an office, or an unnamed source.

Whatever stands there is taken to the fullest name of the article; a source that has no name keeps
its own words ("two officials"), a pronoun that cannot be resolved stays "".
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.facts import FactKind
from app.engine.facts.gazetteer import TITLES
from app.engine.facts.mentions import Mention
from app.engine.listing import listed
from app.engine.memory import Memory, fits_outlet, is_outlet
from app.engine.verbs import AUXILIARIES, CALLING, is_finite
from app.engine.words import Words

PRONOUNS = frozenset({"he", "she", "they"})
NP_STOPS = listed("""
    , . ; : ( ) “ ” \" — – that which who and but while as when if because though although however
    so whereas where since after before said in on at to from by with for during meanwhile
    additionally therefore
""")
_ADVERBS = listed("""
    also later then once again now still even recently already previously earlier meanwhile further
    simply both all never always first just only often too
""")
OUTLET_NOUNS = listed("""
    outlet newspaper network agency paper station magazine broadcaster site website wire
""")
_APPOSING = frozenset({"who", "a", "an", "the", "his", "her", "its", "their", "which"})
_NOBODY = listed("it this that there what which who i we you nobody no none everybody everyone")
_ARTICLES = frozenset({"the", "a", "an"})
_LINKS = frozenset({"of", "for", "with", "in", "from", "at"})
_WHERE = _LINKS | {"near"}
_TOWARDS = frozenset({"close", "adviser", "advisers", "advisor", "aide", "aides", "ambassador",
                      "envoy", "spokesman", "spokeswoman", "lawyer"})
_LIMITING = frozenset({FactKind.PLACE, FactKind.ORGANISATION})
_LONGEST = 8
_LONGEST_LINK = 3
_NAMES = frozenset({FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE})


class Source(NamedTuple):
    """Who says something, on the words `first` to `last`."""

    name: str
    first: int
    last: int
    is_outlet: bool = False


@dataclass(slots=True)
class Sources:
    """Finds sources left and right of a verb, remembering who was spoken of."""

    words: Words
    quoted: bytearray
    mentions: list[Mention]
    memory: Memory = field(default_factory=Memory)
    ends: dict[int, Mention] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [mention.first for mention in self.mentions]
        self.ends = {mention.last: mention for mention in self.mentions}

    def between(self, first: int, last: int) -> list[Mention]:
        """The names on the words `first` to `last`."""
        return self.mentions[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def left(self, at: int, first: int) -> Source | None:
        """The source that ends right before the verb at `at`, in a sentence from `first` on."""
        place = self._before_adverbs(at - 1, first)
        if place < first or self.quoted[place]:
            return None
        low = self.words.lows[place]
        if place in self.ends and not self._is_where(self.ends[place]):
            return self._named(self.ends[place])
        if low in PRONOUNS:
            return self._pronoun(place, first)
        if low in {"who", ","}:
            return self._apposed(place, first)
        if low in _NOBODY or low in NP_STOPS or low in CALLING or low.endswith("ing"):
            return None
        return self._described(place, first)

    def _is_where(self, mention: Mention) -> bool:
        """As in "all households in Upper Arden", "an analyst at Krona Bank": a name that only
        limits the subject."""
        at = mention.first - 1
        at -= self.words.low(at) == "the"
        return mention.kind in _LIMITING and self.words.low(at) in _WHERE

    def right(self, start: int, last: int) -> Source | None:
        """The source after "said" or "according to", in a sentence up to `last`."""
        words = self.words
        if words.low(start) in PRONOUNS:
            return self._pronoun(start, start)
        for mention in self.between(start, min(last, start + 6)):
            if any(low in NP_STOPS for low in words.lows[start : mention.first]):
                break
            named = self._named(mention)
            if named is not None:
                return named._replace(last=mention.last)
        end = start
        while end <= last and end - start < _LONGEST and not self.quoted[end]:
            if words.lows[end] in NP_STOPS:
                break
            end += 1
        verbs = (at for at in range(start + 1, end) if is_finite(self.words, at, self.ends))
        if end <= start or next(verbs, -1) > 0:
            return None  # "said the cup was": what seems a subject has a verb of its own
        apposed = self._apposed_after(end, last) or self._seen_by(start, end, last)
        return apposed or self._source(start, end - 1)

    def _seen_by(self, start: int, end: int, last: int) -> Source | None:
        """As in "according to a report seen by Reuters"."""
        named = self.between(end + 1, min(last, end + 2)) if self.words.low(end) == "by" else []
        for mention in named[:1]:
            if is_outlet(mention.name):
                return Source(mention.name, start, mention.last, is_outlet=True)
        return None

    def _apposed_after(self, comma: int, last: int) -> Source | None:
        """As in "said her agent, Jon Aske": the person whom a description goes before."""
        named = self.between(comma + 1, comma + 3) if self.words.low(comma) == "," else []
        for mention in named[:1]:
            closes = mention.last >= last or self.words.low(mention.last + 1) in {",", ".", "who"}
            if mention.kind is FactKind.PERSON and closes and mention.last <= last:
                return self._named(mention)
        return None

    def _before_adverbs(self, place: int, first: int) -> int:
        """The last word of the subject: adverbs, auxiliaries and a party mark are passed over."""
        lows = self.words.lows
        while place >= first and not self.quoted[place] and _accompanies(lows[place]):
            place -= 1
        if place >= first and lows[place] == ")":
            for back in range(place, max(first, place - _LONGEST), -1):
                if lows[back] == "(":
                    return back - 1
        return place

    def _named(self, mention: Mention) -> Source | None:
        """A name as a source, from the first word of its office on."""
        if mention.kind not in _NAMES:
            return None
        start = mention.first
        if 0 <= mention.office_first < start:
            start = mention.office_first
        if self.words.low(start - 1) == "the":
            start -= 1
        outlet = mention.kind is FactKind.ORGANISATION and is_outlet(mention.name)
        return Source(self._with_companion(mention, start), start, mention.last, outlet)

    def _with_companion(self, mention: Mention, start: int) -> str:
        """As in "Wu and Johnson", where two persons speak with one verb."""
        at = start - 1
        if at in self.ends and self.ends[at].kind is FactKind.PLACE:
            at = self.ends[at].first - 1
        other = self.ends.get(at - 1) if self.words.low(at) == "and" else None
        if other is None or not (other.kind is mention.kind is FactKind.PERSON):
            return mention.name
        return f"{other.name} and {mention.name}"

    def _pronoun(self, place: int, first: int) -> Source:
        """The person a pronoun stands for: nearest before in the sentence, else the last one."""
        before = [
            mention.name
            for mention in self.between(first, place - 1)
            if mention.kind is FactKind.PERSON and not self.is_theirs(mention)
        ]
        pronoun = self.words.lows[place]
        return Source(self.memory.meant(pronoun, before), place, place)

    def is_theirs(self, mention: Mention) -> bool:
        """The name stands in the possessive or in a quotation: nobody's subject."""
        possessive = self.words.lows[mention.last].endswith(("'s", "s'"))
        return possessive or bool(self.quoted[mention.first])

    def _apposed(self, comma: int, first: int) -> Source | None:
        """The name before "…, the mayor pro tempore," whose last comma is at `comma`."""
        for mention in reversed(self.between(max(first, comma - 30), comma - 1)):
            opens = self.words.low(mention.last + 1) in {",", "("} and mention.last + 1 < comma
            is_relative = self.words.lows[comma] == "who" and mention.last + 1 <= comma
            is_between = mention.last + 1 == comma and self.words.low(mention.first - 1) == ","
            if (opens or is_relative) and mention.kind is not FactKind.PLACE:
                return self._named(mention)
            if is_between and mention.kind is FactKind.PERSON and self._describes(mention, first):
                return self._named(mention)
        return self._before_comma(comma, first)

    def _describes(self, mention: Mention, first: int) -> bool:
        """Words without a verb of their own stand before the name: "a neighbour, Bo Reed,"."""
        start = mention.first - 2
        while start >= first and self.words.lows[start] not in NP_STOPS:
            if is_finite(self.words, start, self.ends):
                return False
            start -= 1
        return start < mention.first - 2

    def _before_comma(self, comma: int, first: int) -> Source | None:
        """As in "Amadi, who turned 25, said": the words before the first comma, a name or not."""
        lows, at = self.words.lows, first
        while at < comma and lows[at] != ",":
            at += 1
        apposed = lows[at + 1 : at + 2] and lows[at + 1] in _APPOSING
        if at >= comma or at == first or not apposed or self.quoted[at]:
            return None
        return self._described(at - 1, first)

    def _described(self, place: int, first: int) -> Source | None:
        """An unnamed source in its own words, or an office resolved to its holder."""
        lows = self.words.lows
        start = place
        while start > first and place - start < _LONGEST and self._belongs(start - 1, place):
            start -= 1
            if lows[start] in _ARTICLES and not self._is_link(start - 1):
                break
        return self._source(start, place)

    def _is_link(self, at: int) -> bool:
        low = self.words.low(at)
        return low in _LINKS or (low == "to" and self.words.low(at - 1) in _TOWARDS)

    def _belongs(self, at: int, place: int) -> bool:
        """The word at `at` is part of the description that ends at `place`."""
        low = self.words.lows[at]
        if self.quoted[at]:
            return False
        if low in NP_STOPS:
            return self._is_link(at) and place - at <= _LONGEST_LINK
        return low in _TOWARDS or not is_finite(self.words, at, self.ends)

    def _source(self, start: int, end: int) -> Source | None:
        """The source that the words `start` to `end` describe."""
        lows = self.words.lows[start : end + 1]
        if not lows or lows[0] in _NOBODY or not self.words.words[end][0].isalpha():
            return None
        if lows[0] == "the":
            known = self._known(lows[1:])
            if known is not None:
                return known._replace(first=start, last=end)
        person = self.ends.get(end)
        if person is not None and person.kind is FactKind.PERSON:
            return Source(person.name, start, end)
        return Source(_unarticled(self.words.surface(start, end)), start, end)

    def _known(self, lows: list[str]) -> Source | None:
        """As in "the news outlet", "the mayor", "the party": somebody named before."""
        memory, last = self.memory, lows[-1] if lows else ""
        if last in OUTLET_NOUNS and fits_outlet(last, memory.outlet):
            return Source(memory.outlet, 0, 0, is_outlet=True)
        office = " ".join(lows)
        holder = memory.holders.get(office)
        if holder is None and last in TITLES and lows[0] not in {"former", "new"}:
            holder = memory.holders.get(last)
        if holder:
            return Source(holder, 0, 0)
        body = len(lows) == 1 and last in memory.body.lower().split()
        return Source(memory.body, 0, 0) if body else None


def _accompanies(low: str) -> bool:
    """A word that can stand between a subject and its verb."""
    return low in _ADVERBS or low in AUXILIARIES or low.endswith("ly")


def _unarticled(description: str) -> str:
    """An unnamed source without its article, one space between words."""
    words = description.split()
    return " ".join(words[1:] if words[0].lower() in _ARTICLES and len(words) > 1 else words)
