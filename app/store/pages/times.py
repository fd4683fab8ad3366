"""When the texts of a topic came, which days they name, and what they said before."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, select

from app.domain.facts import FactKind
from app.store.tables import answers, articles, claims, facts, revisions


class NamedDayRow(NamedTuple):
    """A day that a claim of the topic names."""

    claim_id: int
    article_id: int
    on: date


class EarlierTextRow(NamedTuple):
    """An earlier text of an article of the topic, and when the one after it came."""

    article_id: int
    number: int
    text: str
    replaced_at: datetime


class Times:
    """A topic in time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def named_days(self, topic_id: int) -> list[NamedDayRow]:
        """Single days, in order; weeks, months and spans are none."""
        values = {"topic": topic_id, "kind": FactKind.DATE}
        rows = self._connection.execute(_DAYS, values)
        return sorted((NamedDayRow(row.claim_id, row.article_id,
                                   date.fromisoformat(row.value["first"]))
                       for row in rows if _is_day(row.value)), key=lambda day: day.on)

    def earlier_texts(self, topic_id: int) -> list[EarlierTextRow]:
        """What articles of the topic said before, in order of the texts."""
        rows = self._connection.execute(_EARLIER, {"topic": topic_id})
        return [EarlierTextRow(*row) for row in rows]


def _is_day(value: dict[str, str]) -> bool:
    first = value.get("first")
    return bool(first) and first == value.get("last") and value.get("grain", "day") == "day"


_DAYS = (
    select(facts.c.claim_id, claims.c.article_id, facts.c.value)
    .join(answers, answers.c.claim_id == facts.c.claim_id)
    .join(claims, claims.c.id == facts.c.claim_id)
    .where(answers.c.topic_id == bindparam("topic"), facts.c.kind == bindparam("kind"))
    .order_by(facts.c.claim_id, facts.c.position)
)

_next = revisions.alias("following")
_EARLIER = (
    select(revisions.c.article_id, revisions.c.number, revisions.c.text, _next.c.imported_at)
    .join(_next, and_(_next.c.article_id == revisions.c.article_id,
                      _next.c.number == revisions.c.number + 1))
    .join(articles, and_(articles.c.id == revisions.c.article_id,
                         articles.c.revision_number > revisions.c.number))
    .where(revisions.c.article_id.in_(
        select(claims.c.article_id).join(answers, answers.c.claim_id == claims.c.id)
        .where(answers.c.topic_id == bindparam("topic"))))
    .order_by(revisions.c.article_id, revisions.c.number)
)
