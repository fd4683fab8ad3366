"""Who says a claim: verbs of saying outside quotations, their subjects, and through whom.

Grammar of an attribution, outside quotations:
    left      = subject [adverb|auxiliary]* verb            "Bass said", "critics argue"
    apposed   = Name "," words "," verb                     "Reed, the mayor pro tempore, said"
              | words "," Name "," verb                     "a neighbour, Bo Reed, said"
    inverted  = verb subject                                ", said councilmember Hugo ..."
    according = "according to" subject
    bare      = Name ":" quotation | quotation "—" Name
    echoed    = "," ("adding" | "warning" | ...)             the subject of the sentence
    told      = "told" outlet                               via
    reckoned  = subject ("counted" | "estimated" | "spoke of" | "put" ... "at") figure
The subject is a name of the article, a pronoun or an office resolved to one, or an unnamed source
in its own words. A second attribution to an outlet is how the article came by it: `via`.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.facts import FactKind
from app.engine.facts.calendar import WEEKDAYS
from app.engine.facts.figures import SPELT
from app.engine.facts.gazetteer import OUTLET_HEADS
from app.engine.facts.mentions import Mention
from app.engine.listing import listed
from app.engine.memory import is_outlet
from app.engine.sources import NP_STOPS, OUTLET_NOUNS, PRONOUNS, Source, Sources
from app.engine.verbs import (
    CALLING,
    ECHOING,
    PROMISING,
    RECKONING,
    SAYING,
    SPOKEN,
    STRONG_SAYING,
    VOICING,
    WEAK_SAYING,
    is_finite,
)

_SAID = SAYING | {"according"}
_MARKS = frozenset('“”"«»„')
_CLOSERS = frozenset("”\"»’'“")
_NO_SAYING_AFTER = listed("to the a of is are was were be been not without being")
_CLAUSE_STARTS = listed("""
    the a an some many most several two three four five six both one other another his her their
    its no few all any these those local state federal legal this officers people
""")
_SUBJECTS = PRONOUNS | {"we", "i", "there", "it", "you"}
_CLAUSE_STOPS = NP_STOPS - {"in", "on", "at", "to", "from", "by", "with", "for"}
_AFTER_TRAILING = listed("""
    . , according in on at during recently as after yesterday today
