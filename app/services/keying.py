"""Keeping the index under which the claims of a large case meet."""

from collections.abc import Iterable

from app.engine.casework.index import Index
from app.store.keys import KeyRow, Size, WordRow
from app.store.session import Store


def replace(store: Store, case_id: int, found: Index | None, *, compared: int) -> None:
    """Write the index of a case anew, after it was compared whole; none for a small one.
    `compared` are the changes (`store.keys.changes`) that this has taken in."""
    if found is None:
        store.keys.forget(case_id)
    else:
        store.keys.replace(case_id, *_rows(found), compared=compared)


def add(store: Store, case_id: int, found: Index) -> None:
    """Count further articles in the index of a case."""
    store.keys.add(case_id, *_rows(found))


def _rows(found: Index) -> tuple[Size, Iterable[WordRow], Iterable[KeyRow]]:
    counted = found.known
    return (Size(counted.claims, counted.articles),
            (WordRow(word, *counted.uses(word)) for word in sorted(counted.words())),
            (KeyRow(word, one.claim_id, one.article_id)
             for one in found.claims for word in one.words))
