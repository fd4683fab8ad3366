"""Who says a claim: verbs of saying outside quotations, their subjects, and through whom.

Grammar of an attribution, outside quotations:
    left      = subject [adverb|auxiliary]* verb            "Bass said", "critics argue"
    apposed   = Name "," words "," verb                     "Kusumoto, the mayor pro tempore, said"
    inverted  = verb subject                                ", said councilmember Hugo ..."
    according = "according to" subject
    told      = "told" outlet                               via
The subject is a name of the article, a pronoun or an office resolved to one, or an unnamed source
in its own words. A second attribution to an outlet is how the article came by it: `via`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from app.domain.facts import FactKind
from app.engine.facts.gazetteer import OUTLET_HEADS, TITLES
from app.engine.facts.mentions import Mention
from app.engine.listing import listed
from app.engine.verbs import (
    AUXILIARIES,
    CALLING,
    PROMISING,
    SAYING,
    SPOKEN,
    STRONG_SAYING,
    is_finite,
)
from app.engine.words import Words

_PRONOUNS = frozenset({"he", "she", "they", "it"})
_ADVERBS = listed("""
    also later then once again now still even recently already previously earlier meanwhile
    further simply both all reportedly never always first just only often too
""")
_MARKS = frozenset('“”"«»„')
_NP_STOPS = listed("""
    , . ; : ( ) “ ” " — – that which who and but while as when if because though although
    however so whereas where since after before said in on at to from by with for during
    meanwhile additionally therefore
""")
_DETERMINERS = listed("""
    the a an some many most several two three four five six both one other another his her
    their its no few all any these those local state federal legal
""")
_OUTLET_NOUNS = listed("""
    outlet newspaper network agency paper station magazine broadcaster site website wire
""")
_NEVER = listed("it this that there what which who i we you")
_NO_SAYING_AFTER = listed("to the a of is are was were be been not without is being")
_LONGEST_SOURCE = 8


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying with its subject, on the words `first` to `last`.

    `name` is "" when a pronoun could not be resolved. `trails` says that what is said stands
    before it. `is_outlet` says that the subject is a news outlet.
    """

    name: str
    verb: str
    at: int
    first: int
    last: int
    via: str = ""
    trails: bool = False
    is_outlet: bool = False


@dataclass(slots=True)
class Memory:
    """Whom the article has spoken of so far: the last person, holders of offices, outlets."""

    person: str = ""
    outlet: str = ""
    body: str = ""
    holders: dict[str, str] = field(default_factory=dict)

    def hear(self, mention: Mention) -> None:
        """Note a name in passing: its office, an outlet, a body."""
        if mention.office:
            self.holders[mention.office.split()[-1]] = mention.name
            self.holders[mention.office] = mention.name
        if mention.kind is FactKind.ORGANISATION:
            if is_outlet(mention.name):
                self.outlet = mention.name
            else:
                self.body = mention.name


def is_outlet(name: str) -> bool:
    """A news outlet by its name or its call sign."""
    last = name.rsplit(maxsplit=1)[-1].lower() if name else ""
    call_sign = len(name) == 4 and name.isupper() and name[0] in "KW"  # noqa: PLR2004
    return last in OUTLET_HEADS or call_sign


