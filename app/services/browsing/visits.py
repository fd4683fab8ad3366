"""What changed since somebody was here last.

Reading a page writes nothing, so a visit is known by what somebody did: it ends with their last
deed before an hour without one. "Mark as seen" says the same in one press.
"""

from datetime import datetime, timedelta

from app.domain.people import Reviewer
from app.services import wording
from app.services.pages.activity import Change, SinceVisit
from app.store.audit import Did
from app.store.pages.activity import Moment
from app.store.session import Store

GAP = timedelta(hours=1)
"""So long without a deed ends a visit."""
LOOKED_BACK = 200
"""Deeds of one's own among which the end of the visit before is looked for."""
MOST_CLAIMS = 500

_TAGS = (Did.TAGGED, Did.SAVED_VERSIONS)


def since_visit(
    store: Store, reviewer: Reviewer, case_id: int | None = None, *, now: datetime,
) -> SinceVisit | None:
    """What others did since this reviewer's last visit; None on the first one."""
    last = last_visit(store, reviewer, now=now)
    if last is None:
        return None
    path = "/activity" if case_id is None else f"/cases/{case_id}/activity"
    return SinceVisit(since=last.at, seen=store.pages.activity.newest(),
                      href=f"{path}?since={last.id}",
                      changes=_changes(store, reviewer, last.id, path, case_id))


def last_visit(store: Store, reviewer: Reviewer, *, now: datetime) -> Moment | None:
    """Where the visit before this one ended, or what was marked as seen after it."""
    ended = _end(store.pages.activity.last_of(reviewer.id, LOOKED_BACK), now)
    marked = store.settings.seen(reviewer.id)
    known = [one for one in (ended, marked and Moment(*marked)) if one is not None]
    return max(known, default=None)


def _end(deeds: list[Moment], now: datetime) -> Moment | None:
    """The newest deed that an hour without any followed."""
    later = now
    for deed in deeds:
        if later - deed.at > GAP:
            return deed
        later = deed.at
    return None


def _changes(
    store: Store, reviewer: Reviewer, since: int, path: str, case_id: int | None,
) -> tuple[Change, ...]:
    """A line for each kind of change, with the list behind it; of tags only how many."""
    did = store.pages.activity.by_others(reviewer.id, since, case_id)
    pairs = _new_pairs(store, since, case_id) if did.get(Did.COMPARED) else 0
    touched = _touched(store, reviewer, since, case_id) if did.get(Did.CORRECTED) else 0
    log, queue = f"{path}?since={since}&kind=", "/queue?mine=not_yet&order=newest"
    here = queue if case_id is None else f"/cases/{case_id}/pairs?mine=not_yet&order=newest"
    lines = (
        ("document", did.get(Did.IMPORTED, 0), "article", "came in", f"{log}imports"),
        ("open", pairs, "new pair", "suggested", here),
        ("check", sum(did.get(one, 0) for one in _TAGS), "tag", "by others", f"{log}tags"),
        ("scales", did.get(Did.SETTLED, 0), "pair", "of yours settled", f"{log}decisions"),
        ("pencil", touched, "tag", "of yours touched by corrections", f"{log}corrections"),
    )
    return tuple(Change(icon=icon, count=wording.count_of(count, noun), words=words, href=href)
                 for icon, count, noun, words, href in lines if count)


def _new_pairs(store: Store, since: int, case_id: int | None) -> int:
    told = store.pages.activity.details_since(Did.COMPARED, since, case_id)
    return sum(int(one.get("new") or 0) for one in told)


def _touched(store: Store, reviewer: Reviewer, since: int, case_id: int | None) -> int:
    told = store.pages.activity.details_since(Did.CORRECTED, since, case_id)
    claims = list(dict.fromkeys(int(one["claim"]) for one in told if one.get("claim")))
    return store.pages.activity.my_tags_on(reviewer.id, claims[:MOST_CLAIMS])
