"""Claims with their facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, not_, select, update

from app.domain.articles import Revision
from app.domain.claims import Claim, Modality, Polarity, Span, Speaker, SpeakerKind, Stage
from app.domain.errors import NotFound
from app.domain.fact_values import fact_value, to_json
from app.domain.facts import Fact, FactKind
from app.store.articles import current
from app.store.columns import AnyRow
from app.store.correction_tables import left_out_claims
from app.store.tables import articles, claims, facts, revisions

_Row = dict[str, Any]

counts = not_(exists().where(left_out_claims.c.claim_id == claims.c.id))
"""Nobody said that the claim is none."""


class Claims:
    """What articles assert."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, revision: Revision, found: Sequence[Claim]) -> tuple[Claim, ...]:
        """Keep the claims of a text, in order of place; they come back with their ids."""
        if not found:
            return ()
        rows = [_claim_row(revision, n, claim) for n, claim in enumerate(found, start=1)]
        self._connection.execute(insert(claims), rows)
        query = select(claims.c.id).where(claims.c.revision_id == revision.id)
        ids = self._connection.scalars(query.order_by(claims.c.position)).all()
        said = [row for claim_id, claim in zip(ids, found, strict=True)
                for row in _fact_rows(claim_id, claim.facts)]
        if said:
            self._connection.execute(insert(facts), said)
        return tuple(replace(claim, id=claim_id)
                     for claim_id, claim in zip(ids, found, strict=True))

    def add_one(self, revision: Revision, made: Claim) -> Claim:
        """Keep one more claim of a text; its number follows the highest one."""
        query = select(func.coalesce(func.max(claims.c.position), 0)).where(
            claims.c.revision_id == revision.id)
        position = self._connection.execute(query).scalar_one() + 1
        claim_id = self._connection.execute(
            insert(claims).returning(claims.c.id), _claim_row(revision, position, made),
        ).scalar_one()
        said = _fact_rows(claim_id, made.facts)
        if said:
            self._connection.execute(insert(facts), said)
        return replace(made, id=claim_id)

    def get(self, claim_id: int) -> Claim:
        """The claim. Raises NotFound."""
        for found in self._where(claims.c.id == claim_id).values():
            return found[0]
        raise NotFound("There is no such claim.")

    def article_of(self, claim_id: int) -> int:
        """The id of the article that a claim stands in. Raises NotFound."""
        query = select(claims.c.article_id).where(claims.c.id == claim_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFound("There is no such claim.")
        return int(found)

    def replace(self, claim: Claim) -> None:
        """Put what a person read in the claim in the place of what was read before."""
        self._connection.execute(
            update(claims).where(claims.c.id == claim.id).values(_said(claim)))
        self._connection.execute(delete(facts).where(facts.c.claim_id == claim.id))
        said = _fact_rows(claim.id, claim.facts)
        if said:
            self._connection.execute(insert(facts), said)

    def of_article(self, article_id: int) -> tuple[Claim, ...]:
        """The claims of an article's current text, in order of place."""
        return self._where(articles.c.id == article_id, counts).get(article_id, ())

    def of_case(self, case_id: int) -> Mapping[int, tuple[Claim, ...]]:
        """Article id to its claims in order of place; articles without claims are left out."""
        return self._where(articles.c.case_id == case_id, counts)

    def of_articles(self, article_ids: Sequence[int]) -> Mapping[int, tuple[Claim, ...]]:
        """The same for some articles, up to 500."""
        return self._where(articles.c.id.in_(article_ids), counts)

    def _where(self, *conditions: ColumnElement[bool]) -> dict[int, tuple[Claim, ...]]:
        said: dict[int, list[Fact]] = defaultdict(list)
        for row in self._connection.execute(_FACTS.where(*conditions)):
            said[row.claim_id].append(_fact(row))
        found: dict[int, list[Claim]] = defaultdict(list)
        for row in self._connection.execute(_CLAIMS.where(*conditions)):
            found[row.article_id].append(_claim(row, said.get(row.id, ())))
        return {article_id: tuple(parts) for article_id, parts in found.items()}


_CLAIMS = (
    select(claims)
    .join(revisions, revisions.c.id == claims.c.revision_id)
    .join(articles, current)
    .order_by(claims.c.revision_id, claims.c.start, claims.c.position)
)
_FACTS = (
    select(facts)
    .join(claims, claims.c.id == facts.c.claim_id)
    .join(revisions, revisions.c.id == claims.c.revision_id)
    .join(articles, current)
    .order_by(facts.c.claim_id, facts.c.position)
)


def _claim_row(revision: Revision, position: int, claim: Claim) -> _Row:
    return _said(claim) | {
        "article_id": revision.article_id, "revision_id": revision.id, "position": position,
    }


def _said(claim: Claim) -> _Row:
    span, speaker = claim.span, claim.speaker
    return {
        "start": span.start, "end": span.end, "quote": span.quote,
        "before": span.before, "after": span.after,
        "paragraph": claim.paragraph, "in_title": claim.in_title,
        "speaker_name": speaker and speaker.name, "speaker_kind": speaker and speaker.kind,
        "speaker_verb": speaker and speaker.verb, "speaker_via": speaker and speaker.via,
        "modality": claim.modality, "polarity": claim.polarity,
        "hedges": list(claim.hedges), "scope": list(claim.scope),
        "condition": claim.condition, "exception": claim.exception,
        "stages": list(claim.stages), "stages_ahead": list(claim.stages_ahead),
    }


def _fact_rows(claim_id: int, said: Iterable[Fact]) -> list[_Row]:
    return [
        {"claim_id": claim_id, "position": n, "kind": fact.kind, "value": to_json(fact.value),
         "shown": str(fact.value), "surface": fact.surface, "start": fact.start,
         "end": fact.end}
        for n, fact in enumerate(said, start=1)
    ]


def _claim(row: AnyRow, said: Iterable[Fact]) -> Claim:
    return Claim(
        id=row.id, paragraph=row.paragraph, in_title=row.in_title, speaker=_speaker(row),
        modality=Modality(row.modality), polarity=Polarity(row.polarity), facts=tuple(said),
        hedges=tuple(row.hedges), scope=tuple(row.scope), condition=row.condition,
        exception=row.exception, stages=tuple(map(Stage, row.stages)),
        stages_ahead=tuple(map(Stage, row.stages_ahead)),
        span=Span(start=row.start, end=row.end, quote=row.quote,
                  before=row.before, after=row.after),
    )


def _speaker(row: AnyRow) -> Speaker | None:
    if row.speaker_kind is None:
        return None
    return Speaker(name=row.speaker_name, kind=SpeakerKind(row.speaker_kind),
                   verb=row.speaker_verb, via=row.speaker_via)


def _fact(row: AnyRow) -> Fact:
    value = fact_value(FactKind(row.kind), row.value)
    return Fact(value=value, surface=row.surface, start=row.start, end=row.end)
