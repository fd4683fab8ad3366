"""Topics and their answers, worked out from what the machine proposes and what people did."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import (
    Connection,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    not_,
    select,
    update,
)

from app.domain.arranging import (
    Arranged,
    Known,
    Part,
    PartKind,
    Proposed,
    Told,
    TopicEdit,
    arranged,
    known_again,
    numbered,
    standing,
)
from app.domain.pairs import Reason
from app.domain.topics import Answer, Topic
from app.store.claims import counts
from app.store.origin_tables import article_origins
from app.store.tables import answers, articles, claims, pairs, suggestions, topics
from app.store.topic_edits import TopicEdits
from app.store.topic_tables import (
    machine_answers,
    machine_topics,
    topic_edit_parts,
    version_saves,
)

_MACHINE = "machine"


class Topics:
    """The rows of the matrix."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_case(self, case_id: int) -> tuple[Topic, ...]:
        """The topics of a case that have an answer, in their order, each with its answers in
        order of claims."""
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
            for row in rows if row.id in said
        )

    def propose(self, case_id: int, proposed: Sequence[Topic]) -> None:
        """Put the machine's topics in place of its earlier ones, and work out what all see.

        A proposal is known again by its claims and its name, and stays at home in the same
        topic. What people did stands: see `app.domain.arranging`. A proposal that is no longer
        made is dropped, unless people did something to its topic.
        """
        edits = TopicEdits(self._connection).of_case(case_id)
        old = {one.id: one for one in self._proposed(case_id)}
        new = [_known(topic) for topic in proposed]
        found = known_again({known: _known(one) for known, one in old.items()}, new)
        homes = self._homes(case_id, edits)
        for at, topic in enumerate(proposed):
            self._place(case_id, at, topic, found.get(at), homes)
        touched = {topic_id for edit in edits if edit.undone_at is None
                   for topic_id in edit.topic_ids}
        gone = [one.id for one in old.values()
                if one.id not in set(found.values()) and one.topic_id not in touched]
        self._drop(gone)
        self.work_out(case_id)
        self._connection.execute(_FORGET_EMPTY, {"case": case_id})

    def work_out(self, case_id: int) -> None:
        """Write anew what all see: names, order, answers, and the topic of each pair."""
        found = self._arranged(case_id)
        told = self._told(case_id)
        self._connection.execute(_FORGET_TOPICS, {"case": case_id})
        self._connection.execute(_FORGET_ANSWERS, {"case": case_id})
        self._name(found)
        rows = [{"topic_id": topic_id, "claim_id": answer.claim_id, "value": answer.value,
                 "version": answer.version}
                for topic_id, topic in found.items() for answer in numbered(topic.said, told)]
        if rows:
            self._connection.execute(insert(answers), rows)
        self._tell_pairs(case_id)

    def as_if(self, case_id: int, parts: Sequence[Part]) -> tuple[Topic, ...]:
        """The topics as they would be if people did this too; nothing is written."""
        told = self._told(case_id)
        found = ((topic_id, topic, numbered(topic.said, told))
                 for topic_id, topic in self._arranged(case_id, parts).items())
        return tuple(Topic(id=topic_id, label=topic.label, reason=topic.reason, answers=said)
                     for topic_id, topic, said in found if said)

    def labels(self, case_id: int) -> dict[int, str]:
        """The name of every topic of the case, those without claims too."""
        rows = self._connection.execute(select(topics.c.id, topics.c.label).where(
            topics.c.case_id == case_id))
        return {row.id: row.label for row in rows}

    def proposed_labels(self, case_id: int) -> dict[int, str]:
        """What the machine calls the topics that it proposed."""
        return {one.topic_id: one.label for one in reversed(self._proposed(case_id))}

    def sources(self, case_id: int) -> dict[int, int]:
        """The source of each claim that counts."""
        rows = self._connection.execute(_TOLD, {"case": case_id})
        return {row.id: row.source_id for row in rows}

    def _arranged(self, case_id: int, more: Sequence[Part] = ()) -> dict[int, Arranged]:
        made = {row.id: Reason(row.reason) for row in self._connection.execute(
            _MADE, {"case": case_id})}
        edits = TopicEdits(self._connection).of_case(case_id)
        return arranged(self._proposed(case_id), made, [*standing(edits), *more])

    def _name(self, found: Mapping[int, Arranged]) -> None:
        rows = [{"topic": topic_id, "at": at, "name": topic.label, "why": topic.reason}
                for at, (topic_id, topic) in enumerate(found.items(), start=1)]
        if rows:
            self._connection.execute(_NAME, rows)

    def _proposed(self, case_id: int) -> list[Proposed]:
        said: dict[int, list[Answer]] = defaultdict(list)
        for row in self._connection.execute(_SAID, {"case": case_id}):
            said[row.machine_topic_id].append(
                Answer(claim_id=row.claim_id, value=row.value, version=row.version))
        return [Proposed(id=row.id, topic_id=row.topic_id, label=row.label,
                         reason=Reason(row.reason), answers=tuple(said[row.id]))
                for row in self._connection.execute(_PROPOSED, {"case": case_id})]

    def _told(self, case_id: int) -> dict[int, Told]:
        rows = self._connection.execute(_TOLD, {"case": case_id})
        return {row.id: Told(row.voice, rank) for rank, row in enumerate(rows)}

    def _homes(
        self, case_id: int, edits: Iterable[TopicEdit],
    ) -> list[tuple[int, frozenset[Reason], frozenset[int]]]:
        """Topics that people put together, with the reasons and the claims in them."""
        shaped = {part.to_topic_id for edit in edits if edit.undone_at is None
                  for part in edit.parts if part.kind in {PartKind.MERGE, PartKind.MOVE}}
        if not shaped:
            return []
        reasons: dict[int, set[Reason]] = defaultdict(set)
        for one in self._proposed(case_id):
            reasons[one.topic_id].add(one.reason)
        return [(topic.id, frozenset({topic.reason, *reasons[topic.id]}),
                 frozenset(answer.claim_id for answer in topic.answers))
                for topic in self.of_case(case_id) if topic.id in shaped]

    def _place(
        self, case_id: int, at: int, topic: Topic, known: int | None,
        homes: Sequence[tuple[int, frozenset[Reason], frozenset[int]]],
    ) -> None:
        """Keep a proposal: in its old place, in a topic that people made of its claims, or in a
        new one."""
        row = {"label": topic.label, "reason": topic.reason, "position": at}
        if known is not None:
            self._connection.execute(_KEEP, {"known": known, "name": topic.label,
                                             "why": topic.reason, "at": at})
            self._connection.execute(_UNSAY, {"known": known})
        else:
            claimed = {answer.claim_id for answer in topic.answers}
            home = next((topic_id for topic_id, reasons, inside in homes
                         if topic.reason in reasons and 2 * len(claimed & inside) > len(claimed)),
                        None)
            known = self._connection.execute(
                insert(machine_topics).returning(machine_topics.c.id),
                row | {"case_id": case_id, "topic_id": home or self._open(case_id, row)},
            ).scalar_one()
        said = {answer.claim_id: {"machine_topic_id": known, "claim_id": answer.claim_id,
                                  "value": answer.value, "version": answer.version}
                for answer in reversed(topic.answers)}
        if said:
            self._connection.execute(insert(machine_answers), list(said.values()))

    def _open(self, case_id: int, row: Mapping[str, object]) -> int:
        opened: int = self._connection.execute(
            insert(topics).returning(topics.c.id),
            {**row, "case_id": case_id, "made_by": _MACHINE},
        ).scalar_one()
        return opened

    def _drop(self, gone: Sequence[int]) -> None:
        if gone:
            rows = [{"known": known} for known in gone]
            self._connection.execute(_UNSAY, rows)
            self._connection.execute(_DROP, rows)

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


