"""Outside things to the text of an article."""

from app.domain.articles import CleanText
from app.domain.errors import IntakeError
from app.intake.boilerplate import clean
from app.intake.files.text import decode


def read_text(raw: bytes) -> CleanText:
    """The article in a text file, without page furniture. Raises IntakeError."""
    found = clean(decode(raw))
    if not any(letter.isalpha() for letter in found.text):
        raise IntakeError("It holds no words of an article. Choose another file.")
    return found
