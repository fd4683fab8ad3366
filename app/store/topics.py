"""Topics and their answers."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, case, delete, insert, select, update

from app.domain.pairs import Reason
from app.domain.topics import Answer, Topic
from app.store.tables import answers, pairs, suggestions, topics

_MACHINE = "machine"


class Topics:
    """The rows of the matrix."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_case(self, case_id: int) -> tuple[Topic, ...]:
        """The topics of a case in their order, each with its answers in order of claims."""
        said: dict[int, list[Answer]] = defaultdict(list)
        query = (
            select(answers).join(topics).where(topics.c.case_id == case_id)
            .order_by(answers.c.claim_id)
        )
        for row in self._connection.execute(query):
            answer = Answer(claim_id=row.claim_id, value=row.value, version=row.version)
            said[row.topic_id].append(answer)
        rows = self._connection.execute(
            select(topics).where(topics.c.case_id == case_id)
            .order_by(topics.c.position, topics.c.id),
        )
        return tuple(
            Topic(id=row.id, label=row.label, reason=Reason(row.reason),
                  answers=tuple(said[row.id]))
            for row in rows
        )

    def propose(self, case_id: int, proposed: Sequence[Topic]) -> None:
        """Put the machine's topics in place of its earlier ones.

        A topic of the same label and reason keeps its id, so that addresses stay good. What a
        person made is not touched. Then every pair is told its topic.
        """
        free = self._machine_made(case_id)
        self._connection.execute(
            update(pairs).where(pairs.c.case_id == case_id).values(topic_id=None),
        )
        of_machine = select(topics.c.id).where(
            topics.c.case_id == case_id, topics.c.made_by == _MACHINE,
        )
        self._connection.execute(delete(answers).where(answers.c.topic_id.in_(of_machine)))
        for position, topic in enumerate(proposed, start=1):
            topic_id = self._place(case_id, position, topic, free)
            self._answer(topic_id, topic.answers)
        for topic_id in free.values():
            self._connection.execute(delete(topics).where(topics.c.id == topic_id))
        self._tell_pairs(case_id)

    def _machine_made(self, case_id: int) -> dict[tuple[str, str], int]:
        rows = self._connection.execute(
            select(topics.c.id, topics.c.label, topics.c.reason)
            .where(topics.c.case_id == case_id, topics.c.made_by == _MACHINE)
            .order_by(topics.c.id.desc()),
        )
        return {(row.label, row.reason): row.id for row in rows}

    def _place(
        self, case_id: int, position: int, topic: Topic, free: dict[tuple[str, str], int],
    ) -> int:
        known = free.pop((topic.label, topic.reason), None)
        if known is not None:
            self._connection.execute(
                update(topics).where(topics.c.id == known).values(position=position),
            )
            return known
        made: int = self._connection.execute(
            insert(topics).returning(topics.c.id),
            {"case_id": case_id, "position": position, "label": topic.label,
             "reason": topic.reason, "made_by": _MACHINE},
        ).scalar_one()
        return made

    def _answer(self, topic_id: int, said: Sequence[Answer]) -> None:
        rows = {
            answer.claim_id: {"topic_id": topic_id, "claim_id": answer.claim_id,
                              "value": answer.value, "version": answer.version}
            for answer in reversed(said)
        }
        if rows:
            self._connection.execute(insert(answers), list(rows.values()))

    def _tell_pairs(self, case_id: int) -> None:
        """A pair's topic is one that both of its claims answer: first one of the kind that its
        deciding finding is about, then the first of the matrix."""
        first, second = answers.alias(), answers.alias()
        shared = (
            select(topics.c.id)
            .join(first, first.c.topic_id == topics.c.id)
            .join(second, second.c.topic_id == topics.c.id)
            .where(first.c.claim_id == pairs.c.first_claim_id,
                   second.c.claim_id == pairs.c.second_claim_id)
            .outerjoin(suggestions, suggestions.c.pair_id == pairs.c.id)
            .order_by(case((topics.c.reason == suggestions.c.reason, 0), else_=1),
                      topics.c.position, topics.c.id).limit(1)
            .correlate(pairs).scalar_subquery()
        )
        self._connection.execute(
            update(pairs).where(pairs.c.case_id == case_id).values(topic_id=shared),
        )
