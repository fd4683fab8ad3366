"""The subject of a verb of saying: a name, a pronoun, an office, or an unnamed source.

Whatever stands there is taken to the fullest name of the article; a source that has no name keeps
its own words ("two officials"), a pronoun that cannot be resolved stays "".
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.facts import FactKind
from app.engine.facts.gazetteer import OUTLET_HEADS, TITLES
from app.engine.facts.genders import can_mean, pronoun_of
from app.engine.facts.mentions import Mention
from app.engine.listing import listed
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
_OUTLET_NOUNS = listed("""
    outlet newspaper network agency paper station magazine broadcaster site website wire
""")
_CHANNELS = frozenset({"radio", "channel", "tv"})
_NOBODY = listed("it this that there what which who i we you nobody no none everybody everyone")
_ARTICLES = frozenset({"the", "a", "an"})
_LINKS = frozenset({"of", "for", "with", "in"})
_LONGEST = 8
_REMEMBERED = 8
_LONGEST_LINK = 3
_NAMES = frozenset({FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE})


class Source(NamedTuple):
    """Who says something, on the words `first` to `last`."""

    name: str
    first: int
    last: int
    is_outlet: bool = False


@dataclass(slots=True)
class Memory:
    """Whom the article has spoken of so far: persons with the pronoun that fits each, those who
    spoke last, holders of offices, outlets.
    """

    pronouns: dict[str, str] = field(default_factory=dict)
    spoken: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    outlet: str = ""
    body: str = ""
    holders: dict[str, str] = field(default_factory=dict)

    def hear(self, mention: Mention) -> None:
        """Note a name in passing: a person, an office, an outlet, a body."""
        if mention.kind is FactKind.PERSON:
            known = self.pronouns.get(mention.name, "")
            self.pronouns[mention.name] = pronoun_of(mention.name, mention.office) or known
            self.spoken.append(mention.name)
        if mention.office:
            self.holders[mention.office.split()[-1]] = mention.name
            self.holders[mention.office] = mention.name
        if mention.kind is FactKind.ORGANISATION:
            if is_outlet(mention.name):
                self.outlet = mention.name
            else:
                self.body = mention.name


    def speaks(self, name: str) -> None:
        """The person is the one whom the next pronoun means first."""
        if name in self.pronouns:
            self.spoken.append(name)

    def meant(self, pronoun: str, near: Sequence[str]) -> str:
        """Whom a pronoun means: the last of `near` that fits, else the last one spoken of."""
        for name in (*reversed(near), *reversed(self.spoken)):
            if can_mean(pronoun, self.pronouns.get(name) or pronoun_of(name, "")):
                return name
        return ""


def is_outlet(name: str) -> bool:
    """A news outlet by its name or its call sign."""
    last = name.rsplit(maxsplit=1)[-1].lower() if name else ""
    call_sign = len(name) == len("KABC") and name.isupper() and name[0] in "KW"
    first = name.partition(" ")[0].lower()
    return last in OUTLET_HEADS or first in _CHANNELS or call_sign


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
        if place in self.ends:
            return self._named(self.ends[place])
        if low in PRONOUNS:
            return self._pronoun(place, first)
        if low in {"who", ","}:
            return self._apposed(place, first)
        if low in _NOBODY or low in CALLING or low.endswith("ing"):
            return None
        return self._described(place, first)

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
        return self._source(start, end - 1) if end > start else None

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
        name = "" if pronoun == "they" else self.memory.meant(pronoun, before)
        return Source(name, place, place)

    def is_theirs(self, mention: Mention) -> bool:
        """The name stands in the possessive or in a quotation: nobody's subject."""
        possessive = self.words.lows[mention.last].endswith(("'s", "s'"))
        return possessive or bool(self.quoted[mention.first])

    def _apposed(self, comma: int, first: int) -> Source | None:
        """The name before "…, the mayor pro tempore," whose last comma is at `comma`."""
        for mention in reversed(self.between(max(first, comma - 30), comma - 1)):
            opens = self.words.low(mention.last + 1) in {",", "("} and mention.last + 1 < comma
            is_relative = self.words.lows[comma] == "who" and mention.last + 1 <= comma
            if (opens or is_relative) and mention.kind is not FactKind.PLACE:
                return self._named(mention)
        return None

    def _described(self, place: int, first: int) -> Source | None:
        """An unnamed source in its own words, or an office resolved to its holder."""
        lows = self.words.lows
        start = place
        while start > first and place - start < _LONGEST and self._belongs(start - 1, place):
            start -= 1
            if lows[start] in _ARTICLES and self.words.low(start - 1) not in _LINKS:
                break
        return self._source(start, place)

    def _belongs(self, at: int, place: int) -> bool:
        """The word at `at` is part of the description that ends at `place`."""
        low = self.words.lows[at]
        if self.quoted[at]:
            return False
        if low in NP_STOPS:
            return low in _LINKS and place - at <= _LONGEST_LINK
        return not is_finite(self.words, at, self.ends)

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
        if last in _OUTLET_NOUNS and memory.outlet:
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
