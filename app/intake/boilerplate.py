"""Page furniture out of an original, with the reason for each part that goes.

A line goes when the whole of it is furniture; a prefix goes when it stands before the first words
of a paragraph (a date stamp, a dateline). A sentence that merely mentions a subscription, a
photograph or a copyright stays.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from app.domain.articles import CleanText, Dropped
from app.intake.bylines import is_byline
from app.intake.furniture import credit_at_end, why_furniture
from app.intake.stamps import date_line, date_prefix, dateline

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200c\u2060\ufeff\u00ad]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_BLANKS = re.compile(r"\n{3,}")
_LONGEST_BYLINE = 160
_LONGEST_HEADLINE = 200
_MOST_HEADLINE_WORDS = 24
_MOST_WORDS_WITH_MARK = 16
_SHORTEST_STAMP = 8
_CLOSING = ".。।…:;,"


def clean(decoded: str) -> CleanText:
    """An original as canonical text, with title, day and what was left out, in order.

    Any text is taken; what is furniture only gives an empty `text`. Linear in its length.
    """
    dropped: list[Dropped] = []
    days: list[date] = []
    kept = [
        rest
        for line in _canonical(decoded).split("\n")
        if (rest := _kept(line.strip(), dropped, days)) is not None
    ]
    text = _BLANKS.sub("\n\n", "\n".join(kept)).strip()
    return CleanText(
        text=text,
        title=_title(text),
        published_on=days[0] if days else None,
        dropped=tuple(dropped),
    )


def _canonical(decoded: str) -> str:
    r"""NFC, `\n` only, plain spaces, no control characters."""
    lines = _LINE_ENDS.sub("\n", decoded)
    plain = _CONTROL.sub("", _SPACES.sub(" ", lines))
    return unicodedata.normalize("NFC", plain)


def _kept(line: str, dropped: list[Dropped], days: list[date]) -> str | None:
    """The line without furniture, None if all of it was; notes what went and days it told."""
    if not line:
        return line
    why, day = _why(line)
    if day is not None:
        days.append(day)
    if why:
        dropped.append(Dropped(text=line, why=why))
        return None
    return _without_ends(line, dropped, days)


def _why(line: str) -> tuple[str, date | None]:
    """Why the whole line is furniture, "" if it is not; and the day that it states."""
    return _why_short(line) if len(line) < _SHORTEST_STAMP else _why_any(line)


@lru_cache(maxsize=4096)
def _why_short(line: str) -> tuple[str, date | None]:
    """Tables and lists hold the same few signs many times over."""
    return _why_any(line)


def _why_any(line: str) -> tuple[str, date | None]:
    """As `_why`, for a line of any length."""
    is_stamp, day = date_line(line)
    if is_stamp:
        return "date line", day
    if len(line) <= _LONGEST_BYLINE and is_byline(line):
        return "byline", None
    return why_furniture(line), None


def _without_ends(line: str, dropped: list[Dropped], days: list[date]) -> str:
    """The line without a date stamp and a dateline before it and a photo credit after it."""
    if len(line) < _SHORTEST_STAMP:
        return line
    for read in (date_prefix, dateline):
        stamp = read(line)
        if stamp is None:
            continue
        if stamp.day is not None:
            days.append(stamp.day)
        dropped.append(Dropped(text=line[: stamp.end].strip(), why=stamp.why))
        line = line[stamp.end :]
    credit = credit_at_end(line)
    if credit is not None:
        dropped.append(Dropped(text=credit.group().strip(), why="image credit"))
        line = line[: credit.start()]
    return line


def _title(text: str) -> str:
    """The headline: a short first line without closing punctuation, before a body."""
    first, _, body = text.partition("\n")
    body = body.lstrip()
    words = len(first[:_LONGEST_HEADLINE].split())
    if not body or len(first) > _LONGEST_HEADLINE or words > _MOST_HEADLINE_WORDS:
        return ""
    if first[-1] in _CLOSING or body[0].islower() or len(body) < len(first):
        return ""
    return "" if first[-1] in '!?”"' and words > _MOST_WORDS_WITH_MARK else first
