"""Opening cases and asking for articles to be brought in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.cases import Case
from app.domain.errors import Invalid, NotAllowed, NotFound
from app.domain.people import Reviewer
from app.intake.files.text import MOST_BYTES, too_large
from app.services.typed import keepable, mended
from app.store.audit import Did
from app.store.imports import WantedItem
from app.store.session import Store

LONGEST_NAME = 200
"""Characters of a case's, a source's or an article's name that fit on a page."""

_CANCELLED = "Cancelled before it was read. Import it again to add it."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """An article to bring in: its bytes, and what is known about it ("" or None: not told)."""

    name: str
    raw: bytes
    title: str = ""
    source: str = ""
    published_on: date | None = None


def open_case(store: Store, reviewer: Reviewer, name: str, *, at: datetime) -> Case:
    """A new case. Raises Invalid for a name that is empty, too long or taken."""
    _demand_part(reviewer)
    name = keepable("name", " ".join(name.split()), longest=LONGEST_NAME)
    if not name:
        raise Invalid({"name": "Give the case a name."})
    if _is_taken(store, name):
        raise Invalid({"name": f"There is a case named “{name}” already. Choose another name."})
    case = store.cases.add(name, opened_by=reviewer.id, at=at)
    store.audit.add(Did.OPENED_CASE, at=at, by=reviewer.id, case_id=case.id, name=name)
    return case


def case_named(store: Store, name: str) -> Case:
    """The case of that name, whatever its capitals and spaces. Raises NotFound."""
    return store.cases.named(mended(" ".join(name.split())))


def request_import(
    store: Store,
    reviewer: Reviewer,
    case_id: int,
    items: Iterable[NewItem],
    *,
    at: datetime,
    most_bytes: int = MOST_BYTES,
) -> int:
    """Ask for articles to be brought into the case; the id of the job that the worker will do.

    An item that is too large gets its outcome at once; the others are not held up. Raises
    Invalid without any item, NotFound for the case, NotAllowed for a viewer.
    """
    _demand_part(reviewer)
    case = store.cases.get(case_id)
    wanted = [_wanted(item, most_bytes) for item in items]
    if not wanted:
        raise Invalid({"files": "Choose at least one file, or paste a text."})
    job_id = store.imports.add(case.id, reviewer.id, wanted, at=at)
    store.audit.add(Did.REQUESTED_IMPORT, at=at, by=reviewer.id, case_id=case.id,
                    job=job_id, items=len(wanted))
    return job_id


def cancel_import(store: Store, reviewer: Reviewer, job_id: int, *, at: datetime) -> None:
    """Let no further article of the job begin; the one under way is finished."""
    _demand_part(reviewer)
    job = store.imports.job(job_id)
    left_out = store.imports.cancel(job_id, _CANCELLED, at=at)
    if left_out:
        store.audit.add(Did.CANCELLED_IMPORT, at=at, by=reviewer.id, case_id=job.case_id,
                        job=job_id, items=left_out)


def _wanted(item: NewItem, most_bytes: int) -> WantedItem:
    return WantedItem(
        name=mended(item.name).strip()[:LONGEST_NAME] or "Pasted text", raw=item.raw,
        title=keepable("title", " ".join(item.title.split()), longest=LONGEST_NAME),
        source=keepable("source", " ".join(item.source.split()), longest=LONGEST_NAME),
        published_on=item.published_on, refused=too_large(len(item.raw), most_bytes),
    )


def _is_taken(store: Store, name: str) -> bool:
    try:
        store.cases.named(name)
    except NotFound:
        return False
    return True


def _demand_part(reviewer: Reviewer) -> None:
    if not reviewer.may_tag:
        raise NotAllowed("Viewers read; ask an admin for the role of a reviewer to add articles.")
