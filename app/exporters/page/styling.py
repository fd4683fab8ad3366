"""The style sheet that travels inside an exported report."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from string import ascii_letters, digits

from app.settings import resources

SHEETS = ("tokens", "report")
"""Of static/css: all that the report needs, so that it looks in the file as in the preview."""

_PLAIN = frozenset(ascii_letters + digits + " ")
_FOOTER = """@page {{ @bottom-left {{ content: "{title}"; }} }}
"""


def sheet(title: str) -> str:
    """The styles of a report, with its title at the foot of each printed page."""
    return f"\n{_sheets()}{_FOOTER.format(title=quoted(title))}"


@cache
def _sheets() -> str:
    folder = resources() / "static" / "css"
    return "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)


def quoted(text: str) -> str:
    """Text for a CSS string: all but plain letters, digits and spaces by their numbers."""
    return "".join(character if character in _PLAIN else f"\\{ord(character):x} "
                   for character in text)


def digest(style: str) -> str:
    """The style sheet's hash as a Content-Security-Policy names it."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
