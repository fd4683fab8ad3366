"""What was published: sources, their articles, and each immutable text of an article."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published: an outlet."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Words left out of the canonical text because they are page furniture, and why.

    `text` is word for word as it stood in the decoded original; `why` is a short phrase for
    readers ("page navigation", "read-more line").
    """

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    r"""An original made readable: canonical text (UTF-8, NFC, `\n` only) and what was left out.

    `title` is the headline if one could be told from the text, else "". `published_on` is a day
    that the text itself states in a date prefix, else None: it is never guessed. The headline
    stays part of `text` (as its first line), so that claims can be found in it.
    """

    text: str
    title: str
    published_on: date | None
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One immutable text of an article, with the raw bytes it was made from.

    `sha256` is the hex digest of the raw bytes as they came in.
    """

    id: int
    article_id: int
    number: int
    raw: bytes
    text: str
    sha256: str
    dropped: tuple[Dropped, ...]
    imported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A piece that a source published, as it belongs to a case."""

    id: int
    case_id: int
    source: Source
    title: str
    file_name: str
    published_on: date | None
    revision: Revision
