"""What a case is about: its topics with what each source says, and the pairs on each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.domain.pairs import Relation
from app.domain.reports import ReportedArticle, ReportedCell, ReportedTopic, ReportRow
from app.domain.topics import Answer, Topic

STATES = (Relation.CONFLICT, Relation.RELATED, Relation.AGREE, Relation.UNRELATED)
"""What a topic is called, the first that any of its pairs has (design, section 8)."""


MOST_VALUES = 2
"""Values shown in a cell: a contradiction, not a list."""


class Subject(NamedTuple):
    """A topic as the report tells it, with its pairs by number."""

    topic: ReportedTopic
    rows: tuple[ReportRow, ...]


def subjects(
    topics: Iterable[Topic],
    articles: Sequence[ReportedArticle],
    rows: Iterable[tuple[int | None, ReportRow]],
) -> tuple[Subject, ...]:
    """The topics in their order; `rows` come with the id of the topic each belongs to."""
    on_topic: dict[int | None, list[ReportRow]] = defaultdict(list)
    for topic_id, row in rows:
        on_topic[topic_id].append(row)
    return tuple(_subject(topic, articles, on_topic[topic.id]) for topic in topics)


def _subject(
    topic: Topic, articles: Sequence[ReportedArticle], rows: Sequence[ReportRow],
) -> Subject:
    told = {row.relation for row in rows}
    relation = next((state for state in STATES if state in told), None)
    disputed = any(row.disputed for row in rows)
    return Subject(
        ReportedTopic(
            label=topic.label, reason=topic.reason, cells=_cells(topic, articles),
            relation=relation,
            settled=not disputed and any(row.settlement is not None for row in rows),
            disputed=disputed and relation is None,
        ),
        tuple(rows),
    )


def _cells(topic: Topic, articles: Sequence[ReportedArticle]) -> tuple[ReportedCell, ...]:
    """One cell a source, in order of publication."""
    answers = {answer.claim_id: answer for answer in topic.answers}
    said: dict[str, list[Answer]] = {}
    for article in articles:
        found = (answers.get(claim.id) for claim in article.claims)
        said.setdefault(article.source, []).extend(answer for answer in found if answer)
    return tuple(_cell(source, given) for source, given in said.items())


def _cell(source: str, said: Sequence[Answer]) -> ReportedCell:
    """What a source says first; where it differs from itself, the first two things it says."""
    versions = dict.fromkeys(answer.version for answer in said)
    values = [next(answer.value for answer in said if answer.version == version)
              for version in list(versions)[:MOST_VALUES]]
    return ReportedCell(
        source=source,
        version=next(iter(versions), None),
        value=" / ".join(dict.fromkeys(filter(None, values))),
        claims=tuple(answer.claim_id for answer in said),
        versions=tuple(versions),
    )
