"""Parts that several pages share."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.pairs import Reason, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The top bar: who is here and what waits. `queue` counts pairs that I have not tagged,
    `adjudicate` disputes that I may settle; None without that role."""

    reviewer: str
    letter: str
    cases: int
    queue: int
    may_administer: bool = False
    adjudicate: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """The second bar, inside a case. `next_pair_id` is the pair "Continue review" opens,
    `disputes` counts those that I may settle; None without that role."""

    id: int
    name: str
    pairs: int
    articles: int
    claims: int
    tagged_by_me: int
    next_pair_id: int | None
    disputes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagShown:
    """A tag as a chip: `suggested` draws it dashed, `settled` with ring and scales.

    `relation` None is "Not reviewed".
    """

    relation: Relation | None
    suggested: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a claim's words. `mark` numbers a value mark (level 1; the first piece of a mark
    has `opens` set and shows the number); `only_here` underlines it with dots (level 2)."""

    text: str
    mark: int | None = None
    opens: bool = False
    only_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """A claim with where it stands. `before` and `after` are sentences of context; the first
    `nearest` characters of `after` are its first sentence, all that a phone shows unasked.

    `same_article` is set on the second claim of a pair inside one article.
    `language_dir` is "ltr", "rtl" or "auto".
    """

    id: int
    article_id: int
    case_id: int
    source: str
    title: str
    published_on: date | None
    paragraph: int
    pieces: tuple[Piece, ...]
    speaker: str = ""
    before: str = ""
    after: str = ""
    nearest: int = 0
    same_article: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was just saved, with the way back: "Pair 11 saved as related", Undo.

    `newest` is the newest of my answers to the pair (0: none). The form of Undo sends it back,
    so that the same form sent twice takes one answer back and no more.
    """

    pair_id: int
    number: int
    relation: Relation | None
    skipped: bool = False
    newest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of activity or history. `who` is "" for the system, "You" for oneself.

    `relation` is None where it is hidden from the viewer (blind until you decide) or absent.
    """

    who: str
    letter: str
    did: str
    at: datetime
    pair_id: int | None = None
    number: int | None = None
    reason: Reason | None = None
    relation: Relation | None = None
    settled: bool = False
    case: str = ""
