"""Corrections that people who may not make them propose, as a form shows them."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.articles import Article
from app.domain.claims import Claim
from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services.browsing.corrected import part_shown
from app.services.correcting import change_of
from app.services.correcting.changes import parts_of
from app.services.pages.correct import (
    AddedField,
    CorrectFields,
    PartShown,
    ProposalShown,
)
from app.store.proposals import Proposal
from app.store.session import Store


def proposals(
    store: Store, reviewer: Reviewer, claim: Claim, article: Article,
    proposed: Sequence[Proposal], chosen: int | None,
) -> tuple[ProposalShown, ...]:
    """The open proposals of a claim, the oldest first, each with what it would change."""
    if not proposed:
        return ()
    names = {person.id: person.name for person in store.people.everybody()}
    return tuple(ProposalShown(
        id=each.id, at=each.made_at, why=each.why, is_chosen=each.id == chosen,
        who="You" if each.reviewer_id == reviewer.id else names[each.reviewer_id],
        parts=_parts(store, each, claim, article),
    ) for each in proposed)


def filled(shown: CorrectFields, proposal: Proposal) -> CorrectFields:
    """The form with what a proposal would change in its fields."""
    told = proposal.fields
    values = shown.values
    if len(told["value"]) == len(values):
        values = tuple(replace(field, typed=typed)
                       for field, typed in zip(values, told["value"], strict=True))
    return replace(
        shown, first=told["first"], last=told["last"], speaker=told["speaker"], how=told["how"],
        via=told["via"], values=values, not_a_claim=told["not_a_claim"], why=proposal.why,
        added=tuple(AddedField(number=n, kind=kind, typed=typed, words=words)
                    for n, (kind, typed, words) in enumerate(told["added"], start=1))
        or shown.added, proposal_id=proposal.id,
    )


def _parts(
    store: Store, proposal: Proposal, claim: Claim, article: Article,
) -> tuple[PartShown, ...]:
    """Nothing where the claim has changed so that the proposal fits no more."""
    try:
        parts = parts_of(change_of(proposal.fields), claim, article,
                         store.claims.of_article(article.id))
    except Invalid:
        return ()
    return tuple(map(part_shown, parts))
