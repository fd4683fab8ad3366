"""Paragraphs and sentences with exact spans, in one pass over the text.

A sentence ends at `.`, `!`, `?` or `…` with any closing quotes and brackets after it, where
white space and then something that can open a sentence follows; or at the end of its
paragraph. A full stop after an abbreviation, an initial or inside a figure ends nothing. The
scripts that use `。` and its kin end there, with or without a space.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.engine.listing import listed

_STOP = re.compile("[.!?…。！？।]")
_END = re.compile(r"(?<![.!?…])[.!?…]++[”’\"')\]»›]{0,4}+(?=\s)|[。！？।]++[”’」』）]{0,4}+")
_SPOKEN = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]{2}|[^\x00-\u2fff]")  # two letters, or a sign that is a word
_DOTS = frozenset({"..", "…"})
_SPACE = re.compile(r"\s")
_LONG, _LONGEST = 600, 4000
_FEWEST_LETTERS = 0.6
_LAST_WORD = re.compile(r"[^\s(\[“‘\"']+$")
_OPENERS = "“‘\"'([«‹—–-•"

_ALWAYS = listed("""
    mr mrs ms mx dr prof rev hon sr sen rep gov gen col maj capt cmdr lt sgt cpl pvt adm pres
    supt insp det st ste mt ft fr msgr atty asst assoc dist vs v cf viz approx ca messrs mme
    mlle dept univ
""")
_BEFORE_FIGURE = listed("""
    no nos art sec p pp vol ch fig par cl jan feb mar apr jun jul aug sep sept oct nov dec
""")
_MONTHS = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
_COMPANY = listed("inc ltd co corp llc plc bros jr sr esq ave blvd rd etc al")
_SHORTENED = _ALWAYS | _BEFORE_FIGURE | _COMPANY
_ASKED = re.compile(
    r"\s+(?:[^\s.!?;:“”\"«»]+\s+){1,6}?"
    r"(?:said|says|asked|asks|wondered|shouted|cried|replied|told|added|wrote|tweeted|yelled|"
    r"screamed|exclaimed|roared|joked|demanded|called|posted|snapped|quipped)\b(?! that\b| the\b)"
)
_LONGEST_ASKED = 90
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_AFTER_DOTTED = listed("""
    the a an this that these those it he she they we i in on at but and however when while as
    if after before there his her their its our officials police
""")


class Stretch(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


def paragraphs(text: str) -> list[Stretch]:
    """The non-empty paragraphs of canonical text, without the space around them.

    A line is a paragraph. Where lines are hard-wrapped (a line without closing punctuation
    goes on in lower case on the next one) they belong together.
    """
    found: list[Stretch] = []
    position = 0
    for line in text.split("\n"):
        if not line:
            position += 1
            continue
        stretch = _trimmed(text, position, position + len(line))
        position += len(line) + 1
        if stretch is None:
            continue
        if found and _goes_on(text, found[-1], stretch):
            found[-1] = Stretch(found[-1].start, stretch.end)
        else:
            found.append(stretch)
    return found


def _goes_on(text: str, upper: Stretch, lower: Stretch) -> bool:
    """The line `lower` continues the line `upper`: one newline, no stop, lower case."""
    one_newline = text.count("\n", upper.end, lower.start) == 1
    return one_newline and text[lower.start].islower() and text[upper.end - 1] not in '.!?:…”"'


def _trimmed(text: str, start: int, end: int) -> Stretch | None:
    """The range without white space at its ends, None if nothing is left."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip())
    return Stretch(start + left, start + right) if right > left else None


def sentences(text: str, paragraph: Stretch) -> list[Stretch]:
    """The sentences of one paragraph, in order, covering every word of it."""
    found: list[Stretch] = []
    start = looked = broken = paragraph.start
    spoken = False
    for stop in _stops(text, paragraph):
        spoken = spoken or text[looked].isalnum() or (
            _SPOKEN.search(text, looked, stop.start()) is not None)
        looked = stop.end()
        if spoken and stop.group()[:2] in _DOTS:
            broken = _first_space(text, broken, stop.start())
            if broken == stop.start():  # "I... I do not know"
                continue
        if spoken and _ends_here(text, stop, start, paragraph.end):
            found.append(Stretch(start, looked))
            start = looked = broken = _past_space(text, looked, paragraph.end)
            spoken = False
    if start < paragraph.end:
        found.append(Stretch(start, paragraph.end))
    return found


def _stops(text: str, paragraph: Stretch) -> Iterator[re.Match[str]]:
    """The marks at which a sentence may end, with the quotes and brackets that close it."""
    looked = paragraph.start
    for mark in _STOP.finditer(text, paragraph.start, paragraph.end):
        if mark.start() < looked:
            continue
        stop = _END.match(text, mark.start(), paragraph.end)
        if stop is not None:
            looked = stop.end()
            yield stop


