"""The whole schema. Migrations build it; this describes it, and `alembic check` compares.

Enums are text; those that can never grow have a CHECK. Nothing is mapped: the store reads and
writes with Core, and hands out domain objects or rows made for a page.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.pairs import Relation, Strength
from app.domain.people import Role
from app.store.columns import NUMBER, CalendarDay, Json, UtcTime, YesNo

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    },
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _to(name: str, table: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    """A reference to another table's id."""
    return Column(name, ForeignKey(f"{table}.id"), nullable=null, primary_key=key)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _number(name: str, *, null: bool = False, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null, primary_key=key, autoincrement=False)


def _time(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, UtcTime, nullable=null)


def _json(name: str) -> Column[Any]:
    return Column(name, Json, nullable=False)


def _one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _table(name: str, *parts: Any, never_reuse_ids: bool = False) -> Table:  # noqa: ANN401
    return Table(
        name, metadata, *parts, sqlite_strict=True, sqlite_autoincrement=never_reuse_ids,
    )


reviewers = _table(
    "reviewers", _id(), _text("name"), _text("letter"), _text("role"),
    Column("is_active", YesNo, nullable=False), _time("joined_at"),
    _one_of("role", Role), UniqueConstraint("name"), UniqueConstraint("letter"),
)
"""People. `letter` stands for the name on badges."""

cases = _table(
    "cases", _id(), _text("name"), _text("folded"), _to("opened_by", "reviewers"),
    _time("opened_at"), _number("pairs_numbered"), UniqueConstraint("folded"),
)
"""Stories. `folded` is the name without regard to case; `pairs_numbered` the last number given
to a pair: it only grows, so that a number is never given twice."""

sources = _table("sources", _id(), _text("name"), _text("folded"), UniqueConstraint("folded"))
"""Who published."""

articles = _table(
    "articles", _id(), _to("case_id", "cases"), _to("source_id", "sources"), _text("title"),
    _text("file_name"), Column("published_on", CalendarDay), _number("revision_number"),
    Index(None, "case_id", "id"), Index(None, "source_id"),
)
"""Pieces of a case. `revision_number` is the revision that counts now."""

revisions = _table(
    "revisions", _id(), _to("article_id", "articles"), _to("case_id", "cases"),
    _number("number"), _text("sha256"), _to("imported_by", "reviewers"), _time("imported_at"),
    _json("dropped"), _text("text"), Column("raw", LargeBinary, nullable=False),
    UniqueConstraint("article_id", "number"), UniqueConstraint("case_id", "sha256"),
)
"""Immutable texts (a trigger refuses UPDATE). One text stands only once in a case."""

claims = _table(
    "claims", _id(), _to("article_id", "articles"), _to("revision_id", "revisions"),
    _number("position"), _number("start"), _number("end"), _text("quote"), _text("before"),
    _text("after"), _number("paragraph"), Column("in_title", YesNo, nullable=False),
    _text("speaker_name", null=True), _text("speaker_kind", null=True),
    _text("speaker_verb", null=True), _text("speaker_via", null=True),
    _text("modality"), _text("polarity"), _json("hedges"), _json("scope"), _text("condition"),
    _text("exception"), _json("stages"), _json("stages_ahead"),
    UniqueConstraint("revision_id", "position"), Index(None, "article_id"),
)
"""Claims in order of place (`position` counts from 1). No speaker: all speaker fields NULL.
Hedges, scope and stages are lists of words; no condition or exception: ""."""

facts = _table(
    "facts", _id(), _to("claim_id", "claims"), _number("position"), _text("kind"),
    _json("value"), _text("shown"), _text("surface"), _number("start"), _number("end"),
    UniqueConstraint("claim_id", "position"),
)
"""Values that claims commit to; `shown` is the normal form for people."""

topics = _table(
    "topics", _id(), _to("case_id", "cases"), _number("position"), _text("label"),
    _text("reason"), _text("made_by"), _one_of("made_by", ("machine", "person")),
    Index(None, "case_id", "position"),
)
"""Rows of the matrix. What a person made is never touched by the machine."""

answers = _table(
    "answers", _to("topic_id", "topics", key=True), _to("claim_id", "claims", key=True),
    _text("value"), _number("version"), Index(None, "claim_id"),
)
"""What a claim answers to a topic."""

pairs = _table(
    "pairs", _id(), _to("case_id", "cases"), _number("number"),
    _to("first_claim_id", "claims"), _to("second_claim_id", "claims"), _number("version"),
    Column("is_gone", YesNo, nullable=False), _to("topic_id", "topics", null=True),
    _to("portion_id", "portions", null=True),
    CheckConstraint("first_claim_id < second_claim_id", name="ordered"),
    UniqueConstraint("first_claim_id", "second_claim_id"), UniqueConstraint("case_id", "number"),
    Index(None, "second_claim_id"), Index(None, "topic_id", "number"),
)
"""Two claims set against each other, ordered at birth. `is_gone`: no longer suggested, kept
because somebody answered it. `topic_id` is the first topic that both claims answer,
`portion_id` says where the pair is counted."""

portions = _table(
    "portions", _id(), _to("case_id", "cases"), _text("relation"), _text("reason"),
    _to("first_source_id", "sources"), _to("second_source_id", "sources"), _number("pairs"),
    UniqueConstraint("case_id", "relation", "reason", "first_source_id", "second_source_id",
                     name="uq_portions_what"),
    Index(None, "relation", "reason", "pairs"),
    Index(None, "first_source_id", "second_source_id", "pairs"),
)
"""How many pairs of a case, not gone, have this suggestion, deciding reason and sources (the
lower id first). Counted anew when the case is compared."""

