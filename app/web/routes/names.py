"""The names of a case that mean the same: a table that people edit."""

from dataclasses import replace
from typing import Annotated

import fastapi
from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Invalid
from app.domain.facts import FactKind
from app.services import browsing, correcting
from app.services.browsing.queries import LARGEST_ID
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page

router = APIRouter()


class NameForm(Form):
    """A name as written, and what it means."""

    name: str = ""
    means: str = ""
    kind: FactKind = FactKind.PERSON


@router.get("/cases/{case_id}/names")
def names(
    request: Request, case_id: int, store: StoreDep, reviewer: ReviewerDep,
    done: Annotated[int | None, Query(le=LARGEST_ID)] = None,
) -> Response:
    """The table, with a form for one more."""
    return page(request, "names/names.html", browsing.names(store, reviewer, case_id, done=done))


@router.post("/cases/{case_id}/names")
def add(
    request: Request, case_id: int, form: Annotated[NameForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Say what a name means; one that cannot be used is shown again."""
    try:
        named = correcting.name_alias(store, reviewer, case_id, form.name, form.means,
                                      kind=form.kind, at=clock())
    except Invalid as wrong:
        shown = browsing.names(store, reviewer, case_id)
        again = replace(shown, name=form.name, means=form.means, kind=form.kind,
                        errors=tuple(wrong.fields.items()))
        return page(request, "names/names.html", again, status=422)
    return RedirectResponse(f"/cases/{case_id}/names?done={named.alias.id}", status_code=303)


@router.post("/names/{alias_id}/withdraw")
def withdraw(
    alias_id: int, store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """The name no longer means the other one."""
    named = correcting.withdraw_alias(store, reviewer, alias_id, at=clock())
    address = f"/cases/{named.alias.case_id}/names?done={named.alias.id}"
    return RedirectResponse(address, status_code=303)
