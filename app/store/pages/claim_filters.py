"""Which claims a list of claims shows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, not_, or_, select

from app.domain.claims import Modality
from app.domain.corrections import What
from app.domain.facts import FactKind
from app.domain.pairs import Relation
from app.store.articles import current
from app.store.claims import counts
from app.store.correction_tables import (
    corrected_parts,
    corrections,
    left_out_claims,
    undone_corrections,
)
from app.store.pages.grid import WEIGHTS
from app.store.pages.states import states_of_case
from app.store.reshaping_tables import answered_proposals, proposals
from app.store.tables import answers, articles, claims, facts, revisions


class Special(StrEnum):
    """What a claim can be looked for by, besides its kinds of facts."""

    STAGE = "stage"
    MODALITY = "modality"
    NOTHING = "nothing"


class ClaimState(StrEnum):
    """How a claim stands: what was said of its pairs, or what was done to the claim itself."""

    CONFLICT = "conflict"
    AGREE = "agree"
    RELATED = "related"
    UNRELATED = "unrelated"
    OPEN = "open"
    ALONE = "alone"
    CORRECTED = "corrected"
    PROPOSED = "proposed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedClaims:
    """The filter of the list. `topic_id` 0: claims without a topic."""

    case_id: int
    reviewer_id: int
    source_id: int | None = None
    article_id: int | None = None
    kind: FactKind | Special | None = None
    topic_id: int | None = None
    state: ClaimState | None = None


def filtered(query: Select[Any], wanted: WantedClaims) -> Select[Any]:
    """The query over the claims that the filter lets through."""
    query = (query.select_from(claims)
             .join(revisions, revisions.c.id == claims.c.revision_id).join(articles, current))
    return query.where(articles.c.case_id == wanted.case_id, *_conditions(wanted))


def _conditions(wanted: WantedClaims) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.source_id is not None:
        asked.append(articles.c.source_id == wanted.source_id)
    if wanted.article_id is not None:
        asked.append(articles.c.id == wanted.article_id)
    if wanted.kind is not None:
        asked.append(_of_kind(wanted.kind))
    if wanted.topic_id is not None:
        answer = exists().where(answers.c.claim_id == claims.c.id)
        asked.append(answer.where(answers.c.topic_id == wanted.topic_id) if wanted.topic_id
                     else not_(answer))
    return [*asked, *_in_state(wanted)]


def _of_kind(kind: FactKind | Special) -> ColumnElement[bool]:
    fact = exists().where(facts.c.claim_id == claims.c.id)
    if isinstance(kind, FactKind):
        return fact.where(facts.c.kind == kind)
    return {
        Special.STAGE: or_(claims.c.stages != [], claims.c.stages_ahead != []),
        Special.MODALITY: claims.c.modality != Modality.DID,
        Special.NOTHING: not_(fact),
    }[kind]


def _in_state(wanted: WantedClaims) -> list[ColumnElement[bool]]:
    state = wanted.state
    if state is ClaimState.LEFT_OUT:
        return [SAID_TO_BE_NONE]
    if state is ClaimState.CORRECTED:
        return [counts, _is_corrected]
    if state is ClaimState.PROPOSED:
        return [counts, _is_proposed]
    if state is None:
        return [counts]
    told = states_of_case(wanted.case_id, wanted.reviewer_id)
    if state is ClaimState.ALONE:
        return [counts, claims.c.id.not_in(select(told.c.claim_id))]
    relations = {relation.value: weight for weight, relation in enumerate(WEIGHTS)}
    said = told.c.said.is_(None) if state is ClaimState.OPEN else (
        told.c.said == relations[Relation(state.value).value])
    return [counts, claims.c.id.in_(select(told.c.claim_id).where(said))]


_standing = (
    exists().select_from(corrections)
    .where(corrections.c.claim_id == claims.c.id, not_(
        exists().where(undone_corrections.c.correction_id == corrections.c.id)
        .correlate(corrections)))
    .correlate(claims)
)
_is_corrected = _standing
SAID_TO_BE_NONE: ColumnElement[bool] = and_(
    exists().where(left_out_claims.c.claim_id == claims.c.id),
    exists().select_from(corrections)
    .where(corrections.c.claim_id == claims.c.id,
           corrected_parts.c.correction_id == corrections.c.id,
           corrected_parts.c.what == What.NOT_A_CLAIM, not_(
               exists().where(undone_corrections.c.correction_id == corrections.c.id)
               .correlate(corrections)))
    .correlate(claims),
)
"""Somebody said that it is no claim; one that was added by hand and taken back is none either,
but nobody can bring it back."""
_is_proposed = (
    exists().where(proposals.c.claim_id == claims.c.id, not_(
        exists().where(answered_proposals.c.proposal_id == proposals.c.id)
        .correlate(proposals)))
    .correlate(claims)
)
