"""What of all corrections of a claim stands, and what everybody reads because of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.articles import Article
from app.domain.claims import Claim, Span
from app.domain.corrections import CorrectedPart, Correction, What, corrected
from app.domain.errors import Conflict
from app.domain.people import Reviewer
from app.services.correcting.again import Again
from app.store.audit import Did
from app.store.corrections import NewCorrection
from app.store.session import Store

GONE_ON = ("This claim was corrected since you opened it. Your correction was not saved; "
           "look at the claim again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The parts that were not taken back, the oldest first; `is_claim` is what they come to."""

    parts: tuple[CorrectedPart, ...]
    is_claim: bool = True

    def and_then(self, *parts: CorrectedPart) -> "Standing":
        """With these put right as well."""
        out = any(part.what is What.NOT_A_CLAIM for part in parts)
        return Standing(parts=(*self.parts, *parts), is_claim=self.is_claim and not out)


def standing(store: Store, claim_id: int, *, without: Collection[int] = ()) -> Standing:
    """What stands for a claim, as if the corrections in `without` were taken back."""
    made = store.corrections.of_claim(claim_id)
    kept = [each for each in made if each.undone_at is None and each.id not in without]
    parts = tuple(part for each in kept for part in each.parts)
    by_hand = any(each.adds_the_claim for each in made)
    return Standing(
        parts=parts,
        is_claim=not any(part.what is What.NOT_A_CLAIM for part in parts)
        and (not by_hand or any(each.adds_the_claim for each in kept)))


def apply(store: Store, claim: Claim, stands: Standing) -> None:
    """Let everybody read the claim with these parts put right."""
    store.claims.replace(corrected(store.corrections.machine_reading(claim), stands.parts))
    store.corrections.leave_out(claim.id, is_claim=stands.is_claim)


def hold(store: Store, claim_id: int) -> tuple[Claim, Article]:
    """The claim with its article, with nobody else changing its case until this is kept."""
    article = store.articles.get(store.claims.article_of(claim_id))
    store.cases.hold(article.case_id)
    return store.claims.get(claim_id), article


def demand_unchanged(store: Store, claim_ids: Sequence[int], case_id: int, seen: int) -> None:
    """Raise Conflict unless the claims are as the page showed them, and are claims.

    `seen` is the sum of what `store.corrections.state` said of each.
    """
    if sum(map(store.corrections.state, claim_ids)) != seen:
        raise Conflict(GONE_ON)
    if store.corrections.left_out(case_id).intersection(claim_ids):
        raise Conflict("This was said to be no claim. Undo that before you correct it.")


def demand_free(store: Store, span: Span, article: Article, but: Collection[int]) -> None:
    """Raise Conflict if a claim of the article, `but` these, has a word of this span."""
    for other in store.claims.of_article(article.id):
        if other.id not in but and other.span.start < span.end and span.start < other.span.end:
            raise Conflict("Another claim has taken some of these words since. "
                           "Undo its correction first.")


def keep(
    store: Store, reviewer: Reviewer, new: NewCorrection, case_id: int, *, at: datetime,
) -> Correction:
    """Keep a correction with its audit row."""
    made = store.corrections.add(new, by=reviewer.id, at=at)
    note(store, reviewer, Did.CORRECTED, made, case_id, at=at)
    return made


def new(
    claim_id: int, parts: Sequence[CorrectedPart], why: str, again: Again,
    pair_id: int | None = None,
) -> NewCorrection:
    """A correction that is ready to be kept."""
    return NewCorrection(claim_id=claim_id, pair_id=pair_id, parts=tuple(parts), why=why,
                         compared=again.compared, changed=again.changed)


def note(
    store: Store, reviewer: Reviewer, did: Did, made: Correction, case_id: int, *, at: datetime,
) -> None:
    """Write the audit row of a correction that was made or taken back."""
    store.audit.add(did, at=at, by=reviewer.id, case_id=case_id, pair_id=made.pair_id,
                    correction=made.id, claim=made.claim_id,
                    what=[part.what for part in made.parts], compared=made.compared,
                    changed=made.changed)
