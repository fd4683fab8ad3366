"""Which articles print one text: word for word the same for long stretches, quotations apart.

The work grows with the words: runs of eight words are told by a number, some of these numbers are
kept (of each few that follow one another the smallest), and only articles that keep one in common
are looked at closer. Two reporters may quote one speech, so that what stands inside quotation
marks says nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.domain.origins import Origin, Origins, SharedPassage
from app.domain.pairs import Place
from app.engine.reading import Reading

RUN = 8
"""Words that follow one another: shorter runs recur by chance."""

_WINDOW = 4
"""Of so many runs in a row one is kept, so that whoever shares eleven words is found."""

_BEFORE, _MOST = 8, 12
"""An article meets the first that holds a run and so many just before it, and is held against
so many that share most runs with it: reprints of one text find each other through any of them."""

COPIED, CREDITED = 0.5, 0.25
"""Share of an article's words that must stand in an earlier one for it to be a copy; less where
it credits an agency itself. Set by hand: agency text that was cut keeps more than half, and two
reports of one hearing share under a tenth."""

_PARAGRAPH = 0.6
"""Share of a paragraph's words from which it counts as shared."""

_LEAST = 12
"""Words in common below which nothing is said."""

_BASE, _MODULUS = 1_000_003, (1 << 61) - 1
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_NAMES = (r"Associated Press|AP|Agence France-Presse|AFP|Reuters|PA Media|PA|UPI|dpa|"
          r"Press Association|United Press International|Deutsche Presse-Agentur|EFE|ANSA|"
          r"Interfax|TASS|Xinhua|Bloomberg News")
_CREDIT = re.compile(
    rf"\((?:{_NAMES})\)|^(?:By |Source: |— ?)?(?:[\w. ]{{0,30}}[,/] ?)?(?:The )?(?:{_NAMES})$|"
    rf"(?:reporting by|contribution from|material from|report by) (?:the )?(?:{_NAMES})\b|"
    rf"(?:{_NAMES}) contributed to this|"
    r"with (?:news )?agency material|with material from (?:news )?agencies|— with agencies",
    re.MULTILINE)
"""What credits an agency for the text: its sign in brackets, a line that is nothing but its name,
words of thanks. "He told Reuters" is none."""

_NAMED = re.compile(rf"\b(?:{_NAMES})\b")
_IN_FULL = {"AP": "Associated Press", "AFP": "Agence France-Presse", "PA": "PA Media",
            "Press Association": "PA Media", "UPI": "United Press International",
            "dpa": "Deutsche Presse-Agentur"}


class _Text(NamedTuple):
    """An article as a row of words: a number for each, its place, and whether it counts."""

    article_id: int
    published_on: date | None
    words: list[int]
    places: list[Place]
    counts: list[bool]
    paragraphs: list[int]
    runs: list[int]
    agency: str


class _Shared(NamedTuple):
    """Runs that two texts have in common: where each begins in both, and how many words."""

    later: int
    earlier: int
    size: int


def copies(readings: Sequence[Reading]) -> Origins:
    """What the articles share word for word, and which of them are copies of an earlier one."""
    numbers: dict[str, int] = {}
    texts = sorted((_text(reading, numbers) for reading in readings), key=_order)
    passages: list[SharedPassage] = []
    origin = {text.article_id: Origin(text.article_id, text.article_id, 0.0, text.agency)
              for text in texts}
    for at, met in sorted(_meetings(texts).items()):
        later = texts[at]
        places = _places(later)
        found = [one for one in (_passage(later, texts[to], places) for to in met) if one]
        passages += found
        best = max(found, key=lambda one: (one.share, -one.with_id), default=None)
        least = CREDITED if later.agency else COPIED
        if best is not None and best.share >= least:
            origin[later.article_id] = Origin(
                later.article_id, origin[best.with_id].origin_id, best.share, later.agency)
    copied = {one.origin_id for one in origin.values() if one.origin_id != one.article_id}
    return Origins(
        passages=tuple(sorted(passages, key=lambda one: (one.article_id, one.with_id))),
        origins=tuple(one for _, one in sorted(origin.items())
                      if one.origin_id != one.article_id or one.agency
                      or one.article_id in copied))


def agency_of(text: str) -> str:
    """The agency that a text credits, "an agency" where it names none, "" for no credit."""
    match = _CREDIT.search(text)
    if match is None:
        return ""
    named = _NAMED.search(match.group())
    return _IN_FULL.get(named.group(), named.group()) if named else "an agency"


