"""One pair: look at it, tag it, take that back, skip it, keep a note."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

import fastapi
from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Conflict
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.services import browsing, reviewing
from app.services.browsing import queries
from app.services.pages.compare import Refused
from app.services.pages.shell import Saved
from app.store.session import Store
from app.web import looks
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import is_htmx, page

router = APIRouter()

_BESIDE = ("strip", "nav_counts", "status")
"""What changes with the pair but stands outside the workbench."""

_IN_PAGE = {"evidence": ("hints",), "why": ("hints", "feet")}
"""What goes along with a part of the workbench: links that keep what is open."""

_IN_PLACE = {"HX-Retarget": "#workbench", "HX-Reswap": "outerHTML show:window:top"}
"""An answer that is no success still replaces the workbench, not the line for problems."""


class View(BaseModel):
    """How a pair is looked at. `q` is the queue that it belongs to, `marks` None shows marks if
    the reviewer wants them at start, `saved` is the pair before, `why` tells what the suggestion
    rests on, `corrected` is what was put right just before."""

    q: str = ""
    marks: bool | None = None
    context: int = 1
    saved: int | None = Field(None, le=queries.LARGEST_ID)
    why: bool = False
    corrected: int | None = Field(None, le=queries.LARGEST_ID)


class QueueForm(Form):
    """The queue that the reviewer works through, as a query string."""

    q: str = ""


class UndoForm(QueueForm):
    """`newest` is the newest answer that the page knew of, so that two presses undo one."""

    newest: int | None = Field(None, ge=0, le=queries.LARGEST_ID)


class SkipForm(QueueForm):
    """Skipping is a button of the tag form, so it brings the same fields."""

    note: str = ""
    version: int = 0
    key: str = Field("", max_length=64)


class NoteForm(SkipForm):
    """The note alone, or another button of the tag form."""


class TagForm(SkipForm):
    """An answer. `version` is the state that the page showed, `key` names the form."""

    tag: Relation
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who asks, on which store, and when."""

    request: Request
    store: Store
    reviewer: Reviewer
    now: datetime


def desk(request: Request, store: StoreDep, reviewer: ReviewerDep, clock: ClockDep) -> Desk:
    """The desk of this request."""
    return Desk(request=request, store=store, reviewer=reviewer, now=clock())


DeskDep = Annotated[Desk, Depends(desk)]


@router.get("/pairs/{pair_id}")
def pair(pair_id: int, view: Annotated[View, Query()], desk: DeskDep) -> Response:
    """Two claims side by side, with all that speaks for an answer."""
    beside = _IN_PAGE.get(desk.request.headers.get("hx-target", ""), _BESIDE)
    return _shown(desk, pair_id, view, beside=beside)


