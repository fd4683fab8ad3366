"""Corrections of one claim, and taking any correction back."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.articles import Article
from app.domain.claims import Claim
from app.domain.corrections import CorrectedPart, Correction, corrected
from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.pairs import Pair
from app.domain.people import Reviewer, Role
from app.services.correcting.again import compare_again, demand_part
from app.services.correcting.changes import Change, parts_of
from app.services.correcting.standing import (
    Standing,
    apply,
    demand_free,
    demand_unchanged,
    hold,
    keep,
    new,
    note,
    standing,
)
from app.services.typed import keepable
from app.store.audit import Did
from app.store.session import Store

LONGEST_REASON = 1_000
"""Characters of a reason: a few sentences."""


def correct_claim(
    store: Store, reviewer: Reviewer, claim_id: int, change: Change, *, why: str, seen: int,
    at: datetime, proposal_id: int | None = None,
) -> Correction:
    """Put a claim right, and compare its case again at once.

    `seen` is `store.corrections.state` as the page showed it, `proposal_id` a proposal that is
    taken over so. Raises Invalid, by field, for what
    cannot be used or changes nothing, and Conflict if somebody corrected the claim meanwhile;
    then nothing is written.
    """
    demand_part(reviewer)
    claim, article = hold(store, claim_id)
    demand_unchanged(store, [claim_id], article.case_id, seen)
    if proposal_id is not None:
        demand_waiting(store, proposal_id, claim_id)
    apart = _apart(store, claim, change)
    parts, why = checked(store, claim, article, change, why)
    store.corrections.keep_reading(claim)
    stands = standing(store, claim_id).and_then(*parts)

    def put_right() -> None:
        apply(store, claim, stands)
        if apart is not None:
            store.corrections.part(apart.key, same_event=False)

    again = compare_again(store, article.case_id, at, put_right, [claim_id])
    made = keep(store, reviewer, new(claim_id, parts, why, again, apart.id if apart else None),
                article.case_id, at=at)
    if proposal_id is not None:
        store.proposals.answer(proposal_id, made.id, by=reviewer.id, at=at)
    return made


def undo(store: Store, reviewer: Reviewer, correction_id: int, *, at: datetime) -> Correction:
    """Take a correction back, with all that were made in one go with it; what others put right
    since stays, and the case is compared again.

    Raises NotAllowed for a correction of somebody else, unless an adjudicator or admin asks, and
    Conflict if it was undone already or another claim has taken its words since.
    """
    demand_part(reviewer)
    _, article = hold(store, store.corrections.get(correction_id).claim_id)
    ids = store.reshapings.together(correction_id)
    taken = [store.corrections.get(one) for one in ids]  # nobody else undoes them now
    for each in taken:
        _demand_own(reviewer, each)
    claims = {each.claim_id: store.claims.get(each.claim_id) for each in taken}
    after = {claim_id: standing(store, claim_id, without=ids) for claim_id in claims}
    _demand_room(store, claims, after, article)

    def take_back() -> None:
        for claim_id, claim in claims.items():
            apply(store, claim, after[claim_id])
        for each in taken:
            if each.pair_id is not None:
                _join(store, each)
        for moved in store.reshapings.moved(ids[0]):
            store.reshapings.move_back(moved)

    again = compare_again(store, article.case_id, at, take_back, claims)
    for each in taken:
        store.corrections.undo(each.id, compared=again.compared, changed=again.changed,
                               by=reviewer.id, at=at)
        note(store, reviewer, Did.UNDID_CORRECTION, store.corrections.get(each.id),
             article.case_id, at=at)
    return store.corrections.get(correction_id)


def demand_waiting(store: Store, proposal_id: int, claim_id: int | None = None) -> int:
    """The claim of a proposal. Raises Conflict if it was answered, Invalid for another claim's."""
    found = store.proposals.get(proposal_id)
    if claim_id not in {None, found.claim_id}:
        raise Invalid({"nothing": "The proposal is not one for this claim. Open it again."})
    if found.answered_at is not None:
        raise Conflict("This proposal was answered already. Nothing was changed.")
    return found.claim_id


def checked(
    store: Store, claim: Claim, article: Article, change: Change, why: str,
) -> tuple[tuple[CorrectedPart, ...], str]:
    """The parts of the change and its reason. Raises Invalid with all that is wrong."""
    wrong: dict[str, str] = {}
    parts: tuple[CorrectedPart, ...] = ()
    try:
        parts = parts_of(change, claim, article, store.claims.of_article(article.id))
    except Invalid as error:
        wrong |= error.fields
    if not parts and not wrong:
        wrong["nothing"] = "Nothing was changed. Change what was read wrongly."
    try:
        why = keepable("why", why, longest=LONGEST_REASON)
    except Invalid as error:
        wrong |= error.fields
    if change.apart_from is not None and not why:
        wrong["why"] = "Say in one sentence why they are not about the same event."
    if wrong:
        raise Invalid(wrong)
    return parts, why


def _apart(store: Store, claim: Claim, change: Change) -> Pair | None:
    if change.apart_from is None:
        return None
    pair = store.pairs.get(change.apart_from)
    if claim.id not in pair.key:
        raise Invalid({"nothing": "The pair is not one of this claim. Open the form again."})
    return pair


def _join(store: Store, taken: Correction) -> None:
    """Let the two claims meet again, unless somebody else parted them too."""
    pair = store.pairs.get(taken.pair_id or 0)
    others = [made for claim_id in pair.key for made in store.corrections.of_claim(claim_id)
              if made.pair_id == pair.id and made.undone_at is None and made.id != taken.id]
    store.corrections.part(pair.key, same_event=not others)


def _demand_own(reviewer: Reviewer, taken: Correction) -> None:
    if taken.undone_at is not None:
        raise Conflict("This correction was undone already. Nothing was changed.")
    if taken.reviewer_id != reviewer.id and reviewer.role not in {Role.ADJUDICATOR, Role.ADMIN}:
        raise NotAllowed("Whoever made a correction undoes it, or an adjudicator.")


def _demand_room(
    store: Store, claims: dict[int, Claim], after: dict[int, Standing], article: Article,
) -> None:
    """No other claim of the article has a word of what these come back to."""
    back: Sequence[Claim] = [
        corrected(store.corrections.machine_reading(claim), after[claim_id].parts)
        for claim_id, claim in claims.items() if after[claim_id].is_claim]
    for claim in back:
        demand_free(store, claim.span, article, claims)
