"""Answering pairs: tag, undo, skip, and the note in between."""

from datetime import datetime, timedelta

from app.domain.errors import Conflict, NotAllowed
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.domain.tags import Tag
from app.services import ordering
from app.services.pages.shell import Saved
from app.services.typed import keepable
from app.store.audit import Did
from app.store.pairs import PairHead
from app.store.session import Store
from app.store.tags import Given

LONGEST_NOTE = 10_000
"""Characters of a note: three pages, more than anybody reads beside a pair."""


def tag_pair(
    store: Store,
    reviewer: Reviewer,
    pair_id: int,
    relation: Relation,
    *,
    note: str,
    seen: int,
    key: str,
    at: datetime,
) -> Saved:
    """Answer a pair. The reviewer's earlier answers stay; the newest counts.

    `seen` is the state that the page showed; `key` names the form, so that the same form sent
    twice answers once. Raises Conflict if the pair has changed, and nothing is written then.
    """
    _demand_part(reviewer)
    pair = store.pairs.hold(pair_id)
    first = store.tags.with_key(reviewer.id, key) if key else None
    if first is not None:
        return Saved(pair_id=first.pair_id, number=store.pairs.hold(first.pair_id).number,
                     relation=first.relation, newest=first.id)
    note = keepable("note", note, longest=LONGEST_NOTE)
    _demand_open(store, pair, at)
    before = store.tags.by(pair_id, reviewer.id)
    _demand_seen(pair.version + len(before), seen)
    tag = store.tags.append(pair_id, reviewer.id, relation, note=note, at=at,
                            form_key=key or None)
    ordering.after_tag(store, reviewer.id, tag.id)
    store.tags.unskip(pair_id, reviewer.id)
    store.tags.forget_draft(pair_id, reviewer.id)
    store.audit.add(Did.TAGGED, at=at, by=reviewer.id, case_id=pair.case_id, pair_id=pair_id,
                    relation=relation, again=bool(_stack(before)))
    return Saved(pair_id=pair_id, number=pair.number, relation=relation, newest=tag.id)


def undo_tag(
    store: Store, reviewer: Reviewer, pair_id: int, *, at: datetime, newest: int | None = None,
) -> Saved:
    """Take back what the reviewer did last on the pair: the skip, else the newest tag.

    What stood before that tag stands again, and its note is a draft again. `newest` is the
    newest answer that the form of Undo knew of (0: none): if another has come since, or there
    is none, the form was sent before and nothing changes. Raises Conflict if there is nothing
    to take back and no form says otherwise, or if the pair is settled.
    """
    _demand_part(reviewer)
    pair = store.pairs.hold(pair_id)
    answers = store.tags.by(pair_id, reviewer.id)
    given = _stack(answers)
    if store.tags.unskip(pair_id, reviewer.id):
        store.audit.add(Did.UNSKIPPED, at=at, by=reviewer.id, case_id=pair.case_id,
                        pair_id=pair_id)
    elif newest is None or (given and answers[-1].tag.id == newest):
        _take_back(store, pair, reviewer, given, at)
    return Saved(pair_id=pair_id, number=pair.number, relation=_relation(given))


def tag_if_open(
    store: Store, reviewer: Reviewer, pair_id: int, relation: Relation, *, at: datetime,
    together: str,
) -> int | None:
    """Answer one of many pairs, without a note; the id of the tag.

    None if the reviewer has tagged the pair already or it is settled: it stays as it is. A
    draft stays, too. `together` says in the log what the many have in common.
    """
    pair = store.pairs.hold(pair_id)
    if store.tags.settlement(pair_id) or _stack(store.tags.by(pair_id, reviewer.id)):
        return None
    tag = store.tags.append(pair_id, reviewer.id, relation, note="", at=at)
    store.tags.unskip(pair_id, reviewer.id)
    store.audit.add(Did.TAGGED, at=at, by=reviewer.id, case_id=pair.case_id, pair_id=pair_id,
                    relation=relation, again=False, together=together)
    return tag.id


def take_back(
    store: Store, reviewer: Reviewer, pair_id: int, tag_id: int, *, at: datetime,
) -> bool:
    """Take one tag of many back. False if it is no longer the newest, or the pair is settled."""
    pair = store.pairs.hold(pair_id)
    given = _stack(store.tags.by(pair_id, reviewer.id))
    if not given or given[-1].id != tag_id or store.tags.settlement(pair_id):
        return False
    _take_back(store, pair, reviewer, given, at)
    return True


def _take_back(
    store: Store, pair: PairHead, reviewer: Reviewer, given: list[Tag], at: datetime,
) -> None:
    """Take the last of the standing tags off, in the store and in `given`."""
    _demand_open(store, pair, at)
    if not given:
        raise Conflict("There is no tag of yours on this pair to take back.")
    last = given.pop()
    store.tags.append(
        pair.id, reviewer.id, _relation(given), note=given[-1].note if given else "", at=at,
        undoes=last.id,
    )
    if last.note:
        store.tags.save_draft(pair.id, reviewer.id, last.note, at=at)
    store.audit.add(Did.UNDID, at=at, by=reviewer.id, case_id=pair.case_id, pair_id=pair.id,
                    relation=_relation(given), took_back=last.relation)


def skip_pair(store: Store, reviewer: Reviewer, pair_id: int, *, at: datetime) -> Saved:
    """Put a pair off. One that the reviewer tagged already stays as it is, and is not skipped:
    there is nothing to take back then."""
    _demand_part(reviewer)
    pair = store.pairs.hold(pair_id)
    given = _stack(store.tags.by(pair_id, reviewer.id))
    if not given:
        store.tags.skip(pair_id, reviewer.id, at=at)
        store.audit.add(Did.SKIPPED, at=at, by=reviewer.id, case_id=pair.case_id,
                        pair_id=pair_id)
    return Saved(pair_id=pair_id, number=pair.number, relation=_relation(given),
                 skipped=not given)


def save_draft(store: Store, reviewer: Reviewer, pair_id: int, note: str, *, at: datetime) -> None:
    """Keep a note that has no tag yet.

    No audit row: it is the reviewer's own, decides nothing, and changes with every word.
    """
    _demand_part(reviewer)
    store.pairs.hold(pair_id)
    note = keepable("note", note, longest=LONGEST_NOTE)
    store.tags.save_draft(pair_id, reviewer.id, note, at=at)


def _stack(given: list[Given]) -> list[Tag]:
    """The tags that were not taken back, the newest last."""
    standing: list[Tag] = []
    for tag, undoes in given:
        if undoes is None:
            standing.append(tag)
        else:
            standing = [kept for kept in standing if kept.id != undoes]
    return standing


def _relation(given: list[Tag]) -> Relation | None:
    return given[-1].relation if given else None


def _demand_part(reviewer: Reviewer) -> None:
    if not reviewer.may_tag:
        raise NotAllowed("Viewers read; ask an admin for the role of a reviewer to tag pairs.")


def _demand_open(store: Store, pair: PairHead, at: datetime) -> None:
    settled = store.tags.settlement(pair.id)
    if settled is not None:
        raise Conflict(
            f"This pair was settled {_ago(at - settled.settled_at)}. Your tag was not counted.",
        )


def _demand_seen(state: int, seen: int) -> None:
    """`state` as `store.pairs.state` counts it."""
    if seen == state:
        return
    raise Conflict(
        "This pair has changed since you opened it. Your tag was not counted; "
        "look at the pair again and tag it once more.",
    )


def _ago(passed: timedelta) -> str:
    minutes = max(int(passed.total_seconds() // 60), 0)
    for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "a moment ago"
