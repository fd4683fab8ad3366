import pytest

from app.engine.claims import read_claims

HEDGES = [
    ("Nearly 40 schools closed.", ("nearly",)),
    ("About 12,000 people live there.", ("about",)),
    ("At least 12 people have died so far.", ("at least", "so far")),
    ("The dam reportedly leaks.", ("reportedly",)),
    ("The dam is said to leak.", ("is said to",)),
    ("The dam appears to leak.", ("appears to",)),
    ("Some 200 people came.", ("some",)),
    ("More than $2m was spent.", ("more than",)),
    ("They spoke about the dam.", ()),
    ("The dam leaks.", ()),
]
SCOPES = [
    ("All schools closed.", ("all",)),
    ("Most schools closed.", ("most",)),
    ("Some schools closed.", ("some",)),
    ("The city will not help in any way.", ("in any way",)),
    ("Under no circumstances will the city help.", ("under no circumstances",)),
    ("Only one school closed.", ("only",)),
    ("Nearly all schools closed.", ("nearly all",)),
    ("It is the most costly dam.", ()),
    ("It not only leaks but creaks.", ()),
    ("The school closed.", ()),
]
CONDITIONS = [
    ("The plant will close if the sale fails.", "if the sale fails"),
    ("If the sale fails, the plant will close.", "If the sale fails"),
    ("I will stay unless the board asks me to go.", "unless the board asks me to go"),
    ("It may open provided that the dam holds.", "provided that the dam holds"),
    ("“We stay as long as it rains,” Mara Lind said.", "as long as it rains"),
    ("It looks as if the sale failed.", ""),
    ("He was asked if the sale failed.", ""),
    ("The plant will close.", ""),
]
EXCEPTIONS = [
    ("Sales are barred, except under limited circumstances.", "except under limited circumstances"),
    ("All schools apart from one closed.", "apart from one closed"),
    ("All ports closed with the exception of Weston.", "with the exception of Weston"),
    ("All ports closed.", ""),
]


@pytest.mark.parametrize(("text", "expected"), HEDGES)
def test_a_claim_keeps_its_hedges(text: str, expected: tuple[str, ...]) -> None:
    assert [claim.hedges for claim in read_claims(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_a_claim_keeps_how_far_it_reaches(text: str, expected: tuple[str, ...]) -> None:
    assert [claim.scope for claim in read_claims(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_a_claim_keeps_its_condition(text: str, expected: str) -> None:
    assert [claim.condition for claim in read_claims(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), EXCEPTIONS)
def test_a_claim_keeps_its_exception(text: str, expected: str) -> None:
    assert [claim.exception for claim in read_claims(text)] == [expected]
