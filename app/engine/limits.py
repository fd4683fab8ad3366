"""How far a claim goes: its hedges, its scope, its condition, its exception.

Grammar:
    hedge     = ("about" | "nearly" | "at least" | ...) before a figure
              | "so far" | "reportedly" | "is said to" | "appears to" | ...
    scope     = "all" | "most" | "some" | "only" | "in any way" | "under no circumstances" | ...
    condition = ("if" | "unless" | "provided" | "as long as" | ...) words, up to a comma or the end
    exception = ("except" | "apart from" | "with the exception of" | ...) words, as above
Left alone: "as if", "asked if", "the most", "at all costs", "some 200" (a hedge), "only" in
"not only".
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from app.engine.facts.durations import LASTING, SPANS
from app.engine.facts.figures import MAGNITUDES, SPELT
from app.engine.listing import listed
from app.engine.marking import Mark, Phrasebook
from app.engine.words import Words

_BEFORE_FIGURES = """
about;around;roughly;approximately;some;nearly;almost;close to;at least;at most;up to;as many as;
as much as;more than;less than;fewer than;over;under;just over;just under;well over;an estimated;
no more than;no fewer than;no less than;not more than;in excess of;upwards of;circa
"""
_HEDGES = """
so far;to date;as of now;for now;until now;reportedly;allegedly;apparently;purportedly;supposedly;
presumably;probably;possibly;perhaps;maybe;potentially;likely;generally;
more or less;to some extent;appears to;appear to;appeared to;seems to;seem to;
seemed to;is said to;are said to;was said to;were said to;is believed to;are believed to;
was believed to;were believed to;is thought to;are thought to;was thought to;were thought to;
is understood to;are understood to;is reported to;are reported to;is alleged to;are alleged to;
it is believed;it is thought;it is understood;it is unclear;or so;unconfirmed;preliminary;
provisional;initial;tentatively;arguably;suspected;alleged
"""
_SCOPES = """
all;every;each;both;most;many;some;several;few;a few;none;nobody;no one;everyone;everybody;any;
only;solely;exclusively;merely;entirely;fully;completely;wholly;entire;whole;in any way;at all;
whatsoever;under any circumstances;under no circumstances;without exception;in all cases;
in some cases;in most cases;in part;partly;partially;mostly;mainly;largely;nationwide;statewide;
citywide;worldwide;always;never;the majority of;a majority of;half of;hardly any;almost all;
nearly all;not all;nearly every;almost every
"""
_CONDITIONS = """
if;only if;unless;provided;provided that;providing that;as long as;so long as;on condition that;
on the condition that;in case;in case of;in the event of;in the event that;assuming;subject to;
contingent on;depending on
"""
_EXCEPTIONS = """
except;except for;except under;except in;except when;apart from;aside from;other than;save for;
with the exception of;excluding;barring
"""
_FIGURE, _HEDGE, _SCOPE, _CONDITION, _EXCEPTION = "figure", "hedge", "scope", "if", "except"
_BOOK = Phrasebook(
    (phrase.strip(), what)
    for phrases, what in (
        (_SCOPES, _SCOPE), (_HEDGES, _HEDGE), (_CONDITIONS, _CONDITION),
        (_EXCEPTIONS, _EXCEPTION),
    )
    for phrase in phrases.split(";")
)  # fmt: skip
_BEFORE_FIGURE = Phrasebook((phrase.strip(), _FIGURE) for phrase in _BEFORE_FIGURES.split(";"))
_NO_CONDITION_AFTER = listed("""
    as what even asked ask asks asking wonder wondered wonders see know knew knows unsure doubt
    whether unclear check decide
""")
_NO_MOST_AFTER = listed("the at its their his her one two three second")
_ENDS = listed(', ; : . ! ? ” " ( ) — –')
_SIGNS = frozenset("$£€¥")
_LONGEST = 40


class Limits(NamedTuple):
    """The hedges and words of scope of a claim, its condition and its exception."""

    hedges: tuple[str, ...]
    scope: tuple[str, ...]
    condition: str
    exception: str


NONE = Limits((), (), "", "")


class Limiting:
    """The limits of a whole text, handed out claim by claim."""

    def __init__(self, words: Words) -> None:
        self._words = words
        marks = (*_BOOK.marks(words), *_BEFORE_FIGURE.marks(words))
        self._marks = sorted(one for one in marks if _holds(words, one))
        self._starts = [one.first for one in self._marks]

    def of(self, first: int, last: int) -> Limits:
        """The limits of the claim on the words `first` to `last`."""
        start = bisect_left(self._starts, first)
        if start == len(self._starts) or self._starts[start] > last:
            return NONE
        inside = [one for one in self._marks[start : bisect_left(self._starts, last + 1)]
                  if one.last <= last]
        return Limits(
            tuple(self._told(inside, _FIGURE, _HEDGE)),
            tuple(self._told(inside, _SCOPE)),
            self._clause(inside, _CONDITION, last),
            self._clause(inside, _EXCEPTION, last),
        )

    def _told(self, inside: list[Mark], *whats: str) -> Iterator[str]:
        """The phrases of these sorts in lower case."""
        for one in inside:
            if one.what in whats:
                yield " ".join(self._words.lows[one.first : one.last + 1])

    def _clause(self, inside: list[Mark], what: str, last: int) -> str:
        """The words from the first such phrase to the next mark, as written."""
        one = next((mark for mark in inside if mark.what == what), None)
        if one is None:
            return ""
        at = one.last
        while at < min(last, one.first + _LONGEST) and self._words.lows[at + 1] not in _ENDS:
            at += 1
        return self._words.surface(one.first, at) if at > one.last else ""


def _holds(words: Words, mark: Mark) -> bool:
    """The phrase means here what it is listed for."""
    low, before = words.lows[mark.first], words.low(mark.first - 1)
    figure = _is_figure(words, mark.last + 1)
    if mark.what == _FIGURE:
        return figure and not (low == "over" and _is_time(words, mark))
    if low == "some" and mark.first == mark.last and figure:
        return False
    if mark.what == _CONDITION:
        return low != "if" or before not in _NO_CONDITION_AFTER
    if low == "most":
        return before not in _NO_MOST_AFTER
    if low == "likely":
        return before not in {"more", "less", "most"}
    return not (low == "only" and before == "not")


def _is_time(words: Words, mark: Mark) -> bool:
    """As in "fell over two years": in their course, no hedge."""
    unit = next((low for low in words.lows[mark.last + 2 : mark.last + 4] if low in SPANS), "")
    return bool(unit) and mark.first == mark.last and words.low(mark.first - 1) not in LASTING


def _is_figure(words: Words, at: int) -> bool:
    """A figure stands at `at`, a sign of money or "a" before it set aside."""
    low = words.low(at)
    if low in _SIGNS or low in {"a", "the"}:
        low = words.low(at + 1)
    return low[:1].isdigit() or low in SPELT or low in MAGNITUDES
