"""Any text in any order: never an exception, places inside their claims, one outcome."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.pairs import Suggestion
from app.engine.casework.matrix import topics
from tests.engine.casework.table_of_values import ROWS as VALUES
from tests.engine.casework.table_of_words import ROWS as WORDS
from tests.engine.casework.telling import claims, compared

SENTENCES = sorted({text for row in (*VALUES, *WORDS) for pair in row.wordings for text in pair})
SIGNS = st.sampled_from([*"“”\"'’-–—.,;:?!()[] \n0123456789$€%", "no ", "not ", "all ", "since ",
                         "Orby ", "said ", "2-1 ", "13–0 ", "first ", "was charged "])
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(SIGNS, max_size=60).map("".join),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join))


def shapes(suggested: list[Suggestion]) -> list[tuple[str, str, frozenset[str]]]:
    return sorted((one.relation, one.strength, frozenset(f.because for f in one.findings))
                  for one in suggested)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_no_text_raises_and_every_place_lies_in_its_claim(texts: list[str]) -> None:
    case, told = compared(*texts), claims(*texts)

    for key, suggestion in case.suggestions("test"):
        for finding in suggestion.findings:
            for claim, places in ((told[key.first], finding.first_places),
                                  (told[key.second], finding.second_places)):
                assert all(claim.span.start <= start < end <= claim.span.end
                           for start, end in places)
    topics(case)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=2, unique=True))
def test_the_order_of_import_does_not_change_what_is_found(texts: list[str]) -> None:
    there = compared(*texts).suggestions("test")
    back = compared(*reversed(texts)).suggestions("test")

    assert [(one.relation, one.strength) for _, one in there] == [
        (one.relation, one.strength) for _, one in back]
