"""Tags of one reviewer that do not fit together: they may be left so, for a reason."""

import re
from datetime import datetime

from app.domain.errors import Invalid, NotAllowed, NotFound
from app.domain.people import Reviewer
from app.services.typed import keepable
from app.store.audit import Did
from app.store.misfits import Three
from app.store.session import Store

LONGEST_REASON = 2_000

_CHECK = re.compile(r"([1-9][0-9]{0,17})-([1-9][0-9]{0,17})-([1-9][0-9]{0,17})")


def keep_misfit(
    store: Store, reviewer: Reviewer, check_id: str, why: str, *, at: datetime,
) -> None:
    """Leave three tags as they are; they are not shown again.

    Raises NotFound for tags that are not there or not this reviewer's, Invalid without a reason.
    """
    three = _three(store, reviewer, check_id)
    why = keepable("why", why, longest=LONGEST_REASON)
    if not why:
        raise Invalid({"why": "Say why these three tags stay as they are."})
    store.misfits.keep(three, reviewer.id, why, at=at)
    store.audit.add(Did.KEPT_MISFIT, at=at, by=reviewer.id, pairs=[*three], why=why,
                    case_id=store.pairs.hold(three.conflict_id).case_id)


def show_misfit_again(
    store: Store, reviewer: Reviewer, check_id: str, *, at: datetime,
) -> None:
    """Take that back. Raises NotFound as `keep_misfit` does."""
    three = _three(store, reviewer, check_id)
    if store.misfits.unkeep(three, reviewer.id):
        store.audit.add(Did.UNKEPT_MISFIT, at=at, by=reviewer.id, pairs=[*three],
                        case_id=store.pairs.hold(three.conflict_id).case_id)


def _three(store: Store, reviewer: Reviewer, check_id: str) -> Three:
    if not reviewer.may_tag:
        raise NotAllowed("Viewers read; ask an admin for the role of a reviewer to tag pairs.")
    match = _CHECK.fullmatch(check_id)
    three = Three(*map(int, match.groups())) if match else None
    if three is None or not store.pages.triangles.is_known(three, reviewer.id):
        raise NotFound("There are no such tags of yours.")
    return three
