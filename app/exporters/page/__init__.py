"""A report as one HTML file that opens anywhere: its styles inside, no script, nothing remote.

It carries its own Content-Security-Policy, which allows its one style sheet by hash and nothing
else: what an article or a note says can never become more than text. It prints on A4 and Letter.
"""

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from app.domain.reports import Report
from app.exporters.page import styling
from app.exporters.page.composing import document
from app.exporters.page.document import Document
from app.settings import resources

__all__ = ["Document", "document", "parts"]

_PIECES = 200  # pieces of template output put together before they are handed on


def parts(report: Report) -> Iterator[bytes]:
    """The file, some kilobytes at a time."""
    shown = document(report)
    style = styling.sheet(f"{shown.title}: {shown.subtitle}")
    stream = _template().stream(
        document=shown,
        alone=True,
        style=Markup(style),  # noqa: S704  our own style sheets; the title in it is escaped
        style_hash=styling.digest(style),
    )
    stream.enable_buffering(_PIECES)
    for piece in stream:
        yield piece.encode()


@cache
def _template() -> Template:
    templates = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return templates.get_template("reports/file.html")
