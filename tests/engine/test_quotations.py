import pytest

from app.engine.quotations import quotations
from app.engine.sentences import paragraphs


def quoted(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in quotations(text, paragraphs(text))]


CASES = [
    ("“We lost,” he said.", ["We lost,"]),
    ('"We lost," he said.', ["We lost,"]),
    ("‘We lost,’ he said.", ["We lost,"]),
    ("«Perdimos», dijo.", ["Perdimos"]),
    ("„Verloren“, sagte er.", ["Verloren"]),
    ("“We lost,” he said. “It hurts.”", ["We lost,", "It hurts."]),
    ("“She told me ‘no’ twice,” he said.", ["She told me ‘no’ twice,"]),
    ("He called it a “grave mistake.”", ["grave mistake."]),
    ("It was the city’s plan, the mayors’ plan.", []),
    ("It's the boys' plan.", []),
    ("“They [the council] lost … again,” he said.", ["They [the council] lost … again,"]),
    ("Nothing is quoted here.", []),
    ('An inch mark: 6" wide.', []),
    ('He said "no" and "never".', ["no", "never"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_are_found_without_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_runs_over_paragraphs_with_no_closing_mark() -> None:
    text = "“We lost.\n“We will be back,” he said."

    found = quotations(text, paragraphs(text))

    assert [one.is_open for one in found] == [True, False]
    assert [one.goes_on for one in found] == [False, True]
    assert quoted(text) == ["We lost.", "We will be back,"]


def test_a_mark_that_nothing_closes_quotes_nothing() -> None:
    assert quoted("He said “no and left.\nThe end.") == []