progress = _table(
    "progress", _to("reviewer_id", "reviewers", key=True), _to("portion_id", "portions", key=True),
    _number("tagged"),
)
"""How many pairs of a portion a reviewer has tagged; triggers on `standing_tags` keep it."""

suggestions = _table(
    "suggestions", _to("pair_id", "pairs", key=True), _to("case_id", "cases"),
    _text("relation"), _text("strength"), _text("reason"), Column("score", NUMBER, nullable=False),
    Column("rank", NUMBER, nullable=False, server_default="0"),
    _text("engine"), Column("aligned", NUMBER, nullable=False), _json("only_first"),
    _json("only_second"), _json("keys"), _one_of("relation", Relation),
    _one_of("strength", Strength),
)
"""What the machine makes of a pair now; `reason` is that of its first finding. `rank` orders
likely conflicts: the score times the factor of the reason."""

Index(
    "ix_suggestions_case_id_rank_pair_id",
    suggestions.c.case_id, suggestions.c.rank.desc(), suggestions.c.pair_id,
)

Index("ix_suggestions_rank_pair_id", suggestions.c.rank.desc(), suggestions.c.pair_id)

reason_factors = _table(
    "reason_factors", Column("reason", Text, primary_key=True),
    Column("factor", NUMBER, nullable=False),
)
"""What the score of a pair counts by its reason, from what people decided; see `Ranks`."""

findings = _table(
    "findings", _to("pair_id", "pairs", key=True), _number("position", key=True),
    _text("reason"), _text("relation"), _text("strength"), _text("because"), _text("what"),
    _text("reading"), _text("first_value"), _text("second_value"), _json("first_places"),
    _json("second_places"), _one_of("relation", Relation), _one_of("strength", Strength),
)
"""One comparator's opinion each, with the words it rests on; position 0 decides."""

tags = _table(
    "tags", _id(), _to("pair_id", "pairs"), _to("reviewer_id", "reviewers"),
    _text("relation", null=True), _text("note"), _time("tagged_at"),
    _to("undoes", "tags", null=True), _text("form_key", null=True),
    _one_of("relation", Relation), UniqueConstraint("reviewer_id", "form_key"),
    Index(None, "pair_id", "reviewer_id", "id"), Index(None, "reviewer_id", "id"),
    UniqueConstraint("undoes"),
    never_reuse_ids=True,
)
"""What people answered; triggers refuse UPDATE and DELETE. The newest row of a reviewer counts,
relation NULL means no answer. An undoing row names the row it takes back and repeats what stood
before that."""

standing_tags = _table(
    "standing_tags", _to("pair_id", "pairs", key=True),
    _to("reviewer_id", "reviewers", key=True), _to("tag_id", "tags"), _text("relation"),
    _one_of("relation", Relation), Index(None, "reviewer_id", "pair_id"),
)
"""The tag that counts now, one row a pair and reviewer, none where there is no answer. A
trigger on `tags` keeps it, so that lists need not look for the newest row."""

skips = _table(
    "skips", _to("pair_id", "pairs", key=True), _to("reviewer_id", "reviewers", key=True),
    _time("skipped_at"), Index(None, "reviewer_id", "pair_id"),
)
"""Pairs that a reviewer put off; the row goes when the reviewer tags the pair."""

drafts = _table(
    "drafts", _to("pair_id", "pairs", key=True), _to("reviewer_id", "reviewers", key=True),
    _text("note"), _time("saved_at"),
)
"""Notes not yet given with a tag."""

settlements = _table(
    "settlements", _id(), _to("pair_id", "pairs"), _to("reviewer_id", "reviewers"),
    _text("relation"), _text("why"), _time("settled_at"), _one_of("relation", Relation),
    UniqueConstraint("pair_id"), never_reuse_ids=True,
)
"""The decisions that stand, one a pair; a trigger on `decisions` keeps them, others refuse
UPDATE, and DELETE before a later decision."""

import_jobs = _table(
    "import_jobs", _id(), _to("case_id", "cases"), _to("reviewer_id", "reviewers"),
    _time("requested_at"), _time("cancelled_at", null=True), Index(None, "case_id"),
)
"""Wishes to bring articles into a case."""

import_items = _table(
    "import_items", _id(), _to("job_id", "import_jobs"), _number("position"), _text("name"),
    _text("title"), _text("source"), Column("published_on", CalendarDay), _text("state"),
    _text("failed_at", null=True), _text("message"), _to("article_id", "articles", null=True),
    _number("claims"), _number("pairs"), _number("attempts"), _time("leased_until", null=True),
    Column("raw", LargeBinary), UniqueConstraint("job_id", "position"), Index(None, "state", "id"),
)
"""Articles on their way in; `raw` goes when the revision has it."""

audit = _table(
    "audit", _id(), _time("at"), _to("reviewer_id", "reviewers", null=True), _text("did"),
    _to("case_id", "cases", null=True), _to("pair_id", "pairs", null=True), _json("details"),
    Index(None, "case_id", "id"), Index(None, "pair_id", "id"), never_reuse_ids=True,
)
"""Who did what, when; triggers refuse UPDATE and DELETE. No reviewer: the system did it."""
