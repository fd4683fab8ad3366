"""What people typed, made fit to be kept."""

from app.domain.errors import Invalid


def keepable(field: str, text: str, *, longest: int) -> str:
    """The text without space around it, with one form of line end.

    Raises Invalid for what cannot be kept and shown again as it is: too long a text, a NUL, or
    half of a character.
    """
    text = text.replace("\r\n", "\n").strip()
    if len(text) > longest:
        raise Invalid({field: f"Shorten this to {longest:,} characters."})
    if text != mended(text):
        raise Invalid({field: "This holds a character that cannot be kept; type it again."})
    return text


def mended(text: str) -> str:
    """The text with a mark in place of what cannot be kept: NUL and lone surrogates."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