def _order(text: _Text) -> tuple[date, int]:
    return text.published_on or date.max, text.article_id


def _text(reading: Reading, numbers: dict[str, int]) -> _Text:
    text = reading.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    words, places, counts, paragraphs = [], [], [], []
    at, last, paragraph = 0, 0, 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        if "\n" in text[last:start]:
            paragraph += 1
        words.append(numbers.setdefault(match.group().casefold(), len(numbers) + 1))
        places.append(Place(start, end))
        counts.append(at >= len(quoted) or start < quoted[at][0])
        paragraphs.append(paragraph)
        last = end
    return _Text(reading.article_id, reading.published_on, words, places, counts, paragraphs,
                 list(_runs(words)), agency_of(text))


def _meetings(texts: Sequence[_Text]) -> dict[int, list[int]]:
    """For each text, by its place in order, the earlier ones that share most runs with it."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for run in set(_kept(text)):
            holders[run].append(at)
    met: dict[int, Counter[int]] = defaultdict(Counter)
    for held in holders.values():
        for at, later in enumerate(held[1:], start=1):
            met[later].update({*held[max(0, at - _BEFORE):at], held[0]})
    return {later: sorted(shared, key=lambda to: (-shared[to], to))[:_MOST]
            for later, shared in met.items()}


def _kept(text: _Text) -> Iterator[int]:
    """The numbers of runs that stand for the text, runs inside quotation marks left out."""
    runs, counts = text.runs, text.counts
    for at in range(max(1, len(runs) - _WINDOW + 1) if runs else 0):
        window = range(at, min(at + _WINDOW, len(runs)))
        least = min(window, key=runs.__getitem__)
        if counts[least] or counts[least + RUN - 1]:
            yield runs[least]


def _runs(words: Sequence[int]) -> Iterator[int]:
    """A number for each run of words, worked out from the one before it."""
    top = pow(_BASE, RUN - 1, _MODULUS)
    number = 0
    for at, word in enumerate(words):
        if at >= RUN:
            number = (number - words[at - RUN] * top) % _MODULUS
        number = (number * _BASE + word) % _MODULUS
        if at >= RUN - 1:
            yield number


def _places(text: _Text) -> dict[int, int]:
    """Where each run first stands."""
    return {run: at for at, run in reversed(list(enumerate(text.runs)))}


def _passage(later: _Text, earlier: _Text, places: Mapping[int, int]) -> SharedPassage | None:
    """What two texts share; None where it is too little to speak of."""
    runs = _common(later, earlier, places)
    covered = {place for run in runs for place in range(run.later, run.later + run.size)
               if later.counts[place]}
    if len(covered) < _LEAST:
        return None
    longest = max(runs, key=lambda run: (run.size, -run.later))
    return SharedPassage(
        article_id=later.article_id, with_id=earlier.article_id,
        paragraphs=_shared_paragraphs(later, covered),
        share=round(len(covered) / sum(later.counts), 4),
        place=_span(later, longest.later, longest.size),
        with_place=_span(earlier, longest.earlier, longest.size))


def _common(later: _Text, earlier: _Text, places: Mapping[int, int]) -> list[_Shared]:
    """The longest runs of words that both hold, each word of the earlier text in one at most."""
    found: list[_Shared] = []
    free = 0
    for at, run in enumerate(earlier.runs):
        if at < free or run not in places:
            continue
        size = _extent(later.words, earlier.words, places[run], at)
        found.append(_Shared(places[run], at, size))
        free = at + max(size, 1)
    return found


def _extent(ours: Sequence[int], theirs: Sequence[int], at: int, to: int) -> int:
    size = 0
    while (at + size < len(ours) and to + size < len(theirs)
           and ours[at + size] == theirs[to + size]):
        size += 1
    return size


def _shared_paragraphs(text: _Text, covered: Iterable[int]) -> int:
    own: dict[int, int] = defaultdict(int)
    shared: dict[int, int] = defaultdict(int)
    for paragraph, counts in zip(text.paragraphs, text.counts, strict=True):
        own[paragraph] += counts
    for place in covered:
        shared[text.paragraphs[place]] += 1
    return sum(shared[paragraph] >= max(RUN, _PARAGRAPH * own[paragraph])
               for paragraph in shared)


def _span(text: _Text, start: int, size: int) -> Place:
    return Place(text.places[start].start, text.places[start + size - 1].end)
