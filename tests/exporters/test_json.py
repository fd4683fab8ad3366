import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from app.domain.claims import Span
from app.domain.reports import Report, ReportChoices
from app.exporters import EXPORTERS
from tests.exporters.naughty import NAUGHTY, texts
from tests.exporters.reports import article, claim, finer, report

ORDER = {
    "report": ["schema", "case", "engine", "articles", "claims", "pairs", "topics"],
    "articles": ["id", "source", "title", "file", "published_on", "sha256", "text", "dropped",
                 "origin", "agency"],
    "claims": ["id", "article", "start", "end", "text", "speaker", "modality", "polarity",
               "facts", "paragraph", "hedges", "scope", "condition", "exception", "stages",
               "stages_ahead", "corrected"],
    "pairs": ["number", "a", "b", "suggestion", "tags", "settlement",
              "unresolved"],
    "topics": ["label", "cells"],
}
NESTED = {
    "dropped": ["text", "why"],
    "speaker": ["name", "kind", "via", "verb"],
    "facts": ["kind", "value", "surface", "start", "end"],
    "suggestion": ["relation", "strength", "score", "findings"],
    "findings": ["reason", "relation", "because"],
    "tags": ["reviewer", "relation", "note", "at"],
    "settlement": ["reviewer", "relation", "why", "at"],
    "cells": ["source", "version", "value", "claims"],
}


def exported(made: Report) -> Any:  # noqa: ANN401
    return json.loads(EXPORTERS["json"].write(made))


def test_its_keys_are_those_of_the_schema_in_their_order() -> None:
    told = exported(report())

    assert list(told)[:7] == ORDER["report"]
    assert told["schema"] == "diptych/1"
    for name in ("articles", "claims", "pairs", "topics"):
        for item in told[name]:
            assert list(item) == ORDER[name]
            check_nested(item)


def check_nested(item: dict[str, Any]) -> None:
    for name, value in item.items():
        parts = value if isinstance(value, list) else [value]
        for part in parts:
            if name in NESTED and part is not None:
                assert list(part) == NESTED[name]
                check_nested(part)


def test_offsets_count_code_points_of_the_articles_text() -> None:
    told = exported(report())
    text_of = {each["id"]: each["text"] for each in told["articles"]}

    assert any(ord(letter) > 0xFFFF for text in text_of.values() for letter in text)
    for each in told["claims"]:
        text = text_of[each["article"]]
        assert text[each["start"]:each["end"]] == each["text"]
        for fact in each["facts"]:
            assert text[fact["start"]:fact["end"]] == fact["surface"]


def test_it_holds_every_pair_whatever_was_chosen_for_the_page() -> None:
    nothing = ReportChoices(conflicts=False, agreements=False, matrix=False)

    told = exported(report(choices=nothing))

    assert [pair["number"] for pair in told["pairs"]] == [1, 2, 3, 4, 5]
    assert [len(pair["tags"]) for pair in told["pairs"]] == [2, 1, 2, 2, 0]
    assert told["pairs"][3]["settlement"]["why"] == "Two different days."
    assert told["pairs"][4]["suggestion"]["findings"][0]["reason"] == "terminology"


def test_a_tag_says_who_what_why_and_when_with_its_zone() -> None:
    [first, _] = exported(report())["pairs"][0]["tags"]

    assert first == {"reviewer": "A", "relation": "conflict", "note": "One vote is missing.",
                     "at": "2026-11-20T12:00:00+00:00"}


def test_a_source_that_says_nothing_has_an_empty_cell() -> None:
    silent = exported(report())["topics"][0]["cells"][2]

    assert silent == {"source": "River Radio", "version": None, "value": "", "claims": []}


def test_an_empty_case_is_a_whole_file_too() -> None:
    told = exported(report(articles=(), rows=(), topics=(), sources=(), made_on=None))

    assert told["articles"] == told["claims"] == told["pairs"] == told["topics"] == []
    assert told["made_on"] is None


def test_naughty_strings_come_back_as_they_went_in() -> None:
    for text in NAUGHTY:
        made = report(case=text, articles=(article(1, text, text, claim(text, text, 1)),),
                      rows=(), topics=(), sources=(text,))

        told = exported(made)

        assert told["case"] == told["articles"][0]["text"] == told["claims"][0]["text"] == text


@settings(deadline=None)
@given(texts(), texts(), texts())
def test_any_text_comes_back_with_its_place(before: str, quote: str, after: str) -> None:
    whole = before + quote + after
    placed = replace(claim(whole, whole, 1), span=Span(
        start=len(before), end=len(before) + len(quote), quote=quote))
    told = exported(report(articles=(article(1, "A", whole, placed),), rows=(), topics=()))

    [back] = told["claims"]
    assert told["articles"][0]["text"][back["start"]:back["end"]] == back["text"] == quote


def test_a_claim_tells_what_it_commits_to_and_whether_it_was_put_right() -> None:
    made = exported(finer())

    [told] = [one for one in made["claims"] if one["id"] == 1]
    assert told["hedges"] == ["nearly"]
    assert told["scope"] == ["all"]
    assert told["condition"] == "if it rains"
    assert told["exception"] == "except on Sundays"
    assert told["corrected"] is True
    assert [one["corrected"] for one in made["claims"] if one["id"] == 2] == [False]
