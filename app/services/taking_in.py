"""One article's way in: bytes to claims, claims to the store, the case compared."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from app.domain.articles import CleanText
from app.domain.claims import Claim
from app.domain.imports import ItemState
from app.engine.claims import read_claims
from app.intake.extraction import read_text
from app.models.names import NameFinder
from app.services import comparing, meeting
from app.store.articles import NewArticle
from app.store.audit import Did
from app.store.imports import LeasedItem
from app.store.session import Store

MOST_ATTEMPTS = 3
"""An item that stopped its worker this often is parked (promises.md, P14)."""

_FEW = 10
"""One new article to so many of a large case is compared with what is near to it only."""

_BATCH = 20
"""Fewer new articles than this wait for the last of their import before they are compared, so
that pairs get their numbers in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An item that was read and not kept yet."""

    clean: CleanText
    claims: tuple[Claim, ...]


def lease(store: Store, *, at: datetime, lasting: timedelta) -> LeasedItem | None:
    """Take the next waiting item in hand; None if none waits."""
    item = store.imports.lease(at=at, until=at + lasting)
    if item is None or item.attempts <= MOST_ATTEMPTS:
        return item
    store.imports.fail(
        item.id, ItemState.READING,
        f"Reading it stopped the import {MOST_ATTEMPTS} times, so it was left out. "
        "Paste the article's text without its surroundings.",
    )
    return lease(store, at=at, lasting=lasting)


def clean_text(item: LeasedItem) -> CleanText:
    """The item's text without page furniture. Raises IntakeError."""
    return read_text(item.wanted.raw)


def read(item: LeasedItem, clean: CleanText, names: NameFinder | None = None) -> ReadArticle:
    """Find the claims; `names` adds what the rules miss. Touches no store."""
    wanted = item.wanted
    claims = read_claims(
        clean.text, title=wanted.title or clean.title,
        published_on=wanted.published_on or clean.published_on,
    )
    if names is not None:
        claims = names.add_to(clean.text, claims)
    return ReadArticle(clean=clean, claims=claims)


def keep(store: Store, item: LeasedItem, article: ReadArticle, *, at: datetime) -> None:
    """Write article, claims and outcome at once; a text that is there already is not doubled.

    Writes nothing if another worker took the item over when the lease had run out.
    """
    case = store.cases.hold(item.case_id)
    if not store.imports.is_leased(item):
        return
    wanted, clean = item.wanted, article.clean
    sha256 = hashlib.sha256(wanted.raw).hexdigest()
    since = store.articles.imported_at(case.id, sha256)
    if since is not None:
        store.imports.duplicate(item.id, _already(since, at))
        return
    new = NewArticle(
        case_id=case.id, source=wanted.source or name_from(wanted.name),
        title=wanted.title or clean.title or name_from(wanted.name), file_name=wanted.name,
        published_on=wanted.published_on or clean.published_on,
        clean=clean, raw=wanted.raw, sha256=sha256,
    )
    kept = store.articles.add(new, imported_by=item.requested_by, at=at)
    store.claims.add(kept.revision, article.claims)
    store.imports.keep(item.id, kept.id, claims_found=len(article.claims))
    store.audit.add(
        Did.IMPORTED, at=at, by=item.requested_by, case_id=case.id, article=kept.id,
        title=kept.title, source=kept.source.name, claims=len(article.claims),
    )


def due_case(store: Store) -> int | None:
    """A case whose new articles are to be compared now; None if none is.

    Now means: nothing more of it is being read, or so much is new that the work done again is
    no more than the work done before (which keeps a long import from growing with its square).
    """
    for case_id, fresh in store.imports.uncompared().items():
        compared = store.articles.count(case_id) - fresh
        if store.imports.unread(case_id) == 0 or fresh >= max(_BATCH, compared):
            return case_id
    return None


def are_few(store: Store, case_id: int) -> bool:
    """So little of the case is new that it is quicker to compare that with what is near to it,
    and the whole case when nothing more is to do."""
    size = store.keys.size(case_id)
    fresh = len(store.imports.comparing(case_id))
    return size is not None and fresh * _FEW <= size.articles


def finish_some(store: Store, met: meeting.Meeting, *, at: datetime) -> None:
    """Keep what comparing some articles came to, and with it the outcome of their items."""
    meeting.record(store, met, at=at)
    _done(store, met.case_id, met.article_ids)


def finish(store: Store, outcome: comparing.Outcome, *, at: datetime) -> None:
    """Keep what comparing came to, and with it the outcome of the items that took part."""
    comparing.record(store, outcome, at=at)
    _done(store, outcome.case_id, outcome.article_ids)


def _done(store: Store, case_id: int, article_ids: Collection[int]) -> None:
    for item in store.imports.comparing(case_id):
        if item.article_id in article_ids:
            store.imports.done(item)


def name_from(file_name: str) -> str:
    """A file's name as people would write it: "harbour-weekly_2.txt" is "Harbour weekly 2"."""
    words = re.sub(r"[\s_-]+", " ", PurePath(file_name).stem).strip()
    return words[:1].upper() + words[1:] or file_name


def _already(since: datetime, now: datetime) -> str:
    year = f" {since.year}" if since.year != now.year else ""
    return f"Already in this case since {since.day} {since:%B}{year}. Nothing was added."
