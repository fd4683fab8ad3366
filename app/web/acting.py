"""Acting as somebody: in local mode, whoever sits at the machine chooses whose part to play.

The choice is a cookie of this browser. It grants nothing that the machine does not grant anyway,
so it needs no secret; where people sign in there is no such choice.
"""

from fastapi import Request
from starlette.responses import Response

from app.domain.people import Reviewer
from app.services.browsing.queries import LARGEST_ID
from app.web.security import LOOPBACK

_KEPT_FOR = 30 * 24 * 60 * 60
"""Seconds: a month after the last choice the browser forgets it."""


def is_local(request: Request) -> bool:
    """Served to this machine alone, so that nobody signs in."""
    return request.app.state.settings.host in LOOPBACK


def chosen(request: Request) -> int | None:
    """The id of the person that was chosen, whether or not there is such a person."""
    told = request.cookies.get(_name(request), "")
    if not (is_local(request) and told.isascii() and told.isdecimal() and len(told) < 20):  # noqa: PLR2004
        return None
    return min(int(told), LARGEST_ID)


def choose(request: Request, response: Response, reviewer_id: int) -> None:
    """Let the browser remember the person."""
    response.set_cookie(
        _name(request), str(reviewer_id), max_age=_KEPT_FOR, path="/", httponly=True,
        samesite="lax", secure=_is_secure(request),
    )


def company(request: Request) -> tuple[Reviewer, ...]:
    """Those among whom the top bar lets choose; empty where people sign in."""
    found: tuple[Reviewer, ...] = getattr(request.state, "people", ())
    return found if is_local(request) else ()


def address(request: Request) -> str:
    """Where the browser is now, for the way back."""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}" if request.method == "GET" else "/"


def way_back(path: str) -> str:
    """The path if it is one of this site, else the overview: nobody is sent elsewhere."""
    leads_here = path[:1] == "/" and path[1:2] not in {"/", "\\"}
    return path if leads_here and path.isascii() and path.isprintable() else "/"


def _name(request: Request) -> str:
    """Browsers share cookies between ports, so two stores on one machine need two names."""
    prefix = "__Host-" if _is_secure(request) else ""
    return f"{prefix}diptych-acting-{request.url.port or 'as'}"


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
