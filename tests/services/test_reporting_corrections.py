"""A report says which claims people put right."""

from app.domain.claims import SpeakerKind
from app.services import correcting, reporting
from app.services.correcting import Change, Spoken
from tests.factories import NOON, Given
from tests.services.corrections import correct


def corrected(given: Given, case_id: int) -> list[frozenset[int]]:
    """The claims that were put right, article by article."""
    made = reporting.report(given.store, given.reviewer(), case_id)
    return [article.corrected for article in made.articles]


def test_a_claim_that_somebody_put_right_says_so_until_that_is_undone(given: Given) -> None:
    pair = given.pair("The bridge stands on four piers, said Bo Lind.")
    claim = given.store.claims.get(pair.key.first)
    told = Spoken(name="Ann Marlow", how=SpeakerKind.DIRECT)
    number = correct(given, claim, Change(speaker=told))
    before = corrected(given, pair.case_id)

    correcting.undo(given.store, given.reviewer(), number, at=NOON)

    assert before == [{claim.id}, frozenset()]
    assert corrected(given, pair.case_id) == [frozenset(), frozenset()]