@dataclass(slots=True)
class Listener:
    """Reads attributions sentence by sentence, remembering who was spoken of."""

    words: Words
    quoted: bytearray
    mentions: list[Mention]
    memory: Memory = field(default_factory=Memory)
    _starts: list[int] = field(default_factory=list)
    _ends: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [mention.first for mention in self.mentions]
        self._ends = {mention.last: mention for mention in self.mentions}

    def listen(self, first: int, last: int) -> list[Attribution]:
        """The attributions of the sentence on the words `first` to `last`, in order."""
        found = []
        for at in range(first, last + 1):
            low = self.words.lows[at]
            if self.quoted[at] or (low not in SAYING and low != "according"):
                continue
            one = self._according(at, last) if low == "according" else self._said(at, first, last)
            if one is not None:
                found.append(one)
        return found

    def remember(self, first: int, last: int, attributions: list[Attribution]) -> None:
        """Note whom the sentence spoke of, for the pronouns of the next."""
        subject = ""
        for mention in self.between(first, last):
            self.memory.hear(mention)
            is_theirs = self.words.lows[mention.last].endswith(("'s", "s'"))
            if (
                mention.kind is FactKind.PERSON
                and not subject
                and not is_theirs
                and not self.quoted[mention.first]
            ):
                subject = mention.name
        people = [one.name for one in attributions if one.name and not one.is_outlet]
        self.memory.person = (people[0] if people else "") or subject or self.memory.person

    def between(self, first: int, last: int) -> list[Mention]:
        """The names on the words `first` to `last`."""
        return self.mentions[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def _according(self, at: int, last: int) -> Attribution | None:
        """As in "according to KABC"."""
        if self.words.low(at + 1) != "to":
            return None
        source = self._source_right(at + 2, last)
        if source is None:
            return None
        name, end, outlet = source
        return Attribution(
            name,
            "according to",
            at,
            at,
            end,
            trails=self.words.low(at - 1) == ",",
            is_outlet=outlet,
        )

    def _said(self, at: int, first: int, last: int) -> Attribution | None:
        """The attribution whose verb of saying is at `at`."""
        words, low = self.words, self.words.lows[at]
        if words.low(at - 1) in _NO_SAYING_AFTER:
            return None
        if not self._has_content(at, low, last, first):
            return None
        left = None if self._ends_quote(at - 1) else self._subject_left(at, first)
        if left is not None:
            name, start, outlet = left
            end = self._tail(at, last)
            return Attribution(
                name,
                low,
                at,
                start,
                end,
                via=self._via(at, first, last),
                trails=self._trails(start, at, first, last),
                is_outlet=outlet,
            )
        right = self._source_right(at + 1, last) if self._may_invert(at, low) else None
        if right is None:
            return None
        name, end, outlet = right
        return Attribution(
            name, low, at, at, end, via=self._via(at, first, last), trails=True, is_outlet=outlet
        )

    def _ends_quote(self, at: int) -> bool:
        """A quotation ends at this word."""
        return at >= 0 and self.words.words[at] in '”"»' and bool(self.quoted[at])

    def _may_invert(self, at: int, low: str) -> bool:
        """The verb can stand before its subject here."""
        return low in SPOKEN and (
            self._ends_quote(at - 1) or self.words.low(at - 1) in {",", "—", "–"}
        )

    def _trails(self, start: int, at: int, first: int, last: int) -> bool:
        """What is said stands before the subject: after a quotation or a comma, near the end."""
        if start <= first:
            return False
        before = self.words.words[start - 1]
        ends = (
            at >= last - 1
            or self.words.low(at + 1)
            in {".", ",", "according", "in", "on", "at", "during", "recently", "as", "after"}
            or self.words.low(at + 1) in _DAYS
        )
        return self._ends_quote(start - 1) or (before == "," and ends)

    def _tail(self, at: int, last: int) -> int:
        """The last word of "told KTTV this week that"."""
        return min(last, at + 1) if self.words.low(at + 1) == "that" else at

    def _has_content(self, at: int, low: str, last: int, first: int) -> bool:
        """Something said stands beside the verb: always for "said", else a sign of it."""
        words = self.words
        if low in STRONG_SAYING:
            return True
        ahead = words.lows[at + 1 : min(last, at + 9) + 1]
        if any(self.quoted[at + 1 : min(last, at + 9) + 1]):
            return True
        if low in CALLING:
            return False
        if low in PROMISING and "to" in ahead[:2]:
            return True
        if "that" in ahead[:1] or (
            "that" in ahead[:4]
            and not any(
                self._finite(place) for place in range(at + 1, at + 1 + ahead.index("that"))
            )
        ):
            return True
        if at >= last - 1 or self._ends_quote(at - 1) or any(self.quoted[max(first, at - 8) : at]):
            return True
        return self._clause_ahead(at + 1, last)

    def _finite(self, at: int) -> bool:
        return is_finite(self.words, at, self._ends)

    def _clause_ahead(self, start: int, last: int) -> bool:
        """A subject and a finite verb follow the verb directly."""
        words = self.words
        if words.low(start) in _PRONOUNS | {"we", "i", "there"}:
            return True
        if (
            words.low(start)
            not in _DETERMINERS
            | _PRONOUNS
            | {"we", "i", "there", "this", "his", "her", "officers", "people"}
            and start not in self._ends
            and not any(mention.first == start for mention in self.between(start, start))
        ):
            return False
        for at in range(start + 1, min(last, start + 8) + 1):
            if words.lows[at] in _NP_STOPS - {"in", "on", "at", "to", "from", "by", "with", "for"}:
                return False
            if self._finite(at):
                return True
        return False

    def _subject_left(self, at: int, first: int) -> tuple[str, int, bool] | None:
        """The subject that ends right before the verb at `at`: name, first word, outlet."""
        words = self.words
        place = at - 1
        while (
            place >= first
            and not self.quoted[place]
            and (
                words.lows[place] in _ADVERBS
                or words.lows[place] in AUXILIARIES - {"it's", "that's"}
                or words.lows[place].endswith("ly")
            )
        ):
            place -= 1
        if place >= first and words.lows[place] == ")":
            while place > first and words.lows[place] != "(":
                place -= 1
            place -= 1
        if place < first or self.quoted[place]:
            return None
        low = words.lows[place]
        if place in self._ends:
            return self._named(self._ends[place])
        if low in _PRONOUNS:
            return self._pronoun(low, place, first)
        if low == "who":
            return self._apposed(place, first)
        if low in {"that", "which"}:
            return None
        if low == ",":
            return self._apposed(place, first)
        if low.endswith("ing") or low in CALLING:
            return None
        return self._described_left(place, first)

    def _named(self, mention: Mention) -> tuple[str, int, bool] | None:
        """A name as a subject, from the first word of its office on."""
        if mention.kind not in {FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE}:
            return None
        start = (
            mention.first if mention.office_first < 0 else min(mention.office_first, mention.first)
        )
        if self.words.low(start - 1) == "the":
            start -= 1
        name = self._with_companion(mention, start)
        return name, start, mention.kind is FactKind.ORGANISATION and is_outlet(mention.name)

    def _with_companion(self, mention: Mention, start: int) -> str:
        """As in "Wu and Johnson" where two persons speak with one verb."""
        at = start - 1
        if at in self._ends and self._ends[at].kind is FactKind.PLACE:
            at = self._ends[at].first - 1
        companion = self._ends.get(at - 1) if self.words.low(at) == "and" else None
        both = companion is not None and companion.kind is mention.kind is FactKind.PERSON
        return f"{companion.name} and {mention.name}" if both and companion else mention.name

    def _pronoun(self, low: str, place: int, first: int) -> tuple[str, int, bool] | None:
        """The person a pronoun stands for: nearest before in the sentence, else the last one."""
        if low == "it":
            return None
        before = [
            mention.name
            for mention in self.between(first, place - 1)
            if mention.kind is FactKind.PERSON
            and not self.words.lows[mention.last].endswith("'s")
            and not self.quoted[mention.first]
        ]
        name = before[-1] if before else self.memory.person
        return ("" if low == "they" else name), place, False

    def _apposed(self, comma: int, first: int) -> tuple[str, int, bool] | None:
        """The name before "…, the mayor pro tempore," whose last comma is at `comma`."""
        for mention in reversed(self.between(first, comma - 1)):
            opens = self.words.low(mention.last + 1) in {",", "("} and mention.last + 1 < comma
            if opens and mention.kind is not FactKind.PLACE:
                return self._named(mention)
        return None

    def _described_left(self, place: int, first: int) -> tuple[str, int, bool] | None:
        """An unnamed source in its own words, or an office resolved to its holder."""
        words = self.words
        start = place
        while (
            start > first
            and place - start < _LONGEST_SOURCE
            and not self.quoted[start - 1]
            and (
                (words.lows[start - 1] not in _NP_STOPS and not self._finite(start - 1))
                or (
                    words.lows[start - 1] in {"for", "with", "in"}
                    and place - start < 3
                    and words.lows[start - 1] != words.low(start - 2)
                )
            )
        ):
            start -= 1
            if words.lows[start] in {"the", "a", "an"} and words.low(start - 1) not in {
                "of",
                "for",
                "with",
                "in",
            }:
                break
        return self._source(start, place)

    def _source(self, start: int, end: int) -> tuple[str, int, bool] | None:
        """The source that the words `start` to `end` describe."""
        words = self.words
        lows = words.lows[start : end + 1]
        if not lows or lows[0] in _NEVER or not words.words[end][0].isalpha():
            return None
        if lows[0] == "the" and lows[-1] in _OUTLET_NOUNS and self.memory.outlet:
            return self.memory.outlet, start, True
        office = " ".join(lows[1:]) if lows[0] == "the" else ""
        holder = self.memory.holders.get(office) or (
            self.memory.holders.get(lows[-1]) if office and lows[-1] in TITLES else None
        )
        if holder and not office.startswith(("former", "new")):
            return holder, start, False
        if lows[0] == "the" and len(lows) == 2 and self.memory.body.lower().find(lows[1]) >= 0:  # noqa: PLR2004
            return self.memory.body, start, False
        mentioned = [
            mention
            for mention in self.between(start, end)
            if mention.kind is FactKind.PERSON and mention.last == end
        ]
        if mentioned:
            return mentioned[-1].name, start, False
        return _unarticled(words.surface(start, end)), start, False

    def _source_right(self, start: int, last: int) -> tuple[str, int, bool] | None:
        """The source after "said" or "according to": name, its last word, outlet."""
        words = self.words
        if words.low(start) in _PRONOUNS:
            resolved = self._pronoun(words.low(start), start, start)
            return None if resolved is None else (resolved[0], start, False)
        for mention in self.between(start, min(last, start + 6)):
            between = words.lows[start : mention.first]
            if any(low in _NP_STOPS for low in between):
                break
            named = self._named(mention)
            if named is not None:
                return named[0], mention.last, named[2]
        end = start
        while (
            end <= last
            and words.lows[end] not in _NP_STOPS
            and end - start < _LONGEST_SOURCE
            and not self.quoted[end]
        ):
            end += 1
        described = self._source(start, end - 1) if end > start else None
        return None if described is None else (described[0], end - 1, described[2])

    def _via(self, at: int, first: int, last: int) -> str:
        """The outlet it was told to: "told KTTV", "told “Fox News Live”", "in an interview with"."""
        words = self.words
        if words.lows[first] == "speaking":
            told = next(
                (
                    mention
                    for mention in self.between(first, at)
                    if mention.kind is FactKind.ORGANISATION and is_outlet(mention.name)
                ),
                None,
            )
            if told is not None:
                return told.name
        if words.lows[at] in {"told", "tells"}:
            named = next(
                (
                    mention
                    for mention in self.between(at + 1, min(last, at + 3))
                    if mention.kind is FactKind.ORGANISATION
                    and (is_outlet(mention.name) or mention.first == at + 1)
                ),
                None,
            )
            if named is not None:
                return named.name
            if words.low(at + 1) in _MARKS:
                end = at + 2
                while end <= last and words.words[end] not in _MARKS:
                    end += 1
                return words.surface(at + 2, end - 1) if end > at + 2 else ""
        if (
            words.lows[at] in {"posted", "wrote", "tweeted", "said"}
            and words.low(at + 1) == "on"
            and words.words[at + 2 : at + 3]
        ):
            platform = words.words[at + 2]
            return (
                platform
                if platform
                in {"X", "Twitter", "Facebook", "Instagram", "Bluesky", "Telegram", "Truth"}
                else ""
            )
        return ""


_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday yesterday today")


def _unarticled(description: str) -> str:
    """An unnamed source without its article, one space between words."""
    words = description.split()
    return " ".join(
        words[1:] if words[0].lower() in {"the", "a", "an"} and len(words) > 1 else words
    )