def _first_space(text: str, start: int, stop: int) -> int:
    """Where the first white space stands from `start` on, `stop` if none does before it."""
    space = _SPACE.search(text, start, stop)
    return stop if space is None else space.start()


def _past_space(text: str, start: int, stop: int) -> int:
    while start < stop and text[start].isspace():
        start += 1
    return start


def told_sentences(text: str, paragraph: Stretch) -> list[Stretch]:
    """The sentences of one paragraph that can assert something, in order."""
    if not _has_words(text, paragraph):
        return []
    return [one for one in sentences(text, paragraph) if is_prose(text, one)]


def _has_words(text: str, stretch: Stretch) -> bool:
    """It holds a word of two letters, and more than one word unless it is quoted."""
    start, end = stretch
    if _WORD.search(text, start, end) is None:
        return False
    return _SPACE.search(text, start, end) is not None or text[start] in _OPENERS


def is_prose(text: str, sentence: Stretch) -> bool:
    """A sentence that can assert something: it holds words, it is no table and no endless run.

    A sentence of news has some 150 characters, four in five of them letters. What is longer
    than 4,000 is a dump, and what is longer than 600 with more signs than that a table.
    """
    size = sentence.end - sentence.start
    if size > _LONGEST or not _has_words(text, sentence):
        return False
    if size < _LONG:
        return True
    letters = sum(map(str.isalpha, text[sentence.start : sentence.end]))
    return letters >= size * _FEWEST_LETTERS


def _ends_here(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """The stop at `match` ends the sentence that began at `start`."""
    if text[match.start()] in "。！？।":
        return True
    following = _next_word(text, match.end(), stop)
    if not following:
        return True
    if not _can_open(following):
        return False
    told = match.group()
    if told == ".":
        return not _is_abbreviation(text, start, match.start(), following)
    asks = told[0] in "!?…" and told[-1] in "”\"’'»"
    return not (asks and _is_attributed(text, match, stop))


def _is_attributed(text: str, match: re.Match[str], stop: int) -> bool:
    """As in “Will it hold?” Bo Reed asked."""
    return _ASKED.match(text, match.end(), min(stop, match.end() + _LONGEST_ASKED)) is not None


def _next_word(text: str, position: int, stop: int) -> str:
    """Up to 24 code points of the next word after white space."""
    window = text[position : min(stop, position + 48)].split(None, 1)
    return window[0][:24] if window else ""


def _can_open(following: str) -> bool:
    """A sentence can begin with this word: a capital, a digit, or a script without case."""
    first = following[0]
    if first in _OPENERS:
        first = following.lstrip(_OPENERS)[:1]
    return bool(first) and not first.islower()


_HOURS = frozenset({"a.m", "p.m"})
_AFTER_HOUR = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december eastern central mountain pacific local
    greenwich
""")
"""What goes on after "9 a.m.": a day or a time zone; other capitals begin a sentence."""


def _is_abbreviation(text: str, start: int, dot: int, following: str) -> bool:
    """The word before the full stop at `dot` is an abbreviation that goes on."""
    near = text[max(start, dot - 24) : dot]
    found = None if _ends_whole(near) else _LAST_WORD.search(near)
    if found is None:
        return False
    word = found.group().lstrip("(").lower()
    opener = following.strip(_OPENERS + ".,;:”’").lower()
    if word in _ALWAYS:
        return True
    if word in _BEFORE_FIGURE and (len(word) > 1 or following[0].isdigit()):
        return following[0].isdigit() or (word in _MONTHS and not opener.isalpha())
    if word in _COMPANY:
        return opener not in _AFTER_DOTTED
    if len(word) == 1 and word.isalpha():
        goes_on = opener not in _AFTER_DOTTED or _INITIAL.fullmatch(following) is not None
        return found.group().isupper() and goes_on and following[0] not in _OPENERS
    return _goes_on_after_dots(word, opener, following)


def _ends_whole(near: str) -> bool:
    """Most words before a full stop: no sign in them, no initial, and in no list of short forms."""
    word = near[near.rfind(" ") + 1 :]
    whole = word.isalnum() and (len(word) > 1 or word.isdigit())
    return whole and word.lower() not in _SHORTENED


def _goes_on_after_dots(word: str, opener: str, following: str) -> bool:
    if word in _HOURS:
        return following.rstrip(".,;:").isupper() or opener in _AFTER_HOUR
    return bool(_DOTTED.fullmatch(word)) and opener not in _AFTER_DOTTED
