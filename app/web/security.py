"""What holds for every answer and every request, whatever route it takes: plain ASGI.

Headers on each response (errors and downloads too), the Host header on loopback, unsafe methods
from our own pages only, and bodies of a bounded size.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web import errors

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""promises.md, section 2: no unsafe-*, no style attributes, no handlers in the markup."""

HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SMALL = 1_000_000
"""Bytes of a form without files: a tag with a long note is a few thousand."""
_FILES_AT_ONCE = 5
"""So many of the largest files fit into one import."""


class Guard:
    """Outermost: sets the headers, and turns away requests that are not from our own pages."""

    def __init__(self, app: ASGIApp, *, host: str) -> None:
        self.app = app
        self.hosts = LOOPBACK if host in LOOPBACK else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request itself if it is refused, else pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message))
            await send(message)

        refused = self._refusal(scope)
        await (refused or self.app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self.hosts is not None and _host_name(headers.get("host", "")) not in self.hosts:
            return errors.refusal(Request(scope), 421)
        if scope["method"] not in _SAFE and not _is_from_here(scope, headers):
            return errors.refusal(Request(scope), 403)
        return None


class Limits:
    """Bodies end at a size: small for forms, larger where files are taken in."""

    def __init__(self, app: ASGIApp, *, max_upload_bytes: int) -> None:
        self.app = app
        self.large = max_upload_bytes * _FILES_AT_ONCE + _SMALL

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse by the declared size before reading, by the counted size while reading."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self.large if scope["path"].endswith("/import") else _SMALL
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdigit() or int(declared) > limit:
            await _let_finish(receive, limit)
            await errors.refusal(Request(scope), 413)(scope, receive, send)
            return
        await self.app(scope, _counted(receive, limit), send)


class Failures:
    """Innermost: what nobody foresaw becomes a page with a reference number, logged once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer 500 if that raises before an answer has begun."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            await errors.failure(Request(scope), error)(scope, receive, send)


def _add_headers(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("cache-control", "no-store")


def _host_name(host: str) -> str:
    """The name in a Host header, without port and brackets; a port can stand behind both."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _is_from_here(scope: Scope, headers: Headers) -> bool:
    """A page of ours sends this: the browser says so, by Sec-Fetch-Site or else by Origin."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return headers.get("origin") == f"{scope['scheme']}://{headers.get('host', '')}"


def _counted(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413)
        return message

    return counted


async def _let_finish(receive: Receive, limit: int) -> None:
    """Read on without keeping, twice the limit at most: a browser shows no answer before it has
    sent what it wanted to send.
    """
    left, more = 2 * limit, True
    while more and left > 0:
        message = await receive()
        left -= len(message.get("body", b""))
        more = message.get("more_body", False)
