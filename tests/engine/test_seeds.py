"""The five real articles, where they stand beside the checkout; skipped where they do not.

Only normal forms are named here, no sentence of theirs.
"""

from datetime import date
from pathlib import Path

import pytest

from app.domain.claims import Claim, SpeakerKind
from app.domain.facts import FactKind
from app.engine.claims import read_claims
from app.intake.boilerplate import clean

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ORDER = ["000", "001", "002", "003", "004"]

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not here")


def claims_of(number: str) -> tuple[Claim, ...]:
    [path] = SEEDS.glob(f"{number}_*.txt")
    cleaned = clean(path.read_text(encoding="utf-8"))
    return read_claims(cleaned.text, title=cleaned.title, published_on=cleaned.published_on)


def told(number: str, kind: FactKind) -> list[str]:
    return [
        str(one.value) for claim in claims_of(number) for one in claim.facts if one.kind is kind
    ]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (FactKind.VOTE, [["4–1"], ["unanimous"], [], ["unanimous"], ["unanimous", "13–0"]]),
        (FactKind.PERCENT, [["nearly 65%"], [], ["99.9%"], [], []]),
        (
            FactKind.COUNT,
            [["2 documents", "about 12,000 people", "about 13 municipalities"], [], [], [], []],
        ),
        (
            FactKind.LAW,
            [
                ["Senate Bill 54", "Constitution of the United States"],
                [],
                ["8 U.S.C. § 1373"],
                ["Special Order 40"],
                [],
            ],
        ),
        (FactKind.ORDINAL, [["2nd vote"], ["2nd vote"], ["2nd term"], ["last time"],
                                ["2nd term", "1st administration"]]),
    ],
)
def test_every_figure_and_law_comes_out(kind: FactKind, expected: list[list[str]]) -> None:
    assert [told(number, kind) for number in ORDER] == expected


def test_direct_quotations_have_the_right_speakers() -> None:
    expected = [
        ["Warren Kusumoto"],
        ["Hugo Soto-Martinez"] * 2 + ["Karen Bass"] * 2 + ["Eric Adams"] * 2,
        ["Hugo Soto-Martínez"] * 3,
        ["Hugo Soto-Martinez", *["Karen Bass"] * 2, *["Jim McDonnell"] * 2]
        + ["Rob Bonta"] * 2
        + ["Tom Homan"] * 3,
        ["Karen Bass"] * 2
        + ["Hugo Soto-Martinez"]
        + ["Republican Party of Los Angeles County"] * 5,
    ]

    found = [
        [
            claim.speaker.name
            for claim in claims_of(number)
            if claim.speaker is not None and claim.speaker.kind is SpeakerKind.DIRECT
        ]
        for number in ORDER
    ]

    assert found == expected


def test_the_stated_day_is_the_articles_own() -> None:
    [path] = SEEDS.glob("003_*.txt")

    assert clean(path.read_text(encoding="utf-8")).published_on == date(2024, 11, 20)


def test_no_claim_holds_page_furniture() -> None:
    texts = [claim.text.lower() for number in ORDER for claim in claims_of(number)]

    assert not [text for text in texts if "of page" in text or "click here" in text]
    assert not [text for text in texts if text.startswith("date 20") or text == "staff writer"]
