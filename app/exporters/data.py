"""A report as JSON, for programs: the schema "diptych/1".

One object, its lists written one item a line, so that two exports can be set side by side with
ordinary tools. It holds every pair of the case, tagged or not: what was chosen for the page does
not thin it out, only names and notes follow the choice. Offsets are code points into the `text`
of the claim's article. Days are ISO dates, times ISO with their offset. Text is never altered.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from app.domain.claims import Claim, Speaker
from app.domain.fact_values import to_json
from app.domain.facts import Fact
from app.domain.pairs import Suggestion
from app.domain.reports import (
    Report,
    ReportedArticle,
    ReportedCell,
    ReportedSettlement,
    ReportedTag,
    ReportedTopic,
    ReportedUnresolved,
    ReportRow,
)

SCHEMA = "diptych/1"

Object = dict[str, object]


def parts(report: Report) -> Iterator[bytes]:
    """The file, a piece at a time: one piece for each list item."""
    yield f'{{"schema": {_json(SCHEMA)},\n'.encode()
    yield f'"case": {_json(report.case)},\n"engine": {_json(report.engine)},\n'.encode()
    yield from _list("articles", map(_article, report.articles))
    yield from _list("claims", (_claim(article, claim)
                                for article in report.articles for claim in article.claims))
    yield from _list("pairs", map(_pair, report.rows))
    yield from _list("topics", map(_topic, report.topics))
    made_on = report.made_on and report.made_on.isoformat()
    yield f'"tally": {_json(asdict(report.tally))},\n"made_on": {_json(made_on)}}}\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _list(name: str, items: Iterable[Object]) -> Iterator[bytes]:
    yield f'"{name}": ['.encode()
    before = "\n"
    for item in items:
        yield f"{before}{_json(item)}".encode()
        before = ",\n"
    yield b"\n],\n"


def _article(article: ReportedArticle) -> Object:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "file": article.file_name,
        "published_on": article.published_on and article.published_on.isoformat(),
        "sha256": article.sha256,
        "text": article.text,
        "dropped": [{"text": piece.text, "why": piece.why} for piece in article.dropped],
        "origin": article.origin,
        "agency": article.agency,
    }


def _claim(article: ReportedArticle, claim: Claim) -> Object:
    return {
        "id": claim.id,
        "article": article.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "speaker": claim.speaker and _speaker(claim.speaker),
        "modality": claim.modality,
        "polarity": claim.polarity,
        "facts": [_fact(fact) for fact in claim.facts],
        "paragraph": claim.paragraph,
        "hedges": list(claim.hedges),
        "scope": list(claim.scope),
        "condition": claim.condition,
        "exception": claim.exception,
        "stages": list(claim.stages),
        "stages_ahead": list(claim.stages_ahead),
        "corrected": claim.id in article.corrected,
    }


def _speaker(speaker: Speaker) -> Object:
    return {"name": speaker.name, "kind": speaker.kind, "via": speaker.via,
            "verb": speaker.verb}


def _fact(fact: Fact) -> Object:
    return {
        "kind": fact.kind,
        "value": to_json(fact.value),
        "surface": fact.surface,
        "start": fact.start,
        "end": fact.end,
    }


def _pair(row: ReportRow) -> Object:
    return {
        "number": row.number,
        "a": row.first_claim,
        "b": row.second_claim,
        "suggestion": _suggestion(row.suggestion),
        "tags": [_tag(tag) for tag in row.tags],
        "settlement": row.settlement and _settlement(row.settlement),
        "unresolved": row.unresolved and _unresolved(row.unresolved),
    }


def _suggestion(suggestion: Suggestion) -> Object:
    return {
        "relation": suggestion.relation,
        "strength": suggestion.strength,
        "score": suggestion.score,
        "findings": [
            {"reason": finding.reason, "relation": finding.relation, "because": finding.because}
            for finding in suggestion.findings
        ],
    }


def _tag(tag: ReportedTag) -> Object:
    return {
        "reviewer": tag.reviewer,
        "relation": tag.relation,
        "note": tag.note,
        "at": tag.tagged_at.isoformat(),
    }


def _settlement(settlement: ReportedSettlement) -> Object:
    return {
        "reviewer": settlement.reviewer,
        "relation": settlement.relation,
        "why": settlement.why,
        "at": settlement.settled_at.isoformat(),
    }


def _unresolved(unresolved: ReportedUnresolved) -> Object:
    return {
        "reviewer": unresolved.reviewer,
        "why": unresolved.why,
        "at": unresolved.decided_at.isoformat(),
    }


def _topic(topic: ReportedTopic) -> Object:
    return {"label": topic.label, "cells": [_cell(cell) for cell in topic.cells]}


def _cell(cell: ReportedCell) -> Object:
    return {
        "source": cell.source,
        "version": cell.version,
        "value": cell.value,
        "claims": list(cell.claims),
    }
