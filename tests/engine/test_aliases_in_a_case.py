"""Names that people say mean the same, in the cases that they belong to."""

from dataclasses import replace
from itertools import count

from app.domain.pairs import Reason
from app.engine.aliases import Aliases
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import CaseWords
from app.engine.claims import read_claims
from app.engine.reading import Reading

TEXTS = ("Mayor Ann Marlow opened the bridge in Orby.",
         "Mayor Ann Marlaw opened the bridge in Orby.")


def compared(aliases: dict[str, str]) -> Compared:
    ids = count(1)
    readings = [
        Reading(article_id=n, source_id=n, title="", published_on=None, text=text,
                claims=tuple(replace(claim, id=next(ids)) for claim in read_claims(text)))
        for n, text in enumerate(TEXTS, start=1)]
    return Compared(CaseWords(readings, Aliases(aliases)))


def spelt(aliases: dict[str, str]) -> list[tuple[str, str]]:
    return [(finding.first_value, finding.second_value)
            for _, one in compared(aliases).suggestions("test")
            for finding in one.findings if finding.reason is Reason.NAME_SPELLING]


def test_a_slip_is_found_while_nobody_says_that_it_is_none() -> None:
    assert spelt({}) == [("Ann Marlow", "Ann Marlaw")]
    assert spelt({"Ann Barlow": "Ann Marlow"}) == spelt({})


def test_names_that_mean_the_same_are_no_slip() -> None:
    assert spelt({"Ann Marlaw": "Ann Marlow"}) == []


def test_no_question_is_asked_about_them() -> None:
    asked = {held.question.reason for held in compared({"Marlaw": "Marlow"}).shown}

    assert Reason.NAME_SPELLING not in asked
