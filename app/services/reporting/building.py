"""A case made into a `Report`: complete, in a fixed order, the same for the same data."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from app.domain.pairs import Pair, Relation
from app.domain.people import Reviewer
from app.domain.reports import (
    Report,
    ReportChoices,
    ReportedArticle,
    ReportedSettlement,
    ReportedTag,
    ReportedUnresolved,
    ReportRow,
    Tally,
)
from app.services.reporting.subjects import subjects
from app.services.reporting.summing_up import summary
from app.store.reports import Answered, Settled, TextOfArticle, Unresolved
from app.store.session import Store


def report(
    store: Store,
    reviewer: Reviewer,  # noqa: ARG001  every role may have it; `preview` says when to look
    case_id: int,
    choices: ReportChoices | None = None,
) -> Report:
    """The report of a case as it stands now. Raises NotFound.

    It holds everybody's answers. Without choices, it is what the page proposes at first.
    """
    case = store.cases.get(case_id)
    texts = store.reports.articles(case_id)
    articles = _articles(store, case_id, texts)
    pairs, rows = _rows(store, case_id, choices or ReportChoices())
    sources = tuple(dict.fromkeys(article.source for article in articles))
    of_topic = store.reports.topic_ids(case_id)
    told = subjects(store.topics.of_case(case_id), articles,
                    [(of_topic.get(pair.id), row) for pair, row in zip(pairs, rows, strict=True)])
    labelled = {row.number: replace(row, topic=subject.topic.label)
                for subject in told for row in subject.rows}
    return Report(
        case=case.name,
        engine=", ".join(sorted({row.suggestion.engine for row in rows})),
        made_on=_made_on(texts, rows),
        sources=sources,
        articles=articles,
        rows=tuple(labelled.get(row.number, row) for row in rows),
        topics=tuple(subject.topic for subject in told),
        tally=tally(rows),
        summary=summary(sources, articles, told, rows),
        choices=choices or ReportChoices(),
    )


def tally(rows: Iterable[ReportRow]) -> Tally:
    """The honest counts of a report's pairs."""
    found = list(rows)
    told = [row.relation for row in found]
    reviewed = sum(row.reviewed for row in found)
    return Tally(
        suggested=len(found),
        reviewed=reviewed,
        by_two=sum(len(row.tags) > 1 for row in found),
        settled=sum(row.settlement is not None for row in found),
        disputed=sum(row.disputed for row in found),
        left_out=len(found) - reviewed,
        conflicts=told.count(Relation.CONFLICT),
        agreements=told.count(Relation.AGREE),
        related=told.count(Relation.RELATED),
        unrelated=told.count(Relation.UNRELATED),
    )


def _articles(
    store: Store, case_id: int, texts: Iterable[TextOfArticle],
) -> tuple[ReportedArticle, ...]:
    claims, corrected = store.claims.of_case(case_id), store.reports.corrected(case_id)
    origins, found = store.origins.of_case(case_id), list(texts)
    copied = {one.article_id: one.origin_id for one in origins.values()
              if one.origin_id != one.article_id}
    source = {text.id: text.source for text in found}
    return tuple(
        ReportedArticle(
            id=text.id, source=text.source, title=text.title, file_name=text.file_name,
            published_on=text.published_on, sha256=text.sha256, text=text.text,
            dropped=text.dropped, claims=claims.get(text.id, ()),
            corrected=corrected.intersection(claim.id for claim in claims.get(text.id, ())),
            origin=copied.get(text.id), copy_of=source.get(copied.get(text.id, 0), ""),
            agency=origins[text.id].agency if text.id in origins else "",
        )
        for text in found
    )


def _rows(
    store: Store, case_id: int, choices: ReportChoices,
) -> tuple[list[Pair], list[ReportRow]]:
    """The pairs suggested now and those that are gone but were answered, by number; not those
    with what somebody said to be no claim."""
    answered, settled = store.reports.tags(case_id), store.reports.settlements(case_id)
    no_claims = store.corrections.left_out(case_id)
    gone = (pair for pair in store.pairs.of_case(case_id, gone=True)
            if (pair.id in answered or pair.id in settled) and not no_claims & {*pair.key})
    pairs = sorted([*store.pairs.of_case(case_id), *gone], key=lambda pair: pair.number)
    left = store.reports.unresolved(case_id)
    return pairs, [
        replace(_row(pair, answered.get(pair.id, ()), settled.get(pair.id), choices),
                unresolved=_unresolved(left.get(pair.id), choices))
        for pair in pairs
    ]


def _row(
    pair: Pair, answered: tuple[Answered, ...], settled: Settled | None, choices: ReportChoices,
) -> ReportRow:
    told = {answer.relation for answer in answered}
    relation = settled.relation if settled else min(told) if len(told) == 1 else None
    return ReportRow(
        number=pair.number,
        topic="",
        reason=pair.suggestion.findings[0].reason,
        first_claim=pair.key.first,
        second_claim=pair.key.second,
        suggestion=pair.suggestion,
        tags=tuple(_tag(answer, choices) for answer in answered),
        settlement=_settlement(settled, choices) if settled else None,
        relation=relation,
        disputed=settled is None and len(told) > 1,
    )


def _tag(answer: Answered, choices: ReportChoices) -> ReportedTag:
    return ReportedTag(
        reviewer=_called(answer.reviewer, choices), relation=answer.relation,
        note=answer.note if choices.notes else "", tagged_at=answer.tagged_at,
    )


def _settlement(settled: Settled, choices: ReportChoices) -> ReportedSettlement:
    return ReportedSettlement(
        reviewer=_called(settled.reviewer, choices), relation=settled.relation,
        why=settled.why, settled_at=settled.settled_at,
    )


def _unresolved(left: Unresolved | None, choices: ReportChoices) -> ReportedUnresolved | None:
    if left is None:
        return None
    return ReportedUnresolved(reviewer=_called(left.reviewer, choices), why=left.why,
                              decided_at=left.at)


def _called(reviewer: Reviewer, choices: ReportChoices) -> str:
    return reviewer.name if choices.full_names else reviewer.letter


def _made_on(texts: Iterable[TextOfArticle], rows: Iterable[ReportRow]) -> date | None:
    """The day, in UTC, of the newest thing that the report rests on."""
    times: list[datetime] = [text.imported_at for text in texts]
    for row in rows:
        times += [tag.tagged_at for tag in row.tags]
        times += [row.settlement.settled_at] if row.settlement else []
        times += [row.unresolved.decided_at] if row.unresolved else []
    return max(times).date() if times else None