""") | frozenset(WEEKDAYS)
_POSTING = listed("posted wrote tweeted said")
_PLATFORMS = frozenset({"X", "Twitter", "Facebook", "Instagram", "Bluesky", "Telegram", "TikTok"})
_DASHES = frozenset("—–-")
_QUOTED_ONLY = CALLING | VOICING
_CONTENT_WITHIN = 9
_QUOTE_WITHIN = 8


class Attribution(NamedTuple):
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


def _figure_in(lows: list[str]) -> bool:
    return any(low[0].isdigit() or low in SPELT for low in lows)


def _reckons(low: str, ahead: list[str]) -> bool:
    """As in "put the crowd at 8,000", "spoke of 900", "counted about 40,000"."""
    if low.startswith("put"):
        at = ahead.index("at") if "at" in ahead else len(ahead)
        return _figure_in(ahead[at + 1 : at + 4])
    if low in {"spoke", "speaks"}:
        return ahead[:1] == ["of"] and _figure_in(ahead[1:4])
    return _figure_in(ahead[:4])


@dataclass(slots=True)
class Listener:
    """Reads attributions sentence by sentence."""

    sources: Sources
    _verbs: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._verbs = self.sources.words.where(_SAID)

    def listen(self, first: int, last: int) -> list[Attribution]:
        """The attributions of the sentence on the words `first` to `last`, in order."""
        lows, quoted = self.sources.words.lows, self.sources.quoted
        found = []
        verbs = self._verbs
        for at in verbs[bisect_left(verbs, first) : bisect_left(verbs, last + 1)]:
            low = lows[at]
            if quoted[at]:
                continue
            one = self._according(at, last) if low == "according" else self._said(at, first, last)
            if one is not None:
                found.append(one)
        if not found and (bare := self._without_verb(first, last)) is not None:
            found.append(bare)
        named = self.sources.between(first, last)
        if named or found:
            self._remember(named, found)
        return found

    def _without_verb(self, first: int, last: int) -> Attribution | None:
        """As in "Mara Lind: “It holds.”" and "“It holds.” — Mara Lind"."""
        words, quoted = self.sources.words, self.sources.quoted
        if not quoted[last] and not quoted[first]:
            return None
        for mention in self.sources.between(first, last):
            opens = mention.last + 2 <= last and words.lows[mention.last + 1] == ":"
            start = mention.office_first if 0 <= mention.office_first < mention.first else (
                mention.first)
            if start == first and opens and quoted[mention.last + 2] and not quoted[first]:
                return Attribution(mention.name, "", mention.last + 1, first, mention.last + 1)
            ends = mention.last >= last - 1 and words.low(start - 1) in _DASHES
            if ends and self._ends_quote(start - 2):
                return Attribution(mention.name, "", mention.first, start, last, "", trails=True)
        return None

    def _remember(self, named: list[Mention], attributions: list[Attribution]) -> None:
        """Note whom the sentence spoke of, for the pronouns of the next."""
        memory, subject = self.sources.memory, ""
        for mention in named:
            memory.hear(mention)
            if mention.kind is FactKind.PERSON and not subject:
                subject = "" if self.sources.is_theirs(mention) else mention.name
        spoke = next((one.name for one in attributions if one.name and not one.is_outlet), "")
        if spoke and spoke not in memory.pronouns:
            memory.many = spoke
        memory.speaks(spoke or subject)

    def _according(self, at: int, last: int) -> Attribution | None:
        """As in "according to KABC"."""
        words = self.sources.words
        source = self.sources.right(at + 2, last) if words.low(at + 1) == "to" else None
        if source is None:
            return None
        trails = words.low(at - 1) == ","
        return Attribution(
            source.name, "according to", at, at, source.last, "", trails, source.is_outlet
        )

    def _said(self, at: int, first: int, last: int) -> Attribution | None:
        """The attribution whose verb of saying is at `at`."""
        words, low = self.sources.words, self.sources.words.lows[at]
        if words.low(at - 1) in _NO_SAYING_AFTER or not self._has_content(at, low, first, last):
            return None
        if low in ECHOING:
            return self._echoed(at, low, first)
        source: Source | None = None
        if not self._ends_quote(at - 1):
            source = self.sources.left(at, first)
        inverted = source is None and self._may_invert(at, low)
        if inverted:
            source = self.sources.right(at + 1, last)
        if source is None:
            return None
        start, end = (at, source.last) if inverted else (source.first, at)
        trails = inverted or self._trails(source.first, at, first, last)
        via = self._via(at, first, last)
        return Attribution(source.name, low, at, start, end, via, trails, source.is_outlet)

    def _echoed(self, at: int, low: str, first: int) -> Attribution | None:
        """As in ", adding that the dam leaks": whoever the sentence speaks of."""
        if self.sources.words.low(at - 1) != ",":
            return None
        main = next((place for place in range(first + 1, at) if self._finite(place)
                     and not self.sources.quoted[place]), -1)
        source = self.sources.left(main, first) if main > first else None
        if source is None or not source.name:
            return None
        return Attribution(source.name, low, at, at, at, "", is_outlet=source.is_outlet)

    def _ends_quote(self, at: int) -> bool:
        """A quotation ends at this word."""
        words = self.sources.words.words
        return at >= 0 and words[at] in _CLOSERS and bool(self.sources.quoted[at])

    def _may_invert(self, at: int, low: str) -> bool:
        """The verb can stand before its subject here."""
        before = self.sources.words.low(at - 1)
        return low in SPOKEN and (self._ends_quote(at - 1) or before in {",", "—", "–"})

    def _trails(self, start: int, at: int, first: int, last: int) -> bool:
        """What is said stands before the subject: after a quotation or a comma, near the end."""
        if start <= first:
            return False
        words = self.sources.words
        ends = at >= last - 1 or words.low(at + 1) in _AFTER_TRAILING
        return self._ends_quote(start - 1) or (words.words[start - 1] == "," and ends)

    def _has_content(self, at: int, low: str, first: int, last: int) -> bool:
        """Something said stands beside the verb: always for "said", else a sign of it."""
        quoted = self.sources.quoted
        if low in STRONG_SAYING or any(quoted[at + 1 : min(last, at + _CONTENT_WITHIN) + 1]):
            return True
        if low in _QUOTED_ONLY:
            return low in VOICING and self._quoted_before(at, first)
        ahead = self.sources.words.lows[at + 1 : min(last, at + _CONTENT_WITHIN) + 1]
        if low in RECKONING and (low not in WEAK_SAYING or _figure_in(ahead[:4])):
            return _reckons(low, ahead)
        if low in PROMISING and "to" in ahead[:2]:
            return True
        if self._that_ahead(at, ahead) or at >= last - 1 or self._quoted_before(at, first):
            return True
        return self._clause_ahead(at + 1, last)

    def _quoted_before(self, at: int, first: int) -> bool:
        return any(self.sources.quoted[max(first, at - _QUOTE_WITHIN) : at])

    def _that_ahead(self, at: int, ahead: list[str]) -> bool:
        """As in "argued that", "stated last week that"."""
        if "that" not in ahead[:4]:
            return False
        until = at + 1 + ahead.index("that")
        return not any(self._finite(place) for place in range(at + 1, until))

    def _finite(self, at: int) -> bool:
        return is_finite(self.sources.words, at, self.sources.ends)

    def _clause_ahead(self, start: int, last: int) -> bool:
        """A subject and a finite verb follow the verb directly."""
        words = self.sources.words
        if words.low(start) in _SUBJECTS:
            return True
        named = self.sources.between(start, start)
        if not named and words.low(start) not in _CLAUSE_STARTS:
            return False
        for at in range(start + 1, min(last, start + _CONTENT_WITHIN - 1) + 1):
            if words.lows[at] in _CLAUSE_STOPS:
                return False
            if self._finite(at):
                return True
        return False

    def _via(self, at: int, first: int, last: int) -> str:
        """The outlet it was told to: "told KTTV", "told “Morning Live”", "speaking on MSNBC"."""
        words = self.sources.words
        if words.lows[at] in {"told", "tells"}:
            return self._told(at, last)
        if words.lows[first] == "speaking":
            return self._outlet(first, at)
        if words.lows[at] in _POSTING and words.low(at + 1) == "on" and at + 2 <= last:
            platform = words.words[at + 2]
            return platform if platform in _PLATFORMS else ""
        return ""

    def _outlet(self, first: int, last: int) -> str:
        """The first news outlet named on these words, "" if none is."""
        named = (
            mention.name
            for mention in self.sources.between(first, last)
            if mention.kind is FactKind.ORGANISATION and is_outlet(mention.name)
        )
        return next(named, "") or self._by_head(first, last)

    def _by_head(self, first: int, last: int) -> str:
        """As in "the Post", "this newspaper"."""
        words = self.sources.words
        for at in range(first, min(last, first + 1) + 1):
            low, head = words.lows[at], words.low(at + 1)
            if low == "this" and head in OUTLET_NOUNS:
                return f"this {head}"
            if low == "the" and head in OUTLET_HEADS and words.words[at + 1][0].isupper():
                return words.words[at + 1]
        return ""

    def _told(self, at: int, last: int) -> str:
        """Whom something was told, if that is an outlet or a programme in quotation marks."""
        words = self.sources.words
        if words.low(at + 1) not in _MARKS:
            return self._outlet(at + 1, min(last, at + 3))
        end = at + 2
        while end <= last and words.words[end] not in _MARKS:
            end += 1
        return words.surface(at + 2, end - 1) if at + 2 < end <= last else ""
