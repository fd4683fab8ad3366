"""The claims of a case as a list: filtered, a page at a time, with what was read in each."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    func,
    literal,
    select,
    tuple_,
)

from app.domain.claims import Modality, SpeakerKind, Stage
from app.domain.corrections import What
from app.domain.errors import NotFound
from app.domain.facts import FactKind
from app.store.correction_tables import (
    corrected_parts,
    corrections,
    machine_readings,
    undone_corrections,
)
from app.store.pages.claim_filters import WantedClaims, filtered
from app.store.reshaping_tables import answered_proposals, proposals
from app.store.tables import answers, articles, claims, facts, sources, topics

MOST_CHOICES = 200
"""Articles and topics that a filter offers; longer lists are found through their own pages."""


class FactRow(NamedTuple):
    """A value of a claim; `by_person`: the machine did not read it so."""

    kind: FactKind
    shown: str
    by_person: bool


class ClaimListRow(NamedTuple):
    """A claim of the list. `topic` is the first that it answers, "" for none."""

    id: int
    number: int
    quote: str
    article_id: int
    title: str
    source: str
    paragraph: int
    speaker: str
    speech: SpeakerKind | None
    via: str
    modality: Modality
    stages: tuple[Stage, ...]
    stages_ahead: tuple[Stage, ...]
    facts: tuple[FactRow, ...]
    topic_id: int | None
    topic: str
    proposals: int


class Choices(NamedTuple):
    """What the filter offers: sources, articles (id, title, source), kinds, topics."""

    sources: list[tuple[int, str]]
    articles: list[tuple[int, str, int]]
    kinds: list[FactKind]
    topics: list[tuple[int, str]]


class ClaimLists:
    """Lists of claims."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, wanted: WantedClaims, *, upto: int | None = None) -> int:
        """How many claims the filter lets through; with `upto` only those up to that claim."""
        query = filtered(select(func.count()), wanted)
        if upto is not None:
            query = query.where(_key_of(upto) >= _KEY)
        return int(self._connection.execute(query).scalar_one())

    def ids(
        self, wanted: WantedClaims, limit: int, *, after: int | None = None,
        before: int | None = None,
    ) -> list[int]:
        """Claims in order of article and place: the first ones, or those beside a claim."""
        query = filtered(select(claims.c.id), wanted).limit(limit)
        order = [articles.c.id, claims.c.start, claims.c.id]
        if before is not None:
            query = query.where(_key_of(before) > _KEY).order_by(*(each.desc() for each in order))
            return list(self._connection.scalars(query))[::-1]
        if after is not None:
            query = query.where(_key_of(after) < _KEY)
        return list(self._connection.scalars(query.order_by(*order)))

    def is_of_case(self, claim_id: int, case_id: int) -> bool:
        """The claim is one of the case, left out or not."""
        query = (select(articles.c.id).join(claims, claims.c.article_id == articles.c.id)
                 .where(claims.c.id == claim_id, articles.c.case_id == case_id))
        return self._connection.execute(query).one_or_none() is not None

    def number(self, claim_id: int) -> int:
        """The claim's number in its article. Raises NotFound."""
        query = select(claims.c.position).where(claims.c.id == claim_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFound("There is no such claim.")
        return int(found)

    def rows(self, ids: Sequence[int]) -> list[ClaimListRow]:
        """Up to 500 claims, in the order of the ids."""
        if not ids:
            return []
        values = {"ids": list(ids)}
        row: Any
        said: dict[int, list[Any]] = {}
        for row in self._connection.execute(_FACTS, values):
            said.setdefault(row.claim_id, []).append(row)
        answered: dict[int, tuple[int, str]] = {}
        for row in self._connection.execute(_TOPICS, values):
            answered.setdefault(row.claim_id, (row.id, row.label))
        waiting: dict[int, int] = {}
        for row in self._connection.execute(_PROPOSED, values):
            waiting[row.claim_id] = row.proposals
        found = {row.id: _row(row, said.get(row.id, ()), answered.get(row.id),
                              waiting.get(row.id, 0))
                 for row in self._connection.execute(_ROWS, values)}
        return [found[claim_id] for claim_id in ids if claim_id in found]

    def left_out_by(self, ids: Sequence[int]) -> dict[int, int]:
        """Claims and the newest standing correction that says of each that it is none."""
        if not ids:
            return {}
        return {row.claim_id: row.id
                for row in self._connection.execute(_TAKEN_OUT, {"ids": list(ids)})}

    def choices(self, case_id: int) -> Choices:
        """What can be chosen in this case."""
        values = {"case": case_id}
        rows = self._connection.execute(_ARTICLES, values).all()
        named = {row.source_id: row.name for row in rows}
        kinds = set(self._connection.scalars(_KINDS, values))
        return Choices(
            sources=sorted(named.items(), key=lambda one: one[1].casefold()),
            articles=[(row.id, row.title, row.source_id) for row in rows[:MOST_CHOICES]],
            kinds=[kind for kind in FactKind if kind in kinds],
            topics=[(row.id, row.label)
                    for row in self._connection.execute(_CASE_TOPICS, values)])


_KEY = tuple_(articles.c.id, claims.c.start, claims.c.id)
_there = claims.alias("there")


def _key_of(claim_id: int) -> ColumnElement[Any]:
    """The key of a claim, as literals would be: one row of three."""
    def part(name: str) -> ColumnElement[Any]:
        return select(_there.c[name]).where(_there.c.id == claim_id).scalar_subquery()
    return tuple_(part("article_id"), part("start"), literal(claim_id))


_ids: BindParameter[list[int]] = bindparam("ids", expanding=True)

_ROWS = (
    select(claims, articles.c.title, sources.c.name.label("source"))
    .join(articles, articles.c.id == claims.c.article_id)
    .join(sources, sources.c.id == articles.c.source_id)
    .where(claims.c.id.in_(_ids))
)
_FACTS = (
    select(facts.c.claim_id, facts.c.kind, facts.c.shown, facts.c.start, facts.c.end,
           machine_readings.c.reading)
    .outerjoin(machine_readings, machine_readings.c.claim_id == facts.c.claim_id)
    .where(facts.c.claim_id.in_(_ids)).order_by(facts.c.claim_id, facts.c.position)
)
_TOPICS = (
    select(answers.c.claim_id, topics.c.id, topics.c.label)
    .join(topics, topics.c.id == answers.c.topic_id)
    .where(answers.c.claim_id.in_(_ids)).order_by(answers.c.claim_id, topics.c.position)
)
_TAKEN_OUT = (
    select(corrections.c.claim_id, corrections.c.id)
    .join(corrected_parts, corrected_parts.c.correction_id == corrections.c.id)
    .outerjoin(undone_corrections, undone_corrections.c.correction_id == corrections.c.id)
    .where(corrections.c.claim_id.in_(_ids), corrected_parts.c.what == What.NOT_A_CLAIM,
           undone_corrections.c.correction_id.is_(None))
    .order_by(corrections.c.id)
)
_PROPOSED = (
    select(proposals.c.claim_id, func.count().label("proposals"))
    .outerjoin(answered_proposals, answered_proposals.c.proposal_id == proposals.c.id)
    .where(proposals.c.claim_id.in_(_ids), answered_proposals.c.proposal_id.is_(None))
    .group_by(proposals.c.claim_id)
)
_ARTICLES = (
    select(articles.c.id, articles.c.title, articles.c.source_id, sources.c.name)
    .join(sources, sources.c.id == articles.c.source_id)
    .where(articles.c.case_id == bindparam("case")).order_by(articles.c.id)
)
_KINDS = (
    select(facts.c.kind).distinct().join(claims, claims.c.id == facts.c.claim_id)
    .join(articles, articles.c.id == claims.c.article_id)
    .where(articles.c.case_id == bindparam("case"))
)
_CASE_TOPICS = (
    select(topics.c.id, topics.c.label).where(topics.c.case_id == bindparam("case"))
    .order_by(topics.c.position, topics.c.id).limit(MOST_CHOICES)
)


def _row(
    row: Any, said: Sequence[Any], topic: tuple[int, str] | None, waiting: int,  # noqa: ANN401
) -> ClaimListRow:
    return ClaimListRow(
        id=row.id, number=row.position, quote=row.quote, article_id=row.article_id,
        title=row.title, source=row.source, paragraph=row.paragraph,
        speaker=row.speaker_name or "", via=row.speaker_via or "",
        speech=None if row.speaker_kind is None else SpeakerKind(row.speaker_kind),
        modality=Modality(row.modality), stages=tuple(map(Stage, row.stages)),
        stages_ahead=tuple(map(Stage, row.stages_ahead)),
        facts=tuple(FactRow(FactKind(fact.kind), fact.shown, _is_by_person(fact))
                    for fact in said),
        topic_id=topic and topic[0], topic=topic[1] if topic else "", proposals=waiting)


def _is_by_person(fact: Any) -> bool:  # noqa: ANN401
    """The machine read something else in these words."""
    if fact.reading is None:
        return False
    read: Sequence[Mapping[str, Any]] = fact.reading["facts"]
    return not any(
        (each["kind"], each["start"], each["end"], each["value"]["shown"])
        == (fact.kind, fact.start, fact.end, fact.shown) for each in read)
