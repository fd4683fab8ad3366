"""Plain text in whatever encoding: which one, or why not."""

import codecs
import re

from charset_normalizer import from_bytes

from app.domain.errors import IntakeError

MOST_BYTES = 10_000_000
"""Largest file that is taken unless a setting says otherwise (promises.md, uploads)."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_LEGACY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)
"""What news text was written in before UTF-8; a wider choice finds more that it is not."""

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ENOUGH_TO_TELL = 64
"""Bytes outside ASCII below which a statistical guess is not trusted over cp1252."""

_SAVE_AS = "Save the article as plain text in UTF-8, or paste its text."


def decode(raw: bytes) -> str:
    """The text in these bytes: UTF-8 if it can be, else by its mark, else by its letters.

    Raises IntakeError, in one sentence that says what is wrong and one that says what to do.
    """
    _refuse_unreadable(raw)
    text = _marked(raw)
    if text is None:
        text = _unmarked(raw)
    if "\0" in text:
        raise IntakeError(f"It holds NUL bytes, which no text has. {_SAVE_AS}")
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise IntakeError(f"It is not text. {_SAVE_AS}")
    if not text.strip():
        raise IntakeError(_EMPTY)
    if _PAGE.match(text):
        raise IntakeError("It is the source of a web page. Paste the article's text instead.")
    return text


_EMPTY = "It is empty. Choose a file that holds the article's text."


def too_large(size: int, most: int = MOST_BYTES) -> str:
    """Why a file of `size` bytes is not taken, "" if it is. Ask before reading it."""
    if size <= most:
        return ""
    return (f"It has {size / 1e6:.0f} MB, and at most {most / 1e6:.0f} MB are taken. "
            "Choose the text of one article.")


def _refuse_unreadable(raw: bytes) -> None:
    if not raw.strip():
        raise IntakeError(_EMPTY)
    for start, what in _FORMATS:
        if raw.startswith(start):
            raise IntakeError(f"It is {what}, not plain text. {_SAVE_AS}")


def _marked(raw: bytes) -> str | None:
    """The text by the mark that it begins with; None if it has none."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                raise IntakeError(
                    f"Its first bytes say {encoding.removesuffix('-sig').upper()}, "
                    f"but the rest is not. {_SAVE_AS}",
                ) from error
    return None


def _unmarked(raw: bytes) -> str:
    if b"\0" in raw:
        raise IntakeError(f"It holds NUL bytes, which no text has. {_SAVE_AS}")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(raw):
            raise IntakeError(
                f"It is UTF-8 with a broken character at byte {error.start + 1:,}. {_SAVE_AS}",
            ) from error
        return _by_its_letters(raw)


def _is_broken_utf8(raw: bytes) -> bool:
    """Far more characters are whole than broken: in another encoding hardly any would be."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(not letter.isascii() for letter in text) - broken
    return whole > 3 * broken


def _by_its_letters(raw: bytes) -> str:
    """The text in an encoding older than UTF-8."""
    outside = sum(not chr(byte).isascii() for byte in raw)
    if outside < _ENOUGH_TO_TELL and (western := _western(raw)):
        return western
    best = from_bytes(raw, cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise IntakeError(f"It is not text in any encoding that can be told. {_SAVE_AS}")
    return str(best)


_WESTERN = re.compile(r"[\n\r\t\x0b\x0c -~€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\xa0-\xff]+")
_ODD = re.compile(r"[¤¦§¨ª¬¯²³µ¶¸¹º¼½¾×÷¢¥þÞðÐ]")


def _western(raw: bytes) -> str:
    """The text if it reads well as cp1252, else ""."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    outside = sum(not letter.isascii() for letter in text)
    reads_well = len(_ODD.findall(text)) * 4 < outside and outside * 6 < len(text)
    return text if reads_well and _WESTERN.fullmatch(text) else ""
