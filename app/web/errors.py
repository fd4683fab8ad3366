"""The one place where what went wrong becomes a status and a page (or, for htmx, a message)."""

from dataclasses import dataclass
from http import HTTPStatus
from secrets import token_hex

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.domain.errors import (
    Conflict,
    DiptychError,
    Invalid,
    NotAllowed,
    NotFound,
    SignInNeeded,
    TooLarge,
    TooMany,
    Unavailable,
)
from app.web import render

_log = structlog.get_logger()

STATUS: dict[type[DiptychError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    SignInNeeded: 403,
    Invalid: 422,
    Conflict: 409,
    TooLarge: 413,
    TooMany: 429,
    Unavailable: 503,
}
"""What is not here is a bug: 500."""

_WORDS: dict[int, tuple[str, str]] = {
    400: (
        "This could not be read",
        "What was sent is not a form of this product.",
    ),
    403: (
        "This did not come from Diptych",
        "Another site sent it, so nothing was done. Open the page here and try again.",
    ),
    404: (
        "This page is not here",
        "It may belong to an article or a case that was removed. The activity tells its history.",
    ),
    405: (
        "This address only answers a form",
        "Nothing was changed. The page that the form stands on can be reached from the overview.",
    ),
    409: (
        "Something changed meanwhile",
        "Nothing was saved.",
    ),
    413: (
        "This is too large",
        "A file may hold up to {megabytes} MB, an import five such files. Nothing was taken in.",
    ),
    421: (
        "This is not the address of Diptych",
        "It runs for this machine only: open it at 127.0.0.1 or localhost.",
    ),
    422: (
        "There is a problem",
        "The address or the form holds something that cannot be used.",
    ),
    429: (
        "Too many requests at once",
        "Wait a moment, then try again.",
    ),
    500: (
        "Something failed on the server",
        "Nothing you saved is lost. If it happens again, give your administrator this number: ",
    ),
    503: (
        "The server cannot answer right now",
        "Nothing you saved is lost. Try again in a moment.",
    ),
}
"""What is said where the error itself says nothing: a title, and a sentence or two."""

_TITLES: dict[type[Exception], str] = {
    NotAllowed: "Your role does not allow this",
    SignInNeeded: "Nobody is here",
}
_WAIT_SECONDS = "5"
_MAY_PASS = frozenset({429, 500, 503})


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What happened, what is safe, what to do. `again` is an address to try once more; what is
    `missing` may still be told in the activity."""

    title: str
    words: str
    reference: str = ""
    again: str = ""
    missing: bool = False
    shell: None = None


def register(app: FastAPI) -> None:
    """Let the app answer with these pages whatever its routes raise."""
    app.add_exception_handler(DiptychError, _domain)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)


def refusal(request: Request, status: int) -> Response:
    """The page of a status, in its own words."""
    return _answer(request, status)


def failure(request: Request, error: Exception) -> Response:
    """The page of a bug; its reference number stands in the log beside the traceback."""
    digits = token_hex(4).upper()
    reference = f"{digits[:4]}-{digits[4:]}"
    _log.error(
        "request failed", method=request.method, path=request.url.path, reference=reference,
        exc_info=error,
    )
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, reference=reference)


def _domain(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), None)
    if status is None:
        return failure(request, error)
    return _answer(request, status, title=_TITLES.get(type(error), ""), words=str(error))


def _malformed(request: Request, error: Exception) -> Response:
    """A number that is none in an address is a page that is not here; in a form it is wrong."""
    places = error.errors() if isinstance(error, RequestValidationError) else ()
    in_path = any(place["loc"][:1] == ("path",) for place in places)
    return _answer(request, HTTPStatus.NOT_FOUND if in_path else HTTPStatus.UNPROCESSABLE_ENTITY)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 -- registered for nothing else
    return _answer(request, error.status_code, headers=error.headers)


def _answer(
    request: Request,
    status: int,
    *,
    title: str = "",
    words: str = "",
    reference: str = "",
    headers: object = None,
) -> Response:
    usual_title, usual_words = _WORDS.get(status, _WORDS[HTTPStatus.BAD_REQUEST])
    megabytes = request.app.state.settings.max_upload_bytes // 1_000_000
    shown = ErrorPage(
        title=title or usual_title,
        words=words or usual_words.replace("{megabytes}", str(megabytes)),
        reference=reference,
        again=_again(request, status),
        missing=status == HTTPStatus.NOT_FOUND,
    )
    extra = dict(headers) if isinstance(headers, dict) else {}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        extra["retry-after"] = _WAIT_SECONDS
    return render.page(
        request, "error.html", shown, block="notice", status=status, headers=extra
    )


def _again(request: Request, status: int) -> str:
    """Reading again is safe and may help where the server was at fault."""
    if request.method != "GET" or status not in _MAY_PASS:
        return ""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}"
