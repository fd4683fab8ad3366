import pytest

from app.domain.claims import Stage
from app.engine.claims import read_claims

DONE = [
    ("Mara Lind proposed a new law.", [Stage.PROPOSED]),
    ("She drafted the bill herself.", [Stage.DRAFTED]),
    ("Bo Reed introduced the motion.", [Stage.INTRODUCED]),
    ("The council passed the ordinance.", [Stage.PASSED]),
    ("The council voted unanimously to approve the ordinance.", [Stage.PASSED]),
    ("The bill survived its first reading.", [Stage.FIRST_VOTE]),
    ("The council voted 4 to 1 on Tuesday to pass the bill.", [Stage.PASSED]),
    ("The court voted 5-4, with Ann Reed in the majority, to strike down the law.",
     [Stage.STRUCK_DOWN]),
    ("The mayor signed the bill.", [Stage.SIGNED]),
    ("The mayor vetoed the bill.", [Stage.VETOED]),
    ("The law took effect on Monday.", [Stage.IN_FORCE]),
    ("A bill to cap rents was introduced in June.", [Stage.INTRODUCED]),
    ("The bill to cap rents has passed.", [Stage.PASSED]),
    ("Parliament has already passed the rent cap.", [Stage.PASSED]),
    ("The council enacted the ordinance.", [Stage.IN_FORCE]),
    ("The law was repealed.", [Stage.REPEALED]),
    ("The court struck down the law.", [Stage.STRUCK_DOWN]),
    ("The newly passed ordinance is short.", [Stage.PASSED]),
    ("Owen Hale was arrested.", [Stage.ARRESTED]),
    ("Owen Hale was taken into custody.", [Stage.ARRESTED]),
    ("Owen Hale was charged with fraud.", [Stage.CHARGED]),
    ("Owen Hale is on trial.", [Stage.ON_TRIAL]),
    ("Owen Hale was found guilty.", [Stage.CONVICTED]),
    ("Owen Hale was found not guilty.", [Stage.ACQUITTED]),
    ("Owen Hale was convicted and sentenced.", [Stage.CONVICTED, Stage.SENTENCED]),
]
AHEAD = [
    ("The mayor will sign the bill.", [Stage.SIGNED]),
    ("The mayor can veto the bill.", [Stage.VETOED]),
    ("A second vote on the measure is needed.", [Stage.FINAL_VOTE]),
    ("The ordinance will come back for a second vote.", [Stage.FINAL_VOTE]),
    ("Before the ordinance is enacted, it will be read.", [Stage.IN_FORCE]),
    ("The law takes effect once Mara Lind signs it.", [Stage.SIGNED]),
    ("Owen Hale could be charged with fraud.", [Stage.CHARGED]),
    ("The bill is expected to be signed.", [Stage.SIGNED]),
    ("Those who voted want to pass the bill.", [Stage.PASSED]),
    ("The plan is to be approved.", [Stage.PASSED]),
    ("The agreement has yet to be approved.", [Stage.PASSED]),
    ("The council still has to hold a second vote.", [Stage.FINAL_VOTE]),
    ("A second and final vote follows on October 28.", [Stage.FINAL_VOTE]),
]
NEITHER = [
    "The rules were never codified.",
    "The mayor has not signed the bill.",
    "The club charged $5 at the door.",
    "She passed the salt.",
    "He signed autographs.",
    "The dam leaks.",
    "Officers may not make arrests.",
    "He introduced his wife.",
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_a_step_that_was_taken_is_told(text: str, expected: list[Stage]) -> None:
    [claim] = read_claims(text)

    assert list(claim.stages) == expected
    assert claim.stages_ahead == ()


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_a_step_still_to_come_is_ahead(text: str, expected: list[Stage]) -> None:
    [claim] = read_claims(text)

    assert list(claim.stages_ahead) == expected


@pytest.mark.parametrize("text", NEITHER)
def test_no_step_is_told_where_none_was_taken(text: str) -> None:
    for claim in read_claims(text):
        assert (claim.stages, claim.stages_ahead) == ((), ())
