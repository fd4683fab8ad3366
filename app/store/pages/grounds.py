"""How two claims came to be compared, read when somebody asks why."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from app.store.audit import Did
from app.store.tables import answers, articles, audit, cases, claims, pairs, revisions, topics


class Grounds:
    """Keys and times behind a suggestion."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbered(self, number: int) -> list[tuple[int, str]]:
        """The pairs of that number, each with the name of its case, gone or not."""
        rows = self._connection.execute(_NUMBERED, {"number": number})
        return [(row.id, row.name) for row in rows]

    def claims(self, case_id: int) -> int:
        """How many claims the current texts of a case make."""
        return int(self._connection.execute(_CLAIMS, {"case": case_id}).scalar_one())

    def compared_at(self, case_id: int) -> datetime | None:
        """When the case was last compared, None if never."""
        return self._connection.execute(_COMPARED, {"case": case_id}).scalar()

    def answered(self, case_id: int, labels: Sequence[str]) -> dict[str, int]:
        """How many claims answer the topics of these labels; a label that is none is left out."""
        rows = self._connection.execute(_ANSWERED, {"case": case_id, "labels": list(labels)})
        return {row.label: row.claims for row in rows}


_NUMBERED = (
    select(pairs.c.id, cases.c.name).join(cases, cases.c.id == pairs.c.case_id)
    .where(pairs.c.number == bindparam("number")).order_by(cases.c.id)
)

_CLAIMS = (
    select(func.count()).select_from(claims)
    .join(revisions, revisions.c.id == claims.c.revision_id)
    .join(articles, articles.c.id == revisions.c.article_id)
    .where(articles.c.case_id == bindparam("case"),
           revisions.c.number == articles.c.revision_number)
)

_COMPARED = (
    select(audit.c.at).where(audit.c.case_id == bindparam("case"), audit.c.did == Did.COMPARED)
    .order_by(audit.c.id.desc()).limit(1)
)

_ANSWERED = (
    select(topics.c.label, func.count().label("claims"))
    .join(answers, answers.c.topic_id == topics.c.id)
    .where(topics.c.case_id == bindparam("case"),
           topics.c.label.in_(bindparam("labels", expanding=True)))
    .group_by(topics.c.label)
)
