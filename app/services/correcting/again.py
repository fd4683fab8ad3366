"""Comparing a case again after somebody put something right, and counting what that changed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import NotAllowed
from app.domain.pairs import PairKey
from app.domain.people import Reviewer
from app.services import comparing, meeting
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """How many pairs were compared again, and how many of them came out another way."""

    compared: int
    changed: int


def compare_again(
    store: Store, case_id: int, at: datetime, change: Callable[[], object],
    claim_ids: Collection[int] = (), names: Collection[str] = (),
) -> Again:
    """Change something and compare again: the whole case, or of a large one what is near to
    these claims or holds one of these names, and the rest when nothing more is to do. Counts
    the pairs of these claims, else all that were compared."""
    large = meeting.is_large(store, case_id)
    if large and not claim_ids:
        claim_ids = meeting.naming(store, case_id, names)
        if not claim_ids:
            change()
            store.keys.change(case_id)
            return Again(compared=0, changed=0)
    before = _noticed(store, case_id, claim_ids)
    change()
    if large:
        meeting.meet_again(store, case_id, claim_ids, at=at)
    else:
        comparing.compare_case(store, case_id, at=at, changed=claim_ids)
    after = _noticed(store, case_id, claim_ids)
    keys = before.keys() | after.keys()
    return Again(compared=len(keys),
                 changed=sum(before.get(key) != after.get(key) for key in keys))


def _noticed(
    store: Store, case_id: int, claim_ids: Collection[int],
) -> dict[PairKey, object]:
    """What a reviewer would notice of each pair that is suggested now."""
    pairs = ([pair for claim_id in claim_ids for pair in store.pairs.of_claim(claim_id)]
             if claim_ids else store.pairs.of_case(case_id))
    return {pair.key: (pair.suggestion.relation, pair.suggestion.strength, [
        (each.reason, each.relation, each.first_value, each.second_value)
        for each in pair.suggestion.findings]) for pair in pairs}


def demand_part(reviewer: Reviewer) -> None:
    """Raise NotAllowed for a viewer."""
    if not reviewer.may_tag:
        raise NotAllowed(
            "Viewers read; ask an admin for the role of a reviewer to put something right.")
