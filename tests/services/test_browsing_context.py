"""What stands around a claim."""

from hypothesis import given
from hypothesis import strategies as st

from app.services.browsing.context import around

TEXT = (
    "A headline\n\n"
    "One came first. Two followed. Three was late. Four spoke, and Five listened. Six left.\n\n"
    "Seven began the next part. Eight went on. Nine ended it.\n\n"
    "Ten closed the text."
)


def context(words: str, size: int = 1) -> tuple[str, str]:
    start = TEXT.index(words)
    return around(TEXT, start, start + len(words), size)


def test_two_sentences_stand_on_each_side() -> None:
    assert context("Three was late.") == (
        "One came first. Two followed.", "Four spoke, and Five listened. Six left.")


def test_the_rest_of_the_claims_own_sentence_belongs_to_its_context() -> None:
    before, after = context("and Five listened")

    assert before == "Three was late. Four spoke,"
    assert after == ". Six left."


def test_at_the_edge_of_a_paragraph_the_next_one_gives_context() -> None:
    assert context("Seven began the next part.")[0] == "Four spoke, and Five listened. Six left."


def test_more_context_is_the_paragraph_and_then_its_neighbours() -> None:
    assert context("Eight went on.", 2) == ("Seven began the next part.", "Nine ended it.")
    assert context("Eight went on.", 3)[1] == "Nine ended it.\nTen closed the text."


def test_no_context_can_be_asked_for() -> None:
    assert context("Eight went on.", 0) == ("", "")


@given(st.text(st.sampled_from("Ab. \n"), max_size=120), st.integers(0, 120), st.integers(0, 120),
       st.integers(0, 20))
def test_context_is_always_words_of_the_text(text: str, one: int, other: int, size: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))

    before, after = around(text, start, end, size)

    assert "".join(text[:start].split()).endswith("".join(before.split()))
    assert "".join(text[end:].split()).startswith("".join(after.split()))


def test_the_first_sentence_after_a_claim_is_its_nearest_context() -> None:
    found = around(TEXT, TEXT.index("Two"), TEXT.index(" Three"))

    assert found.after == "Three was late. Four spoke, and Five listened."
    assert found.after[:found.nearest] == "Three was late."


def test_a_lone_full_stop_is_no_nearest_sentence() -> None:
    at = TEXT.index("and Five listened")
    found = around(TEXT, at, at + len("and Five listened"))

    assert found.after[:found.nearest] == ". Six left."


def test_without_anything_after_nothing_is_nearest() -> None:
    assert around("Only this.", 0, 10).nearest == 0
