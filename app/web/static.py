"""Style sheets, the script and the mark: addresses that change when their bytes do."""

import re
from collections.abc import MutableMapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

from app.settings import resources

_FOR_EVER = "public, max-age=31536000, immutable"
_LOOK_AGAIN = "no-cache"

_SQUEEZED = {"css": "text/css", "js": "text/javascript"}
"""Folders whose files are ours to shorten, with their media type."""

_JOINED = re.compile(r"(?<=[{;,(\[])\n|\n(?=[})\]])")
"""An end of line after which, or before which, a script needs none."""

_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_AIR = re.compile(r"\s*([{};,>])\s*|(?<=[\w-]):\s+|\s*\n\s*")
_SPARE = re.compile(r";(?=\})|(?<![\w.])0(?=\.\d)")
"""The last semicolon of a rule, and a zero before a decimal point."""


def address(path: str) -> str:
    """The address of a file under static/, with a part of its SHA-256: `/static/a.css?v=1f2e3d4c`.

    A file that is not there (htmx before the build step ran) has a plain address.
    """
    file = resources() / "static" / path
    if not file.is_file():
        return f"/static/{path}"
    return f"/static/{path}?v={_digest(path, file.stat().st_mtime_ns)}"


@lru_cache(maxsize=64)
def _digest(path: str, _changed: int) -> str:
    return sha256((resources() / "static" / path).read_bytes()).hexdigest()[:10]


@lru_cache(maxsize=64)
def squeezed(path: str, _changed: int) -> str:
    """A style sheet or script of ours without remarks and air: what a browser needs of it.

    Of a script only whole lines of remarks go, the space at the start of lines, and the ends
    of lines that say nothing.
    """
    sheet = (resources() / "static" / path).read_text(encoding="utf-8")
    if path.endswith(".js"):
        lines = (line.strip() for line in sheet.splitlines())
        return _JOINED.sub("", "\n".join(
            line for line in lines if line and not line.startswith("//")))
    return _SPARE.sub("", _AIR.sub(_kept, _REMARK.sub("", sheet)).strip())


def _kept(air: re.Match[str]) -> str:
    if air[1]:
        return air[1]
    return ":" if air[0].startswith(":") else " "


class Files(StaticFiles):
    """static/ as a site: kept for ever under an address with a digest, else asked for again."""

    async def get_response(self, path: str, scope: MutableMapping[str, Any]) -> Response:
        """The file, with how long it may be kept."""
        response = await super().get_response(path, scope)
        file = resources() / "static" / path
        kind = _SQUEEZED.get(path.partition("/")[0])
        if kind and isinstance(response, FileResponse):
            response = Response(squeezed(path, file.stat().st_mtime_ns), media_type=kind)
        kept = b"v=" in scope["query_string"]
        response.headers["cache-control"] = _FOR_EVER if kept else _LOOK_AGAIN
        return response
