"""Corrections of claims: made, kept, taken back."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.articles import Article
from app.domain.claims import Claim
from app.domain.corrections import CorrectedPart, Correction, What, corrected
from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.pairs import Pair
from app.domain.people import Reviewer, Role
from app.services.correcting.again import compare_again, demand_part
from app.services.correcting.changes import Change, parts_of
from app.services.typed import keepable
from app.store.audit import Did
from app.store.corrections import NewCorrection
from app.store.session import Store

LONGEST_REASON = 1_000
"""Characters of a reason: a few sentences."""


def correct_claim(
    store: Store, reviewer: Reviewer, claim_id: int, change: Change, *, why: str, seen: int,
    at: datetime,
) -> Correction:
    """Put a claim right, and compare its case again at once.

    `seen` is `store.corrections.state` as the page showed it. Raises Invalid, by field, for what
    cannot be used or changes nothing, and Conflict if somebody corrected the claim meanwhile;
    then nothing is written.
    """
    demand_part(reviewer)
    claim, article = _held(store, claim_id)
    _demand_open(store, claim, article, seen)
    apart = _apart(store, claim, change)
    parts, why = _checked(store, claim, article, change, why)
    store.corrections.keep_reading(claim)
    standing = [*_standing(store, claim_id), *parts]

    def put_right() -> None:
        _apply(store, claim, standing)
        if apart is not None:
            store.corrections.part(apart.key, same_event=False)

    again = compare_again(store, article.case_id, at, put_right, claim_id)
    made = store.corrections.add(
        NewCorrection(claim_id=claim_id, pair_id=apart.id if apart else None, parts=parts, why=why,
                      compared=again.compared, changed=again.changed), by=reviewer.id, at=at)
    _note(store, reviewer, Did.CORRECTED, made, article.case_id, at=at)
    return made


def undo(store: Store, reviewer: Reviewer, correction_id: int, *, at: datetime) -> Correction:
    """Take a correction back; what others put right since stays, and the case is compared again.

    Raises NotAllowed for a correction of somebody else, unless an adjudicator or admin asks, and
    Conflict if it was undone already or another claim has taken its words since.
    """
    demand_part(reviewer)
    taken = store.corrections.get(correction_id)
    claim, article = _held(store, taken.claim_id)
    taken = store.corrections.get(correction_id)  # nobody else undoes it now
    _demand_own(reviewer, taken)
    standing = _standing(store, claim.id, without=taken.id)
    before = corrected(store.corrections.machine_reading(claim), standing)
    if not _left_out(standing):
        _demand_free(store, before, article)

    def take_back() -> None:
        _apply(store, claim, standing)
        if taken.pair_id is not None:
            _join(store, taken)

    again = compare_again(store, article.case_id, at, take_back, claim.id)
    store.corrections.undo(taken.id, compared=again.compared, changed=again.changed,
                           by=reviewer.id, at=at)
    undone = store.corrections.get(taken.id)
    _note(store, reviewer, Did.UNDID_CORRECTION, undone, article.case_id, at=at)
    return undone


def _held(store: Store, claim_id: int) -> tuple[Claim, Article]:
    """The claim with its article, with nobody else changing its case until this is kept."""
    article = store.articles.get(store.claims.article_of(claim_id))
    store.cases.hold(article.case_id)
    return store.claims.get(claim_id), article


def _checked(
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


def _standing(
    store: Store, claim_id: int, *, without: int | None = None,
) -> list[CorrectedPart]:
    """The parts of all corrections of a claim that were not taken back, the oldest first."""
    return [part for made in store.corrections.of_claim(claim_id)
            if made.undone_at is None and made.id != without for part in made.parts]


def _apply(store: Store, claim: Claim, standing: Sequence[CorrectedPart]) -> None:
    """Let everybody read the claim with these parts put right."""
    store.claims.replace(corrected(store.corrections.machine_reading(claim), standing))
    store.corrections.leave_out(claim.id, is_claim=not _left_out(standing))


def _left_out(standing: Sequence[CorrectedPart]) -> bool:
    return any(part.what is What.NOT_A_CLAIM for part in standing)


def _join(store: Store, taken: Correction) -> None:
    """Let the two claims meet again, unless somebody else parted them too."""
    pair = store.pairs.get(taken.pair_id or 0)
    others = [made for claim_id in pair.key for made in store.corrections.of_claim(claim_id)
              if made.pair_id == pair.id and made.undone_at is None and made.id != taken.id]
    store.corrections.part(pair.key, same_event=not others)


def _note(
    store: Store, reviewer: Reviewer, did: Did, made: Correction, case_id: int, *, at: datetime,
) -> None:
    store.audit.add(did, at=at, by=reviewer.id, case_id=case_id, pair_id=made.pair_id,
                    correction=made.id, claim=made.claim_id,
                    what=[part.what for part in made.parts], compared=made.compared,
                    changed=made.changed)


def _demand_open(store: Store, claim: Claim, article: Article, seen: int) -> None:
    if store.corrections.state(claim.id) != seen:
        raise Conflict(
            "This claim was corrected since you opened it. Your correction was not saved; "
            "look at the claim again.")
    if claim.id in store.corrections.left_out(article.case_id):
        raise Conflict("This was said to be no claim. Undo that before you correct it.")


def _demand_own(reviewer: Reviewer, taken: Correction) -> None:
    if taken.undone_at is not None:
        raise Conflict("This correction was undone already. Nothing was changed.")
    if taken.reviewer_id != reviewer.id and reviewer.role not in {Role.ADJUDICATOR, Role.ADMIN}:
        raise NotAllowed("Whoever made a correction undoes it, or an adjudicator.")


def _demand_free(store: Store, claim: Claim, article: Article) -> None:
    """No other claim of the article has a word of this one."""
    for other in store.claims.of_article(article.id):
        if other.id != claim.id and (
                other.span.start < claim.span.end and claim.span.start < other.span.end):
            raise Conflict("Another claim has taken some of these words since. "
                           "Undo its correction first.")
