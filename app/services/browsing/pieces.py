"""A claim's words cut into pieces: numbered value marks, dotted runs, and the plain rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.claims import Span
from app.domain.pairs import Place, Reason, Suggestion
from app.services.pages.shell import Piece

MOST_MARKS = 6
"""At most six marks a claim; further ones are told in the table alone (design, section 7)."""

LEAST_ALIGNED = 0.3
"""Under this share of aligned words only value marks are shown (design, section 7)."""

IN_VIEW = 88
"""Code points that fit two lines of a queue row at 15 px in a 290 px column."""

SEEN_ANYWHERE = 0.64
"""The share of `IN_VIEW` that two lines hold in the narrowest column (210 px, on a page of 1280): a
mark that ends further on moves the window, or it would be cut off there."""

_BEFORE, _AFTER = Piece(text="… "), Piece(text=" …")
"""What was left out of a claim in a list."""

Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The value marks of a pair: places by number on each side, and the number of each finding.

    `numbers[i]` is the mark of finding i, None where it has none. A number means the same on
    both sides; findings whose words overlap share one.
    """

    first: dict[int, Places]
    second: dict[int, Places]
    numbers: tuple[int | None, ...]


def is_too_different(suggestion: Suggestion) -> bool:
    """So few words align that the two claims cannot be marked word by word."""
    return suggestion.aligned < LEAST_ALIGNED


class Pointing(Protocol):
    """What a mark is made of: a finding, or the part of one that a list reads."""

    @property
    def reason(self) -> Reason: ...  # noqa: D102
    @property
    def first_places(self) -> Places: ...  # noqa: D102
    @property
    def second_places(self) -> Places: ...  # noqa: D102


def value_marks(findings: Sequence[Pointing], first: Span, second: Span) -> Marks:
    """Numbers for the findings of a pair, the deciding one first, at most six marks a claim."""
    marked = [_Marked(index, _inside(finding.first_places, first),
                      _inside(finding.second_places, second))
              for index, finding in enumerate(findings) if _is_marked(finding)]
    groups = _together([each for each in marked if each.first or each.second])
    return _numbered(groups, len(findings))


def cut(span: Span, marks: dict[int, Places], only_here: Sequence[Place] = ()) -> tuple[Piece, ...]:
    """The words of a claim in pieces; joined they are the claim's text again."""
    marked = [(place, number) for number, places in marks.items() for place in places]
    if len(marked) > 1:
        marked.sort()
    dotted = only_here and _without(
        _runs(_inside(only_here, span), span), [place for place, _ in marked])
    runs = sorted([*marked, *((place, 0) for place in dotted)]) if dotted else marked
    return tuple(_pieces(span, runs))


def brief(span: Span, reason: Reason, places: Places) -> tuple[Piece, ...]:
    """A claim in a list: about two lines of it, with the marks of the deciding finding."""
    if reason is Reason.DETAIL or not places:
        return window(plain(span))
    if len(places) == 1:
        return _with_one_mark(span, places[0])
    return window(cut(span, {1: _inside(places, span)[:MOST_MARKS]}))


def _with_one_mark(span: Span, place: Place) -> tuple[Piece, ...]:
    """What `brief` gives for a single place, the usual case, in a fraction of the time."""
    text = span.quote
    start, end = _trimmed(Place(max(place.start, span.start), min(place.end, span.end)), span)
    start, end = start - span.start, end - span.start
    if start >= end:
        return window(plain(span))
    first, last = _view(text, start, end, IN_VIEW) if len(text) > IN_VIEW else (0, len(text))
    marked = text[max(start, first):min(end, last)]
    told = (
        _BEFORE if first else None,
        Piece(text=text[first:start]) if first < start else None,
        Piece(text=marked, mark=1, opens=True) if marked else None,
        Piece(text=text[max(end, first):last]) if end < last else None,
        _AFTER if last < len(text) else None,
    )
    return tuple(piece for piece in told if piece is not None)


def plain(span: Span) -> tuple[Piece, ...]:
    """A claim without any mark."""
    return (Piece(text=span.quote),)


def window(pieces: Sequence[Piece], size: int = IN_VIEW) -> tuple[Piece, ...]:
    """About two lines of a claim, chosen so that its first mark is in view.

    Left-out ends are shown as "…" and cut between words where there are any.
    """
    text = "".join(piece.text for piece in pieces)
    if len(text) <= size:
        return tuple(pieces)
    start, end = _view(text, *_first_mark(pieces), size)
    before, after = (_BEFORE,) if start else (), (_AFTER,) if end < len(text) else ()
    return (*before, *_clipped(pieces, start, end), *after)


@dataclass(slots=True)
class _Marked:
    """A finding with its places on both sides; `members` are the findings that share them."""

    index: int
    first: Places
    second: Places


def _is_marked(finding: Pointing) -> bool:
    """Detail is dotted only: it has no counterpart to number (design, section 7)."""
    return finding.reason is not Reason.DETAIL


def _inside(places: Iterable[Place], span: Span) -> Places:
    """Places clipped to the claim and to their words, in order, overlapping ones merged."""
    trimmed = (_trimmed(Place(max(start, span.start), min(end, span.end)), span)
               for start, end in places)
    return merged(place for place in trimmed if place.start < place.end)


