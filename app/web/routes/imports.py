"""Bringing articles in: the form in its two ways, and how far an import came."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Invalid, NotFound
from app.domain.people import Reviewer
from app.services import browsing, importing
from app.services.typed import mended
from app.store.session import Store
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import ImportForm, ImportFormDep
from app.web.render import is_htmx, job_state, page

router = APIRouter()

Way = Literal["files", "paste"]

STOP_POLLING = 286
"""The status by which htmx takes an answer and asks no more."""

NOTHING_NEW = 204


class Sent(BaseModel):
    """The form in one of its ways, and what the bookmark of another page sends along: nothing is
    kept before somebody presses the button."""

    way: Way = "files"
    title: str = Field("", max_length=2_000)
    address: str = Field("", max_length=4_000)
    source: str = Field("", max_length=1_000)
    text: str = ""
    cut: bool = False

    def typed(self) -> dict[str, str]:
        """What then stands in the fields."""
        told = self.model_dump(include={"title", "address", "source", "text"})
        return {name: mended(value) for name, value in told.items()}


@router.get("/import")
def choose(
    request: Request, sent: Annotated[Sent, Query()], store: StoreDep, reviewer: ReviewerDep
) -> Response:
    """The form without a case yet: it asks for the name of one."""
    shown = browsing.import_form(store, reviewer, None, sent.way, typed=sent.typed())
    return page(request, "imports/form.html",
                replace(shown, sent=bool(sent.address), is_cut=sent.cut))


@router.post("/import")
def import_by_name(
    request: Request,
    form: ImportFormDep,
    store: StoreDep,
    reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Take articles into the case of that name, opened if there is none."""
    try:
        items = form.items()
        case_id = _case_of_name(store, reviewer, form.case, at=clock())
        job = importing.request_import(
            store, reviewer, case_id, items, at=clock(), most_bytes=_largest(request)
        )
    except Invalid as wrong:
        return _again(request, store, reviewer, None, form, wrong.fields)
    return RedirectResponse(f"/imports/{job}", status_code=303)


@router.get("/cases/{case_id}/import")
def form_of_case(
    request: Request, case_id: int, store: StoreDep, reviewer: ReviewerDep, way: Way = "files"
) -> Response:
    """The form inside a case."""
    return page(request, "imports/form.html", browsing.import_form(store, reviewer, case_id, way))


@router.post("/cases/{case_id}/import")
def import_into_case(
    request: Request,
    case_id: int,
    form: ImportFormDep,
    store: StoreDep,
    reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Take articles into this case; what cannot be used is said beside its field."""
    try:
        job = importing.request_import(
            store, reviewer, case_id, form.items(), at=clock(),
            most_bytes=_largest(request),
        )
    except Invalid as wrong:
        return _again(request, store, reviewer, case_id, form, wrong.fields)
    return RedirectResponse(f"/imports/{job}", status_code=303)


@router.get("/imports/{job_id}")
def progress(
    request: Request, job_id: int, store: StoreDep, reviewer: ReviewerDep, seen: str = ""
) -> Response:
    """How far each article came; htmx asks again until all have an outcome.

    `seen` is the state that the asking page shows: nothing is sent while it holds.
    """
    shown = browsing.import_job(store, reviewer, job_id)
    if not is_htmx(request):
        return page(request, "imports/job.html", shown)
    if seen == job_state(shown) and not shown.is_over:
        return Response(status_code=NOTHING_NEW)
    status = STOP_POLLING if shown.is_over else 200
    return page(request, "imports/job.html", shown, status=status)


@router.post("/imports/{job_id}/cancel")
def cancel(
    job_id: int, store: StoreDep, reviewer: ReviewerDep, clock: ClockDep
) -> Response:
    """Stop the import; what is already in stays."""
    importing.cancel_import(store, reviewer, job_id, at=clock())
    return RedirectResponse(f"/imports/{job_id}", status_code=303)


def _largest(request: Request) -> int:
    most: int = request.app.state.settings.max_upload_bytes
    return most


def _case_of_name(store: Store, reviewer: Reviewer, name: str, *, at: datetime) -> int:
    if not name:
        raise Invalid({"case": "Give the case a name"})
    try:
        return importing.case_named(store, name).id
    except NotFound:
        return _opened(store, reviewer, name, at=at)


def _opened(store: Store, reviewer: Reviewer, name: str, *, at: datetime) -> int:
    """A new case; what is wrong with its name is said beside the field of this form."""
    try:
        return importing.open_case(store, reviewer, name, at=at).id
    except Invalid as wrong:
        raise Invalid({"case": str(wrong)}) from wrong


def _again(
    request: Request,
    store: Store,
    reviewer: Reviewer,
    case_id: int | None,
    form: ImportForm,
    errors: Mapping[str, str],
) -> Response:
    shown = browsing.import_form(
        store, reviewer, case_id, form.way, typed=form.typed(), errors=errors
    )
    return page(request, "imports/form.html", shown, status=422)
