"""The timeline of a topic: days from left to right, one lane a source, labels that never meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

WIDTH, LEFT, RIGHT = 1180, 150, 1168
"""Pixels of the drawing, and where its days begin and end."""

TOP, LANE = 64, 66
"""Pixels above the first lane's middle, less half a lane; from one lane to the next."""

FOLDED_OVER = 14
"""A span of more days folds those without a text (design, section 3.13)."""

LEAST_DAY, FOLD = 44, 164
"""Pixels of a day at least, and of folded days."""

_HEAD = 100
_LETTER, _BOLD = 6.7, 7.4
"""Pixels of a letter at 13 px in the widest of the system faces, and of a bold one."""

_ABOVE, _BELOW = -16, 27
_HALF_SIGN = 9
_LONGEST_NAME = 18
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, and the minute of it where the hour is known."""

    day: date
    minute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text on its lane: when it came, which versions it tells, and its label in two parts.

    `until` is when the source told something else, None: the text still says so. `copies` is
    the place (from 0) of the lane whose text it repeats.
    """

    at: Moment
    versions: tuple[int, ...]
    strong: str = ""
    words: str = ""
    until: Moment | None = None
    copies: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A source with its texts in order of time; `note` stands below its name."""

    name: str
    note: str
    texts: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A day that the claims name."""

    on: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A day, or folded days, from left to right."""

    x: int
    width: int
    words: str
    is_fold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at a place: they begin at x, or stand around it. `start` and `end` are its edges."""

    x: int
    y: int
    strong: str
    words: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The sign of a version, by its middle."""

    x: int
    y: int
    version: int

    @property
    def is_round(self) -> bool:
        """Versions 3 and 4 have round signs."""
        return self.version in {3, 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line along a lane; dashed where the source told something else later."""

    x1: int
    x2: int
    y: int
    dashed: bool
    is_copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A whole day, where the hour is not known."""

    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneHead:
    """The name of a lane, cut where it is long."""

    y: int
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All that the drawing shows, in pixels."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bands: tuple[Band, ...]
    heads: tuple[LaneHead, ...]
    strokes: tuple[Stroke, ...]
    bars: tuple[Bar, ...]
    signs: tuple[Sign, ...]
    labels: tuple[Label, ...]
    ties: tuple[str, ...]
    happenings: tuple[Label, ...]


def draw(lanes: Sequence[Lane], happenings: Sequence[Happening] = ()) -> Drawing:
    """The drawing of these lanes, in their order. There is one text at least."""
    days = {text.at.day for lane in lanes for text in lane.texts}
    days |= {text.until.day for lane in lanes for text in lane.texts if text.until}
    days |= {one.on for one in happenings}
    bands, axis = _axis(sorted(days))
    right = bands[-1].x + bands[-1].width
    made = _Made(axis=axis, right=right)
    for at, lane in enumerate(lanes):
        made.lane(at, lane)
    named = _named(axis, happenings, right)
    return Drawing(
        width=right + WIDTH - RIGHT, height=_y(len(lanes)) - LANE // 3, left=LEFT, right=right,
        top=TOP - LANE // 3, bands=bands,
        heads=tuple(LaneHead(y=_y(at), name=_cut(lane.name), note=_cut(lane.note))
                    for at, lane in enumerate(lanes)),
        strokes=tuple(made.strokes), bars=tuple(made.bars), signs=tuple(made.signs),
        labels=tuple(made.labels), ties=tuple(made.ties), happenings=named)


class _Axis:
    """Where each day stands."""

    def __init__(self) -> None:
        self.days: dict[date, tuple[int, int]] = {}

    def x(self, moment: Moment) -> int:
        """The place of a moment; of a day without hour its middle."""
        start, width = self.days[moment.day]
        minute = _MINUTES // 2 if moment.minute is None else moment.minute
        return start + width * minute // _MINUTES


def _axis(days: Sequence[date]) -> tuple[tuple[Band, ...], _Axis]:
    span = (days[-1] - days[0]).days + 1
    shown = [days[0] + timedelta(days=n) for n in range(span)] if span <= FOLDED_OVER else days
    runs = [list(run) for _, run in groupby(
        enumerate(shown), key=lambda one: one[1] - timedelta(days=one[0]))]
    width = max((RIGHT - LEFT - FOLD * (len(runs) - 1)) // len(shown), LEAST_DAY)
    every = -(-_HEAD // width)
    axis, bands, x = _Axis(), [], LEFT
    before: date | None = None
    for run in runs:
        if before is not None:
            gap = (run[0][1] - before).days - 1
            words = f"{gap} {'day' if gap == 1 else 'days'} without a text"
            bands.append(Band(x=x, width=FOLD, words=words, is_fold=True))
            x += FOLD
        for at, (_, day) in enumerate(run):
            axis.days[day] = (x, width)
            words = f"{day.day} {day:%b %Y}" if at % every == 0 else ""
            bands.append(Band(x=x, width=width, words=words))
            x += width
        before = run[-1][1]
    return tuple(bands), axis


class _Made:
    """The parts of a drawing as they are made, lane by lane."""

    def __init__(self, *, axis: _Axis, right: int) -> None:
        self.axis, self.right = axis, right
        self.strokes: list[Stroke] = []
        self.bars: list[Bar] = []
        self.signs: list[Sign] = []
        self.labels: list[Label] = []
        self.ties: list[str] = []
        self._first: dict[int, int] = {}

    def lane(self, at: int, lane: Lane) -> None:
        """Draw a lane; those whose texts it copies were drawn before."""
        y = _y(at)
        for text, following in zip(lane.texts, [*lane.texts[1:], None], strict=True):
            x = self.axis.x(text.at)
            self._first.setdefault(at, x)
            until = text.until or (following.at if following else None)
            end = self.axis.x(until) if until else self.right
            self.strokes.append(Stroke(x1=x, x2=max(end, x), y=y, dashed=text.until is not None,
                                       is_copy=text.copies is not None))
            if text.at.minute is None:
                start, width = self.axis.days[text.at.day]
                self.bars.append(Bar(x=start + 2, y=y - 5, width=width - 4))
            self._sign(text, x, y)
            self._label(text, x, y)
            if text.copies is not None and text.copies in self._first:
                self.ties.append(_tie(self._first[text.copies], _y(text.copies), x, y))

    def _sign(self, text: Said, x: int, y: int) -> None:
        shift = (len(text.versions) - 1) * (_HALF_SIGN + 1)
        self.signs += [Sign(x=x - shift + 2 * (_HALF_SIGN + 1) * n, y=y, version=version)
                       for n, version in enumerate(text.versions)]

    def _label(self, text: Said, x: int, y: int) -> None:
        """Above the lane, else below it, else nowhere: the tables hold it."""
        size = _BOLD * len(text.strong) + _LETTER * len(text.words)
        start = min(max(x - size / 2, LEFT + 2), self.right - size - 2)
        if start < LEFT:
            return
        for shift in (_ABOVE, _BELOW):
            made = Label(x=round(start), y=y + shift, strong=text.strong, words=text.words,
                         start=start, end=start + size)
            if all(_apart(made, other) for other in self.labels):
                self.labels.append(made)
                return


def _apart(one: Label, other: Label) -> bool:
    return one.y != other.y or one.end + _LETTER <= other.start or other.end + _LETTER <= one.start


def _named(axis: _Axis, happenings: Iterable[Happening], right: int) -> tuple[Label, ...]:
    """Upright lines with their words at the top, as many words as find room there."""
    found: list[Label] = []
    for one in sorted(happenings, key=lambda happening: happening.on):
        x = axis.x(Moment(day=one.on, minute=_MINUTES // 8))  # beside the signs of the day
        size = _LETTER * len(one.words)
        start = min(x + 5.0, right - size)
        made = Label(x=x, y=TOP - LANE // 3 + 10, strong="", words=one.words, start=start,
                     end=start + size)
        fits = all(_apart(made, other) for other in found if other.words)
        found.append(made if fits else replace(made, words=""))
    return tuple(found)


def _tie(from_x: int, from_y: int, x: int, y: int) -> str:
    """The way from an original down to its copy, as an SVG path."""
    down = f"M{from_x} {from_y + _HALF_SIGN}V"
    if x - from_x <= 2 * _HALF_SIGN:
        return f"{down}{y - _HALF_SIGN}"
    return f"{down}{y - 12}Q{from_x} {y} {from_x + 12} {y}H{x - _HALF_SIGN}"


def _y(lane: int) -> int:
    return TOP + LANE // 2 + LANE * lane


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME - 1].rstrip() + "…"
