"""The sample cases that come with the program: what reviewers tagged there is suggested."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.domain.pairs import Reason, Relation, Strength
from app.intake.boilerplate import clean
from tests.engine.casework.telling import Piece, claims, compared

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
CASES: list[dict[str, Any]] = json.loads((SEEDS / "cases.json").read_text("utf-8"))["cases"]


@cache
def pieces(folder: str) -> tuple[Piece, ...]:
    case = next(case for case in CASES if case["folder"] == folder)
    found = []
    for number, article in enumerate(case["articles"], start=1):
        text = clean((SEEDS / folder / article["file"]).read_text("utf-8"))
        found.append(Piece(text.text, on=date.fromisoformat(article["published_on"]),
                           source=number, title=text.title))
    return tuple(found)


def texts(folder: str) -> dict[int, tuple[str, str]]:
    """Each claim's file and words, by its id."""
    case = next(case for case in CASES if case["folder"] == folder)
    files = [article["file"] for article in case["articles"]]
    found: dict[int, tuple[str, str]] = {}
    ids = iter(sorted(claims(*pieces(folder)).items()))
    for file, piece in zip(files, pieces(folder), strict=True):
        for _ in claims(piece):
            number, claim = next(ids)
            found[number] = (file, claim.text)
    return found


@pytest.mark.parametrize("folder", [case["folder"] for case in CASES])
def test_every_tagged_pair_is_suggested(folder: str) -> None:
    told = texts(folder)
    suggested = {key for key, _ in compared(*pieces(folder)).suggestions("test")}
    tags = next(case for case in CASES if case["folder"] == folder)["tags"]

    missing = []
    for tag in tags:
        first, second = ({number for number, (file, text) in told.items()
                          if file == side[0] and side[1] in text}
                         for side in (tag["first"], tag["second"]))
        if not any({key.first, key.second} & first and {key.first, key.second} & second
                   and key.first != key.second for key in suggested):
            missing.append((tag["first"], tag["second"]))

    assert not missing


@pytest.mark.parametrize(("folder", "reason"), [
    ("los-angeles", Reason.DATE), ("los-angeles", Reason.EVENT_ORDER),
    ("los-alamitos", Reason.VOTE_COUNT), ("los-alamitos", Reason.NAME_SPELLING),
    ("los-alamitos", Reason.EVENT_ORDER), ("tarnley-flood", Reason.NUMBER),
    ("tarnley-flood", Reason.NAME_SPELLING), ("tarnley-flood", Reason.QUOTE_WORDING),
    ("tarnley-flood", Reason.EVENT_ORDER), ("tarnley-flood", Reason.NEGATION),
    ("tarnley-flood", Reason.SCOPE),
])
def test_each_planted_sort_of_conflict_is_found(folder: str, reason: Reason) -> None:
    found = {finding.reason for _, one in compared(*pieces(folder)).suggestions("test")
             for finding in one.findings if finding.relation is Relation.CONFLICT
             and finding.strength is Strength.STRICT}

    assert reason in found


def test_nothing_of_the_older_story_clashes_with_the_newer() -> None:
    both = (*pieces("los-angeles"), *pieces("los-alamitos"))
    newer = set(range(1, len(claims(*pieces("los-angeles"))) + 1))

    mixed = [key for key, one in compared(*both).suggestions("test")
             if one.relation is Relation.CONFLICT and one.strength is not Strength.FRAMING
             and (key.first in newer) != (key.second in newer)]

    assert not mixed