@router.post("/pairs/{pair_id}/tag")
def tag(pair_id: int, form: Annotated[TagForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Answer the pair and open the next one, or with `?stay=1` the same again."""
    queries.read_query(form.q)
    try:
        saved = reviewing.tag_pair(
            desk.store, desk.reviewer, pair_id, form.tag,
            note=form.note, seen=form.version, key=form.key, at=desk.now,
        )
    except Conflict as late:
        return _refused(desk, pair_id, form, late)
    stays = not looks.preferences(desk.request).next_after_tag
    if stays or "stay" in desk.request.query_params:
        return _opened(desk, pair_id, form.q, saved)
    return _onward(desk, form.q, saved)


@router.post("/pairs/{pair_id}/undo")
def undo(pair_id: int, form: Annotated[UndoForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Take the last answer back and open its pair again, with its note."""
    reviewing.undo_tag(desk.store, desk.reviewer, pair_id, at=desk.now, newest=form.newest)
    return _opened(desk, pair_id, form.q)


@router.post("/pairs/{pair_id}/skip")
def skip(pair_id: int, form: Annotated[SkipForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Put the pair off and open the next one; the note is kept."""
    queries.read_query(form.q)
    if form.note:
        reviewing.save_draft(desk.store, desk.reviewer, pair_id, form.note, at=desk.now)
    skipped = reviewing.skip_pair(desk.store, desk.reviewer, pair_id, at=desk.now)
    return _onward(desk, form.q, skipped, is_told=skipped.skipped)


@router.post("/pairs/{pair_id}/draft")
def draft(pair_id: int, form: Annotated[NoteForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Keep the note; nothing on the page changes."""
    reviewing.save_draft(desk.store, desk.reviewer, pair_id, form.note, at=desk.now)
    if is_htmx(desk.request):
        return Response(status_code=204)
    return RedirectResponse(_address(pair_id, form.q), status_code=303)


@router.get("/queue/done")
def all_done(view: Annotated[View, Query()], desk: DeskDep) -> Response:
    """What is said when the last pair of a queue was tagged."""
    return _finished(desk, view.q, view.saved)


def _onward(desk: Desk, query: str, saved: Saved, *, is_told: bool = True) -> Response:
    """The next pair of the queue, with what was done before; when there is none, the end."""
    wanted = queries.read_query(query)
    told = saved if is_told else None
    following = browsing.pair_after(desk.store, desk.reviewer, wanted, saved.pair_id)
    if following is not None:
        return _opened(desk, following, query, told)
    done = {"q": query} | ({"saved": saved.pair_id} if told else {})
    address = f"/queue/done?{urlencode(done)}"
    if is_htmx(desk.request):
        return _finished(desk, query, told.pair_id if told else None,
                         headers={"HX-Push-Url": address})
    return RedirectResponse(address, status_code=303)


def _opened(desk: Desk, pair_id: int, query: str, saved: Saved | None = None) -> Response:
    """Another pair: htmx gets it at once, everybody else its address."""
    address = _address(pair_id, query, saved)
    if not is_htmx(desk.request):
        return RedirectResponse(address, status_code=303)
    view = View(q=query, saved=saved.pair_id if saved else None)
    return _shown(desk, pair_id, view, headers={"HX-Push-Url": address})


def _shown(
    desk: Desk,
    pair_id: int,
    view: View,
    *,
    beside: tuple[str, ...] = _BESIDE,
    headers: dict[str, str] | None = None,
) -> Response:
    likes_marks = looks.preferences(desk.request).marks_on
    shown = browsing.pair(
        desk.store, desk.reviewer, pair_id, queries.read_query(view.q),
        marks=likes_marks if view.marks is None else view.marks,
        context=view.context, saved=view.saved, why=view.why,
    )
    told = browsing.corrected(desk.store, desk.reviewer, view.corrected, pair_id=pair_id)
    return page(desk.request, "pairs/pair.html", replace(shown, corrected=told), also=beside,
                headers=headers)


def _refused(desk: Desk, pair_id: int, form: TagForm, late: Conflict) -> Response:
    """The pair as it stands now, with what was chosen and written still there."""
    shown = browsing.pair(desk.store, desk.reviewer, pair_id, queries.read_query(form.q))
    title, _, words = str(late).partition(". ")
    again = replace(
        shown, draft=form.note, refused=Refused(title=title, words=words, relation=form.tag)
    )
    return page(desk.request, "pairs/pair.html", again, block="workbench", also=_BESIDE,
                status=409, headers=_IN_PLACE)


def _finished(
    desk: Desk, query: str, saved: int | None, *, headers: dict[str, str] | None = None
) -> Response:
    shown = browsing.all_done(desk.store, desk.reviewer, queries.read_query(query), saved=saved)
    return page(desk.request, "pairs/done.html", replace(shown, query=query),
                block="workbench", also=_BESIDE, headers=headers)


def _address(pair_id: int, query: str, saved: Saved | None = None) -> str:
    parts: dict[str, str | int] = {"q": query} if query else {}
    if saved is not None:
        parts["saved"] = saved.pair_id
    return f"/pairs/{pair_id}?{urlencode(parts)}" if parts else f"/pairs/{pair_id}"
