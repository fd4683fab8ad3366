import pytest

from app.domain.errors import IntakeError
from app.intake.extraction import read_text


def test_an_article_comes_without_its_furniture() -> None:
    found = read_text("Top of page\r\n\r\nThe bridge opened “on Monday”.\r\n".encode("cp1252"))

    assert found.text == "The bridge opened “on Monday”."
    assert [part.text for part in found.dropped] == ["Top of page"]


@pytest.mark.parametrize("raw", [b"12345 - 678", b"Top of page\nBottom of page"])
def test_a_file_without_words_of_an_article_is_refused(raw: bytes) -> None:
    with pytest.raises(IntakeError, match="no words of an article"):
        read_text(raw)