def _known(topic: Topic | Proposed) -> Known:
    return Known(topic.label, topic.reason,
                 frozenset(answer.claim_id for answer in topic.answers))


_here = topics.c.case_id == bindparam("case")
_PROPOSED = (
    select(machine_topics).where(machine_topics.c.case_id == bindparam("case"))
    .order_by(machine_topics.c.position, machine_topics.c.id)
)
_SAID = (
    select(machine_answers)
    .join(machine_topics, machine_topics.c.id == machine_answers.c.machine_topic_id)
    .where(machine_topics.c.case_id == bindparam("case"))
    .order_by(machine_answers.c.machine_topic_id, machine_answers.c.claim_id)
)
_MADE = (
    select(topics.c.id, topics.c.reason).where(_here, topics.c.made_by != _MACHINE)
    .order_by(topics.c.id)
)
_origin = articles.alias("origin")
_TOLD = (
    select(claims.c.id, articles.c.source_id,
           func.coalesce(_origin.c.source_id, articles.c.source_id).label("voice"))
    .join(articles, articles.c.id == claims.c.article_id)
    .outerjoin(article_origins, article_origins.c.article_id == articles.c.id)
    .outerjoin(_origin, _origin.c.id == article_origins.c.origin_id)
    .where(articles.c.case_id == bindparam("case"), counts)
    .order_by(articles.c.published_on.is_(None), articles.c.published_on, articles.c.id,
              claims.c.position)
)
_KEEP = (
    update(machine_topics).where(machine_topics.c.id == bindparam("known"))
    .values(label=bindparam("name"), reason=bindparam("why"), position=bindparam("at"))
)
_UNSAY = delete(machine_answers).where(machine_answers.c.machine_topic_id == bindparam("known"))
_DROP = delete(machine_topics).where(machine_topics.c.id == bindparam("known"))
_NAME = (
    update(topics).where(topics.c.id == bindparam("topic"))
    .values(label=bindparam("name"), reason=bindparam("why"), position=bindparam("at"))
)
_FORGET_TOPICS = update(pairs).where(pairs.c.case_id == bindparam("case")).values(topic_id=None)
_FORGET_ANSWERS = delete(answers).where(answers.c.topic_id.in_(
    select(topics.c.id).where(_here)))
_FORGET_EMPTY = delete(topics).where(
    _here, topics.c.made_by == _MACHINE,
    not_(exists().where(machine_topics.c.topic_id == topics.c.id)),
    not_(exists().where(topic_edit_parts.c.topic_id == topics.c.id)),
    not_(exists().where(topic_edit_parts.c.to_topic_id == topics.c.id)),
    not_(exists().where(version_saves.c.topic_id == topics.c.id)),
)