def _trimmed(place: Place, span: Span) -> Place:
    words = span.quote[max(place.start - span.start, 0):max(place.end - span.start, 0)]
    inner = words.strip()
    if not inner:
        return Place(place.start, place.start)
    start = place.start + words.index(inner)
    return Place(start, start + len(inner))


def merged(places: Iterable[Place]) -> Places:
    """Places in order, where nested, overlapping and touching ones have become one."""
    joined: list[Place] = []
    ordered = sorted(places)
    if len(ordered) <= 1:
        return tuple(ordered)
    for start, end in ordered:
        if joined and start <= joined[-1].end:
            joined[-1] = Place(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Place(start, end))
    return tuple(joined)


def _runs(places: Places, span: Span) -> Places:
    """Places with nothing but space between them drawn as one line, not as broken ones."""
    joined: list[Place] = []
    for place in places:
        gap = span.quote[joined[-1].end - span.start:place.start - span.start] if joined else "-"
        if gap.isspace():
            joined[-1] = Place(joined[-1].start, place.end)
        else:
            joined.append(place)
    return tuple(joined)


def _overlap(one: Places, other: Places) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _together(marked: Sequence[_Marked]) -> list[list[_Marked]]:
    """Findings whose words overlap on either side, in groups, in order of their first one."""
    groups: list[list[_Marked]] = []
    for each in marked:
        touching = [group for group in groups
                    if any(_overlap(each.first, other.first) or _overlap(each.second, other.second)
                           for other in group)]
        joined = [member for group in touching for member in group] + [each]
        groups = [group for group in groups if group not in touching] + [joined]
    return sorted(groups, key=lambda group: min(each.index for each in group))


def _numbered(groups: Sequence[Sequence[_Marked]], findings: int) -> Marks:
    first: dict[int, Places] = {}
    second: dict[int, Places] = {}
    numbers: list[int | None] = [None] * findings
    room = [MOST_MARKS, MOST_MARKS]
    for group in groups:
        ours = merged(place for each in group for place in each.first)
        theirs = merged(place for each in group for place in each.second)
        if first or second:
            if len(ours) > room[0] or len(theirs) > room[1]:
                continue
        else:
            ours, theirs = ours[:MOST_MARKS], theirs[:MOST_MARKS]
        number = len(set(numbers) - {None}) + 1
        first[number], second[number] = ours, theirs
        room = [room[0] - len(ours), room[1] - len(theirs)]
        for each in group:
            numbers[each.index] = number
    return Marks(first=first, second=second, numbers=tuple(numbers))


def _without(places: Places, taken: Sequence[Place]) -> Places:
    """The parts of places that no taken place covers."""
    left: list[Place] = []
    for start, end in places:
        at = start
        for other in merged(taken):
            if other.end <= at or other.start >= end:
                continue
            if other.start > at:
                left.append(Place(at, other.start))
            at = max(at, other.end)
        if at < end:
            left.append(Place(at, end))
    return tuple(left)


def _pieces(span: Span, runs: Sequence[tuple[Place, int]]) -> Iterator[Piece]:
    """Pieces from runs in order without overlap; number 0 is a dotted run."""
    at = span.start
    for (start, end), number in runs:
        if at < start:
            yield Piece(text=span.quote[at - span.start:start - span.start])
        words = span.quote[start - span.start:end - span.start]
        yield (Piece(text=words, mark=number, opens=True) if number
               else Piece(text=words, only_here=True))
        at = end
    if at < span.end or not runs:
        yield Piece(text=span.quote[at - span.start:])


def _first_mark(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Where the mark with the lowest number stands, else the start of the claim."""
    lowest = min((piece.mark for piece in pieces if piece.mark), default=None)
    at = 0
    for piece in pieces:
        if lowest is not None and piece.mark == lowest:
            return at, at + len(piece.text)
        at += len(piece.text)
    return 0, 0


def _view(text: str, start: int, end: int, size: int) -> tuple[int, int]:
    """A window of `size` code points with the mark in it, moved to the edges of words."""
    if end <= size * SEEN_ANYWHERE:
        return 0, _word_end(text, size)
    slack = max(size - (end - start), 0)
    begin = min(max(start - slack // 2, 0), len(text) - size)
    begin = min(_word_start(text, begin), start)
    return begin, _word_end(text, min(begin + size, len(text)))


def _word_start(text: str, at: int) -> int:
    """The first start of a word at or after `at`."""
    if at == 0 or text[at - 1].isspace():
        return at
    gap = text.find(" ", at)
    return gap + 1 if gap >= 0 else at


def _word_end(text: str, at: int) -> int:
    """The last end of a word at or before `at`, unless that would leave nothing."""
    if at >= len(text) or text[at].isspace():
        return at
    gap = text.rfind(" ", 0, at)
    return gap if gap > at // 2 else at


def _clipped(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        words = piece.text[max(start - at, 0):max(end - at, 0)]
        if words:
            yield Piece(text=words, mark=piece.mark, opens=piece.opens, only_here=piece.only_here)
        at += len(piece.text)


def shortened(text: str, size: int = IN_VIEW) -> str:
    """About two lines of a text from its start, cut between words."""
    if len(text) <= size:
        return text
    return f"{text[:_word_end(text, size)].rstrip()} …"
