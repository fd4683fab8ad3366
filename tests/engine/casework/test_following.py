"""Who clashes with one of two equal answers clashes with the other."""

from app.domain.pairs import Reason, Relation
from tests.engine.casework.telling import both_orders, suggestions

LONG = "The organ thief of Orby, Ada Moss, was jailed for 14 years."
SHORT = "The restorer Ada Moss was jailed for four years for the theft of organ pipes in Orby."
BRIEF = "Sending Ada Moss of Orby down for four years, the judge spoke of greed."


def values(*pieces: str) -> set[frozenset[str]]:
    """Pairs of values that clash as figures."""
    return {frozenset((finding.first_value, finding.second_value))
            for suggested in suggestions(*pieces) for finding in suggested.findings
            if finding.reason is Reason.NUMBER and finding.relation is Relation.CONFLICT}


def test_equal_answers_of_two_articles_clash_with_the_third_alike() -> None:
    for one, other in both_orders(SHORT, BRIEF):
        found = [suggested for suggested in suggestions(str(one), str(other), LONG)
                 if any(finding.reason is Reason.NUMBER
                        and finding.relation is Relation.CONFLICT
                        for finding in suggested.findings)]

        assert len(found) == 2


def test_an_article_that_tells_both_values_follows_nobody() -> None:
    both = f"{BRIEF} Her brother Jon Moss got 14 years."

    assert values(SHORT, both) == set()
