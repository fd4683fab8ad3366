"""One template and one page make one answer; htmx gets the block that it asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from secrets import token_urlsafe
from types import SimpleNamespace
from typing import Any
from zlib import crc32

import jinja2
from jinja2_fragments import BlockNotFoundError, render_block
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.services.browsing.queries import parameters
from app.services.pages.article import ImportJobPage
from app.services.pages.queue import QueueFilter
from app.services.pages.shell import CaseHead
from app.services.searching.asking import LONGEST
from app.settings import resources
from app.web import acting, letters, looks, static, wording
from app.web.bookmarking import bookmarklet

_FRAME = "base.html"
_SHARED_MACROS = ("icon", "tag", "relation", "relation_icon", "suggestion", "version")
_SECTIONS = {"": "overview", "cases": "cases", "import": "cases", "imports": "cases",
             "queue": "queue", "pairs": "queue", "claims": "cases", "topics": "cases",
             "adjudicate": "adjudicate", "activity": "overview", "reports": "reports"}


def page(
    request: Request,
    template: str,
    page: object,
    *,
    block: str | None = None,
    also: Sequence[str] = (),
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A whole page, or for htmx the one block it wants.

    The block is `block`, else the one named like the element that htmx replaces (HX-Target; a
    hyphen in an id is an underscore in a block's name). `also` names blocks that go along out
    of band: they are rendered with `oob` true and put `hx-swap-oob` on their element.
    """
    answer = {"vary": "HX-Request, HX-Target", **(headers or {})}
    context = {
        "request": request, "page": page, "now": _now(request), "oob": False,
        "max_megabytes": request.app.state.settings.max_upload_bytes // 1_000_000,
    }
    wanted = _block(request, block)
    if wanted and _has(template, wanted):
        content = _fragment(template, wanted, also, context)
    else:
        content = environment().get_template(template).render(context)
    return HTMLResponse(content, status_code=status, headers=answer)


def is_htmx(request: Request) -> bool:
    """Asked by htmx, and for a part of the page (a restored history entry is a whole page)."""
    asks = request.headers.get("hx-request") == "true"
    return asks and request.headers.get("hx-history-restore-request") != "true"


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """The templates with their filters and shared pieces; undefined names are errors."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources() / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "when": _when, "age": _age, "moment": _moment, "day": wording.day,
        "long_day": wording.long_day, "figure": wording.figure,
        "job_state": job_state, "carried": carried,
        "apart": letters.apart,
        "first_word": wording.first_word, "other_words": wording.other_words,
    }
    made.globals |= {"static": static.address, "current": current, "new_key": new_key,
                     "company": acting.company, "here": acting.address, "searched": searched,
                     "look": looks.attributes, "bookmarklet": bookmarklet}
    made.globals["ui"] = _pieces(made.get_template("ui.html").module)
    return made


def current(request: Request, section: str) -> Markup:
    """`aria-current` for the section of the top bar that the address belongs to."""
    first = request.url.path.removeprefix("/").partition("/")[0]
    inside = first == "adjudicate" and "case" in request.query_params
    if ("cases" if inside else _SECTIONS.get(first)) != section:
        return Markup()
    exact = request.url.path in {"/", "/cases", "/queue", "/adjudicate", "/reports"}
    return Markup(' aria-current="{}"').format("page" if exact else "true")


def searched(request: Request) -> str:
    """What stands in the search field of the top bar: on the page of results, what was typed."""
    return request.query_params.get("s", "")[:LONGEST] if request.url.path == "/search" else ""


def job_state(shown: ImportJobPage) -> str:
    """A short name for what an import page shows, equal while nothing on it has changed."""
    return f"{crc32(repr((shown.words, shown.items)).encode()):08x}"


def carried(wanted: QueueFilter, head: CaseHead | None) -> list[tuple[str, str]]:
    """What the filter form sends along unseen: the parts of a filter that have no control."""
    controls = {"mine", "assigned", "suggested", "reason", "source", "order"}
    controls |= {"case"} if head else set()
    return [each for each in parameters(wanted) if each[0] not in controls]


def new_key() -> str:
    """An idempotency key for one form: two presses make one thing."""
    return token_urlsafe(12)


@jinja2.pass_context
def _when(context: jinja2.runtime.Context, at: datetime) -> Markup:
    return wording.when(at, context["now"], looks.zone(context["request"]))


@jinja2.pass_context
def _moment(context: jinja2.runtime.Context, at: datetime) -> Markup:
    return wording.moment(at, looks.zone(context["request"]))


@jinja2.pass_context
def _age(context: jinja2.runtime.Context, at: datetime) -> Markup:
    return wording.age(at, context["now"])


def _now(request: Request) -> datetime:
    clock: Callable[[], datetime] | None = getattr(request.app.state, "clock", None)
    return clock() if clock else datetime.now(UTC)


def _block(request: Request, block: str | None) -> str | None:
    if not is_htmx(request):
        return None
    return block or request.headers.get("hx-target", "").replace("-", "_") or None


def _has(template: str, block: str) -> bool:
    return block in environment().get_template(template).blocks


def _fragment(
    template: str, block: str, also: Sequence[str], context: Mapping[str, Any]
) -> str:
    title = f"<title>{_one(template, 'title', context).strip()} – Diptych</title>\n"
    beside = [_one(template, name, {**context, "oob": True}) for name in also]
    return title + _one(template, block, context) + "".join(beside)


def _one(template: str, block: str, context: Mapping[str, Any]) -> str:
    """A block of the template or, when it has none of that name, of the frame."""
    try:
        return render_block(environment(), template, block, dict(context))
    except BlockNotFoundError:
        return render_block(environment(), _FRAME, block, dict(context))


def _pieces(module: Any) -> SimpleNamespace:  # noqa: ANN401 -- a template's module has no type
    """The macros of ui.html; those of few forms are rendered once and kept."""
    macros = {name: value for name, value in vars(module).items() if not name.startswith("_")}
    kept = {name: lru_cache(maxsize=256)(macros[name]) for name in _SHARED_MACROS}
    return SimpleNamespace(**{**macros, **kept, "key": looks.key})
