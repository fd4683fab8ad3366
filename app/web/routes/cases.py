"""All cases, and opening a new one."""

from dataclasses import replace
from typing import Annotated

import fastapi
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Invalid
from app.services import browsing, importing
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page

router = APIRouter()


class CaseForm(Form):
    """The name of the story under review."""

    name: str = ""


@router.get("/cases")
def cases(
    request: Request, store: StoreDep, reviewer: ReviewerDep, after: str | None = None
) -> Response:
    """The table of all cases."""
    return page(request, "cases/cases.html", browsing.cases(store, reviewer, after=after))


@router.get("/cases/new")
def new_case(request: Request, store: StoreDep, reviewer: ReviewerDep) -> Response:
    """The form for a new case."""
    return page(request, "cases/new.html", browsing.new_case(store, reviewer))


@router.post("/cases")
def open_case(
    request: Request,
    form: Annotated[CaseForm, fastapi.Form()],
    store: StoreDep,
    reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Open the case and go to its import; a name that cannot be used is shown again."""
    try:
        case = importing.open_case(store, reviewer, form.name, at=clock())
    except Invalid as wrong:
        empty = browsing.new_case(store, reviewer)
        again = replace(empty, name=form.name, errors=tuple(wrong.fields.items()))
        return page(request, "cases/new.html", again, status=422)
    return RedirectResponse(f"/cases/{case.id}/import", status_code=303)
